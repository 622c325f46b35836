import { type Client, setting, withoutVersion } from "./client.ts";

const openai = { protocol: "openai", runtimes: ["openai"], holdsModel: false } as const;

/**
 * Python. Sources, seen 2026-11-21: docs.ollama.com/openai.md; the sources of the package openai and, for the module's own client, which
 * needs the slash at the end (before version 1 it did not, and was called otherwise), github.com/openai/openai-python/issues/1373; github.com/langchain-ai/langchain/issues/21318 for embeddings, which
 * LangChain sends as token numbers of OpenAI's; pypi.org/project/llama-index-llms-openai-like/ and llama-index-embeddings-openai-like/ for
 * LlamaIndex, whose own classes know only OpenAI's models.
 */
const python: readonly Client[] = [
  {
    ...openai,
    languages: ["python"],
    modules: ["openai"],
    constructors: ["OpenAI", "AsyncOpenAI"],
    notation: { kind: "arguments" },
    baseUrl: setting("base_url"),
    apiKey: setting("api_key"),
  },
  {
    ...openai,
    languages: ["python"],
    modules: ["openai"],
    constructors: [],
    notation: { kind: "module", of: "openai" },
    baseUrl: setting("base_url"),
    apiKey: setting("api_key"),
    baseUrlOf: (baseUrl) => `${baseUrl}/`,
  },
  {
    ...openai,
    languages: ["python"],
    modules: ["openai"],
    constructors: [],
    notation: { kind: "module", of: "openai" },
    asks: [
      "ChatCompletion.create",
      "ChatCompletion.acreate",
      "Completion.create",
      "Completion.acreate",
      "Embedding.create",
      "Embedding.acreate",
    ],
    without: ["api_type", "api_version"],
    baseUrl: setting("api_base"),
    apiKey: setting("api_key"),
  },
  {
    ...openai,
    languages: ["python"],
    modules: ["langchain_openai"],
    constructors: ["ChatOpenAI"],
    notation: { kind: "arguments" },
    holdsModel: true,
    baseUrl: setting("base_url openai_api_base"),
    apiKey: setting("api_key openai_api_key"),
  },
  {
    ...openai,
    languages: ["python"],
    modules: ["langchain_openai"],
    constructors: ["OpenAIEmbeddings"],
    notation: { kind: "arguments" },
    holdsModel: true,
    baseUrl: setting("base_url openai_api_base"),
    apiKey: setting("api_key openai_api_key"),
    extra: () => [{ name: "check_embedding_ctx_length", value: { kind: "literal", text: "False" } }],
  },
  {
    ...openai,
    languages: ["python"],
    modules: ["llama_index.llms.openai_like"],
    constructors: ["OpenAILike"],
    notation: { kind: "arguments" },
    holdsModel: true,
    baseUrl: setting("api_base"),
    apiKey: setting("api_key"),
  },
  {
    ...openai,
    languages: ["python"],
    modules: ["llama_index.llms.openai"],
    constructors: ["OpenAI"],
    notation: { kind: "arguments" },
    holdsModel: true,
    baseUrl: setting("api_base"),
    apiKey: setting("api_key"),
    extra: (context) => [
      ...(context === null ? [] : [{ name: "context_window", value: { kind: "literal", text: String(context) } } as const]),
      { name: "is_chat_model", value: { kind: "literal", text: "True" } },
    ],
    becomes: { from: "OpenAI", name: "OpenAILike", fromModule: "llama_index.llms.openai", module: "llama_index.llms.openai_like" },
    needs: ["the package llama-index-llms-openai-like"],
  },
  {
    ...openai,
    languages: ["python"],
    modules: ["llama_index.embeddings.openai"],
    constructors: ["OpenAIEmbedding"],
    notation: { kind: "arguments" },
    holdsModel: true,
    baseUrl: setting("api_base"),
    apiKey: setting("api_key"),
    becomes: {
      from: "OpenAIEmbedding",
      name: "OpenAILikeEmbedding",
      fromModule: "llama_index.embeddings.openai",
      module: "llama_index.embeddings.openai_like",
      renames: { model: "model_name" },
    },
    needs: ["the package llama-index-embeddings-openai-like"],
  },
];

/** JavaScript and TypeScript. Sources, seen 2026-11-21: the packages openai 6 and @langchain/openai 1, for names and defaults. */
const javascript: readonly Client[] = [
  {
    ...openai,
    languages: ["javascript"],
    modules: ["openai"],
    constructors: ["OpenAI"],
    notation: { kind: "object" },
    baseUrl: setting("baseURL"),
    apiKey: setting("apiKey"),
  },
  {
    ...openai,
    languages: ["javascript"],
    modules: ["@langchain/openai"],
    constructors: ["ChatOpenAI", "OpenAIEmbeddings"],
    notation: { kind: "object" },
    holdsModel: true,
    baseUrl: setting("baseURL", { within: { names: ["configuration"], wrap: "{ $ }" } }),
    apiKey: setting("apiKey openAIApiKey"),
  },
];

/**
 * Go. Sources, seen 2026-11-21: github.com/openai/openai-go, option/requestoption.go and client.go (the base URL has the version; no key is
 * asked for); github.com/sashabaranov/go-openai, config.go and client.go (the same); github.com/tmc/langchaingo, llms/openai/llm.go and
 * openaillm_option.go (the same, and an empty token is refused).
 */
const go: readonly Client[] = [
  {
    ...openai,
    languages: ["go"],
    modules: ["github.com/openai/openai-go"],
    constructors: ["openai.NewClient"],
    notation: { kind: "functions", of: "option" },
    asks: ["ChatCompletionNewParams", "ResponseNewParams", "CompletionNewParams", "EmbeddingNewParams"],
    baseUrl: setting("WithBaseURL"),
    apiKey: setting("WithAPIKey"),
    imports: ["$/option"],
  },
  {
    ...openai,
    languages: ["go"],
    modules: ["github.com/sashabaranov/go-openai"],
    constructors: ["DefaultConfig"],
    notation: { kind: "members" },
    asks: ["ChatCompletionRequest", "CompletionRequest", "EmbeddingRequest", "EmbeddingRequestStrings"],
    baseUrl: setting("BaseURL"),
    apiKey: setting("authToken", { position: 0 }),
  },
  {
    ...openai,
    languages: ["go"],
    modules: ["github.com/sashabaranov/go-openai"],
    constructors: ["NewClient"],
    notation: {
      kind: "expression",
      before: ["$name := $of.DefaultConfig($key)", "$name.BaseURL = $url"],
      write: "$of.NewClientWithConfig($name)",
      arguments: 1,
    },
    asks: ["ChatCompletionRequest", "CompletionRequest", "EmbeddingRequest", "EmbeddingRequestStrings"],
    baseUrl: setting("BaseURL"),
    apiKey: setting("authToken", { position: 0 }),
  },
  {
    ...openai,
    languages: ["go"],
    modules: ["github.com/tmc/langchaingo/llms/openai"],
    constructors: ["openai.New"],
    notation: { kind: "functions" },
    holdsModel: true,
    baseUrl: setting("WithBaseURL"),
    apiKey: setting("WithToken"),
  },
];

/**
 * .NET, also behind Microsoft.Extensions.AI. Sources, seen 2026-11-21: github.com/openai/openai-dotnet, README.md ("Using a custom base URL
 * and API key") and the constructors in OpenAI/src/Custom; the endpoint has the version, and a credential is asked for.
 */
const dotnetOptions = { wrap: "new OpenAIClientOptions { $ }" } as const;
const dotnetImports = { imports: ["System", "System.ClientModel", "OpenAI"] } as const;
const credential = { replaces: ["apiKey"], wrap: "new ApiKeyCredential($)" } as const;
const dotnet: readonly Client[] = [
  {
    ...openai,
    ...dotnetImports,
    languages: ["csharp"],
    modules: ["OpenAI"],
    constructors: ["ChatClient", "EmbeddingClient"],
    notation: { kind: "arguments" },
    holdsModel: true,
    baseUrl: setting("Endpoint", { wrap: "new Uri($)", within: { names: ["options"], position: 2, ...dotnetOptions } }),
    apiKey: setting("credential", { position: 1, ...credential }),
  },
  {
    ...openai,
    ...dotnetImports,
    languages: ["csharp"],
    modules: ["OpenAI"],
    constructors: ["OpenAIClient"],
    notation: { kind: "arguments" },
    asks: ["GetChatClient", "GetEmbeddingClient", "GetOpenAIResponseClient"],
    baseUrl: setting("Endpoint", { wrap: "new Uri($)", within: { names: ["options"], position: 1, ...dotnetOptions } }),
    apiKey: setting("credential", { position: 0, ...credential }),
  },
];

/**
 * Java and Kotlin. Source, seen 2026-11-21: github.com/openai/openai-java, README.md (the base URL has the version; what comes behind `fromEnv`
 * goes before the environment).
 */
const jvm: readonly Client[] = [
  {
    ...openai,
    languages: ["java", "kotlin"],
    modules: ["com.openai"],
    constructors: ["OpenAIOkHttpClient.builder", "OpenAIOkHttpClientAsync.builder"],
    notation: { kind: "methods" },
    baseUrl: setting("baseUrl"),
    apiKey: setting("apiKey"),
  },
  {
    ...openai,
    languages: ["java", "kotlin"],
    modules: ["com.openai"],
    constructors: ["OpenAIOkHttpClient.fromEnv", "OpenAIOkHttpClientAsync.fromEnv"],
    notation: { kind: "expression", write: "$of.builder().baseUrl($url).apiKey($key).build()", arguments: 0 },
    baseUrl: setting("baseUrl"),
    apiKey: setting("apiKey"),
  },
];

/**
 * Ruby: OpenAI's own gem, and ruby-openai, which has the same names. Sources, seen 2026-11-21: github.com/openai/openai-ruby, README.md and
 * lib/openai/client.rb (the base URL has the version, and a key is asked for); github.com/alexrudall/ruby-openai, README.md ("Ollama") and
 * lib/openai/http.rb (the version is added where it is not there).
 */
const ruby: readonly Client[] = [
  {
    ...openai,
    languages: ["ruby"],
    modules: ["openai"],
    constructors: ["OpenAI::Client.new"],
    notation: { kind: "arguments" },
    asks: ["completions.create", "completions.stream", "responses.create", "responses.stream", "embeddings.create"],
    without: ["access_token", "uri_base"],
    baseUrl: setting("base_url"),
    apiKey: setting("api_key"),
  },
  {
    ...openai,
    languages: ["ruby"],
    modules: ["openai"],
    constructors: ["OpenAI::Client.new"],
    notation: { kind: "arguments" },
    asks: ["chat", "completions", "embeddings"],
    without: ["api_key", "base_url"],
    baseUrl: setting("uri_base"),
    apiKey: setting("access_token"),
    baseUrlOf: withoutVersion,
  },
];

/** PHP. Source, seen 2026-11-21: github.com/openai-php/client, README.md, src/Factory.php and src/ValueObjects/Transporter/BaseUri.php. */
const php: readonly Client[] = [
  {
    ...openai,
    languages: ["php"],
    modules: [],
    constructors: ["OpenAI::factory"],
    notation: { kind: "methods" },
    baseUrl: setting("withBaseUri"),
    apiKey: setting("withApiKey"),
  },
  {
    ...openai,
    languages: ["php"],
    modules: [],
    constructors: ["OpenAI::client"],
    notation: { kind: "expression", write: "$of::factory()->withApiKey($key)->withBaseUri($url)->make()", arguments: 1 },
    baseUrl: setting("withBaseUri"),
    apiKey: setting("withApiKey", { position: 0 }),
  },
];

/** Rust. Source, seen 2026-11-21: github.com/64bit/async-openai, async-openai/src/config.rs (the base URL has the version; the key may be empty). */
const rust: readonly Client[] = [
  {
    ...openai,
    languages: ["rust"],
    modules: ["async_openai"],
    constructors: ["OpenAIConfig::new", "OpenAIConfig::default"],
    notation: { kind: "methods" },
    baseUrl: setting("with_api_base"),
    apiKey: setting("with_api_key"),
  },
  {
    ...openai,
    languages: ["rust"],
    modules: ["async_openai"],
    notBeside: ["reqwest::Client"],
    constructors: ["Client::new"],
    notation: {
      kind: "expression",
      write: "$of::with_config(async_openai::config::OpenAIConfig::new().with_api_base($url).with_api_key($key))",
      arguments: 0,
    },
    baseUrl: setting("with_api_base"),
    apiKey: setting("with_api_key"),
  },
];

/** The clients of OpenAI's API in every language, by who makes them and by frameworks that wrap them. */
export const openaiClients: readonly Client[] = [...python, ...javascript, ...go, ...dotnet, ...jvm, ...ruby, ...php, ...rust];
