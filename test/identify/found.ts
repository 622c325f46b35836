import { openCatalog } from "../../src/catalog/open.ts";
import type { ModelRecord } from "../../src/catalog/record.ts";
import { createEngine } from "../../src/createEngine.ts";
import type { AssessedReference } from "../../src/engine.ts";
import { index } from "../catalog/records.ts";

/** What is told of each reference that is found in a document. */
export type Found = (path: string, text: string) => readonly string[];

function tellingOf(models: readonly ModelRecord[], told: (reference: AssessedReference) => string): Found {
  const engine = createEngine(openCatalog(index(models)));
  return (path, text) => engine.analyze({ path, text }).references.map(told);
}

/** The names that are found by a catalog of `models`. */
export function namesBy(models: readonly ModelRecord[]): Found {
  return tellingOf(models, ({ candidate }) => candidate.text);
}

/** The same, each with the offset at which it begins. */
export function placedNamesBy(models: readonly ModelRecord[]): Found {
  return tellingOf(models, ({ candidate }) => `${candidate.text} ${candidate.range.start}`);
}

/** The same, each with its role. */
export function rolesBy(models: readonly ModelRecord[]): Found {
  return tellingOf(models, ({ candidate, role }) => `${candidate.text} ${role}`);
}
