import { readProviderId } from "../identify/names.ts";
import type { Runtime } from "./runtime.ts";

/** Anthropic's clients and their wrappers in LangChain and LlamaIndex (docs.anthropic.com). */
export const anthropic: Runtime = {
  id: "anthropic",
  name: "Anthropic client",
  namespace: "anthropic",
  modules: [
    "anthropic",
    "@anthropic-ai/sdk",
    "@anthropic-ai/claude-agent-sdk",
    "claude_agent_sdk",
    "langchain_anthropic",
    "@langchain/anthropic",
    "llama_index.llms.anthropic",
  ],
  contexts: [
    { pattern: { kind: "argument", callee: "messages.create", keyword: "model" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "messages.stream", keyword: "model" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "messages.count_tokens", keyword: "model" }, task: "text-generation" },
    { pattern: { kind: "option", callee: "messages.create", key: "model" }, task: "text-generation" },
    { pattern: { kind: "option", callee: "messages.stream", key: "model" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "ChatAnthropic", keyword: "model" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "ChatAnthropic", keyword: "model_name" }, task: "text-generation" },
    { pattern: { kind: "option", callee: "ChatAnthropic", key: "model" }, task: "text-generation" },
    { pattern: { kind: "option", callee: "ChatAnthropic", key: "modelName" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "AnthropicModel", position: 0 }, task: "text-generation" },
    { pattern: { kind: "assignment", name: "ANTHROPIC_MODEL" }, evidence: "generic" },
  ],
  read: (text) => readProviderId("anthropic", text),
  print: ({ member }) => member.names["anthropic"] ?? null,
};
