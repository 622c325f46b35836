import { calls, ownNames, text, transcription, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";
import { voiceAgents } from "./voiceAgents.ts";

/** Groq's clients, which have OpenAI's form, and their wrappers (console.groq.com/docs). */
export const groq: Runtime = {
  id: "groq",
  name: "Groq client",
  ...ownNames("groq"),
  modules: ["groq", "groq-sdk", "langchain_groq", "@langchain/groq", "llama_index.llms.groq"],
  contexts: [
    // Groq's client has OpenAI's form
    ...calls("chat.completions.create", "model", { ...text, modules: ["groq", "groq-sdk"] }),
    ...calls("audio.transcriptions.create audio.translations.create", "model", { ...transcription, modules: ["groq", "groq-sdk"] }),
    ...calls("ChatGroq", "model model_name", text),
    ...calls("Groq", "id model", { ...text, modules: ["agno", "phi", "llama_index"] }),
    ...calls("GroqModel", "0 model_name", { ...text, modules: ["pydantic_ai"] }),
    ...calls("groq.call", "0 model", { ...text, modules: ["mirascope"] }),
    ...voiceAgents("groq", "Groq", "LLM STT"),
    ...calls("chat_groq", "model", { ...text, modules: ["ellmer"] }),
    ...variables("GROQ_MODEL", text),
  ],
};
