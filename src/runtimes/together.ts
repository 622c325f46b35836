import { calls, embedding, ownNames, text, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";
import { voiceAgents } from "./voiceAgents.ts";

/** Together's clients, which have OpenAI's form, and their wrappers (docs.together.ai). */
export const together: Runtime = {
  id: "together",
  name: "Together client",
  ...ownNames("together"),
  modules: ["together", "together-ai", "langchain_together", "llama_index.llms.together"],
  contexts: [
    ...calls("chat.completions.create completions.create", "model", { ...text, modules: ["together", "together-ai"] }),
    ...calls("ChatTogether ChatTogetherAI TogetherLLM Together", "model model_name", {
      ...text,
      modules: ["langchain_together", "langchain", "@langchain/community", "llama_index"],
    }),
    ...voiceAgents(null, "Together"),
    ...calls("TogetherEmbeddings TogetherEmbedding", "model model_name", embedding),
    ...variables("TOGETHER_MODEL", text),
  ],
};
