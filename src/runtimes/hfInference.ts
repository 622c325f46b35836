import { readHubId } from "../identify/names.ts";
import { calls, embedding, image, text, transcription } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const javascript = { modules: ["@huggingface/inference"] } as const;

/**
 * Hugging Face's inference providers: a hub id that one of them serves, or the address of an endpoint (huggingface.co/docs/inference-providers).
 * Printed are the models that are known to be served: Public AI is one of the providers.
 */
export const hfInference: Runtime = {
  id: "hf-inference",
  name: "Hugging Face inference",
  namespace: "huggingface",
  modules: ["@huggingface/inference", "langchain_huggingface", "llama_index.llms.huggingface_api"],
  contexts: [
    // Triton and others have an InferenceClient too, which takes an address
    ...calls("InferenceClient AsyncInferenceClient", "0 model", { modules: ["huggingface_hub"] }),
    ...calls("InferenceClientModel HfApiModel", "0 model_id", text),
    ...calls("HuggingFaceEndpoint HuggingFaceHub", "repo_id", text),
    ...calls("HuggingFaceInferenceAPI", "model_name model", text),
    ...calls("HuggingFaceInference HuggingFaceInferenceEmbeddings", "model"),
    ...calls("HuggingFaceEndpointEmbeddings HuggingFaceInferenceAPIEmbeddings", "model model_name repo_id", embedding),
    ...calls("HuggingFaceModel", "0 model_name", { ...text, modules: ["pydantic_ai"] }),
    ...calls("chatCompletion chatCompletionStream textGeneration", "model", { ...text, ...javascript }),
    ...calls("featureExtraction", "model", { ...embedding, ...javascript }),
    ...calls("textToImage", "model", { ...image, ...javascript }),
    ...calls("automaticSpeechRecognition", "model", { ...transcription, ...javascript }),
    ...calls("chat_huggingface chat_hf", "model", { ...text, modules: ["ellmer"] }),
    // Semantic Kernel
    ...calls("AddHuggingFaceChatCompletion AddHuggingFaceTextGeneration", "0 model", text),
    ...calls("AddHuggingFaceEmbeddingGenerator AddHuggingFaceTextEmbeddingGeneration", "0 model", embedding),
  ],
  read: readHubId,
  print: ({ member }) => (member.hosts?.["publicai"] === undefined ? null : (member.names.huggingface ?? null)),
  needs: () => ["the provider publicai, and billing or a key for it: a new data processor"],
};
