// What a scalar is to what it stands in.

import { assignmentAt } from "../../commandLine/looks.ts";
import type { Frame } from "../../frame.ts";
import type { StringKind } from "../../languages/profile.ts";
import { addConfigValue, addElement, isSiblingKey, noteSiblingOf, outlookOf, type WordList, wordListFor } from "../configCommands.ts";
import { addEmbedded, addEmbeddedObject } from "../embedded.ts";
import { json } from "../json.ts";
import { documentRange, type MappedText, sliceOf, subText } from "../mappedText.ts";
import { addPlainName, inside } from "../values.ts";
import type { Level, YamlScan } from "./state.ts";

const doubleQuote = 34;
const singleQuote = 39;

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
    else if (!addVariableJson(scan, value)) addConfigValue(findings, value, null, null, true, scan.surroundings);
    return;
  }
  const key = top.key ?? "";
  if (noteSiblingOf(top, key, value.text, findings) || addJson(scan, value, 0, scan.surroundings)) return;
  addConfigValue(findings, value, key, top.facts, false, scan.surroundings);
}

/** Adds what the JSON holds that an environment variable is, `NAME={"model": "x"}`; false where it is none. */
function addVariableJson(scan: YamlScan, value: MappedText): boolean {
  const equals = assignmentAt(value.text);
  if (equals <= 0) return false;
  const name = value.text.slice(0, equals);
  return addJson(scan, value, equals + 1, () => inside({ kind: "assignment", name }, scan.surroundings()));
}

/** An object with a key, an array of strings or objects. */
const jsonBeginning = /^(?:(\{)\s{0,20}"|\[\s{0,20}["{])/;
const longestBeginning = 24;

/** Adds what the JSON holds that a scalar is from `start` on; false where it is none. */
function addJson(scan: YamlScan, value: MappedText, start: number, outer: () => readonly Frame[]): boolean {
  const begins = jsonBeginning.exec(value.text.slice(start, start + longestBeginning));
  if (begins === null) return false;
  if (begins[1] === undefined) addEmbedded(scan.findings, subText(value, start, value.text.length), json, outer);
  else {
    const range = documentRange(value, start, value.text.length);
    addEmbeddedObject(scan.findings, scan.text, range.start, range.end, kindOf(scan.text, documentRange(value, 0, 1).start - 1), outer);
  }
  return true;
}

const doubleQuoted: StringKind = { open: '"', close: '"', escapes: "backslash", multiLine: true };
const singleQuoted: StringKind = { open: "'", close: "'", escapes: "doubled", multiLine: true };
const withoutQuotes: StringKind = { ...singleQuoted, escapes: "none" };

/** How the scalar is written whose opening quote, if it has one, is at `at`. */
function kindOf(text: string, at: number): StringKind {
  const unit = text.charCodeAt(at);
  return unit === doubleQuote ? doubleQuoted : unit === singleQuote ? singleQuoted : withoutQuotes;
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
