import assert from "node:assert/strict";
import { checkFiles } from "../../scripts/catalog.ts";

/*
 * What `catalog check` says of records that each are well formed and together are unfair, or name what nobody can reach. Expectations are
 * whole lines: file, line, words.
 */

const datasets = `reviewed: 2026-06-01
datasets:
  - id: corpus
    name: Corpus
    state: downloadable
    gate: none
    huggingface: [lab/corpus]
    sources: [{ url: "https://example.org/corpus", seen: 2026 }]
  - id: recalled
    name: Recalled
    state: downloadable
    gate: none
    unverified: true
`;

const licenses = `licenses:
  - { id: MIT, name: MIT License, kind: osi, hubTags: [mit] }
  - { id: BSD, name: BSD License, kind: osi, hubTags: [bsd] }
`;

const models = `developer: { name: Lab, kind: company }
reviewed: 2026-06-01
models:
  - id: lab/base
    name: Base
    names: { huggingface: ["lab/base-*"], google: [base-1] }
    members:
      - name: lab/base-7b
        names: { huggingface: lab/base-7b, ollama: "base:7b" }
        aliases: { ollama: [base] }
    tasks: [text-generation]
    license: MIT
    components: { model-parameters: open }
    training: [{ stage: pre-training, datasets: [corpus], code: open }]
    confidence: sure
    sources: [{ url: "https://example.org/base", seen: 2026-06 }]
  - id: lab/tune
    name: Tune
    names: { huggingface: [lab/tune] }
    tasks: [text-generation]
    license: MIT
    components:
      model-parameters: open
      training-code: open
    training:
      - { stage: instruction, datasets: [corpus], code: open }
    bases: [{ model: lab/base, relation: fine-tune }]
    contains:
      - { part: encoder, model: lab/base, recipe: open }
    taughtBy:
      - { teacher: Oracle, closed: true, stage: instruction }
    confidence: sure
    sources: [{ url: "https://example.org/tune", seen: 2026-06 }]
  - id: lab/api
    name: Oracle
    names: { other: [lab-api-1] }
    tasks: [text-generation]
    components: { model-parameters: withheld }
    confidence: sure
    sources: [{ url: "https://example.org/api", seen: 2026-06 }]
`;

interface Change {
  readonly in: "models" | "datasets" | "licenses";
  readonly from: string;
  readonly to: string;
}

function linesOf(changes: readonly Change[]): readonly string[] {
  const texts = { models, datasets, licenses };
  for (const change of changes) {
    assert.ok(texts[change.in].includes(change.from), change.from);
    texts[change.in] = texts[change.in].replace(change.from, change.to);
  }
  const { faults } = checkFiles(
    [
      { kind: "models", path: "models/lab.yaml", text: texts.models },
      { kind: "datasets", path: "datasets/lab.yaml", text: texts.datasets },
      { kind: "licenses", path: "licenses.yaml", text: texts.licenses },
    ],
    "2026-11-21",
  );
  return faults.map(({ severity, path, line, message }) => `${path}:${line}: ${severity === "warning" ? "warning: " : ""}${message}`);
}

const inModels = (from: string, to: string): Change => ({ in: "models", from, to });

function table(rows: Readonly<Record<string, readonly [readonly Change[], readonly string[]]>>): void {
  for (const [what, [changes, expected]] of Object.entries(rows)) it(what, () => assert.deepEqual(linesOf(changes), expected));
}

describe("unequal treatment", () => {
  table({
    "is not found where there is none": [[], []],
    "one dataset with two states": [
      [{ in: "datasets", from: "    unverified: true\n", to: "    unverified: true\n    license: MIT\n    huggingface: [Lab/Corpus]\n" }],
      ["datasets/lab.yaml:15: recalled: Lab/Corpus is also corpus, whose license differs: one dataset, one state"],
    ],
    "one dataset twice with one state is the same set told twice": [
      [{ in: "datasets", from: "    unverified: true\n", to: "    unverified: true\n    huggingface: [lab/corpus]\n" }],
      [],
    ],
    "a component typed against the stages": [
      [inModels("      training-code: open\n", "      training-code: open\n      datasets: withheld\n")],
      ["models/lab.yaml:25: lab/tune: datasets is withheld, but open by the stages"],
    ],
    "code of which no stage tells": [
      [
        inModels("    training: [{ stage: pre-training, datasets: [corpus], code: open }]\n", ""),
        inModels("components: { model-parameters: open }", "components: { model-parameters: open, training-code: open }"),
        inModels("      training-code: open\n", ""),
        inModels("recipe: open", "recipe: withheld"),
      ],
      ["models/lab.yaml:13: lab/base: training-code is open, but no stage of training says so: the class does not see it"],
    ],
    "a part told otherwise than in its own record": [
      [inModels("recipe: open", "recipe: withheld")],
      ["models/lab.yaml:29: lab/tune: the recipe of lab/base is withheld here, and open-recipe by its own record"],
    ],
    "a teacher that is closed by its own record, and not here": [
      [inModels("closed: true", "closed: false")],
      ["models/lab.yaml:31: lab/tune: the teacher Oracle is not closed here, and closed in lab/api"],
    ],
    "a teacher that is closed in one place only": [
      [
        inModels("teacher: Oracle", "teacher: Sage"),
        inModels(
          "    tasks: [text-generation]\n    license: MIT\n    components: { model",
          "    tasks: [text-generation]\n    license: MIT\n    taughtBy: [{ teacher: sage, closed: false, stage: pre-training }]\n    components: { model",
        ),
      ],
      ["models/lab.yaml:32: lab/tune: the teacher Sage is closed here, and not closed in lab/base"],
    ],
    "sure, on a dataset that nobody saw": [
      [
        inModels("datasets: [corpus], code: open }]", "datasets: [recalled], code: open }]"),
        inModels("bases: [{ model: lab/base", "bases: [{ model: lab/base"),
      ],
      [
        "models/lab.yaml:14: lab/base: open recipe by recollection: the dataset recalled was not seen in a source",
        "models/lab.yaml:15: warning: lab/base: `sure`, but rests on recalled (unverified): it is shown as likely",
        "models/lab.yaml:32: warning: lab/tune: `sure`, but rests on recalled (unverified): it is shown as likely",
      ],
    ],
    "an open recipe by recollection": [
      [
        inModels(
          '    confidence: sure\n    sources: [{ url: "https://example.org/base", seen: 2026-06 }]\n',
          "    confidence: likely\n    unverified: true\n",
        ),
        inModels("confidence: sure", "confidence: likely"),
      ],
      ["models/lab.yaml:16: lab/base: open recipe by recollection: nothing of it was seen in a source"],
    ],
    "sure, on a base that is not": [
      [inModels("confidence: sure", "confidence: likely")],
      ["models/lab.yaml:32: warning: lab/tune: `sure`, but rests on lab/base (likely): it is shown as likely"],
    ],
    "equal training that is believed unequally, without a word why": [
      [
        inModels(
          "  - id: lab/api",
          `  - id: lab/second
    name: Second
    names: { huggingface: [lab/second] }
    tasks: [text-generation]
    components: { model-parameters: open }
    training: [{ stage: pre-training, datasets: [corpus], code: open }]
    confidence: likely
    sources: [{ url: "https://example.org/second", seen: 2026-06 }]
  - id: lab/api`,
        ),
      ],
      ["models/lab.yaml:40: warning: lab/second: `likely`, while lab/base is `sure` on the same training, and neither says why"],
    ],
    "a tag of the hub for two licences": [
      [{ in: "licenses", from: "hubTags: [bsd]", to: "hubTags: [bsd, MIT]" }],
      ["licenses.yaml:2: MIT: hub tag mit is also BSD"],
    ],
  });
});

describe("dead names", () => {
  table({
    "a name that its scheme's reader takes apart": [
      [inModels("google: [base-1]", "google: [base-1, models/base-2]")],
      ["models/lab.yaml:6: lab/base: google name models/base-2 is never reached: nothing answers to it"],
    ],
    "a pattern that no name of its scheme can have": [
      [inModels("google: [base-1]", 'google: [base-1, "models/sage-*"]')],
      ["models/lab.yaml:6: lab/base: google pattern models/sage-* is never reached: nothing answers to it"],
    ],
    "a member's name that is a sibling's": [
      [inModels("    tasks", "      - name: lab/base-7B\n        names: { huggingface: lab/base-7B }\n    tasks")],
      ["models/lab.yaml:12: lab/base: huggingface name lab/base-7B of lab/base-7B is never reached: lab/base-7b has it, too"],
    ],
    "an alias that is another record's name": [
      [inModels("names: { huggingface: [lab/tune] }", "names: { huggingface: [lab/tune], ollama: [base] }")],
      ["models/lab.yaml:19: lab/tune: ollama name base is also a name of lab/base"],
    ],
    "a name of no scheme that is another model's in its maker's": [
      [inModels("names: { other: [lab-api-1] }", "names: { other: [lab-api-1, base-1] }")],
      ["models/lab.yaml:36: warning: lab/api: base-1 without its scheme is lab/base: the name belongs to one of them"],
    ],
    "a retired name that the record does not have": [
      [
        inModels(
          "    components: { model-parameters: withheld }",
          '    components: { model-parameters: withheld }\n    retired: { date: 2026-12-01, names: [lab-api-0], source: { url: "https://example.org/end", seen: 2026-06 } }',
        ),
      ],
      ["models/lab.yaml:39: lab/api: lab-api-0 is none of the record's names"],
    ],
  });
});
