import { hasRoutePrefix, readHubId, readProviderId, readRoutedName } from "../identify/names.ts";
import type { ContextPattern, Runtime, RuntimeContext } from "./runtime.ts";

const methods = [
  "chat.completions.create",
  "chat.completions.parse",
  "chat.completions.stream",
  "responses.create",
  "responses.parse",
  "responses.stream",
  "completions.create",
];

function textGeneration(pattern: ContextPattern): RuntimeContext {
  return { pattern, task: "text-generation" };
}

/**
 * The OpenAI clients and what speaks through them. The same client, pointed elsewhere by `base_url`, names whatever that server
 * serves: names that are hub ids or have a route's prefix are read as such.
 */
export const openai: Runtime = {
  id: "openai",
  name: "OpenAI client",
  namespace: "openai",
  modules: [
    "openai",
    "langchain_openai",
    "@langchain/openai",
    "llama_index.llms.openai",
    "agents",
    "@openai/agents",
    "async-openai",
    "autogen",
    "autogen_ext.models.openai",
    "instructor",
  ],
  contexts: [
    ...methods.flatMap((callee) => [
      textGeneration({ kind: "argument", callee, keyword: "model" }),
      textGeneration({ kind: "option", callee, key: "model" }),
    ]),
    { pattern: { kind: "argument", callee: "embeddings.create", keyword: "model" }, task: "embedding" },
    { pattern: { kind: "option", callee: "embeddings.create", key: "model" }, task: "embedding" },
    { pattern: { kind: "argument", callee: "images.generate", keyword: "model" }, task: "image-generation" },
    { pattern: { kind: "option", callee: "images.generate", key: "model" }, task: "image-generation" },
    { pattern: { kind: "argument", callee: "audio.transcriptions.create", keyword: "model" }, task: "speech-recognition" },
    { pattern: { kind: "option", callee: "audio.transcriptions.create", key: "model" }, task: "speech-recognition" },
    { pattern: { kind: "argument", callee: "audio.speech.create", keyword: "model" }, task: "speech-synthesis" },
    { pattern: { kind: "option", callee: "audio.speech.create", key: "model" }, task: "speech-synthesis" },
    // tiktoken: the name chooses a tokenizer, and has to be one of OpenAI's
    { pattern: { kind: "argument", callee: "encoding_for_model", position: 0 }, swappable: false },
    { pattern: { kind: "argument", callee: "moderations.create", keyword: "model" }, task: "moderation" },
    ...["ChatOpenAI", "AzureChatOpenAI", "OpenAIChatCompletionClient", "OpenAIModel", "OpenAIChatModel", "OpenAILike"].flatMap((callee) => [
      textGeneration({ kind: "argument", callee, keyword: "model" }),
      textGeneration({ kind: "argument", callee, keyword: "model_name" }),
      textGeneration({ kind: "option", callee, key: "model" }),
      textGeneration({ kind: "option", callee, key: "modelName" }),
    ]),
    { pattern: { kind: "argument", callee: "OpenAIEmbeddings", keyword: "model" }, task: "embedding" },
    { pattern: { kind: "option", callee: "OpenAIEmbeddings", key: "model" }, task: "embedding" },
    { pattern: { kind: "option", callee: "OpenAIEmbeddings", key: "modelName" }, task: "embedding" },
    { pattern: { kind: "assignment", name: "OPENAI_MODEL" }, evidence: "generic" },
    { pattern: { kind: "assignment", name: "OPENAI_MODEL_NAME" }, evidence: "generic" },
  ],
  read: (text) => {
    const routed = hasRoutePrefix(text) ? readRoutedName(text) : null;
    return routed ?? (text.includes("/") && !text.startsWith("models/") ? readHubId(text) : readProviderId("openai", text));
  },
  print: ({ member }) => member.names.huggingface ?? null,
  needs: (_model, written) =>
    written?.namespace === "huggingface"
      ? ["the server behind base_url has to serve it"]
      : ["base_url of a server that serves it, such as vLLM"],
};
