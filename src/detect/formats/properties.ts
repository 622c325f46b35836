import type { Detection, Format } from "../candidate.ts";
import type { CandidateList } from "../findings.ts";
import type { Frame } from "../frame.ts";
import type { Interest } from "../interest.ts";
import { isBlank, isEscaped, lineEndAt, skipBlanks } from "./lines.ts";
import { type MappedText, MappedTextBuilder, sliceOf } from "./mappedText.ts";
import { addVariableValue, maximumContextDepth, noFindings } from "./values.ts";

const tab = 9;
const newline = 10;
const formFeed = 12;
const carriageReturn = 13;
const space = 32;
const exclamation = 33;
const hash = 35;
const colon = 58;
const equals = 61;
const backslash = 92;

/** Longer keys are no keys. */
const longestKey = 512;

/**
 * Finds the values of Java properties: `a.b.c=value`, `a.b.c: value`, `a.b.c value`; comments begin with `#` or `!`, a backslash at the end
 * continues the line, `${NAME:default}` gives its default, commas part lists. The key's parts are the path: `models[0]` is an element of `models`.
 */
function detectProperties(text: string, interest?: Interest): Detection {
  const found = noFindings(interest);
  for (let line = 0; line < text.length; ) {
    let end = lineEndAt(text, line);
    const start = skipBlanks(text, line, end);
    const first = text.charCodeAt(start);
    if (start === end || first === hash || first === exclamation) {
      line = end + 1;
      continue;
    }
    while (end < text.length && isContinued(text, start, end)) end = lineEndAt(text, end + 1);
    addEntry(found, text, start, end);
    line = end + 1;
  }
  return { candidates: found.candidates, modules: [] };
}

/** Whether the line that ends at `end` goes on in the next. */
function isContinued(text: string, start: number, end: number): boolean {
  return isEscaped(text, text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end, start);
}

function addEntry(out: CandidateList, text: string, start: number, end: number): void {
  let keyEnd = start;
  while (keyEnd < end && !endsKey(text.charCodeAt(keyEnd))) keyEnd += text.charCodeAt(keyEnd) === backslash ? 2 : 1;
  if (keyEnd >= end || keyEnd - start > longestKey) return;
  let from = skipBlanks(text, keyEnd, end);
  const sign = text.charCodeAt(from);
  if (sign === equals || sign === colon) from = skipBlanks(text, from + 1, end);
  let to = end;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  if (from < to) addVariableValue(out, readPropertyValue(text, from, to), () => keyFrames(text.slice(start, keyEnd).replaceAll("\\", "")));
}

/** The path that a key names, innermost part first. */
function keyFrames(key: string): readonly Frame[] {
  const frames: Frame[] = [];
  const parts = key.split(".");
  for (let i = parts.length - 1; i >= 0 && frames.length < maximumContextDepth; i--) {
    const part = parts[i] ?? "";
    const indexed = /^([^[\]]{1,200})\[(\d{1,6})\]$/.exec(part);
    if (indexed === null) frames.push({ kind: "property", key: part });
    else frames.push({ kind: "item", index: Number(indexed[2]), previous: null }, { kind: "property", key: indexed[1] ?? "" });
  }
  return frames;
}

function readPropertyValue(text: string, start: number, end: number): MappedText {
  const value = sliceOf(text, start, end);
  const firstEscape = value.text.indexOf("\\");
  if (firstEscape < 0) return value;
  const builder = new MappedTextBuilder(text);
  let from = start;
  let i = start + firstEscape;
  while (i < end) {
    if (text.charCodeAt(i) !== backslash) {
      i++;
      continue;
    }
    builder.copy(from, i);
    i = readEscape(builder, text, i, end);
    from = i;
  }
  builder.copy(from, end);
  return builder.build();
}

const escapes: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", f: "\f" };

/** Appends what the escape at `at` stands for; the position behind it. */
function readEscape(builder: MappedTextBuilder, text: string, at: number, end: number): number {
  const letter = text.charAt(at + 1);
  if (letter === "\n" || letter === "\r") return skipBlanks(text, Math.min(lineEndAt(text, at) + 1, end), end);
  if (letter === "u" && /^[\dA-Fa-f]{4}$/.test(text.slice(at + 2, Math.min(at + 6, end)))) {
    builder.replace(String.fromCharCode(Number.parseInt(text.slice(at + 2, at + 6), 16)), at, at + 6);
    return at + 6;
  }
  const to = Math.min(at + 2, end);
  builder.replace(Object.hasOwn(escapes, letter) ? (escapes[letter] ?? letter) : letter, at, to);
  return to;
}

function endsKey(unit: number): boolean {
  return (
    unit === equals || unit === colon || unit === space || unit === tab || unit === formFeed || unit === carriageReturn || unit === newline
  );
}

/** Java properties: Spring, Quarkus, Micronaut. An editor's id `properties` means other files too, so that the file name decides. */
export const properties: Format = {
  id: "properties",
  languageIds: ["java-properties", "spring-boot-properties", "quarkus-properties"],
  fileNames: ["*.properties"],
  detect: detectProperties,
};
