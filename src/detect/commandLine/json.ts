import type { Frame } from "../candidate.ts";
import { jsonContext } from "../formats/json/containers.ts";
import { readJsonStrings } from "../formats/json/reader.ts";
import { mappedJsonString } from "../formats/json/strings.ts";
import { documentRange, type MappedText } from "../formats/mappedText.ts";
import { addValue, type CandidateList } from "../formats/values.ts";

/** Adds the strings of a JSON text given as an argument: the body of a request, an override. */
export function scanJson(value: MappedText, findings: CandidateList, context: () => readonly Frame[]): void {
  readJsonStrings<never>(value.text, {
    string(start, end, escaped, stack) {
      const inner = mappedJsonString(value.text, start, end, escaped);
      const local: CandidateList = { candidates: [], interest: findings.interest };
      addValue(local, inner, () => [...jsonContext(stack), ...context()]);
      for (const candidate of local.candidates) {
        findings.candidates.push({ ...candidate, range: documentRange(value, candidate.range.start, candidate.range.end) });
      }
    },
  });
}
