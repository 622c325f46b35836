import { readHubId } from "../identify/names.ts";
import { flags, keys, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const programs = ["llamafactory-cli train", "llamafactory-cli chat", "llamafactory-cli api", "llamafactory-cli webchat"];

/** LLaMA-Factory's YAML and command (its README, "Supported Models"): the template stands beside the model and belongs to it. */
export const llamaFactory: Runtime = {
  id: "llama-factory",
  name: "LLaMA-Factory",
  namespace: "huggingface",
  modules: ["llamafactory", "llamafactory-cli"],
  contexts: [
    ...keys("model_name_or_path", { ...text, format: "yaml" }),
    ...keys("ref_model reward_model", { format: "yaml", evidence: "generic", swappable: false }),
    ...flags(programs, "--model_name_or_path", text),
    ...flags(["llamafactory-cli export"], "--model_name_or_path", { swappable: false }),
  ],
  read: readHubId,
  print: ({ member }) => member.names.huggingface ?? null,
};
