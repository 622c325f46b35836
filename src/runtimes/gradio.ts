import { readHubId } from "../identify/names.ts";
import { calls } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const source = /^(?:models?|huggingface)\//;

/**
 * Gradio, which makes a page for a model of the hub: `models/org/name`. Without the prefix it may be a space, which another argument says
 * (https://gradio.app/main/docs/gradio/load).
 */
export const gradio: Runtime = {
  id: "gradio",
  name: "Gradio",
  namespace: "huggingface",
  // pages are made for programs of any kind
  modules: [],
  contexts: calls("gr.load gr.Interface.load", "0 name", { modules: ["gradio"], swappable: false }),
  read: (name) => (source.test(name) ? readHubId(name.replace(source, "")) : null),
  print: () => null,
};
