import type { Candidate } from "./candidate.ts";
import { behindComments, isTellingPlace, isWord } from "./embeddedConfiguration.ts";
import type { CandidateList } from "./findings.ts";
import { type MappedText, subText } from "./formats/mappedText.ts";
import { addValue, maximumContextDepth } from "./formats/values.ts";
import type { Frame } from "./frame.ts";

/*
 * Programs and tests write configurations as TOML, INI and HOCON into strings of several lines. So they do with code: a string is read only where
 * all of it is sections, braces and settings of plain values, and there only what keys of models are set to.
 */

/** A section in brackets, a key before a brace, or a setting, with what shows that it is one. */
const firstLine = /^(?:\[{1,2}[\w.:"-]{1,80}\]{1,2}[ \t]*\r?\n|[A-Za-z][\w.-]{0,60}[ \t]*(?:\{[ \t]*\r?\n|=))/;
const longestFirstLine = 160;

/** A key of a model with its sign, in a whole string, most of which are told by it to be none. */
const tellingLine = /(?:model|llm|embed|rerank|pretrained|checkpoint)[\w-]{0,40}["']?[ \t]{0,20}=/i;

/** A line alone is as likely to be of a program; a section or braces around it show what it is. */
const fewestLines = 2;

/** Longer lines set no model. */
const longestLine = 600;

/** Behind indentation and the margin that Scala and Kotlin strip. */
const margin = /^[ \t]*\|?[ \t]*/;

const comment = /^(?:[#;]|\/\/)/;

const section = /^\[{1,2}([\w.: "-]{1,80})\]{1,2}\s*(?:[#;].*)?$/;

/** `key {`, `key = {`, `key: {` */
const opening = /^(["']?)([A-Za-z][\w.-]{0,60})\1\s*[=:]?\s*\{\s*(?:#.*|\/\/.*)?$/;

const closing = /^\}[} ]*,?\s*(?:#.*|\/\/.*)?$/;

/** A key with its sign; the value stands behind it. */
const setting = /^(["']?)([A-Za-z][\w.-]{0,60})\1\s{0,20}\+?[=:]\s{0,20}/;

/** A value in quotes, or a word without: no call and no operation of a program. */
const scalar = /^(?:"([^"\\]*)"|'([^'\\]*)'|([^\s"'()[\]{}+*<>|&,;]+))\s*,?\s*(?:\s(?:#|\/\/|;).*)?$/;

/** A string of a list. */
const element = /"[^"\\]*"|'[^'\\]*'/g;

/** What is set to no name: lists, tables, what HOCON fills in, and texts of several words. */
const other = /^(?:\[[^()]*\],?|\{[^()]*\},?|\$\$?\{[^()]*|"[^"]*",?|[\w.:/-]+(?: [\w.:/-]+){0,20}|)\s*(?:#.*|\/\/.*)?$/;

/**
 * Whether what stands in the string of several lines whose first character that is not blank is at `first`, and which ends at `end`, begins as
 * settings do, comments aside, and has a key that may name a model.
 */
export function beginsSettings(text: string, first: number, end: number): boolean {
  const at = behindComments(text, first, end);
  if (!firstLine.test(text.slice(at, Math.min(end, at + longestFirstLine)))) return false;
  const written = text.slice(at, end);
  return written.includes("\n") && tellingLine.test(written);
}

/** What is known of the lines read so far. */
interface Reading {
  readonly value: MappedText;
  readonly found: CandidateList;
  section: readonly Frame[];
  /** the keys whose braces are open */
  readonly blocks: (readonly Frame[])[];
  isInList: boolean;
  /** sections, keys with braces, and settings */
  lines: number;
}

/**
 * What keys of models are set to in the settings that a string is, as candidates with their place in the document and the keys around them; none where
 * a line is no setting. A word alone is no model: it may stand for a type or a choice.
 */
export function settingStrings(value: MappedText): readonly Candidate[] {
  const { text } = value;
  const found: CandidateList = { candidates: [], interest: null };
  const reading: Reading = { value, found, section: [], blocks: [], isInList: false, lines: 0 };
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    if (end - start > longestLine) return [];
    const whole = text.slice(start, end);
    const indent = margin.exec(whole)?.[0].length ?? 0;
    const line = whole.slice(indent).trimEnd();
    if (line !== "" && !comment.test(line) && !readLine(reading, start + indent, line)) return [];
    start = end + 1;
  }
  return reading.lines < fewestLines ? [] : found.candidates;
}

/** Reads the line that begins at `start`; false where it is none of settings. */
function readLine(reading: Reading, start: number, line: string): boolean {
  const { blocks } = reading;
  if (reading.isInList) {
    reading.isInList = !line.startsWith("]");
    return true;
  }
  if (closing.test(line)) {
    blocks.length = Math.max(0, blocks.length - (line.split("}").length - 1));
    return true;
  }
  const header = section.exec(line)?.[1];
  if (header !== undefined) {
    reading.lines++;
    reading.section = framesOf(header);
    blocks.length = 0;
    return true;
  }
  const opened = opening.exec(line)?.[2];
  if (opened !== undefined) {
    reading.lines++;
    blocks.push(framesOf(opened));
    return true;
  }
  const [sign, , key] = setting.exec(line) ?? [];
  if (sign === undefined || key === undefined) return false;
  reading.lines++;
  return readValue(reading, key, start + sign.length, line.slice(sign.length));
}

/** Reads what the key is set to, which begins at `start`; false where no configuration sets anything to such. */
function readValue(reading: Reading, key: string, start: number, rest: string): boolean {
  const frames = (): readonly Frame[] =>
    [...framesOf(key), ...[...reading.blocks].reverse().flat(), ...reading.section].slice(0, maximumContextDepth);
  const match = scalar.exec(rest);
  const written = match?.[1] ?? match?.[2] ?? match?.[3];
  if (written !== undefined) {
    addSet(reading, start + (match?.[3] === undefined ? 1 : 0), written, frames());
    return true;
  }
  reading.isInList = rest === "[";
  if (reading.isInList) return true;
  if (!other.test(rest)) return false;
  if (rest.startsWith("[")) addElements(reading, start, rest, frames());
  return true;
}

/** Adds the strings of a list on one line. */
function addElements(reading: Reading, start: number, rest: string, frames: readonly Frame[]): void {
  let previous: string | null = null;
  let index = 0;
  for (const { 0: quoted, index: at } of rest.matchAll(element)) {
    const text = quoted.slice(1, -1);
    addSet(reading, start + at + 1, text, [{ kind: "item", index, previous }, ...frames]);
    previous = text;
    index++;
  }
}

/** Adds what stands at `from`, where a key of a model is set to it. */
function addSet({ value, found }: Reading, from: number, text: string, frames: readonly Frame[]): void {
  if (!isWord(text) && isTellingPlace(frames)) addValue(found, subText(value, from, from + text.length), () => frames);
}

/** The path that a key or a section names, innermost part first. */
function framesOf(name: string): readonly Frame[] {
  return name
    .split(".")
    .reverse()
    .map((part) => ({ kind: "property", key: part.replace(/["' ]/g, "") }));
}
