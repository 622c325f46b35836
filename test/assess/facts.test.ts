import assert from "node:assert/strict";
import { createAssessor } from "../../src/assess/assess.ts";
import type { Assessment } from "../../src/assess/assessment.ts";
import type { ModelRecord } from "../../src/catalog/record.ts";
import type { Identity } from "../../src/identify/identity.ts";
import { catalog, closedModel, dataset, identity, model } from "../catalog/records.ts";

const source = { url: "https://example.org/paper", seen: "2026-06" };

const told = model("ai2/told", {
  names: { huggingface: ["ai2/Told-*", "ai2/Old-1b"], ollama: ["told"], openai: ["told-1"] },
  members: [
    {
      name: "ai2/Told-7B",
      parameters: 7,
      activeParameters: 1,
      context: 65536,
      names: { huggingface: "ai2/Told-7B", ollama: "told:7b" },
      aliases: { ollama: ["told:7b-instruct"], huggingface: ["allenai-old/Told-7B"] },
    },
    { name: "ai2/Told-embed", dimension: 768, names: { huggingface: "ai2/Told-embed" } },
  ],
  tasks: ["text-generation", "code"],
  variant: "instruct",
  features: ["tools"],
  languages: ["de", "fr"],
  released: "2025-11-20",
  energyConsumptions: [{ activity: "pre-training", energyCost: 131_000, source }],
  citation: { title: "Told", authors: ["Ada Lovelace"], year: 2025, arxiv: "2501.00656" },
  taughtBy: [{ teacher: "GPT-4", closed: true, stage: "instruction", terms: "Its provider forbids models that compete.", source }],
  training: [{ stage: "pre-training", datasets: ["corpus"], code: "open" }],
});

const closed = closedModel("openai/gpt-9", { names: { openai: ["gpt-9", "gpt-9-*"], other: ["gpt-9"] } });

const assess = createAssessor(catalog([told, closed], [dataset("corpus")]));

function ask(namespace: Identity["namespace"], name: string, more: Partial<Identity> = {}): Assessment {
  return assess(identity(namespace, name, more));
}

describe("the facts that go along with a verdict", () => {
  it("are the record's and the checkpoint's", () => {
    const { maker, tasks, variant, features, languages, released, reviewed, checkpoint, memory, energyConsumptions, citation } = ask(
      "huggingface",
      "ai2/Told-7B",
    );
    assert.deepEqual(maker, { id: "ai2", name: "Ai2", kind: "non-profit" });
    assert.deepEqual(
      [tasks, variant, features, languages, released, reviewed],
      [["text-generation", "code"], "instruct", ["tools"], ["de", "fr"], "2025-11-20", "2026-06-01"],
    );
    assert.deepEqual(checkpoint, { name: "ai2/Told-7B", parameters: 7, activeParameters: 1, context: 65536, dimension: null });
    assert.deepEqual(memory, { bits16: 14, bits4: 3.5 });
    assert.deepEqual(energyConsumptions, told.energyConsumptions);
    assert.deepEqual(citation, told.citation);
  });

  it("hold the terms that a teacher's provider sets", () => {
    assert.equal(ask("huggingface", "ai2/Told-7B").taughtBy[0]?.terms, "Its provider forbids models that compete.");
  });

  it("tell no memory where the number of parameters is not known", () => {
    const { checkpoint, memory } = ask("huggingface", "ai2/Told-embed");
    assert.deepEqual([checkpoint?.dimension, memory], [768, null]);
  });

  it("stay with a quantisation, and are not believed of a fine-tune", () => {
    const quantised = ask("huggingface", "bartowski/Told-7B-GGUF");
    assert.deepEqual([quantised.checkpoint?.parameters, quantised.variant, quantised.maker], [7, "instruct", null]);
    const tuned = assess(identity("openai", "ft:gpt-9:org::id"));
    assert.deepEqual([tuned.checkpoint, tuned.class], [null, "closed"]);
  });

  it("are of the checkpoint that an alias means, too", () => {
    for (const name of [ask("ollama", "told", { tag: "7b-instruct" }), ask("huggingface", "allenai-old/Told-7B")]) {
      assert.equal(name.checkpoint?.name, "ai2/Told-7B");
    }
    assert.equal(ask("ollama", "told").checkpoint, null);
  });
});

describe("who hosts a model", () => {
  const cases: readonly (readonly [Identity, string | null])[] = [
    [identity("huggingface", "ai2/Told-7B"), null],
    [identity("huggingface", "ai2/Told-7B", { host: "vllm" }), null],
    [identity("huggingface", "ai2/Told-7B", { host: "cerebras" }), "Cerebras"],
    [identity("other", "ai2/Told-7B", { host: "somebody" }), "somebody"],
    [identity("groq", "ai2/Told-7B"), "Groq"],
    [identity("bedrock", "ai2.told-7b-v1:0"), "Amazon Bedrock"],
    [identity("ollama", "told"), null],
    [identity("ollama", "told", { tag: "120b-cloud" }), "Ollama"],
    [identity("openai", "told-1"), "OpenAI"],
    // OpenAI's client, pointed at somebody's server
    [identity("openai", "ai2/Told-7B"), null],
    [identity("openai", "gpt-9"), "OpenAI"],
  ];
  for (const [name, expected] of cases) {
    it(`${name.namespace} ${name.name}${name.host === null ? "" : ` via ${name.host}`}: ${expected ?? "nobody that the name tells"}`, () => {
      assert.equal(assess(name).hostedBy, expected);
    });
  }

  it("changes nothing of the class, and is told", () => {
    const hosted = ask("groq", "ai2/Told-7B");
    assert.equal(hosted.class, "open-recipe");
    assert.equal(hosted.developer, "Ai2");
    assert.ok(hosted.reasons.includes("Hosted by Groq here; the class is the model's."));
    assert.ok(!ask("openai", "gpt-9").reasons.some((reason) => reason.startsWith("Hosted by")));
  });
});

describe("a name that a family's pattern alone knows", () => {
  const confidenceOf = (name: string): string => ask("huggingface", name).confidence;

  it("is sure in the forms that the stars stand for: sizes, dates, versions, number formats", () => {
    for (const name of ["ai2/Told-32B", "ai2/Told-7B-Instruct", "ai2/Told-1124-13b-preview", "ai2/Told-7b-Q4_K_M", "ai2/told-8x7b-v0.2"]) {
      assert.equal(confidenceOf(name), "sure", name);
    }
  });

  it("is likely otherwise, with the pattern and the reason", () => {
    const { confidence, class: openness, family, inferred, reasons } = ask("huggingface", "ai2/Told-does-not-exist");
    assert.deepEqual([confidence, openness, family, inferred], ["likely", "open-recipe", "ai2/told-*", false]);
    assert.equal(reasons[0], "Known by the family's pattern ai2/told-* alone: this very name is not listed, and may not exist.");
    assert.equal(ask("openai", "gpt-9-foo").confidence, "likely");
    assert.equal(ask("openai", "gpt-9-2030-01-01").confidence, "sure");
  });
});

describe("confidence", () => {
  it("is capped by a part that the model contains", () => {
    const encoder = model("a/encoder", { confidence: "likely", training: told.training ?? [] });
    const whole: ModelRecord = model("a/whole", {
      training: told.training ?? [],
      contains: [{ part: "vision encoder", model: "a/encoder" }],
    });
    assert.equal(createAssessor(catalog([whole, encoder], [dataset("corpus")]))(identity("huggingface", "a/whole")).confidence, "likely");
  });
});

describe("tuning a closed model", () => {
  const tuningOf = (assessment: Assessment): readonly [string | undefined, string | undefined] => {
    const found = assessment.capabilities.find(({ capability }) => capability === "fine-tune");
    return [found?.answer, found?.reason];
  };

  it("is a service, and no possession", () => {
    assert.deepEqual(tuningOf(ask("openai", "gpt-9")), [
      "no",
      "The weights are withheld; where the provider tunes a copy as a service, the copy stays with it.",
    ]);
    assert.deepEqual(tuningOf(ask("openai", "ft:gpt-9:org::id")), [
      "partly",
      "The provider tuned a copy of its own; it cannot be taken along.",
    ]);
  });
});
