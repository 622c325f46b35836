import { isPlaceholderOrPath, named } from "../identify/names.ts";
import { addresses, calls } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const python =
  "fal_client.run fal_client.run_async fal_client.subscribe fal_client.subscribe_async fal_client.submit fal_client.submit_async";
const javascript = "fal.run fal.subscribe fal.stream fal.queue.submit";

/**
 * fal: an endpoint is a model, or one way to use it: `fal-ai/flux/dev`, `fal-ai/flux/dev/image-to-image` (https://fal.ai/docs/model-apis/client).
 * Each has its own arguments, so that another name alone is no swap.
 */
export const fal: Runtime = {
  id: "fal",
  name: "fal",
  namespace: "other",
  modules: ["fal_client", "@fal-ai/client", "@fal-ai/serverless-client"],
  contexts: [
    ...addresses("fal"),
    ...calls(`${python} fal_client.stream fal_client.stream_async`, "0 application", { swappable: false }),
    ...calls(javascript, "0", { swappable: false, modules: ["@fal-ai"] }),
  ],
  read: (name) => (/^[\w-]+(?:\/[\w.-]+){1,6}$/.test(name) && !isPlaceholderOrPath(name) ? named("other", name) : null),
  print: () => null,
};
