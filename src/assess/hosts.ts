import type { Identity, Namespace } from "../identify/identity.ts";

/** Services that run the models of their own scheme, as people call them. Schemes of hubs and of programs that one runs oneself are not among them. */
const servicesOfSchemes: Partial<Readonly<Record<Namespace, string>>> = {
  bedrock: "Amazon Bedrock",
  azure: "Microsoft Azure",
  vertex: "Google Vertex AI",
  openrouter: "OpenRouter",
  groq: "Groq",
  together: "Together AI",
  fireworks: "Fireworks AI",
  deepinfra: "DeepInfra",
  nvidia: "NVIDIA NIM",
  cloudflare: "Cloudflare Workers AI",
  "github-models": "GitHub Models",
  replicate: "Replicate",
};

/** Makers that serve their own models. Their clients are pointed at other servers, too: the scheme alone does not tell who serves. */
const makers: Partial<Readonly<Record<Namespace, string>>> = {
  openai: "OpenAI",
  anthropic: "Anthropic",
  google: "Google",
  mistral: "Mistral AI",
  cohere: "Cohere",
  xai: "xAI",
  deepseek: "DeepSeek",
  perplexity: "Perplexity",
  voyage: "Voyage AI",
};

/** Hosts that a route's prefix or a place names. Null: a program on one's own machines, where nobody else serves. */
const hosts: ReadonlyMap<string, string | null> = new Map([
  ["docker", null],
  ["vllm", null],
  ["lm-studio", null],
  ["ollama", null],
  ["azure", "Microsoft Azure"],
  ["github-copilot", "GitHub Copilot"],
  ["huggingface", "Hugging Face"],
  ["cerebras", "Cerebras"],
  ["dashscope", "Alibaba Cloud"],
  ["deepgram", "Deepgram"],
  ["elevenlabs", "ElevenLabs"],
  ["groq", "Groq"],
  ["minimax", "MiniMax"],
  ["moonshot", "Moonshot AI"],
  ["publicai", "Public AI"],
  ["sambanova", "SambaNova"],
  ["watsonx", "IBM watsonx"],
  ["zai", "Z.ai"],
]);

/**
 * Who serves the model under this name, or null where the name does not tell or it runs on one's own machines.
 * @param ownScheme whether the record's name stands in the identity's own scheme
 */
export function hostOf({ namespace, host, tag }: Identity, ownScheme: boolean): string | null {
  if (host !== null) return hosts.has(host) ? (hosts.get(host) ?? null) : host;
  // Ollama's own service runs what has this tag: `gpt-oss:120b-cloud`
  if (namespace === "ollama") return tag !== null && /(?:^|-)cloud$/i.test(tag) ? "Ollama" : null;
  return servicesOfSchemes[namespace] ?? (ownScheme ? (makers[namespace] ?? null) : null);
}
