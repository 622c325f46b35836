import { calls, embedding, ownNames, text, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";
import { voiceAgents } from "./voiceAgents.ts";

/** Fireworks' client, which has OpenAI's form, and its wrappers (docs.fireworks.ai). */
export const fireworks: Runtime = {
  id: "fireworks",
  name: "Fireworks client",
  ...ownNames("fireworks"),
  modules: ["fireworks", "langchain_fireworks", "llama_index.llms.fireworks"],
  contexts: [
    ...calls("chat.completions.create completions.create", "model", { ...text, modules: ["fireworks"] }),
    ...calls("ChatFireworks Fireworks", "model model_name", {
      ...text,
      modules: ["langchain_fireworks", "langchain", "@langchain/community", "llama_index"],
    }),
    ...voiceAgents(null, "Fireworks"),
    ...calls("FireworksEmbeddings FireworksEmbedding", "model model_name", embedding),
    ...variables("FIREWORKS_MODEL", text),
  ],
};
