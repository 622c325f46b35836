import { calls, embedding, text, through } from "./places.ts";
import type { Runtime } from "./runtime.ts";
import { vertex } from "./vertex.ts";

/**
 * BigQuery: remote models over Vertex AI, and the functions that ask it
 * (cloud.google.com/bigquery/docs/reference/standard-sql/bigqueryml-syntax-create-remote-model). An endpoint may be an address as well.
 */
export const bigQuery: Runtime = through(vertex, {
  id: "bigquery",
  name: "BigQuery ML",
  modules: [],
  contexts: [
    ...calls("model.options", "endpoint", { evidence: "known" }),
    ...calls("ai.generate ai.generate_bool ai.generate_double ai.generate_int", "endpoint", text),
    ...calls("ai.embed", "endpoint", embedding),
    // AlloyDB and Cloud SQL, where a model of Vertex AI needs no other name (docs.cloud.google.com/alloydb/docs/ai/work-with-embeddings)
    ...calls("google_ml.embedding", "0 model_id", embedding),
  ],
});
