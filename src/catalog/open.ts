import { createFilter, type Filter } from "../detect/filter.ts";
import type { Identity, Namespace } from "../identify/identity.ts";
import { type Basenames, collectBasenames } from "./basenames.ts";
import type { Catalog, CatalogMatch, OpenCatalog } from "./catalog.ts";
import { basenameKey, containedNames, converters, isDistinctive, isDocumentedForm, isUnmistakable, withoutMarks } from "./derived.ts";
import { compilePattern, matchPattern } from "./glob.ts";
import { type CatalogSource, type ModelSummary, sourceOf } from "./indexFile.ts";
import { addPattern, createTable, type Entry, matchBest, type NameTable, type PatternEntry, sortPatterns } from "./nameTable.ts";
import type { CatalogIndex, DatasetRecord, Developer, LicenseRecord, ModelRecord } from "./record.ts";
import { longestName, type NameKey, type Respelled, routeOf } from "./routes.ts";

interface Found {
  readonly entry: Entry;
  /** the spelling that led to it */
  readonly name: string;
  /** the scheme whose name it is; null for a hub name without its organisation */
  readonly scheme: Namespace | null;
}

/** Answers kept at most; then all are dropped. The same few names stand in a project many times over. */
const keptMatches = 4000;

/** A match before the record is read. */
type Led = Omit<CatalogMatch, "record" | "member"> & Entry;

/** Opens an index that is whole already. Linear in the number of names; nothing of `index` is copied. */
export const openCatalog: OpenCatalog = (index: CatalogIndex): Catalog => openSource(sourceOf(index));

/** Opens the catalog for look-ups. Tables are made, and records read, at the first name that needs them. */
export function openSource(source: CatalogSource): Catalog {
  const { summaries } = source;
  let modelPlaces: ReadonlyMap<string, number> | undefined;
  let datasetPlaces: ReadonlyMap<string, number> | undefined;
  let licenses: ReadonlyMap<string, LicenseRecord> | undefined;
  let developers: ReadonlyMap<string, Developer> | undefined;
  const tables = new Map<Namespace, NameTable>();
  // made at the first name that no record holds
  let collected: Basenames | undefined;
  const basenames = (): Basenames => {
    collected ??= collectBasenames(source);
    return collected;
  };

  // a project uses few schemes: each one's names are read at the first name of it
  function tableOf(namespace: Namespace): NameTable {
    const known = tables.get(namespace);
    if (known) return known;
    const table = createTable();
    tables.set(namespace, table);
    for (const [place, member, , names] of source.names(namespace)) {
      const record = summaries[place];
      if (record === undefined) continue;
      for (const name of names) {
        const lower = name.toLowerCase();
        if (lower.includes("*")) addPattern(table, { record, member, pattern: compilePattern(lower) });
        else {
          const first = table.exact.get(lower);
          if (!first || (first.record === record && first.member === null)) table.exact.set(lower, { record, member });
        }
      }
    }
    sortPatterns(table);
    return table;
  }

  /** The first key that is exactly a record's name, before any pattern. */
  function findExact(keys: readonly NameKey[]): Found | null {
    for (const key of keys) {
      const entry = tableOf(key.namespace).exact.get(key.name);
      if (entry) return { entry, name: key.name, scheme: key.namespace };
    }
    return null;
  }

  function findPattern(keys: readonly NameKey[]): Found | null {
    for (const key of keys) {
      const entry = matchBest(tableOf(key.namespace), key.name);
      if (entry) return { entry, name: key.name, scheme: key.namespace };
    }
    return null;
  }

  function findExactBasename(names: readonly string[]): Found | null {
    for (const name of names) {
      const key = basenameKey(name);
      const entry = isDistinctive(key) ? basenames().exact(key) : null;
      if (entry) return { entry, name, scheme: null };
    }
    return null;
  }

  function findRespelled({ names, basenames: spellings }: Respelled): Found | null {
    const named = findExact(names);
    if (named) return named;
    for (const name of spellings) {
      for (const step of withoutMarks(name)) {
        const key = basenameKey(step);
        const entry = isDistinctive(key) ? basenames().resold(key) : null;
        if (entry) return { entry, name, scheme: null };
      }
    }
    return findPattern(names);
  }

  function findHubName(name: string): Entry | null {
    const keys = [{ namespace: "huggingface", name }] as const;
    return (findExact(keys) ?? findPattern(keys))?.entry ?? null;
  }

  /** Follows a re-uploader's name to the model it was made of. */
  function findDerived(name: string): Led | null {
    const slash = name.lastIndexOf("/");
    const organisation = slash < 0 ? null : name.slice(0, slash);
    const steps = withoutMarks(name.slice(slash + 1));
    const converted = organisation !== null && converters.has(organisation);
    for (const [index, step] of steps.entries()) {
      const inferred = index > 0 || converted ? "quantisation" : "conversion";
      // bartowski's `org_model`
      const underscore = step.indexOf("_");
      if (underscore > 0 && (index > 0 || converted)) {
        const full = findHubName(`${step.slice(0, underscore)}/${step.slice(underscore + 1)}`);
        if (full && isReusable(full)) return followed(full, inferred);
      }
      if (organisation !== null && index > 0) {
        const own = findHubName(`${organisation}/${step}`);
        if (own && isReusable(own)) return followed(own, "quantisation");
      }
      const key = basenameKey(step);
      const copied = index > 0 || converted;
      const found = (copied ? isDistinctive(key) : isUnmistakable(key)) ? basenames().find(key, copied) : null;
      if (found) return followed(found, inferred);
    }
    const core = basenameKey(steps.at(-1) ?? "");
    let base: Entry | null = null;
    let covered: string | null = null;
    for (const part of containedNames(core, basenames().begins)) {
      // a shorter part of what has been found says nothing new
      if (covered?.includes(part)) continue;
      const found = basenames().find(part, true);
      if (!found) continue;
      // two bases: a merge, or a teacher's name; the name does not tell which
      if (base && base.record !== found.record) return null;
      base = found;
      covered = part;
    }
    return base && followed(base, "fine-tune");
  }

  let filter: Filter | undefined;
  function mayHold(text: string): boolean {
    filter ??= createFilter(source.beginnings());
    return filter(text);
  }

  const kept = new Map<string, CatalogMatch | null>();

  function find(identity: Identity): CatalogMatch | null {
    const { namespace, name, tag, revision } = identity;
    if (name.length > longestName) return null;
    const key = `${namespace}\0${name}\0${tag ?? ""}\0${revision ?? ""}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const led = look(identity);
    const match = led && readMatch(led);
    if (kept.size >= keptMatches) kept.clear();
    kept.set(key, match);
    return match;
  }

  function readModel(id: string): ModelRecord | undefined {
    modelPlaces ??= placesOf(summaries.map((summary) => summary.id));
    const place = modelPlaces.get(id);
    return place === undefined ? undefined : source.model(place);
  }

  function readDataset(id: string): DatasetRecord | undefined {
    datasetPlaces ??= placesOf(source.datasetIds);
    const place = datasetPlaces.get(id);
    return place === undefined ? undefined : source.dataset(place);
  }

  function readMatch({ record: summary, member, ...how }: Led): CatalogMatch | null {
    const record = readModel(summary.id);
    return record === undefined ? null : { record, member: (member === null ? null : record.members?.[member]) ?? null, ...how };
  }

  function developer(id: string): Developer | undefined {
    developers ??= byId(source.developers());
    return developers.get(id);
  }

  let models: readonly ModelRecord[] | undefined;

  function look(identity: Identity): Led | null {
    if (identity.tag === null && identity.revision === null) {
      // the name as written is every route's first key: no need to spell out the others
      const name = identity.name.toLowerCase();
      const entry = tableOf(identity.namespace).exact.get(name);
      if (entry) {
        const moving = isMoving(entry.record, identity, name);
        return { ...named(entry), inferred: null, tuned: false, moving, family: null, spelling: "own" };
      }
    }
    const route = routeOf(identity);
    for (const keys of route.names) {
      const found = findExact(keys) ?? findExactBasename(route.basenames) ?? findPattern(keys);
      if (found) {
        const { entry, name, scheme } = found;
        const moving = !route.tuned && isMoving(entry.record, identity, name);
        const spelling = scheme === identity.namespace || isLibrary(identity.namespace) ? "own" : "shared";
        return { ...named(entry), inferred: null, tuned: route.tuned, moving, family: familyOf(found), spelling };
      }
    }
    for (const name of route.basenames) {
      for (const [index, step] of withoutMarks(name).entries()) {
        const key = basenameKey(step);
        const entry = isDistinctive(key) ? basenames().find(key, true) : null;
        if (!entry) continue;
        const inferred = index > 0 ? "quantisation" : null;
        return { ...named(entry), inferred, tuned: route.tuned, moving: false, family: null, spelling: "shared" };
      }
    }
    const respelled = route.respelled?.();
    const resold = respelled && findRespelled(respelled);
    if (resold) {
      const inferred = isReusable(resold.entry) ? "conversion" : null;
      const moving = isMoving(resold.entry.record, identity, resold.name);
      return { ...named(resold.entry), inferred, tuned: route.tuned, moving, family: familyOf(resold), spelling: "free" };
    }
    if (route.hub !== null) return findDerived(route.hub);
    return identity.namespace === "other" ? findDerived(identity.name.toLowerCase().replaceAll("\\", "/")) : null;
  }

  return {
    asOf: source.asOf,
    get models() {
      models ??= summaries.map((_, place) => source.model(place));
      return models;
    },
    find,
    mayHold,
    model: readModel,
    dataset: readDataset,
    license: (id) => {
      licenses ??= byId(source.licenses());
      return licenses.get(id);
    },
    developer,
    developerName: (id) => developer(id)?.name ?? id,
    projectRecord: () => undefined,
  };
}

/** The first place of each id. */
function placesOf(ids: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [place, id] of ids.entries()) if (!places.has(id)) places.set(id, place);
  return places;
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function isReusable({ record }: Entry): boolean {
  return !record.withheld;
}

function followed({ record, member }: Entry, inferred: "quantisation" | "conversion" | "fine-tune"): Led {
  return {
    record,
    member: inferred === "fine-tune" ? null : member,
    inferred,
    tuned: false,
    moving: false,
    family: null,
    spelling: "free",
  };
}

/** Libraries of one organisation of the hub, which leave it out: theirs is the hub's name. */
function isLibrary(namespace: Namespace): boolean {
  return namespace === "sentence-transformers" || namespace === "timm";
}

/** A pattern's entry holds more than a match tells. */
function named({ record, member }: Entry): Entry {
  return { record, member };
}

/** The pattern that led there, where its stars stand for a name that nobody has listed. */
function familyOf({ entry, name }: Found): string | null {
  if (!("pattern" in entry)) return null;
  const { pattern } = entry as PatternEntry;
  return matchPattern(pattern, name)?.every(isDocumentedForm) === false ? pattern.source : null;
}

/** Whether the name, as written, can mean other weights tomorrow. `found` is the spelling that led to the record. */
function isMoving(record: ModelSummary, identity: Identity, found: string): boolean {
  const name = identity.name.toLowerCase();
  switch (identity.namespace) {
    case "ollama":
    case "docker":
      if (identity.tag === null || identity.tag.toLowerCase() === "latest") return true;
      break;
    default:
      if (name.endsWith("-latest")) return true;
  }
  // a date or version that the name gives holds it, though the spelling that was found lacks it
  if (identity.revision !== null && identity.namespace !== "huggingface") return false;
  if (/[-@](?:20\d{2}-?)?[01]\d-?[0-3]\d(?:$|[-:])/.test(name)) return false;
  const written = identity.tag === null ? name : `${name}:${identity.tag.toLowerCase()}`;
  return (record.moving ?? []).some((glob) => {
    const pattern = compilePattern(glob);
    return [name, written, found].some((spelling) => matchPattern(pattern, spelling) !== null);
  });
}
