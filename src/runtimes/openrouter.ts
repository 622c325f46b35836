import { readOpenRouterId } from "../identify/names.ts";
import type { Runtime } from "./runtime.ts";

/** OpenRouter: `vendor/name`, with variants after a colon (openrouter.ai/docs). */
export const openrouter: Runtime = {
  id: "openrouter",
  name: "OpenRouter",
  namespace: "openrouter",
  modules: ["@openrouter/ai-sdk-provider", "@openrouter/sdk", "langchain_openrouter"],
  contexts: [
    { pattern: { kind: "argument", callee: "openrouter", position: 0 }, modules: ["@openrouter/ai-sdk-provider"] },
    { pattern: { kind: "argument", callee: "openrouter.chat", position: 0 }, modules: ["@openrouter/ai-sdk-provider"] },
    { pattern: { kind: "argument", callee: "ChatOpenRouter", keyword: "model" } },
    { pattern: { kind: "assignment", name: "OPENROUTER_MODEL" } },
  ],
  read: readOpenRouterId,
  print: ({ member }) => member.names.openrouter ?? null,
};
