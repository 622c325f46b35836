import { readHubId } from "../identify/names.ts";
import { calls, embedding, rerank } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/**
 * Qdrant's fastembed: hub ids, of which it knows those that it has ONNX weights for. nomic-embed-text-v1.5 and all-MiniLM-L6-v2
 * are in its list of supported models (qdrant.github.io/fastembed); what else is in the catalog may not be.
 */
export const fastembed: Runtime = {
  id: "fastembed",
  name: "fastembed",
  namespace: "huggingface",
  modules: ["fastembed", "qdrant_client", "llama_index.embeddings.fastembed"],
  contexts: [
    ...calls("TextEmbedding", "0 model_name", { ...embedding, modules: ["fastembed"] }),
    ...calls("SparseTextEmbedding LateInteractionTextEmbedding ImageEmbedding", "0 model_name", {
      modules: ["fastembed"],
      swappable: false,
    }),
    ...calls("TextCrossEncoder", "0 model_name", { ...rerank, modules: ["fastembed"] }),
    ...calls("FastEmbedEmbeddings FastEmbedEmbedding FastembedTextEmbedder FastembedDocumentEmbedder", "model_name model", embedding),
    ...calls("FastembedSparseTextEmbedder FastembedSparseDocumentEmbedder FastEmbedSparse", "model model_name", { swappable: false }),
    ...calls("FastembedRanker", "model_name model", rerank),
    // Rust, where it runs the hub's own weights: docs.rs/fastembed
    ...calls("from_hf", "0", { ...embedding, modules: ["fastembed"] }),
    ...calls("set_model", "0", { ...embedding, modules: ["qdrant_client"] }),
  ],
  read: readHubId,
  print: ({ member }) => (supported.has(member.name) ? (member.names.huggingface ?? null) : null),
};

const supported = new Set(["nomic-ai/nomic-embed-text-v1.5", "sentence-transformers/all-MiniLM-L6-v2"]);
