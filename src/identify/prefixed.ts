import type { Identity, Namespace } from "./identity.ts";
import { readHubId, readOllamaName, readOpenRouterId, readProviderId } from "./names.ts";

/** What frameworks call the providers in `provider:model`, in Python's and JavaScript's spelling. */
const providers: ReadonlyMap<string, Namespace> = new Map<string, Namespace>([
  ["openai", "openai"],
  ["openai-chat", "openai"],
  ["openai_resp", "openai"],
  ["openai-responses", "openai"],
  ["anthropic", "anthropic"],
  ["google", "google"],
  ["gemini", "google"],
  ["googleai", "google"],
  ["google-gla", "google"],
  ["google-genai", "google"],
  ["google_genai", "google"],
  ["google-vertex", "vertex"],
  ["google-vertexai", "vertex"],
  ["google_vertexai", "vertex"],
  ["vertex", "vertex"],
  ["vertexai", "vertex"],
  ["google-cloud", "vertex"],
  ["mistral", "mistral"],
  ["mistralai", "mistral"],
  ["cohere", "cohere"],
  ["groq", "groq"],
  ["xai", "xai"],
  ["grok", "xai"],
  ["deepseek", "deepseek"],
  ["bedrock", "bedrock"],
  ["bedrock_converse", "bedrock"],
  ["amazon_bedrock", "bedrock"],
  ["amazon-bedrock", "bedrock"],
  ["aws_bedrock", "bedrock"],
  ["aws-bedrock", "bedrock"],
  ["bedrock-mantle", "bedrock"],
  ["azure", "azure"],
  ["azureopenai", "azure"],
  ["azure_openai", "azure"],
  ["azure-openai", "azure"],
  ["ollama", "ollama"],
  ["ollama_cloud", "ollama"],
  ["openrouter", "openrouter"],
  ["huggingface", "huggingface"],
  ["together", "together"],
  ["togetherai", "together"],
  ["fireworks", "fireworks"],
  ["perplexity", "perplexity"],
  ["voyage", "voyage"],
  ["nvidia", "nvidia"],
  ["github", "github-models"],
  ["replicate", "replicate"],
  ["qwen", "other"],
  ["dashscope", "other"],
  ["glm", "other"],
  ["zhipu", "other"],
  ["kimi", "other"],
  ["moonshot", "other"],
  ["moonshotai", "other"],
  ["minimax", "other"],
  ["zai", "other"],
  ["cerebras", "other"],
  ["crusoe", "other"],
  ["heroku", "other"],
  ["snowflake", "other"],
]);

/** Words between a provider and its model that say which of its endpoints is meant (promptfoo). */
const endpoint =
  /^(?:chat|completion|completions|messages|responses|embedding|embeddings|text-generation|feature-extraction|text-classification|image|moderation|realtime):/;

/** What stands before a provider that Pydantic's own gateway asks: `gateway/openai:gpt-5`. */
const gateway = "gateway/";

/** Reads `provider:model`, or with another separator `provider/model`; null where the provider is none that we know. */
export function readPrefixed(text: string, separator: ":" | "/" | "::" = ":"): Identity | null {
  const from = separator === ":" && text.startsWith(gateway) ? gateway.length : 0;
  const at = text.indexOf(separator);
  const namespace = at > from ? providers.get(text.slice(from, at)) : undefined;
  if (namespace === undefined) return null;
  // `provider::model`, as some write it everywhere
  const rest = text
    .slice(at + separator.length)
    .replace(/^:/, "")
    .replace(endpoint, "");
  switch (namespace) {
    case "ollama":
      return readOllamaName(rest);
    case "huggingface":
      return readHubId(rest);
    case "openrouter":
      return readOpenRouterId(rest);
    default:
      return readProviderId(namespace, rest);
  }
}
