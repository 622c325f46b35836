import type { Identity } from "../identify/identity.ts";
import { readHubId, readProviderId } from "../identify/names.ts";
import { readPrefixed } from "../identify/prefixed.ts";
import { calls, speech, text, transcription } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const own = { modules: ["livekit.agents", "@livekit/agents"] } as const;

/** Makers of voices and of ears, whose names only they have. */
const makers = new Set([
  "assemblyai",
  "cartesia",
  "deepgram",
  "elevenlabs",
  "gladia",
  "hume",
  "inworld",
  "lmnt",
  "neuphonic",
  "resemble",
  "rime",
  "sarvam",
  "smallestai",
  "soniox",
  "speechmatics",
]);

/** `maker/name`, behind which the language or the voice may stand: `deepgram/nova-3:en`. Another maker's models are called as on the hub. */
function readInference(name: string): Identity | null {
  const [, maker, model] = /^([\w-]+)\/([\w.-]+)(?::[\w-]+)?$/.exec(name) ?? [];
  if (maker === undefined || model === undefined) return null;
  if (makers.has(maker)) return readProviderId("other", model);
  return (model.startsWith("gpt-oss") ? null : readPrefixed(`${maker}/${model}`, "/")) ?? readHubId(`${maker}/${model}`);
}

/**
 * LiveKit Agents: what its own servers ask for the program, by `maker/name` (docs.livekit.io/agents/models). The classes
 * of its plugins stand with those whose names they take.
 */
export const livekit: Runtime = {
  id: "livekit",
  name: "LiveKit Agents",
  namespace: "other",
  modules: ["livekit.agents", "@livekit/agents"],
  contexts: [
    ...calls("AgentSession Agent", "llm", { ...text, ...own }),
    ...calls("AgentSession Agent", "stt", { ...transcription, ...own }),
    ...calls("AgentSession Agent", "tts", { ...speech, ...own }),
    ...calls("inference.LLM", "0 model", { ...text, ...own }),
    ...calls("inference.STT", "0 model", { ...transcription, ...own }),
    ...calls("inference.TTS", "0 model", { ...speech, ...own }),
  ],
  read: readInference,
  print: () => null,
};
