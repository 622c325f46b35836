import { isPlaceholderOrPath, named, readHubId } from "../identify/names.ts";
import { calls, embedding, rerank } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/**
 * sentence-transformers: a name without an organisation is looked up under `sentence-transformers/` (sbert.net,
 * "Pretrained models"). LangChain's, LlamaIndex', Haystack's and Chroma's wrappers hand the name through.
 */
export const sentenceTransformers: Runtime = {
  id: "sentence-transformers",
  name: "sentence-transformers",
  namespace: "sentence-transformers",
  modules: [
    "sentence_transformers",
    "langchain_huggingface",
    "llama_index.embeddings.huggingface",
    "haystack.components.embedders",
    "txtai",
    "keybert",
    "bertopic",
  ],
  contexts: [
    ...calls("SentenceTransformer", "0 model_name_or_path", embedding),
    ...calls("CrossEncoder", "0 model_name model_name_or_path", rerank),
    ...calls("SparseEncoder", "0 model_name_or_path"),
    ...calls("INSTRUCTOR", "0 model_name_or_path", { ...embedding, modules: ["InstructorEmbedding"] }),
    ...calls("mteb.get_model", "0 model_name", embedding),
    ...calls("get_model", "0 model_name", { ...embedding, modules: ["mteb"] }),
    // AnswerDotAI's rerankers, which knows kinds of models by plain words, too
    ...calls("Reranker", "0 model_name", { ...rerank, evidence: "generic", modules: ["rerankers"] }),
    ...calls(
      "HuggingFaceEmbeddings HuggingFaceBgeEmbeddings HuggingFaceInstructEmbeddings SentenceTransformerEmbeddings",
      "model_name model",
      embedding,
    ),
    ...calls("HuggingFaceEmbedding", "model_name 0", embedding),
    // LlamaIndex in TypeScript, which needs weights for ONNX
    ...calls("HuggingFaceEmbedding", "model_type", { ...embedding, swappable: false }),
    ...calls("SentenceTransformerEmbeddingFunction", "model_name", embedding),
    // Chroma's way to the hub's own servers
    ...calls("HuggingFaceEmbeddingFunction", "model_name", { ...embedding, swappable: false }),
    ...calls("SentenceTransformersTextEmbedder SentenceTransformersDocumentEmbedder", "model", embedding),
    ...calls("SentenceTransformerEmbedder", "id", { ...embedding, modules: ["agno", "phi"] }),
    ...calls(
      "SentenceTransformersSparseTextEmbedder SentenceTransformersSparseDocumentEmbedder SentenceTransformersDocumentImageEmbedder",
      "model",
      { swappable: false },
    ),
    ...calls("HuggingFaceCrossEncoder SentenceTransformerRerank", "model_name model", rerank),
    ...calls("SentenceTransformersSimilarityRanker TransformersSimilarityRanker SentenceTransformersDiversityRanker", "model", rerank),
    ...calls("KeyBERT", "0 model", { ...embedding, modules: ["keybert"] }),
    ...calls("BERTopic", "embedding_model", embedding),
  ],
  read: (name) => {
    if (name.includes("/")) return readHubId(name);
    return isPlaceholderOrPath(name) || !/^[\w][\w.-]*$/.test(name) ? null : named("sentence-transformers", name);
  },
  print: ({ member }) => member.names["sentence-transformers"] ?? member.names.huggingface ?? null,
};
