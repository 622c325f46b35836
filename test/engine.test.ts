import assert from "node:assert/strict";
import { projectEngine, readFixtures } from "./fixtures.ts";

describe("the engine on the fixtures", () => {
  const fixtures = readFixtures();
  const engine = projectEngine();

  it("has fixtures with and without references", () => {
    assert.ok(fixtures.some((fixture) => fixture.expected.length > 0));
    assert.ok(fixtures.some((fixture) => fixture.expected.length === 0));
  });

  for (const fixture of fixtures) {
    it(`${fixture.name}: finds what is marked, and nothing else`, () => {
      const { references, findings } = engine.analyze({ path: fixture.name, text: fixture.text });
      const lineOf = (start: number): number => fixture.text.slice(0, start).split("\n").length;
      const found = references.map((reference, index) => ({
        line: lineOf(reference.candidate.range.start),
        text: fixture.text.slice(reference.candidate.range.start, reference.candidate.range.end),
        ...reference.candidate.range,
        role: reference.role,
        rules: findings.filter((finding) => finding.reference === index).map((finding) => finding.rule),
      }));
      const wanted = fixture.expected.map(({ range, text, role, rules }) => ({
        line: lineOf(range.start),
        text,
        ...range,
        role,
        rules: [...rules],
      }));
      assert.deepEqual(found, wanted);
      fixture.expected.forEach(({ runtime, evidence }, index) => {
        if (runtime !== null) assert.equal(references[index]?.runtime, runtime, `runtime of ${references[index]?.candidate.text}`);
        if (evidence !== null) assert.equal(references[index]?.evidence, evidence, `evidence of ${references[index]?.candidate.text}`);
      });
    });
  }
});
