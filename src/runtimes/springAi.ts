import { anthropic } from "./anthropic.ts";
import { type PropertyClient, withoutVersion } from "./client.ts";
import { ollama } from "./ollama.ts";
import { openai } from "./openai.ts";
import { calls, embedding, fetched, image, keys, servedAt, speech, text, through, transcription } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** Spring AI (docs.spring.io/spring-ai/reference): a provider's properties, and its options built with `.model("...")`. */
export const springAi: readonly Runtime[] = [
  through(openai, {
    id: "spring-ai/openai",
    name: "Spring AI (OpenAI)",
    modules: ["org.springframework.ai.openai"],
    contexts: [
      ...keys("spring.ai.openai.chat.options.model spring.ai.openai.chat.model", text),
      ...keys("spring.ai.openai.embedding.options.model spring.ai.openai.embedding.model", embedding),
      ...keys("spring.ai.openai.image.options.model spring.ai.openai.image.model", image),
      ...keys("spring.ai.openai.audio.transcription.options.model spring.ai.openai.audio.transcription.model", transcription),
      ...keys("spring.ai.openai.audio.speech.options.model spring.ai.openai.audio.speech.model", speech),
      ...keys("spring.ai.openai.moderation.options.model spring.ai.openai.moderation.model", { task: "moderation" }),
      ...calls("OpenAiChatOptions", "model", text),
    ],
    needs: servedAt("spring.ai.openai.base-url"),
  }),
  through(ollama, {
    id: "spring-ai/ollama",
    name: "Spring AI (Ollama)",
    modules: ["org.springframework.ai.ollama"],
    contexts: [
      ...keys("spring.ai.ollama.chat.options.model spring.ai.ollama.chat.model", text),
      ...keys("spring.ai.ollama.embedding.options.model spring.ai.ollama.embedding.model", embedding),
      // what is pulled when the program starts
      ...keys("spring.ai.ollama.init.chat.additional-models", { ...text, ...fetched }),
      ...keys("spring.ai.ollama.init.embedding.additional-models", { ...embedding, ...fetched }),
      // programs have classes of this name themselves
      ...calls("OllamaChatOptions OllamaOptions", "model", { ...text, modules: ["org.springframework.ai"] }),
      // requests to its server, below the options
      ...calls("ChatRequest.builder", "0", { ...text, modules: ["org.springframework.ai.ollama"] }),
      ...calls("EmbeddingsRequest", "0", { ...embedding, modules: ["org.springframework.ai.ollama"] }),
      ...calls("PullModelRequest ShowModelRequest", "0", { modules: ["org.springframework.ai.ollama"] }),
    ],
  }),
  through(anthropic, {
    id: "spring-ai/anthropic",
    name: "Spring AI (Anthropic)",
    modules: ["org.springframework.ai.anthropic"],
    contexts: keys("spring.ai.anthropic.chat.options.model spring.ai.anthropic.chat.model", text),
  }),
];

/**
 * Sources, seen 2026-11-21: github.com/spring-projects/spring-ai, in spring-ai-docs the pages api/chat/openai-chat.adoc, api/chat/groq-chat.adoc
 * and upgrade-notes.adoc ("Configuration Properties Flattening"), and OpenAiSetup.java, which hands the base URL to openai-java as it is.
 */
export const springAiProperties: readonly PropertyClient[] = ["chat", "embedding"].flatMap((model): readonly PropertyClient[] => {
  const common = {
    runtime: "spring-ai/openai",
    protocol: "openai",
    baseUrl: "spring.ai.openai.base-url",
    apiKey: "spring.ai.openai.api-key",
    overriding: [`spring.ai.openai.${model}.base-url`, `spring.ai.openai.${model}.api-key`],
  } as const;
  return [
    // the name of Spring AI 2
    { ...common, model: `spring.ai.openai.${model}.model` },
    // that of Spring AI 1, which 2 takes as well
    {
      ...common,
      model: `spring.ai.openai.${model}.options.model`,
      baseUrlOf: withoutVersion,
      needs: ["Spring AI 1: from Spring AI 2 on, spring.ai.openai.base-url ends with /v1"],
    },
  ];
});
