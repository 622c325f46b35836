import type { Member } from "../catalog/record.ts";
import { readHubId } from "../identify/names.ts";
import { calls, flags, keys, operands, served, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/**
 * Static embeddings: a table of a vector for each token, without a network that a server of transformers could load. So their makers call
 * them (huggingface.co/minishlab, sentence-transformers' `static-...`).
 */
const isStatic = /(?:^|\/)(?:potion-|m2v_|static-)|model2vec/i;

/** The hub id under which vLLM and its like serve a checkpoint, or null where they cannot. */
export function servedHubId({ names }: Member): string | null {
  const id = names.huggingface ?? null;
  return id === null || isStatic.test(id) ? null : id;
}

/** vLLM, which reads hub ids (docs.vllm.ai: `vllm serve`, `LLM`, `EngineArgs`). */
export const vllm: Runtime = {
  id: "vllm",
  name: "vLLM",
  namespace: "huggingface",
  modules: ["vllm", "vllm/vllm-openai", "llama_index.llms.vllm", "autogen_ext.models.vllm"],
  contexts: [
    ...calls("LLM", "0 model", { modules: ["vllm"] }),
    ...calls("EngineArgs AsyncEngineArgs", "model"),
    ...calls("VLLM VLLMOpenAI VLLMModel Vllm", "model model_name model_id", text),
    // an adapter, trained on the model that is served
    ...calls("LoRARequest", "2 lora_path", { swappable: false }),
    // the production stack's Helm chart
    ...keys("modelSpec.modelURL", { ...served, format: "yaml" }),
    ...operands(["vllm serve"], served),
    ...flags(["vllm serve", "vllm.entrypoints.openai.api_server", "vllm.entrypoints.api_server"], "--model", served),
    ...flags(["vllm bench", "vllm run-batch"], "--model"),
    ...flags(["vllm serve", "vllm.entrypoints.openai.api_server"], "--tokenizer", { swappable: false }),
    ...flags(["vllm serve", "vllm.entrypoints.openai.api_server"], "--speculative-model", { swappable: false }),
  ],
  read: readHubId,
  print: ({ member }) => servedHubId(member),
};
