// What a scalar is to what it stands in.

import { addConfigValue, addElement, isSiblingKey, noteSiblingOf, outlookOf, type WordList, wordListFor } from "../configCommands.ts";
import { type MappedText, sliceOf } from "../mappedText.ts";
import { addPlainName } from "../values.ts";
import type { Level, YamlScan } from "./state.ts";

/** Adds a scalar that is written as it is, in `[start, end)`. Most are nothing by their looks, and are not cut out. */
export function addSlice(scan: YamlScan, start: number, end: number): void {
  const { top, text } = scan;
  if (top === null || !addPlain(scan, top, start, end)) addScalar(scan, sliceOf(text, start, end));
  else if (isElementOf(top)) top.current = text.slice(start, end);
}

/** Adds a scalar that is a name or nothing; false where it is to be looked at closer. */
function addPlain(scan: YamlScan, top: Level, start: number, end: number): boolean {
  const { text, findings } = scan;
  let key: string | null = null;
  if (isElementOf(top)) {
    const list = top.index === 0 ? wordList(scan, top, text.slice(start, end)) : top.list;
    if (list !== null) return false;
  } else {
    key = top.key ?? "";
    if (isSiblingKey(key) || (top.facts !== null && top.facts.variable !== null)) return false;
  }
  const outlook = outlookOf(findings.interest, text, start, end, key, scan.isAroundOfInterest);
  if (outlook === "name") addPlainName(findings, sliceOf(text, start, end), scan.surroundings);
  return outlook !== "other";
}

/** Whether a scalar is an element of a sequence, and not the value of a pair in it. */
function isElementOf(top: Level): boolean {
  return top.sequence && top.key === null;
}

/** Adds what a scalar holds. */
export function addScalar(scan: YamlScan, value: MappedText): void {
  const { top, findings } = scan;
  if (top === null) {
    addConfigValue(findings, value, null, null, false, scan.surroundings);
    return;
  }
  if (isElementOf(top)) {
    top.current = value.text;
    const list = wordList(scan, top, value.text);
    if (list !== null) addElement(list, value, top.index);
    else addConfigValue(findings, value, null, null, true, scan.surroundings);
    return;
  }
  const key = top.key ?? "";
  if (noteSiblingOf(top, key, value.text, findings)) return;
  addConfigValue(findings, value, key, top.facts, false, scan.surroundings);
}

/** The command line whose elements the sequence's strings are, or null. */
export function wordList(scan: YamlScan, level: Level, first: string): WordList | null {
  if (level.index === 0 && level.list === null) {
    const parent = scan.stack[scan.stack.length - 2];
    level.list = wordListFor(parent === undefined || parent.sequence ? null : parent.key, first);
  }
  return level.list;
}

/** The key whose value holds the scalar that is being read. */
export function keyAround(scan: YamlScan): string | null {
  for (let i = scan.stack.length - 1; i >= 0 && i > scan.stack.length - 4; i--) {
    const level = scan.stack[i];
    if (level !== undefined && level.key !== null) return level.key;
  }
  return null;
}
