import { named } from "../identify/names.ts";
import { calls, flags, speech, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** What is made, the language, the data it was trained on, the model: `tts_models/en/ljspeech/vits`. */
const released = /^(?:tts|vocoder|voice_conversion)_models\/[\w-]{2,20}\/[\w-]{1,60}\/[\w.-]{1,60}$/;

const vocoder = { swappable: false } as const;

/** Coqui TTS: names of its own list of released models, fetched by them (github.com/coqui-ai/TTS, README). Nothing else goes by such names. */
export const coqui: Runtime = {
  id: "coqui",
  name: "Coqui TTS",
  namespace: "other",
  modules: ["TTS"],
  contexts: [
    ...calls("TTS", "0 model_name", { ...speech, modules: ["TTS.api"] }),
    ...calls("download_model download_model_by_name", "0 model_name", { ...speech, modules: ["TTS.utils"] }),
    ...flags(["tts", "tts-server"], "--model_name", speech),
    ...flags(["tts", "tts-server"], "--vocoder_name", vocoder),
    ...variables("TTS_MODEL TTS_MODEL_NAME", { ...speech, evidence: "generic" }),
  ],
  read: (name) => (released.test(name) ? named("other", name) : null),
  print: () => null,
};
