import { createFilter } from "../detect/filter.ts";
import type { Identity, Namespace } from "../identify/identity.ts";
import { lazy } from "../lazy.ts";
import { remembered } from "../remembered.ts";
import { openBasenames } from "./basenames.ts";
import type { Catalog, CatalogMatch, OpenCatalog } from "./catalog.ts";
import { basenameKey, containedNames, converters, isDistinctive, isDocumentedForm, isUnmistakable, withoutMarks } from "./derived.ts";
import { compilePattern, matchPattern } from "./glob.ts";
import { type CatalogSource, sourceOf } from "./indexFile.ts";
import { type Entry, type NameIndex, openTable, type PatternEntry } from "./nameTable.ts";
import { isWithheld } from "./openWeights.ts";
import type { CatalogIndex, ModelRecord } from "./record.ts";
import { longestName, type NameKey, type Respelled, routeOf } from "./routes.ts";

interface Found {
  readonly entry: Entry;
  /** the spelling that led to it */
  readonly name: string;
  /** the scheme whose name it is; null for a hub name without its organisation */
  readonly scheme: Namespace | null;
}

/** `look`, a pure function, with its answers kept: the same few names stand in a project many times over. */
export function rememberedMatches(look: (identity: Identity) => CatalogMatch | null): (identity: Identity) => CatalogMatch | null {
  return remembered(4000, look, ({ namespace, name, tag, revision }) => `${namespace}\0${name}\0${tag ?? ""}\0${revision ?? ""}`);
}

/** A match before the record is read. */
type Led = Omit<CatalogMatch, "record" | "member"> & { readonly entry: Entry };

/** Opens an index that is whole already. Linear in the number of names; nothing of `index` is copied. */
export const openCatalog: OpenCatalog = (index: CatalogIndex): Catalog => openSource(sourceOf(index));

/** Opens the catalog for look-ups. Tables are made, and records read, at the first name that needs them. */
export function openSource(source: CatalogSource): Catalog {
  const tables = new Map<Namespace, NameIndex>();
  const basenames = lazy(() => openBasenames(source.basenames()));
  const licenses = lazy(() => byId(source.licenses()));
  const developers = lazy(() => byId(source.developers()));
  const models = lazy(() => Array.from({ length: source.modelCount }, (_, place) => source.model(place)));
  const filter = lazy(() => createFilter(source.beginnings()));

  // a project uses few schemes: each one's names are read at the first name of it
  function tableOf(namespace: Namespace): NameIndex {
    const known = tables.get(namespace);
    if (known) return known;
    const table = openTable(source.names(namespace));
    tables.set(namespace, table);
    return table;
  }

  /** The first key that is exactly a record's name, before any pattern. */
  function findExact(keys: readonly NameKey[]): Found | null {
    for (const key of keys) {
      const entry = tableOf(key.namespace).exact(key.name);
      if (entry) return { entry, name: key.name, scheme: key.namespace };
    }
    return null;
  }

  function findPattern(keys: readonly NameKey[]): Found | null {
    for (const key of keys) {
      const entry = bestPattern(tableOf(key.namespace), key.name);
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
      if (base && base.model !== found.model) return null;
      base = found;
      covered = part;
    }
    return base && followed(base, "fine-tune");
  }

  const findKept = rememberedMatches((identity) => {
    const led = look(identity);
    return led && readMatch(led);
  });

  function find(identity: Identity): CatalogMatch | null {
    return identity.name.length > longestName ? null : findKept(identity);
  }

  const recordOf = ({ model }: Entry): ModelRecord => source.model(model);

  /** The weights of a model that has none to download cannot be what others publish. */
  const isReusable = (entry: Entry): boolean => !isWithheld(recordOf(entry));

  function readMatch({ entry, ...how }: Led): CatalogMatch {
    const record = recordOf(entry);
    return { record, member: (entry.member === null ? null : record.members?.[entry.member]) ?? null, ...how };
  }

  function look(identity: Identity): Led | null {
    if (identity.tag === null && identity.revision === null) {
      // the name as written is every route's first key: no need to spell out the others
      const name = identity.name.toLowerCase();
      const entry = tableOf(identity.namespace).exact(name);
      if (entry) {
        const moving = isMoving(recordOf(entry), identity, name);
        return { entry, inferred: null, tuned: false, moving, family: null, spelling: "own" };
      }
    }
    const route = routeOf(identity);
    for (const keys of route.names) {
      const found = findExact(keys) ?? findExactBasename(route.basenames) ?? findPattern(keys);
      if (found) {
        const { entry, name, scheme } = found;
        const moving = !route.tuned && isMoving(recordOf(entry), identity, name);
        const spelling = scheme === identity.namespace || isLibrary(identity.namespace) ? "own" : "shared";
        return { entry, inferred: null, tuned: route.tuned, moving, family: familyOf(found), spelling };
      }
    }
    for (const name of route.basenames) {
      for (const [index, step] of withoutMarks(name).entries()) {
        const key = basenameKey(step);
        const entry = isDistinctive(key) ? basenames().find(key, true) : null;
        if (!entry) continue;
        const inferred = index > 0 ? "quantisation" : null;
        return { entry, inferred, tuned: route.tuned, moving: false, family: null, spelling: "shared" };
      }
    }
    const respelled = route.respelled?.();
    const resold = respelled && findRespelled(respelled);
    if (resold) {
      const inferred = isReusable(resold.entry) ? "conversion" : null;
      const moving = isMoving(recordOf(resold.entry), identity, resold.name);
      return { entry: resold.entry, inferred, tuned: route.tuned, moving, family: familyOf(resold), spelling: "free" };
    }
    if (route.hub !== null) return findDerived(route.hub);
    return identity.namespace === "other" ? findDerived(identity.name.toLowerCase().replaceAll("\\", "/")) : null;
  }

  return {
    asOf: source.asOf,
    get models() {
      return models();
    },
    openModels: (task) => (source.openModels()[task] ?? []).map(source.model),
    find,
    mayHold: (text) => filter()(text),
    model(id) {
      const place = source.modelPlace(id);
      return place === null ? undefined : source.model(place);
    },
    dataset(id) {
      const place = source.datasetPlace(id);
      return place === null ? undefined : source.dataset(place);
    },
    license: (id) => licenses().get(id),
    developer: (id) => developers().get(id),
    developerName: (id) => developers().get(id)?.name ?? id,
    projectRecord: () => undefined,
  };
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function followed({ model, member }: Entry, inferred: "quantisation" | "conversion" | "fine-tune"): Led {
  return {
    entry: { model, member: inferred === "fine-tune" ? null : member },
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

/** The pattern that led there, where its stars stand for a name that nobody has listed. */
function familyOf({ entry, name }: Found): string | null {
  if (!("pattern" in entry)) return null;
  const { pattern } = entry as PatternEntry;
  return matchPattern(pattern, name)?.every(isDocumentedForm) === false ? pattern.source : null;
}

/** Whether the name, as written, can mean other weights tomorrow. `found` is the spelling that led to the record. */
function isMoving(record: ModelRecord, identity: Identity, found: string): boolean {
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

/** The pattern with the most literal characters that matches. */
function bestPattern(names: NameIndex, name: string): Entry | null {
  let best: PatternEntry | null = null;
  for (const list of names.candidates(name)) {
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
