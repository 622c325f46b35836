import { openai } from "./openai.ts";
import { calls, servedAt, text, through } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** ell: the name is asked of the client that is known to have it, else of the one given beside it (github.com/MadcowD/ell). */
export const ell: Runtime = through(openai, {
  id: "ell",
  name: "ell",
  modules: [],
  contexts: calls("ell.simple ell.complex", "model", text),
  needs: servedAt("a client with the base_url"),
});
