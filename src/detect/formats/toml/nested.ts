// Into arrays and inline tables, out of them, and what a value is to what it stands in.

import { addConfigValue, addElement, addWordList, noFacts, noteSiblingOf, wordListFor } from "../configCommands.ts";
import { type MappedText, sliceOf } from "../mappedText.ts";
import { maximumNesting } from "../values.ts";
import { skipSpace } from "./characters.ts";
import { readKey } from "./keys.ts";
import { Level, type TomlScan } from "./state.ts";

/** Goes into the array or inline table whose bracket stands at {@link TomlScan.at}. */
export function open(scan: TomlScan, array: boolean): void {
  scan.at++;
  if (scan.stack.length >= maximumNesting) {
    scan.beyond++;
    return;
  }
  scan.stack.push(new Level(array));
  if (!array) readInnerKey(scan);
}

/** The key of an inline table, which may stand on another line. */
export function readInnerKey(scan: TomlScan): void {
  skipSpace(scan);
  const top = scan.stack[scan.stack.length - 1];
  if (top !== undefined) readKey(scan, top);
}

/** Goes out of the innermost array or inline table, which may be a command line that is whole now. */
export function close(scan: TomlScan): void {
  if (scan.beyond > 0) {
    scan.beyond--;
    return;
  }
  const closed = scan.stack.pop();
  if (closed === undefined) return;
  const parent = scan.top;
  if (parent.array) parent.previous = null;
  if (closed.list === null) return;
  const key = parent.array ? null : (parent.key[parent.key.length - 1] ?? null);
  if (key !== null) parent.facts ??= noFacts();
  addWordList(scan.findings, closed.list, key, key === null ? null : parent.facts, scan.surroundings);
}

/** Adds what a string holds. */
export function addString(scan: TomlScan, value: MappedText): void {
  const { findings, top } = scan;
  if (scan.beyond > 0) return;
  if (top.array) {
    if (top.index === 0 && top.list === null) top.list = wordListFor(keyAround(scan), value.text);
    if (top.list !== null) addElement(top.list, value, top.index);
    else addConfigValue(findings, value, null, null, true, scan.surroundings);
    top.previous = value.text;
    return;
  }
  const key = top.key[top.key.length - 1] ?? "";
  if (noteSiblingOf(top, key, value.text, findings)) return;
  addConfigValue(findings, value, key, top.facts, false, scan.surroundings);
}

/** Adds an element that is no string and stands in `[start, end)`. */
export function addLiteral(scan: TomlScan, top: Level, start: number, end: number): void {
  top.previous = null;
  if (top.list !== null) addElement(top.list, sliceOf(scan.text, start, end), top.index);
}

/** The key whose value the innermost array is; null for an array inside an array. */
function keyAround({ stack, root }: TomlScan): string | null {
  const parent = stack.length > 1 ? stack[stack.length - 2] : root;
  return parent === undefined || parent.array ? null : (parent.key[parent.key.length - 1] ?? null);
}
