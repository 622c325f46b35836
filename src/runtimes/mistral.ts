import { readProviderId } from "../identify/names.ts";
import type { Runtime } from "./runtime.ts";

/** Mistral's clients and their wrappers (docs.mistral.ai). */
export const mistral: Runtime = {
  id: "mistral",
  name: "Mistral client",
  namespace: "mistral",
  modules: ["mistralai", "@mistralai/mistralai", "langchain_mistralai", "@langchain/mistralai"],
  contexts: [
    { pattern: { kind: "argument", callee: "chat.complete", keyword: "model" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "chat.stream", keyword: "model" }, task: "text-generation", modules: ["mistralai"] },
    { pattern: { kind: "option", callee: "chat.complete", key: "model" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "ChatMistralAI", keyword: "model" }, task: "text-generation" },
    { pattern: { kind: "option", callee: "ChatMistralAI", key: "model" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "MistralAIEmbeddings", keyword: "model" }, task: "embedding" },
    { pattern: { kind: "assignment", name: "MISTRAL_MODEL" }, evidence: "generic" },
  ],
  read: (text) => readProviderId("mistral", text),
  print: ({ member }) => member.names["mistral"] ?? null,
};
