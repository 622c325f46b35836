import { readHubId } from "../identify/names.ts";
import { flags, keys, served } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** KServe's Hugging Face server: `--model_id` among an InferenceService's arguments (kserve.github.io). Others read the name that it serves. */
export const kserve: Runtime = {
  id: "kserve",
  name: "KServe",
  namespace: "huggingface",
  // not `kserve`: its models of one's own have free names
  modules: ["huggingfaceserver"],
  contexts: [
    ...flags(["huggingfaceserver"], "--model_id", served),
    ...flags(["huggingfaceserver"], "--tokenizer_id", { swappable: false }),
    ...flags([null], "--model_id", { ...served, evidence: "generic" }),
    ...keys("huggingface.modelId huggingface.model_id", served),
  ],
  read: readHubId,
  print: ({ member }) => member.names.huggingface ?? null,
};
