import assert from "node:assert/strict";
import fc from "fast-check";
import type { Catalog } from "../../src/catalog/catalog.ts";
import type { ModelRecord, Task } from "../../src/catalog/record.ts";
import type { Identity, Namespace } from "../../src/identify/identity.ts";
import { namespaces } from "../../src/identify/identity.ts";
import { catalog, closedModel, identity, model } from "./records.ts";

const records: readonly ModelRecord[] = [
  closedModel("openai/gpt-4o", { names: { openai: ["gpt-4o", "gpt-4o-20*"] }, moving: ["gpt-4o"] }),
  closedModel("openai/gpt-4o-mini", { names: { openai: ["gpt-4o-mini"] } }),
  closedModel("openai/gpt-3.5", { names: { openai: ["gpt-3.5-turbo"] } }),
  closedModel("openai/other", { names: { openai: ["gpt-*"] } }),
  model("openai/gpt-oss", { names: { huggingface: ["openai/gpt-oss-20b", "openai/gpt-oss-120b"] } }),
  closedModel("anthropic/claude-3.5-sonnet", {
    names: { anthropic: ["claude-3-5-sonnet", "claude-3-5-sonnet-20241022"], bedrock: ["anthropic.claude-3-5-sonnet-20241022-v2*"] },
  }),
  closedModel("anthropic/claude-opus-4.6", { names: { anthropic: ["claude-opus-4-6"] } }),
  closedModel("google/gemini", { names: { google: ["gemini-2.5-flash"] } }),
  closedModel("xai/grok-9", { names: { openrouter: ["x-ai/grok-9"] } }),
  closedModel("mistral/large", { names: { mistral: ["mistral-large"] } }),
  closedModel("cohere/command-r-plus", { names: { cohere: ["command-r-plus-08-2024"] } }),
  closedModel("amazon/nova", { names: { bedrock: ["amazon.nova-pro-v1*"] } }),
  model("meta/llama-3.1", {
    names: {
      huggingface: ["meta-llama/Llama-3.1-8B", "meta-llama/Llama-3.1-8B-Instruct", "meta-llama/Llama-3.1-70B-Instruct"],
      ollama: ["llama3.1"],
    },
  }),
  model("meta/llama-3.3", { names: { huggingface: ["meta-llama/Llama-3.3-*"] } }),
  model("meta/llama-2", { names: { huggingface: ["meta-llama/Llama-2-7b-chat-hf"] } }),
  model("mistral/7b", { names: { huggingface: ["mistralai/Mistral-7B-Instruct-v0.2"] } }),
  model("qwen/qwen2.5", { names: { huggingface: ["Qwen/Qwen2.5-*B", "Qwen/Qwen2.5-*B-Instruct"] } }),
  model("qwen/qwen3.5", { names: { huggingface: ["Qwen/Qwen3.5-9B"] } }),
  model("deepseek/r1", { names: { huggingface: ["deepseek-ai/DeepSeek-R1"], ollama: ["deepseek-r1:671b*"] } }),
  model("deepseek/r1-distill", { names: { huggingface: ["deepseek-ai/DeepSeek-R1-Distill-Llama-8B"], ollama: ["deepseek-r1"] } }),
  model("llm360/k2-think", { names: { huggingface: ["LLM360/K2-Think"] } }),
  model("llm360/k2-think-v2", { names: { huggingface: ["LLM360/K2-Think-V2"] } }),
  model("ai2/olmo-3", {
    names: { huggingface: ["allenai/Olmo-3-*-Instruct*"], ollama: ["olmo-3:*-instruct*"] },
    members: [
      {
        name: "allenai/Olmo-3-7B-Instruct",
        names: { huggingface: "allenai/Olmo-3-7B-Instruct", ollama: "olmo-3:7b-instruct" },
        parameters: 7,
      },
    ],
  }),
  model("ai2/olmo-3-think", { names: { huggingface: ["allenai/Olmo-3-*-Think"], ollama: ["olmo-3"], docker: ["ai/olmo-3"] } }),
  model("utter/eurollm", { names: { huggingface: ["utter-project/EuroLLM-22B-Instruct-2512"] } }),
  model("sbert/minilm", { names: { huggingface: ["sentence-transformers/all-MiniLM-L6-v2"] } }),
  model("google/bert", { names: { huggingface: ["google-bert/bert-base-uncased", "bert-base-uncased"] } }),
  model("timm/vit", { names: { huggingface: ["timm/vit_small_patch14_dinov2.lvd142m"] } }),
  model("microsoft/phi-4", { names: { huggingface: ["microsoft/phi-4"] } }),
  model("a/twin", { names: { huggingface: ["a/Twin-7B-v1"] } }),
  model("b/twin", { names: { huggingface: ["b/Twin-7B-v1"] } }),
];

const opened: Catalog = catalog(records);

function found(name: Identity): string | null {
  const match = opened.find(name);
  return match && `${match.record.id}${match.inferred === null ? "" : ` (${match.inferred})`}`;
}

function table(namespace: Namespace, rows: Readonly<Record<string, string | null>>): void {
  for (const [name, expected] of Object.entries(rows)) {
    it(`${namespace} ${name} is ${expected ?? "unknown"}`, () => {
      assert.equal(found(identity(namespace, name)), expected);
    });
  }
}

describe("finding a record by name", () => {
  table("huggingface", {
    "meta-llama/llama-3.1-8b-INSTRUCT": "meta/llama-3.1",
    "meta-llama/Llama-3.3-70B-Instruct": "meta/llama-3.3",
    "meta-llama/Unheard-Of": null,
    "Qwen/Qwen2.5-7B-Instruct": "qwen/qwen2.5",
    "LLM360/K2-Think": "llm360/k2-think",
    "LLM360/K2-Think-V2": "llm360/k2-think-v2",
    "bert-base-uncased": "google/bert",
    "": null,
    "/": null,
  });

  it("gives the member whose name it is, and none for a pattern", () => {
    assert.equal(opened.find(identity("huggingface", "allenai/Olmo-3-7B-Instruct"))?.member?.parameters, 7);
    assert.equal(opened.find(identity("huggingface", "allenai/Olmo-3-32B-Instruct"))?.member, null);
  });

  it("lets the pattern with more literal characters win", () => {
    const twoPatterns = catalog([
      model("x/all", { names: { huggingface: ["x/m-*"] } }),
      model("x/some", { names: { huggingface: ["x/m-*-chat"] } }),
      model("x/one", { names: { huggingface: ["x/m-1-chat"] } }),
    ]);
    const ids = ["x/m-1-chat", "x/m-2-chat", "x/m-2"].map((name) => twoPatterns.find(identity("huggingface", name))?.record.id);
    assert.deepEqual(ids, ["x/one", "x/some", "x/all"]);
  });
});

describe("names of providers", () => {
  table("openai", {
    "gpt-4o-2024-08-06": "openai/gpt-4o",
    "gpt-4o-mini-2024-07-18": "openai/gpt-4o-mini",
    "gpt-3.5-turbo-0125": "openai/gpt-3.5",
    "gpt-9": "openai/other",
    "ft:gpt-4o-mini-2024-07-18:org::id": "openai/gpt-4o-mini",
    "meta-llama/Llama-3.1-8B-Instruct": "meta/llama-3.1",
  });
  table("anthropic", {
    "claude-3-5-sonnet-20241022": "anthropic/claude-3.5-sonnet",
    "claude-3-5-sonnet-latest": "anthropic/claude-3.5-sonnet",
    "claude-3-5-sonnet@20240620": "anthropic/claude-3.5-sonnet",
    "claude-4.6-opus": "anthropic/claude-opus-4.6",
  });
  table("google", {
    "models/gemini-2.5-flash": "google/gemini",
    "gemini-2.5-flash-preview-09-2025": null,
    "gemini-2.5-flash-001": "google/gemini",
  });
  table("azure", {
    "eu/gpt-4o-2024-08-06": "openai/gpt-4o",
    "global-standard/gpt-4o-mini": "openai/gpt-4o-mini",
    "claude-opus-4-6": "anthropic/claude-opus-4.6",
    "FW-DeepSeek-R1": "deepseek/r1",
    "gpt-35-turbo": "openai/gpt-3.5",
    "azureml://registries/azure-openai/models/gpt-4o/versions/2024-08-06": "openai/gpt-4o",
    "Cohere-command-r-plus-08-2024": "cohere/command-r-plus",
    "Phi-4": "microsoft/phi-4",
    "Meta-Llama-3.1-70B-Instruct": "meta/llama-3.1",
    "my-deployment": null,
  });
  table("bedrock", {
    "us.anthropic.claude-3-5-sonnet-20241022-v2:0": "anthropic/claude-3.5-sonnet",
    "anthropic.claude-opus-4-6-v1:0": "anthropic/claude-opus-4.6",
    "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0": "amazon/nova",
    "meta.llama3-1-8b-instruct-v1:0": "meta/llama-3.1",
    "mistral.mistral-7b-instruct-v0:2": "mistral/7b",
    "deepseek.r1-v1:0": "deepseek/r1",
    "openai.gpt-oss-120b-1:0": "openai/gpt-oss",
    "amazon.unheard-of-v1:0": null,
  });
  table("vertex", {
    "claude-3-5-sonnet@20241022": "anthropic/claude-3.5-sonnet",
    "publishers/google/models/gemini-2.5-flash": "google/gemini",
    "meta/llama-3.3-70b-instruct-maas": "meta/llama-3.3",
  });
  table("openrouter", {
    "openai/gpt-4o": "openai/gpt-4o",
    "openai/gpt-oss-20b": "openai/gpt-oss",
    "anthropic/claude-opus-4.6": "anthropic/claude-opus-4.6",
    "~anthropic/claude-3.5-sonnet": "anthropic/claude-3.5-sonnet",
    "meta-llama/llama-3.1-8b-instruct:free": "meta/llama-3.1",
    "deepseek/deepseek-r1": "deepseek/r1",
    "openrouter/auto": null,
  });
  table("groq", { "llama-3.3-70b-versatile": "meta/llama-3.3" });
  table("together", { "meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo": "meta/llama-3.1" });
  table("fireworks", { "accounts/fireworks/models/llama-v3p1-8b-instruct": "meta/llama-3.1" });
  table("cloudflare", { "@cf/meta/llama-3.1-8b-instruct-fp8": "meta/llama-3.1 (quantisation)" });
  table("github-models", { "openai/gpt-4o-mini": "openai/gpt-4o-mini", "microsoft/phi-4": "microsoft/phi-4" });
  table("sentence-transformers", { "all-MiniLM-L6-v2": "sbert/minilm", "sentence-transformers/all-MiniLM-L6-v2": "sbert/minilm" });
  table("timm", { "vit_small_patch14_dinov2.lvd142m": "timm/vit", "hf_hub:timm/vit_small_patch14_dinov2.lvd142m": "timm/vit" });
  table("other", {
    "meta-llama-3.1-8b-instruct.Q4_K_M.gguf": "meta/llama-3.1 (quantisation)",
    "mistral-7b-instruct-v0.2.Q4_K_M.gguf": "mistral/7b (quantisation)",
    "gpt-4o": "openai/gpt-4o",
    "Pro/meta-llama/Llama-3.3-70B-Instruct": "meta/llama-3.3",
    "~anthropic/claude-3.5-sonnet": "anthropic/claude-3.5-sonnet",
    "workers-ai/@cf/meta/llama-3.1-8b-instruct": "meta/llama-3.1",
    "alibaba/qwen3.5-9b": "qwen/qwen3.5",
  });
  table("perplexity", { "openai/gpt-4o": "openai/gpt-4o", "anthropic/claude-opus-4-6": "anthropic/claude-opus-4.6" });
  table("docker", { "ai/olmo-3": "ai2/olmo-3-think", "ai/olmo-3-qat": "ai2/olmo-3-think", "ai/unheard-of-qat": null });

  describe("resellers take OpenRouter's names over, with vendors of their own", () => {
    table("other", { "x-ai/grok-9": "xai/grok-9", "xai/grok-9": "xai/grok-9", "somebody/grok-9": null });
  });

  describe("hosts spell at will: what a spelling leads to is inferred", () => {
    table("other", {
      "llama3-3-70b": "meta/llama-3.3 (conversion)",
      "llama-3.3-70b-instruct-fast": "meta/llama-3.3 (conversion)",
      "Meta-Llama-3_1-70B-Instruct": "meta/llama-3.1 (conversion)",
      "qwen-2.5-7b-instruct": "qwen/qwen2.5 (conversion)",
      "qwen3-5-9b": "qwen/qwen3.5 (conversion)",
      "meta.llama-3.3-70b-instruct": "meta/llama-3.3 (conversion)",
      "eurollm-22b": "utter/eurollm (conversion)",
      "llama-3": null,
      "anthropic-claude-opus-4.6": "anthropic/claude-opus-4.6",
      "azure-gpt-4o": "openai/gpt-4o",
      command: null,
    });
    table("ollama", { "mistral-7b-instruct-v0.2": "mistral/7b (conversion)", "my-model": null });
  });

  it("reads Ollama's tag before the bare name", () => {
    const ask = (name: string, tag: string | null): string | null => found(identity("ollama", name, { tag }));
    assert.equal(ask("olmo-3", "7b-instruct"), "ai2/olmo-3");
    assert.equal(ask("olmo-3", "7b-instruct-q8_0"), "ai2/olmo-3");
    assert.equal(ask("olmo-3", null), "ai2/olmo-3-think");
    assert.equal(ask("olmo-3", "32b"), "ai2/olmo-3-think");
    assert.equal(ask("deepseek-r1", "671b"), "deepseek/r1");
    assert.equal(ask("deepseek-r1", "8b"), "deepseek/r1-distill");
    assert.equal(ask("somebody/olmo-3", "7b-instruct"), null);
  });

  it("tells by which pattern alone it knows a name, and how it was spelt", () => {
    const told = (namespace: Namespace, name: string): readonly unknown[] => {
      const match = opened.find(identity(namespace, name));
      return [match?.record.id, match?.family, match?.spelling];
    };
    assert.deepEqual(told("openai", "gpt-4o"), ["openai/gpt-4o", null, "own"]);
    assert.deepEqual(told("openai", "gpt-4o-2024-08-06"), ["openai/gpt-4o", null, "own"]);
    assert.deepEqual(told("openai", "gpt-foo"), ["openai/other", "gpt-*", "own"]);
    assert.deepEqual(told("azure", "gpt-foo"), ["openai/other", "gpt-*", "shared"]);
    assert.deepEqual(told("groq", "llama-3.3-70b-versatile"), ["meta/llama-3.3", null, "shared"]);
    assert.deepEqual(told("huggingface", "meta-llama/Llama-3.3-foo"), ["meta/llama-3.3", "meta-llama/llama-3.3-*", "own"]);
    assert.deepEqual(told("other", "qwen3-5-9b"), ["qwen/qwen3.5", null, "free"]);
    assert.deepEqual(told("sentence-transformers", "all-MiniLM-L6-v2"), ["sbert/minilm", null, "own"]);
  });

  it("finds nothing in what no name can hold", () => {
    for (const name of ["gpt-4o mini", "gpt-4o\n", "gpt-4o\u0000"])
      assert.equal(found(identity("openai", name)), null, JSON.stringify(name));
  });

  it("tells moving names from pinned ones", () => {
    const moving = (name: Identity): boolean | undefined => opened.find(name)?.moving;
    assert.equal(moving(identity("openai", "gpt-4o")), true);
    assert.equal(moving(identity("openrouter", "openai/gpt-4o")), true);
    assert.equal(moving(identity("openai", "gpt-4o-2024-08-06")), false);
    assert.equal(moving(identity("openai", "gpt-4o", { revision: "2024-08-06" })), false);
    assert.equal(moving(identity("mistral", "mistral-large-latest")), true);
    assert.equal(moving(identity("mistral", "mistral-large")), false);
    assert.equal(moving(identity("ollama", "olmo-3")), true);
    assert.equal(moving(identity("ollama", "olmo-3", { tag: "latest" })), true);
    assert.equal(moving(identity("ollama", "olmo-3", { tag: "7b-instruct" })), false);
  });

  it("tells a customer's fine-tune", () => {
    assert.equal(opened.find(identity("openai", "ft:gpt-4o-mini-2024-07-18:org::id"))?.tuned, true);
    assert.equal(opened.find(identity("openai", "gpt-4o-mini"))?.tuned, false);
  });
});

describe("names that others made from a model's name", () => {
  table("huggingface", {
    "TheBloke/Llama-2-7B-Chat-GGUF": "meta/llama-2 (quantisation)",
    "TheBloke/Mistral-7B-Instruct-v0.2-AWQ": "mistral/7b (quantisation)",
    "bartowski/utter-project_EuroLLM-22B-Instruct-2512-GGUF": "utter/eurollm (quantisation)",
    "bartowski/Meta-Llama-3.1-8B-Instruct-GGUF": "meta/llama-3.1 (quantisation)",
    "unsloth/Qwen2.5-7B-Instruct-bnb-4bit": "qwen/qwen2.5 (quantisation)",
    "unsloth/Meta-Llama-3.1-8B-Instruct": "meta/llama-3.1 (quantisation)",
    "Qwen/Qwen2.5-7B-Instruct-AWQ": "qwen/qwen2.5 (quantisation)",
    "Qwen/Qwen2.5-7B-Instruct-GPTQ-Int4": "qwen/qwen2.5 (quantisation)",
    "RedHatAI/Meta-Llama-3.1-8B-Instruct-quantized.w4a16": "meta/llama-3.1 (quantisation)",
    "amd/Llama-3.1-8B-Instruct-FP8-KV": "meta/llama-3.1 (quantisation)",
    "mradermacher/Olmo-3-7B-Instruct-i1-GGUF": "ai2/olmo-3 (quantisation)",
    "mlx-community/Olmo-3-32B-Instruct-4bit": "ai2/olmo-3 (quantisation)",
    "somebody/Llama-3.1-8B-Instruct": "meta/llama-3.1 (conversion)",
    "nvidia/Llama-3.1-8B-Instruct-NVFP4-v2": "meta/llama-3.1 (quantisation)",
    "unsloth/Unheard-Of-7B-GGUF": null,
  });

  describe("a fine-tune's name holds the base's whole name, with version and size", () => {
    table("huggingface", {
      "somebody/Foo-Llama-3.1-8B-Instruct-v2": "meta/llama-3.1 (fine-tune)",
      "somebody/Olmo-3-7B-Instruct-v2": "ai2/olmo-3 (fine-tune)",
      "somebody/Llama-3.1-8B-Lora": "meta/llama-3.1 (fine-tune)",
      "somebody/Llama-Foo": null,
      "somebody/Mistral-7B-Foo": null,
      "somebody/MyLlama-3.1-8Bit": null,
      "somebody/EAGLE3-Llama-3.1-8B-Instruct": null,
      "somebody/Llama-3.1-8B-Qwen2.5-7B-merge": null,
    });
  });

  describe("the names of closed models decide nothing", () => {
    table("huggingface", {
      "DavidAU/Qwen3.5-9B-Claude-4.6-Opus-Distill-GGUF": "qwen/qwen3.5 (fine-tune)",
      "Jackrong/Qwen3.5-9B-DeepSeek-V4-Flash-GGUF": "qwen/qwen3.5 (fine-tune)",
      "somebody/claude-opus-4-6-distill": null,
      "somebody/gpt-4o": null,
    });
  });

  describe("an organisation's name decides nothing", () => {
    table("huggingface", { "allenai/new-thing-7B": null, "Qwen/Something-9B": null, "somebody/K2": null, "somebody/phi-4": null });
  });

  it("a basename that two records have leads nowhere", () => {
    assert.equal(found(identity("huggingface", "somebody/Twin-7B-v1-GGUF")), null);
  });
});

describe("openModels", () => {
  const members = [{ name: "lab/Open-7B", names: { huggingface: "lab/Open-7B" } }];
  const all = [
    model("lab/coder", { tasks: ["code", "text-generation"], members }),
    model("lab/open", { members }),
    model("lab/unlisted"),
    model("lab/vectors", { tasks: ["embedding"], members }),
    closedModel("maker/closed", { members }),
  ];

  it("are those for the task that list their checkpoints and do not withhold them", () => {
    const idsFor = (task: Task): readonly string[] =>
      catalog(all)
        .openModels(task)
        .map(({ id }) => id);
    assert.deepEqual(idsFor("text-generation"), ["lab/coder", "lab/open"]);
    assert.deepEqual(idsFor("code"), ["lab/coder"]);
    assert.deepEqual(idsFor("embedding"), ["lab/vectors"]);
    assert.deepEqual(idsFor("rerank"), []);
  });
});

describe("names that begin like a model's", () => {
  const instruct = model("lab/omega-instruct", {
    variant: "instruct",
    names: { huggingface: ["lab/Omega-9-mini-it-2507", "lab/Omega-9-mini-it-2512"] },
  });
  const base = model("lab/omega", { names: { huggingface: ["lab/Omega-9-mini-pt-2507"] } });
  const other = model("lab/omega-next", { names: { huggingface: ["lab/Omega-10-maxi-2607"] } });
  const leadTo = (all: readonly ModelRecord[], name: string): string | undefined =>
    catalog(all).find(identity("openrouter", `lab/${name}`))?.record.id;

  it("lead to it at a reseller where all that begin so are one model's, or its instruct form's", () => {
    assert.equal(leadTo([instruct, base, other], "omega-9-mini-it"), "lab/omega-instruct");
    assert.equal(leadTo([instruct, base, other], "omega-9-mini"), "lab/omega-instruct");
    assert.equal(leadTo([instruct, base, other], "omega-10-maxi"), "lab/omega-next");
  });

  it("lead nowhere where they could be several, and where no word ends there", () => {
    assert.equal(
      leadTo([base, other, model("lab/omega-b", { names: { huggingface: ["lab/Omega-9-mini-zz"] } })], "omega-9-mini"),
      undefined,
    );
    assert.equal(leadTo([instruct, base, other], "omega-9-min"), undefined);
    assert.equal(leadTo([instruct, base, other], "omega-11"), undefined);
  });
});

describe("hostile names", () => {
  it("are looked up without an exception and in time", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...namespaces),
        fc.oneof(fc.string(), fc.stringMatching(/^[a-zA-Z0-9@:/._*-]{0,60}$/)),
        fc.option(fc.string(), { nil: null }),
        (namespace, name, tag) => {
          opened.find(identity(namespace, name, { tag }));
        },
      ),
      { numRuns: 3000 },
    );
    const started = performance.now();
    for (const text of ["-".repeat(100_000), "llama-3.1-8b-".repeat(40), "a/".repeat(200), "-fp8".repeat(120)]) {
      for (const namespace of namespaces) opened.find(identity(namespace, text));
    }
    assert.ok(performance.now() - started < 3000);
  });
});
