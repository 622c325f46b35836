import { calls, embedding, ownNames, rerank } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** Voyage AI's client and its wrappers (docs.voyageai.com). */
export const voyage: Runtime = {
  id: "voyage",
  name: "Voyage client",
  ...ownNames("voyage"),
  modules: ["voyageai", "langchain_voyageai", "llama_index.embeddings.voyageai", "dev.langchain4j.model.voyageai"],
  contexts: [
    ...calls("embed contextualized_embed multimodal_embed", "model", { ...embedding, modules: ["voyageai"] }),
    ...calls("rerank", "model", { ...rerank, modules: ["voyageai"] }),
    ...calls("VoyageAIEmbeddings VoyageEmbedding VoyageEmbeddings", "model model_name", embedding),
    ...calls("VoyageTextEmbedder VoyageDocumentEmbedder", "model", embedding),
    ...calls("VoyageAIEmbedder", "id", { ...embedding, modules: ["agno", "phi"] }),
    ...calls("VoyageRanker", "model", rerank),
    ...calls("VoyageAIRerank", "model", rerank),
  ],
};
