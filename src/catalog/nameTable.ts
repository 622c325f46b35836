import { matchPattern, type NamePattern } from "./glob.ts";
import type { ModelSummary } from "./indexFile.ts";

/** What a name leads to. */
export interface Entry {
  readonly record: ModelSummary;
  /** its place in the record; null for the record as a whole */
  readonly member: number | null;
}

export interface PatternEntry extends Entry {
  readonly pattern: NamePattern;
}

/**
 * The names of one scheme. Patterns lie under their organisation, else under their first three characters, else with the rest, each list
 * with the most literal characters first: a look-up reads three short lists.
 */
export interface NameTable {
  readonly exact: Map<string, Entry>;
  readonly patterns: Map<string, PatternEntry[]>;
}

export const prefixLength: number = 3;
const anywhere = "";

/** The list in which a pattern lies: where its literal start holds a `/`, its organisation's. */
function bucketOf(pattern: NamePattern): string {
  const { start } = pattern;
  const slash = start.indexOf("/");
  if (slash >= 0) return start.slice(0, slash + 1);
  return start.length >= prefixLength ? start.slice(0, prefixLength) : anywhere;
}

export function createTable(): NameTable {
  return { exact: new Map(), patterns: new Map() };
}

export function addPattern(table: NameTable, entry: PatternEntry): void {
  const bucket = bucketOf(entry.pattern);
  const list = table.patterns.get(bucket);
  if (list) list.push(entry);
  else table.patterns.set(bucket, [entry]);
}

export function sortPatterns(table: NameTable): void {
  for (const list of table.patterns.values()) list.sort((a, b) => b.pattern.literals - a.pattern.literals);
}

/** The patterns that `name` may match, in up to three lists. */
export function bucketsFor(table: NameTable, name: string): readonly (readonly PatternEntry[])[] {
  const slash = name.indexOf("/");
  const keys = [anywhere, name.slice(0, prefixLength)];
  if (slash >= 0) keys.push(name.slice(0, slash + 1));
  return keys.flatMap((key) => {
    const list = table.patterns.get(key);
    return list ? [list] : [];
  });
}

export function matchBest(table: NameTable, name: string): Entry | null {
  let best: PatternEntry | null = null;
  for (const list of bucketsFor(table, name)) {
    for (const entry of list) {
      if (best && entry.pattern.literals <= best.pattern.literals) break;
      if (matchPattern(entry.pattern, name)) {
        best = entry;
        break;
      }
    }
  }
  return best;
}
