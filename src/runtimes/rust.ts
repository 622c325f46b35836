import { readProviderId } from "../identify/names.ts";
import { readPrefixed } from "../identify/prefixed.ts";
import { calls, embedding, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const plain = { evidence: "generic" } as const;
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
  read: (name) => readPrefixed(name, "::") ?? readProviderId("openai", name),
  print: () => null,
};
