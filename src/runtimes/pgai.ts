import { anthropic } from "./anthropic.ts";
import { cohere } from "./cohere.ts";
import { litellm } from "./litellm.ts";
import { ollama } from "./ollama.ts";
import { openai } from "./openai.ts";
import { calls, embedding, rerank, text, through } from "./places.ts";
import type { Runtime } from "./runtime.ts";
import { sentenceTransformers } from "./sentenceTransformers.ts";
import { voyage } from "./voyage.ts";

/** pgai, PostgreSQL's extension: functions of a provider each, and the embedding of a vectorizer (github.com/timescale/pgai, projects/extension/sql). */
export const pgai: readonly Runtime[] = [
  through(openai, {
    id: "pgai/openai",
    name: "pgai (OpenAI)",
    modules: [],
    contexts: [
      ...calls("openai_chat_complete openai_chat_complete_with_raw_response", "0 model", text),
      ...calls("openai_embed openai_embed_with_raw_response embedding_openai", "0 model", embedding),
      ...calls("openai_moderate", "0 model"),
      ...calls("openai_tokenize openai_detokenize", "0 model", { swappable: false }),
    ],
  }),
  through(ollama, {
    id: "pgai/ollama",
    name: "pgai (Ollama)",
    modules: [],
    contexts: [
      ...calls("ollama_generate ollama_chat_complete", "0 model", text),
      ...calls("ollama_embed embedding_ollama", "0 model", embedding),
    ],
  }),
  through(anthropic, {
    id: "pgai/anthropic",
    name: "pgai (Anthropic)",
    modules: [],
    contexts: calls("anthropic_generate", "0 model", text),
  }),
  through(cohere, {
    id: "pgai/cohere",
    name: "pgai (Cohere)",
    modules: [],
    contexts: [
      ...calls("cohere_chat_complete", "0 model", text),
      ...calls("cohere_embed", "0 model", embedding),
      ...calls("cohere_rerank cohere_rerank_simple", "0 model", rerank),
      ...calls("cohere_classify cohere_classify_simple cohere_tokenize cohere_detokenize", "0 model", { swappable: false }),
    ],
  }),
  through(voyage, {
    id: "pgai/voyage",
    name: "pgai (Voyage AI)",
    modules: [],
    contexts: calls("voyageai_embed embedding_voyageai", "0 model", embedding),
  }),
  through(litellm, {
    id: "pgai/litellm",
    name: "pgai (LiteLLM)",
    modules: [],
    contexts: calls("litellm_embed embedding_litellm", "0 model", embedding),
  }),
  through(sentenceTransformers, {
    id: "pgai/sentence-transformers",
    name: "pgai (sentence-transformers)",
    modules: [],
    contexts: calls("embedding_sentence_transformers", "0 model", embedding),
  }),
];
