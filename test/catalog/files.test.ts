import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { checkFiles, checkProject } from "../../scripts/catalog.ts";
import { catalogIndexSchema } from "../../src/catalog/schema.ts";

const today = "2026-11-21";

const licenses = `licenses:
  - { id: MIT, name: MIT License, kind: osi }
`;

const datasets = `reviewed: 2026-06-01
datasets:
  - id: pile
    name: The Pile
    state: withdrawn
    gate: none
    withdrawn: { date: 2023, copies: [] }
    sources: [{ url: "https://example.org/pile", seen: 2026 }]
`;

const models = `developer: { name: Ai2, kind: non-profit }
reviewed: 2026-06-01
models:
  - id: ai2/olmo
    name: Olmo
    names: { huggingface: ["allenai/olmo-*"], ollama: ["olmo:*"] }
    members:
      - name: allenai/olmo-7b
        names: { huggingface: allenai/olmo-7b }
    tasks: [text-generation]
    released: 2024
    license: MIT
    components:
      model-parameters: open
      training-code: { state: open, license: MIT }
    training:
      - { stage: pre-training, datasets: [pile], code: open }
    confidence: sure
    sources: [{ url: "https://example.org/olmo", seen: 2026-06 }]
`;

interface Faulty {
  readonly models?: string;
  readonly datasets?: string;
  readonly licenses?: string;
}

/** The faults of three small files, as \`file:line message\`. */
function faultsOf(texts: Faulty): readonly string[] {
  const { faults } = checkFiles(
    [
      { kind: "models", path: "models/ai2.yaml", text: texts.models ?? models },
      { kind: "datasets", path: "datasets/eleuther.yaml", text: texts.datasets ?? datasets },
      { kind: "licenses", path: "licenses.yaml", text: texts.licenses ?? licenses },
    ],
    today,
  );
  return faults.map(({ severity, path, line, message }) => `${path}:${line} ${severity === "warning" ? "warning: " : ""}${message}`);
}

/** The example with `from` replaced: the text has to be there. */
function changed(text: string, from: string, to: string): string {
  assert.ok(text.includes(from), from);
  return text.replace(from, to);
}

/** The example with a second record, made from the first. */
function second(replacements: Readonly<Record<string, string>>): string {
  const start = models.indexOf("  - id:");
  let record = models
    .slice(start)
    .replace("ai2/olmo", "ai2/other")
    .replace('["allenai/olmo-*"]', "[allenai/other]")
    .replace('["olmo:*"]', "[other]")
    .replaceAll("allenai/olmo-7b", "allenai/other-7b");
  for (const [from, to] of Object.entries(replacements)) record = changed(record, from, to);
  return models + record;
}

describe("the catalog's files", () => {
  it("compile to the index: short forms are spelt out, dates are text, the order is by id", () => {
    const { compiled, faults } = checkFiles(
      [
        { kind: "models", path: "models/ai2.yaml", text: second({}) },
        { kind: "licenses", path: "licenses.yaml", text: licenses },
        { kind: "datasets", path: "datasets/eleuther.yaml", text: datasets },
      ],
      today,
    );
    assert.deepEqual(faults, []);
    const [olmo, other] = compiled.index.models;
    assert.equal(olmo?.id, "ai2/olmo");
    assert.equal(other?.id, "ai2/other");
    assert.equal(olmo?.developer, "ai2");
    assert.equal(olmo?.released, "2024");
    assert.equal(olmo?.reviewed, "2026-06-01");
    assert.deepEqual(olmo?.components["model-parameters"], { state: "open" });
    assert.deepEqual(olmo?.components["training-code"], { state: "open", license: "MIT" });
    assert.equal(compiled.index.datasets[0]?.withdrawn?.date, "2023");
    assert.equal(compiled.index.asOf, "2026-06-01");
    assert.deepEqual(compiled.index.developers, [{ id: "ai2", name: "Ai2", kind: "non-profit" }]);
  });

  const faulty: Readonly<Record<string, readonly [Faulty, string]>> = {
    "an unknown key": [{ models: changed(models, "released:", "realeased:") }, "models/ai2.yaml:11 models.0.realeased: unknown key"],
    "a missing key": [
      { models: changed(models, "    tasks: [text-generation]\n", "") },
      "models/ai2.yaml:4 models.0: must have required property 'tasks'",
    ],
    "a word that is none": [
      { models: changed(models, "confidence: sure", "confidence: certain") },
      "models/ai2.yaml:18 models.0.confidence: must be one of sure, likely, disputed",
    ],
    "broken YAML": [{ licenses: "licenses: [" }, "licenses.yaml:1"],
    "no dataset record": [
      { models: changed(models, "[pile]", "[pile, smaller-pile]") },
      "models/ai2.yaml:17 ai2/olmo: no dataset record smaller-pile",
    ],
    "no licence record": [
      { models: changed(models, "license: MIT\n", "license: GPL\n") },
      "models/ai2.yaml:12 ai2/olmo: licence GPL is not in licenses.yaml",
    ],
    "no model record for a base": [
      { models: changed(models, "    confidence", "    bases: [{ model: ai2/none, relation: merge }]\n    confidence") },
      "models/ai2.yaml:18 ai2/olmo: no model record ai2/none",
    ],
    "no model record for a part": [
      { models: changed(models, "    confidence", "    contains: [{ part: encoder, model: ai2/none }]\n    confidence") },
      "models/ai2.yaml:18 ai2/olmo: no model record ai2/none",
    ],
    "a model among its own bases": [
      { models: changed(models, "    confidence", "    bases: [{ model: ai2/olmo, relation: merge }]\n    confidence") },
      "models/ai2.yaml:18 ai2/olmo: is among its own bases",
    ],
    "an id twice": [{ models: second({ "ai2/other": "ai2/olmo" }) }, "models/ai2.yaml:20 ai2/olmo: the id is taken twice"],
    "an id of another file": [
      { models: changed(models, "id: ai2/olmo", "id: meta/olmo") },
      "models/ai2.yaml:4 meta/olmo: does not start with the file's name, ai2/",
    ],
    "a name twice": [
      { models: second({ "[allenai/other]": "[allenai/OLMO-7b]" }) },
      "models/ai2.yaml:22 ai2/other: huggingface name allenai/OLMO-7b is also a name of ai2/olmo",
    ],
    "patterns that cannot be told apart": [
      { models: second({ "[allenai/other]": '["allenai/*olmo-"]' }) },
      "models/ai2.yaml:22 ai2/other: huggingface pattern allenai/*olmo- overlaps allenai/olmo-* of ai2/olmo, of the same length",
    ],
    "a member's name that is not among its names": [
      { models: changed(models, "- name: allenai/olmo-7b", "- name: allenai/olmo-8b") },
      "models/ai2.yaml:8 ai2/olmo: allenai/olmo-8b is not among the member's names",
    ],
    "no source": [
      { models: changed(models, '[{ url: "https://example.org/olmo", seen: 2026-06 }]', "[]") },
      "models/ai2.yaml:4 ai2/olmo: no source, and not marked `unverified`",
    ],
    "unverified, and sure": [
      { models: changed(models, "    confidence", "    unverified: true\n    confidence") },
      "models/ai2.yaml:19 ai2/olmo: `sure` in an unverified record",
    ],
    "retired without a source": [
      { models: changed(models, "    confidence", "    retired: { date: 2026-12-01 }\n    confidence") },
      "models/ai2.yaml:18 ai2/olmo: retired without a source",
    ],
    "a licence of withheld weights": [
      { models: changed(models, "model-parameters: open", "model-parameters: withheld") },
      "models/ai2.yaml:12 ai2/olmo: a licence of weights that are withheld",
    ],
    "a moving name that is no name": [
      { models: changed(models, "    confidence", "    moving: [olmo-latest]\n    confidence") },
      "models/ai2.yaml:18 ai2/olmo: olmo-latest is none of the record's names",
    ],
    "withdrawn without a date": [
      { datasets: changed(datasets, "    withdrawn: { date: 2023, copies: [] }\n", "") },
      "datasets/eleuther.yaml:5 pile: state `withdrawn` and the key `withdrawn` go together",
    ],
    "no review date": [
      { datasets: changed(datasets, "reviewed: 2026-06-01\n", "") },
      "datasets/eleuther.yaml:2 pile: no review date, in the record or at the head of the file",
    ],
    "a review over a year ago": [
      { datasets: changed(datasets, "2026-06-01", "2025-11-20") },
      "datasets/eleuther.yaml:3 warning: pile: reviewed 2025-11-20, over a year ago",
    ],
    "a review in the future": [
      { datasets: changed(datasets, "2026-06-01", "2026-12-01") },
      "datasets/eleuther.yaml:3 pile: reviewed 2026-12-01, in the future",
    ],
    "a pattern of an organisation alone": [
      { models: changed(models, '"allenai/olmo-*"', '"allenai/olmo-*", "allenai/*"') },
      "models/ai2.yaml:6 ai2/olmo: allenai/* says nothing but the organisation",
    ],
    "a model that begins nowhere": [
      { models: changed(models, "stage: pre-training", "stage: instruction") },
      "models/ai2.yaml:16 warning: ai2/olmo: neither bases nor a pre-training or distillation stage: its trunk counts as unknown",
    ],
  };
  for (const [what, [texts, expected]] of Object.entries(faulty)) {
    it(`fault: ${what}`, () => {
      const faults = faultsOf(texts);
      assert.equal(faults.length, 1, faults.join("\n"));
      assert.ok(faults[0]?.startsWith(expected), `${faults[0]}\n${expected}`);
    });
  }

  it("of the project have no faults, and compile to what the contract says", () => {
    const { compiled, faults } = checkProject(today);
    assert.deepEqual(
      faults.filter(({ severity }) => severity === "fault"),
      [],
    );
    const contract = JSON.parse(readFileSync(new URL("../contracts/catalog.schema.json", import.meta.url), "utf8"));
    assert.deepEqual(contract, JSON.parse(JSON.stringify(catalogIndexSchema)));
    const validate = new Ajv({ allowUnionTypes: true, strictRequired: false }).compile(contract);
    assert.ok(validate(JSON.parse(JSON.stringify(compiled.index))), JSON.stringify(validate.errors?.[0]));
  });
});
