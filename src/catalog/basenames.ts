import type { Namespace } from "../identify/identity.ts";
import { basenameKey, isDistinctive, isFamilyFiller } from "./derived.ts";
import { compilePattern, matchPattern } from "./glob.ts";
import { createTable, type Entry, type NameIndex, type NameTable, openTable, type PatternEntry, placeOf } from "./nameTable.ts";
import { isWithheld } from "./openWeights.ts";
import type { ModelRecord } from "./record.ts";
import { longestName } from "./routes.ts";
import { namesIn, type SchemeName } from "./schemeNames.ts";

/** Hub names without their organisation (keys of basenameKey), as they stand in the index. */
export interface BasenameTables {
  /** those of the hub; patterns are of families */
  readonly hub: NameTable;
  /** others by which resellers know a model, see {@link Basenames.resold} */
  readonly resold: NameTable;
}

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
   * The record that resellers know by this basename, where that is distinctive. Names of OpenRouter and Ollama, which others take over, count as
   * well; so does the beginning of a name where all that begin so are one record's, or the instruct form of one.
   */
  resold(key: string): Entry | null;
  /** Whether some basename begins like this: a fast filter on the first three characters. */
  begins(start: string): boolean;
}

export function openBasenames(tables: BasenameTables): Basenames {
  const hub = openTable(tables.hub);
  const resold = openTable(tables.resold);
  return {
    exact: (key) => hub.exact(key) ?? null,
    find(key, copied) {
      const entry = hub.exact(key);
      return entry === undefined ? findFamily(hub, key, copied) : entry;
    },
    resold(key) {
      const entry = hub.exact(key);
      return entry === undefined ? (findFamily(hub, key, true) ?? resold.exact(key) ?? null) : entry;
    },
    begins: hub.begins,
  };
}

/** Collects the basenames of all models whose weights are out: a closed model's name inside another's decides nothing. */
export function collectBasenames(models: readonly ModelRecord[]): BasenameTables {
  const hub = new Map<string, Entry | null>();
  const patterns: PatternEntry[] = [];
  const derived: PatternEntry[] = [];
  const roots: string[] = [];
  const hubNames = namesOfOpenWeights(models, "huggingface");
  for (const { model, member, name } of hubNames) {
    const key = keyOf(name);
    const isRoot = member === null && (models[model]?.bases ?? []).length === 0;
    if (isRoot) roots.push(key);
    if (!key.includes("*")) {
      const known = hub.get(key);
      if (known === undefined || (known?.model === model && known.member === null)) hub.set(key, { model, member });
      else if (known?.model !== model) hub.set(key, null);
    } else if (isDistinctivePattern(key)) {
      const entry = { model, member, pattern: compilePattern(key) };
      if (isRoot) patterns.push(entry);
      else derived.push(entry);
    }
  }
  roots.sort();
  patterns.push(...derived.filter((entry) => !isNamedAfterRoot(entry, models, roots)));
  const table = createTable(hub, patterns);
  return { hub: table, resold: createTable(resoldNames(models, hubNames, openTable(table)), []) };
}

/** Only what `hub` does not answer. */
function resoldNames(models: readonly ModelRecord[], hubNames: readonly SchemeName[], hub: NameIndex): ReadonlyMap<string, Entry | null> {
  const isAnswered = (key: string): boolean => hub.exact(key) !== undefined || findFamily(hub, key, true) !== null;
  const resold = new Map<string, Entry | null>();
  for (const namespace of ["openrouter", "ollama"] as const) {
    for (const { model, name } of namesOfOpenWeights(models, namespace)) {
      if (name.includes("*")) continue;
      // `qwen3-coder:30b` is resold as `qwen3-coder-30b`
      const key = basenameKey(withoutOrganisation(name).replace(":", "-"));
      if (isAnswered(key)) continue;
      const known = resold.get(key);
      resold.set(key, known === undefined || known?.model === model ? { model, member: null } : null);
    }
  }
  const begun = new Map<string, Set<number>>();
  const wordsOf = firstWords(models, hubNames);
  for (const { model, name } of hubNames) {
    const [start = ""] = keyOf(name).split("*");
    // a tune that is called as its base is, `Llama3-70B-Chinese-Chat`: its beginning is the base's
    if (othersBases(models[model]).some((base) => wordsOf.get(base)?.has(firstWord(start)))) continue;
    for (let end = start.indexOf("-"); end >= 0 && end <= longestName; end = start.indexOf("-", end + 1)) {
      const beginning = start.slice(0, end);
      if (!isDistinctive(beginning) || resold.has(beginning) || isAnswered(beginning) || !saysWhose(beginning, models[model])) continue;
      const those = begun.get(beginning);
      if (those) those.add(model);
      else begun.set(beginning, new Set([model]));
    }
  }
  for (const [beginning, those] of begun) {
    // what a host offers without saying so is tuned to be instructed
    const instructed = [...those].filter((model) => models[model]?.variant === "instruct");
    const [model, rival] = those.size > 1 ? instructed : [...those];
    if (model !== undefined && rival === undefined) resold.set(beginning, { model, member: null });
  }
  return resold;
}

/** Whether a word of the model's own name is in the beginning: `vit-b-32` of SigLIP's `ViT-B-32-SigLIP2-256` is an architecture. */
function saysWhose(beginning: string, record: ModelRecord | undefined): boolean {
  return (record?.name.toLowerCase().match(/[a-z]{2,}/g) ?? []).some((word) => beginning.includes(word));
}

function firstWord(key: string): string {
  return /^[a-z]*/.exec(key)?.[0] ?? "";
}

/** What the hub names of each model, by its id, begin with: `llama`. */
function firstWords(models: readonly ModelRecord[], hubNames: readonly SchemeName[]): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>();
  for (const { model, name } of hubNames) {
    const id = models[model]?.id ?? "";
    const known = words.get(id);
    if (known) known.add(firstWord(keyOf(name)));
    else words.set(id, new Set([firstWord(keyOf(name))]));
  }
  return words;
}

function withoutOrganisation(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

function keyOf(name: string): string {
  return basenameKey(withoutOrganisation(name));
}

/** Names that a scheme gives to models whose weights are out. */
function namesOfOpenWeights(models: readonly ModelRecord[], namespace: Namespace): readonly SchemeName[] {
  return namesIn(models, namespace).filter(({ model, isAlias }) => {
    const record = models[model];
    return record !== undefined && !isWithheld(record) && !isAlias;
  });
}

/** Ids begin with their developer's. */
function developerOf(model: string): string {
  return model.slice(0, model.indexOf("/"));
}

/** The ids of the models that `record` is made of and other developers have made. */
function othersBases(record: ModelRecord | undefined): readonly string[] {
  return (record?.bases ?? []).map(({ model }) => model).filter((base) => developerOf(base) !== developerOf(record?.id ?? ""));
}

/**
 * Whether a fine-tune's pattern (`gradientai/Llama-3-*`) begins as the names of another lab's model do: without its
 * organisation it would claim all of that lab's family.
 */
function isNamedAfterRoot({ model, pattern: { start } }: PatternEntry, models: readonly ModelRecord[], roots: readonly string[]): boolean {
  if (othersBases(models[model]).length === 0) return false;
  return roots[placeOf(roots, start)]?.startsWith(start) ?? false;
}

/** The pattern with the most literal characters whose stars stand for sizes and versions only. */
function findFamily(names: NameIndex, key: string, copied: boolean): Entry | null {
  let best: PatternEntry | null = null;
  let rival = false;
  for (const list of names.candidates(key)) {
    for (const entry of list) {
      if (best && entry.pattern.literals < best.pattern.literals) break;
      const fillers = matchPattern(entry.pattern, key);
      if (!fillers?.every((filler) => isFamilyFiller(filler, copied))) continue;
      if (best && entry.pattern.literals === best.pattern.literals) rival ||= best.model !== entry.model;
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
