// Lists in HCL and Bicep, where calls and parentheses may stand between a list and the key whose value it is.

import type { CommandFindings } from "../findings.ts";
import type { Frame } from "../frame.ts";
import { addConfigValue, addElement, addWordList, noFacts, type SiblingFacts, type WordList, wordListFor } from "./configCommands.ts";
import type { MappedText } from "./mappedText.ts";
import { maximumContextDepth } from "./values.ts";

/** An open bracket, or what is open around all of them. */
export interface OpenBracket {
  readonly kind: "block" | "statement" | "object" | "list" | "call" | "interpolation";
  /** calls: the function's name */
  readonly name: string;
  /** the key whose value is being read; null where none stands */
  key: string | null;
  /** lists and calls: the element or argument that is being read, and the string before it */
  index: number;
  previous: string | null;
  /** what the values of the keys say about each other */
  facts: SiblingFacts | null;
  /** lists: the words, where it is a command line */
  list: WordList | null;
}

/**
 * The key whose value the innermost bracket is, null where it is none's or an argument's: between the two stand calls of functions that are
 * `transparent` only, which give what they are given.
 */
export function keyAround(stack: readonly OpenBracket[], transparent: ReadonlySet<string>): string | null {
  for (let k = stack.length - 2; k >= 0 && k > stack.length - maximumContextDepth; k--) {
    const at = stack[k];
    if (at === undefined || at.kind === "list" || (at.kind === "call" && !transparent.has(at.name))) return null;
    if (at.kind !== "call") return at.key;
  }
  return null;
}

/** Adds a string that stands in the innermost bracket, a list; the first of them tells whether it is a command line. */
export function addToList(
  findings: CommandFindings,
  value: MappedText,
  list: OpenBracket,
  stack: readonly OpenBracket[],
  transparent: ReadonlySet<string>,
  context: () => readonly Frame[],
): void {
  if (list.index === 0 && list.list === null) list.list = wordListFor(keyAround(stack, transparent), value.text);
  if (list.list !== null) addElement(list.list, value, list.index);
  else addConfigValue(findings, value, null, null, true, context);
}

/** Adds what a closed bracket holds, where it was a command line; `around` is the bracket that is the innermost now. */
export function addClosedList(
  findings: CommandFindings,
  { list }: OpenBracket,
  around: OpenBracket,
  context: () => readonly Frame[],
): void {
  if (list === null) return;
  if (around.key !== null) around.facts ??= noFacts();
  addWordList(findings, list, around.key, around.facts, context);
}
