import { readProviderId } from "../identify/names.ts";
import type { Runtime } from "./runtime.ts";

/** Groq's clients and their wrappers (console.groq.com/docs). */
export const groq: Runtime = {
  id: "groq",
  name: "Groq client",
  namespace: "groq",
  modules: ["groq", "groq-sdk", "langchain_groq", "@langchain/groq"],
  contexts: [
    { pattern: { kind: "argument", callee: "ChatGroq", keyword: "model" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "ChatGroq", keyword: "model_name" }, task: "text-generation" },
    { pattern: { kind: "option", callee: "ChatGroq", key: "model" }, task: "text-generation" },
    { pattern: { kind: "assignment", name: "GROQ_MODEL" }, evidence: "generic" },
  ],
  read: (text) => readProviderId("groq", text),
  print: ({ member }) => member.names["groq"] ?? null,
};
