import { readOpenRouterId } from "../identify/names.ts";
import { calls, ownNames, text, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";
import { voiceAgents } from "./voiceAgents.ts";

const aiSdk = { modules: ["@openrouter/ai-sdk-provider"] } as const;

/** OpenRouter: `vendor/name`, with variants after a colon (openrouter.ai/docs). */
export const openrouter: Runtime = {
  id: "openrouter",
  name: "OpenRouter",
  ...ownNames("openrouter"),
  modules: [
    "@openrouter/ai-sdk-provider",
    "@openrouter/sdk",
    "langchain_openrouter",
    "@langchain/openrouter",
    "llama_index.llms.openrouter",
    "openrouter",
    "openrouter_rs",
  ],
  contexts: [
    ...calls("openrouter openrouter.chat openrouter.completion", "0", { ...text, ...aiSdk }),
    ...calls("ChatOpenRouter", "model", text),
    ...calls("OpenRouterModel", "0 model_name", { ...text, modules: ["pydantic_ai"] }),
    ...calls("OpenRouter", "id model", { ...text, modules: ["agno", "llama_index"] }),
    ...calls("chat.send", "model", { ...text, modules: ["openrouter", "@openrouter/sdk"] }),
    ...voiceAgents(null, "OpenRouter"),
    ...calls("chat_openrouter", "model", { ...text, modules: ["ellmer"] }),
    ...variables("OPENROUTER_MODEL", { evidence: "runtime" }),
  ],
  read: readOpenRouterId,
};
