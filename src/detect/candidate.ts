import type { TextRange } from "../text.ts";
import type { Frame } from "./frame.ts";
import type { Interest } from "./interest.ts";
import type { Resumption } from "./resumption.ts";

/** A string with its place, exact range and context, that may name a model. */
export interface Candidate {
  /** the string's value: what the program will see */
  readonly text: string;
  /** where the value stands in the document's text, inside its quotes */
  readonly range: TextRange;
  /** what surrounds the string, from the innermost layer outward */
  readonly context: readonly Frame[];
  /** notebooks: the cell it is in, and where in the text of that cell; null elsewhere */
  readonly cell: { readonly index: number; readonly range: TextRange } | null;
}

/** What one pass over a document finds. */
export interface Detection {
  /** in the order of the text */
  readonly candidates: readonly Candidate[];
  /** names of the packages, modules and programs that the document imports or runs: they tell the runtime of a plain `model=` */
  readonly modules: readonly string[];
  /** for the next pass over the document, after a change; absent where nobody asked, and of formats that read all of it each time */
  readonly resumption?: Resumption;
}

/** A document as the engine sees it: text and names, no editor and no disk. */
export interface SourceDocument {
  /** the path or file name, with `/`; only its last parts are looked at (`.env`, `compose.yaml`, `tests/`) */
  readonly path: string;
  /** the text, as an editor shows it (no byte order mark) */
  readonly text: string;
  /** the editor's language id, where there is one; it goes before what the name says */
  readonly languageId?: string;
  /** set for a notebook cell that an editor shows as a document of its own: the text of the other code cells, whose imports count for it */
  readonly otherCells?: string;
}

/** One file format or programming language: which documents are of it, and how its strings are found. */
export interface Format {
  readonly id: string;
  /** VS Code language ids */
  readonly languageIds: readonly string[];
  /** matched against the last part of the path, in lower case: `*.py`, `.env`, `.env.*`, `modelfile` */
  readonly fileNames: readonly string[];
  /** programs that a script's first line names, without paths and versions: `python` for `#!/usr/bin/env python3` */
  readonly interpreters?: readonly string[];
  /** what names a model stands between quotes, as in programs, and is no plain word of a configuration */
  readonly namesAreQuoted?: true;
  /**
   * Finds the candidates of `text`, or those that are of interest. Total: broken input gives fewer candidates, never an exception. Linear in the input.
   * `before` is what was found when the document's text was another one, null for the first of several passes: with it a format may read only
   * what the change can reach, and finds the same as without.
   */
  readonly detect: (text: string, interest?: Interest, before?: Detection | null) => Detection;
}
