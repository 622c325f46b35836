import type { MappedText } from "../mappedText.ts";

/**
 * A word of a command line after quote removal. Parameters stay as they are written (`${MODEL:-x}`), command
 * substitutions stand as `$`, so that a text with `$` is one that only the shell knows.
 */
export interface Word extends MappedText {
  /** some part of it stood in quotes: it is no keyword and no operator */
  readonly quoted: boolean;
  /** it holds a `$` from single quotes, which is no expansion */
  readonly literal: boolean;
  /** the element of the configuration list that the word is; -1 for a word of shell text */
  readonly index: number;
}

/** Words that belong together: a simple command, the elements of `name=(...)`, or the patterns of a case label. */
export interface SimpleCommand {
  readonly kind: "command" | "array" | "patterns";
  /** the variable of an array, else null */
  readonly name: string | null;
  readonly words: readonly Word[];
  /** the last file that the output is redirected to, as a word; null where there is none */
  readonly target: string | null;
}

/** The text of a here-document, `[start, end)`, and the line that announces it. */
export interface HereDocument {
  readonly start: number;
  readonly end: number;
  readonly line: string;
}
