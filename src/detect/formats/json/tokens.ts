// The tokens of JSON that are no strings.

import { slashCommentEnd } from "../lines.ts";

const tab = 9;
const newline = 10;
const carriageReturn = 13;
const space = 32;
const doubleQuote = 34;
const plus = 43;
const comma = 44;
const dash = 45;
const dot = 46;
const slash = 47;
const digit0 = 48;
const colon = 58;
const capitalE = 69;
const openBracket = 91;
const closeBracket = 93;
const smallE = 101;
const openBrace = 123;
const closeBrace = 125;

/** {@link slashCommentEnd}; a carriage return ends a line, too. */
export function commentEnd(text: string, at: number): number {
  if (text.charCodeAt(at + 1) !== slash) return slashCommentEnd(text, at);
  let i = at + 2;
  while (i < text.length && !isLineBreak(text.charCodeAt(i))) i++;
  return i;
}

/** Where the number ends whose first digit stands at `from`: a `0` is followed by no other digit. */
export function numberEnd(text: string, from: number): number {
  let i = text.charCodeAt(from) === digit0 ? from + 1 : digitsEnd(text, from);
  if (text.charCodeAt(i) === dot) {
    const fraction = digitsEnd(text, i + 1);
    if (fraction === i + 1) return fraction;
    i = fraction;
  }
  const letter = text.charCodeAt(i);
  if (letter !== capitalE && letter !== smallE) return i;
  i++;
  if (text.charCodeAt(i) === plus || text.charCodeAt(i) === dash) i++;
  return digitsEnd(text, i);
}

function digitsEnd(text: string, from: number): number {
  let i = from;
  while (isDigit(text.charCodeAt(i))) i++;
  return i;
}

/** Whether `true`, `false` or `null` stands in `[start, end)`. */
export function isKeyword(text: string, start: number, end: number): boolean {
  const length = end - start;
  return (
    (length === 4 && (text.startsWith("true", start) || text.startsWith("null", start))) ||
    (length === 5 && text.startsWith("false", start))
  );
}

/** `0` to `9` */
export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isLineBreak(unit: number): boolean {
  return unit === newline || unit === carriageReturn;
}

function isSpace(unit: number): boolean {
  return unit === space || unit === tab || isLineBreak(unit);
}

/** Whether a word that is not in quotes ends before a unit. */
export function endsBare(unit: number): boolean {
  return (
    isSpace(unit) ||
    unit === doubleQuote ||
    unit === comma ||
    unit === colon ||
    unit === slash ||
    unit === openBracket ||
    unit === closeBracket ||
    unit === openBrace ||
    unit === closeBrace
  );
}
