import { calls, embedding, ownNames, rerank, text, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** Cohere's clients and their wrappers (docs.cohere.com). It serves its own models only. */
export const cohere: Runtime = {
  id: "cohere",
  name: "Cohere client",
  ...ownNames("cohere"),
  modules: [
    "cohere",
    "cohere-ai",
    "langchain_cohere",
    "@langchain/cohere",
    "llama_index.llms.cohere",
    "dev.langchain4j.model.cohere",
    "github.com/cohere-ai/cohere-go",
  ],
  contexts: [
    ...calls("co.chat co.chat_stream co.generate cohere.chat cohere.chatStream", "model", text),
    ...calls("co.embed cohere.embed", "model", embedding),
    ...calls("co.rerank cohere.rerank", "model", rerank),
    ...calls("chat chat_stream chatStream", "model", { ...text, modules: ["cohere", "cohere-ai"] }),
    ...calls("embed", "model", { ...embedding, modules: ["cohere", "cohere-ai"] }),
    ...calls("rerank", "model", { ...rerank, modules: ["cohere", "cohere-ai"] }),
    ...calls("ChatCohere", "model model_name", text),
    ...calls("CohereEmbeddings CohereEmbedding CohereEmbeddingFunction text2vec_cohere", "model model_name", embedding),
    ...calls("CohereRerank CohereReranker", "model", rerank),
    ...calls("CohereTextEmbedder CohereDocumentEmbedder CohereDocumentImageEmbedder", "model", embedding),
    ...calls("CohereEmbedder", "id", { ...embedding, modules: ["agno", "phi"] }),
    ...calls("CohereRanker", "model", rerank),
    ...calls("cohere.call", "0 model", { ...text, modules: ["mirascope"] }),
    ...calls("CohereModel", "0 model_name", { ...text, modules: ["pydantic_ai"] }),
    ...calls("CohereChatGenerator CohereGenerator", "model", text),
    ...variables("COHERE_MODEL", text),
  ],
};
