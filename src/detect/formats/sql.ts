import type { Detection, Format } from "../candidate.ts";
import type { Interest } from "../interest.ts";
import { javascript } from "../languages/javascript.ts";
import { python } from "../languages/python.ts";
import type { EmbeddedFormat } from "./embedded.ts";
import { SqlReader } from "./sql/reader.ts";
import { detectionOf, noFindings } from "./values.ts";

/** What bodies of functions are written in beside SQL: PL/Python and PL/v8 of PostgreSQL, Snowflake's and BigQuery's handlers. */
function formatOfBody(language: string): EmbeddedFormat | null {
  if (/^(?:plpython\w*|python)$/.test(language)) return python;
  return /^(?:plv8|javascript|js)$/.test(language) ? javascript : null;
}

function detectSql(text: string, interest?: Interest): Detection {
  const findings = noFindings(interest);
  new SqlReader(text, findings, formatOfBody).read();
  return detectionOf(findings);
}

/** SQL of any database. */
export const sql: Format = {
  id: "sql",
  languageIds: ["sql", "postgres", "postgresql", "mysql", "plsql", "psql"],
  fileNames: ["*.sql", "*.psql", "*.pgsql"],
  namesAreQuoted: true,
  detect: detectSql,
};
