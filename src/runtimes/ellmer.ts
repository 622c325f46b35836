import { readPrefixed } from "../identify/prefixed.ts";
import { calls, text } from "./places.ts";
import { routed } from "./routes.ts";
import type { Runtime } from "./runtime.ts";

/** ellmer for R: `chat("provider/model")` (ellmer.tidyverse.org); its `chat_...()` functions stand with their provider. */
export const ellmer: Runtime = {
  id: "ellmer",
  name: "ellmer",
  namespace: "openai",
  modules: ["ellmer"],
  contexts: calls("chat", "0 name", { ...text, modules: ["ellmer"] }),
  read: (name) => readPrefixed(name, "/"),
  ...routed({ openrouter: "openrouter/", ollama: "ollama/" }),
};
