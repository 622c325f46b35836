import type {
  CatalogIndex,
  Component,
  ComponentFact,
  ComponentState,
  DatasetRecord,
  Developer,
  LicenseRecord,
  ModelRecord,
  PartialDate,
} from "./record.ts";

/** A model as its file writes it: the developer follows from the file, the review date may, and a component may be its state alone. */
export type WrittenModel = Omit<ModelRecord, "developer" | "reviewed" | "components" | "sources"> & {
  readonly reviewed?: PartialDate;
  readonly sources?: ModelRecord["sources"];
  readonly components: Partial<Readonly<Record<Component, ComponentFact | ComponentState>>>;
};

export type WrittenDataset = Omit<DatasetRecord, "reviewed" | "sources"> & {
  readonly reviewed?: PartialDate;
  readonly sources?: DatasetRecord["sources"];
};

/** The content of a YAML file, once the schema has passed it. */
export type CatalogFile =
  | {
      readonly kind: "models";
      readonly path: string;
      /** the file's name without folder and extension */
      readonly id: string;
      readonly content: {
        readonly developer: Omit<Developer, "id">;
        readonly reviewed?: PartialDate;
        readonly models: readonly WrittenModel[];
      };
    }
  | {
      readonly kind: "datasets";
      readonly path: string;
      readonly content: { readonly reviewed?: PartialDate; readonly datasets: readonly WrittenDataset[] };
    }
  | { readonly kind: "licenses"; readonly path: string; readonly content: { readonly licenses: readonly LicenseRecord[] } };

/** Where a record is written: the file, and the keys that lead to it there. */
export interface Place {
  readonly path: string;
  readonly keys: readonly (string | number)[];
}

export interface CompiledCatalog {
  readonly index: CatalogIndex;
  readonly places: ReadonlyMap<ModelRecord | DatasetRecord | LicenseRecord, Place>;
}

/** The review date of a record that has none: the check reports it. */
export const neverReviewed = "0000";

/** Joins the files into the index, in an order that does not depend on the files'. Nothing is checked here. */
export function compileCatalog(files: readonly CatalogFile[]): CompiledCatalog {
  const places = new Map<ModelRecord | DatasetRecord | LicenseRecord, Place>();
  const developers: Developer[] = [];
  const licenses: LicenseRecord[] = [];
  const datasets: DatasetRecord[] = [];
  const models: ModelRecord[] = [];
  for (const file of files) {
    switch (file.kind) {
      case "models": {
        const { developer, reviewed } = file.content;
        developers.push({ id: file.id, ...developer });
        for (const [index, written] of file.content.models.entries()) {
          const model = readModel(written, file.id, reviewed);
          models.push(model);
          places.set(model, { path: file.path, keys: ["models", index] });
        }
        break;
      }
      case "datasets":
        for (const [index, written] of file.content.datasets.entries()) {
          const dataset = readDataset(written, file.content.reviewed);
          datasets.push(dataset);
          places.set(dataset, { path: file.path, keys: ["datasets", index] });
        }
        break;
      case "licenses":
        for (const [index, written] of file.content.licenses.entries()) {
          const license = datesAsText(written);
          licenses.push(license);
          places.set(license, { path: file.path, keys: ["licenses", index] });
        }
    }
  }
  let asOf: PartialDate = neverReviewed;
  for (const { reviewed } of [...models, ...datasets]) if (reviewed > asOf) asOf = reviewed;
  return {
    places,
    index: {
      version: 1,
      asOf,
      developers: developers.sort(byId),
      licenses: licenses.sort(byId),
      datasets: datasets.sort(byId),
      models: models.sort(byId),
    },
  };
}

/** A model as the index holds it. `reviewed` counts where the model states no date of its own. */
export function readModel(written: WrittenModel, developer: string, reviewed: PartialDate | undefined): ModelRecord {
  const components: Partial<Record<Component, ComponentFact>> = {};
  for (const [component, fact] of Object.entries(written.components) as [Component, ComponentFact | ComponentState][]) {
    components[component] = typeof fact === "string" ? { state: fact } : fact;
  }
  const filled = { sources: written.sources ?? [], reviewed: written.reviewed ?? reviewed ?? neverReviewed };
  return datesAsText({ ...written, developer, components, ...filled });
}

/** A dataset as the index holds it. `reviewed` counts where the dataset states no date of its own. */
export function readDataset(written: WrittenDataset, reviewed: PartialDate | undefined): DatasetRecord {
  return datesAsText({ ...written, sources: written.sources ?? [], reviewed: written.reviewed ?? reviewed ?? neverReviewed });
}

const dateKeys: ReadonlySet<string> = new Set(["seen", "date", "released", "reviewed"]);

/** YAML reads a year alone as a number. */
function datesAsText<T>(value: T, key = ""): T {
  if (Array.isArray(value)) return value.map((item) => datesAsText(item)) as T;
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, datesAsText(item, name)])) as T;
  }
  return (typeof value === "number" && dateKeys.has(key) ? String(value) : value) as T;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
