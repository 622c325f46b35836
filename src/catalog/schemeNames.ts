import type { Namespace } from "../identify/identity.ts";
import { compilePattern } from "./glob.ts";
import { createTable, type Entry, type NameTable, type PatternEntry } from "./nameTable.ts";
import type { ModelRecord } from "./record.ts";

/** A name that a scheme gives to a model, or to a member of its record. */
export interface SchemeName extends Entry {
  readonly name: string;
  /** another name of that scheme, or a spelling of a host that is no scheme */
  readonly isAlias: boolean;
}

/** The names of a scheme, in the order of the models; a record's own before its members'. */
export function namesIn(models: readonly ModelRecord[], namespace: Namespace): readonly SchemeName[] {
  const found: SchemeName[] = [];
  const add = (model: number, member: number | null, isAlias: boolean, names: readonly string[]): void => {
    for (const name of names) found.push({ model, member, isAlias, name });
  };
  for (const [model, { names, members = [] }] of models.entries()) {
    add(model, null, false, names[namespace] ?? []);
    for (const [member, { names: own, aliases, hosts }] of members.entries()) {
      const name = own[namespace];
      add(model, member, false, name === undefined ? [] : [name]);
      // a host's own spelling is of no scheme that has a name here
      add(model, member, true, [...(aliases?.[namespace] ?? []), ...(namespace === "other" ? Object.values(hosts ?? {}) : [])]);
    }
  }
  return found;
}

/** The table of a scheme's names. Of records with the same name the first answers, with the member that it names. */
export function schemeTable(models: readonly ModelRecord[], namespace: Namespace): NameTable {
  const names = new Map<string, Entry>();
  const patterns: PatternEntry[] = [];
  for (const { name, model, member } of namesIn(models, namespace)) {
    const lower = name.toLowerCase();
    if (lower.includes("*")) patterns.push({ model, member, pattern: compilePattern(lower) });
    else {
      const first = names.get(lower);
      if (!first || (first.model === model && first.member === null)) names.set(lower, { model, member });
    }
  }
  return createTable(names, patterns);
}
