import { readPrefixed } from "../identify/prefixed.ts";
import { calls, embedding, text } from "./places.ts";
import { routed } from "./routes.ts";
import type { Runtime } from "./runtime.ts";

const javascript = { ...text, modules: ["genkit", "@genkit-ai"] } as const;
const go = { ...text, modules: ["github.com/firebase/genkit"] } as const;

/** Genkit: `plugin/model` (genkit.dev/docs/models); `googleAI.model("...")` and its like stand with their provider. */
export const genkit: Runtime = {
  id: "genkit",
  name: "Genkit",
  namespace: "google",
  modules: ["genkit", "@genkit-ai", "github.com/firebase/genkit"],
  contexts: [
    ...calls("genkit ai.generate ai.generateStream ai.definePrompt ai.chat", "model", javascript),
    ...calls("ai.embed ai.embedMany", "embedder", { ...embedding, modules: javascript.modules }),
    ...calls("genkit.WithDefaultModel ai.WithModelName", "0", go),
  ],
  // without a prefix it is a model that the project defines
  read: (name) => readPrefixed(name, "/"),
  ...routed({ ollama: "ollama/" }),
};
