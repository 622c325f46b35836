import { isPlaceholderOrPath, named } from "../identify/names.ts";
import { calls } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** Entry points that give what stands beside a model: `torch.hub.load("intel-isl/MiDaS", "transforms")`. */
const besideModel = /(?:^|_)(?:transforms?|utils|preprocess(?:or|ing)?|tokenizer|config|custom)$/i;

/**
 * PyTorch Hub: the entry point of a repository's `hubconf.py` that makes the model, with the weights that it fetches (https://pytorch.org/docs/stable/hub,
 * "torch.hub"). Which repository it is stands before it, so that another name alone is no swap.
 */
export const torchHub: Runtime = {
  id: "torch-hub",
  name: "PyTorch Hub",
  namespace: "other",
  modules: ["torch.hub"],
  contexts: calls("torch.hub.load", "1 model", { swappable: false }),
  read: (name) => (/^[A-Za-z][\w.-]*$/.test(name) && !isPlaceholderOrPath(name) && !besideModel.test(name) ? named("other", name) : null),
  print: () => null,
};
