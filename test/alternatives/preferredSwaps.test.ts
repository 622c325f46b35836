import assert from "node:assert/strict";
import { preferredSwaps } from "../../src/alternatives/preferredSwaps.ts";
import type { Analysis, AssessedReference } from "../../src/engine.ts";
import { named } from "../../src/identify/names.ts";
import type { Fix } from "../../src/lint/finding.ts";
import type { TextEdit } from "../../src/text.ts";

const edit = (start: number, end: number, text: string): TextEdit => ({ range: { start, end }, text });

/** What is swapped where each place has one preferred fix of these edits. */
function swapped(fixes: readonly (readonly TextEdit[])[]): readonly (readonly TextEdit[])[] {
  const references = fixes.map(
    ([own]) =>
      ({
        candidate: { range: own?.range, text: "now", context: [] },
        identity: named("ollama", "now"),
        runtime: "ollama",
        needs: [],
      }) as unknown as AssessedReference,
  );
  const findings = fixes.map((_, reference) => ({ reference, suppressed: false }));
  const analysis = { references, findings } as unknown as Analysis;
  const engine = {
    fixes: (reference: AssessedReference): readonly Fix[] => [
      { title: "", preferred: true, losses: [], needs: [], edits: fixes[references.indexOf(reference)] ?? [] },
    ],
  };
  return preferredSwaps(analysis, engine).swaps.map(({ edits }) => edits);
}

describe("the preferred swaps of a document", () => {
  it("make an edit once that two of them ask for", () => {
    const [model, tokenizer] = [edit(10, 15, "a"), edit(30, 35, "a")];
    assert.deepEqual(
      swapped([
        [model, tokenizer],
        [tokenizer, model],
      ]),
      [[model, tokenizer], []],
    );
  });

  it("leave one out that would change what another one changes, before it, behind it or around it", () => {
    const first = edit(10, 20, "a");
    for (const other of [edit(10, 20, "b"), edit(5, 11, "b"), edit(19, 25, "b"), edit(12, 14, "b"), edit(5, 25, "b")]) {
      assert.deepEqual(swapped([[first], [other]]), [[first]], JSON.stringify(other.range));
    }
    for (const other of [edit(5, 10, "b"), edit(20, 25, "b")]) assert.deepEqual(swapped([[first], [other]]), [[first], [other]]);
  });

  it("take time in proportion to their number", () => {
    const many = Array.from({ length: 20_000 }, (_, index) => [edit(10 * index, 10 * index + 5, "a")]);
    const began = performance.now();
    assert.equal(swapped([...many].reverse()).length, many.length);
    // comparing each with each takes 200 million comparisons
    assert.ok(performance.now() - began < 20_000);
  });
});
