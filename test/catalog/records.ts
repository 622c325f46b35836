import type { Catalog } from "../../src/catalog/catalog.ts";
import { openCatalog } from "../../src/catalog/open.ts";
import type { CatalogIndex, DatasetRecord, LicenseRecord, ModelRecord } from "../../src/catalog/record.ts";
import type { Identity, Namespace } from "../../src/identify/identity.ts";

/** Small records for tests: everything that a test does not speak of has a plain value. */

export function model(id: string, facts: Partial<ModelRecord> = {}): ModelRecord {
  return {
    id,
    name: id.slice(id.indexOf("/") + 1),
    developer: id.slice(0, id.indexOf("/")),
    names: { huggingface: [id] },
    tasks: ["text-generation"],
    components: { "model-parameters": { state: "open" } },
    confidence: "sure",
    sources: [{ url: "https://example.org/paper", seen: "2026-06" }],
    reviewed: "2026-06-01",
    ...facts,
  };
}

export function closedModel(id: string, facts: Partial<ModelRecord> = {}): ModelRecord {
  return model(id, { components: { "model-parameters": { state: "withheld" } }, ...facts });
}

export function dataset(id: string, facts: Partial<DatasetRecord> = {}): DatasetRecord {
  return {
    id,
    name: id,
    state: "downloadable",
    gate: "none",
    sources: [{ url: "https://example.org/data", seen: "2026-06" }],
    reviewed: "2026-06-01",
    ...facts,
  };
}

export const licenses: readonly LicenseRecord[] = [
  { id: "Apache-2.0", name: "Apache License 2.0", kind: "osi" },
  { id: "MIT", name: "MIT License", kind: "osi" },
  { id: "CC-BY-4.0", name: "Creative Commons Attribution 4.0", kind: "permissive-content" },
  { id: "CC-BY-NC-4.0", name: "Creative Commons Attribution-NonCommercial 4.0", kind: "non-commercial" },
  {
    id: "LicenseRef-Llama",
    name: "Llama Community License",
    kind: "use-restricted",
    terms: [{ kind: "user-ceiling", text: "Above 700 million monthly users a licence of its own is needed." }],
  },
  { id: "LicenseRef-None", name: "no licence", kind: "none" },
];

export function index(models: readonly ModelRecord[], datasets: readonly DatasetRecord[] = []): CatalogIndex {
  return {
    version: 1,
    asOf: "2026-06-01",
    developers: [{ id: "ai2", name: "Ai2", kind: "non-profit" }],
    licenses,
    datasets,
    models,
  };
}

export function catalog(models: readonly ModelRecord[], datasets: readonly DatasetRecord[] = []): Catalog {
  return openCatalog(index(models, datasets));
}

export function identity(namespace: Namespace, name: string, more: Partial<Identity> = {}): Identity {
  return { namespace, name, tag: null, quantization: null, revision: null, host: null, ...more };
}
