import type { CompiledCatalog, Place } from "./compile.ts";
import { neverReviewed } from "./compile.ts";
import { findDeadNames } from "./deadNames.ts";
import { compilePattern, matchPattern, type NamePattern, patternsOverlap } from "./glob.ts";
import { openCatalog } from "./open.ts";
import type { DatasetRecord, LicenseRecord, ModelRecord, PartialDate } from "./record.ts";
import { findInequalities } from "./treatment.ts";

/** Something wrong with a record, and the keys that lead to it in its file. */
export interface CatalogFault extends Place {
  readonly severity: "fault" | "warning";
  readonly message: string;
}

type Report = (record: ModelRecord | DatasetRecord | LicenseRecord, keys: readonly (string | number)[], message: string) => void;

/**
 * Checks what a schema cannot: that records fit each other.
 * @param today for the age of reviews: `YYYY-MM-DD`
 */
export function checkCatalog(catalog: CompiledCatalog, today: PartialDate): readonly CatalogFault[] {
  const faults: CatalogFault[] = [];
  const reporter =
    (severity: CatalogFault["severity"]): Report =>
    (record, keys, message) => {
      const place = catalog.places.get(record);
      if (place) faults.push({ severity, path: place.path, keys: [...place.keys, ...keys], message: `${record.id}: ${message}` });
    };
  const fault = reporter("fault");
  const warn = reporter("warning");
  const { models, datasets, licenses } = catalog.index;
  const modelIds = indexIds(models, fault);
  const datasetIds = indexIds(datasets, fault);
  const licenseIds = indexIds(licenses, fault);

  const requireLicense = (record: ModelRecord | DatasetRecord, keys: readonly (string | number)[], id: string | undefined): void => {
    if (id !== undefined && !licenseIds.has(id)) fault(record, keys, `licence ${id} is not in licenses.yaml`);
  };

  for (const dataset of datasets) {
    checkReview(dataset, today, fault, warn);
    requireLicense(dataset, ["license"], dataset.license);
    if ((dataset.state === "withdrawn") !== (dataset.withdrawn !== undefined)) {
      fault(dataset, ["state"], "state `withdrawn` and the key `withdrawn` go together");
    }
  }
  for (const model of models) {
    checkReview(model, today, fault, warn);
    if (!model.id.startsWith(`${model.developer}/`)) fault(model, ["id"], `does not start with the file's name, ${model.developer}/`);
    if (model.unverified && model.confidence === "sure") fault(model, ["confidence"], "`sure` in an unverified record");
    for (const event of ["retired", "withdrawn"] as const) {
      if (model[event] && !model[event].source) fault(model, [event], `${event} without a source`);
    }
    const closed = model.components["model-parameters"]?.state === "withheld";
    requireLicense(model, ["license"], model.license);
    if (closed && model.license !== undefined) fault(model, ["license"], "a licence of weights that are withheld");
    for (const [component, fact] of Object.entries(model.components)) requireLicense(model, ["components", component], fact.license);
    for (const [i, member] of (model.members ?? []).entries()) requireLicense(model, ["members", i, "license"], member.license);
    for (const [i, stage] of (model.training ?? []).entries()) {
      for (const [j, id] of stage.datasets.entries()) {
        if (!datasetIds.has(id)) fault(model, ["training", i, "datasets", j], `no dataset record ${id}`);
      }
    }
    for (const [i, base] of (model.bases ?? []).entries()) {
      if (!modelIds.has(base.model)) fault(model, ["bases", i, "model"], `no model record ${base.model}`);
    }
    for (const [i, part] of (model.contains ?? []).entries()) {
      if (part.model !== undefined && !modelIds.has(part.model)) fault(model, ["contains", i, "model"], `no model record ${part.model}`);
    }
    for (const name of model.names.huggingface ?? []) {
      if (/^[^/*]+\/\*+$/.test(name)) fault(model, ["names", "huggingface"], `${name} says nothing but the organisation`);
    }
    if (reachesItself(model, modelIds)) fault(model, ["bases"], "is among its own bases");
    const trunk = (model.training ?? []).some((stage) => stage.stage === "pre-training" || stage.stage === "distillation");
    if ((model.training ?? []).length > 0 && !trunk && (model.bases ?? []).length === 0) {
      warn(model, ["training"], "neither bases nor a pre-training or distillation stage: its trunk counts as unknown");
    }
  }
  checkNames(models, fault);
  // two records of one id answer for each other
  if (modelIds.size < models.length || datasetIds.size < datasets.length) return faults;
  // names that are taken twice have been told of
  const opened = openCatalog(catalog.index);
  const told = new Set(faults.map(({ path, keys }) => `${path} ${keys.join(".")}`));
  for (const { model, keys, severity, message } of findDeadNames(opened)) {
    const place = catalog.places.get(model);
    if (place && !told.has(`${place.path} ${[...place.keys, ...keys].join(".")}`))
      (severity === "fault" ? fault : warn)(model, keys, message);
  }
  for (const { record, keys, severity, message } of findInequalities(opened, datasets, licenses)) {
    (severity === "fault" ? fault : warn)(record, keys, message);
  }
  return faults;
}

function indexIds<R extends ModelRecord | DatasetRecord | LicenseRecord>(records: readonly R[], fault: Report): ReadonlyMap<string, R> {
  const byId = new Map<string, R>();
  for (const record of records) {
    if (byId.has(record.id)) fault(record, ["id"], "the id is taken twice");
    else byId.set(record.id, record);
  }
  return byId;
}

function checkReview(record: ModelRecord | DatasetRecord, today: PartialDate, fault: Report, warn: Report): void {
  if (record.sources.length === 0 && !record.unverified) fault(record, [], "no source, and not marked `unverified`");
  if (record.reviewed === neverReviewed) {
    fault(record, [], "no review date, in the record or at the head of the file");
    return;
  }
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  // a date without a day stands for the whole month
  if (record.reviewed < yearAgo.slice(0, record.reviewed.length)) warn(record, [], `reviewed ${record.reviewed}, over a year ago`);
  if (record.reviewed > today) fault(record, ["reviewed"], `reviewed ${record.reviewed}, in the future`);
}

function reachesItself(model: ModelRecord, byId: ReadonlyMap<string, ModelRecord>): boolean {
  const seen = new Set<string>();
  const open = [model];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const base of next.bases ?? []) {
      if (base.model === model.id) return true;
      const record = byId.get(base.model);
      if (!record || seen.has(base.model)) continue;
      seen.add(base.model);
      open.push(record);
    }
  }
  return false;
}

interface WrittenName {
  readonly model: ModelRecord;
  readonly keys: readonly (string | number)[];
  readonly pattern: NamePattern;
}

/** Every name must lead to one record: no name twice, no patterns of the same weight with a name in common. */
function checkNames(models: readonly ModelRecord[], fault: Report): void {
  const exact = new Map<string, ModelRecord>();
  const patterns = new Map<string, WrittenName[]>();
  const claim = (namespace: string, name: string, model: ModelRecord, keys: readonly (string | number)[]): void => {
    const key = `${namespace} ${name.toLowerCase()}`;
    const owner = exact.get(key);
    if (owner && owner !== model) fault(model, keys, `${namespace} name ${name} is also a name of ${owner.id}`);
    else exact.set(key, model);
  };
  for (const model of models) {
    for (const [namespace, names] of Object.entries(model.names)) {
      for (const [i, name] of names.entries()) {
        const keys = ["names", namespace, i];
        if (!name.includes("*")) claim(namespace, name, model, keys);
        else {
          const pattern = compilePattern(name);
          const key = `${namespace} ${pattern.literals}`;
          const rivals = patterns.get(key) ?? [];
          for (const rival of rivals) {
            if (rival.model !== model && patternsOverlap(rival.pattern, pattern)) {
              fault(model, keys, `${namespace} pattern ${name} overlaps ${rival.pattern.source} of ${rival.model.id}, of the same length`);
            }
          }
          rivals.push({ model, keys, pattern });
          patterns.set(key, rivals);
        }
      }
    }
    for (const [i, member] of (model.members ?? []).entries()) {
      for (const [namespace, name] of Object.entries(member.names)) claim(namespace, name, model, ["members", i, "names", namespace]);
      for (const [namespace, aliases] of Object.entries(member.aliases ?? {})) {
        for (const [j, alias] of aliases.entries()) claim(namespace, alias, model, ["members", i, "aliases", namespace, j]);
      }
      if (!Object.values(member.names).includes(member.name)) {
        fault(model, ["members", i, "name"], `${member.name} is not among the member's names`);
      }
    }
    for (const [i, glob] of (model.moving ?? []).entries()) {
      const pattern = compilePattern(glob);
      const covered = Object.values(model.names).some((names) =>
        names.some((name) => matchPattern(pattern, name.toLowerCase()) !== null || patternsOverlap(pattern, compilePattern(name))),
      );
      if (!covered) fault(model, ["moving", i], `${glob} is none of the record's names`);
    }
  }
}
