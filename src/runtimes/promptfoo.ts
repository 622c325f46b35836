import type { Identity } from "../identify/identity.ts";
import { hasRoutePrefix, readOpenRouterId } from "../identify/names.ts";
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
  read: readPromptfooName,
  ...routed({ openrouter: "openrouter:", ollama: "ollama:chat:", ollamaEmbedding: "ollama:embeddings:" }),
};

/** The endpoints of OpenAI's protocol, and a name as gateways write it, which other servers answer to under `apiBaseUrl`. */
const gatewayName = /^openai:(?:[a-z]+:)?(?=[\w.-]+\/[\w.:-]+$)/;

/** `provider:endpoint:model`; under OpenAI's protocol the model may be one of a gateway: `openai:chat:anthropic/claude-sonnet-4`. */
function readPromptfooName(name: string): Identity | null {
  const prefix = gatewayName.exec(name)?.[0];
  const served = prefix === undefined ? "" : name.slice(prefix.length);
  return hasRoutePrefix(served) ? readOpenRouterId(served) : readPrefixed(name);
}
