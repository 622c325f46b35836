import { calls, ownNames, text, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";
import { voiceAgents } from "./voiceAgents.ts";

/** Perplexity's client and its wrappers (docs.perplexity.ai). */
export const perplexity: Runtime = {
  id: "perplexity",
  name: "Perplexity client",
  ...ownNames("perplexity"),
  modules: ["perplexity", "langchain_perplexity", "@llamaindex/perplexity"],
  contexts: [
    ...calls("ChatPerplexity", "model", text),
    ...voiceAgents("perplexity", "Perplexity"),
    ...calls("chat_perplexity", "model", { ...text, modules: ["ellmer"] }),
    ...calls("perplexity Perplexity", "model", { ...text, modules: ["@llamaindex/perplexity"] }),
    ...variables("PERPLEXITY_MODEL", text),
  ],
};
