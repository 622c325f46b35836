import { readProviderId } from "../identify/names.ts";
import { readPrefixed } from "../identify/prefixed.ts";
import { ollama } from "./ollama.ts";
import { calls, embedding, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const plain = { evidence: "generic" } as const;
/** `qwen2.5:14b`, `hf.co/org/name`: names that only Ollama has. OpenAI's own fine-tunes have a colon too. */
const isTagged = /^(?!ft:)[\w.-]+:[\w.-]+$|^hf\.co\//;
const rig = { ...plain, modules: ["rig", "rig_core"] } as const;

/** rig and genai for Rust: the client's type says whose the names are, which the catalog therefore decides. */
export const rust: Runtime = {
  id: "rust-ai",
  name: "rig, genai",
  namespace: "openai",
  modules: ["rig", "rig_core", "genai"],
  contexts: [
    ...calls("agent completion_model extractor", "0", { ...text, ...rig }),
    ...calls("embedding_model embeddings", "0", { ...embedding, ...rig }),
    ...calls("exec_chat exec_chat_stream", "0", { ...text, ...plain, modules: ["genai"] }),
    ...calls("exec_embed embed", "0", { ...embedding, ...plain, modules: ["genai"] }),
  ],
  // genai: `provider::model` where the name alone does not say whose it is
  read: (name) => readPrefixed(name, "::") ?? (isTagged.test(name) ? ollama.read(name) : readProviderId("openai", name)),
  print: (model, written) => (written?.namespace === "ollama" ? ollama.print(model, written) : null),
};
