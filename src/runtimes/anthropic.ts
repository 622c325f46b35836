import { type Client, setting } from "./client.ts";
import { calls, flags, ownNames, text, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";
import { voiceAgents } from "./voiceAgents.ts";

/** Anthropic's clients and the classes that frameworks wrap around them (docs.anthropic.com). It serves its own models only. */
export const anthropic: Runtime = {
  id: "anthropic",
  name: "Anthropic client",
  ...ownNames("anthropic"),
  modules: [
    "anthropic",
    "@anthropic-ai/sdk",
    "@anthropic-ai/claude-agent-sdk",
    "claude_agent_sdk",
    "langchain_anthropic",
    "@langchain/anthropic",
    "llama_index.llms.anthropic",
    "haystack_integrations.components.generators.anthropic",
    "com.anthropic",
    "Anthropic",
    "SwiftAnthropic",
    "github.com/anthropics/anthropic-sdk-go",
    "github.com/liushuangls/go-anthropic",
    "github.com/tmc/langchaingo/llms/anthropic",
    "package:anthropic_sdk_dart",
    "rig::providers::anthropic",
    "dev.langchain4j.model.anthropic",
    "claude",
  ],
  contexts: [
    ...calls(
      "messages.create messages.stream messages.count_tokens messages.countTokens messages.parse messages.toolRunner",
      "model",
      text,
    ),
    ...calls("ChatAnthropic", "model model_name", text),
    ...calls("AnthropicModel", "0 model_name", { ...text, modules: ["pydantic_ai"] }),
    ...calls("AnthropicGenerator AnthropicChatGenerator AnthropicChatCompletionClient", "model", text),
    ...calls("AnthropicChatCompletion", "ai_model_id", text),
    ...calls("ClaudeAgentOptions ClaudeCodeOptions", "model", text),
    ...calls("Claude", "id", { ...text, modules: ["agno", "phi"] }),
    ...calls("Anthropic", "model", { ...text, modules: ["llama_index", "@llamaindex/anthropic"] }),
    ...calls("chat_anthropic chat_claude", "model", { ...text, modules: ["ellmer"] }),
    ...calls("MessageNewParams MessagesRequest MessageCountTokensParams", "model", text),
    ...calls("MessageParameters MessageParameter", "model", { ...text, modules: ["Anthropic"] }),
    // Microsoft.Extensions.AI, in files that may ask others the same way
    ...calls("AsIChatClient", "0 default_model_id", { ...text, modules: ["Anthropic"], evidence: "known" }),
    ...calls("anthropic.WithModel", "0", text),
    // Java, where the client has no constant
    ...calls("Model.of", "0", { ...text, modules: ["com.anthropic"] }),
    // Mirascope, magentic, DeepEval, voice agents
    ...calls("anthropic.call", "0 model", { ...text, modules: ["mirascope"] }),
    ...calls("AnthropicChatModel", "0 model", { ...text, modules: ["magentic"] }),
    ...calls("AnthropicModel", "model", { ...text, modules: ["deepeval"] }),
    ...voiceAgents("anthropic", "Anthropic"),
    ...flags(["claude"], "--model", text),
    ...variables(
      "ANTHROPIC_MODEL ANTHROPIC_SMALL_FAST_MODEL CLAUDE_MODEL ANTHROPIC_DEFAULT_SONNET_MODEL ANTHROPIC_DEFAULT_OPUS_MODEL ANTHROPIC_DEFAULT_HAIKU_MODEL",
      text,
    ),
  ],
};

const client = { protocol: "anthropic", runtimes: ["anthropic"], holdsModel: false } as const;

/**
 * Sources, seen 2026-11-21: docs.ollama.com/api/anthropic-compatibility.md; the package @anthropic-ai/sdk for names and defaults;
 * github.com/anthropics/anthropic-sdk-go, option/requestoption.go (the base URL has no version).
 */
export const anthropicClients: readonly Client[] = [
  {
    ...client,
    languages: ["python"],
    modules: ["anthropic"],
    constructors: ["Anthropic", "AsyncAnthropic"],
    notation: { kind: "arguments" },
    baseUrl: setting("base_url"),
    apiKey: setting("api_key"),
  },
  {
    ...client,
    languages: ["python"],
    modules: ["langchain_anthropic"],
    constructors: ["ChatAnthropic"],
    notation: { kind: "arguments" },
    holdsModel: true,
    baseUrl: setting("base_url anthropic_api_url"),
    apiKey: setting("api_key anthropic_api_key"),
  },
  {
    ...client,
    languages: ["javascript"],
    modules: ["@anthropic-ai/sdk"],
    constructors: ["Anthropic"],
    notation: { kind: "object" },
    baseUrl: setting("baseURL"),
    apiKey: setting("apiKey"),
  },
  {
    ...client,
    languages: ["javascript"],
    modules: ["@langchain/anthropic"],
    constructors: ["ChatAnthropic"],
    notation: { kind: "object" },
    holdsModel: true,
    baseUrl: setting("anthropicApiUrl"),
    apiKey: setting("apiKey anthropicApiKey"),
  },
  {
    ...client,
    languages: ["go"],
    modules: ["github.com/anthropics/anthropic-sdk-go"],
    constructors: ["anthropic.NewClient"],
    notation: { kind: "functions", of: "option" },
    asks: ["MessageNewParams"],
    baseUrl: setting("WithBaseURL"),
    apiKey: setting("WithAPIKey"),
    imports: ["$/option"],
  },
];
