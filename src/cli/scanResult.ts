import type { Analysis } from "../engine.ts";

/** A file in which models are named. */
export interface ScannedFile {
  /** as results name it */
  readonly file: string;
  readonly text: string;
  readonly analysis: Analysis;
}

/** What a scan found, before it is put in a format. */
export interface ScanResult {
  /** in the order of their names */
  readonly files: readonly ScannedFile[];
  /** in the order of their names */
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
  /** how many files were read and looked at, with or without models in them */
  readonly scanned: number;
}
