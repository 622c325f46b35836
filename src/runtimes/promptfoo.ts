import { readPrefixed } from "../identify/prefixed.ts";
import { keys, text } from "./places.ts";
import { routed } from "./routes.ts";
import type { Runtime } from "./runtime.ts";

const file = { file: ["promptfooconfig*.yaml", "promptfooconfig*.yml", "promptfooconfig*.json", "redteam*.yaml"] } as const;

/** promptfoo: `provider:endpoint:model` (promptfoo.dev/docs/providers); graders are named under `provider`. */
export const promptfoo: Runtime = {
  id: "promptfoo",
  name: "promptfoo",
  namespace: "openai",
  modules: ["promptfoo"],
  contexts: [
    ...keys("providers providers.id targets targets.id", { ...text, ...file }),
    ...keys("options.provider options.provider.id options.provider.text assert.provider redteam.provider", { ...text, ...file }),
    ...keys("provider.embedding", { task: "embedding", ...file }),
  ],
  read: (name) => readPrefixed(name),
  ...routed({ openrouter: "openrouter:", ollama: "ollama:chat:", ollamaEmbedding: "ollama:embeddings:" }),
};
