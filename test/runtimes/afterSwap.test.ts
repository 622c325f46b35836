import assert from "node:assert/strict";
import { type Alternative, alternativeGroups } from "../../src/alternatives/alternative.ts";
import type { Analysis, AssessedReference } from "../../src/engine.ts";
import { severityOrder } from "../../src/lint/merge.ts";
import { applyEdits } from "../../src/text.ts";
import { projectEngine, readFixtures } from "../fixtures.ts";
import { unmark } from "./marks.ts";
import { swaps } from "./swaps.ts";

const engine = projectEngine();

interface Text {
  readonly path: string;
  readonly text: string;
}

const texts: readonly Text[] = [
  ...swaps.map(([, path, marked]): Text => ({ path, text: unmark(marked).text })),
  ...readFixtures().map(({ name, text }): Text => ({ path: name, text })),
];

interface Found {
  readonly reference: AssessedReference | null;
  /** each rule with its severity as a number: 0 is the strongest */
  readonly rules: ReadonlyMap<string, number>;
}

/** What is found of the name that ends at `end`, which may be the last part of an address. */
function foundAt({ references, findings }: Analysis, end: number): Found {
  const index = references.findIndex(({ candidate }) => candidate.range.end === end);
  const rules = new Map(
    findings.filter((finding) => finding.reference === index).map(({ rule, severity }) => [rule, severityOrder.indexOf(severity)]),
  );
  return { reference: references[index] ?? null, rules };
}

/** The best of each group. */
function bestOf(alternatives: readonly Alternative[]): readonly Alternative[] {
  return alternativeGroups.flatMap((group) => alternatives.find((each) => each.group === group) ?? []);
}

const strongest = (rules: ReadonlyMap<string, number>): number => Math.min(Number.POSITIVE_INFINITY, ...rules.values());

describe("after the best swap of each group at any place of every runtime's fixtures", () => {
  const seen = new Set<string | null>();
  let made = 0;

  /** Makes each alternative at each place, and hands over what is found at the place before and after. */
  const each = (check: (made: Swapped) => void): void => {
    for (const document of texts) {
      const analysis = engine.analyze(document);
      for (const reference of analysis.references) {
        for (const alternative of bestOf(engine.alternativesFor(reference))) {
          const { edits } = engine.swap(reference, alternative);
          const text = applyEdits(document.text, edits);
          const { start, end } = reference.candidate.range;
          // a place of the same name before it may have changed too
          const moved = edits
            .filter(({ range }) => range.start < start)
            .reduce((sum, { range, text: written }) => sum + written.length - (range.end - range.start), 0);
          check({
            what: `${document.path}: ${reference.candidate.text} → ${alternative.text} (${reference.runtime})`,
            openness: alternative.class,
            text: alternative.text,
            before: foundAt(analysis, end),
            after: foundAt(engine.analyze({ path: document.path, text }), start + moved + alternative.text.length),
          });
          seen.add(reference.runtime);
          made++;
        }
      }
    }
  };

  interface Swapped {
    readonly what: string;
    readonly openness: string;
    readonly text: string;
    readonly before: Found;
    readonly after: Found;
  }

  it("its place names the model that was offered, and has no finding on its class where that is the goal, nor any more severe than before", () => {
    each(({ what, openness, text, before, after }) => {
      assert.ok(after.reference, `${what}: nothing is found`);
      assert.ok(text.endsWith(after.reference.candidate.text), `${what}: ${after.reference.candidate.text}`);
      assert.equal(after.reference.assessment.class, openness, what);
      if (openness === "open-recipe") {
        for (const rule of ["closed-model", "open-weights-only", "unknown-model"]) assert.ok(!after.rules.has(rule), `${what}: ${rule}`);
      }
      assert.ok(!after.rules.has("closed-model"), what);
      assert.ok(strongest(after.rules) >= strongest(before.rules), `${what}: ${[...after.rules.keys()].join(", ")}`);
    });
    assert.ok(made > 300, `${made} swaps were made`);
    assert.ok(seen.size > 25, `in ${seen.size} runtimes`);
  });
});
