import { readProviderId } from "../identify/names.ts";
import type { Runtime } from "./runtime.ts";

/** Cohere's clients and their wrappers (docs.cohere.com). */
export const cohere: Runtime = {
  id: "cohere",
  name: "Cohere client",
  namespace: "cohere",
  modules: ["cohere", "cohere-ai", "langchain_cohere", "@langchain/cohere"],
  contexts: [
    { pattern: { kind: "argument", callee: "co.chat", keyword: "model" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "co.embed", keyword: "model" }, task: "embedding" },
    { pattern: { kind: "argument", callee: "co.rerank", keyword: "model" }, task: "rerank" },
    { pattern: { kind: "option", callee: "cohere.chat", key: "model" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "ChatCohere", keyword: "model" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "CohereEmbeddings", keyword: "model" }, task: "embedding" },
    { pattern: { kind: "argument", callee: "CohereRerank", keyword: "model" }, task: "rerank" },
    { pattern: { kind: "assignment", name: "COHERE_MODEL" }, evidence: "generic" },
  ],
  read: (text) => readProviderId("cohere", text),
  print: ({ member }) => member.names["cohere"] ?? null,
};
