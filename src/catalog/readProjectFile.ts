import type { Catalog, ProjectRecord } from "./catalog.ts";
import { neverReviewed, readDataset, readModel, type WrittenDataset, type WrittenModel } from "./compile.ts";
import { noProjectRecords, type ProjectRecords } from "./projectFile.ts";
import type { DatasetRecord, LicenseRecord, ModelRecord } from "./record.ts";
import { projectEntrySchemas, projectFileSchema } from "./schema.ts";
import { type SchemaFault, validate } from "./validate.ts";

export interface ReadProjectFile {
  readonly records: ProjectRecords;
  readonly faults: readonly SchemaFault[];
}

/** Entries of each kind at most: every name of them is compared with every name of the project. */
const mostEntries = 500;

type Section = keyof typeof projectEntrySchemas;
type Written = Readonly<Record<string, unknown>> & { readonly id: string; readonly reason: string };

interface Entry {
  readonly index: number;
  readonly written: Written;
}

/**
 * Reads the content of the project's own file: what its YAML holds, once parsed. Entries with faults are left out, the others count.
 * Total, whatever `content` is.
 */
export function readProjectFile(content: unknown, catalog: Catalog): ReadProjectFile {
  // a file with nothing but comments in it
  if (content === null || content === undefined) return { records: noProjectRecords, faults: [] };
  const faults: SchemaFault[] = [...validate(projectFileSchema, content)];
  if (faults.length > 0) return { records: noProjectRecords, faults };
  const file = content as { readonly reviewed?: string | number } & Readonly<Partial<Record<Section, readonly unknown[]>>>;
  // of every entry that has no date of its own
  const head = file.reviewed === undefined ? {} : { reviewed: String(file.reviewed) };
  const fault = (section: Section, { index }: Entry, keys: SchemaFault["keys"], message: string): void =>
    void faults.push({ keys: [section, index, ...keys], message });

  const entriesOf = (section: Section, known: (id: string) => unknown): readonly Entry[] => {
    const entries: Entry[] = [];
    const ids = new Set<string>();
    const all = file[section] ?? [];
    if (all.length > mostEntries) faults.push({ keys: [section], message: `more than ${mostEntries} entries: the others are left out` });
    for (const [index, value] of all.slice(0, mostEntries).entries()) {
      const { id } = value as { readonly id?: unknown };
      const { corrected, added } = projectEntrySchemas[section];
      const found = validate(typeof id === "string" && known(id) !== undefined ? corrected : added, value);
      for (const { keys, message } of found) faults.push({ keys: [section, index, ...keys], message });
      if (found.length > 0) continue;
      const entry = { index, written: value as Written };
      if (ids.has(entry.written.id)) {
        fault(section, entry, ["id"], "the id is taken twice");
        continue;
      }
      ids.add(entry.written.id);
      entries.push(entry);
    }
    return entries;
  };

  const records: ProjectRecord[] = [];
  const remember = (kind: ProjectRecord["kind"], { written }: Entry, base: object | undefined): void => {
    records.push({ kind, id: written.id, reason: written.reason, corrects: base === undefined ? [] : correctedFields(written) });
  };

  const licenses = entriesOf("licenses", catalog.license).map((entry): LicenseRecord => {
    const base = catalog.license(entry.written.id);
    remember("license", entry, base);
    return { ...base, ...withoutReason<LicenseRecord>(entry.written) };
  });
  const licenseIds = new Set(licenses.map(({ id }) => id));
  const checkLicense = (section: Section, entry: Entry, keys: SchemaFault["keys"], id: string | undefined): void => {
    if (id === undefined || licenseIds.has(id) || catalog.license(id) !== undefined) return;
    fault(section, entry, keys, `licence ${id} is not in the catalog: add it under \`licenses\``);
  };

  const datasets: DatasetRecord[] = [];
  for (const entry of entriesOf("datasets", catalog.dataset)) {
    const before = faults.length;
    const base = catalog.dataset(entry.written.id);
    const written = withoutReason<WrittenDataset>(entry.written);
    const dataset = readDataset({ ...base, ...head, ...written }, undefined);
    checkLicense("datasets", entry, ["license"], dataset.license);
    if (dataset.reviewed === neverReviewed) fault("datasets", entry, [], noReview);
    if ((dataset.state === "withdrawn") !== (dataset.withdrawn !== undefined)) {
      fault("datasets", entry, ["state"], "state `withdrawn` and the key `withdrawn` go together");
    }
    if (faults.length > before) continue;
    remember("dataset", entry, base);
    datasets.push(dataset);
  }

  const datasetIds = new Set(datasets.map(({ id }) => id));
  const models: ModelRecord[] = [];
  const statedNames = new Map<string, Pick<ModelRecord, "names" | "members">>();
  const modelEntries = entriesOf("models", catalog.model);
  const modelIds = new Set(modelEntries.map(({ written }) => written.id));
  const requireModel = (entry: Entry, keys: SchemaFault["keys"], id: string | undefined): void => {
    if (id === undefined || modelIds.has(id) || catalog.model(id) !== undefined) return;
    fault("models", entry, keys, `no model record ${id}`);
  };
  for (const entry of modelEntries) {
    const before = faults.length;
    const { id } = entry.written;
    const base = catalog.model(id);
    const written = withoutReason<WrittenModel>(entry.written);
    const developer = id.slice(0, id.indexOf("/"));
    const components = { ...base?.components, ...written.components };
    const model = readModel({ ...base, ...head, ...written, components }, developer, undefined);
    checkLicense("models", entry, ["license"], written.license);
    for (const [i, member] of (written.members ?? []).entries()) checkLicense("models", entry, ["members", i, "license"], member.license);
    for (const [component, fact] of Object.entries(written.components ?? {})) {
      if (typeof fact === "object") checkLicense("models", entry, ["components", component, "license"], fact.license);
    }
    for (const [i, stage] of (written.training ?? []).entries()) {
      for (const [j, set] of stage.datasets.entries()) {
        if (!datasetIds.has(set) && catalog.dataset(set) === undefined) {
          fault("models", entry, ["training", i, "datasets", j], `no dataset record ${set}`);
        }
      }
    }
    for (const [i, from] of (written.bases ?? []).entries()) requireModel(entry, ["bases", i, "model"], from.model);
    for (const [i, part] of (written.contains ?? []).entries()) requireModel(entry, ["contains", i, "model"], part.model);
    if (model.reviewed === neverReviewed) fault("models", entry, [], noReview);
    if (faults.length > before) continue;
    remember("model", entry, base);
    // ours may speak of facts that are no more
    const { reason: _, ...facts } = model;
    models.push({ ...facts, names: joinNames(base?.names ?? {}, written.names ?? {}) });
    if (base) statedNames.set(id, { names: written.names ?? {}, ...(written.members && { members: written.members }) });
  }
  return { records: { records, models, datasets, licenses, statedNames }, faults };
}

const noReview = "no review date (`reviewed`), in the entry or at the head of the file";

/** `license`, `components.training-code`: what stands in place of the catalog's. */
function correctedFields({ id: _id, reason: _reason, components, ...fields }: Written): readonly string[] {
  const facts = typeof components === "object" && components !== null ? Object.keys(components) : [];
  return [...Object.keys(fields), ...facts.map((component) => `components.${component}`)];
}

/** The record's own fields: the reason is told apart. The schema has proved the shape. */
function withoutReason<T>({ reason: _, ...fields }: Written): T {
  return fields as T;
}

/** Ours are kept: a name that the file does not state still means the record. */
function joinNames(ours: ModelRecord["names"], theirs: ModelRecord["names"]): ModelRecord["names"] {
  const joined: Record<string, readonly string[]> = { ...ours };
  for (const [namespace, names] of Object.entries(theirs)) joined[namespace] = [...(joined[namespace] ?? []), ...names];
  return joined;
}
