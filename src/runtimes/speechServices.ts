import { readProviderId } from "../identify/names.ts";
import { addresses, calls, transcription } from "./places.ts";
import type { Runtime } from "./runtime.ts";
import { voiceAgents } from "./voiceAgents.ts";

/**
 * Services that only listen and speak, in LiveKit's plugins and Pipecat's services: each by its own plain names (docs.livekit.io/agents/models/stt,
 * /tts). Another name alone is no swap: voices and languages stand beside it.
 */
export const speechServices: Runtime = {
  id: "speech-services",
  name: "Speech services",
  namespace: "other",
  modules: ["livekit.plugins", "pipecat.services"],
  contexts: [
    ...voiceAgents("deepgram", "Deepgram", "STT TTS"),
    ...voiceAgents("cartesia", "Cartesia", "STT TTS"),
    ...voiceAgents("elevenlabs", "ElevenLabs ElevenLabsHttp", "STT TTS"),
    ...voiceAgents("assemblyai", "AssemblyAI", "STT"),
    ...voiceAgents("gladia", "Gladia", "STT"),
    ...voiceAgents("soniox", "Soniox", "STT"),
    ...voiceAgents("rime", "Rime RimeHttp", "TTS"),
    ...voiceAgents("inworld", "Inworld InworldHttp", "TTS"),
    ...voiceAgents("lmnt", "Lmnt", "TTS"),
    ...voiceAgents("neuphonic", "Neuphonic", "TTS"),
    ...voiceAgents("sarvam", "Sarvam SarvamHttp", "STT TTS"),
    ...addresses("deepgram"),
    // Deepgram's own options, which Pipecat takes over
    ...calls("LiveOptions PrerecordedOptions", "model", { ...transcription, modules: ["pipecat", "deepgram"] }),
  ],
  read: (name) => (/^[\w.-]+$/.test(name) ? readProviderId("other", name) : null),
  print: () => null,
};
