import type { Identity, Namespace } from "../identify/identity.ts";
import { type Basenames, collectBasenames } from "./basenames.ts";
import type { Catalog, CatalogMatch, OpenCatalog } from "./catalog.ts";
import { basenameKey, containedNames, converters, isDistinctive, isUnmistakable, withoutMarks } from "./derived.ts";
import { compilePattern, matchPattern } from "./glob.ts";
import { addPattern, createTable, type Entry, matchBest, type NameTable, sortPatterns } from "./nameTable.ts";
import type { CatalogIndex, Member, ModelRecord } from "./record.ts";
import { longestName, type NameKey, type Respelled, routeOf } from "./routes.ts";

interface Found {
  readonly entry: Entry;
  /** the spelling that led to it */
  readonly name: string;
}

/** Answers kept at most; then all are dropped. The same few names stand in a project many times over. */
const keptMatches = 4000;

/** Opens the catalog for look-ups. Linear in the number of names; nothing of `index` is copied. */
export const openCatalog: OpenCatalog = (index: CatalogIndex): Catalog => {
  const models = byId(index.models);
  const datasets = byId(index.datasets);
  const licenses = byId(index.licenses);
  const developers = byId(index.developers);
  const tables = new Map<Namespace, NameTable>();
  // made at the first name that no record holds
  let collected: Basenames | undefined;
  const basenames = (): Basenames => {
    collected ??= collectBasenames(index.models);
    return collected;
  };

  // a project uses few schemes: each one's names are read at the first name of it
  function tableOf(namespace: Namespace): NameTable {
    const known = tables.get(namespace);
    if (known) return known;
    const table = createTable();
    tables.set(namespace, table);
    const add = (name: string, record: ModelRecord, member: Member | null): void => {
      const lower = name.toLowerCase();
      if (lower.includes("*")) addPattern(table, { record, member, pattern: compilePattern(lower) });
      else {
        const first = table.exact.get(lower);
        if (!first || (first.record === record && first.member === null)) table.exact.set(lower, { record, member });
      }
    };
    for (const record of index.models) {
      for (const name of record.names[namespace] ?? []) add(name, record, null);
      for (const member of record.members ?? []) {
        const name = member.names[namespace];
        if (name !== undefined) add(name, record, member);
        // a host's own spelling is of no scheme that has a name here
        if (namespace === "other") for (const spelling of Object.values(member.hosts ?? {})) add(spelling, record, member);
      }
    }
    sortPatterns(table);
    return table;
  }

  /** The first key that is exactly a record's name, before any pattern. */
  function findExact(keys: readonly NameKey[]): Found | null {
    for (const key of keys) {
      const entry = tableOf(key.namespace).exact.get(key.name);
      if (entry) return { entry, name: key.name };
    }
    return null;
  }

  function findPattern(keys: readonly NameKey[]): Found | null {
    for (const key of keys) {
      const entry = matchBest(tableOf(key.namespace), key.name);
      if (entry) return { entry, name: key.name };
    }
    return null;
  }

  function findExactBasename(names: readonly string[]): Found | null {
    for (const name of names) {
      const key = basenameKey(name);
      const entry = isDistinctive(key) ? basenames().exact(key) : null;
      if (entry) return { entry, name };
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
        if (entry) return { entry, name };
      }
    }
    return findPattern(names);
  }

  function findHubName(name: string): Entry | null {
    const keys = [{ namespace: "huggingface", name }] as const;
    return (findExact(keys) ?? findPattern(keys))?.entry ?? null;
  }

  /** Follows a re-uploader's name to the model it was made of. */
  function findDerived(name: string): CatalogMatch | null {
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

  const kept = new Map<string, CatalogMatch | null>();

  function find(identity: Identity): CatalogMatch | null {
    const { namespace, name, tag, revision } = identity;
    if (name.length > longestName) return null;
    const key = `${namespace}\0${name}\0${tag ?? ""}\0${revision ?? ""}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const match = look(identity);
    if (kept.size >= keptMatches) kept.clear();
    kept.set(key, match);
    return match;
  }

  function look(identity: Identity): CatalogMatch | null {
    if (identity.tag === null && identity.revision === null) {
      // the name as written is every route's first key: no need to spell out the others
      const name = identity.name.toLowerCase();
      const entry = tableOf(identity.namespace).exact.get(name);
      if (entry) return { ...entry, inferred: null, tuned: false, moving: isMoving(entry.record, identity, name) };
    }
    const route = routeOf(identity);
    for (const keys of route.names) {
      const found = findExact(keys) ?? findExactBasename(route.basenames) ?? findPattern(keys);
      if (found) {
        const { entry, name } = found;
        return { ...entry, inferred: null, tuned: route.tuned, moving: !route.tuned && isMoving(entry.record, identity, name) };
      }
    }
    for (const name of route.basenames) {
      for (const [index, step] of withoutMarks(name).entries()) {
        const key = basenameKey(step);
        const entry = isDistinctive(key) ? basenames().find(key, true) : null;
        if (entry) return { ...entry, inferred: index > 0 ? "quantisation" : null, tuned: route.tuned, moving: false };
      }
    }
    const respelled = route.respelled?.();
    const resold = respelled && findRespelled(respelled);
    if (resold) {
      const inferred = isReusable(resold.entry) ? "conversion" : null;
      return { ...resold.entry, inferred, tuned: route.tuned, moving: isMoving(resold.entry.record, identity, resold.name) };
    }
    if (route.hub !== null) return findDerived(route.hub);
    return identity.namespace === "other" ? findDerived(identity.name.toLowerCase().replaceAll("\\", "/")) : null;
  }

  return {
    asOf: index.asOf,
    models: index.models,
    find,
    model: (id) => models.get(id),
    dataset: (id) => datasets.get(id),
    license: (id) => licenses.get(id),
    developerName: (id) => developers.get(id)?.name ?? id,
  };
};

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function isReusable({ record }: Entry): boolean {
  return record.components["model-parameters"]?.state !== "withheld";
}

function followed({ record, member }: Entry, inferred: "quantisation" | "conversion" | "fine-tune"): CatalogMatch {
  return { record, member: inferred === "fine-tune" ? null : member, inferred, tuned: false, moving: false };
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
