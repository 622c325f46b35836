import { readProviderId } from "../identify/names.ts";
import { calls, embedding, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/**
 * Snowflake Cortex, in SQL and by the same names in Python: models that Snowflake serves, under names of its own
 * (docs.snowflake.com/en/sql-reference/functions/ai_complete-single-string, docs.snowflake.com/sql-reference/functions/embed_text-snowflake-cortex).
 */
export const snowflake: Runtime = {
  id: "snowflake",
  name: "Snowflake Cortex",
  namespace: "other",
  modules: ["snowflake.cortex"],
  contexts: [
    ...calls("snowflake.cortex.complete snowflake.cortex.try_complete ai_complete", "0 model", text),
    ...calls("snowflake.cortex.embed_text_768 snowflake.cortex.embed_text_1024 ai_embed", "0 model", embedding),
    ...calls("complete Complete", "0 model", { ...text, modules: ["snowflake.cortex"] }),
  ],
  read: (name) => readProviderId("other", name),
  print: () => null,
};
