// What stands between keys and values, and where words of either end.

import { isBlank, lineEndAt } from "../lines.ts";
import type { TomlScan } from "./state.ts";

const newline = 10;
const doubleQuote = 34;
const hash = 35;
const singleQuote = 39;
const comma = 44;
const closeBracket = 93;
const closeBrace = 125;

/** Passes over blanks, line ends and comments. */
export function skipSpace(scan: TomlScan): void {
  const { text } = scan;
  for (; scan.at < text.length; scan.at++) {
    const unit = text.charCodeAt(scan.at);
    if (unit === hash) scan.at = lineEndAt(text, scan.at);
    else if (!isBlank(unit) && unit !== newline) return;
  }
}

/** Whether a unit may stand in a key without quotes. */
export function isKeyUnit(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95 || unit === 45 || unit > 127
  );
}

/** Whether a number, a date or a word ends before a unit. */
export function endsBare(unit: number): boolean {
  return (
    isBlank(unit) ||
    unit === newline ||
    unit === comma ||
    unit === closeBracket ||
    unit === closeBrace ||
    unit === hash ||
    unit === doubleQuote ||
    unit === singleQuote
  );
}
