import { type Client, setting } from "./client.ts";
import { openai } from "./openai.ts";
import { calls, embedding, image, servedAt, speech, text, through, transcription } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** Semantic Kernel in .NET, Python and Java (learn.microsoft.com/semantic-kernel, "Chat completion"), and Agent Framework after it. */
export const semanticKernel: Runtime = through(openai, {
  id: "semantic-kernel",
  name: "Semantic Kernel",
  modules: ["semantic_kernel", "Microsoft.SemanticKernel", "com.microsoft.semantickernel", "agent_framework"],
  contexts: [
    ...calls("AddOpenAIChatCompletion AddOpenAIChatClient OpenAIChatCompletionService AddOpenAITextGeneration", "0 model_id", text),
    ...calls("AddOpenAITextEmbeddingGeneration AddOpenAIEmbeddingGenerator OpenAITextEmbeddingGenerationService", "0 model_id", embedding),
    ...calls("AddOpenAIAudioToText OpenAIAudioToTextService", "0 model_id", transcription),
    ...calls("AddOpenAITextToAudio OpenAITextToAudioService", "0 model_id", speech),
    ...calls("AddOpenAITextToImage OpenAITextToImageService", "model_id", image),
    ...calls("OpenAIChatCompletion", "ai_model_id", text),
    ...calls("OpenAITextEmbedding", "ai_model_id", embedding),
    ...calls("OpenAIPromptExecutionSettings OpenAIChatPromptExecutionSettings", "model_id ai_model_id", text),
    ...calls("OpenAIChatClient OpenAIResponsesClient", "model_id", { ...text, modules: ["agent_framework"] }),
    ...calls("withModelId", "0", { modules: ["com.microsoft.semantickernel"], evidence: "generic" }),
  ],
  needs: servedAt("the endpoint"),
});

/**
 * Source, seen 2026-11-21: github.com/microsoft/semantic-kernel, OpenAIKernelBuilderExtensions.cs in dotnet/src/Connectors/Connectors.OpenAI: only
 * chat completion takes an endpoint, by its own overload, in which it stands before the key.
 */
export const semanticKernelClients: readonly Client[] = [
  {
    runtimes: ["semantic-kernel"],
    languages: ["csharp"],
    modules: ["Microsoft.SemanticKernel"],
    protocol: "openai",
    constructors: ["AddOpenAIChatCompletion"],
    notation: { kind: "arguments" },
    holdsModel: true,
    baseUrl: setting("endpoint", { wrap: "new Uri($)" }),
    apiKey: setting("apiKey", { position: 1, named: true }),
    imports: ["System"],
    needs: ["SKEXP0010 suppressed in versions of Semantic Kernel that mark the endpoint as experimental"],
  },
];
