// The line that is being read, and what lines and places in them look like.

import { noteSeen } from "../../trail.ts";
import type { YamlScan } from "./state.ts";

const tab = 9;
const newline = 10;
const carriageReturn = 13;
const space = 32;
const doubleQuote = 34;
const hash = 35;
const comma = 44;
const dash = 45;
const colon = 58;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** Makes the line that begins at `at` the current one. */
export function startLine(scan: YamlScan, at: number): void {
  scan.lineStart = at;
  const end = scan.text.indexOf("\n", at);
  scan.lineEnd = end < 0 ? scan.text.length : end;
}

export function skipSpaces(text: string, from: number): number {
  let i = from;
  while (text.charCodeAt(i) === space) i++;
  return i;
}

/** Nothing but a comment follows; `at` stands behind a blank. */
export function endsLine(scan: YamlScan, at: number): boolean {
  return at >= scan.lineEnd || scan.text.charCodeAt(at) === hash;
}

/** `---` or `...` at the beginning of a line */
export function isMarker(text: string, at: number): boolean {
  return (text.startsWith("---", at) || text.startsWith("...", at)) && (at + 3 >= text.length || isSeparator(text.charCodeAt(at + 3)));
}

/** Whether the line ends at `at`, or a blank stands there. */
export function separated(scan: YamlScan, at: number): boolean {
  return at >= scan.lineEnd || isSeparator(scan.text.charCodeAt(at));
}

export function wordEnd(scan: YamlScan, from: number): number {
  let i = from;
  while (i < scan.lineEnd && !isSeparator(scan.text.charCodeAt(i))) i++;
  return i;
}

/** Of a line that may begin with a key, so many characters are looked at before it is its turn. */
const longestKey = 200;

/** Whether a line's text begins like a sequence's element or a mapping's key: what is being typed above it has no end yet. */
export function looksLikeEntry(scan: YamlScan, at: number): boolean {
  const { text } = scan;
  noteSeen(scan, at + longestKey);
  if (text.charCodeAt(at) === dash && isSeparator(text.charCodeAt(at + 1))) return true;
  for (let i = at; i < text.length && i < at + longestKey; i++) {
    const unit = text.charCodeAt(i);
    if (unit === colon) return i > at && (i + 1 >= text.length || isSeparator(text.charCodeAt(i + 1)));
    if (isSeparator(unit) || unit === doubleQuote || unit === comma) return false;
  }
  return false;
}

/** What stands between words, and between lines. */
export function isSeparator(unit: number): boolean {
  return unit === space || unit === newline || unit === carriageReturn || unit === tab;
}

/** What ends a plain text in a flow collection. */
export function isFlowIndicator(unit: number): boolean {
  return unit === comma || unit === openBracket || unit === closeBracket || unit === openBrace || unit === closeBrace;
}
