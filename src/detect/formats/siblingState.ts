// What values say about those beside them, as a part of a reader's state that is kept and gone on from after a change.

import { detached } from "../../detached.ts";
import type { ReaderState } from "../resumption.ts";
import type { None } from "../trail.ts";
import type { SiblingFacts } from "./configCommands.ts";

type Values = ReaderState["values"];

/** Where an object says more of itself, in characters, a reader is not at rest: it would take longer to keep than to read. */
const longestFacts = 1024;

/** Whether a state can hold the facts, and other texts that are remembered with them. */
export function isShort(facts: SiblingFacts | null, ...texts: readonly (string | null)[]): boolean {
  let length = (facts?.image?.length ?? 0) + (facts?.variable?.length ?? 0);
  for (const word of facts?.program ?? []) length += word.length;
  for (const text of texts) length += text?.length ?? 0;
  return length <= longestFacts;
}

/** The facts as values. None at all, and null, are the same. */
export function valuesOfFacts(facts: SiblingFacts | null): Values {
  return facts === null ? noValues : detached([facts.image, facts.variable, facts.program.length, ...facts.program]);
}

const noValues: Values = [null, null, 0];

/** The facts whose values begin at `from`, null where there are none, and where the next values begin. */
export function factsAt(values: Values, from: number): { readonly facts: SiblingFacts | null; readonly end: number } {
  const [image, variable, words] = values.slice(from, from + noValues.length);
  const programFrom = from + noValues.length;
  const end = programFrom + Number(words);
  if (image === null && variable === null && end === programFrom) return { facts: null, end };
  return { facts: { image: textOrNull(image), program: values.slice(programFrom, end).map(String), variable: textOrNull(variable) }, end };
}

/** A value that is a text, or null. */
export function textOrNull(value: Values[number] | undefined): string | null {
  return typeof value === "string" ? value : null;
}

/** Never; compiles only while nothing of the facts is forgotten. */
export type Forgotten = None<Exclude<keyof SiblingFacts, "image" | "program" | "variable">>;
