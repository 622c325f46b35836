import { readHubId } from "../identify/names.ts";
import { calls, embedding, keys, ownNames, text, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";
import { voiceAgents } from "./voiceAgents.ts";

const own = ownNames("mistral");

/** Mistral's clients and their wrappers (docs.mistral.ai). It serves its own models only, and none is called by its organisation. */
export const mistral: Runtime = {
  id: "mistral",
  name: "Mistral client",
  ...own,
  read: (name) => (name.includes("/") ? readHubId(name) : null) ?? own.read(name),
  modules: [
    "mistralai",
    "@mistralai/mistralai",
    "langchain_mistralai",
    "@langchain/mistralai",
    "llama_index.llms.mistralai",
    "dev.langchain4j.model.mistralai",
    "org.springframework.ai.mistralai",
    "github.com/tmc/langchaingo/llms/mistral",
  ],
  contexts: [
    ...calls("chat.complete chat.complete_async fim.complete agents.complete", "model", text),
    ...calls("chat.stream chat.stream_async", "model", { ...text, modules: ["mistralai", "@mistralai/mistralai"] }),
    ...calls("ChatMistralAI", "model model_name", text),
    ...calls("MistralAI", "model", { ...text, modules: ["llama_index"] }),
    ...calls("MistralModel", "0 model_name", { ...text, modules: ["pydantic_ai"] }),
    ...calls("MistralChatGenerator", "model", text),
    ...calls("MistralAIEmbeddings MistralAIEmbedding", "model model_name", embedding),
    ...calls("AddMistralChatCompletion MistralAIChatCompletionService", "0 model_id", text),
    ...calls("AddMistralEmbeddingGenerator AddMistralTextEmbeddingGeneration", "0 model_id", embedding),
    ...calls("ocr.process", "model", { modules: ["mistralai", "@mistralai/mistralai"] }),
    ...calls("MistralTextEmbedder MistralDocumentEmbedder", "model", embedding),
    ...calls("MistralEmbedder", "id", { ...embedding, modules: ["agno", "phi"] }),
    ...calls("mistral.call", "0 model", { ...text, modules: ["mirascope"] }),
    ...calls("MistralChatModel", "0 model", { ...text, modules: ["magentic"] }),
    ...voiceAgents("mistralai", "Mistral"),
    ...calls("chat_mistral", "model", { ...text, modules: ["ellmer"] }),
    ...keys(
      "spring.ai.mistralai.chat.options.model langchain4j.mistral-ai.chat-model.model-name quarkus.langchain4j.mistralai.chat-model.model-name",
      text,
    ),
    ...keys("spring.ai.mistralai.embedding.options.model", embedding),
    ...variables("MISTRAL_MODEL", text),
  ],
};
