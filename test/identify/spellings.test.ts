import assert from "node:assert/strict";
import fc from "fast-check";
import { openCatalog } from "../../src/catalog/open.ts";
import { createEngine } from "../../src/createEngine.ts";
import type { Engine } from "../../src/engine.ts";
import { type Identity, type Namespace, namespaces } from "../../src/identify/identity.ts";
import { named } from "../../src/identify/names.ts";
import { readIn } from "../../src/identify/resolve.ts";
import { closedModel, index, model } from "../catalog/records.ts";

/*
 * Every provider's spelling of a few models, read without any place around it, and in its scheme; and the way back: what is printed for
 * an identity reads as the same identity.
 */

const records = [
  closedModel("openai/gpt-4o", { names: { openai: ["gpt-4o", "gpt-4o-mini", "gpt-4o-20*"] }, moving: ["gpt-4o"] }),
  closedModel("anthropic/claude-3.5", { names: { anthropic: ["claude-3-5-sonnet", "claude-3-5-sonnet-20241022"] } }),
  closedModel("google/gemini", { names: { google: ["gemini-2.5-flash"] } }),
  closedModel("mistral/large", { names: { mistral: ["mistral-large-latest", "mistral-large-2411"] } }),
  model("mistral/7b", { names: { ollama: ["mistral", "mistral:*"] } }),
  closedModel("alibaba/qwen-max", { names: { other: ["qwen3-max"] } }),
  model("meta/llama", {
    names: { huggingface: ["meta-llama/Llama-3.1-*"] },
    members: [
      {
        name: "meta-llama/Llama-3.1-8B-Instruct",
        names: { huggingface: "meta-llama/Llama-3.1-8B-Instruct", ollama: "llama3.1:8b" },
        aliases: { ollama: ["llama3.1"], huggingface: ["meta-llama/Meta-Llama-3.1-8B-Instruct"] },
      },
    ],
  }),
  model("cohere/aya", {
    names: { huggingface: ["CohereLabs/aya-expanse-8b", "CohereForAI/aya-expanse-8b"] },
  }),
  model("sbert/minilm", { names: { huggingface: ["sentence-transformers/all-MiniLM-L6-v2"] } }),
  model("timm/vit", { names: { huggingface: ["timm/vit_base_patch16_224.augreg_in21k"] } }),
  model("openai-open/gpt-oss", { names: { huggingface: ["openai/gpt-oss-20b", "openai/gpt-oss-120b"], openai: ["gpt-oss-20b"] } }),
  model("ai2/olmo", { names: { huggingface: ["allenai/Olmo-3-7B-Instruct"], docker: ["ai/olmo-3"] } }),
  model("swiss/apertus", { names: { huggingface: ["swiss-ai/Apertus-8B-Instruct-2509"], other: ["swiss-ai/apertus-8b-instruct"] } }),
];

type Read = readonly [text: string, namespace: Namespace, model: string | null, host?: string];

const engine: Engine = createEngine(openCatalog(index(records)));

describe("a name as a developer writes it", () => {
  const spellings: Readonly<Record<string, readonly Read[]>> = {
    "dated and latest": [
      ["gpt-4o-2024-08-06", "openai", "openai/gpt-4o"],
      ["claude-3-5-sonnet-latest", "anthropic", "anthropic/claude-3.5"],
      ["claude-3-5-sonnet-20241022", "anthropic", "anthropic/claude-3.5"],
      ["mistral-large-latest", "mistral", "mistral/large"],
      ["~anthropic/claude-3.5-sonnet", "openrouter", "anthropic/claude-3.5"],
    ],
    "a customer's fine-tune": [["ft:gpt-4o-mini-2024-07-18:org:name:id", "openai", "openai/gpt-4o"]],
    Bedrock: [
      ["anthropic.claude-3-5-sonnet-20241022-v2:0", "bedrock", "anthropic/claude-3.5"],
      ["us.anthropic.claude-3-5-sonnet-20241022-v2:0", "bedrock", "anthropic/claude-3.5"],
      ["eu.meta.llama3-1-8b-instruct-v1:0", "bedrock", "meta/llama"],
      ["global.anthropic.claude-3-5-sonnet-20241022-v2:0", "bedrock", "anthropic/claude-3.5"],
      ["us-gov.anthropic.claude-3-5-sonnet-20241022-v2:0", "bedrock", "anthropic/claude-3.5"],
      ["arn:aws:bedrock:us-east-1::foundation-model/meta.llama3-1-8b-instruct-v1:0", "bedrock", "meta/llama"],
      ["arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.meta.llama3-1-8b-instruct-v1:0", "bedrock", "meta/llama"],
      ["openai.gpt-oss-20b-1:0", "bedrock", "openai-open/gpt-oss"],
    ],
    "Vertex AI": [
      ["claude-3-5-sonnet@20241022", "anthropic", "anthropic/claude-3.5"],
      ["vertex_ai/claude-3-5-sonnet@20241022", "vertex", "anthropic/claude-3.5"],
      ["vertex_ai/meta/llama-3.1-8b-instruct-maas", "vertex", "meta/llama"],
    ],
    "hosts by their own forms": [
      ["accounts/fireworks/models/llama-v3p1-8b-instruct", "fireworks", "meta/llama"],
      ["@cf/meta/llama-3.1-8b-instruct", "cloudflare", "meta/llama"],
      ["@hf/meta/llama-3.1-8b-instruct", "cloudflare", "meta/llama"],
      ["meta-llama/llama-3.1-8b-instruct:free", "huggingface", "meta/llama"],
      ["ai/olmo-3", "docker", "ai2/olmo"],
    ],
    "LiteLLM's prefixes": [
      ["groq/llama-3.1-8b-instant", "groq", "meta/llama"],
      ["together_ai/meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo", "together", "meta/llama"],
      ["fireworks_ai/accounts/fireworks/models/llama-v3p1-8b-instruct", "fireworks", "meta/llama"],
      ["deepinfra/meta-llama/Meta-Llama-3.1-8B-Instruct", "deepinfra", "meta/llama"],
      ["nvidia_nim/meta/llama-3.1-8b-instruct", "nvidia", "meta/llama"],
      ["replicate/meta/llama-3.1-8b-instruct", "replicate", "meta/llama"],
      ["github/gpt-4o", "github-models", "openai/gpt-4o"],
      ["azure/gpt-4o", "azure", "openai/gpt-4o"],
      ["bedrock/us.meta.llama3-1-8b-instruct-v1:0", "bedrock", "meta/llama"],
      ["bedrock/converse/us.meta.llama3-1-8b-instruct-v1:0", "bedrock", "meta/llama"],
      ["bedrock/invoke/us-west-2/meta.llama3-1-8b-instruct-v1:0", "bedrock", "meta/llama"],
      ["gemini/gemini-2.5-flash", "google", "google/gemini"],
      ["ollama_chat/llama3.1:8b", "ollama", "meta/llama"],
      ["openrouter/meta-llama/llama-3.1-8b-instruct:free", "openrouter", "meta/llama"],
      ["hosted_vllm/meta-llama/Llama-3.1-8B-Instruct", "huggingface", "meta/llama", "vllm"],
      ["publicai/swiss-ai/apertus-8b-instruct", "other", "swiss/apertus", "publicai"],
    ],
    "`openai/` means three things: a route, OpenRouter's vendor, and the hub's organisation": [
      ["openai/gpt-4o", "openai", "openai/gpt-4o"],
      ["openrouter/openai/gpt-4o", "openrouter", "openai/gpt-4o"],
      ["openai/gpt-oss-20b", "huggingface", "openai-open/gpt-oss"],
    ],
    "the AI SDK's, LangChain's and pydantic-ai's prefixes": [
      ["openai:gpt-4o", "openai", "openai/gpt-4o"],
      ["anthropic:messages:claude-3-5-sonnet-20241022", "anthropic", "anthropic/claude-3.5"],
      ["google-gla:gemini-2.5-flash", "google", "google/gemini"],
      ["bedrock:us.meta.llama3-1-8b-instruct-v1:0", "bedrock", "meta/llama"],
      ["mistral:mistral-large-latest", "mistral", "mistral/large"],
      ["qwen:qwen3-max", "other", "alibaba/qwen-max"],
    ],
    "Ollama's names, tags and hub ids": [
      ["llama3.1", "ollama", "meta/llama"],
      ["llama3.1:8b", "ollama", "meta/llama"],
      ["ollama/llama3.1:8b", "ollama", "meta/llama"],
      ["registry.ollama.ai/library/llama3.1:8b", "ollama", "meta/llama"],
      ["mistral:7b-instruct", "ollama", "mistral/7b"],
      ["hf.co/meta-llama/Llama-3.1-8B-Instruct:Q4_K_M", "huggingface", "meta/llama"],
      ["hf.co/bartowski/Llama-3.1-8B-Instruct-GGUF:Q4_K_M", "huggingface", "meta/llama"],
    ],
    "renamed organisations, re-uploads, case": [
      ["CohereForAI/aya-expanse-8b", "huggingface", "cohere/aya"],
      ["meta-llama/Meta-Llama-3.1-8B-Instruct", "huggingface", "meta/llama"],
      ["bartowski/Meta-Llama-3.1-8B-Instruct-GGUF", "huggingface", "meta/llama"],
      ["bartowski/allenai_Olmo-3-7B-Instruct-GGUF", "huggingface", "ai2/olmo"],
      ["META-LLAMA/llama-3.1-8b-INSTRUCT", "huggingface", "meta/llama"],
      ["GPT-4o", "openai", "openai/gpt-4o"],
    ],
    "names of libraries": [
      ["all-MiniLM-L6-v2", "sentence-transformers", "sbert/minilm"],
      ["vit_base_patch16_224.augreg_in21k", "timm", "timm/vit"],
      ["timm/vit_base_patch16_224.augreg_in21k", "huggingface", "timm/vit"],
    ],
    "gateways' own prefixes, of what a maker lists": [
      ["langdb/gpt-4o", "openai", "openai/gpt-4o"],
      ["azure_openai/gpt-4o", "azure", "openai/gpt-4o"],
      ["amazon_bedrock/us.meta.llama3-1-8b-instruct-v1:0", "bedrock", "meta/llama"],
      ["gateway/openai:gpt-4o", "openai", "openai/gpt-4o"],
      ["somebody/gpt-4o-mini-tune", "huggingface", null],
    ],
    "names of no scheme": [
      ["wholly-unheard-of-7b", "other", null],
      ["qwen3-max", "other", "alibaba/qwen-max"],
      ["Llama-3.1-8B-Instruct", "other", "meta/llama"],
      ["a/b/c/d", "other", null],
      ["gpt4all", "other", null],
      ["", "other", null],
      ["somebody/unheard-of", "huggingface", null],
    ],
  };
  for (const [what, rows] of Object.entries(spellings)) {
    describe(what, () => {
      for (const [text, namespace, expected, host] of rows) {
        it(`${JSON.stringify(text)} is ${expected ?? "unknown"} in ${namespace}`, () => {
          const identity = engine.identify(text);
          assert.deepEqual([identity.namespace, engine.assess(identity).model, identity.host], [namespace, expected, host ?? null]);
        });
      }
    });
  }

  it("may be a path behind a prefix that nobody else has, unless something says that a model is meant", () => {
    const namesIn = (path: string, text: string): readonly string[] =>
      engine.analyze({ path, text }).references.map(({ candidate }) => candidate.text);
    assert.deepEqual(namesIn("a.yaml", "entry: changelog/gpt-4o-mini\nmodel: langdb/gpt-4o-mini\n"), ["langdb/gpt-4o-mini"]);
    assert.deepEqual(namesIn("a.yaml", "entry: amazon_bedrock/us.meta.llama3-1-8b-instruct-v1:0\n"), [
      "amazon_bedrock/us.meta.llama3-1-8b-instruct-v1:0",
    ]);
  });

  it("is Ollama's where the document has Ollama's port", () => {
    const schemesIn = (text: string): readonly string[] =>
      engine.analyze({ path: "a.go", text }).references.map(({ candidate, identity }) => `${candidate.text} ${identity.namespace}`);
    const chosen = 'var model = "mistral"\nvar other = Config{Model: "gpt-4o"}\n';
    assert.deepEqual(schemesIn(`package a\nvar url = "http://localhost:11434"\n${chosen}`), ["mistral ollama", "gpt-4o openai"]);
    assert.deepEqual(schemesIn(`package a\nvar url = "http://localhost:8080"\n${chosen}`), ["gpt-4o openai"]);
  });

  it("is whose it is, whoever's client is asked for it through a gateway", () => {
    const client = (model: string): string =>
      `import anthropic\nanthropic.Anthropic(base_url=x).messages.create(model="${model}", messages=[])\n`;
    const identityIn = (text: string): readonly (string | undefined)[] =>
      engine.analyze({ path: "a.py", text }).references.map(({ identity, assessment }) => `${identity.namespace} ${assessment.model}`);
    assert.deepEqual(identityIn(client("gpt-4o")), ["openai openai/gpt-4o"]);
    assert.deepEqual(identityIn(client("claude-3-5-sonnet")), ["anthropic anthropic/claude-3.5"]);
    assert.deepEqual(identityIn(client("wholly-unheard-of")), ["anthropic null"]);
  });

  it("means the checkpoint of the default tag where Ollama's bare name stands", () => {
    assert.equal(engine.assess(engine.identify("llama3.1")).checkpoint?.name, "meta-llama/Llama-3.1-8B-Instruct");
    assert.equal(engine.assess(engine.identify("llama3.1:latest", "ollama")).checkpoint?.name, "meta-llama/Llama-3.1-8B-Instruct");
  });

  it("is the hub's or Together's where small letters alone would make it OpenRouter's or NVIDIA's", () => {
    for (const [text, namespace] of [
      ["acme/Llama-3.1-8B-Instruct", "huggingface"],
      ["meta-llama/Llama-3.1-8B-Instruct-Turbo", "together"],
      ["acme/llama-3.1-8b-instruct", "openrouter"],
      // whose hub id would be nobody's
      ["acme/Llama-3_1-8B-Instruct", "openrouter"],
    ] as const) {
      const identity = engine.identify(text);
      assert.deepEqual([text, identity.namespace, engine.assess(identity).model], [text, namespace, "meta/llama"]);
    }
  });

  it("is the hub's in a file of Mistral's client, whose names have no organisation", () => {
    const java =
      'import dev.langchain4j.model.mistralai.MistralAiChatModel;\nclass A { String model = "meta-llama/Llama-3.1-8B-Instruct"; }\n';
    assert.deepEqual(
      engine.analyze({ path: "A.java", text: java }).references.map(({ identity, runtime }) => [identity.namespace, runtime]),
      [["huggingface", null]],
    );
    const plain = java.replace("meta-llama/Llama-3.1-8B-Instruct", "mistral-large-2411");
    assert.deepEqual(
      engine.analyze({ path: "A.java", text: plain }).references.map(({ identity, runtime }) => [identity.namespace, runtime]),
      [["mistral", "mistral"]],
    );
  });

  it("is not OpenAI's where a router would only ask OpenAI for it", () => {
    const [reference] = engine.analyze({ path: "app.py", text: 'import litellm\nMODEL = "Llama-3.1-8B-Instruct"\n' }).references;
    assert.deepEqual([reference?.identity.namespace, reference?.runtime], ["other", "litellm"]);
  });
});

describe("a name in its scheme", () => {
  /** As a runtime of that scheme writes it. */
  const printed = ({ name, tag, quantization, revision, host, namespace }: Identity): string => {
    if (namespace === "huggingface" && host === "ollama") return `hf.co/${name}${quantization === null ? "" : `:${quantization}`}`;
    if (namespace === "huggingface") return revision === null ? name : `${name}@${revision}`;
    return tag === null ? name : `${name}:${tag}`;
  };
  const read = (identity: Identity): Identity => readIn(identity.namespace, printed(identity));

  const word = fc
    .stringMatching(/^[a-z][a-z0-9]{1,8}(?:[.-][a-z0-9]{1,6}){1,3}$/)
    // a date, a placeholder and a file's name are read as such
    .filter((text) => !/20\d\d|^(?:your|my|the|some|test|dummy|mock|fake)|\.[a-z]+\d?$/.test(text));
  const owner = fc.constantFrom("allenai", "Qwen", "meta-llama", "x-ai");

  it("reads as it was printed: hub ids with and without revision", () => {
    fc.assert(
      fc.property(owner, word, fc.constantFrom(null, "main", "v1.0", "abc123"), (organisation, name, revision) => {
        const identity = named("huggingface", `${organisation}/${name}`, { revision });
        const { quantization, ...again } = read(identity);
        assert.deepEqual(again, { namespace: "huggingface", name: identity.name, tag: null, revision, host: null });
      }),
    );
  });

  it("reads as it was printed: names with a tag", () => {
    fc.assert(
      fc.property(word, fc.constantFrom(null, "8b", "latest", "7b-instruct"), (name, tag) => {
        for (const namespace of ["ollama", "docker"] as const) {
          const identity = named(namespace, namespace === "docker" ? `ai/${name}` : name, { tag });
          assert.deepEqual([read(identity).name, read(identity).tag], [identity.name, tag]);
        }
        const routed = named("openrouter", `acme/${name}`, { tag: tag === null ? null : "free" });
        assert.deepEqual(read(routed), routed);
      }),
    );
  });

  it("reads as it was printed: providers' own ids", () => {
    const providers = namespaces.filter(
      (namespace) => !["huggingface", "ollama", "docker", "openrouter", "bedrock", "sentence-transformers", "timm"].includes(namespace),
    );
    fc.assert(
      fc.property(fc.constantFrom(...providers), word, (namespace, name) => {
        assert.equal(read(named(namespace, name)).name, name);
      }),
    );
  });

  it("is total, and reading twice changes nothing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...namespaces), fc.string({ maxLength: 60 }), (namespace, text) => {
        const once = readIn(namespace, text);
        const twice = readIn(once.namespace, printed(once));
        assert.equal(engine.assess(twice).class, engine.assess(once).class);
      }),
      { numRuns: 500 },
    );
  });
});
