import assert from "node:assert/strict";
import fc from "fast-check";
import { createAssessor } from "../../src/assess/assess.ts";
import type { Assessment, OpennessClass } from "../../src/assess/assessment.ts";
import { classes } from "../../src/assess/assessment.ts";
import type { BaseRelation, Component, ComponentFact, DatasetRecord, ModelRecord, TrainingStage } from "../../src/catalog/record.ts";
import { components } from "../../src/catalog/record.ts";
import { type Namespace, namespaces } from "../../src/identify/identity.ts";
import { catalog, closedModel, dataset, identity, model } from "../catalog/records.ts";

const openSet = dataset("open-set");
const withheldSet = dataset("secret", { state: "withheld" });

function stage(kind: TrainingStage["stage"], datasets: readonly string[], facts: Partial<TrainingStage> = {}): TrainingStage {
  return { stage: kind, datasets, code: "open", ...facts };
}

const pretrained = (datasets: readonly string[], facts: Partial<TrainingStage> = {}): Partial<ModelRecord> => ({
  training: [stage("pre-training", datasets, facts)],
});

const withheldTrunk: Partial<ModelRecord> = { training: [stage("pre-training", [], { undisclosed: true, code: "withheld" })] };

/** Assesses the hub name of the first record. */
function assess(models: readonly ModelRecord[], datasets: readonly DatasetRecord[] = [openSet, withheldSet]): Assessment {
  return createAssessor(catalog(models, datasets))(identity("huggingface", models[0]?.id ?? ""));
}

function based(id: string, base: string, relation: BaseRelation, facts: Partial<ModelRecord> = {}): ModelRecord {
  return model(id, { bases: [{ model: base, relation }], ...facts });
}

describe("the class of a model from scratch", () => {
  const cases: readonly (readonly [string, Partial<ModelRecord>, OpennessClass])[] = [
    ["open data and open code in every stage", pretrained(["open-set"]), "open-recipe"],
    [
      "a stage without open code",
      { training: [stage("pre-training", ["open-set"]), stage("instruction", ["open-set"], { code: "partial" })] },
      "partial-recipe",
    ],
    [
      "a later stage on withheld data",
      { training: [stage("pre-training", ["open-set"]), stage("preference", ["secret"])] },
      "partial-recipe",
    ],
    [
      "one open corpus of the mix, the rest not disclosed",
      pretrained(["open-set"], { undisclosed: true, code: "withheld" }),
      "partial-recipe",
    ],
    ["withheld data, open pre-training code", pretrained(["secret"]), "partial-recipe"],
    ["a pre-training stage of which no dataset is named", pretrained([]), "partial-recipe"],
    ["withheld data and code", pretrained(["secret"], { code: "withheld" }), "open-weights"],
    ["pre-training code that is out in part only", pretrained(["secret"], { code: "partial" }), "open-weights"],
    [
      "open post-training on a withheld trunk",
      { training: [...(withheldTrunk.training ?? []), stage("instruction", ["open-set"])] },
      "open-weights",
    ],
    ["open post-training, and nothing known of a trunk", { training: [stage("instruction", ["open-set"])] }, "open-weights"],
    ["nothing known of its training", {}, "open-weights"],
    ["open data that no record knows", pretrained(["unheard-of"], { code: "withheld" }), "open-weights"],
    ["weights out in part", { ...pretrained(["open-set"]), components: { "model-parameters": { state: "partial" } } }, "open-recipe"],
    [
      "withheld weights, whatever the recipe",
      { ...pretrained(["open-set"]), components: { "model-parameters": { state: "withheld" } } },
      "closed",
    ],
    ["weights of which nothing is known", { components: { "model-parameters": { state: "unknown" } } }, "unknown"],
    ["a distillation from scratch, all open", { training: [stage("distillation", ["open-set"])] }, "open-recipe"],
  ];
  for (const [what, facts, expected] of cases) {
    it(`${expected}: ${what}`, () => {
      assert.equal(assess([model("a/m", facts)]).class, expected);
    });
  }
});

describe("datasets decide", () => {
  const cases: readonly (readonly [Partial<DatasetRecord>, OpennessClass])[] = [
    [{ state: "downloadable", gate: "none" }, "open-recipe"],
    [{ state: "downloadable", gate: "terms" }, "open-recipe"],
    [{ state: "downloadable", gate: "agreement" }, "open-recipe"],
    [{ state: "rebuildable" }, "open-recipe"],
    [{ state: "downloadable", gate: "fee" }, "partial-recipe"],
    [{ state: "pointers" }, "partial-recipe"],
    [{ state: "withdrawn", withdrawn: { date: "2023-07", copies: [] } }, "partial-recipe"],
    [{ state: "withdrawn", withdrawn: { date: "2023-07", copies: ["https://example.org/copy"] } }, "open-recipe"],
    [{ state: "documented" }, "open-weights"],
    [{ state: "withheld" }, "open-weights"],
  ];
  for (const [facts, expected] of cases) {
    it(`${JSON.stringify(facts)} with closed code otherwise partial: ${expected}`, () => {
      const code = expected === "open-recipe" ? "open" : "withheld";
      assert.equal(assess([model("a/m", pretrained(["d"], { code }))], [dataset("d", facts)]).class, expected);
    });
  }

  it("a withdrawn dataset changes every model made from it, with the date", () => {
    const models = [
      model("a/root", pretrained(["pile"])),
      based("a/chat", "a/root", "fine-tune", { training: [stage("instruction", ["open-set"])] }),
      based("b/quant", "a/chat", "quantisation"),
    ];
    const before = [openSet, dataset("pile")];
    const after = [openSet, dataset("pile", { name: "The Pile", state: "withdrawn", withdrawn: { date: "2023-07", copies: [] } })];
    const assessBefore = createAssessor(catalog(models, before));
    const assessAfter = createAssessor(catalog(models, after));
    for (const { id } of models) {
      assert.equal(assessBefore(identity("huggingface", id)).class, "open-recipe");
      const now = assessAfter(identity("huggingface", id));
      assert.equal(now.class, "partial-recipe");
      assert.ok(now.reasons.includes("The Pile was withdrawn (2023-07), and no complete copy is known."), now.reasons.join("\n"));
      assert.deepEqual(
        now.datasets.filter((one) => one.id === "pile").map(({ state, openness }) => [state, openness]),
        [["withdrawn", "partial"]],
      );
      assert.notEqual(now.recipe.data, "open");
    }
  });
});

describe("lineage", () => {
  const open = model("a/open", pretrained(["open-set"]));
  const partial = model("a/partial", pretrained(["open-set"], { undisclosed: true }));
  const weights = model("a/weights", withheldTrunk);
  const closed = closedModel("a/closed");
  const openStage: Partial<ModelRecord> = { training: [stage("instruction", ["open-set"])] };
  const closedStage: Partial<ModelRecord> = { training: [stage("instruction", ["secret"])] };

  const cases: readonly (readonly [string, BaseRelation, Partial<ModelRecord>, OpennessClass])[] = [
    ["a/open", "fine-tune", openStage, "open-recipe"],
    ["a/open", "fine-tune", closedStage, "partial-recipe"],
    ["a/open", "fine-tune", {}, "partial-recipe"],
    ["a/open", "merge", { training: [] }, "open-recipe"],
    ["a/open", "quantisation", {}, "open-recipe"],
    ["a/open", "conversion", {}, "open-recipe"],
    ["a/open", "quantisation", closedStage, "partial-recipe"],
    ["a/partial", "fine-tune", openStage, "partial-recipe"],
    ["a/partial", "upcycle", closedStage, "partial-recipe"],
    ["a/partial", "quantisation", {}, "partial-recipe"],
    ["a/weights", "fine-tune", openStage, "open-weights"],
    ["a/weights", "prune", { training: [stage("pre-training", ["open-set"])] }, "open-weights"],
    ["a/weights", "quantisation", {}, "open-weights"],
    ["a/closed", "fine-tune", openStage, "open-weights"],
    ["a/none", "fine-tune", openStage, "open-weights"],
  ];
  for (const [base, relation, facts, expected] of cases) {
    it(`${relation} of ${base} with ${JSON.stringify(facts)}: ${expected}`, () => {
      assert.equal(assess([based("b/m", base, relation, facts), open, partial, weights, closed]).class, expected);
    });
  }

  it("takes the lowest of several bases", () => {
    const merged = model("b/m", {
      bases: [
        { model: "a/open", relation: "merge" },
        { model: "a/weights", relation: "merge" },
      ],
      training: [],
    });
    assert.equal(assess([merged, open, weights]).class, "open-weights");
  });

  it("follows the chain to its roots and tells it", () => {
    const {
      lineage,
      bases,
      class: verdict,
      reasons,
    } = assess([based("c/m", "b/m", "fine-tune", openStage), based("b/m", "a/weights", "expand", openStage), weights]);
    assert.equal(verdict, "open-weights");
    assert.deepEqual(bases, [{ model: "b/m", relation: "fine-tune" }]);
    assert.deepEqual(
      lineage.map(({ model: id, relation, depth, class: of }) => [id, relation, depth, of]),
      [
        ["b/m", "fine-tune", 1, "open-weights"],
        ["a/weights", "expand", 2, "open-weights"],
      ],
    );
    assert.ok(reasons.includes("Made from m (fine-tune), whose class is open weights: never above it."));
    assert.ok(reasons.includes("Its own training on top of the base is open in every stage."));
  });

  it("survives facts that run in a circle, whoever is asked first", () => {
    const circle = [
      based("a/x", "a/y", "fine-tune", openStage),
      based("a/y", "a/z", "fine-tune", openStage),
      based("a/z", "a/x", "fine-tune", openStage),
      model("a/s", { bases: [{ model: "a/s", relation: "merge" }], training: [] }),
      based("a/after", "a/x", "quantisation"),
    ];
    for (const order of [circle, [...circle].reverse()]) {
      const judge = createAssessor(catalog(order, [openSet]));
      for (const { id } of order) assert.equal(judge(identity("huggingface", id)).class, "open-weights");
    }
  });

  it("frozen parts cap where their recipe is not open", () => {
    const withPart = (part: NonNullable<ModelRecord["contains"]>[number]): OpennessClass =>
      assess([model("b/m", { ...pretrained(["open-set"]), contains: [part] }), open, weights, partial]).class;
    assert.equal(withPart({ part: "vision encoder", model: "a/open" }), "open-recipe");
    assert.equal(withPart({ part: "vision encoder", recipe: "open" }), "open-recipe");
    assert.equal(withPart({ part: "vision encoder", model: "a/partial" }), "partial-recipe");
    assert.equal(withPart({ part: "vision encoder", model: "a/weights" }), "partial-recipe");
    assert.equal(withPart({ part: "vision encoder", recipe: "withheld" }), "partial-recipe");
    assert.equal(withPart({ part: "vision encoder", recipe: "unknown" }), "partial-recipe");
    assert.equal(withPart({ part: "vision encoder", model: "a/none" }), "partial-recipe");
    assert.equal(assess([model("b/m", { ...withheldTrunk, contains: [{ part: "encoder", recipe: "withheld" }] })]).class, "open-weights");
  });

  it("teachers mark and never cap, those of the bases included", () => {
    const taught = model("a/taught", {
      ...pretrained(["open-set"]),
      taughtBy: [{ teacher: "GPT-4", closed: true, stage: "instruction", share: "half" }],
    });
    const result = assess([based("b/m", "a/taught", "quantisation"), taught]);
    assert.equal(result.class, "open-recipe");
    assert.deepEqual(result.taughtBy, [{ teacher: "GPT-4", closed: true, stage: "instruction", share: "half", terms: null, source: null }]);
  });
});

describe("confidence", () => {
  const open = model("a/open", { ...pretrained(["open-set"]), confidence: "likely" });

  it("is the least sure of the chain", () => {
    assert.equal(assess([based("b/m", "a/open", "quantisation"), open]).confidence, "likely");
    assert.equal(assess([closedModel("b/m", { bases: [{ model: "a/open", relation: "fine-tune" }] }), open]).confidence, "sure");
    assert.equal(assess([model("a/m", { confidence: "disputed" })]).confidence, "disputed");
  });

  it("is at most likely where facts or datasets are unverified", () => {
    assert.equal(assess([model("a/m", { unverified: true })]).confidence, "likely");
    assert.equal(assess([model("a/m", pretrained(["d"]))], [dataset("d", { unverified: true })]).confidence, "likely");
  });
});

describe("classes reached by a name alone", () => {
  const records = [
    model("ai2/Olmo-3-7B-Instruct", { ...pretrained(["open-set"]), license: "Apache-2.0" }),
    model("meta/Llama-3.1-8B-Instruct", { ...withheldTrunk, license: "LicenseRef-Llama" }),
    closedModel("openai/gpt-4o-mini", { names: { openai: ["gpt-4o-mini"] }, moving: ["gpt-4o-mini"] }),
  ];
  const judge = createAssessor(catalog(records, [openSet]));

  it("a quantisation keeps the class and is inferred", () => {
    const result = judge(identity("huggingface", "TheBloke/Olmo-3-7B-Instruct-GGUF"));
    assert.equal(result.class, "open-recipe");
    assert.equal(result.inferred, true);
    assert.equal(result.confidence, "likely");
    assert.equal(result.license, "Apache-2.0");
    assert.deepEqual(result.bases, [{ model: "ai2/Olmo-3-7B-Instruct", relation: "quantisation" }]);
    assert.equal(result.reasons[0], "Inferred from the name: a quantisation of Olmo-3-7B-Instruct, which leaves the recipe as it is.");
  });

  it("a fine-tune is at most partial, and nothing is said of its licence but what the base's asks", () => {
    const tuned = judge(identity("huggingface", "somebody/Foo-Olmo-3-7B-Instruct-v2"));
    assert.equal(tuned.class, "partial-recipe");
    assert.equal(tuned.confidence, "likely");
    assert.equal(tuned.licenseKind, "unknown");
    assert.equal(tuned.license, null);
    assert.equal(tuned.developer, null);
    assert.equal(tuned.recipe.data, "partial");
    const llama = judge(identity("huggingface", "somebody/Foo-Llama-3.1-8B-Instruct-v2"));
    assert.equal(llama.class, "open-weights");
    assert.equal(llama.licenseKind, "use-restricted");
    assert.ok(llama.terms.some(({ kind }) => kind === "user-ceiling"));
  });

  it("a customer's fine-tune at the provider is closed", () => {
    const result = judge(identity("openai", "ft:gpt-4o-mini-2024-07-18:org::id"));
    assert.equal(result.class, "closed");
    assert.equal(result.inferred, false);
    assert.equal(result.moving, false);
    assert.deepEqual(result.bases, [{ model: "openai/gpt-4o-mini", relation: "fine-tune" }]);
    assert.equal(result.reasons[0], "A customer's fine-tune of gpt-4o-mini: its weights stay with the provider.");
  });

  it("no record: unknown, with the date of the catalog", () => {
    const result = judge(identity("huggingface", "somebody/something"));
    assert.equal(result.class, "unknown");
    assert.equal(result.model, null);
    assert.deepEqual(result.reasons, ["Not in the catalog (facts of 2026-06-01)."]);
    assert.equal(result.asOf, "2026-06-01");
    assert.ok(result.capabilities.every(({ answer }) => answer === "unknown"));
  });
});

describe("the licence", () => {
  const kinds: readonly (readonly [string | undefined, string])[] = [
    ["Apache-2.0", "osi"],
    ["CC-BY-4.0", "permissive-content"],
    ["CC-BY-NC-4.0", "non-commercial"],
    ["LicenseRef-Llama", "use-restricted"],
    ["LicenseRef-None", "none"],
    ["LicenseRef-Unheard-Of", "unknown"],
    [undefined, "unknown"],
  ];
  for (const [license, kind] of kinds) {
    it(`${license ?? "none stated"} is of kind ${kind}`, () => {
      const result = assess([model("a/m", license === undefined ? {} : { license })]);
      assert.equal(result.licenseKind, kind);
      assert.equal(result.license, license ?? null);
    });
  }

  it("of closed models is the provider's", () => {
    assert.equal(assess([closedModel("a/m")]).licenseKind, "proprietary");
  });

  it("a member may have its own", () => {
    const family = model("a/m", { license: "MIT", members: [{ name: "a/m", names: { huggingface: "a/m" }, license: "CC-BY-NC-4.0" }] });
    assert.equal(assess([family]).license, "CC-BY-NC-4.0");
  });

  it("of another developer's base binds, where it restricts", () => {
    const llama = model("meta/llama", { license: "LicenseRef-Llama" });
    const result = assess([based("b/m", "meta/llama", "fine-tune", { license: "MIT" }), llama]);
    assert.equal(result.license, "MIT");
    assert.equal(result.licenseKind, "use-restricted");
    assert.deepEqual(
      result.terms.map(({ kind }) => kind),
      ["inherited", "user-ceiling"],
    );
    assert.equal(assess([based("meta/m", "meta/llama", "fine-tune", { license: "MIT" }), llama]).licenseKind, "osi");
    assert.deepEqual(
      assess([based("b/m", "meta/llama", "fine-tune", { license: "LicenseRef-Llama" }), llama]).terms.map(({ kind }) => kind),
      ["user-ceiling"],
    );
  });
});

describe("the Model Openness Framework's classes", () => {
  const open: ComponentFact = { state: "open", license: "MIT" };
  const three: readonly Component[] = [
    "model-architecture",
    "model-parameters",
    "technical-report",
    "evaluation-results",
    "model-card",
    "data-card",
  ];
  const two: readonly Component[] = ["inference-code", "evaluation-code", "evaluation-data", "supporting-libraries"];
  const withOpen = (list: readonly Component[], facts: Partial<ModelRecord> = {}): Assessment =>
    assess([
      model("a/m", {
        components: { "model-parameters": { state: "open" }, ...Object.fromEntries(list.map((one) => [one, open])) },
        ...facts,
      }),
    ]);

  it("III, II and I by what is out under open licences", () => {
    assert.equal(withOpen(three).mofClass, "III");
    assert.deepEqual(withOpen(three.slice(0, -1)).mofMissing, ["data-card"]);
    assert.equal(withOpen(three.slice(0, -1)).mofClass, "not determinable");
    assert.equal(withOpen([...three, ...two, "training-code"]).mofClass, "II");
    assert.deepEqual(withOpen([...three, ...two, "training-code"]).mofMissing, [
      "research-paper",
      "datasets",
      "data-preprocessing-code",
      "intermediate-parameters",
    ]);
    assert.equal(withOpen(components.filter((one) => one !== "model-metadata" && one !== "sample-outputs")).mofClass, "I");
    assert.deepEqual(withOpen(components).mofMissing, []);
  });

  it("asks for open licences, not for openness alone", () => {
    assert.equal(
      withOpen(
        three.filter((one) => one !== "model-parameters"),
        { license: "LicenseRef-Llama" },
      ).mofClass,
      "not determinable",
    );
    assert.equal(
      withOpen(
        three.filter((one) => one !== "model-parameters"),
        { license: "Apache-2.0" },
      ).mofClass,
      "III",
    );
  });

  it("asks for a code licence of code: one for content is enough for data and documents only", () => {
    const content: ComponentFact = { state: "open", license: "CC-BY-4.0" };
    const withContent = (component: Component): string =>
      assess([model("a/m", { components: { ...Object.fromEntries(three.map((one) => [one, open])), [component]: content } })]).mofClass;
    assert.equal(withContent("model-architecture"), "not determinable");
    assert.equal(withContent("model-parameters"), "III");
    assert.equal(withContent("data-card"), "III");
  });

  it("takes a research paper for the technical report", () => {
    assert.equal(withOpen([...three.filter((one) => one !== "technical-report"), "research-paper"]).mofClass, "III");
  });
});

describe("capabilities", () => {
  const answers = (assessment: Assessment): readonly string[] =>
    assessment.capabilities.map(({ capability, answer }) => `${capability} ${answer}`);

  it("follow from weights, recipe and licence", () => {
    assert.deepEqual(answers(assess([model("a/m", { ...pretrained(["open-set"]), license: "Apache-2.0" })])), [
      "run-locally yes",
      "fine-tune yes",
      "use-commercially yes",
      "keep yes",
      "audit-data yes",
      "reproduce yes",
      "train-comparable yes",
      "improve-recipe yes",
    ]);
    assert.deepEqual(answers(assess([model("a/m", { ...pretrained(["open-set"], { undisclosed: true }), license: "LicenseRef-Llama" })])), [
      "run-locally yes",
      "fine-tune yes",
      "use-commercially partly",
      "keep yes",
      "audit-data partly",
      "reproduce partly",
      "train-comparable partly",
      "improve-recipe partly",
    ]);
    assert.deepEqual(answers(assess([model("a/m", { ...withheldTrunk, license: "CC-BY-NC-4.0" })])), [
      "run-locally yes",
      "fine-tune yes",
      "use-commercially no",
      "keep yes",
      "audit-data no",
      "reproduce no",
      "train-comparable no",
      "improve-recipe no",
    ]);
    assert.deepEqual(answers(assess([closedModel("a/m")])), [
      "run-locally no",
      "fine-tune no",
      "use-commercially partly",
      "keep no",
      "audit-data no",
      "reproduce no",
      "train-comparable no",
      "improve-recipe no",
    ]);
  });

  it("withdrawn weights keep the class, and are marked", () => {
    const result = assess([
      model("a/m", {
        ...pretrained(["open-set"]),
        withdrawn: { date: "2024-08", source: { url: "https://example.org/gone", seen: "2024" } },
      }),
    ]);
    assert.equal(result.class, "open-recipe");
    assert.deepEqual(result.withdrawn, { date: "2024-08", url: "https://example.org/gone" });
    assert.equal(result.capabilities[0]?.answer, "partly");
    assert.ok(result.reasons.some((reason) => reason.includes("2024-08")));
  });
});

describe("retirement", () => {
  const retired = { date: "2026-12-01", source: { url: "https://example.org/end", seen: "2026-06" } };

  it("holds for all names, or for those that are named", () => {
    const judge = createAssessor(
      catalog([
        closedModel("o/all", { names: { openai: ["gpt-old"] }, retired }),
        closedModel("o/some", { names: { openai: ["gpt-5", "gpt-5-*"] }, retired: { ...retired, names: ["gpt-5-2025*"] } }),
      ]),
    );
    const of = (namespace: "openai" | "openrouter", name: string): string | undefined => judge(identity(namespace, name)).retired?.date;
    assert.equal(of("openai", "gpt-old"), "2026-12-01");
    assert.equal(of("openai", "gpt-5"), undefined);
    assert.equal(of("openai", "gpt-5-2025-01-01"), "2026-12-01");
    assert.equal(of("openrouter", "openai/gpt-5-2025-01-01"), "2026-12-01");
  });

  it("is the maker's own date: names of a host have another end", () => {
    const judge = createAssessor(
      catalog([
        closedModel("o/gpt", { names: { openai: ["gpt-old"], azure: ["gpt-old"] }, retired }),
        closedModel("a/claude", {
          names: {
            anthropic: ["claude-9"],
            bedrock: ["anthropic.claude-9-v1:0"],
            vertex: ["claude-9"],
            openrouter: ["anthropic/claude-9"],
          },
          retired,
        }),
        closedModel("amazon/titan", { names: { bedrock: ["amazon.titan-old-v1:0"] }, retired }),
      ]),
    );
    const endOf = (namespace: Namespace, name: string, host: string | null = null): string | null => {
      const assessment = judge({ ...identity(namespace, name), host });
      assert.notEqual(assessment.model, null, `${namespace} ${name} has a record`);
      return assessment.retired?.date ?? null;
    };
    assert.equal(endOf("openai", "gpt-old"), "2026-12-01");
    assert.equal(endOf("openai", "gpt-old", "somebody"), null);
    assert.equal(endOf("azure", "gpt-old"), null);
    assert.equal(endOf("github-models", "openai/gpt-old"), null);
    assert.equal(endOf("anthropic", "claude-9"), "2026-12-01");
    assert.equal(endOf("bedrock", "us.anthropic.claude-9-v1:0"), null);
    assert.equal(endOf("vertex", "claude-9"), null);
    assert.equal(endOf("openrouter", "anthropic/claude-9"), "2026-12-01");
    assert.equal(endOf("bedrock", "amazon.titan-old-v1:0"), "2026-12-01");
  });
});

describe("properties", () => {
  const relations: readonly BaseRelation[] = ["fine-tune", "merge", "prune", "expand", "upcycle", "quantisation", "conversion"];
  const ids = ["a/0", "a/1", "a/2", "a/3", "a/4"];
  const sets = ["d0", "d1", "d2"];
  const states: readonly DatasetRecord["state"][] = ["withheld", "documented", "pointers", "rebuildable", "downloadable"];
  const openness = [0, 0, 1, 2, 2];

  const anyStage = fc.record({
    stage: fc.constantFrom<TrainingStage["stage"]>("pre-training", "instruction", "distillation"),
    datasets: fc.uniqueArray(fc.constantFrom(...sets)),
    code: fc.constantFrom<TrainingStage["code"]>("open", "partial", "withheld"),
    undisclosed: fc.boolean(),
  });
  const anyModel = (id: string): fc.Arbitrary<ModelRecord> =>
    fc
      .record({
        weights: fc.constantFrom<"open" | "withheld" | "unknown">("open", "open", "open", "withheld", "unknown"),
        training: fc.option(fc.array(anyStage, { maxLength: 3 }), { nil: null }),
        bases: fc.array(fc.record({ model: fc.constantFrom(...ids), relation: fc.constantFrom(...relations) }), { maxLength: 2 }),
        contains: fc.array(fc.record({ part: fc.constant("encoder"), model: fc.constantFrom(...ids) }), { maxLength: 1 }),
      })
      .map(({ weights, training, bases, contains }) =>
        model(id, {
          components: { "model-parameters": { state: weights } },
          bases,
          contains,
          ...(training && { training }),
        }),
      );
  const anyModels = fc.tuple(...ids.map(anyModel));
  const rank = (verdict: OpennessClass): number => (verdict === "unknown" ? -1 : classes.indexOf(verdict));

  it("adding openness to a dataset never lowers a class", () => {
    fc.assert(
      fc.property(
        anyModels,
        fc.tuple(...sets.map(() => fc.nat(states.length - 1))),
        fc.nat(sets.length - 1),
        fc.nat(states.length - 1),
        (models, levels, at, raised) => {
          if ((openness[raised] ?? 0) < (openness[levels[at] ?? 0] ?? 0)) return;
          const datasets = (chosen: readonly number[]): readonly DatasetRecord[] =>
            chosen.map((level, i) => dataset(sets[i] ?? "", { state: states[level] ?? "withheld" }));
          const before = createAssessor(catalog(models, datasets(levels)));
          const after = createAssessor(catalog(models, datasets(levels.with(at, raised))));
          for (const id of ids) {
            const name = identity("huggingface", id);
            assert.ok(rank(after(name).class) >= rank(before(name).class));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("no model is above a base that it was made from, and none below open weights that has weights", () => {
    fc.assert(
      fc.property(anyModels, (models) => {
        const judge = createAssessor(
          catalog(
            models,
            sets.map((id) => dataset(id)),
          ),
        );
        for (const record of models) {
          const own = judge(identity("huggingface", record.id));
          if (record.components["model-parameters"]?.state !== "open") continue;
          assert.ok(rank(own.class) >= 1);
          for (const { model: base } of record.bases ?? []) {
            assert.ok(rank(own.class) <= Math.max(1, rank(judge(identity("huggingface", base)).class)));
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it("any identity is assessed, the same each time", () => {
    const judge = createAssessor(
      catalog([model("a/m", pretrained(["open-set"])), closedModel("o/gpt", { names: { openai: ["gpt-*"] } })], [openSet]),
    );
    const anyText = fc.oneof(fc.string(), fc.stringMatching(/^[a-zA-Z0-9@:/._*-]{0,40}$/));
    const orNull = fc.option(anyText, { nil: null });
    fc.assert(
      fc.property(fc.constantFrom(...namespaces), anyText, orNull, orNull, orNull, (namespace, name, tag, revision, host) => {
        const of = identity(namespace, name, { tag, revision, host });
        const result = judge(of);
        assert.equal(result.capabilities.length, 8);
        assert.equal(result.components.length, components.length);
        assert.ok(result.reasons.length > 0);
        assert.equal(judge({ ...of }), result);
      }),
      { numRuns: 2000 },
    );
  });
});
