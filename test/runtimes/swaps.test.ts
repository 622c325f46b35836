import assert from "node:assert/strict";
import fc from "fast-check";
import type { Member } from "../../src/catalog/record.ts";
import type { Engine } from "../../src/engine.ts";
import { runtimeById, runtimes } from "../../src/runtimes/runtimes.ts";
import { projectCatalog, projectEngine } from "../fixtures.ts";
import { assertParses, unmark } from "./marks.ts";
import { base, embedder, instruct, smollm, swaps } from "./swaps.ts";

describe("swaps, by runtime", () => {
  const catalog = projectCatalog();
  const engine: Engine = projectEngine();
  const members = new Map(
    catalog.models.flatMap((record) => (record.members ?? []).map((member) => [member.name, { record, member }] as const)),
  );

  for (const [id, path, marked, name, wanted] of swaps) {
    it(`${id}, ${path}: ${marked.replace(/\s+/g, " ").slice(0, 90)} becomes ${wanted}`, () => {
      const { text, range } = unmark(marked);
      const written = engine.analyze({ path, text }).references.find(({ candidate }) => candidate.range.start === range.start);
      assert.ok(written, "no reference stands there");
      assert.deepEqual(written.candidate.range, range);
      assert.equal(written.runtime, id);
      const found = members.get(name);
      assert.ok(found, `${name} is no member`);
      assert.equal(runtimeById(id)?.print({ member: found.member }, written.identity), wanted);

      const after = text.slice(0, range.start) + wanted + text.slice(range.end);
      assertParses(path, after);
      const swapped = engine.analyze({ path, text: after }).references.find(({ candidate }) => candidate.range.start === range.start);
      assert.ok(swapped, `nothing is read back from ${after}`);
      assert.equal(swapped.candidate.text, wanted);
      assert.equal(swapped.runtime, id);
      assert.equal(catalog.find(swapped.identity)?.record.id, found.record.id);
    });
  }

  it("read back what they print, whatever was written before: the same record answers, and printing again changes nothing", () => {
    const known = [...members.values()];
    fc.assert(
      fc.property(fc.constantFrom(...runtimes), fc.constantFrom(...known), fc.constantFrom(...known), (runtime, offered, current) => {
        const before = runtime.print({ member: current.member }, null);
        const written = before === null ? null : runtime.read(before);
        const text = runtime.print({ member: offered.member }, written);
        if (text === null) return;
        const identity = runtime.read(text);
        assert.ok(identity, `${runtime.id} prints ${text} and cannot read it`);
        assert.equal(catalog.find(identity)?.record.id, offered.record.id, `${runtime.id} prints ${text} for ${offered.member.name}`);
        assert.equal(runtime.print({ member: offered.member }, identity), text);
        assert.ok((runtime.needs?.({ member: offered.member }, identity) ?? []).every((need) => need !== ""));
      }),
      { numRuns: 5000 },
    );
  });

  it("offer nothing where a provider, an engine or a format has no name for the model", () => {
    const open = (name: string): Member => members.get(name)?.member ?? assert.fail(name);
    for (const id of [
      "anthropic",
      "google",
      "vertex",
      "mistral",
      "cohere",
      "groq",
      "azure",
      "xai",
      "whisper",
      "ultralytics",
      "ai-sdk/openai",
    ])
      for (const name of [instruct, embedder, smollm])
        assert.equal(runtimeById(id)?.print({ member: open(name) }, null), null, `${id} ${name}`);
    assert.equal(runtimeById("llama.cpp")?.print({ member: open(base) }, null), null);
    assert.equal(runtimeById("hf-inference")?.print({ member: open(smollm) }, null), null);
    assert.equal(runtimeById("openrouter")?.print({ member: open(smollm) }, null), null);
    assert.equal(runtimeById("fastembed")?.print({ member: open(instruct) }, null), null);
  });
});
