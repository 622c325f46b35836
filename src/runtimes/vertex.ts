import { addresses, calls, embedding, keys, ownNames, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** Vertex AI's own SDKs and their wrappers, which name Google's and its partners' models (cloud.google.com/vertex-ai/docs). */
export const vertex: Runtime = {
  id: "vertex",
  name: "Vertex AI",
  ...ownNames("vertex"),
  modules: [
    "vertexai",
    "google.cloud.aiplatform",
    "@google-cloud/vertexai",
    "langchain_google_vertexai",
    "@langchain/google-vertexai",
    "com.google.cloud.vertexai",
    "dev.langchain4j.model.vertexai",
    "org.springframework.ai.vertexai",
    "cloud.google.com/go/vertexai",
    "@anthropic-ai/vertex-sdk",
  ],
  contexts: [
    ...calls("GenerativeModel", "0 model_name", { ...text, modules: ["vertexai", "com.google.cloud.vertexai"] }),
    ...calls("getGenerativeModel", "model", { ...text, modules: ["@google-cloud/vertexai"] }),
    ...calls("ChatVertexAI VertexAI ChatAnthropicVertex", "model model_name", {
      ...text,
      modules: ["langchain_google_vertexai", "@langchain/google-vertexai"],
    }),
    ...calls("VertexAIEmbeddings", "model model_name", embedding),
    ...calls("TextEmbeddingModel.from_pretrained", "0", embedding),
    ...calls("TextGenerationModel.from_pretrained ChatModel.from_pretrained CodeGenerationModel.from_pretrained", "0", {
      ...text,
      modules: ["vertexai"],
    }),
    ...calls("vertexAI.model", "0", { modules: ["genkit", "@genkit-ai"] }),
    ...calls("VertexAIGeminiChatGenerator", "model", text),
    ...calls("VertexAIChatCompletion", "gemini_model_id", text),
    ...calls("AddVertexAIGeminiChatCompletion", "0 model_id", text),
    ...calls("AddVertexAIEmbeddingGeneration", "0 model_id", embedding),
    ...addresses("vertex"),
    // Terraform: open weights that Model Garden deploys, which Vertex AI's own models are none of
    ...keys(
      "google_vertex_ai_endpoint_with_model_garden_deployment.publisher_model_name google_vertex_ai_model_garden_enable_model.publisher_model_name",
      { swappable: false },
    ),
    ...keys(
      "spring.ai.vertex.ai.gemini.chat.options.model langchain4j.vertex-ai-gemini.chat-model.model-name quarkus.langchain4j.vertexai.gemini.chat-model.model-id",
      text,
    ),
  ],
};
