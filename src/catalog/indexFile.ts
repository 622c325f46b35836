import type { Namespace } from "../identify/identity.ts";
import { namespaces } from "../identify/identity.ts";
import { collectBeginnings } from "./beginnings.ts";
import type { CatalogIndex, DatasetRecord, Developer, LicenseRecord, ModelRecord, PartialDate } from "./record.ts";

/*
 * The index as a file: JSON like any other, laid out so that a reader can take it by lines. The first line holds what every look-up needs;
 * developers, licences, the names of each scheme, each dataset and each model have a line of their own, which is parsed when it is asked for.
 * Most of a catalog is evidence, and a project names a few dozen models in a few schemes.
 */

/** What look-ups need of a model beside its names. */
export type ModelSummary = Pick<ModelRecord, "id" | "variant" | "moving"> & {
  /** ids of its bases */
  readonly bases?: readonly string[];
  /** true where the weights are withheld */
  readonly withheld?: true;
};

/**
 * Names of one scheme that lead to one model, as they stand in the file: `place` of the model in the order of the index, of the `member` in the
 * order of its record (null: the record's own names). Aliases are other names of that scheme, and spellings of hosts that are no scheme.
 */
export type NameRow = readonly [place: number, member: number | null, isAlias: boolean, names: readonly string[]];

/** The index, with its records parsed or still to be parsed. */
export interface CatalogSource {
  readonly asOf: PartialDate;
  developers(): readonly Developer[];
  licenses(): readonly LicenseRecord[];
  readonly summaries: readonly ModelSummary[];
  /** The names of a scheme, in the order of the models; a record's own before its members'. */
  names(namespace: Namespace): readonly NameRow[];
  /** what its names begin with, see collectBeginnings */
  beginnings(): readonly string[];
  /** ids in the order of the index */
  readonly datasetIds: readonly string[];
  /** the dataset at a place of `datasetIds` */
  dataset(place: number): DatasetRecord;
  /** the model at a place of `summaries` */
  model(place: number): ModelRecord;
}

interface Head {
  readonly version: 1;
  readonly asOf: PartialDate;
  readonly summaries: readonly ModelSummary[];
  /** those that have names, in the order of their lines */
  readonly namespaces: readonly Namespace[];
  /** with a space between */
  readonly beginnings: string;
  readonly datasetIds: readonly string[];
}

const developersKey = ',"developers":';
const licensesKey = ',"licenses":';
const namesKey = ',"names":{';
const datasetsLine = '},"datasets":[';
const modelsLine = '],"models":[';
const lastLine = "]}";

/** The index as text: valid JSON with the keys of `index`, and some more for look-ups. */
export function writeIndex(index: CatalogIndex): string {
  const { version, asOf, developers, licenses, datasets, models } = index;
  const rows = new Map(namespaces.map((namespace) => [namespace, rowsOf(models, namespace)] as const).filter(([, all]) => all.length > 0));
  const head: Head = {
    version,
    asOf,
    datasetIds: datasets.map(({ id }) => id),
    beginnings: collectBeginnings(models).join(" "),
    namespaces: [...rows.keys()],
    summaries: models.map(summaryOf),
  };
  const lines = (texts: readonly string[]): readonly string[] =>
    texts.map((text, place) => `${text}${place === texts.length - 1 ? "" : ","}`);
  const listed = (records: readonly object[]): readonly string[] => lines(records.map((record) => JSON.stringify(record)));
  return [
    JSON.stringify(head).slice(0, -1) + developersKey,
    JSON.stringify(developers) + licensesKey,
    JSON.stringify(licenses) + namesKey,
    ...lines([...rows].map(([namespace, all]) => `${nameKey(namespace)}${JSON.stringify(all)}`)),
    datasetsLine,
    ...listed(datasets),
    modelsLine,
    ...listed(models),
    lastLine,
  ].join("\n");
}

function summaryOf({ id, variant, moving, bases, components }: ModelRecord): ModelSummary {
  return {
    id,
    ...(components["model-parameters"]?.state === "withheld" && { withheld: true as const }),
    ...(variant && { variant }),
    ...(moving && { moving }),
    ...(bases && { bases: bases.map(({ model }) => model) }),
  };
}

function nameKey(namespace: Namespace): string {
  return `"${namespace}":`;
}

function rowsOf(models: CatalogIndex["models"], namespace: Namespace): readonly NameRow[] {
  const rows: NameRow[] = [];
  const add = (place: number, member: number | null, isAlias: boolean, names: readonly string[]): void => {
    if (names.length > 0) rows.push([place, member, isAlias, names]);
  };
  for (const [place, { names, members = [] }] of models.entries()) {
    add(place, null, false, names[namespace] ?? []);
    for (const [member, { names: own, aliases, hosts }] of members.entries()) {
      const name = own[namespace];
      add(place, member, false, name === undefined ? [] : [name]);
      // a host's own spelling is of no scheme that has a name here
      add(place, member, true, [...(aliases?.[namespace] ?? []), ...(namespace === "other" ? Object.values(hosts ?? {}) : [])]);
    }
  }
  return rows;
}

/** The file is an index, and of a version that this code does not read. */
export class OtherVersion extends Error {}

/**
 * Reads an index that {@link writeIndex} has written, or any JSON of its keys.
 * @param decode bytes of UTF-8 to text
 * @throws {OtherVersion}
 * @throws {Error} where it is none, or cut off
 */
export function readIndex(bytes: Uint8Array, decode: (bytes: Uint8Array) => string): CatalogSource {
  const starts = lineStarts(bytes);
  const line = (number: number): string => decode(bytes.subarray(starts[number] ?? 0, (starts[number + 1] ?? bytes.length + 1) - 1));
  const first = line(0);
  if (!first.endsWith(developersKey)) return sourceOf(checked(JSON.parse(decode(bytes)) as CatalogIndex));
  const head = checked(JSON.parse(`${first.slice(0, -developersKey.length)}}`) as Head);
  const { summaries, datasetIds } = head;
  const firstName = 3;
  const firstDataset = firstName + head.namespaces.length + 1;
  const firstModel = firstDataset + datasetIds.length + 1;
  if (starts.length !== firstModel + summaries.length + 1) throw new Error("the index is cut off");
  const element = (number: number): string => {
    const text = line(number);
    return text.endsWith(",") ? text.slice(0, -1) : text;
  };
  const record = <T>(number: number): T => JSON.parse(element(number)) as T;
  return {
    asOf: head.asOf,
    summaries,
    datasetIds,
    names: kept((namespace: Namespace) => {
      const place = head.namespaces.indexOf(namespace);
      return place < 0 ? [] : (JSON.parse(element(firstName + place).slice(nameKey(namespace).length)) as readonly NameRow[]);
    }),
    beginnings: () => head.beginnings.split(" "),
    developers: once(() => JSON.parse(line(1).slice(0, -licensesKey.length))),
    licenses: once(() => JSON.parse(line(2).slice(0, -namesKey.length))),
    dataset: kept((place: number) => record<DatasetRecord>(firstDataset + place)),
    model: kept((place: number) => record<ModelRecord>(firstModel + place)),
  };
}

/** An index that is whole already. */
export function sourceOf(index: CatalogIndex): CatalogSource {
  const { asOf, developers, licenses, datasets, models } = index;
  return {
    asOf,
    developers: () => developers,
    licenses: () => licenses,
    summaries: models.map(summaryOf),
    names: kept((namespace: Namespace) => rowsOf(models, namespace)),
    beginnings: () => collectBeginnings(models),
    datasetIds: datasets.map(({ id }) => id),
    dataset: (place) => at(datasets, place),
    model: (place) => at(models, place),
  };
}

function checked<T extends { readonly version: number }>(index: T): T {
  if (index.version !== 1) throw new OtherVersion("the index is of another version");
  return index;
}

function lineStarts(bytes: Uint8Array): readonly number[] {
  const starts = [0];
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, end + 1)) starts.push(end + 1);
  return starts;
}

function once<T>(read: () => T): () => T {
  let value: { readonly is: T } | undefined;
  return () => {
    value ??= { is: read() };
    return value.is;
  };
}

function kept<K, T>(read: (key: K) => T): (key: K) => T {
  const values = new Map<K, T>();
  return (key) => {
    const known = values.get(key);
    if (known !== undefined) return known;
    const value = read(key);
    values.set(key, value);
    return value;
  };
}

function at<T>(values: readonly T[], place: number): T {
  const value = values[place];
  if (value === undefined) throw new RangeError(`there is no record ${place}`);
  return value;
}
