import { quantizationOf, readHubId } from "../identify/names.ts";
import { calls, embedding, flags, served, text, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const file = { needs: ["the file name, which is one of the old repository"] } as const;

/** Its programs; what each loads may also be a file of weights. */
const programs = ["llama-cli", "llama-server", "llama-run", "llama-embedding", "llama-bench", "llama-mtmd-cli"];

/**
 * llama.cpp and llama-cpp-python take hub repositories that hold GGUF files: `-hf org/name[:quantisation]`, and the flags of its server's
 * README. Weights in another form cannot be loaded, so only seen conversions are printed.
 */
export const llamaCpp: Runtime = {
  id: "llama.cpp",
  name: "llama.cpp",
  namespace: "huggingface",
  modules: ["llama_cpp", ...programs, "llama_cpp_2", "LLama"],
  contexts: [
    ...flags(["llama-server"], "-hf -hfr --hf-repo", { ...text, ...served }),
    ...flags(["llama-cli", "llama-run", "llama-mtmd-cli", "llama-bench", "llama-simple-chat"], "-hf -hfr --hf-repo", text),
    ...flags(["llama-embedding"], "-hf -hfr --hf-repo", embedding),
    ...flags(programs, "-m --model -md --model-draft", { evidence: "known" }),
    ...calls("ModelParams", "0 model_path", { modules: ["LLama"], evidence: "known" }),
    ...flags(["llama-server", "llama-cli"], "-hfd -hfrd --hf-repo-draft", { ...text, swappable: false }),
    ...calls("Llama.from_pretrained", "repo_id", { ...text, ...file }),
    ...calls("LlamaCppChatGenerator", "model", { ...text, modules: ["haystack_integrations"] }),
    // Aspire's Ollama, which takes GGUF repositories of the hub by this: the resource's name, then the model's
    ...calls("AddHuggingFaceModel", "1 model_name"),
    ...variables("LLAMA_ARG_HF_REPO", { evidence: "runtime" }),
  ],
  read: readHubId,
  print: ({ member }) => member.gguf ?? null,
  needs: (_model, written) => {
    const quantization = written === null ? null : (written.quantization ?? quantizationOf(written.name));
    return quantization === null || /^Q4_K_M$/i.test(quantization)
      ? []
      : [`the quantisation, where Q4_K_M, which is taken when none is named, is not wanted instead of ${quantization}`];
  },
};
