import { quantizationOf, readHubId } from "../identify/names.ts";
import { calls, flags, served, text, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** Modules of the Swift packages: mlx-swift with its examples, and mlx-audio-swift. */
const swift = [
  "MLX",
  "MLXLLM",
  "MLXLMCommon",
  "MLXVLM",
  "MLXEmbedders",
  ...["Core", "Codecs", "TTS", "STT", "STS", "VAD", "LID", "G2P"].map((part) => `MLXAudio${part}`),
];

const programs = ["generate", "chat", "lora", "fuse", "cache_prompt", "evaluate", "benchmark"];

/** MLX on Apple silicon: mlx-lm, mlx-vlm and the Swift packages read hub repositories of safetensors, converted or not. */
export const mlx: Runtime = {
  id: "mlx",
  name: "MLX",
  namespace: "huggingface",
  modules: ["mlx_lm", "mlx_vlm", "mlx_whisper", "mlx_audio", "mlx_embeddings", ...swift],
  contexts: [
    ...calls("load stream_load", "0 path_or_hf_repo", { modules: ["mlx_lm", "mlx_vlm"] }),
    ...calls("mlx_lm.load mlx_vlm.load", "0"),
    ...calls("mlx_whisper.transcribe", "path_or_hf_repo", { task: "speech-recognition" }),
    ...calls("ModelConfiguration loadModel loadModelContainer", "id", { modules: swift }),
    // documents leave the imports out
    ...calls("ModelConfiguration loadModel loadModelContainer", "id", { evidence: "known" }),
    ...calls("fromPretrained", "0 repoId modelRepo", { modules: swift }),
    ...variables("defaultRepository defaultRepositoryID defaultRepo", { modules: swift }),
    ...variables("tokenizerRepo", { modules: swift, swappable: false }),
    ...calls("MLXModel", "model_id", text),
    ...flags(
      programs.flatMap((program) => [`mlx_lm.${program}`, `mlx_lm ${program}`]),
      "--model",
      text,
    ),
    ...flags(["mlx_lm.server", "mlx_lm server"], "--model", { ...text, ...served }),
    ...flags(["mlx_lm.convert", "mlx_lm convert"], "--hf-path --model", { swappable: false }),
    ...flags(["mlx_vlm.generate", "mlx_vlm.server"], "--model", { task: "vision-language" }),
  ],
  read: readHubId,
  print: ({ member }) => member.names.huggingface ?? null,
  needs: (_model, written) => {
    const converted = written !== null && (written.name.startsWith("mlx-community/") || quantizationOf(written.name) !== null);
    return [
      "an mlx-lm that knows its architecture",
      ...(converted ? ["a conversion with mlx_lm.convert, where the memory is made for quantised weights"] : []),
    ];
  },
};
