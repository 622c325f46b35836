import type { Namespace } from "../identify/identity.ts";
import { basenameKey, isFamilyFiller } from "./derived.ts";
import { compilePattern, matchPattern } from "./glob.ts";
import type { CatalogSource, ModelSummary } from "./indexFile.ts";
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

/** Hub names without their organisation, as hosts and re-uploaders write them. A name that two records have leads nowhere. */
export interface Basenames {
  /** The record that has exactly this basename (a key of basenameKey). */
  exact(key: string): Entry | null;
  /**
   * The same, or the one whose pattern it fits as a name of the same family.
   * @param copied whether something else than the name tells that it is a copy's
   */
  find(key: string, copied: boolean): Entry | null;
  /**
   * The record that resellers know by this basename. Names of OpenRouter and Ollama, which others take over, count as well; so does
   * the beginning of a name where all that begin so are one record's, or the instruct form of one.
   */
  resold(key: string): Entry | null;
  /** Whether some basename begins like this: a fast filter on the first three characters. */
  begins(start: string): boolean;
}

/** Collects the basenames of all models whose weights are out: a closed model's name inside another's decides nothing. */
export function collectBasenames(source: Pick<CatalogSource, "names" | "summaries">): Basenames {
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

  const resold = new Map<string, Entry | "ambiguous">();
  const addResold = (key: string, record: ModelSummary): void => {
    const known = resold.get(key);
    resold.set(key, known === undefined || (known !== "ambiguous" && known.record === record) ? { record, member: null } : "ambiguous");
  };

  const derived: PatternEntry[] = [];
  const hubNames = namesOfOpenWeights(source, "huggingface");
  for (const { record, member, name } of hubNames) {
    const key = basenameKey(name.slice(name.lastIndexOf("/") + 1));
    const isRoot = member === null && (record.bases ?? []).length === 0;
    if (isRoot) roots.push(key);
    if (!key.includes("*")) add(key, { record, member });
    else if (isDistinctivePattern(key)) {
      const entry = { record, member, pattern: compilePattern(key) };
      if (isRoot) addPattern(patterns, entry);
      else derived.push(entry);
    }
  }
  for (const namespace of ["openrouter", "ollama"] as const) {
    for (const { record, name } of namesOfOpenWeights(source, namespace)) if (!name.includes("*")) addResold(resoldKey(name), record);
  }
  roots.sort();
  for (const entry of derived) {
    if (!isNamedAfterRoot(entry, roots)) addPattern(patterns, entry);
  }
  let sortedStarts: readonly Start[] | undefined;
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
    resold: (key) => {
      const entry = exact.get(key) ?? findFamily(patterns, key, true) ?? resold.get(key);
      if (entry !== undefined) return entry === "ambiguous" ? null : entry;
      sortedStarts ??= sortStarts(hubNames);
      return findStart(sortedStarts, key);
    },
    begins: (start) => starts.has(start.slice(0, prefixLength)),
  };
}

/** `qwen3-coder:30b` is resold as `qwen3-coder-30b`. */
function resoldKey(name: string): string {
  return basenameKey(name.slice(name.lastIndexOf("/") + 1).replace(":", "-"));
}

/** A name that a scheme gives to a model whose weights are out. */
interface OpenName extends Entry {
  readonly name: string;
}

function namesOfOpenWeights({ names, summaries }: Pick<CatalogSource, "names" | "summaries">, namespace: Namespace): readonly OpenName[] {
  const found: OpenName[] = [];
  for (const [place, member, isAlias, own] of names(namespace)) {
    const record = summaries[place];
    if (record === undefined || record.withheld || isAlias) continue;
    for (const name of own) found.push({ record, member, name });
  }
  return found;
}

interface Start {
  /** a basename, or what stands before a pattern's first star */
  readonly start: string;
  readonly record: ModelSummary;
}

function sortStarts(names: readonly OpenName[]): readonly Start[] {
  return names
    .map(({ record, name }) => {
      const key = basenameKey(name.slice(name.lastIndexOf("/") + 1));
      const star = key.indexOf("*");
      return { start: star < 0 ? key : key.slice(0, star), record };
    })
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

function findStart(sorted: readonly Start[], key: string): Entry | null {
  const start = `${key}-`;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? "") < start) low = middle + 1;
    else high = middle;
  }
  const found = new Set<ModelSummary>();
  for (let at = low; sorted[at]?.start.startsWith(start); at++) {
    const record = sorted[at]?.record;
    if (record) found.add(record);
  }
  // what a host offers without saying so is tuned to be instructed
  const instructed = [...found].filter(({ variant }) => variant === "instruct");
  const [record, rival] = found.size > 1 ? instructed : [...found];
  return record && !rival ? { record, member: null } : null;
}

/** Ids begin with their developer's. */
function developerOf(model: string): string {
  return model.slice(0, model.indexOf("/"));
}

/**
 * Whether a fine-tune's pattern (`gradientai/Llama-3-*`) begins as the names of another lab's model do: without its
 * organisation it would claim all of that lab's family.
 */
function isNamedAfterRoot({ record, pattern }: PatternEntry, roots: readonly string[]): boolean {
  if ((record.bases ?? []).every((model) => developerOf(model) === developerOf(record.id))) return false;
  const { start } = pattern;
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
  const says = start.length >= 8 || (start.length >= 6 && base.replaceAll("*", "").length >= 12);
  return start.length >= 4 && /[a-z]{2}/.test(start) && (/\d/.test(start) || says);
}
