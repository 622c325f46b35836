import { readHubId } from "../identify/names.ts";
import { calls, flags, keys, text, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const backend = { swappable: false, modules: ["lm_eval", "lmms_eval"] } as const;

/** Repositories from the time before organisations. */
const withoutOrganisation = /^(?:distil)?(?:gpt2|bert|roberta|albert|electra|t5|xlnet|xlm|ctrl|openai-gpt|transfo-xl)(?:-[\w.]+){0,4}$/;

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
    // a class of models, not one of them: `hf`, `local-chat-completions`; `--model_args` says which
    ...calls("simple_evaluate", "model", backend),
    ...calls("register_model", "0 1 2", backend),
    ...flags(["lm_eval"], "--model -m", { swappable: false }),
    ...flags(["lmms_eval"], "--model", { swappable: false }),
    ...keys("model_args.pretrained", text),
    ...calls("HFLM", "pretrained", text),
    ...flags(["lm_eval"], "--pretrained", text),
  ],
  read: (name) => (name.includes("/") || withoutOrganisation.test(name) ? readHubId(name) : null),
  print: ({ member }) => member.names.huggingface ?? null,
};
