import { createJudge, type JudgedStage, joined, type ModelVerdict } from "../assess/chain.ts";
import type { Catalog } from "./catalog.ts";
import type { ComponentState, DatasetRecord, LicenseRecord, ModelRecord } from "./record.ts";

/** Facts that treat one lab, model or dataset otherwise than another of the same facts. */
export interface Inequality {
  readonly record: ModelRecord | DatasetRecord | LicenseRecord;
  /** the keys that lead to it in the record */
  readonly keys: readonly (string | number)[];
  readonly severity: "fault" | "warning";
  readonly message: string;
}

/**
 * Finds what would make equal cases come out unequal: one dataset with two states, components typed by hand against the stages, parts
 * told otherwise than in their own record, teachers that are closed in one place and not in another, surer than what it rests on, open
 * by recollection.
 */
export function findInequalities(
  catalog: Catalog,
  datasets: readonly DatasetRecord[],
  licenses: readonly LicenseRecord[],
): readonly Inequality[] {
  const judge = createJudge(catalog);
  return [
    ...datasetsTwice(datasets),
    ...hubTagsTwice(licenses),
    ...teachersTwice(catalog.models),
    ...catalog.models.flatMap((model) => [
      ...typedComponents(model, judge(model)),
      ...partsToldTwice(model, catalog, judge),
      ...tooSure(model, judge(model), catalog),
      ...openByRecollection(model, judge(model), catalog),
    ]),
    ...unequalConfidence(catalog.models),
  ];
}

function datasetsTwice(datasets: readonly DatasetRecord[]): readonly Inequality[] {
  const byHubId = new Map<string, DatasetRecord>();
  const found: Inequality[] = [];
  for (const dataset of datasets) {
    for (const [index, hubId] of (dataset.huggingface ?? []).entries()) {
      const first = byHubId.get(hubId.toLowerCase());
      byHubId.set(hubId.toLowerCase(), first ?? dataset);
      if (first === undefined || first === dataset) continue;
      const differs = (["state", "gate", "license"] as const).filter((key) => first[key] !== dataset[key]);
      if (differs.length === 0) continue;
      const message = `${hubId} is also ${first.id}, whose ${differs.join(" and ")} differ${differs.length === 1 ? "s" : ""}: one dataset, one state`;
      found.push({ record: dataset, keys: ["huggingface", index], severity: "fault", message });
    }
  }
  return found;
}

/** A tag of the hub can stand for one licence only. */
function hubTagsTwice(licenses: readonly LicenseRecord[]): readonly Inequality[] {
  const byTag = new Map<string, LicenseRecord>();
  const found: Inequality[] = [];
  for (const license of licenses) {
    for (const [index, tag] of (license.hubTags ?? []).entries()) {
      const first = byTag.get(tag.toLowerCase());
      byTag.set(tag.toLowerCase(), first ?? license);
      if (first === undefined || first === license) continue;
      found.push({ record: license, keys: ["hubTags", index], severity: "fault", message: `hub tag ${tag} is also ${first.id}` });
    }
  }
  return found;
}

/** A teacher is closed or it is not, whoever was taught, and as its own record says where there is one. */
function teachersTwice(models: readonly ModelRecord[]): readonly Inequality[] {
  const known = new Map<string, { readonly closed: boolean; readonly by: string }>();
  for (const model of models) {
    const parameters = model.components["model-parameters"]?.state;
    if (parameters === "open" || parameters === "withheld")
      known.set(model.name.toLowerCase(), { closed: parameters === "withheld", by: model.id });
  }
  const found: Inequality[] = [];
  for (const model of models) {
    for (const [index, { teacher, closed }] of (model.taughtBy ?? []).entries()) {
      const first = known.get(teacher.toLowerCase());
      if (first === undefined) known.set(teacher.toLowerCase(), { closed, by: model.id });
      else if (first.closed !== closed) {
        const message = `the teacher ${teacher} is ${closed ? "closed" : "not closed"} here, and ${first.closed ? "closed" : "not closed"} in ${first.by}`;
        found.push({ record: model, keys: ["taughtBy", index], severity: "fault", message });
      }
    }
  }
  return found;
}

/** Data and code follow from the stages: a state that is typed beside them can only contradict them, or be overlooked by the class. */
function typedComponents(model: ModelRecord, { own, inherited }: ModelVerdict): readonly Inequality[] {
  const stages: readonly JudgedStage[] = [...own, ...inherited];
  const computed = {
    datasets: stages.map(({ data }) => data),
    "training-code": stages.map(({ stage }) => stage.code),
  } as const;
  return (["datasets", "training-code"] as const).flatMap((component): readonly Inequality[] => {
    const typed = model.components[component]?.state;
    if (typed === undefined || typed === "unknown") return [];
    const keys = ["components", component];
    if (stages.length === 0) {
      if (typed === "withheld") return [];
      return [
        {
          record: model,
          keys,
          severity: "fault",
          message: `${component} is ${typed}, but no stage of training says so: the class does not see it`,
        },
      ];
    }
    const states: readonly ComponentState[] = computed[component];
    const state = joined(states);
    return state === typed
      ? []
      : [{ record: model, keys, severity: "fault", message: `${component} is ${typed}, but ${state} by the stages` }];
  });
}

function partsToldTwice(model: ModelRecord, catalog: Catalog, judge: (record: ModelRecord) => ModelVerdict): readonly Inequality[] {
  return (model.contains ?? []).flatMap((part, index): readonly Inequality[] => {
    const record = part.model === undefined ? undefined : catalog.model(part.model);
    if (record === undefined || part.recipe === undefined) return [];
    const verdict = judge(record).class;
    const recipe = verdict === "open-recipe" ? "open" : verdict === "unknown" ? "unknown" : "withheld";
    if (recipe === part.recipe) return [];
    const message = `the recipe of ${part.model} is ${part.recipe} here, and ${verdict} by its own record`;
    return [{ record: model, keys: ["contains", index, "recipe"], severity: "fault", message }];
  });
}

/** A class that hangs on a fact is no surer than the fact. The assessment lowers it; the record should say so itself. */
function tooSure(model: ModelRecord, verdict: ModelVerdict, catalog: Catalog): readonly Inequality[] {
  if (model.confidence !== "sure" || model.unverified || verdict.confidence === "sure") return [];
  const rests = [...(model.bases ?? []), ...(model.contains ?? [])].flatMap(({ model: id }) =>
    id === undefined ? [] : (catalog.model(id) ?? []),
  );
  const doubtful = [
    ...rests
      .filter((record) => record.confidence !== "sure" || record.unverified)
      .map((record) => `${record.id} (${record.unverified ? "unverified" : record.confidence})`),
    ...[...verdict.own, ...verdict.inherited].flatMap(({ datasets }) =>
      datasets.filter(({ id }) => catalog.dataset(id)?.unverified).map(({ id }) => `${id} (unverified)`),
    ),
  ];
  const why = doubtful.length === 0 ? "what its bases rest on" : [...new Set(doubtful)].slice(0, 3).join(", ");
  return [
    {
      record: model,
      keys: ["confidence"],
      severity: "warning",
      message: `\`sure\`, but rests on ${why}: it is shown as ${verdict.confidence}`,
    },
  ];
}

/** Models of one developer whose training is told in the same words should be believed alike. */
function unequalConfidence(models: readonly ModelRecord[]): readonly Inequality[] {
  const byFacts = new Map<string, ModelRecord>();
  const found: Inequality[] = [];
  for (const model of models) {
    // where nothing is told, nothing is told in the same words
    const tells = (model.training ?? []).some(({ datasets, code }) => datasets.length > 0 || code === "open");
    if (!tells || model.unverified) continue;
    const stages = (model.training ?? []).map(({ stage, datasets, code, undisclosed }) => [stage, datasets, code, undisclosed ?? false]);
    const key = JSON.stringify([
      model.developer,
      model.tasks,
      stages,
      (model.bases ?? []).map((base) => [base.model, base.relation]),
      model.contains ?? [],
    ]);
    const first = byFacts.get(key);
    if (first === undefined) byFacts.set(key, model);
    else if (first.confidence !== model.confidence && first.reason === undefined && model.reason === undefined) {
      const message = `\`${model.confidence}\`, while ${first.id} is \`${first.confidence}\` on the same training, and neither says why`;
      found.push({ record: model, keys: ["confidence"], severity: "warning", message });
    }
  }
  return found;
}

/** An open recipe is the most that can be said of a model: nobody may say it from memory. Bases are checked in their own records. */
function openByRecollection(model: ModelRecord, verdict: ModelVerdict, catalog: Catalog): readonly Inequality[] {
  if (verdict.class !== "open-recipe") return [];
  if (model.unverified) {
    return [
      {
        record: model,
        keys: ["unverified"],
        severity: "fault",
        message: "open recipe by recollection: nothing of it was seen in a source",
      },
    ];
  }
  return (model.training ?? []).flatMap(({ datasets }, stage) =>
    datasets.flatMap((id, index): readonly Inequality[] =>
      catalog.dataset(id)?.unverified
        ? [
            {
              record: model,
              keys: ["training", stage, "datasets", index],
              severity: "fault",
              message: `open recipe by recollection: the dataset ${id} was not seen in a source`,
            },
          ]
        : [],
    ),
  );
}
