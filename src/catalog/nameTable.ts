import { lazy } from "../lazy.ts";
import { compilePattern, type NamePattern } from "./glob.ts";

/** What a name leads to. */
export interface Entry {
  /** the model's place in the index */
  readonly model: number;
  /** its place in the record; null for the record as a whole */
  readonly member: number | null;
}

export interface PatternEntry extends Entry {
  readonly pattern: NamePattern;
}

/**
 * Names in lower case with what they lead to, in the form in which they stand in the index and are searched. Patterns lie under their
 * organisation, else under their first three characters, else with the rest, each list with the most literal characters first: a look-up reads
 * three short lists. Numbers stand there as differences, which are small where neighbours lead to the same model, and so take little room.
 */
export interface NameTable {
  /** an entry is `model * span`, and where it is a member `member + 1` more */
  readonly span: number;
  /** names without a star, sorted */
  readonly names: readonly string[];
  /** the entry of each name, less the one before; an entry is -1 where the name leads to more than one model, and so nowhere */
  readonly entries: readonly number[];
  /** what the lists of patterns lie under, sorted */
  readonly buckets: readonly string[];
  /** where each list begins, less where the one before does */
  readonly starts: readonly number[];
  /** the patterns of all lists */
  readonly patterns: readonly string[];
  /** as `entries` */
  readonly patternEntries: readonly number[];
}

const prefixLength = 3;
const anywhere = "";

/** The list in which a pattern lies: where its literal start holds a `/`, its organisation's. */
function bucketOf({ start }: NamePattern): string {
  const slash = start.indexOf("/");
  if (slash >= 0) return start.slice(0, slash + 1);
  return start.length >= prefixLength ? start.slice(0, prefixLength) : anywhere;
}

/**
 * @param names in lower case and without a star; null where a name leads to more than one model
 * @param patterns of those with as many literal characters in one list, the first goes first
 */
export function createTable(names: ReadonlyMap<string, Entry | null>, patterns: readonly PatternEntry[]): NameTable {
  const all = [...names.values(), ...patterns].flatMap((entry) => (entry === null ? [] : [entry]));
  const span = all.reduce((most, { member }) => Math.max(most, (member ?? -1) + 2), 1);
  const entryOf = (entry: Entry | null | undefined): number => (entry ? entry.model * span + (entry.member ?? -1) + 1 : -1);
  const sorted = [...names.keys()].sort();
  const lists = new Map<string, PatternEntry[]>();
  for (const entry of patterns) {
    const bucket = bucketOf(entry.pattern);
    const list = lists.get(bucket);
    if (list) list.push(entry);
    else lists.set(bucket, [entry]);
  }
  const buckets = [...lists.keys()].sort();
  const starts: number[] = [];
  const ordered: PatternEntry[] = [];
  for (const bucket of buckets) {
    starts.push(ordered.length);
    const list = lists.get(bucket) ?? [];
    for (const entry of list.sort((a, b) => b.pattern.literals - a.pattern.literals)) ordered.push(entry);
  }
  return {
    span,
    names: sorted,
    entries: differences(sorted.map((name) => entryOf(names.get(name)))),
    buckets,
    starts: differences(starts),
    patterns: ordered.map(({ pattern }) => pattern.source),
    patternEntries: differences(ordered.map(entryOf)),
  };
}

function differences(numbers: readonly number[]): readonly number[] {
  return numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
}

function sums(numbers: readonly number[]): readonly number[] {
  let sum = 0;
  return numbers.map((number) => {
    sum += number;
    return sum;
  });
}

/** The first place in `sorted` whose text does not stand before `text`; its length where there is none. */
export function placeOf(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

function entryAt({ span }: NameTable, entry: number): Entry {
  const member = entry % span;
  return { model: (entry - member) / span, member: member === 0 ? null : member - 1 };
}

/** Look-ups in a table. All take names in lower case. */
export interface NameIndex {
  /** What the name leads to; null where that is more than one model, undefined where no name without a star is this one. */
  exact(name: string): Entry | null | undefined;
  /** The patterns that `name` may match, in up to three lists, each with the most literal characters first. */
  candidates(name: string): readonly (readonly PatternEntry[])[];
  /** Whether some name begins like this: a fast filter on the first three characters. */
  begins(start: string): boolean;
}

export function openTable(table: NameTable): NameIndex {
  const { names, buckets, patterns } = table;
  const entries = lazy(() => sums(table.entries));
  const starts = lazy(() => sums(table.starts));
  const patternEntries = lazy(() => sums(table.patternEntries));
  const bucketPlaces = lazy(() => new Map(buckets.map((bucket, place) => [bucket, place])));
  const lists = new Map<string, readonly PatternEntry[]>();

  function listOf(bucket: string): readonly PatternEntry[] | null {
    const place = bucketPlaces().get(bucket);
    if (place === undefined) return null;
    const known = lists.get(bucket);
    if (known !== undefined) return known;
    const start = starts()[place] ?? 0;
    const list = patterns.slice(start, starts()[place + 1]).map((source, index) => ({
      ...entryAt(table, patternEntries()[start + index] ?? 0),
      pattern: compilePattern(source),
    }));
    lists.set(bucket, list);
    return list;
  }

  return {
    exact(name) {
      const place = placeOf(names, name);
      if (names[place] !== name) return undefined;
      const entry = entries()[place] ?? -1;
      return entry < 0 ? null : entryAt(table, entry);
    },
    candidates(name) {
      const found: (readonly PatternEntry[])[] = [];
      const add = (bucket: string): void => {
        const list = listOf(bucket);
        if (list !== null) found.push(list);
      };
      add(anywhere);
      if (name.length >= prefixLength) add(name.slice(0, prefixLength));
      const slash = name.indexOf("/");
      // an organisation of two letters, with its slash, has been looked for
      if (slash >= 0 && slash + 1 !== prefixLength) add(name.slice(0, slash + 1));
      return found;
    },
    begins(start) {
      const prefix = start.slice(0, prefixLength);
      return names[placeOf(names, prefix)]?.slice(0, prefixLength) === prefix || buckets[placeOf(buckets, prefix)] === prefix;
    },
  };
}
