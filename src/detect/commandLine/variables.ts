import type { CandidateList } from "../findings.ts";
import { type MappedText, subText } from "../formats/mappedText.ts";
import { addValue, addVariableValue, inside } from "../formats/values.ts";
import type { Frame } from "../frame.ts";
import { isJson, scanJson } from "./json.ts";

/**
 * Adds what an environment variable of that name holds: one value, or several with commas, and blanks where it says that it holds models; the
 * strings of an object or array of JSON, such as the body of a request.
 */
export function addVariable(out: CandidateList, name: string, value: MappedText, context: () => readonly Frame[]): void {
  if (isJson(value.text)) scanJson(value, out, context);
  else if (/models$/i.test(name) && isWordList(value.text)) addWords(out, value, context);
  else addVariableValue(out, value, context);
}

/** Whether a value is several names and no text: a loop takes them apart, as the shell splits what is in a variable. */
export function isWordList(text: string): boolean {
  const words = text.slice(0, longestList).trim().split(/\s+/);
  return words.length > 1 && words.every((word) => /^[\w./:@-]{2,}$/.test(word));
}

/** Longer values are no lists of models. */
const longestList = 4096;

function addWords(out: CandidateList, value: MappedText, context: () => readonly Frame[]): void {
  const frames = context();
  let previous: string | null = null;
  let position = 0;
  for (const { 0: text, index } of value.text.matchAll(/\S+/g)) {
    const item: Frame = { kind: "item", index: position++, previous };
    addValue(out, subText(value, index, index + text.length), () => inside(item, frames));
    previous = text;
  }
}
