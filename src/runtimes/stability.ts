import { calls, image, ownNames } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** Stability AI's client: its engines (github.com/Stability-AI/stability-sdk). */
export const stability: Runtime = {
  id: "stability",
  name: "Stability client",
  ...ownNames("other"),
  modules: ["stability_sdk"],
  contexts: calls("StabilityInference", "engine upscale_engine", { ...image, modules: ["stability_sdk"] }),
  print: () => null,
};
