import { readHubId } from "../identify/names.ts";
import { llamaCpp } from "./llamaCpp.ts";
import { calls, flags, operands, text, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const scheme = "hf:";
const imported = { ...text, modules: ["node-llama-cpp"] } as const;

/**
 * node-llama-cpp fetches a GGUF repository of the hub by a URI, `hf:org/name:quantisation`, or one of its files, `hf:org/name/file.gguf#branch`
 * (node-llama-cpp.withcat.ai/guide/downloading-models). What has no scheme is a file.
 */
export const nodeLlamaCpp: Runtime = {
  ...llamaCpp,
  id: "node-llama-cpp",
  name: "node-llama-cpp",
  modules: ["node-llama-cpp"],
  contexts: [
    ...calls("resolveModelFile", "0", imported),
    ...calls("createModelDownloader", "model_uri", imported),
    ...variables("modelUri MODEL_URI", imported),
    ...flags(["node-llama-cpp"], "--model --modelPath -m", text),
    ...operands(["node-llama-cpp chat", "node-llama-cpp pull", "node-llama-cpp complete", "node-llama-cpp infill"], text),
  ],
  read: (name) => {
    if (!name.startsWith(scheme)) return null;
    const file = /^([^/]+\/[^/#]+)\/[^#]+(?:#.+)?$/.exec(name.slice(scheme.length));
    return readHubId(file?.[1] ?? name.slice(scheme.length));
  },
  print: (model, written) => {
    const name = llamaCpp.print(model, written);
    return name === null ? null : scheme + name;
  },
};
