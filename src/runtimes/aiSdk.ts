import type { Identity, Namespace } from "../identify/identity.ts";
import { isPlaceholderOrPath, named, readHubId, readProviderId } from "../identify/names.ts";
import { readPrefixed } from "../identify/prefixed.ts";
import { type Client, setting } from "./client.ts";
import { calls, embedding, text } from "./places.ts";
import type { ContextPattern, Runtime, RuntimeContext } from "./runtime.ts";

/** Methods of a provider that take a model's name as their first argument (ai-sdk.dev/providers). */
const methods: readonly { readonly name: string; readonly task?: RuntimeContext["task"] }[] = [
  { name: "" },
  { name: ".chat", task: "text-generation" },
  { name: ".responses", task: "text-generation" },
  { name: ".completion", task: "text-generation" },
  { name: ".languageModel", task: "text-generation" },
  { name: ".embedding", task: "embedding" },
  { name: ".embeddingModel", task: "embedding" },
  { name: ".textEmbedding", task: "embedding" },
  { name: ".textEmbeddingModel", task: "embedding" },
  { name: ".image", task: "image-generation" },
  { name: ".imageModel", task: "image-generation" },
  { name: ".transcription", task: "speech-recognition" },
  { name: ".speech", task: "speech-synthesis" },
  { name: ".transcriptionModel", task: "speech-recognition" },
  { name: ".speechModel", task: "speech-synthesis" },
  { name: ".video", task: "video-generation" },
  { name: ".videoModel", task: "video-generation" },
  { name: ".reranking", task: "rerank" },
  { name: ".rerankingModel", task: "rerank" },
];

/** One provider of the Vercel AI SDK: its factory (`openai("gpt-4o")`) and the package that it comes from. */
function provider(factory: string, module: string, namespace: Namespace, name: string, host: string | null = null): Runtime {
  const contexts = methods.flatMap(({ name: method, task }): readonly RuntimeContext[] => {
    const place = (callee: string): RuntimeContext => {
      const pattern: ContextPattern = { kind: "argument", callee, position: 0 };
      return { pattern, modules: [module], ...(task && { task }) };
    };
    // a provider is often kept under another name: `const provider = createOpenAI(); provider.embeddingModel("...")`
    return method.endsWith("odel") ? [place(`${factory}${method}`), place(method.slice(1))] : [place(`${factory}${method}`)];
  });
  return {
    id: `ai-sdk/${factory}`,
    name: `AI SDK (${name})`,
    namespace,
    modules: [module],
    contexts,
    read: (text) => {
      const identity = (namespace === "other" && text.includes("/") ? readHubId(text) : null) ?? readProviderId(namespace, text);
      return identity && { ...identity, host };
    },
    print: ({ member }) => (namespace === "other" ? null : (member.names[namespace] ?? null)),
  };
}

/** `provider:model` of a registry, whose providers a project may have under names of its own (ai-sdk.dev, "Provider & Model Management"). */
const registry: Runtime = {
  id: "ai-sdk/registry",
  name: "AI SDK (registry)",
  namespace: "other",
  modules: [],
  contexts: methods
    .filter(({ name }) => name.endsWith("odel"))
    .map(
      ({ name, task }): RuntimeContext => ({
        pattern: { kind: "argument", callee: `registry${name}`, position: 0 },
        modules: ["ai"],
        ...(task && { task }),
      }),
    ),
  read: (text) => readPrefixed(text),
  print: () => null,
};

/** `provider/model` strings of the AI SDK's gateway: `model: "openai/gpt-4o"`. */
const gateway: Runtime = {
  id: "ai-sdk/gateway",
  name: "AI SDK (gateway)",
  namespace: "openrouter",
  // not `ai`: most files that import it name models through a provider, or hub ids
  modules: ["@ai-sdk/gateway"],
  contexts: [
    ...calls("generateText streamText generateObject streamObject ToolLoopAgent", "model", { ...text, modules: ["ai"] }),
    ...calls("embed embedMany", "model", { ...embedding, modules: ["ai"] }),
    ...methods.map(
      ({ name, task }): RuntimeContext => ({
        pattern: { kind: "argument", callee: `gateway${name}`, position: 0 },
        modules: ["ai", "@ai-sdk/gateway"],
        ...(task && { task }),
      }),
    ),
  ],
  read: readGatewayId,
  print: () => null,
};

/** The gateway's vendors are the providers' own schemes where we have one. */
const vendors: ReadonlyMap<string, Namespace> = new Map<string, Namespace>([
  ["openai", "openai"],
  ["anthropic", "anthropic"],
  ["google", "google"],
  ["mistral", "mistral"],
  ["cohere", "cohere"],
  ["xai", "xai"],
  ["deepseek", "deepseek"],
  ["perplexity", "perplexity"],
  ["voyage", "voyage"],
  ["bedrock", "bedrock"],
]);

/** Reads `vendor/model`: a vendor that has an API is read by its own names. */
function readGatewayId(text: string): Identity | null {
  const slash = text.indexOf("/");
  if (slash <= 0 || isPlaceholderOrPath(text)) return null;
  const vendor = vendors.get(text.slice(0, slash));
  return vendor ? readProviderId(vendor, text.slice(slash + 1)) : named("openrouter", text);
}

export const aiSdk: readonly Runtime[] = [
  provider("openai", "@ai-sdk/openai", "openai", "OpenAI"),
  provider("anthropic", "@ai-sdk/anthropic", "anthropic", "Anthropic"),
  provider("google", "@ai-sdk/google", "google", "Google"),
  provider("vertex", "@ai-sdk/google-vertex", "vertex", "Vertex AI"),
  provider("mistral", "@ai-sdk/mistral", "mistral", "Mistral"),
  provider("cohere", "@ai-sdk/cohere", "cohere", "Cohere"),
  provider("xai", "@ai-sdk/xai", "xai", "xAI"),
  provider("groq", "@ai-sdk/groq", "groq", "Groq"),
  provider("deepseek", "@ai-sdk/deepseek", "deepseek", "DeepSeek"),
  provider("perplexity", "@ai-sdk/perplexity", "perplexity", "Perplexity"),
  provider("togetherai", "@ai-sdk/togetherai", "together", "Together"),
  provider("fireworks", "@ai-sdk/fireworks", "fireworks", "Fireworks"),
  provider("deepinfra", "@ai-sdk/deepinfra", "deepinfra", "DeepInfra"),
  provider("replicate", "@ai-sdk/replicate", "replicate", "Replicate"),
  provider("azure", "@ai-sdk/azure", "azure", "Azure"),
  provider("bedrock", "@ai-sdk/amazon-bedrock", "bedrock", "Amazon Bedrock"),
  provider("voyage", "@ai-sdk/voyage", "voyage", "Voyage"),
  ...[
    "elevenlabs",
    "deepgram",
    "assemblyai",
    "luma",
    "fal",
    "hume",
    "revai",
    "gladia",
    "lmnt",
    "black-forest-labs",
    "prodia",
    "huggingface",
    "moonshotai",
    "alibaba",
    "baseten",
    "cerebras",
    "klingai",
    "cartesia",
    "fish-audio",
    "gmicloud",
    "minimax",
    "quiverai",
  ].map((name) =>
    provider(
      name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      `@ai-sdk/${name}`,
      "other",
      name,
      name,
    ),
  ),
  provider("byteDance", "@ai-sdk/bytedance", "other", "ByteDance", "bytedance"),
  gateway,
  registry,
];

/** Providers that a file makes or imports. Source, seen 2026-11-21: the package @ai-sdk/openai 3, for names and defaults. */
export const aiSdkClients: readonly Client[] = [
  {
    runtimes: ["ai-sdk/openai"],
    languages: ["javascript"],
    modules: ["@ai-sdk/openai"],
    protocol: "openai",
    constructors: ["createOpenAI"],
    notation: { kind: "object" },
    holdsModel: false,
    baseUrl: setting("baseURL"),
    apiKey: setting("apiKey"),
    // the provider itself asks for responses, which few servers have
    instance: { name: "openai", factory: "createOpenAI", module: "@ai-sdk/openai", method: "chat" },
  },
  {
    runtimes: ["ai-sdk/anthropic"],
    languages: ["javascript"],
    modules: ["@ai-sdk/anthropic"],
    protocol: "anthropic",
    constructors: ["createAnthropic"],
    notation: { kind: "object" },
    holdsModel: false,
    baseUrl: setting("baseURL"),
    baseUrlOf: (baseUrl) => `${baseUrl}/v1`,
    apiKey: setting("apiKey"),
    instance: { name: "anthropic", factory: "createAnthropic", module: "@ai-sdk/anthropic" },
  },
];
