import assert from "node:assert/strict";
import type { Analysis } from "../src/engine.ts";
import { projectEngine, readFixtures } from "./fixtures.ts";
import { heapUsed } from "./heapUsed.ts";

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

describe("the engine on a notebook's cell", () => {
  it("knows from the other cells what an unknown name is", () => {
    const document = { path: "a.ipynb", languageId: "python", text: 'answer = ask(model="acme-chat-2")\n' };
    const engine = projectEngine();
    const namesIn = (otherCells: string): readonly string[] =>
      engine.analyze({ ...document, otherCells }).references.map(({ candidate }) => candidate.text);
    assert.deepEqual(namesIn("import openai\n"), ["acme-chat-2"]);
    assert.deepEqual(namesIn("import os\n"), []);
  });
});

describe("the engine on a document that is typed in", () => {
  it("finds what it finds in the whole text, after each change", () => {
    const engine = projectEngine();
    let before: Analysis | null = null;
    for (const text of [
      "import openai\nx = 1\n",
      'import openai\nmodel = "gpt-4o"\n',
      'import openai\n\nmodel = "gpt-4o"\n',
      'import openai\n\nmodel = "gpt-4"\n',
    ]) {
      const analysis: Analysis = engine.analyze({ path: "a.py", text }, undefined, before);
      const whole = engine.analyze({ path: "a.py", text });
      assert.deepEqual(analysis.findings, whole.findings);
      assert.deepEqual(
        analysis.references.map(({ candidate, identity }) => ({ candidate, identity })),
        whole.references.map(({ candidate, identity }) => ({ candidate, identity })),
      );
      before = analysis;
    }
  });

  it("keeps nothing of the texts and analyses before the last", () => {
    const engine = projectEngine();
    const lines = "an_ordinary_line_of_a_program(with_an_argument, and_another)\n".repeat(16_000);
    let before: Analysis | null = null;
    const type = (i: number): void => {
      const text = `import openai\nmodel = "gpt-4o"\n${lines}another_model_name_${i} = "gpt-4o"\n`;
      before = engine.analyze({ path: "a.py", text }, undefined, before);
    };
    for (let i = 0; i < 3; i++) type(i);
    const used = heapUsed();
    for (let i = 0; i < 40; i++) type(i);
    // each text is a megabyte
    assert.ok(heapUsed() - used < 10e6);
    assert.ok(before !== null);
  });
});
