import { basenameKey, isFamilyFiller } from "./derived.ts";
import { compilePattern, matchPattern } from "./glob.ts";
import {
  addPattern,
  bucketsFor,
  createTable,
  type Entry,
  type NameTable,
  type PatternEntry,
  prefixLength,
  sortPatterns,
} from "./nameTable.ts";
import type { ModelRecord } from "./record.ts";

/** Hub names without their organisation, as hosts and re-uploaders write them. A name that two records have leads nowhere. */
export interface Basenames {
  /** The record that has exactly this basename (a key of basenameKey). */
  exact(key: string): Entry | null;
  /**
   * The same, or the one whose pattern it fits as a name of the same family.
   * @param copied whether something else than the name tells that it is a copy's
   */
  find(key: string, copied: boolean): Entry | null;
  /** Whether some basename begins like this: a fast filter on the first three characters. */
  begins(start: string): boolean;
}

/** Collects the basenames of all models whose weights are out: a closed model's name inside another's decides nothing. */
export function collectBasenames(models: readonly ModelRecord[]): Basenames {
  const exact = new Map<string, Entry | "ambiguous">();
  const patterns = createTable();
  const starts = new Set<string>();
  const roots: string[] = [];

  const add = (key: string, entry: Entry): void => {
    starts.add(key.slice(0, prefixLength));
    const known = exact.get(key);
    if (known === undefined || (known !== "ambiguous" && known.record === entry.record && known.member === null)) exact.set(key, entry);
    else if (known !== "ambiguous" && known.record !== entry.record) exact.set(key, "ambiguous");
  };

  const derived: PatternEntry[] = [];
  for (const record of models) {
    if (record.components["model-parameters"]?.state === "withheld") continue;
    const isRoot = (record.bases ?? []).length === 0;
    for (const name of record.names.huggingface ?? []) {
      const key = basenameKey(name.slice(name.lastIndexOf("/") + 1));
      if (isRoot) roots.push(key);
      if (!key.includes("*")) add(key, { record, member: null });
      else if (isDistinctivePattern(key)) {
        const entry = { record, member: null, pattern: compilePattern(key) };
        if (isRoot) addPattern(patterns, entry);
        else derived.push(entry);
      }
    }
    for (const member of record.members ?? []) {
      const name = member.names.huggingface;
      if (name !== undefined) add(basenameKey(name.slice(name.lastIndexOf("/") + 1)), { record, member });
    }
  }
  roots.sort();
  const developers = new Map(models.map(({ id, developer }) => [id, developer]));
  for (const entry of derived) {
    if (!isNamedAfterRoot(entry, roots, developers)) addPattern(patterns, entry);
  }
  for (const list of patterns.patterns.values()) for (const { pattern } of list) starts.add(pattern.source.slice(0, prefixLength));
  sortPatterns(patterns);

  return {
    exact: (key) => {
      const entry = exact.get(key);
      return entry === undefined || entry === "ambiguous" ? null : entry;
    },
    find: (key, copied) => {
      const entry = exact.get(key);
      if (entry !== undefined) return entry === "ambiguous" ? null : entry;
      return findFamily(patterns, key, copied);
    },
    begins: (start) => starts.has(start.slice(0, prefixLength)),
  };
}

/**
 * Whether a fine-tune's pattern (`gradientai/Llama-3-*`) begins as the names of another lab's model do: without its
 * organisation it would claim all of that lab's family.
 */
function isNamedAfterRoot({ record, pattern }: PatternEntry, roots: readonly string[], developers: ReadonlyMap<string, string>): boolean {
  if ((record.bases ?? []).every(({ model }) => developers.get(model) === record.developer)) return false;
  const start = pattern.source.slice(0, pattern.source.indexOf("*"));
  let low = 0;
  let high = roots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((roots[middle] ?? "") < start) low = middle + 1;
    else high = middle;
  }
  return roots[low]?.startsWith(start) ?? false;
}

/** The pattern with the most literal characters whose stars stand for sizes and versions only. */
function findFamily(table: NameTable, key: string, copied: boolean): Entry | null {
  let best: PatternEntry | null = null;
  let rival = false;
  for (const list of bucketsFor(table, key)) {
    for (const entry of list) {
      if (best && entry.pattern.literals < best.pattern.literals) break;
      const fillers = matchPattern(entry.pattern, key);
      if (!fillers?.every((filler) => isFamilyFiller(filler, copied))) continue;
      if (best && entry.pattern.literals === best.pattern.literals) rival ||= best.record !== entry.record;
      else {
        best = entry;
        rival = false;
      }
    }
  }
  return rival ? null : best;
}

/** A basename's pattern says enough only where its start does: `*-7b` and `opt-*` are anybody's. */
function isDistinctivePattern(base: string): boolean {
  const start = base.slice(0, base.indexOf("*"));
  return start.length >= 4 && /[a-z]{2}/.test(start) && (/\d/.test(start) || start.length >= 8);
}
