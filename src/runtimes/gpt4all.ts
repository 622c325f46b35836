import type { Identity } from "../identify/identity.ts";
import { isPlaceholderOrPath, named, quantizationOf } from "../identify/names.ts";
import { calls, embedding, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** The ending of a file of its list, which older versions left out, and what it says of the weights. */
const ending = /(?:[.-](?:gguf2?|I?Q\d\w{0,8}|f16|f32)){0,3}\.(?:gguf|bin)$/i;

/** A file of the list that it fetches from: `Meta-Llama-3-8B-Instruct.Q4_0.gguf` is quantised, what is before that is the model. */
function readFile(file: string): Identity | null {
  const name = file.replace(ending, "").replace(/^ggml-/, "");
  if (name === file && !file.startsWith("ggml-")) return null;
  return /^\w[\w.-]*$/.test(name) && !isPlaceholderOrPath(name) ? named("other", name, { quantization: quantizationOf(file) }) : null;
}

/**
 * GPT4All: files of its own list, which it fetches by their names (https://docs.gpt4all.io/gpt4all_python/home.html). What a file of another model
 * is called there nothing else tells, so that nothing is printed.
 */
export const gpt4all: Runtime = {
  id: "gpt4all",
  name: "GPT4All",
  namespace: "other",
  modules: ["gpt4all"],
  contexts: [
    ...calls("GPT4All", "0 model_name", { ...text, modules: ["gpt4all"] }),
    ...calls("Embed4All", "0 model_name", { ...embedding, modules: ["gpt4all"] }),
    ...calls("loadModel", "0", { modules: ["gpt4all"] }),
  ],
  read: readFile,
  print: () => null,
};
