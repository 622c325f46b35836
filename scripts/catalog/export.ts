import { createJudge } from "../../src/assess/chain.ts";
import { judgeLicense } from "../../src/assess/license.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { openCatalog } from "../../src/catalog/open.ts";
import type { CatalogIndex, ModelRecord, Source } from "../../src/catalog/record.ts";
import { type Namespace, namespaces } from "../../src/identify/identity.ts";
import { type Cell, csvTable } from "./csv.ts";

/** The licence of the exported data, and whom to name. THIRD-PARTY-NOTICES.md tells what they are made from. */
export const dataLicense = "CC-BY-4.0";
export const dataAttribution =
  "The Open Recipe contributors: Open Recipe catalog. It builds on the European Open Source AI Index (https://osai-index.eu/; " +
  "Liesenfeld and Dingemanse, FAccT 2024; https://doi.org/10.5281/zenodo.15386042), CC-BY-4.0, changes were made.";

/** A model of the catalog, with what is computed from its facts. Empty lists and null where nothing is known. */
interface ExportedModel {
  readonly id: string;
  readonly name: string;
  readonly class: string;
  readonly confidence: string;
  readonly license: string | null;
  readonly licenseKind: string;
  readonly developer: string;
  readonly developerName: string;
  readonly tasks: readonly string[];
  readonly variant: string | null;
  readonly released: string | null;
  readonly retired: string | null;
  readonly withdrawn: string | null;
  readonly bases: readonly { readonly model: string; readonly relation: string }[];
  /** ids of the datasets of every stage, the bases' stages included */
  readonly datasets: readonly string[];
  /** by scheme: exact names, and patterns in which `*` stands for any run of characters without `/` */
  readonly names: Partial<Readonly<Record<Namespace, readonly string[]>>>;
  readonly reason: string | null;
  readonly unverified: boolean;
  readonly sources: readonly string[];
  readonly reviewed: string;
}

function namesOf(record: ModelRecord): Partial<Record<Namespace, readonly string[]>> {
  const byScheme: Partial<Record<Namespace, readonly string[]>> = {};
  for (const namespace of namespaces) {
    const names = new Set(record.names[namespace] ?? []);
    for (const member of record.members ?? []) {
      const name = member.names[namespace];
      if (name !== undefined) names.add(name);
    }
    if (names.size > 0) byScheme[namespace] = [...names].sort();
  }
  return byScheme;
}

function urlsOf(sources: readonly Source[]): readonly string[] {
  return [...new Set(sources.map(({ url }) => url))].sort();
}

function exportModels(catalog: Catalog): readonly ExportedModel[] {
  const judge = createJudge(catalog);
  return catalog.models.map((record): ExportedModel => {
    const verdict = judge(record);
    const lineage = verdict.lineage.flatMap(({ model }) => catalog.model(model) ?? []);
    const license = judgeLicense(record, null, lineage, catalog);
    return {
      id: record.id,
      name: record.name,
      class: verdict.class,
      confidence: verdict.confidence,
      license: license.license,
      licenseKind: license.kind,
      developer: record.developer,
      developerName: catalog.developerName(record.developer),
      tasks: record.tasks,
      variant: record.variant ?? null,
      released: record.released ?? null,
      retired: record.retired?.date ?? null,
      withdrawn: record.withdrawn?.date ?? null,
      bases: (record.bases ?? []).map(({ model, relation }) => ({ model, relation })),
      datasets: [...new Set([...verdict.own, ...verdict.inherited].flatMap(({ stage }) => stage.datasets))].sort(),
      names: namesOf(record),
      reason: record.reason ?? null,
      unverified: record.unverified ?? false,
      sources: urlsOf(record.sources),
      reviewed: record.reviewed,
    };
  });
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function modelsTable(models: readonly ExportedModel[]): string {
  const columns = [
    "id",
    "name",
    "class",
    "confidence",
    "license",
    "license_kind",
    "developer",
    "developer_name",
    "tasks",
    "variant",
    "released",
    "retired",
    "withdrawn",
    "bases",
    "datasets",
    ...namespaces.map((namespace) => `names_${namespace.replaceAll("-", "_")}`),
    "reason",
    "unverified",
    "sources",
    "reviewed",
  ];
  const rows = models.map((model): readonly Cell[] => [
    model.id,
    model.name,
    model.class,
    model.confidence,
    model.license,
    model.licenseKind,
    model.developer,
    model.developerName,
    model.tasks,
    model.variant,
    model.released,
    model.retired,
    model.withdrawn,
    model.bases.map((base) => `${base.relation}: ${base.model}`),
    model.datasets,
    ...namespaces.map((namespace) => model.names[namespace]),
    model.reason,
    String(model.unverified),
    model.sources,
    model.reviewed,
  ]);
  return csvTable(columns, rows);
}

/**
 * The catalog for others to use and cite: the text of each file, by its name. Sorted by id; the same catalog gives the same bytes.
 * @param version of the project
 */
export function exportCatalog(index: CatalogIndex, version: string): ReadonlyMap<string, string> {
  const models = [...exportModels(openCatalog(index))].sort(byId);
  const datasets = [...index.datasets].sort(byId).map(({ sources, ...dataset }) => ({ ...dataset, sources: urlsOf(sources) }));
  const licenses = [...index.licenses].sort(byId);
  const about = { version, license: dataLicense, attribution: dataAttribution, asOf: index.asOf };
  return new Map([
    ["catalog.json", `${JSON.stringify({ ...about, models, datasets, licenses }, null, 1)}\n`],
    [
      "datasets.csv",
      csvTable(
        ["id", "name", "state", "gate", "license", "huggingface", "withdrawn", "copies", "reason", "unverified", "sources", "reviewed"],
        datasets.map((dataset) => [
          dataset.id,
          dataset.name,
          dataset.state,
          dataset.gate,
          dataset.license,
          dataset.huggingface,
          dataset.withdrawn?.date,
          dataset.withdrawn?.copies,
          dataset.reason,
          String(dataset.unverified ?? false),
          dataset.sources,
          dataset.reviewed,
        ]),
      ),
    ],
    [
      "licences.csv",
      csvTable(
        ["id", "name", "kind", "hub_tags", "terms"],
        licenses.map(({ id, name, kind, hubTags, terms }) => [id, name, kind, hubTags, terms?.map((term) => `${term.kind}: ${term.text}`)]),
      ),
    ],
    ["models.csv", modelsTable(models)],
  ]);
}
