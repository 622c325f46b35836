import { readHubId, readProviderId } from "../identify/names.ts";
import { ollama } from "./ollama.ts";
import { calls, embedding, image, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** `llama3.2:3b`, `hf.co/org/name`: names that only Ollama has. OpenAI's own fine-tunes have a colon too. */
const isTagged = /^(?!ft:)[\w.-]+:[\w.-]+$|^hf\.co\//;

/** A name or alias may be any provider's: the package looks it up in its registry, we in the catalog. */
const plain = { evidence: "generic" } as const;

/**
 * PromptingTools for Julia (github.com/svilupp/PromptingTools.jl: src/llm_interface.jl, src/user_preferences.jl): each function takes a `model`,
 * which a registry of names and aliases leads to a provider.
 */
const promptingTools: Runtime = {
  id: "promptingtools",
  name: "PromptingTools.jl",
  namespace: "openai",
  modules: ["PromptingTools"],
  contexts: [
    ...calls("aigenerate aiclassify aiextract aitools aiscan AIGenerate AIClassify AIExtract AIScan", "model", { ...text, ...plain }),
    ...calls("aiembed AIEmbed", "model", { ...embedding, ...plain }),
    ...calls("aiimage", "model", { ...image, ...plain }),
    ...calls("register_model", "name", { evidence: "known", modules: ["PromptingTools"] }),
  ],
  read: (name) => (isTagged.test(name) ? ollama.read(name) : name.includes("/") ? readHubId(name) : readProviderId("openai", name)),
  print: (model, written) => (written?.namespace === "ollama" ? ollama.print(model, written) : null),
};

/**
 * Transformers for Julia (github.com/chengchingwen/Transformers.jl: src/huggingface/HuggingFace.jl): `hgf"name:item"` loads one item of a hub
 * repository: its tokenizer, its config, the model for a task.
 */
const transformersJl: Runtime = {
  id: "transformers-jl",
  name: "Transformers.jl",
  namespace: "huggingface",
  modules: ["Transformers.HuggingFace"],
  contexts: [
    ...calls("hgf", "0", { swappable: false }),
    ...calls("load_model load_tokenizer load_config load_hgf_pretrained", "0", { swappable: false, modules: ["Transformers"] }),
  ],
  read: (name) => readHubId(name.replace(/:\w+$/, "")),
  print: ({ member }) => member.names.huggingface ?? null,
};

/** Libraries for Julia. */
export const julia: readonly Runtime[] = [promptingTools, transformersJl];
