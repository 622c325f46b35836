import { named } from "../identify/names.ts";
import { calls, embedding, rerank } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** Those that have no weights: the others are called as their repositories are. */
const served = /^jina-(?:reranker-v1-base|embedding-b|deepsearch)/;

/** Jina's API in the classes of frameworks: its own models only, by their names without the organisation (https://haystack.deepset.ai/integrations/jina). */
export const jina: Runtime = {
  id: "jina",
  name: "Jina client",
  namespace: "huggingface",
  modules: ["llama_index.embeddings.jinaai", "haystack_integrations.components.embedders.jina"],
  contexts: [
    ...calls("JinaEmbedding JinaEmbeddings JinaEmbeddingFunction JinaTextEmbedder JinaDocumentEmbedder", "model model_name", embedding),
    ...calls("JinaEmbedder", "id", { ...embedding, modules: ["agno", "phi"] }),
    ...calls("JinaRerank JinaRanker", "model", rerank),
  ],
  read: (name) => {
    const plain = name.replace(/^jinaai\//, "");
    if (!/^jina-[a-z][\w.-]*$/.test(plain)) return null;
    return served.test(plain) ? named("other", plain) : named("huggingface", `jinaai/${plain}`);
  },
  print: () => null,
};
