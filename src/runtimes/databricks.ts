import { readProviderId } from "../identify/names.ts";
import { calls } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/**
 * Databricks' `ai_query`: the endpoints of models that Databricks hosts begin with its name; all others are called as their owner likes
 * (docs.databricks.com/en/sql/language-manual/functions/ai_query.html).
 */
export const databricks: Runtime = {
  id: "databricks",
  name: "Databricks model serving",
  namespace: "other",
  modules: [],
  contexts: calls("ai_query", "0 endpoint"),
  read: (name) => (name.startsWith("databricks-") ? readProviderId("other", name) : null),
  print: () => null,
};
