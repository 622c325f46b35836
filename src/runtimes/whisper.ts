import type { Identity } from "../identify/identity.ts";
import { named, readHubId } from "../identify/names.ts";
import { calls, fetched, flags, operands, transcription, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const size =
  /^(?:tiny|base|small|medium)(?:\.en)?$|^large(?:-v[123])?$|^(?:large-v3-)?turbo$|^distil-(?:small\.en|medium\.en|large-v[23](?:\.5)?)$/;

/** What whisper.cpp's list of files has behind a size. */
const quantized = /-(q\d_\d)$/;

/** A bundle of torchaudio, weights with their alphabet: `WAV2VEC2_ASR_BASE_960H` (https://pytorch.org/audio/2.0.0/pipelines.html). */
const bundle = /^(?:WAV2VEC2|HUBERT|WAVLM|VOXPOPULI)_[A-Z\d_]{2,40}$/;

/** The repository that a size stands for; `large` is the newest, as both projects have it. */
function readSize(text: string): Identity | null {
  const name = text.replace(quantized, "");
  if (!size.test(name)) return null;
  const quantization = quantized.exec(text)?.[1] ?? null;
  if (name.startsWith("distil-")) return named("huggingface", `distil-whisper/${name}`, { quantization });
  const exact = name === "large" ? "large-v3" : name === "turbo" ? "large-v3-turbo" : name;
  return named("huggingface", `openai/whisper-${exact}`, { quantization });
}

/**
 * WhisperKit's conversions, folders of one repository (`argmaxinc/whisperkit-coreml`): maker and model with `_` between, then the build and its
 * size. `v20240930` is the turbo model's date, `_turbo` only a faster build.
 */
const folder = /^(openai|distil-whisper)_([a-z\d.-]{1,40})(?:_turbo)?(?:_\d{1,5}MB)?$/;

function readFolder(name: string): Identity | null {
  const [, maker, model] = folder.exec(name) ?? [];
  if (maker === undefined || model === undefined) return null;
  return named("huggingface", `${maker}/${model.replace(/-v20240930$/, "-turbo")}`);
}

/** WhisperKit for Flutter. */
const flutter = "package:flutter_whisper_kit";

/**
 * Whisper's own package and those that run its weights: a size, or (faster-whisper, WhisperX, WhisperKit) a hub repository in their format.
 * They run Whisper's architecture and no other, so there is nothing to print.
 */
export const whisper: Runtime = {
  id: "whisper",
  name: "Whisper",
  namespace: "other",
  modules: [
    "whisper",
    "faster_whisper",
    "whisperx",
    "pywhispercpp",
    "stable_whisper",
    "whisper_timestamped",
    "WhisperKit",
    "whisper_rs",
    flutter,
  ],
  contexts: [
    ...calls("whisper.load_model", "0 name", transcription),
    ...calls("load_model", "0 name whisper_arch", {
      ...transcription,
      modules: ["whisper", "whisperx", "stable_whisper", "whisper_timestamped"],
    }),
    ...calls("WhisperModel", "0 model_size_or_path", { ...transcription, modules: ["faster_whisper"] }),
    ...calls("LocalWhisperTranscriber", "0 model", transcription),
    // what finds the times of words, for a language that has no default
    ...calls("load_align_model", "model_name", { swappable: false, modules: ["whisperx"] }),
    // whisper.cpp's files
    ...operands(["download-ggml-model.sh", "download-ggml-model.cmd"], { ...transcription, ...fetched }),
    ...calls("WhisperKit WhisperKitConfig", "model", { ...transcription, modules: ["WhisperKit"] }),
    ...calls("WhisperKit.download", "variant", { ...transcription, modules: ["WhisperKit"] }),
    ...calls("loadModel", "0", { ...transcription, modules: [flutter] }),
    // what servers of it are told by; others speak of files of theirs
    ...variables("WHISPER_MODEL ASR_MODEL FASTER_WHISPER_MODEL", { ...transcription, evidence: "known" }),
    ...flags(["whisper", "whisperx", "whisper-ctranslate2"], "--model", transcription),
    ...flags(["whisper-cli", "whisper-server", "whisper-stream", "whisper-bench"], "-m --model", { ...transcription, evidence: "known" }),
  ],
  read: (name) =>
    readSize(name) ?? readFolder(name) ?? (bundle.test(name) ? named("other", name) : name.includes("/") ? readHubId(name) : null),
  print: () => null,
};
