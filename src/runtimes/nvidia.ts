import { calls, embedding, ownNames, rerank, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";
import { voiceAgents } from "./voiceAgents.ts";

/** NVIDIA's wrappers for its NIM endpoints (build.nvidia.com). */
export const nvidia: Runtime = {
  id: "nvidia",
  name: "NVIDIA NIM client",
  ...ownNames("nvidia"),
  modules: ["langchain_nvidia_ai_endpoints", "llama_index.llms.nvidia"],
  contexts: [
    ...calls("ChatNVIDIA", "model", text),
    ...calls("NVIDIAEmbeddings NVIDIAEmbedding", "model", embedding),
    ...voiceAgents(null, "Nim Nvidia"),
    ...calls("NVIDIARerank", "model", rerank),
  ],
};
