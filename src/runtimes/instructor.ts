import { readRoutedName } from "../identify/names.ts";
import { readPrefixed } from "../identify/prefixed.ts";
import { calls, text } from "./places.ts";
import { routed } from "./routes.ts";
import type { Runtime } from "./runtime.ts";

/** Instructor: `provider/model`. The clients that it wraps stand with their providers. */
export const instructor: Runtime = {
  id: "instructor",
  name: "Instructor",
  namespace: "openai",
  modules: ["instructor"],
  contexts: calls("from_provider", "0 model", { ...text, modules: ["instructor"] }),
  read: (name) => readPrefixed(name, "/") ?? readRoutedName(name),
  ...routed({ ollama: "ollama/" }),
};
