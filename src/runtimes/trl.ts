import { readHubId } from "../identify/names.ts";
import { calls, flags, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const trainers =
  "SFTTrainer DPOTrainer GRPOTrainer KTOTrainer ORPOTrainer CPOTrainer RLOOTrainer GKDTrainer OnlineDPOTrainer RewardTrainer";

/** TRL: trainers that take a hub id for the model, and its commands (huggingface.co/docs/trl). */
export const trl: Runtime = {
  id: "trl",
  name: "TRL",
  namespace: "huggingface",
  modules: ["trl"],
  contexts: [
    ...calls(trainers, "0 model", text),
    ...calls(trainers, "ref_model reward_funcs reward_model teacher_model", { swappable: false, evidence: "generic" }),
    ...calls("ModelConfig ScriptArguments", "model_name_or_path", { ...text, modules: ["trl"] }),
    ...flags(["trl"], "--model_name_or_path", text),
    ...flags(["trl vllm-serve", "trl chat"], "--model --model_name_or_path", text),
  ],
  read: readHubId,
  print: ({ member }) => member.names.huggingface ?? null,
};
