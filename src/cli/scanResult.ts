import type { Analysis, Engine } from "../engine.ts";
import type { Finding } from "../lint/finding.ts";

/** A file in which models are named, before it is put in a form. It has no name: what is said of it is said of its copies, too. */
export interface AnalysedFile {
  readonly text: string;
  readonly analysis: Analysis;
}

/** A file in which models are named, as a format prints it. */
export interface FoundInFile<Part> {
  readonly kind: "found";
  readonly file: string;
  /** of the findings that count for the exit code; null where there are none */
  readonly strongest: Finding["severity"] | null;
  readonly part: Part;
}

/** What a scan tells of one file. Plain data: it may come from another thread. */
export type FileReport<Part> =
  /** it was read, and names no model */
  | { readonly kind: "nothing" }
  | FoundInFile<Part>
  /** left out for what it is; `aloud`: the user is told */
  | { readonly kind: "skipped"; readonly file: string; readonly reason: string; readonly aloud: boolean }
  /** some input could not be read or analysed */
  | { readonly kind: "failed"; readonly file: string; readonly reason: string };

/** What a scan found. */
export interface ScanResult<Part> {
  /** in the order of their names */
  readonly files: readonly FoundInFile<Part>[];
  /** in the order of their names */
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
  /** how many files were read and looked at, with or without models in them */
  readonly scanned: number;
}

/** How results are printed: each file by itself as soon as it is analysed, wherever that is, and then all of them together. */
export interface ScanFormat<Part> {
  /** plain data */
  readonly partOf: (file: AnalysedFile, engine: Engine) => Part;
  /** the whole text, in pieces that are printed one after the other */
  readonly print: (result: ScanResult<Part>) => Iterable<string>;
}
