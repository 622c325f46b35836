// Blanks, comments and words: where they end.

import { noteSeen } from "../trail.ts";
import type { Scan } from "./state.ts";
import { classes, commentAt, commentEnd } from "./tables.ts";

/** A blank, tab or line break. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** `(`, `[` or `{`. */
export function isOpening(code: number): boolean {
  return code === 40 || code === 91 || code === 123;
}

export function wordEnd(scan: Scan, from: number): number {
  const { text } = scan;
  const { wordCharacters } = scan.tables;
  let end = from;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code < 128 && wordCharacters[code] !== 1) break;
    end++;
  }
  return end;
}

export function isWordCharacter(scan: Scan, code: number): boolean {
  return code >= 128 || scan.tables.wordCharacters[code] === 1;
}

export function skipSpaces(scan: Scan, from: number): number {
  let i = from;
  while (scan.text.charCodeAt(i) === 32 || scan.text.charCodeAt(i) === 9) i++;
  return i;
}

/** The place of the last character before `at` that is no blank. */
export function lastBefore(scan: Scan, at: number): number {
  let i = at - 1;
  while (i > 0 && (scan.text.charCodeAt(i) === 32 || scan.text.charCodeAt(i) === 9)) i--;
  return i;
}

/** The next place that is neither blank nor in a comment; line breaks count as blanks where `lines`. */
export function skipBlank(scan: Scan, from: number, lines: boolean): number {
  const { text, tables } = scan;
  let i = from;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === 32 || code === 9) i++;
    else if (code === 10 || code === 13) {
      if (!lines) break;
      i++;
    } else if (code < 128 && tables.characterClasses[code] === classes.comment && commentAt(tables, text, i))
      i = commentEnd(tables, text, i);
    else break;
  }
  noteSeen(scan, i);
  return i;
}

/** Whether a name begins at `at`. */
export function fillsIn(scan: Scan, at: number): boolean {
  const code = scan.text.charCodeAt(at);
  return code < 128 && scan.tables.characterClasses[code] === classes.word && code !== 36;
}
