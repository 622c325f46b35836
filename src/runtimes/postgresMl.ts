import { readHubId } from "../identify/names.ts";
import { calls, embedding, rerank } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** PostgresML: models of the hub, run inside of the database (github.com/postgresml/postgresml, pgml-cms/docs/open-source/pgml/api). */
export const postgresMl: Runtime = {
  id: "postgresml",
  name: "PostgresML",
  namespace: "huggingface",
  modules: ["pgml"],
  contexts: [...calls("pgml.embed", "0 transformer", embedding), ...calls("pgml.rank", "0 transformer", rerank)],
  read: readHubId,
  print: ({ member }) => member.names.huggingface ?? null,
};
