import { readProviderId } from "../identify/names.ts";
import type { Runtime } from "./runtime.ts";

/** Google's Gen AI and Vertex AI clients and their wrappers (ai.google.dev/gemini-api/docs). */
export const google: Runtime = {
  id: "google",
  name: "Google Gen AI client",
  namespace: "google",
  modules: [
    "google.generativeai",
    "google.genai",
    "@google/generative-ai",
    "@google/genai",
    "langchain_google_genai",
    "@langchain/google-genai",
    "vertexai",
    "langchain_google_vertexai",
  ],
  contexts: [
    { pattern: { kind: "argument", callee: "GenerativeModel", position: 0 }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "GenerativeModel", keyword: "model_name" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "models.generate_content", keyword: "model" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "models.generate_content_stream", keyword: "model" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "models.embed_content", keyword: "model" }, task: "embedding" },
    { pattern: { kind: "option", callee: "models.generateContent", key: "model" }, task: "text-generation" },
    { pattern: { kind: "option", callee: "models.generateContentStream", key: "model" }, task: "text-generation" },
    { pattern: { kind: "option", callee: "getGenerativeModel", key: "model" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "ChatGoogleGenerativeAI", keyword: "model" }, task: "text-generation" },
    { pattern: { kind: "option", callee: "ChatGoogleGenerativeAI", key: "model" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "ChatVertexAI", keyword: "model" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "ChatVertexAI", keyword: "model_name" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "GoogleGenerativeAIEmbeddings", keyword: "model" }, task: "embedding" },
    { pattern: { kind: "argument", callee: "GeminiModel", position: 0 }, task: "text-generation" },
    { pattern: { kind: "assignment", name: "GEMINI_MODEL" }, evidence: "generic" },
  ],
  read: (text) => readProviderId("google", text),
  print: ({ member }) => member.names["google"] ?? null,
};
