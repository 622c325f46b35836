import { calls, type PlaceOptions, speech, text, transcription, words } from "./places.ts";
import type { RuntimeContext } from "./runtime.ts";

const tasks: Readonly<Record<string, PlaceOptions>> = { LLM: text, STT: transcription, TTS: speech };

/**
 * A provider's classes in the frameworks for voice agents: LiveKit's plugins have one class of each kind, `openai.LLM`, and Pipecat's services
 * bear the provider's name, `OpenAILLMService`, whose options newer versions take apart (`OpenAILLMService.Settings`).
 * @param plugin LiveKit's module, null where it has none
 * @param services Pipecat's names of the provider, which may be none
 * @param kinds of `LLM`, `STT` and `TTS`
 */
export function voiceAgents(plugin: string | null, services: string, kinds = "LLM"): readonly RuntimeContext[] {
  return words(kinds).flatMap((kind) => [
    ...(plugin === null ? [] : calls(`${plugin}.${kind}`, "model", { ...tasks[kind], modules: ["livekit", "@livekit"] })),
    ...words(services).flatMap((service) =>
      calls(`${service}${kind}Service ${service}${kind}Service.Settings`, "model", { ...tasks[kind], modules: ["pipecat"] }),
    ),
  ]);
}
