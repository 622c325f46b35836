import { calls, ownNames, text, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";
import { voiceAgents } from "./voiceAgents.ts";

/** xAI's client and its wrappers (docs.x.ai). */
export const xai: Runtime = {
  id: "xai",
  name: "xAI client",
  ...ownNames("xai"),
  modules: ["xai_sdk", "langchain_xai", "@langchain/xai"],
  contexts: [
    ...calls("chat.create", "model", { ...text, modules: ["xai_sdk"] }),
    ...calls("ChatXAI", "model model_name", text),
    ...voiceAgents("xai", "Grok"),
    ...calls("xAI", "id", { ...text, modules: ["agno"] }),
    ...variables("XAI_MODEL GROK_MODEL", text),
  ],
};
