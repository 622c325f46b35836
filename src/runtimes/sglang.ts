import { readHubId } from "../identify/names.ts";
import { calls, flags, served, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";
import { servedHubId } from "./vllm.ts";

const servers = ["sglang.launch_server", "sglang serve", "sglang_router.launch_server"];

/** SGLang, which reads hub ids (docs.sglang.ai, "Server arguments"). */
export const sglang: Runtime = {
  id: "sglang",
  name: "SGLang",
  namespace: "huggingface",
  modules: ["sglang", "lmsysorg/sglang"],
  contexts: [
    ...flags(servers, "--model-path --model", { ...text, ...served }),
    ...flags(["sglang.bench_serving", "sglang.bench_one_batch", "sglang.bench_offline_throughput"], "--model --model-path", text),
    ...flags(servers, "--tokenizer-path --speculative-draft-model-path", { swappable: false }),
    ...calls("sgl.Engine sglang.Engine", "model_path", text),
    ...calls("Runtime", "model_path", { ...text, modules: ["sglang"] }),
  ],
  read: readHubId,
  print: ({ member }) => servedHubId(member),
};
