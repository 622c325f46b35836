import assert from "node:assert/strict";
import type { Alternative } from "../../src/alternatives/alternative.ts";
import { projectEngine } from "../fixtures.ts";

const engine = projectEngine();

function alternatives(name: string, runtime: string): readonly Alternative[] {
  return engine.alternatives(engine.identify(name), runtime);
}

/** What stands first for a name, in order, as `group text`. */
function first(name: string, runtime: string, count: number): readonly string[] {
  return alternatives(name, runtime)
    .slice(0, count)
    .map(({ group, text }) => `${group} ${text}`);
}

/**
 * The most common references and what is said of each first. Where a host or client can name nothing that fits, a step up or nothing is said,
 * never a model that the program would not run with.
 */
describe("the first alternatives for the most common references", () => {
  const cases: readonly { readonly names: readonly string[]; readonly runtime: string; readonly expected: readonly string[] }[] = [
    // closed APIs: the hub's names behind OpenAI's protocol; LiteLLM's route that asks least
    {
      names: ["gpt-4o"],
      runtime: "openai",
      expected: ["fits allenai/Olmo-3.1-32B-Instruct", "fits swiss-ai/Apertus-70B-Instruct-2509"],
    },
    // Claude thinks only where it is told to
    {
      names: ["gpt-4o", "claude-3-5-sonnet-20241022", "claude-sonnet-4-5"],
      runtime: "litellm",
      expected: ["fits ollama_chat/olmo-3.1:32b-instruct"],
    },
    // it thinks: so does what stands in for it
    { names: ["gemini-2.5-pro"], runtime: "litellm", expected: ["fits publicai/allenai/Olmo-3-32B-Think"] },
    {
      names: ["gpt-4o-mini"],
      runtime: "openai",
      expected: ["fits allenai/Olmo-3-7B-Instruct", "fits swiss-ai/Apertus-8B-Instruct-2509", "fits HuggingFaceTB/SmolLM3-3B"],
    },
    { names: ["gpt-4o-mini"], runtime: "litellm", expected: ["fits publicai/allenai/Olmo-3-7B-Instruct"] },
    // OpenRouter's one Olmo thinks before it answers, which a caller of gpt-4o does not wait for: the nearest steps up stand before it
    {
      names: ["gpt-4o"],
      runtime: "openrouter",
      expected: ["step-up nvidia/nemotron-3-nano-30b-a3b", "step-up nvidia/nemotron-3-super-120b-a12b"],
    },
    { names: ["o3-mini"], runtime: "openrouter", expected: ["fits allenai/olmo-3-32b-think"] },
    // Ollama. Qwen3 thinks by default
    {
      names: ["llama3.1:8b", "mistral", "mistral:7b", "gemma2:9b", "qwen2.5:7b"],
      runtime: "ollama",
      expected: ["fits olmo-3:7b-instruct"],
    },
    { names: ["qwen3:8b", "deepseek-r1:7b"], runtime: "ollama", expected: ["fits olmo-3:7b-think"] },
    { names: ["gemma3:4b", "phi4-mini"], runtime: "ollama", expected: ["fits hf.co/ggml-org/SmolLM3-3B-GGUF"] },
    // a model for code of its own; of Qwen2.5-Coder's 128K StarCoder2 takes an eighth, so that the largest Olmo comes first
    { names: ["codellama:7b", "codellama:13b"], runtime: "ollama", expected: ["fits starcoder2:instruct"] },
    { names: ["qwen2.5-coder:14b"], runtime: "ollama", expected: ["fits olmo-3.1:32b-instruct"] },
    // hub names. K2's context and tool calls are not known, Olmo's are: it stands before the larger one
    {
      names: ["meta-llama/Llama-3.3-70B-Instruct", "Qwen/Qwen2.5-72B-Instruct"],
      runtime: "vllm",
      expected: ["fits swiss-ai/Apertus-70B-Instruct-2509", "fits allenai/Olmo-3.1-32B-Instruct", "fits LLM360/K2-V2-Instruct"],
    },
    { names: ["microsoft/Phi-4-mini-instruct"], runtime: "transformers", expected: ["fits HuggingFaceTB/SmolLM3-3B"] },
    { names: ["deepseek-ai/DeepSeek-R1-Distill-Qwen-7B"], runtime: "transformers", expected: ["fits allenai/Olmo-3-7B-Think"] },
    { names: ["Qwen/QwQ-32B"], runtime: "vllm", expected: ["fits allenai/Olmo-3-32B-Think", "fits allenai/Olmo-3.1-32B-Think"] },
    // embeddings and rerankers
    { names: ["text-embedding-3-small", "text-embedding-ada-002"], runtime: "openai", expected: ["fits nomic-ai/nomic-embed-text-v1.5"] },
    {
      names: ["BAAI/bge-small-en-v1.5", "BAAI/bge-base-en-v1.5", "intfloat/e5-base-v2", "all-MiniLM-L6-v2"],
      runtime: "sentence-transformers",
      expected: ["fits nomic-ai/nomic-embed-text-v1.5"],
    },
    // made for many languages: the open one knows English
    {
      names: ["BAAI/bge-reranker-v2-m3"],
      runtime: "sentence-transformers",
      expected: ["open-recipe-but cross-encoder/ettin-reranker-150m-v1"],
    },
    // speech: OLMoASR hears English only, and its recipe is open in part; OWSM hears as many languages as Whisper
    { names: ["openai/whisper-large-v3"], runtime: "transformers", expected: ["step-up espnet/owsm_ctc_v4_1B"] },
    // nothing is known that serves these tasks behind OpenAI's protocol
    { names: ["whisper-1", "tts-1", "dall-e-3"], runtime: "openai", expected: [] },
    { names: ["rerank-v3.5"], runtime: "cohere", expected: [] },
  ];
  for (const { names, runtime, expected } of cases) {
    for (const name of names) {
      it(`${name} in ${runtime}: ${expected.join(", ") || "nothing"}`, () => {
        assert.deepEqual(first(name, runtime, Math.max(expected.length, expected.length === 0 ? 1 : 0)), expected);
      });
    }
  }
});

describe("where nothing fits", () => {
  const sentence = (name: string, runtime: string): string | null => engine.nothingFits(engine.identify(name), runtime);

  it("says so with the date of the facts, and tells a client that cannot name it from a model that does not exist", () => {
    assert.equal(sentence("dall-e-3", "openai"), "Nothing open-recipe does this today (facts of 2026-11).");
    assert.equal(
      sentence("gpt-4o", "anthropic"),
      "The Anthropic client cannot name any open-recipe model that does this; another client or server can (facts of 2026-11).",
    );
  });

  it("says nothing where something fits, or where there is nothing to look for", () => {
    assert.equal(sentence("llama3.1:8b", "ollama"), null);
    assert.equal(sentence("allenai/Olmo-3-7B-Instruct", "transformers"), null);
    assert.equal(sentence("acme-lab/private-7b", "transformers"), null);
  });

  it("offers steps up, which say what they reach and what they do not", () => {
    const [step] = alternatives("gpt-4o", "openrouter");
    assert.equal(
      step?.step,
      "Step 1 of 2: partial recipe. You can run and keep it, and audit part of what it was made from. You still cannot reproduce it.",
    );
    const weights = alternatives("gpt-4o", "openrouter").find((alternative) => alternative.class === "open-weights");
    assert.equal(weights?.step, "Step 1 of 2: open weights. You can run and keep it. You still cannot audit or reproduce it.");
    assert.equal(alternatives("Qwen/Qwen2-VL-7B-Instruct", "transformers")[0]?.id, "allenai/Molmo2-O-7B");
  });
});
