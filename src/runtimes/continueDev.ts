import { readOllamaName, readOpenRouterId } from "../identify/names.ts";
import { keys, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** Names of one entry; its own file names are Continue's: `.continue/config.yaml`. The keys are what tells. */
const own = { ...text, evidence: "generic" } as const;

/**
 * Continue (docs.continue.dev/reference): an entry's `provider` says who reads its `model`, and stands in another line. A name is offered
 * where the provider written there can stay; else the provider is a need.
 */
export const continueDev: Runtime = {
  id: "continue",
  name: "Continue",
  namespace: "other",
  modules: [],
  contexts: [
    ...keys("tabAutocompleteModel.model embeddingsProvider.model reranker.model", own),
    ...keys("models.model", { ...own, format: "yaml", file: ["config.yaml", "config.yml"] }),
    ...keys("models.model", { ...own, format: "json", file: ["config.json"] }),
  ],
  read: (name) => (name.includes("/") ? readOpenRouterId(name) : readOllamaName(name)),
  print: ({ member: { names } }, written) => {
    if (written?.namespace === "openrouter") return names.openrouter ?? null;
    // with an owner before it, it would be read as OpenRouter's
    return names.ollama !== undefined && /^[^/]+:/.test(names.ollama) ? names.ollama : null;
  },
  needs: (_model, written) =>
    written?.namespace === "openrouter" ? [] : ["provider: ollama in the same entry, and a running Ollama that has pulled the model"],
};
