import { readHubId } from "../identify/names.ts";
import { flags, keys, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** Axolotl's YAML: `base_model`, and what is loaded beside it (docs.axolotl.ai, "Config Reference"). */
export const axolotl: Runtime = {
  id: "axolotl",
  name: "Axolotl",
  namespace: "huggingface",
  modules: ["axolotl"],
  contexts: [
    ...keys("base_model", { ...text, format: "yaml" }),
    ...keys("base_model_config tokenizer_config processor_config", { format: "yaml", evidence: "generic", swappable: false }),
    ...flags(["axolotl"], "--base-model", text),
  ],
  // what builds an engine says by the same key what kind of one: `base_model: decoder`
  read: (name) => (/[/\d-]/.test(name) ? readHubId(name) : null),
  print: ({ member }) => member.names.huggingface ?? null,
};
