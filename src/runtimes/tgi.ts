import { readHubId } from "../identify/names.ts";
import { embedding, flags, keys, served, text, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** Hugging Face's servers: Text Generation Inference and Text Embeddings Inference, by their launchers and images. */
export const tgi: Runtime = {
  id: "tgi",
  name: "Text Generation Inference",
  namespace: "huggingface",
  modules: [
    "text-generation-launcher",
    "text-embeddings-router",
    "huggingface/text-generation-inference",
    "huggingface/text-embeddings-inference",
    "text_generation",
  ],
  contexts: [
    ...flags(["text-generation-launcher"], "--model-id", { ...text, ...served }),
    ...flags(["text-embeddings-router"], "--model-id", { ...embedding, ...served }),
    ...flags(["text-generation-launcher"], "--tokenizer-config-path", { swappable: false }),
    // the environment of the servers and of SageMaker's images for them
    ...variables("HF_MODEL_ID", { ...served, evidence: "runtime" }),
    ...keys("HF_MODEL_ID", served),
  ],
  read: readHubId,
  print: ({ member }) => member.names.huggingface ?? null,
};
