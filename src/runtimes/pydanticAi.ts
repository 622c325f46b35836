import type { Identity } from "../identify/identity.ts";
import { readProviderId } from "../identify/names.ts";
import { readPrefixed } from "../identify/prefixed.ts";
import { calls, text, variables } from "./places.ts";
import { routed } from "./routes.ts";
import type { Runtime } from "./runtime.ts";

const own = { ...text, modules: ["pydantic_ai"] } as const;

/** Pydantic AI: `provider:model` (ai.pydantic.dev/models). The classes of each provider stand with that provider. */
export const pydanticAi: Runtime = {
  id: "pydantic-ai",
  name: "Pydantic AI",
  namespace: "openai",
  modules: ["pydantic_ai"],
  contexts: [
    ...calls("Agent", "0 model", own),
    ...calls("infer_model", "0", own),
    ...calls("agent.run agent.run_sync agent.run_stream agent.override", "model", own),
    ...calls("FallbackModel", "0 1 2", own),
    ...variables("PYDANTIC_AI_MODEL", text),
  ],
  read: (name) => readPrefixed(name) ?? readPlain(name),
  ...routed({ openrouter: "openrouter:", ollama: "ollama:" }),
};

/** A name without its provider, which is inferred from how it begins (`pydantic_ai.models.infer_model`). */
function readPlain(name: string): Identity | null {
  if (/^(?:gpt|o[13])/.test(name)) return readProviderId("openai", name);
  if (name.startsWith("claude")) return readProviderId("anthropic", name);
  return name.startsWith("gemini") ? readProviderId("google", name) : null;
}
