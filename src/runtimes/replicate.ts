import { readProviderId } from "../identify/names.ts";
import { addresses, calls, ownNames, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** Replicate's clients: `owner/name`, or one version of it behind a colon (replicate.com/docs). */
export const replicate: Runtime = {
  id: "replicate",
  name: "Replicate client",
  ...ownNames("replicate"),
  modules: ["replicate", "github.com/replicate/replicate-go"],
  contexts: [
    ...calls("replicate.run replicate.stream replicate.async_run", "0"),
    ...calls("predictions.create", "model", { modules: ["replicate"] }),
    ...addresses("replicate"),
    ...calls("Replicate", "model", { ...text, modules: ["langchain", "langchain_community", "llama_index", "@langchain/community"] }),
  ],
  // `owner/name`, or `owner/name:version`
  read: (name) =>
    /^[\w.-]+\/[\w.-]+(?::[0-9a-f]{8,64})?$/.test(name) ? readProviderId("replicate", name.replace(/:[0-9a-f]+$/, "")) : null,
};
