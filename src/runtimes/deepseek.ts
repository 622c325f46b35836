import { calls, keys, ownNames, text, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";
import { voiceAgents } from "./voiceAgents.ts";

/** DeepSeek's wrappers; its own API is used through OpenAI's clients (api-docs.deepseek.com). */
export const deepseek: Runtime = {
  id: "deepseek",
  name: "DeepSeek client",
  ...ownNames("deepseek"),
  modules: ["langchain_deepseek", "@langchain/deepseek", "llama_index.llms.deepseek", "org.springframework.ai.deepseek"],
  contexts: [
    ...calls("ChatDeepSeek", "model model_name", text),
    ...calls("DeepSeek", "id model", { ...text, modules: ["agno", "llama_index"] }),
    ...voiceAgents(null, "DeepSeek"),
    ...calls("chat_deepseek", "model", { ...text, modules: ["ellmer"] }),
    ...keys("spring.ai.deepseek.chat.options.model", text),
    ...variables("DEEPSEEK_MODEL", text),
  ],
};
