import assert from "node:assert/strict";
import { checkProject } from "../../scripts/catalog.ts";
import type { OpennessClass } from "../../src/assess/assessment.ts";
import { openCatalog } from "../../src/catalog/open.ts";
import type { LicenseKind } from "../../src/catalog/record.ts";
import type { ShowJson } from "../../src/cli/showJson.ts";
import { showJson } from "../../src/cli/showJson.ts";
import { createEngine } from "../../src/createEngine.ts";
import type { Engine } from "../../src/engine.ts";
import type { Namespace } from "../../src/identify/identity.ts";

/*
 * The hard cases of the field, asked of the project's own records on the way that `show` takes. Two kinds: models of which OSAI, MOT and
 * os-ai-map say otherwise than we do, and names, licences and lineages on which a simple rule stumbles.
 */

/** What is asked of one name; keys that are left out are not looked at. */
interface Expected {
  readonly class?: OpennessClass;
  readonly model?: string;
  readonly license?: LicenseKind;
  /** ids of records in the lineage */
  readonly on?: readonly string[];
  readonly inferred?: boolean;
  readonly confidence?: "sure" | "likely" | "disputed" | "not sure";
  readonly moving?: boolean;
  readonly hostedBy?: string | null;
  readonly namespace?: Namespace;
  /** a teacher's name, or part of it */
  readonly taughtBy?: string;
  readonly term?: string;
}

type Row = readonly [name: string, expected: Expected] | readonly [name: string, expected: Expected, namespace: Namespace];

describe("hard cases", () => {
  let engine: Engine;
  before(() => {
    engine = createEngine(openCatalog(checkProject("2026-11-21").compiled.index));
  });

  function show(name: string, namespace?: Namespace): ShowJson {
    return showJson(name, engine.assess(engine.identify(name, namespace)));
  }

  function table(rows: readonly Row[]): void {
    for (const [name, expected, namespace] of rows) {
      it(`${namespace === undefined ? "" : `${namespace} `}${name}: ${Object.values(expected).flat().join(", ")}`, () => {
        const answer = show(name, namespace);
        const got: Partial<Record<keyof Expected, unknown>> = {
          class: answer.class,
          model: answer.model,
          license: answer.licenseKind,
          on: expected.on?.filter((id) => answer.lineage.some((step) => step.model === id)),
          inferred: answer.inferred,
          confidence: expected.confidence === "not sure" && answer.confidence !== "sure" ? "not sure" : answer.confidence,
          moving: answer.moving,
          hostedBy: answer.hostedBy,
          namespace: answer.identity.namespace,
          taughtBy: answer.taughtBy.some(({ teacher }) => teacher.includes(expected.taughtBy ?? "")) ? expected.taughtBy : "nobody",
          term: answer.terms.some(({ kind }) => kind === expected.term) ? expected.term : answer.terms.map(({ kind }) => kind).join(", "),
        };
        for (const key of Object.keys(expected) as (keyof Expected)[]) assert.deepEqual(got[key], expected[key], key);
      });
    }
  }

  describe("OSAI, MOT or os-ai-map say otherwise", () => {
    table([
      ["BAAI/Aquila-VL-2B-llava-qwen", { class: "open-weights" }],
      ["occiglot/occiglot-7b-eu5", { class: "open-weights" }],
      ["allenai/Llama-3.1-Tulu-3-8B", { class: "open-weights", on: ["meta/llama-3.1"] }],
      ["openchat/openchat-3.5-0106", { class: "open-weights" }],
      ["LumiOpen/Llama-Poro-2-8B-Instruct", { class: "open-weights" }],
      ["nvidia/Llama-3.1-Nemotron-Nano-8B-v1", { class: "open-weights" }],
      ["NousResearch/Hermes-3-Llama-3.1-8B", { class: "open-weights" }],
      ["lmsys/vicuna-7b-v1.5", { class: "open-weights", license: "use-restricted" }],
      ["Shitao/OmniGen-v1", { class: "open-weights" }],
      ["AI-Sweden-Models/gpt-sw3-6.7b", { class: "partial-recipe" }],
      ["utter-project/EuroLLM-22B-Instruct-2512", { class: "open-recipe", confidence: "not sure" }],
      ["bigscience/bloom", { class: "partial-recipe", license: "use-restricted" }],
      ["bigscience/bloomz-7b1", { class: "partial-recipe" }],
      ["LLM360/CrystalCoder", { class: "open-recipe" }],
      ["LLM360/CrystalChat", { class: "partial-recipe", confidence: "not sure" }],
      ["google-t5/t5-base", { class: "open-recipe", confidence: "not sure" }],
      ["bigscience/mt0-base", { class: "open-recipe", confidence: "not sure" }],
      ["google-bert/bert-base-uncased", { class: "partial-recipe" }],
      ["apple/OpenELM-270M", { class: "open-recipe", confidence: "not sure" }],
      ["facebook/opt-1.3b", { class: "partial-recipe" }],
      ["RWKV/rwkv-4-169m-pile", { class: "partial-recipe" }],
      ["OpenLLM-France/Lucie-7B", { class: "open-recipe" }],
      ["OpenLLM-France/Lucie-7B-Instruct-v1.1", { class: "partial-recipe" }],
      ["m-a-p/neo_7b", { class: "open-recipe" }],
      ["m-a-p/neo_7b_instruct_v0.1", { class: "partial-recipe" }],
      ["bigcode/starcoder2-15b", { class: "open-recipe", license: "use-restricted" }],
      ["amd/Instella-3B-Instruct", { class: "open-recipe", license: "non-commercial" }],
      ["facebook/MobileLLM-R1-950M", { class: "open-recipe", confidence: "not sure", license: "non-commercial" }],
      ["SWivid/F5-TTS", { class: "open-recipe", license: "non-commercial" }],
      ["nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16", { class: "partial-recipe" }],
      ["TinyLlama/TinyLlama-1.1B-Chat-v1.0", { class: "partial-recipe" }],
      ["ibm-granite/granite-8b-code-instruct-4k", { class: "partial-recipe" }],
      ["ibm-granite/granite-4.0-h-small", { class: "open-weights" }],
      ["tiiuae/falcon-7b", { class: "partial-recipe" }],
      ["tiiuae/Falcon3-7B-Instruct", { class: "open-weights" }],
      ["tiiuae/Falcon-H1-7B-Instruct", { class: "open-weights" }],
      ["tencent/Hunyuan-7B-Instruct", { class: "open-weights" }],
      ["EleutherAI/gpt-neox-20b", { class: "open-recipe", license: "osi" }],
    ]);

    it("a model of ours that is above somebody's opinion says why in words", () => {
      for (const name of ["EleutherAI/gpt-neox-20b", "TinyLlama/TinyLlama-1.1B-Chat-v1.0", "google-t5/t5-base", "apple/OpenELM-270M"]) {
        assert.ok(engine.assess(engine.identify(name)).reasons.length > 2, name);
      }
    });
  });

  describe("licences that the sources tell unlike", () => {
    table([
      ["openai/whisper-large-v3", { license: "osi" }],
      ["deepseek-ai/DeepSeek-R1", { license: "osi" }],
      ["deepseek-ai/DeepSeek-R1-Distill-Llama-8B", { license: "use-restricted", on: ["meta/llama-3.1"] }],
      ["swiss-ai/Apertus-8B-Instruct-2509", { license: "osi", term: "indemnity" }],
      ["allenai/OLMo-2-1124-7B-Instruct", { class: "open-recipe", license: "osi", term: "inherited" }],
    ]);
  });

  describe("1. capped by the base, through the whole chain", () => {
    table([
      ["deepseek-ai/DeepSeek-R1-Distill-Qwen-7B", { class: "open-weights" }],
      ["nvidia/Llama-3_3-Nemotron-Super-49B-v1", { class: "open-weights", license: "use-restricted" }],
      ["nm-testing/SmolLM-1.7B-Instruct-quantized.w4a16", { inferred: true, confidence: "not sure" }],
      ["sentence-transformers/all-MiniLM-L6-v2", { class: "partial-recipe" }],
      ["HuggingFaceTB/SmolLM2-135M-Instruct", { class: "open-recipe" }],
    ]);
  });

  describe("2. a frozen part with a withheld recipe caps at partial", () => {
    table([
      ["allenai/Molmo2-O-7B", { class: "partial-recipe" }],
      ["allenai/Molmo2-8B", { class: "open-weights" }],
      ["HuggingFaceTB/SmolVLM-Instruct", { class: "partial-recipe" }],
    ]);
  });

  describe("3. a teacher marks, and never caps", () => {
    table([["allenai/Olmo-3-7B-Instruct", { class: "open-recipe", taughtBy: "GPT-4.1" }]]);
  });

  describe("4. names that clash", () => {
    table([
      ["LLM360/K2", { class: "open-recipe" }],
      ["LLM360/K2-Chat", { model: "llm360/k2-chat" }],
      ["moonshotai/Kimi-K2-Instruct", { class: "open-weights" }],
      ["LLM360/K2-Think", { class: "open-weights", on: ["qwen/qwen2.5"] }],
      ["LLM360/K2-Think-V2", { class: "open-recipe" }],
      ["PrimeIntellect/INTELLECT-1", { class: "open-recipe" }],
      ["PrimeIntellect/INTELLECT-1-Instruct", { class: "partial-recipe" }],
      ["PrimeIntellect/INTELLECT-2", { class: "open-weights" }],
      ["PrimeIntellect/INTELLECT-3", { class: "open-weights" }],
      ["allenai/olmOCR-7B-0225-preview", { class: "open-weights" }],
      ["open-thoughts/OpenThinker-7B", { class: "open-weights" }],
      ["agentica-org/DeepCoder-14B-Preview", { class: "open-weights" }],
      ["openthinker", { class: "open-weights" }, "ollama"],
      ["tulu3", { class: "open-weights" }, "ollama"],
      ["DavidAU/Qwen3.5-9B-Claude-4.6-Opus-Uncensored-Distilled-GGUF", { class: "open-weights", confidence: "not sure" }],
      ["nova-3", { model: "deepgram/nova" }],
      ["amazon.nova-pro-v1:0", { model: "amazon/nova", namespace: "bedrock" }],
      ["unsloth/Llama-3.1-8B-Instruct-GGUF", { class: "open-weights", inferred: true, license: "use-restricted" }],
      ["RedHatAI/Meta-Llama-3.1-8B-Instruct-FP8", { class: "open-weights", inferred: true }],
    ]);
  });

  describe("5. moving aliases", () => {
    table([
      ["mistral-large-latest", { moving: true, namespace: "mistral" }],
      ["deepseek-chat", { moving: true, namespace: "deepseek" }],
      ["gemini-flash-latest", { moving: true, class: "closed" }],
      ["~anthropic/claude-sonnet-latest", { moving: true, class: "closed" }],
      ["llama3.2:latest", { moving: true, class: "open-weights", namespace: "ollama" }],
      ["openrouter/auto", { class: "unknown" }],
      ["my-deployment", { class: "unknown" }, "azure"],
      ["gpt-4o-2024-08-06", { moving: false, class: "closed" }],
    ]);
  });

  describe("6. open models that somebody hosts: the class is the model's", () => {
    table([
      ["openai.gpt-oss-120b-1:0", { class: "open-weights", hostedBy: "Amazon Bedrock", license: "osi" }],
      ["openai/gpt-oss-120b", { class: "open-weights", hostedBy: "Groq" }, "groq"],
      ["whisper-1", { class: "open-weights", hostedBy: "OpenAI", namespace: "openai" }],
      ["deepseek.r1-v1:0", { class: "open-weights", hostedBy: "Amazon Bedrock" }],
      ["openai/gpt-oss-120b", { class: "open-weights", hostedBy: null, namespace: "huggingface" }],
      ["gpt-4o", { class: "closed", hostedBy: "OpenAI" }],
    ]);
  });

  describe("7. one family, another licence by size or version", () => {
    table([
      ["Qwen/Qwen2.5-3B-Instruct", { license: "non-commercial" }],
      ["Qwen/Qwen2.5-7B-Instruct", { license: "osi" }],
      ["Qwen/Qwen2.5-72B-Instruct", { license: "use-restricted" }],
      ["google/gemma-3-4b-it", { license: "use-restricted" }],
      ["google/gemma-4-31B-it", { license: "osi" }],
      ["ai21labs/AI21-Jamba2-3B", { license: "osi" }],
      ["mistralai/Mistral-Large-Instruct-2407", { license: "non-commercial" }],
      ["mistralai/Mistral-Large-3-675B-Instruct-2512", { license: "osi" }],
      ["mistral-large-2402", { class: "closed" }],
      ["mistral-small-2402", { class: "closed" }],
      ["muse-spark-1.1", { class: "closed" }],
    ]);
  });

  describe("8. openness decays with a dataset, for every model made from it", () => {
    const datasetOf = (name: string, id: string): ShowJson["datasets"][number] | undefined =>
      show(name).datasets.find((one) => one.id === id);
    it("The Pile is withdrawn, with copies: it stays open for Pythia and GPT-NeoX alike", () => {
      for (const name of ["EleutherAI/pythia-6.9b", "EleutherAI/gpt-neox-20b"]) {
        const pile = datasetOf(name, "the-pile") ?? show(name).datasets.find(({ name: title }) => title === "The Pile");
        assert.deepEqual([pile?.state, pile?.openness], ["withdrawn", "open"], name);
      }
    });
    table([
      ["stable-diffusion-v1-5/stable-diffusion-v1-5", { class: "partial-recipe", license: "use-restricted" }],
      ["runwayml/stable-diffusion-v1-5", { class: "partial-recipe" }],
    ]);
    it("a page that is gone is told of, with where the weights lie now", () => {
      assert.ok(show("runwayml/stable-diffusion-v1-5").reasons.some((reason) => reason.includes("stable-diffusion-v1-5")));
    });
  });

  describe("9. data behind an agreement is open, behind a fee in part", () => {
    it("The Stack is to be had on its terms", () => {
      const stack = show("bigcode/starcoder").datasets[0];
      assert.equal(stack?.openness, "open");
      assert.notEqual(stack?.gate, "none");
    });
    table([["bigcode/starcoder", { class: "open-recipe", license: "use-restricted" }]]);
  });

  describe("10. ids", () => {
    table([
      ["cross-encoder/ms-marco-MiniLM-L-6-v2", { model: "cross-encoder/ms-marco-minilm" }],
      ["meta-llama/Meta-Llama-3.1-8B-Instruct", { model: "meta/llama-3.1-instruct" }],
      ["CohereForAI/aya-expanse-8b", { license: "non-commercial", class: "open-weights" }],
      ["THUDM/glm-4-9b-chat", { class: "open-weights" }],
      ["bartowski/allenai_Olmo-3-7B-Instruct-GGUF", { class: "open-recipe", inferred: true }],
      ["us.anthropic.claude-sonnet-4-20250514-v1:0", { class: "closed", namespace: "bedrock" }],
      ["arn:aws:bedrock:us-east-1::foundation-model/meta.llama3-1-8b-instruct-v1:0", { class: "open-weights", namespace: "bedrock" }],
      ["claude-3-5-sonnet@20241022", { class: "closed" }, "vertex"],
      ["gpt-41-mini", { model: "openai/gpt-4.1" }, "azure"],
      ["ft:gpt-4o-mini-2024-07-18:org::id", { class: "closed", namespace: "openai" }],
      ["hf.co/bartowski/Llama-3.2-1B-Instruct-GGUF:Q4_K_M", { class: "open-weights", inferred: true }],
      ["accounts/fireworks/models/llama-v3p1-8b-instruct", { class: "open-weights", hostedBy: "Fireworks AI" }],
      ["publicai/swiss-ai/apertus-8b-instruct", { class: "open-recipe", hostedBy: "Public AI" }],
      ["@cf/meta/llama-3.1-8b-instruct", { class: "open-weights", hostedBy: "Cloudflare Workers AI" }],
      ["qwen/qwen3-8b:free", { class: "open-weights" }],
      ["models/gemini-2.5-flash", { class: "closed", namespace: "google" }],
      ["MISTRALAI/mistral-7b-instruct-V0.2", { class: "open-weights", license: "osi" }],
      ["ai/smollm2:360M-Q4_K_M", { class: "open-recipe", inferred: false, namespace: "docker" }],
      ["@cf/openai/whisper", { model: "openai-open/whisper", inferred: false, hostedBy: "Cloudflare Workers AI" }],
      ["@cf/openai/whisper-large-v3-turbo", { model: "openai-open/whisper-large-v3", inferred: false }],
      ["Llama-3.1-8B-Instruct-Latest", { model: "meta/llama-3.1-instruct", namespace: "other" }],
      ["voxtral-mini-latest", { model: "mistralai/voxtral", inferred: true, namespace: "other" }],
    ]);
  });

  describe("11. decided by hand", () => {
    table([
      ["sentence-transformers/all-MiniLM-L6-v2", { class: "partial-recipe", confidence: "not sure" }],
      ["nomic-ai/nomic-embed-text-v2-moe", { class: "partial-recipe" }],
    ]);
  });

  describe("names that only begin like a family's", () => {
    table([
      ["gpt-99-foo", { class: "closed", confidence: "likely", namespace: "openai" }],
      ["claude-99-foo", { class: "closed", confidence: "likely", namespace: "anthropic" }],
      ["gemini-99-foo", { class: "closed", confidence: "likely", namespace: "google" }],
      ["llama3-70b-8192", { model: "meta/llama-3-instruct", inferred: false, namespace: "groq" }],
      ["meta-llama/Llama-3-70b-chat-hf", { model: "meta/llama-3-instruct", inferred: false }],
      ["mistral-7b-instruct-4k", { model: "mistralai/mistral-7b-instruct" }],
      ["pegasus1.5", { model: "twelvelabs/pegasus", class: "closed" }],
      ["google/pegasus-xsum", { model: "google/pegasus" }],
      ["text-embedding-qwen3-8b", { model: "qwen/qwen3-embedding" }],
      ["learnlm-2.0-flash-experimental", { model: "google-gemini/learnlm", class: "closed" }],
      ["gpt-4-0314", { model: "openai/gpt-4-0314", class: "closed" }],
      ["jina-clip-v2", { model: "jinaai/jina-clip-v2", license: "non-commercial" }],
      ["amazon/nova-lite", { model: "amazon/nova", class: "closed" }],
      ["v0-1.5-md", { model: "vercel/v0", class: "closed" }],
      ["v0-clone", { class: "unknown" }],
      ["stable-diffusion-2022-08-22", { class: "unknown" }],
      ["openlm-research/open_llama_3b_v2", { model: "openlm-research/open-llama-2", license: "osi" }],
      ["openlm-research/open_llama_3b", { model: "openlm-research/open-llama" }],
      ["ViT-B-32", { class: "unknown" }],
      ["stable-diffusion-xl", { model: "stabilityai/sdxl", inferred: true }],
      ["wizardlm-70b", { model: "wizardlm/wizardlm-1", inferred: true }],
      ["openai/gpt-oss", { class: "open-weights" }],
      ["llama2-7b", { model: "meta/llama-2", inferred: true }],
      ["llama-3_3-us", { model: "meta/llama-3.3-instruct", inferred: true }],
      ["seedance-does-not-exist", { class: "closed", confidence: "likely", namespace: "other" }],
      ["qwen3-max", { class: "closed", namespace: "other" }],
      ["qwen-audio-turbo", { model: "alibaba-api/qwen-audio", class: "closed" }],
      ["gpt-oss-20b", { class: "open-weights" }],
      ["gpt-oss-9000b-foo", { class: "open-weights", confidence: "likely" }],
      ["gpt2", { class: "open-weights" }],
      ["gpt-2", { class: "open-weights" }],
      ["gpt-j", { model: "eleutherai/gpt-j" }],
      ["gpt-neo", { model: "eleutherai/gpt-neo" }],
      ["gpt-neox", { model: "eleutherai/gpt-neox-20b" }],
      ["gpt-sw3", { model: "ai-sweden/gpt-sw3" }],
      ["a/b/c/d", { class: "unknown", namespace: "other" }],
      ["", { class: "unknown" }],
      ["gpt-4o\u0000", { class: "unknown" }],
    ]);

    table([
      ["amazon--nova-pro", { model: "amazon/nova", class: "closed" }],
      ["meta--llama3.1-70b-instruct", { model: "meta/llama-3.1-instruct", class: "open-weights" }],
      ["mistralai--mistral-large-instruct", { model: "mistralai/mistral-large-2", moving: true }],
      ["GroundingDino-1.6-Pro", { model: "idea-research-api/grounding-dino-1.5", class: "closed" }],
      ["IDEA-Research/grounding-dino-tiny", { model: "idea-research/grounding-dino" }],
      ["qwen3-rerank", { model: "alibaba-api/rerank", class: "closed" }],
      ["Qwen/Qwen3-Reranker-4B", { model: "qwen/qwen3-reranker" }],
      ["qwen-image-edit-max", { model: "alibaba-api/qwen-image", class: "closed" }],
      ["qwen-image-edit", { model: "qwen/qwen-image", class: "open-weights" }],
      ["mistral-small-4", { model: "mistralai/mistral-small-4" }],
      ["tts_models/en/ljspeech/vits", { model: "coqui/tts-ljspeech" }],
      ["tts_models/de/thorsten/vits", { model: "coqui/released-tts", confidence: "not sure" }],
      ["tts_models/deu/fairseq/vits", { model: "facebook/mms" }],
      ["dinov2_vitb14", { model: "facebook/dinov2" }],
      ["t5-v1_1-xxl", { model: "google-t5/t5-v1.1" }],
      ["google-t5/t5-base", { model: "google-t5/t5" }],
      ["stablecode-instruct-alpha-3b", { model: "stabilityai/stablecode-instruct-alpha" }],
      ["Phi-3.5-mini-instruct-q4f16_1-MLC", { model: "microsoft/phi-3.5" }],
      ["param-1", { class: "unknown" }],
      ["bharatgenai/Param-1-2.9B-Instruct", { model: "bharatgenai/param-1" }],
    ]);

    it("gpt4all is no GPT of OpenAI", () => assert.notEqual(show("gpt4all").class, "closed"));
  });
});
