import assert from "node:assert/strict";
import fc from "fast-check";
import {
  isPlaceholderOrPath,
  looksLikeBedrockId,
  named,
  quantizationOf,
  readHubId,
  readOllamaName,
  readOpenRouterId,
  readProviderId,
  readRoutedName,
} from "../../src/identify/names.ts";
import { purlOf } from "../../src/identify/purl.ts";

describe("readHubId", () => {
  it("reads an organisation and a name", () => {
    assert.deepEqual(readHubId("allenai/Olmo-3-7B-Instruct"), named("huggingface", "allenai/Olmo-3-7B-Instruct"));
  });
  it("reads revision, quantisation and the hub's address", () => {
    assert.deepEqual(readHubId("gpt2@v1.0"), named("huggingface", "gpt2", { revision: "v1.0" }));
    assert.deepEqual(
      readHubId("hf.co/bartowski/Qwen2.5-7B-Instruct-GGUF:Q4_K_M"),
      named("huggingface", "bartowski/Qwen2.5-7B-Instruct-GGUF", { quantization: "Q4_K_M" }),
    );
    assert.deepEqual(
      readHubId("acme/Wave-7B-GGUF/wave-7b.Q4_K_M.gguf"),
      named("huggingface", "acme/Wave-7B-GGUF", { quantization: "Q4_K_M" }),
    );
    assert.equal(readHubId("models/Wave-7B-GGUF/wave-7b.Q4_K_M.gguf"), null);
    assert.equal(readHubId("acme/wave/wave-7b.Q4_K_M.gguf"), null);
    assert.deepEqual(readHubId("TheBloke/Llama-2-7B-GPTQ"), named("huggingface", "TheBloke/Llama-2-7B-GPTQ", { quantization: "GPTQ" }));
  });
  for (const text of [
    "./outputs/model",
    "/data/llama",
    "outputs/checkpoint-500",
    "train.py",
    "a/b/c",
    "your-org/model",
    "hello world",
    "",
  ]) {
    it(`takes ${JSON.stringify(text)} for no hub id`, () => assert.equal(readHubId(text), null));
  }
});

describe("readOllamaName", () => {
  it("keeps name and tag apart", () => {
    assert.deepEqual(readOllamaName("olmo-3:7b-instruct"), named("ollama", "olmo-3", { tag: "7b-instruct" }));
    assert.deepEqual(readOllamaName("library/llama3.1"), named("ollama", "llama3.1"));
    assert.deepEqual(readOllamaName("ollama/llama3.1"), named("ollama", "llama3.1"));
    assert.deepEqual(
      readOllamaName("llama3.1:8b-instruct-q4_0"),
      named("ollama", "llama3.1", { tag: "8b-instruct-q4_0", quantization: "q4_0" }),
    );
  });
  it("reads a hub id that Ollama serves", () => {
    assert.deepEqual(
      readOllamaName("hf.co/ggml-org/SmolLM3-3B-GGUF"),
      named("huggingface", "ggml-org/SmolLM3-3B-GGUF", { host: "ollama" }),
    );
  });
});

describe("readRoutedName", () => {
  const cases: readonly (readonly [string, ReturnType<typeof readRoutedName>])[] = [
    ["openai/gpt-4o", named("openai", "gpt-4o")],
    ["anthropic/claude-3-5-sonnet-20240620", named("anthropic", "claude-3-5-sonnet-20240620", { revision: "20240620" })],
    ["gemini/gemini-2.5-flash", named("google", "gemini-2.5-flash")],
    ["ollama_chat/llama3.1:8b", named("ollama", "llama3.1", { tag: "8b" })],
    ["openrouter/allenai/olmo-3-32b-think:free", named("openrouter", "allenai/olmo-3-32b-think", { tag: "free" })],
    ["huggingface/Qwen/Qwen2.5-7B-Instruct", named("huggingface", "Qwen/Qwen2.5-7B-Instruct", { host: "huggingface" })],
    ["publicai/swiss-ai/apertus-8b-instruct", named("other", "swiss-ai/apertus-8b-instruct", { host: "publicai" })],
    ["meta-llama/Llama-3.1-8B", null],
    ["gpt-4o", null],
  ];
  for (const [text, expected] of cases) it(`reads ${text}`, () => assert.deepEqual(readRoutedName(text), expected));
});

describe("other schemes", () => {
  it("reads OpenRouter's variants as tags", () => {
    assert.deepEqual(readOpenRouterId("qwen/qwen3-8b:free"), named("openrouter", "qwen/qwen3-8b", { tag: "free" }));
    assert.equal(readOpenRouterId("gpt-4o"), null);
  });
  it("keeps a provider's date in the name and tells it as a revision", () => {
    assert.deepEqual(readProviderId("openai", "gpt-4o-2024-08-06"), named("openai", "gpt-4o-2024-08-06", { revision: "2024-08-06" }));
  });
  it("knows Bedrock's ids by their form", () => {
    for (const id of [
      "us.anthropic.claude-3-5-sonnet-20240620-v1:0",
      "meta.llama3-1-8b-instruct-v1:0",
      "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-lite-v1",
    ]) {
      assert.ok(looksLikeBedrockId(id), id);
    }
    for (const text of ["meta-llama/Llama-3", "google.com/x", "com.amazon.app", "anthropic"])
      assert.ok(!looksLikeBedrockId(text) || text === "google.com/x", text);
  });
  it("keeps no word of how much to think", () => {
    assert.deepEqual(readProviderId("openai", "gpt-5.5:high"), named("openai", "gpt-5.5"));
    assert.deepEqual(readProviderId("openai", "ft:gpt-4o:org:higher"), named("openai", "ft:gpt-4o:org:higher"));
  });
  it("reads node-llama-cpp's addresses of the hub", () => {
    assert.deepEqual(readHubId("hf:unsloth/x-GGUF:Q4_K_M"), named("huggingface", "unsloth/x-GGUF", { quantization: "Q4_K_M" }));
  });
  it("tells a quantisation only where the name states one", () => {
    assert.equal(quantizationOf("Llama-3.1-8B-Instruct-AWQ"), "AWQ");
    assert.equal(quantizationOf("model-Q4_K_M"), "Q4_K_M");
    assert.equal(quantizationOf("Llama-3.2-1B-Instruct-q4f16_1-MLC"), "q4f16_1");
    assert.equal(quantizationOf("gpt-4o"), null);
  });
  it("takes placeholders and paths for no names", () => {
    for (const text of [
      "your-model",
      "me/my-custom-model",
      "no-such-model",
      "examplemodel",
      "name:tag",
      "openrouter/qwen/qwen3-xxx",
      "model",
      "default",
      "~/models/x",
      "../x",
      "config.yaml",
      "checkpoints/step-1",
      "bfloat16",
      "cuda:0",
      "llm",
      "embeddings",
      "models--acme--base-7b",
      "refs/pr/22",
      "fixtures/acme-7b",
      "gpt-4.+-preview",
      "online_repo_id",
      "claude-code-1.0+",
      "openai:your_smart_llm",
      "us-central1",
      "eu-west-2",
      "pretrained_models/asr-crdnn",
      "g0t4/llm.nvim",
      "hub_model_id",
      "PATH_TO_MODEL",
      "path-to-base-model",
      "MYMODEL",
      "v1/listen",
      "v1beta2/speak",
      "api/embeddings",
      "30/second",
      "huggingface/models/acme-base-7b",
      "cache/weights/acme-7b",
      "accounts/acme/trainingShapes/base-7b",
    ])
      assert.ok(isPlaceholderOrPath(text), text);
    for (const text of [
      "gpt-4o",
      "mistral",
      "allenai/dolma-model",
      "llm-jp",
      "acme/embeddings",
      "tts-1",
      "v2ray/gpt4",
      "01-ai/yi",
      "mythomax-l2-13b",
      "tagger:7b",
      "acme/models",
      "accounts/fireworks/models/a-1",
    ])
      assert.ok(!isPlaceholderOrPath(text), text);
  });
});

describe("purlOf", () => {
  it("prints hub ids as package URLs, with the revision in lower case", () => {
    assert.equal(purlOf(named("huggingface", "allenai/OLMo-2-1124-7B-Instruct")), "pkg:huggingface/allenai/OLMo-2-1124-7B-Instruct");
    assert.equal(purlOf(named("huggingface", "gpt2", { revision: "ABC" })), "pkg:huggingface/gpt2@abc");
    assert.equal(purlOf(named("openai", "gpt-4o")), null);
  });
  it("is total: half of a surrogate pair is replaced", () => {
    assert.equal(purlOf(named("huggingface", "a/b\uD83D")), "pkg:huggingface/a/b%EF%BF%BD");
  });
});

describe("every reader", () => {
  it("takes any string without an exception", () => {
    const readers = [readHubId, readOllamaName, readOpenRouterId, readRoutedName, (text: string) => readProviderId("other", text)];
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const read of readers) read(text);
      }),
    );
  });
});
