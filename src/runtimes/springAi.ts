import { anthropic } from "./anthropic.ts";
import { ollama } from "./ollama.ts";
import { openai } from "./openai.ts";
import { calls, embedding, image, keys, servedAt, speech, text, through, transcription } from "./places.ts";
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
      ...keys("spring.ai.openai.image.options.model", image),
      ...keys("spring.ai.openai.audio.transcription.options.model", transcription),
      ...keys("spring.ai.openai.audio.speech.options.model", speech),
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
      ...calls("OllamaChatOptions OllamaOptions", "model", text),
    ],
  }),
  through(anthropic, {
    id: "spring-ai/anthropic",
    name: "Spring AI (Anthropic)",
    modules: ["org.springframework.ai.anthropic"],
    contexts: keys("spring.ai.anthropic.chat.options.model", text),
  }),
];
