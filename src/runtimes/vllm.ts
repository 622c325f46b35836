import { readHubId } from "../identify/names.ts";
import { calls, flags, operands, served, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

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
    ...operands(["vllm serve"], served),
    ...flags(["vllm serve", "vllm.entrypoints.openai.api_server", "vllm.entrypoints.api_server"], "--model", served),
    ...flags(["vllm bench", "vllm run-batch"], "--model"),
    ...flags(["vllm serve", "vllm.entrypoints.openai.api_server"], "--tokenizer", { swappable: false }),
    ...flags(["vllm serve", "vllm.entrypoints.openai.api_server"], "--speculative-model", { swappable: false }),
  ],
  read: readHubId,
  print: ({ member }) => member.names.huggingface ?? null,
};
