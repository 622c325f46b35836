import type { Candidate } from "./candidate.ts";
import { beginsSettings, settingStrings } from "./embeddedSettings.ts";
import { beginsMapping, mappingStrings } from "./embeddedYaml.ts";
import type { CandidateList } from "./findings.ts";
import { type JsonContainer, jsonContext } from "./formats/json/containers.ts";
import { readJsonStrings } from "./formats/json/reader.ts";
import { mappedJsonString } from "./formats/json/strings.ts";
import { documentRange, type MappedText, MappedTextBuilder, subText } from "./formats/mappedText.ts";
import { addValue } from "./formats/values.ts";
import type { Interpolation, StringKind } from "./languages/profile.ts";

const doubleQuote = 34;
const openParenthesis = 40;
const closeParenthesis = 41;
const backslash = 92;
const backtick = 96;
const openBrace = 123;
const pipe = 124;
const closeBrace = 125;

/*
 * Programs without a client library write the request to a model's API as JSON in a string. What servers send back has the same `model` key
 * and selects nothing: it is told by the keys beside.
 */

/** Longer strings with code filled in are not read: they may hold each other, and reading each anew would be quadratic. */
export const longestFilled = 20_000;

/**
 * Whether what stands in the string `[start, end)` of `text` begins as a JSON object with a key does: a brace, white space, and a quote, which an
 * escape or a second quote may protect. The brace stands twice where one would begin what is filled in: in Python's f-strings, and in any string
 * that is a format, as no JSON begins so. Or, in strings of several lines, as one that is written in YAML, or as settings.
 */
export function beginsObject(text: string, start: number, end: number, kind: StringKind): boolean {
  let i = afterBlanks(text, start, end);
  if (text.charCodeAt(i) !== openBrace) return kind.multiLine === true && (beginsMapping(text, i, end) || beginsSettings(text, i, end));
  const doubled = text.charCodeAt(i + 1) === openBrace;
  if (fillsBraces(kind.interpolation) && !doubled) return false;
  if (doubled && (kind.interpolation === undefined || fillsBraces(kind.interpolation))) i++;
  i = afterBlanks(text, i + 1, end);
  const code = text.charCodeAt(i);
  return i < end && (code === doubleQuote || ((code === backslash || code === backtick) && text.charCodeAt(i + 1) === doubleQuote));
}

/** Whether a brace begins what is filled in, and two stand for one. */
function fillsBraces(interpolation: Interpolation | undefined): boolean {
  return interpolation?.doubled === true && interpolation.open === "{";
}

/** How the text of a format is filled in: `format!("{{\"model\": \"x\", \"prompt\": \"{}\"}}", ...)`. */
const formatted: Interpolation = { open: "{", doubled: true };

/** Behind blanks and line breaks, escaped ones and the margin that Scala and Kotlin strip as well. */
export function afterBlanks(text: string, start: number, end: number): number {
  let i = start;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code === 32 || code === pipe || (code >= 9 && code <= 13)) i++;
    else if (code === backslash && /[nrt]/.test(text.charAt(i + 1))) i += 2;
    else break;
  }
  return i;
}

/**
 * The strings of the object that the string `[start, end)` of `source` holds, as candidates with their place in `source` and the keys
 * around them. What the program fills in is unresolved. An object that a server answered with has none. Of YAML and settings, only what keys of models hold.
 */
export function embeddedObject(source: string, start: number, end: number, kind: StringKind): readonly Candidate[] {
  if (kind.interpolation !== undefined && end - start > longestFilled) return [];
  const first = afterBlanks(source, start, end);
  const isFormat = kind.interpolation === undefined && source.startsWith("{{", first);
  const value = writtenText(source, start, end, isFormat ? { ...kind, interpolation: formatted } : kind);
  const { text } = value;
  const at = afterBlanks(text, 0, text.length);
  if (text.charCodeAt(at) === openBrace) return objectStrings(value);
  return beginsMapping(text, at, text.length) ? mappingStrings(value) : settingStrings(value);
}

/** The strings of the object or array that the value is, but for what a server answered with. */
export function objectStrings(value: MappedText): readonly Candidate[] {
  const out: Candidate[] = [];
  const list: CandidateList = { candidates: out, interest: null };
  readJsonStrings<ContainerData>(value.text, {
    string(from, to, escaped, stack) {
      // broken text: the object is closed
      if (stack.length === 0) return;
      // a container that was opened since the last string holds what comes from here on
      for (let i = stack.length - 1; i >= 0 && stack[i]?.data === null; i--) {
        const opened = stack[i];
        if (opened !== undefined) opened.data = { first: out.length, isAnswer: false };
      }
      noteKey(stack, out.length);
      const top = stack[stack.length - 1];
      if (top?.data && isAnswerValue(top.key, value.text.slice(from, Math.min(to, from + longestTellingValue)))) top.data.isAnswer = true;
      if (!escaped) {
        addValue(list, subText(value, from, to), () => jsonContext(stack));
        return;
      }
      const found: CandidateList = { candidates: [], interest: null };
      addValue(found, mappedJsonString(value.text, from, to, escaped), () => jsonContext(stack));
      for (const candidate of found.candidates) {
        out.push({ ...candidate, range: documentRange(value, candidate.range.start, candidate.range.end) });
      }
    },
    literal(_start, _end, stack) {
      noteKey(stack, out.length);
    },
    close(container, stack) {
      noteKey(stack, out.length);
      if (container.data?.isAnswer) out.length = container.data.first;
    },
  });
  return out;
}

/** What is kept with an object or array: how many candidates there were before it, and whether a server answered with it. */
interface ContainerData {
  readonly first: number;
  isAnswer: boolean;
}

/** Characters of a value that are looked at to tell an answer. */
const longestTellingValue = 12;

/** Whether the value of the key tells an answer: an id of the provider's, or that the model speaks. */
function isAnswerValue(key: string | null, value: string): boolean {
  return (key === "id" && answerId.test(value)) || (key === "role" && (value === "assistant" || value === "model"));
}

/** What the ids of answers and of kept objects begin with, at the providers below. */
const answerId = /^(?:chatcmpl|cmpl|msg|resp|modr|asst|run|step|thread|batch|ftjob|gen|embd)[-_]/;

/**
 * Keys of answers, events and listings that no request has, by the API references of OpenAI, Anthropic, Google, Mistral, Cohere and Ollama.
 */
const answerKeys: ReadonlySet<string> = new Set(
  "choices object created created_at modified_at done done_reason stop_reason finish_reason generation_id system_fingerprint usageMetadata modelVersion owned_by results digest".split(
    " ",
  ),
);

function noteKey(stack: readonly JsonContainer<ContainerData>[], count: number): void {
  const top = stack[stack.length - 1];
  if (top === undefined || top.array || top.key === null || !answerKeys.has(top.key)) return;
  top.data ??= { first: count, isAnswer: true };
  top.data.isAnswer = true;
}

/** Stands for what is filled in: no name holds it. */
const filledIn = "$";

/** What the program will see of the string, with its places. */
export function writtenText(source: string, start: number, end: number, kind: StringKind): MappedText {
  const { escapes, interpolation, close } = kind;
  const builder = new MappedTextBuilder(source);
  const letters = escapes === "backslash" ? controlLetters : null;
  const bracesAreDoubled = fillsBraces(interpolation);
  let from = start;
  let i = start;
  while (i < end) {
    const code = source.charCodeAt(i);
    let next = -1;
    if (interpolation !== undefined && source.startsWith(interpolation.open, i)) {
      const { length } = interpolation.open;
      builder.copy(from, i);
      if (interpolation.doubled && source.startsWith(interpolation.open, i + length)) {
        next = Math.min(i + 2 * length, end);
        builder.replace(interpolation.open, i, next);
      } else {
        next = filledEnd(source, i, i + length, end);
        builder.replace(filledIn, i, next);
      }
    } else if (bracesAreDoubled && code === closeBrace && source.charCodeAt(i + 1) === closeBrace && i + 1 < end) {
      builder.copy(from, i);
      next = i + 2;
      builder.replace("}", i, next);
    } else if (code === backslash && letters !== null) {
      builder.copy(from, i);
      next = builder.escape(i, end, letters);
    } else if (escapes === "backtick" && code === backtick && i + 1 < end) {
      builder.copy(from, i);
      next = i + 2;
      builder.replace(source.charAt(i + 1), i, next);
    } else if (
      (escapes === "doubled" || escapes === "backtick") &&
      source.startsWith(close, i) &&
      source.startsWith(close, i + close.length)
    ) {
      builder.copy(from, i);
      next = i + 2 * close.length;
      builder.replace(close, i, next);
    }
    if (next < 0) i++;
    else {
      i = next;
      from = next;
    }
  }
  builder.copy(from, end);
  return builder.build();
}

const controlLetters: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/** Behind the brackets that close what is filled in; those that open it stand in `[mark, from)`. */
function filledEnd(source: string, mark: number, from: number, end: number): number {
  let depth = 0;
  for (let i = mark; i < end; i++) {
    const code = source.charCodeAt(i);
    if (code === openBrace || code === openParenthesis) depth++;
    else if (i >= from && (code === closeBrace || code === closeParenthesis) && --depth <= 0) return i + 1;
  }
  return end;
}
