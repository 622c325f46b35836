import { readPrefixed } from "../identify/prefixed.ts";
import { calls, embedding, text } from "./places.ts";
import { routed } from "./routes.ts";
import type { Runtime } from "./runtime.ts";

/** Mastra's model router: `provider/model`, with a gateway before it where one is meant (mastra.ai/models). */
export const mastra: Runtime = {
  id: "mastra",
  name: "Mastra",
  namespace: "openai",
  modules: ["@mastra"],
  contexts: [
    ...calls("Agent", "model", { ...text, modules: ["@mastra"] }),
    ...calls("ModelRouterEmbeddingModel", "0", { ...embedding, modules: ["@mastra"] }),
  ],
  read: (name) => readPrefixed(name, "/"),
  ...routed({ openrouter: "openrouter/" }),
};
