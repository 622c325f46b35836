import { anthropic } from "./anthropic.ts";
import { type Client, type PropertyClient, setting } from "./client.ts";
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

/**
 * Sources, seen 2026-11-21: docs.langchain4j.dev/integrations/language-models/openai-compatible/ (the base URL has the version, and a key is
 * asked for); github.com/quarkiverse/quarkus-langchain4j for the extension's properties.
 */
export const langchain4jClients: readonly Client[] = [
  {
    runtimes: ["langchain4j/openai"],
    languages: ["java", "kotlin", "scala", "groovy"],
    modules: ["dev.langchain4j.model.openai"],
    protocol: "openai",
    constructors: ["OpenAiChatModel.builder", "OpenAiStreamingChatModel.builder", "OpenAiEmbeddingModel.builder"],
    notation: { kind: "methods" },
    holdsModel: true,
    baseUrl: setting("baseUrl"),
    apiKey: setting("apiKey"),
  },
];

/** The same in configuration files: LangChain4j's Spring Boot starters say it for each model, its Quarkus extension for the provider. */
export const langchain4jProperties: readonly PropertyClient[] = [
  ...["chat-model", "streaming-chat-model", "embedding-model"].map(
    (model): PropertyClient => ({
      runtime: "langchain4j/openai",
      protocol: "openai",
      model: `langchain4j.open-ai.${model}.model-name`,
      baseUrl: `langchain4j.open-ai.${model}.base-url`,
      apiKey: `langchain4j.open-ai.${model}.api-key`,
    }),
  ),
  ...["chat-model", "embedding-model"].map(
    (model): PropertyClient => ({
      runtime: "langchain4j/openai",
      protocol: "openai",
      model: `quarkus.langchain4j.openai.${model}.model-name`,
      baseUrl: "quarkus.langchain4j.openai.base-url",
      apiKey: "quarkus.langchain4j.openai.api-key",
    }),
  ),
];
