import assert from "node:assert/strict";
import { parse } from "yaml";
import { createAssessor } from "../../src/assess/assess.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { overlayCatalog } from "../../src/catalog/overlay.ts";
import { noProjectRecords } from "../../src/catalog/projectFile.ts";
import { readProjectFile } from "../../src/catalog/readProjectFile.ts";
import { catalog, closedModel, dataset, identity, model } from "./records.ts";

const embedded = catalog(
  [
    model("lab/base", {
      names: { huggingface: ["lab/Base-7B", "lab/Base-*"] },
      license: "Apache-2.0",
      reason: "The recipe is withheld.",
      training: [{ stage: "pre-training", datasets: ["corpus"], code: "withheld" }],
    }),
    model("lab/tuned", { names: { huggingface: ["lab/Tuned-7B"] }, bases: [{ model: "lab/base", relation: "fine-tune" }] }),
    closedModel("maker/closed", { names: { openai: ["closed-4"] } }),
  ],
  [dataset("corpus", { state: "withheld" })],
);

/** The catalog with these records over it. @throws {assert.AssertionError} where the file has faults. */
function withRecords(yaml: string): Catalog {
  const { records, faults } = readProjectFile(parse(yaml), embedded);
  assert.deepEqual(faults, []);
  return overlayCatalog(embedded, records);
}

const assistant = `
reviewed: 2026-11-01
models:
  - id: ours/assistant
    name: Assistant
    names: { other: [assistant-*], huggingface: [ours/Assistant-7B] }
    tasks: [text-generation]
    components: { model-parameters: open }
    bases: [{ model: lab/base, relation: fine-tune }]
    confidence: sure
    reason: Our own fine-tune.
`;

describe("overlayCatalog", () => {
  it("is the catalog itself where the project says nothing", () => {
    assert.equal(overlayCatalog(embedded, noProjectRecords), embedded);
  });

  it("adds a record, which answers to its names and rests on the catalog's", () => {
    const own = withRecords(assistant);
    const match = own.find(identity("huggingface", "ours/Assistant-7B"));
    assert.equal(match?.record.id, "ours/assistant");
    assert.equal(own.find(identity("other", "assistant-large"))?.family, null);
    assert.equal(embedded.find(identity("huggingface", "ours/Assistant-7B")), null);
    assert.equal(own.models.length, embedded.models.length + 1);
    const assessment = createAssessor(own)(identity("huggingface", "ours/Assistant-7B"));
    assert.equal(assessment.class, "open-weights");
    assert.deepEqual(assessment.projectRecords, [{ kind: "model", id: "ours/assistant", reason: "Our own fine-tune.", corrects: [] }]);
    assert.equal(assessment.asOf, "2026-11-01");
  });

  it("has its models for a task as they are with the corrections", () => {
    assert.deepEqual(embedded.openModels("text-generation"), []);
    const own = withRecords(`
models:
  - id: lab/base
    members: [{ name: lab/Base-7B, names: { huggingface: lab/Base-7B } }]
    reason: Its checkpoints are known.`);
    assert.deepEqual(
      own.openModels("text-generation").map(({ id }) => id),
      ["lab/base"],
    );
    assert.deepEqual(own.openModels("embedding"), []);
  });

  it("leads a quantiser's copy to the project's record, rather than to its base", () => {
    const match = withRecords(assistant).find(identity("huggingface", "someone/Assistant-7B-GGUF"));
    assert.deepEqual([match?.record.id, match?.inferred], ["ours/assistant", "quantisation"]);
  });

  it("corrects the fields that are stated and no others; each component is a field", () => {
    const own = withRecords(`
      models:
        - { id: lab/base, license: MIT, components: { training-code: open }, names: { other: [inhouse-7b] }, reason: They wrote to us. }
    `);
    for (const named of [
      identity("huggingface", "lab/Base-7B"),
      identity("huggingface", "lab/base-13b"),
      identity("other", "inhouse-7b"),
    ]) {
      const record = own.find(named)?.record;
      assert.equal(record?.license, "MIT", named.name);
      assert.deepEqual(record?.components, { "model-parameters": { state: "open" }, "training-code": { state: "open" } });
      assert.equal(record?.name, "base");
      assert.equal(record?.reason, undefined, "ours speaks of facts that are no more");
    }
    assert.deepEqual(own.projectRecord("model", "lab/base"), {
      kind: "model",
      id: "lab/base",
      reason: "They wrote to us.",
      corrects: ["license", "names", "components.training-code"],
    });
    assert.equal(own.model("lab/base")?.license, "MIT");
    assert.equal(embedded.find(identity("huggingface", "lab/Base-7B"))?.record.license, "Apache-2.0");
  });

  it("tells of a project record wherever a class depends on one: in a base, a dataset, a licence", () => {
    const reasons = (yaml: string): readonly string[] =>
      createAssessor(withRecords(yaml))(identity("huggingface", "lab/Tuned-7B")).projectRecords.map(({ kind, id }) => `${kind} ${id}`);
    assert.deepEqual(reasons("models: [{ id: lab/base, license: MIT, reason: x }]"), ["model lab/base"]);
    assert.deepEqual(reasons("datasets: [{ id: corpus, state: downloadable, reason: x }]"), ["dataset corpus"]);
    assert.deepEqual(reasons("licenses: [{ id: Apache-2.0, kind: unknown, reason: x }]"), ["license Apache-2.0"]);
    assert.deepEqual(reasons("models: [{ id: maker/closed, name: Closed, reason: x }]"), []);
  });

  it("wins over the catalog's name for the same thing", () => {
    const own = withRecords(assistant.replace("[ours/Assistant-7B]", "[lab/Tuned-7B]"));
    assert.equal(own.find(identity("huggingface", "lab/Tuned-7B"))?.record.id, "ours/assistant");
  });
});

describe("readProjectFile", () => {
  const faultsOf = (yaml: string): readonly string[] =>
    readProjectFile(parse(yaml), embedded).faults.map(({ keys, message }) => `${keys.join(".")}: ${message}`);

  it("leaves out what has faults, and reads the rest", () => {
    const yaml = `${assistant}
  - { id: lab/base, license: Made-Up-1.0, reason: x }
  - { id: lab/tuned, bases: [{ model: no/such, relation: merge }], reason: x }
  - { id: lab/nothing, reason: x }
  - { id: maker/closed, name: Closed }
  - { id: ours/assistant, name: Twice }
`;
    const { records, faults } = readProjectFile(parse(yaml), embedded);
    assert.deepEqual(
      records.models.map(({ id }) => id),
      ["ours/assistant"],
    );
    assert.deepEqual(
      records.records.map(({ id }) => id),
      ["ours/assistant"],
    );
    const told = faults.map(({ keys, message }) => `${keys.join(".")}: ${message}`);
    assert.ok(told.includes("models.1.license: licence Made-Up-1.0 is not in the catalog: add it under `licenses`"), told.join("\n"));
    assert.ok(told.includes("models.2.bases.0.model: no model record no/such"));
    assert.ok(told.includes("models.3: names is missing"));
    assert.ok(told.includes("models.4: reason is missing"));
  });

  it("wants a reason and a review date of every new record, and knows records of the same file", () => {
    assert.deepEqual(faultsOf(assistant.replace("reviewed: 2026-11-01", "")), [
      "models.0: no review date (`reviewed`), in the entry or at the head of the file",
    ]);
    assert.deepEqual(faultsOf(assistant.replace("    reason: Our own fine-tune.\n", "")), ["models.0: reason is missing"]);
    assert.deepEqual(faultsOf(assistant.replace("lab/base,", "ours/other,")), ["models.0.bases.0.model: no model record ours/other"]);
    assert.deepEqual(
      faultsOf(`${assistant}    training: [{ stage: fine-tuning, datasets: [tickets], code: open }]
datasets:
  - { id: tickets, name: Tickets, state: withheld, gate: none, reason: They are our customers' own. }
`),
      [],
    );
  });

  it("is total", () => {
    for (const content of [null, undefined, 7, "models", [], new Date(0), { models: 1 }, { models: [1, null, "x"] }, { colour: [] }]) {
      assert.deepEqual(readProjectFile(content, embedded).records, noProjectRecords);
    }
  });
});
