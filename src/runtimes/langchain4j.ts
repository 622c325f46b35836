import { anthropic } from "./anthropic.ts";
import { ollama } from "./ollama.ts";
import { openai } from "./openai.ts";
import { calls, embedding, image, keys, servedAt, text, through } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** Builders say which model, not whose (`.modelName("...")`): the imports tell, and where several providers are, the catalog. */
const builder = (module: string) => calls("modelName", "0", { modules: [module], evidence: "generic" });

/** LangChain4j (docs.langchain4j.dev), with its Spring Boot starters and its Quarkus extension. */
export const langchain4j: readonly Runtime[] = [
  through(openai, {
    id: "langchain4j/openai",
    name: "LangChain4j (OpenAI)",
    modules: ["dev.langchain4j.model.openai", "io.quarkiverse.langchain4j.openai"],
    contexts: [
      ...keys(
        "langchain4j.open-ai.chat-model.model-name langchain4j.open-ai.streaming-chat-model.model-name quarkus.langchain4j.openai.chat-model.model-name quarkus.langchain4j.openai.*.chat-model.model-name",
        text,
      ),
      ...keys("langchain4j.open-ai.embedding-model.model-name quarkus.langchain4j.openai.embedding-model.model-name", embedding),
      ...keys("langchain4j.open-ai.image-model.model-name quarkus.langchain4j.openai.image-model.model-name", image),
      ...builder("dev.langchain4j.model.openai"),
    ],
    needs: servedAt("baseUrl"),
  }),
  through(ollama, {
    id: "langchain4j/ollama",
    name: "LangChain4j (Ollama)",
    modules: ["dev.langchain4j.model.ollama", "io.quarkiverse.langchain4j.ollama"],
    contexts: [
      ...keys(
        "langchain4j.ollama.chat-model.model-name langchain4j.ollama.streaming-chat-model.model-name quarkus.langchain4j.ollama.chat-model.model-id quarkus.langchain4j.ollama.chat-model.model-name quarkus.langchain4j.ollama.*.chat-model.model-id",
        text,
      ),
      ...keys(
        "langchain4j.ollama.embedding-model.model-name quarkus.langchain4j.ollama.embedding-model.model-id quarkus.langchain4j.ollama.embedding-model.model-name",
        embedding,
      ),
      ...builder("dev.langchain4j.model.ollama"),
    ],
  }),
  through(anthropic, {
    id: "langchain4j/anthropic",
    name: "LangChain4j (Anthropic)",
    modules: ["dev.langchain4j.model.anthropic", "io.quarkiverse.langchain4j.anthropic"],
    contexts: [
      ...keys("langchain4j.anthropic.chat-model.model-name quarkus.langchain4j.anthropic.chat-model.model-name", text),
      ...builder("dev.langchain4j.model.anthropic"),
    ],
  }),
];
