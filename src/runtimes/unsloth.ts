import { quantizationOf, readHubId } from "../identify/names.ts";
import { calls, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** Unsloth: hub ids, of its own conversions or of anybody's weights (docs.unsloth.ai). */
export const unsloth: Runtime = {
  id: "unsloth",
  name: "Unsloth",
  namespace: "huggingface",
  modules: ["unsloth"],
  contexts: [
    ...calls("FastLanguageModel.from_pretrained FastModel.from_pretrained", "0 model_name", text),
    ...calls("FastVisionModel.from_pretrained", "0 model_name", { task: "vision-language" }),
  ],
  read: readHubId,
  print: ({ member }) => member.names.huggingface ?? null,
  needs: (_model, written) => [
    "an unsloth that knows its architecture",
    ...(written !== null && quantizationOf(written.name) !== null
      ? ["load_in_4bit=True, where the memory is made for quantised weights"]
      : []),
  ],
};
