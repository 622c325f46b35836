import assert from "node:assert/strict";
import type { AddressSite } from "../../src/detect/address/site.ts";
import type { Candidate, Format } from "../../src/detect/candidate.ts";
import type { Frame } from "../../src/detect/frame.ts";

export const argument = (callee: string, at: number | string): Frame =>
  typeof at === "number"
    ? { kind: "argument", callee, position: at, keyword: null }
    : { kind: "argument", callee, position: null, keyword: at };
export const property = (key: string): Frame => ({ kind: "property", key });
export const item = (index: number, previous: string | null = null): Frame => ({ kind: "item", index, previous });
export const assignment = (name: string): Frame => ({ kind: "assignment", name });
export const fallback = (name: string | null): Frame => ({ kind: "fallback", name });
export const flag = (name: string): Frame => ({ kind: "flag", command: "", name });
export const union = (name: string | null): Frame => ({ kind: "declaration", of: "union", name });
/** a class that keeps models by its name */
export const register = (name: string): Frame => ({ kind: "declaration", of: "class", name });
export const enumeration = (name: string): Frame => ({ kind: "declaration", of: "enum", name });
export const address = (site: AddressSite): Frame => ({ kind: "address", site });
export const comparison: Frame = { kind: "comparison" };

/**
 * Asserts the candidates of `source` whose text is marked by the guillemets `«` and `»`: all of them, no others, in their order, each with its
 * context from innermost outward. The marks show where a candidate starts and ends; they are taken out before the scan.
 */
export function expectCandidates(format: Format, marked: string, contexts: readonly (readonly Frame[])[]): void {
  const ranges: { start: number; end: number }[] = [];
  let source = "";
  for (const character of marked) {
    if (character === "«") ranges.push({ start: source.length, end: source.length });
    else if (character === "»") {
      const last = ranges.at(-1);
      assert.ok(last, "a range is opened before it is closed");
      ranges[ranges.length - 1] = { start: last.start, end: source.length };
    } else source += character;
  }
  const expected = ranges.map((range, index) => ({
    text: source.slice(range.start, range.end),
    range,
    context: contexts[index] ?? [],
    cell: null,
  }));
  assert.equal(contexts.length, ranges.length, "one context for each marked range");
  assert.deepEqual(format.detect(source).candidates, expected satisfies Candidate[]);
}
