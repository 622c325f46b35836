import { addresses, calls, image, ownNames } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** Stability AI's client and its API: their engines (github.com/Stability-AI/stability-sdk, platform.stability.ai/docs/api-reference). */
export const stability: Runtime = {
  id: "stability",
  name: "Stability client",
  ...ownNames("other"),
  modules: ["stability_sdk"],
  contexts: [...addresses("stability"), ...calls("StabilityInference", "engine upscale_engine", { ...image, modules: ["stability_sdk"] })],
  print: () => null,
};
