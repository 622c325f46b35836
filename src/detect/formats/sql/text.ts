// What stands at a place of SQL's text, and what follows it.

import { isWordUnit } from "../lines.ts";

const singleQuote = 39;
const doubleQuote = 34;
const colon = 58;
const equals = 61;
const backtick = 96;
const pipe = 124;

/** What stands behind a string, without reading it. */
export type Behind = "nothing" | "comparison" | "part" | "key" | "pair";

/** Blanks that are passed over to see what follows. */
const farthest = 200;
const comparing = /^(?:not\s{1,9})?(?:between|i?like|in|is|regexp|rlike|similar)\b/i;

/** What follows behind `from`, over a cast. */
export function lookBehind(text: string, from: number): Behind {
  let at = skipBlanks(text, from);
  if (text.startsWith("::", at)) at = skipBlanks(text, wordEnd(text, at + 2));
  switch (text.charCodeAt(at)) {
    case pipe:
      return text.charCodeAt(at + 1) === pipe ? "part" : "nothing";
    case 43:
    case singleQuote:
      return "part";
    case equals:
      return "pair";
    case 33:
    case 60:
    case 62:
    case 126:
      return "comparison";
    case colon:
      return "key";
  }
  return comparing.test(text.slice(at, at + 20)) ? "comparison" : "nothing";
}

/** The name behind `AS`, which the value is given in a result or a table. */
export function aliasBehind(text: string, from: number): string | null {
  let at = skipBlanks(text, from);
  if (text.startsWith("::", at)) at = skipBlanks(text, wordEnd(text, at + 2));
  if ((text.charCodeAt(at) | 32) !== 97 || (text.charCodeAt(at + 1) | 32) !== 115 || text.charCodeAt(at + 2) > 32) return null;
  const start = skipBlanks(text, at + 2);
  const quoted = text.charCodeAt(start) === doubleQuote || text.charCodeAt(start) === backtick ? 1 : 0;
  const end = wordEnd(text, start + quoted);
  return end > start + quoted ? text.slice(start + quoted, end) : null;
}

/** Whether the string names a member: `settings->>'model'`. */
export function isMember(text: string, start: number): boolean {
  return /->{1,2}\s?'$/.test(text.slice(Math.max(0, start - 5), start));
}

/** Key words that are functions too where a parenthesis follows. */
export function isAlsoFunction(word: string): boolean {
  return word === "replace" || word === "insert" || word === "database" || word === "schema";
}

/** What operators of comparison begin with, and those of distance: `<=>`, `<->`. */
export function isComparing(unit: number): boolean {
  return unit === 60 || unit === 62 || unit === 33 || unit === 126;
}

export function skipBlanks(text: string, from: number): number {
  let i = from;
  while (i - from < farthest && text.charCodeAt(i) <= 32) i++;
  return i;
}

export function wordEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && isNameUnit(text.charCodeAt(i))) i++;
  return i;
}

/** Letters, digits, `_`, `@`, and everything outside of ASCII. */
export function isNameUnit(unit: number): boolean {
  return isWordUnit(unit) || unit === 64 || unit >= 128;
}
