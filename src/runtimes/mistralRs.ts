import { readHubId } from "../identify/names.ts";
import { calls, embedding, flags, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const inRust = { modules: ["mistralrs"] } as const;
const beside = { swappable: false, ...inRust } as const;

/** mistral.rs reads hub repositories: from Rust by a builder for each kind of model, from Python by `Which`, or on the command line (docs.rs/mistralrs). */
export const mistralRs: Runtime = {
  id: "mistral.rs",
  name: "mistral.rs",
  namespace: "huggingface",
  modules: ["mistralrs"],
  contexts: [
    ...calls("TextModelBuilder::new", "0", { ...text, ...inRust }),
    ...calls("ModelBuilder::new MultimodalModelBuilder::new VisionModelBuilder::new", "0", inRust),
    ...calls("EmbeddingModelBuilder::new", "0", { ...embedding, ...inRust }),
    ...calls("SpeechModelBuilder::new", "0", { task: "speech-synthesis", ...inRust }),
    ...calls("DiffusionModelBuilder::new", "0", { task: "image-generation", ...inRust }),
    // files of the repository are named beside it, and tokenizers are the model's
    ...calls("GgufModelBuilder::new with_tok_model_id", "0", beside),
    ...calls("Which.Plain", "model_id", { ...text, ...inRust }),
    ...calls("Which.MultimodalPlain Which.VisionPlain", "model_id", inRust),
    ...calls("Which.Embedding", "model_id", { ...embedding, ...inRust }),
    ...calls("Which.GGUF", "quantized_model_id tok_model_id", beside),
    ...flags(["mistralrs", "mistralrs-server"], "-m --model-id"),
  ],
  read: readHubId,
  print: ({ member }) => member.names.huggingface ?? null,
  needs: () => ["a mistral.rs that knows its architecture"],
};
