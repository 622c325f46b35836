import type { Task } from "../catalog/record.ts";
import type { Endpoint, Protocol } from "./servers.ts";

/** A value to write: `text` gets the quotes of the language. */
export type ClientValue = { readonly kind: "text"; readonly text: string } | { readonly kind: "literal"; readonly text: string };

/** How a client of a closed API is made, and where base URL and key stand in that: what a move to another server has to change. */
export interface Client {
  /** ids of the runtimes whose places it answers */
  readonly runtimes: readonly string[];
  /** id of the format */
  readonly language: "python" | "javascript";
  /** one of these has to be imported */
  readonly modules: readonly string[];
  readonly protocol: Protocol;
  /** classes and functions that make it, by the last part of their dotted name */
  readonly constructors: readonly string[];
  /** the model is named where the client is made, and each such call is a client of its own */
  readonly holdsModel: boolean;
  /** arguments; the first is written, the others may stand there already */
  readonly baseUrl: readonly string[];
  readonly apiKey: readonly string[];
  /** the option whose object holds the base URL */
  readonly baseUrlWithin?: string;
  /** what the client's base URL has beyond the server's of that protocol */
  readonly baseUrlSuffix?: string;
  /** other arguments without which it does not work with another server; `context` of the model there, in tokens */
  readonly extra?: (context: number | null) => readonly { readonly name: string; readonly value: ClientValue }[];
  /** the class refuses models of others: the one to write instead, and the module that has it */
  readonly becomes?: {
    readonly from: string;
    readonly name: string;
    readonly fromModule: string;
    readonly module: string;
    readonly install: string;
  };
  /** an instance that the module exports; to point it elsewhere, a factory makes one of that name */
  readonly instance?: { readonly name: string; readonly factory: string; readonly module: string; readonly method?: string };
}

const openaiPython = { language: "python", protocol: "openai", runtimes: ["openai"] } as const;
const openaiJavaScript = { language: "javascript", protocol: "openai", runtimes: ["openai"] } as const;

/**
 * Tried in order. Sources, seen 2026-11-21: docs.ollama.com/openai.md and /api/anthropic-compatibility.md for the makers' own clients; the
 * sources of the packages openai 6, @anthropic-ai/sdk, @langchain/openai 1, @ai-sdk/openai 3 for names and defaults;
 * github.com/langchain-ai/langchain/issues/21318 for embeddings, which LangChain sends as token numbers of OpenAI's;
 * pypi.org/project/llama-index-llms-openai-like/ for LlamaIndex, whose own class knows only OpenAI's models.
 */
export const clients: readonly Client[] = [
  {
    ...openaiPython,
    modules: ["openai"],
    constructors: ["OpenAI", "AsyncOpenAI"],
    holdsModel: false,
    baseUrl: ["base_url"],
    apiKey: ["api_key"],
  },
  {
    ...openaiPython,
    modules: ["langchain_openai"],
    constructors: ["ChatOpenAI"],
    holdsModel: true,
    baseUrl: ["base_url", "openai_api_base"],
    apiKey: ["api_key", "openai_api_key"],
  },
  {
    ...openaiPython,
    modules: ["langchain_openai"],
    constructors: ["OpenAIEmbeddings"],
    holdsModel: true,
    baseUrl: ["base_url", "openai_api_base"],
    apiKey: ["api_key", "openai_api_key"],
    extra: () => [{ name: "check_embedding_ctx_length", value: { kind: "literal", text: "False" } }],
  },
  {
    ...openaiPython,
    modules: ["llama_index.llms.openai_like"],
    constructors: ["OpenAILike"],
    holdsModel: true,
    baseUrl: ["api_base"],
    apiKey: ["api_key"],
  },
  {
    ...openaiPython,
    modules: ["llama_index.llms.openai"],
    constructors: ["OpenAI"],
    holdsModel: true,
    baseUrl: ["api_base"],
    apiKey: ["api_key"],
    extra: (context) => [
      ...(context === null ? [] : [{ name: "context_window", value: { kind: "literal", text: String(context) } } as const]),
      { name: "is_chat_model", value: { kind: "literal", text: "True" } },
    ],
    becomes: {
      from: "OpenAI",
      name: "OpenAILike",
      fromModule: "llama_index.llms.openai",
      module: "llama_index.llms.openai_like",
      install: "the package llama-index-llms-openai-like",
    },
  },
  {
    ...openaiJavaScript,
    modules: ["openai"],
    constructors: ["OpenAI"],
    holdsModel: false,
    baseUrl: ["baseURL"],
    apiKey: ["apiKey"],
  },
  {
    ...openaiJavaScript,
    modules: ["@langchain/openai"],
    constructors: ["ChatOpenAI", "OpenAIEmbeddings"],
    holdsModel: true,
    baseUrl: ["baseURL"],
    baseUrlWithin: "configuration",
    apiKey: ["apiKey", "openAIApiKey"],
  },
  {
    ...openaiJavaScript,
    runtimes: ["ai-sdk/openai"],
    modules: ["@ai-sdk/openai"],
    constructors: ["createOpenAI"],
    holdsModel: false,
    baseUrl: ["baseURL"],
    apiKey: ["apiKey"],
    // the provider itself asks for responses, which few servers have
    instance: { name: "openai", factory: "createOpenAI", module: "@ai-sdk/openai", method: "chat" },
  },
  {
    language: "python",
    protocol: "anthropic",
    runtimes: ["anthropic"],
    modules: ["anthropic"],
    constructors: ["Anthropic", "AsyncAnthropic"],
    holdsModel: false,
    baseUrl: ["base_url"],
    apiKey: ["api_key"],
  },
  {
    language: "python",
    protocol: "anthropic",
    runtimes: ["anthropic"],
    modules: ["langchain_anthropic"],
    constructors: ["ChatAnthropic"],
    holdsModel: true,
    baseUrl: ["base_url", "anthropic_api_url"],
    apiKey: ["api_key", "anthropic_api_key"],
  },
  {
    language: "javascript",
    protocol: "anthropic",
    runtimes: ["anthropic"],
    modules: ["@anthropic-ai/sdk"],
    constructors: ["Anthropic"],
    holdsModel: false,
    baseUrl: ["baseURL"],
    apiKey: ["apiKey"],
  },
  {
    language: "javascript",
    protocol: "anthropic",
    runtimes: ["anthropic"],
    modules: ["@langchain/anthropic"],
    constructors: ["ChatAnthropic"],
    holdsModel: true,
    baseUrl: ["anthropicApiUrl"],
    apiKey: ["apiKey", "anthropicApiKey"],
  },
  {
    language: "javascript",
    protocol: "anthropic",
    runtimes: ["ai-sdk/anthropic"],
    modules: ["@ai-sdk/anthropic"],
    constructors: ["createAnthropic"],
    holdsModel: false,
    baseUrl: ["baseURL"],
    baseUrlSuffix: "/v1",
    apiKey: ["apiKey"],
    instance: { name: "anthropic", factory: "createAnthropic", module: "@ai-sdk/anthropic" },
  },
];

/** Runtimes whose clients are set up where a fix cannot write it whole: their protocol, and why. */
export const elsewhere: ReadonlyMap<string, { readonly protocol: Protocol; readonly reason: string }> = new Map([
  [
    "spring-ai/openai",
    // docs.spring.io/spring-ai/reference/api/chat/groq-chat.html, and the same page of 2.1
    {
      protocol: "openai",
      reason: "spring.ai.openai.base-url ends with /v1 from Spring AI 2 on and without it before: the version does not show here",
    },
  ],
  [
    "langchain4j/openai",
    { protocol: "openai", reason: "base URL and key of LangChain4j's model stand in its builder or in properties beside its name" },
  ],
]);

/** The protocol in which a runtime's places ask, or null where no server of open models speaks it. */
export function protocolOf(runtime: string): Protocol | null {
  return clients.find(({ runtimes }) => runtimes.includes(runtime))?.protocol ?? elsewhere.get(runtime)?.protocol ?? null;
}

/** Classes that reach a closed model in another way than by a base URL: moving them is another client, another address and other terms. */
export const otherWays: ReadonlyMap<string, string> = new Map([
  ["AzureOpenAI", "an Azure deployment: its class, endpoint and API version change too"],
  ["AsyncAzureOpenAI", "an Azure deployment: its class, endpoint and API version change too"],
  ["AnthropicBedrock", "Anthropic's models through Bedrock: another class has to be made"],
  ["AsyncAnthropicBedrock", "Anthropic's models through Bedrock: another class has to be made"],
  ["AnthropicVertex", "Anthropic's models through Vertex AI: another class has to be made"],
  ["AsyncAnthropicVertex", "Anthropic's models through Vertex AI: another class has to be made"],
]);

/** Environment variables that the makers' clients read. */
export const clientVariables: Readonly<Record<Protocol, { readonly baseUrl: readonly string[]; readonly apiKey: readonly string[] }>> = {
  openai: { baseUrl: ["OPENAI_BASE_URL", "OPENAI_API_BASE", "OPENAI_API_BASE_URL"], apiKey: ["OPENAI_API_KEY"] },
  anthropic: { baseUrl: ["ANTHROPIC_BASE_URL"], apiKey: ["ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN"] },
};

/** What a call asks of its server, by its dotted name and task; null where no server of open models answers that. */
export function endpointOf(protocol: Protocol, callee: string, task: Task | null): Endpoint | null {
  if (protocol === "anthropic") return "messages";
  if (task === "embedding" || /(?:^|\.)embeddings\.|[eE]mbedding/.test(callee)) return "embeddings";
  if (task !== null && task !== "text-generation" && task !== "vision-language") return null;
  if (/(?:^|\.)responses\./.test(callee)) return "responses";
  return /(?:^|\.)completions?(?:\.|$)/.test(callee) && !/chat\./.test(callee) ? "completions" : "chat";
}
