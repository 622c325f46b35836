import type { Frame } from "../candidate.ts";
import { objectStrings } from "../embeddedJson.ts";
import type { MappedText } from "../formats/mappedText.ts";
import { addAllInside, type CandidateList } from "../formats/values.ts";

/** Adds the strings of a JSON text that is a word: the body of a request, an override, what a variable holds. */
export function scanJson(value: MappedText, findings: CandidateList, outer: () => readonly Frame[]): void {
  addAllInside(findings, objectStrings(value), outer);
}
