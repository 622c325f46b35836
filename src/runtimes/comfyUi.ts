import { keys } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/**
 * ComfyUI: files of weights in a folder of its own, by which the nodes of a workflow name what they load (docs.comfy.org, "Load Checkpoint", "Load Diffusion
 * Model"). Another model is another file and often another workflow, so that nothing is printed.
 */
export const comfyUi: Runtime = {
  id: "comfyui",
  name: "ComfyUI",
  namespace: "other",
  modules: [],
  contexts: keys("inputs.ckpt_name inputs.unet_name nodes.widgets_values", { task: "image-generation", evidence: "known", format: "json" }),
  read: () => null,
  print: () => null,
};
