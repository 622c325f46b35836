import { readProviderId } from "../identify/names.ts";
import { ollama } from "./ollama.ts";
import { calls, embedding, image, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** `llama3.2:3b`, `hf.co/org/name`: names that only Ollama has. OpenAI's own fine-tunes have a colon too. */
const isTagged = /^(?!ft:)[\w.-]+:[\w.-]+$|^hf\.co\//;

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
  read: (name) => (isTagged.test(name) ? ollama.read(name) : readProviderId("openai", name)),
  print: (model, written) => (written?.namespace === "ollama" ? ollama.print(model, written) : null),
};
