import { readPrefixed } from "../identify/prefixed.ts";
import { calls, text } from "./places.ts";
import { routed } from "./routes.ts";
import type { Runtime } from "./runtime.ts";

/** Agno: `Agent(model="provider:id")`; the classes of each provider stand with that provider (docs.agno.com, "Models"). */
export const agno: Runtime = {
  id: "agno",
  name: "Agno",
  namespace: "openai",
  modules: ["agno", "phi"],
  contexts: calls("Agent Team", "model reasoning_model parser_model output_model", { ...text, modules: ["agno"] }),
  read: (name) => readPrefixed(name),
  ...routed({ openrouter: "openrouter:", ollama: "ollama:" }),
};
