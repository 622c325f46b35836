import { readProviderId } from "../identify/names.ts";
import { calls, embedding, image, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** A plain name may be any provider's: the catalog decides. */
const plain = { evidence: "generic" } as const;

/** RubyLLM and langchainrb: a plain name, whose provider is looked up or told beside it (rubyllm.com, "Available Models"). */
export const rubyLlm: Runtime = {
  id: "ruby-llm",
  name: "RubyLLM",
  namespace: "openai",
  modules: ["ruby_llm"],
  contexts: [
    ...calls("RubyLLM.chat RubyLLM.agent", "model", { ...text, ...plain }),
    ...calls("RubyLLM.embed", "model", { ...embedding, ...plain }),
    ...calls("RubyLLM.paint", "model", { ...image, ...plain }),
    ...calls("with_model", "0", { ...text, ...plain, modules: ["ruby_llm"] }),
    ...calls("Langchain::LLM::OpenAI.new Langchain::LLM::Anthropic.new Langchain::LLM::Ollama.new", "chat_model completion_model", {
      ...text,
      ...plain,
    }),
    ...calls("Langchain::LLM::OpenAI.new Langchain::LLM::Ollama.new", "embedding_model", { ...embedding, ...plain }),
  ],
  read: (name) => readProviderId("openai", name),
  print: () => null,
};
