import { readHubId } from "../identify/names.ts";
import { calls, flags, keys, text, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** EleutherAI's lm-evaluation-harness and lighteval: `--model_args pretrained=org/name` (its README, "Basic Usage"). */
export const lmEval: Runtime = {
  id: "lm-eval",
  name: "lm-evaluation-harness",
  namespace: "huggingface",
  modules: ["lm_eval", "lighteval"],
  contexts: [
    // `pretrained` is as usual for weights files and yes or no
    ...keys("pretrained", { ...text, evidence: "generic" }),
    // the parameter of its classes of models, and of those that are written for it (lmms-eval)
    ...variables("pretrained"),
    ...keys("model_args.pretrained", text),
    ...calls("HFLM", "pretrained", text),
    ...flags(["lm_eval"], "--pretrained", text),
  ],
  read: readHubId,
  print: ({ member }) => member.names.huggingface ?? null,
};
