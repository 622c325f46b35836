import { objectStrings } from "../embeddedJson.ts";
import type { CandidateList } from "../findings.ts";
import type { MappedText } from "../formats/mappedText.ts";
import { addAllInside } from "../formats/values.ts";
import type { Frame } from "../frame.ts";

/** More white space stands at the beginning of no value. */
const longestMargin = 200;

/**
 * Whether a value begins as an object with a key, or an array of strings or objects, does. Programs of Python take their literals in single quotes
 * as well, and n8n marks what it evaluates with `=`.
 */
export function isJson(text: string): boolean {
  return /^\s*(?:=\s*)?(?:\{\s*["']|\[\s*["'{])/.test(text.slice(0, longestMargin));
}

/** Adds the strings of a JSON text that is a word: the body of a request, an override, what a variable holds. */
export function scanJson(value: MappedText, findings: CandidateList, outer: () => readonly Frame[]): void {
  const { text } = value;
  const quoted = text.includes('"') ? value : { ...value, text: text.replaceAll("'", '"') };
  addAllInside(findings, objectStrings(quoted), outer);
}
