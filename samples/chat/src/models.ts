import { anthropic } from "@ai-sdk/anthropic";
import { openai } from "@ai-sdk/openai";

/** What the menu offers. */
export type ChatModel = "gpt-4o" | "gpt-4o-mini" | "claude-sonnet-4-5";

export const defaultModel: ChatModel = "gpt-4o-mini";

export const chat = openai("gpt-4o-mini");
export const careful = anthropic("claude-sonnet-4-5");
export const embeddings = openai.embedding("text-embedding-3-small");
