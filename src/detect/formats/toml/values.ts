// The value of an entry, with all that is nested in it.

import { noteSeen } from "../../trail.ts";
import { skipBlanks } from "../lines.ts";
import { endsBare, isKeyUnit, skipSpace } from "./characters.ts";
import { addLiteral, addString, close, open, readInnerKey } from "./nested.ts";
import type { TomlScan } from "./state.ts";
import { readString } from "./strings.ts";

const newline = 10;
const doubleQuote = 34;
const singleQuote = 39;
const comma = 44;
const dot = 46;
const equals = 61;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** Longer keys do not tell that the value before has no end. */
const longestTellingKey = 100;

/** Reads a value; the scan is left behind it. True where it is cut by the entry that begins there. */
export function readValue(scan: TomlScan): boolean {
  const { text, stack } = scan;
  let isCut = false;
  do {
    const top = stack[stack.length - 1];
    if (top === undefined) scan.at = skipBlanks(text, scan.at, text.length);
    else skipSpace(scan);
    if (scan.at >= text.length) break;
    const unit = text.charCodeAt(scan.at);
    if (unit === doubleQuote || unit === singleQuote) {
      const value = readString(scan, unit);
      if (value === null) break;
      addString(scan, value);
    } else if (unit === openBracket || unit === openBrace) {
      open(scan, unit === openBracket);
    } else if (top === undefined) break;
    else if (unit === closeBracket || unit === closeBrace) {
      close(scan);
      scan.at++;
    } else if (unit === comma) {
      scan.at++;
      if (scan.beyond > 0) continue;
      if (top.array) top.index++;
      else readInnerKey(scan);
    } else {
      // an entry of the next line shows that the bracket is still being typed
      isCut = startsEntry(scan);
      if (isCut || (unit === equals && scan.beyond === 0)) break;
      const start = scan.at;
      while (scan.at < text.length && !endsBare(text.charCodeAt(scan.at))) scan.at++;
      if (scan.at === start) scan.at++;
      else if (top.array && scan.beyond === 0) addLiteral(scan, top, start, scan.at);
    }
  } while (stack.length > 0);
  scan.beyond = 0;
  while (stack.length > 0) close(scan);
  return isCut;
}

/** Whether a key and its sign begin the line at {@link TomlScan.at}. */
function startsEntry(scan: TomlScan): boolean {
  const { text, at } = scan;
  const before = text.charCodeAt(at - 1);
  if (at > 0 && before !== newline) return false;
  let end = at;
  while (end < text.length && end - at < longestTellingKey && (isKeyUnit(text.charCodeAt(end)) || text.charCodeAt(end) === dot)) end++;
  if (end === at) return false;
  const sign = skipBlanks(text, end, text.length);
  noteSeen(scan, sign + 1);
  return text.charCodeAt(sign) === equals;
}
