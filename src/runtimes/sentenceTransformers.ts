import { isPlaceholderOrPath, named, readHubId } from "../identify/names.ts";
import type { Runtime } from "./runtime.ts";

/**
 * sentence-transformers: a name without an organisation is looked up under `sentence-transformers/` (sbert.net,
 * "Pretrained models"). LangChain's, LlamaIndex', Chroma's and fastembed's wrappers hand the name through.
 */
export const sentenceTransformers: Runtime = {
  id: "sentence-transformers",
  name: "sentence-transformers",
  namespace: "sentence-transformers",
  modules: ["sentence_transformers", "langchain_huggingface", "llama_index.embeddings.huggingface", "fastembed"],
  contexts: [
    { pattern: { kind: "argument", callee: "SentenceTransformer", position: 0 }, task: "embedding" },
    { pattern: { kind: "argument", callee: "SentenceTransformer", keyword: "model_name_or_path" }, task: "embedding" },
    { pattern: { kind: "argument", callee: "CrossEncoder", position: 0 }, task: "rerank" },
    { pattern: { kind: "argument", callee: "CrossEncoder", keyword: "model_name" }, task: "rerank" },
    { pattern: { kind: "argument", callee: "SparseEncoder", position: 0 } },
    { pattern: { kind: "argument", callee: "HuggingFaceEmbeddings", keyword: "model_name" }, task: "embedding" },
    { pattern: { kind: "argument", callee: "HuggingFaceEmbeddings", keyword: "model" }, task: "embedding" },
    { pattern: { kind: "argument", callee: "HuggingFaceBgeEmbeddings", keyword: "model_name" }, task: "embedding" },
    { pattern: { kind: "argument", callee: "HuggingFaceEmbedding", keyword: "model_name" }, task: "embedding" },
    { pattern: { kind: "argument", callee: "SentenceTransformerEmbeddings", keyword: "model_name" }, task: "embedding" },
    { pattern: { kind: "argument", callee: "SentenceTransformerEmbeddingFunction", keyword: "model_name" }, task: "embedding" },
    { pattern: { kind: "argument", callee: "HuggingFaceCrossEncoder", keyword: "model_name" }, task: "rerank" },
  ],
  read: (text) => {
    if (text.includes("/")) return readHubId(text);
    return isPlaceholderOrPath(text) || !/^[\w][\w.-]*$/.test(text) ? null : named("sentence-transformers", text);
  },
  print: ({ member }) => member.names["sentence-transformers"] ?? member.names.huggingface ?? null,
};
