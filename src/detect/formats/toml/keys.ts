// Keys and headers.

import type { Frame } from "../../frame.ts";
import { skipBlanks } from "../lines.ts";
import { maximumContextDepth } from "../values.ts";
import { isKeyUnit } from "./characters.ts";
import { keyFrames, Level, noteElement, type TomlScan } from "./state.ts";
import { closingQuote, stringValue } from "./strings.ts";

const doubleQuote = 34;
const singleQuote = 39;
const dot = 46;
const equals = 61;
const openBracket = 91;

/** Longer keys are no keys. */
const longestKey = 1024;

/** `[a.b]` or `[[a.b]]` */
export function readHeader(scan: TomlScan): void {
  const isElement = scan.text.charCodeAt(scan.at + 1) === openBracket;
  scan.at += isElement ? 2 : 1;
  const path = readPath(scan);
  const frames: Frame[] = isElement ? [{ kind: "item", index: addElementTo(scan, path.join(".")), previous: null }] : [];
  scan.table = frames.concat(keyFrames(path)).slice(0, maximumContextDepth);
  scan.root = new Level(false);
}

/** One more element of the array of tables; its index. */
function addElementTo(scan: TomlScan, name: string): number {
  const last = scan.tables.get(name);
  const index = last === undefined ? 0 : last + 1;
  noteElement(scan, name, index);
  return index;
}

/** The key of an entry and its sign; false where there is none. */
export function readKey(scan: TomlScan, target: Level): boolean {
  const path = readPath(scan);
  if (path.length === 0 || scan.text.charCodeAt(scan.at) !== equals) return false;
  scan.at++;
  target.key = path;
  return true;
}

/** A dotted key; the scan is left behind the blanks that follow it. */
function readPath(scan: TomlScan): readonly string[] {
  const { text } = scan;
  const limit = Math.min(text.length, scan.at + longestKey);
  const path: string[] = [];
  while (scan.at < limit) {
    scan.at = skipBlanks(text, scan.at, limit);
    const unit = text.charCodeAt(scan.at);
    const start = scan.at;
    if (unit === doubleQuote || unit === singleQuote) {
      const close = closingQuote(text, start + 1, unit, limit);
      if (close < 0) return path;
      path.push(stringValue(text, start + 1, close, unit === doubleQuote, false).text);
      scan.at = close + 1;
    } else {
      while (scan.at < limit && isKeyUnit(text.charCodeAt(scan.at))) scan.at++;
      if (scan.at === start) return path;
      path.push(text.slice(start, scan.at));
    }
    scan.at = skipBlanks(text, scan.at, limit);
    if (text.charCodeAt(scan.at) !== dot) return path;
    scan.at++;
  }
  return path;
}
