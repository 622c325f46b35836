import { readProviderId } from "../identify/names.ts";
import { addresses, calls, ownNames, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** Cloudflare Workers AI: the `AI` binding, `@cf/maker/name` (developers.cloudflare.com/workers-ai). */
export const cloudflare: Runtime = {
  id: "cloudflare",
  name: "Cloudflare Workers AI",
  ...ownNames("cloudflare"),
  modules: ["@cloudflare/ai", "workers-ai-provider", "langchain_cloudflare", "@langchain/cloudflare"],
  contexts: [
    ...calls("AI.run ai.run", "0"),
    ...addresses("cloudflare"),
    ...calls("workersai", "0", { ...text, modules: ["workers-ai-provider"] }),
    ...calls("ChatCloudflareWorkersAI CloudflareWorkersAI CloudflareWorkersAIEmbeddings", "model model_name"),
  ],
  read: (name) => (/^@(?:cf|hf)\//.test(name) ? readProviderId("cloudflare", name) : null),
};
