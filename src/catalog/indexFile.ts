import type { Namespace } from "../identify/identity.ts";
import { namespaces } from "../identify/identity.ts";
import { lazy } from "../lazy.ts";
import { type BasenameTables, collectBasenames } from "./basenames.ts";
import { collectBeginnings } from "./beginnings.ts";
import { createTable, type NameTable } from "./nameTable.ts";
import { collectOpenModels, type OpenModels } from "./openWeights.ts";
import type { CatalogIndex, DatasetRecord, Developer, LicenseRecord, ModelRecord, PartialDate } from "./record.ts";
import { schemeTable } from "./schemeNames.ts";

/*
 * The index as a file: JSON like any other, laid out so that a reader can take it by lines, and all of it in ASCII, which is decoded fastest.
 * The first line says what follows; then every value has a line of its own, which is parsed when it is asked for. Most of a catalog is
 * evidence, and a project names a few dozen models in a few schemes. What a look-up searches stands there as it is searched.
 */

/** The index, with its values parsed or still to be parsed. */
export interface CatalogSource {
  readonly asOf: PartialDate;
  developers(): readonly Developer[];
  licenses(): readonly LicenseRecord[];
  readonly modelCount: number;
  /** Where the record of an id stands; null where there is none. */
  modelPlace(id: string): number | null;
  datasetPlace(id: string): number | null;
  openModels(): OpenModels;
  names(namespace: Namespace): NameTable;
  basenames(): BasenameTables;
  /** what its names begin with, see collectBeginnings */
  beginnings(): readonly string[];
  dataset(place: number): DatasetRecord;
  model(place: number): ModelRecord;
}

interface Head {
  readonly version: 1;
  readonly asOf: PartialDate;
  /** the schemes that have names, in the order of their lines */
  readonly namespaces: readonly Namespace[];
  /** how many lines there are of each */
  readonly counts: { readonly datasets: number; readonly models: number };
  /** how many bytes stand behind the first line */
  readonly length: number;
}

/** What stands in the lines between the head and the names of the first scheme, one value in each. */
const values = ["developers", "licenses", "openModels", "beginnings", "basenames"] as const;

/** The index as text: valid JSON with the keys of `index`, and some more for look-ups. Records are in the order of their ids there. */
export function writeIndex(unordered: CatalogIndex): string {
  const index = { ...unordered, datasets: [...unordered.datasets].sort(byId), models: [...unordered.models].sort(byId) };
  const { version, asOf, datasets, models } = index;
  const source = sourceOf(index);
  const tables = namespaces.map((namespace) => [namespace, source.names(namespace)] as const).filter(([, table]) => !isEmpty(table));
  const lines = (texts: readonly string[]): readonly string[] =>
    texts.map((text, place) => `${text}${place === texts.length - 1 ? "" : ","}`);
  const rest = ascii(
    [
      ...values.map((key) => `"${key}":${JSON.stringify(source[key]())},`),
      '"names":{',
      ...lines(tables.map(([namespace, table]) => `"${namespace}":${JSON.stringify(table)}`)),
      '},"datasets":[',
      ...lines(datasets.map(recordLine)),
      '],"models":[',
      ...lines(models.map(recordLine)),
      "]}",
    ].join("\n"),
  );
  const head: Head = {
    version,
    asOf,
    namespaces: tables.map(([namespace]) => namespace),
    counts: { datasets: datasets.length, models: models.length },
    length: rest.length,
  };
  return `${ascii(JSON.stringify(head).slice(0, -1))},\n${rest}`;
}

/** JSON without any character that takes more than a byte. */
function ascii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

const idKey = '{"id":"';

/** A record as JSON, its id first. */
function recordLine({ id, ...facts }: { readonly id: string }): string {
  return JSON.stringify({ id, ...facts });
}

const noNames: NameTable = createTable(new Map(), []);

function isEmpty({ names, patterns }: NameTable): boolean {
  return names.length === 0 && patterns.length === 0;
}

/** How the first line ends where it is one of ours. */
const headEnd = /,"length":\d+,$/;

/** The file is an index, and of a version that this code does not read. */
export class OtherVersion extends Error {}

/**
 * Reads an index that {@link writeIndex} has written, or any JSON of its keys.
 * @param decode bytes of UTF-8 to text
 * @throws {OtherVersion}
 * @throws {Error} where it is none, or cut off
 */
export function readIndex(bytes: Uint8Array, decode: (bytes: Uint8Array) => string): CatalogSource {
  const firstEnd = bytes.indexOf(newline);
  const first = decode(firstEnd < 0 ? bytes : bytes.subarray(0, firstEnd));
  if (!headEnd.test(first)) return sourceOf(checked(JSON.parse(decode(bytes)) as CatalogIndex));
  const { asOf, namespaces: schemes, counts, length } = checked(JSON.parse(`${first.slice(0, -1)}}`) as Head);
  if (bytes.length !== first.length + 1 + length) throw new Error("the index is cut off");
  const starts = lazy(() => lineStarts(bytes));
  const line = (number: number): string => decode(bytes.subarray(starts()[number], (starts()[number + 1] ?? bytes.length + 1) - 1));
  // lines that only open or close a list stand between
  const firstName = 1 + values.length + 1;
  const firstDataset = firstName + schemes.length + 1;
  const firstModel = firstDataset + counts.datasets + 1;
  const element = <T>(number: number, key: string = ""): T => {
    const text = line(number);
    return JSON.parse(text.slice(key === "" ? 0 : key.length + 3, text.endsWith(",") ? -1 : undefined)) as T;
  };
  // records stand in the order of their ids, and each line begins with its own
  const placeIn = (start: number, count: number, id: string): number | null => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      const text = line(start + middle);
      const known = text.slice(idKey.length, text.indexOf('"', idKey.length));
      if (known === id) return middle;
      if (known < id) low = middle + 1;
      else high = middle;
    }
    return null;
  };
  const value = <Key extends (typeof values)[number]>(key: Key): CatalogSource[Key] =>
    lazy(() => element<ReturnType<CatalogSource[Key]>>(1 + values.indexOf(key), key)) as CatalogSource[Key];
  return {
    asOf,
    developers: value("developers"),
    licenses: value("licenses"),
    modelCount: counts.models,
    modelPlace: kept((id: string) => placeIn(firstModel, counts.models, id)),
    datasetPlace: kept((id: string) => placeIn(firstDataset, counts.datasets, id)),
    openModels: value("openModels"),
    beginnings: value("beginnings"),
    basenames: value("basenames"),
    names: kept((namespace: Namespace) => {
      const place = schemes.indexOf(namespace);
      return place < 0 ? noNames : element<NameTable>(firstName + place, namespace);
    }),
    dataset: kept((place: number) => element<DatasetRecord>(firstDataset + place)),
    model: kept((place: number) => element<ModelRecord>(firstModel + place)),
  };
}

/** An index that is whole already. */
export function sourceOf(index: CatalogIndex): CatalogSource {
  const { asOf, developers, licenses, datasets, models } = index;
  const modelPlaces = lazy(() => placesOf(models));
  const datasetPlaces = lazy(() => placesOf(datasets));
  return {
    asOf,
    developers: () => developers,
    licenses: () => licenses,
    modelCount: models.length,
    modelPlace: (id) => modelPlaces().get(id) ?? null,
    datasetPlace: (id) => datasetPlaces().get(id) ?? null,
    openModels: () => collectOpenModels(models),
    beginnings: () => collectBeginnings(models),
    basenames: () => collectBasenames(models),
    names: (namespace) => schemeTable(models, namespace),
    dataset: (place) => at(datasets, place),
    model: (place) => at(models, place),
  };
}

function checked<T extends { readonly version: number }>(index: T): T {
  if (index.version !== 1) throw new OtherVersion("the index is of another version");
  return index;
}

const newline = 10;

function lineStarts(bytes: Uint8Array): readonly number[] {
  // Node's own arrays of bytes take twice as long to look for one
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const starts = [0];
  for (let end = plain.indexOf(newline); end >= 0; end = plain.indexOf(newline, end + 1)) starts.push(end + 1);
  return starts;
}

function kept<K, T>(read: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = read(key);
    known.set(key, value);
    return value;
  };
}

/** The first place of each id. */
function placesOf(records: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [place, { id }] of records.entries()) if (!places.has(id)) places.set(id, place);
  return places;
}

function at<T>(all: readonly T[], place: number): T {
  const value = all[place];
  if (value === undefined) throw new RangeError(`there is no record ${place}`);
  return value;
}
