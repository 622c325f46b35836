import type { Identity } from "../identify/identity.ts";
import { named, readHubId } from "../identify/names.ts";
import { calls, flags, transcription, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const size =
  /^(?:tiny|base|small|medium)(?:\.en)?$|^large(?:-v[123])?$|^(?:large-v3-)?turbo$|^distil-(?:small\.en|medium\.en|large-v[23](?:\.5)?)$/;

/** The repository that a size stands for; `large` is the newest, as both projects have it. */
function readSize(name: string): Identity | null {
  if (!size.test(name)) return null;
  if (name.startsWith("distil-")) return named("huggingface", `distil-whisper/${name}`);
  const exact = name === "large" ? "large-v3" : name === "turbo" ? "large-v3-turbo" : name;
  return named("huggingface", `openai/whisper-${exact}`);
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
    ...calls("WhisperKit WhisperKitConfig", "model", { ...transcription, modules: ["WhisperKit"] }),
    ...calls("WhisperKit.download", "variant", { ...transcription, modules: ["WhisperKit"] }),
    ...calls("loadModel", "0", { ...transcription, modules: [flutter] }),
    // what servers of it are told by; others speak of files of theirs
    ...variables("WHISPER_MODEL ASR_MODEL FASTER_WHISPER_MODEL", { ...transcription, evidence: "known" }),
    ...flags(["whisper", "whisperx", "whisper-ctranslate2"], "--model", transcription),
  ],
  read: (name) => readSize(name) ?? readFolder(name) ?? (name.includes("/") ? readHubId(name) : null),
  print: () => null,
};
