import assert from "node:assert/strict";
import { runtimes } from "../../src/runtimes/runtimes.ts";
import { projectCatalog, projectEngine } from "../fixtures.ts";
import { unmark } from "./marks.ts";
import { places } from "./places.ts";

describe("places of models, by runtime", () => {
  const engine = projectEngine();

  for (const [found, path, source] of places) {
    it(`${path}: ${source.replace(/\s+/g, " ").slice(-100)} is ${found === "-" ? "none" : found}`, () => {
      const { text, range } = unmark(source);
      const { references } = engine.analyze({ path, text });
      const reference = references.find(({ candidate }) => candidate.range.start === range.start);
      if (found === "-") {
        assert.equal(reference, undefined);
        return;
      }
      assert.deepEqual(reference?.candidate.range, range);
      const [runtime, ...words] = found.split(" ");
      assert.equal(reference.runtime, runtime);
      assert.equal(reference.evidence, words.includes("generic") ? "generic" : "runtime");
      assert.equal(reference.swappable, !words.includes("fixed"));
      const scheme = words.find((word) => word.startsWith("@"))?.slice(1);
      if (scheme !== undefined) assert.equal(reference.identity.namespace, scheme);
      const task = words.find((word) => word !== "generic" && word !== "fixed" && !word.startsWith("@"));
      if (task !== undefined) assert.equal(reference.task, task);
    });
  }

  it("read nothing that is no name: paths, templates, placeholders, prose", () => {
    for (const runtime of runtimes) {
      for (const text of ["", "/models/a", "./a", "your-model-name", "two words", "{model}", "<model>", "a//b", "C:\\models\\a"]) {
        assert.equal(runtime.read(text), null, `${runtime.id} reads ${JSON.stringify(text)}`);
      }
    }
  });

  it("describe no place twice", () => {
    for (const runtime of runtimes) {
      const all = runtime.contexts.map((context) => JSON.stringify(context));
      assert.deepEqual([...new Set(all)], all, runtime.id);
    }
  });

  it("name models that the catalog can know", () => {
    const known = new Set(projectCatalog().models.flatMap(({ names }) => Object.keys(names)));
    for (const { id, namespace } of runtimes) assert.ok(known.has(namespace), `${id}: ${namespace}`);
  });
});
