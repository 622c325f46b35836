import { calls, ownNames, speech } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** ElevenLabs' clients, whose voices have ids of their own beside the models. */
export const elevenlabs: Runtime = {
  id: "elevenlabs",
  name: "ElevenLabs client",
  ...ownNames("other"),
  modules: ["elevenlabs", "@elevenlabs/elevenlabs-js"],
  contexts: calls("text_to_speech.convert text_to_speech.stream textToSpeech.convert textToSpeech.stream", "model_id", speech),
  print: () => null,
};
