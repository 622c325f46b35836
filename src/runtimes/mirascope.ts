import { readProviderId } from "../identify/names.ts";
import { readPrefixed } from "../identify/prefixed.ts";
import { calls, text } from "./places.ts";
import { routed } from "./routes.ts";
import type { Runtime } from "./runtime.ts";

const routes = routed({ ollama: "ollama/" });
/** A plain name is of the provider that is named beside it, which the catalog knows. */
const own = { ...text, evidence: "generic", modules: ["mirascope"] } as const;

/**
 * Mirascope's calls of any provider: `provider/model`, in its first version with the provider beside the name
 * (https://pypi.org/project/mirascope/1.7.4). The decorators of each provider stand with that provider.
 */
export const mirascope: Runtime = {
  id: "mirascope",
  name: "Mirascope",
  namespace: "openai",
  modules: ["mirascope"],
  contexts: [...calls("llm.call", "0 model", own), ...calls("llm.model llm.Model", "0", own)],
  read: (name) => readPrefixed(name, "/") ?? (name.includes("/") ? null : readProviderId("openai", name)),
  print: routes.print,
  needs: (model, written) => [...routes.needs(model, written), "provider, where it is given beside the name, left out"],
};
