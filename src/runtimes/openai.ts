import { hasRoutePrefix, readHubId, readProviderId, readRoutedName } from "../identify/names.ts";
import { addresses, calls, embedding, flags, image, servedAt, speech, text, transcription, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";
import { servedHubId } from "./vllm.ts";
import { voiceAgents } from "./voiceAgents.ts";

const go = { modules: ["github.com/openai/openai-go", "github.com/sashabaranov/go-openai"] } as const;
const dotnet = { modules: ["OpenAI"] } as const;
const extensions = { modules: ["Microsoft.Extensions.AI"], evidence: "known" } as const;
const php = { modules: ["OpenAI"] } as const;
const java = { modules: ["com.openai"] } as const;
const first = { modules: ["openai"], evidence: "known" } as const;

/** Hub ids of makers whose name is a route's prefix too. */
const makersWeights = /^openai\/(?:gpt-oss|whisper-[^1]|clip-|gpt2)|^google\/(?!gemini|palm|learnlm|imagen|veo|text-|chat-)/i;

/**
 * The OpenAI clients in every language, and the classes that frameworks wrap around them. The same client, pointed elsewhere by its base URL,
 * names whatever that server serves: names that are hub ids or have a route's prefix are read as such.
 */
export const openai: Runtime = {
  id: "openai",
  name: "OpenAI client",
  namespace: "openai",
  isCommonProtocol: true,
  modules: [
    "openai",
    "langchain_openai",
    "@langchain/openai",
    "llama_index.llms.openai",
    "llama_index.embeddings.openai",
    "@llamaindex/openai",
    "haystack.components.generators.openai",
    "agents",
    "@openai/agents",
    "autogen",
    "autogen_ext.models.openai",
    "instructor",
    "async_openai",
    "rig::providers::openai",
    "com.openai",
    "com.aallam.openai",
    "com.theokanning.openai",
    "io.github.sashirestela.openai",
    "io.cequence.openaiscala",
    "OpenAI",
    "github.com/openai/openai-go",
    "github.com/sashabaranov/go-openai",
    "github.com/tmc/langchaingo/llms/openai",
    "package:dart_openai",
    "package:openai_dart",
    "package:langchain_openai",
  ],
  contexts: [
    // Python, JavaScript, Ruby, Dart
    ...calls(
      "chat.completions.create chat.completions.parse chat.completions.stream responses.create responses.parse responses.stream completions.create OpenAI.instance.chat.create",
      "model",
      text,
    ),
    ...calls("embeddings.create OpenAI.instance.embedding.create", "model", embedding),
    ...calls("images.generate images.edit", "model", image),
    ...calls("audio.transcriptions.create audio.translations.create", "model", transcription),
    ...calls("audio.speech.create", "model", speech),
    ...calls("moderations.create", "model", { task: "moderation" }),
    // what there is to know of a model
    ...calls("models.retrieve", "0 model", { evidence: "known" }),
    // tiktoken: the name chooses a tokenizer, and has to be one of OpenAI's
    ...calls("encoding_for_model encodingForModel EncodingForModel", "0 model_name", { swappable: false }),
    // frameworks: LangChain, LlamaIndex, Haystack, AutoGen, pydantic-ai, Agno, smolagents, ellmer
    ...calls("ChatOpenAI ChatOpenAIOptions OpenAIChatCompletionClient OpenAILike", "model model_name", text),
    ...calls("OpenAIModel OpenAIChatModel OpenAIResponsesModel", "0 model_name", { ...text, modules: ["pydantic_ai"] }),
    ...calls("OpenAIChatModel", "model_name", { ...text, modules: ["agentscope"] }),
    ...calls("OpenAIChat OpenAIResponses", "id", { ...text, modules: ["agno", "phi"] }),
    ...calls("OpenAIServerModel", "model_id", text),
    ...calls("OpenAIGenerator OpenAIChatGenerator", "model", text),
    ...calls("OpenAITextEmbedder OpenAIDocumentEmbedder", "model", embedding),
    ...calls("OpenAIEmbedder", "id", { ...embedding, modules: ["agno", "phi"] }),
    ...calls("RemoteWhisperTranscriber", "model", transcription),
    ...calls("OpenAI", "model model_name", {
      ...text,
      modules: ["langchain_openai", "llama_index", "llamaindex", "@llamaindex/openai", "langchain"],
    }),
    ...calls("OpenAIEmbeddings OpenAIEmbedding OpenAILikeEmbedding", "model model_name", embedding),
    ...calls("OpenAIEmbeddingFunction", "model_name", embedding),
    ...calls("text2vec_openai", "model", embedding),
    ...calls("Agent RunConfig", "model", { ...text, modules: ["agents", "@openai/agents"] }),
    ...calls("chat_openai chat_openai_responses", "model", { ...text, modules: ["ellmer"] }),
    // the client before version 1, where Azure's takes a deployment
    ...calls("Completion.create Completion.acreate ChatCompletion.create ChatCompletion.acreate", "engine", { ...text, ...first }),
    ...calls("Embedding.create Embedding.acreate", "engine", { ...embedding, ...first }),
    // Mirascope, magentic, voice agents
    ...calls("openai.call", "0 model", { ...text, modules: ["mirascope"] }),
    ...calls("OpenaiChatModel", "0 model", { ...text, modules: ["magentic"] }),
    ...variables("MAGENTIC_OPENAI_MODEL", text),
    ...voiceAgents("openai", "OpenAI", "LLM STT TTS"),
    ...calls("openai.realtime.RealtimeModel", "model", { ...text, modules: ["livekit", "@livekit"] }),
    ...calls("OpenAIRealtimeLLMService OpenAIRealtimeBetaLLMService", "model", { ...text, modules: ["pipecat"] }),
    // Go: fields of the parameters; langchaingo's options
    ...calls("ChatCompletionNewParams ResponseNewParams CompletionNewParams ChatCompletionRequest", "model", { ...text, ...go }),
    ...calls("EmbeddingNewParams EmbeddingRequest EmbeddingRequestStrings", "model", { ...embedding, ...go }),
    ...calls("AudioTranscriptionNewParams AudioRequest", "model", { ...transcription, ...go }),
    ...calls("openai.WithModel", "0", text),
    ...calls("openai.WithEmbeddingModel", "0", embedding),
    // .NET
    ...calls("ChatClient GetChatClient ResponsesClient OpenAIResponseClient GetOpenAIResponseClient", "0 model", { ...text, ...dotnet }),
    // Azure's client, too, which gives a deployment's name: any, but often the model's
    ...calls("GetChatClient GetEmbeddingClient GetImageClient GetAudioClient GetResponsesClient", "0", { evidence: "known" }),
    ...calls("EmbeddingClient GetEmbeddingClient", "0 model", { ...embedding, ...dotnet }),
    ...calls("ImageClient GetImageClient", "0 model", { ...image, ...dotnet }),
    ...calls("AudioClient GetAudioClient ModerationClient", "0 model", dotnet),
    // whoever's client it is; an agent's id stands here, too
    ...calls("AsIChatClient AsChatClient", "0 default_model_id model_id", { ...text, ...extensions }),
    ...calls("AsIEmbeddingGenerator AsEmbeddingGenerator", "0 default_model_id model_id", { ...embedding, ...extensions }),
    // Kotlin, Scala, Swift, Rust: requests with a model
    ...calls("ChatCompletionRequest CreateChatCompletionSettings ChatQuery CreateChatCompletionRequest", "model", text),
    ...calls("EmbeddingsQuery CreateEmbeddingRequest", "model", embedding),
    // Java, Rust: a builder of requests; Ruby: parameters. What they are asked through stands elsewhere
    ...calls("model", "0", { modules: ["com.openai", "async_openai"], evidence: "generic" }),
    ...calls("chat completions embeddings", "model", { modules: ["openai"], evidence: "generic" }),
    // Java: a name that the client has no constant for
    ...calls("ChatModel.of", "0", { ...text, ...java }),
    ...calls("EmbeddingModel.of", "0", { ...embedding, ...java }),
    ...calls("ImageModel.of", "0", { ...image, ...java }),
    ...calls("AudioModel.of", "0", { ...transcription, ...java }),
    ...calls("SpeechModel.of", "0", { ...speech, ...java }),
    ...calls("ModerationModel.of", "0", { task: "moderation", ...java }),
    // PHP: $client->chat()->create(['model' => ...])
    ...calls("create createStreamed", "model", php),
    ...addresses("openai"),
    ...flags(["codex", "openai api"], "-m --model", text),
    ...variables("OPENAI_MODEL OPENAI_MODEL_NAME OPENAI_API_MODEL OPENAI_CHAT_MODEL", text),
    ...variables("OPENAI_EMBEDDING_MODEL", embedding),
  ],
  read: (name) => {
    const routed = hasRoutePrefix(name) && !makersWeights.test(name) ? readRoutedName(name) : null;
    return routed ?? (name.includes("/") && !name.startsWith("models/") ? readHubId(name) : readProviderId("openai", name));
  },
  print: ({ member }) => servedHubId(member),
  needs: servedAt("base_url"),
};
