import { collectBeginnings } from "./beginnings.ts";
import type { CatalogIndex, DatasetRecord, Developer, LicenseRecord, Member, ModelRecord, PartialDate } from "./record.ts";

/*
 * The index as a file: JSON like any other, laid out so that a reader can take it by lines. The first line holds what every look-up needs, the
 * names of all records among it; developers, licences, each dataset and each model have a line of their own, which is parsed when it is asked
 * for. Most of a catalog is evidence, and a project names a few dozen models.
 */

/** What look-ups need of a model. */
export type ModelSummary = Pick<ModelRecord, "id" | "names" | "variant" | "moving"> & {
  /** in the order of the record's */
  readonly members?: readonly MemberSummary[];
  /** ids of its bases */
  readonly bases?: readonly string[];
  /** true where the weights are withheld */
  readonly withheld?: true;
};

export type MemberSummary = Pick<Member, "names" | "aliases" | "hosts">;

/** The index, with its records parsed or still to be parsed. */
export interface CatalogSource {
  readonly asOf: PartialDate;
  developers(): readonly Developer[];
  licenses(): readonly LicenseRecord[];
  readonly summaries: readonly ModelSummary[];
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
  /** with a space between */
  readonly beginnings: string;
  readonly datasetIds: readonly string[];
}

const developersKey = ',"developers":';
const licensesKey = ',"licenses":';
const datasetsKey = ',"datasets":[';
const modelsLine = '],"models":[';
const lastLine = "]}";

/** The index as text: valid JSON with the keys of `index`, and two more for look-ups. */
export function writeIndex(index: CatalogIndex): string {
  const { version, asOf, developers, licenses, datasets, models } = index;
  const summaries = models.map(summaryOf);
  const head: Head = {
    version,
    asOf,
    datasetIds: datasets.map(({ id }) => id),
    beginnings: collectBeginnings(summaries).join(" "),
    summaries,
  };
  const listed = (records: readonly object[]): readonly string[] =>
    records.map((record, place) => `${JSON.stringify(record)}${place === records.length - 1 ? "" : ","}`);
  return [
    JSON.stringify(head).slice(0, -1) + developersKey,
    JSON.stringify(developers) + licensesKey,
    JSON.stringify(licenses) + datasetsKey,
    ...listed(datasets),
    modelsLine,
    ...listed(models),
    lastLine,
  ].join("\n");
}

function summaryOf({ id, names, variant, moving, members, bases, components }: ModelRecord): ModelSummary {
  return {
    id,
    names,
    ...(components["model-parameters"]?.state === "withheld" && { withheld: true as const }),
    ...(variant && { variant }),
    ...(moving && { moving }),
    ...(bases && { bases: bases.map(({ model }) => model) }),
    ...(members && {
      members: members.map(({ names: spellings, aliases, hosts }) => ({
        names: spellings,
        ...(aliases && { aliases }),
        ...(hosts && { hosts }),
      })),
    }),
  };
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
  const firstDataset = 3;
  const firstModel = firstDataset + datasetIds.length + 1;
  if (starts.length !== firstModel + summaries.length + 1) throw new Error("the index is cut off");
  const record = <T>(number: number): T => {
    const text = line(number);
    return JSON.parse(text.endsWith(",") ? text.slice(0, -1) : text) as T;
  };
  return {
    ...head,
    beginnings: () => head.beginnings.split(" "),
    developers: once(() => JSON.parse(line(1).slice(0, -licensesKey.length))),
    licenses: once(() => JSON.parse(line(2).slice(0, -datasetsKey.length))),
    dataset: kept((place) => record<DatasetRecord>(firstDataset + place)),
    model: kept((place) => record<ModelRecord>(firstModel + place)),
  };
}

/** An index that is whole already. */
export function sourceOf(index: CatalogIndex): CatalogSource {
  const { asOf, developers, licenses, datasets, models } = index;
  const summaries = models.map(summaryOf);
  return {
    asOf,
    developers: () => developers,
    licenses: () => licenses,
    summaries,
    beginnings: () => collectBeginnings(summaries),
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

function kept<T>(read: (place: number) => T): (place: number) => T {
  const values: T[] = [];
  return (place) => {
    values[place] ??= read(place);
    return values[place];
  };
}

function at<T>(values: readonly T[], place: number): T {
  const value = values[place];
  if (value === undefined) throw new RangeError(`there is no record ${place}`);
  return value;
}
