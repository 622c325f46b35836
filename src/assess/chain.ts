import type { Catalog } from "../catalog/catalog.ts";
import type { Base, ComponentState, DatasetRecord, ModelRecord, TrainingStage } from "../catalog/record.ts";
import type { Confidence, DatasetAssessment, LineageStep, OpennessClass } from "./assessment.ts";

/** What is known of one stage of training, judged. */
export interface JudgedStage {
  /** the record whose stage it is: the model's own, or a base's */
  readonly model: ModelRecord;
  readonly stage: TrainingStage;
  readonly data: ComponentState;
  readonly datasets: readonly DatasetAssessment[];
}

/** The verdict on a record, before any name is looked at. */
export interface ModelVerdict {
  readonly class: OpennessClass;
  readonly confidence: Confidence;
  /** the stages of the model itself */
  readonly own: readonly JudgedStage[];
  /** the stages of all bases, to the roots */
  readonly inherited: readonly JudgedStage[];
  /** bases that somebody trained on from scratch or not, nearest first; a model that leads back to itself is left out */
  readonly lineage: readonly LineageStep[];
  readonly reasons: readonly string[];
}

/** Relations that leave the recipe as it was. */
export function isNeutral(base: Base): boolean {
  return base.relation === "quantisation" || base.relation === "conversion";
}

/**
 * Data: open where anyone can obtain or exactly rebuild it today; partial where some of it, or all for a fee or from
 * pointers, or nobody keeps a copy of what was withdrawn.
 */
export function opennessOf(dataset: DatasetRecord): ComponentState {
  switch (dataset.state) {
    case "downloadable":
    case "rebuildable":
      return dataset.gate === "fee" ? "partial" : "open";
    case "pointers":
      return "partial";
    case "withdrawn":
      return (dataset.withdrawn?.copies.length ?? 0) > 0 && dataset.gate !== "fee" ? "open" : "partial";
    case "documented":
    case "withheld":
      return "withheld";
  }
}

/** All open: open. Something open: partial. Else withheld, where somebody says so of all. */
export function joined(states: readonly ComponentState[]): ComponentState {
  if (states.length === 0) return "unknown";
  if (states.every((state) => state === "open")) return "open";
  if (states.some((state) => state === "open" || state === "partial")) return "partial";
  return states.some((state) => state === "unknown") ? "unknown" : "withheld";
}

const rank: Readonly<Record<OpennessClass, number>> = { unknown: 0, closed: 0, "open-weights": 1, "partial-recipe": 2, "open-recipe": 3 };

/** The lower of two classes. */
export function lower(a: OpennessClass, b: OpennessClass): OpennessClass {
  return rank[b] < rank[a] ? b : a;
}

const doubt: Readonly<Record<Confidence, number>> = { sure: 0, likely: 1, disputed: 2 };

/** The less sure of two. */
export function lessSure(a: Confidence, b: Confidence): Confidence {
  return doubt[b] > doubt[a] ? b : a;
}

/** Judges records by their facts and their bases'. Verdicts are kept: each record is judged once. */
export function createJudge(catalog: Catalog): (record: ModelRecord) => ModelVerdict {
  const verdicts = new Map<string, ModelVerdict>();
  const ancestors = new Map<string, ReadonlySet<string>>();

  /** ids of all models that `record` was made from or contains, at any distance; holds its own id where the facts run in a circle */
  function ancestorsOf(record: ModelRecord): ReadonlySet<string> {
    const known = ancestors.get(record.id);
    if (known) return known;
    const found = new Set<string>();
    const open = [record];
    for (let next = open.pop(); next; next = open.pop()) {
      for (const id of sourcesOf(next)) {
        if (found.has(id)) continue;
        found.add(id);
        const source = catalog.model(id);
        if (source) open.push(source);
      }
    }
    ancestors.set(record.id, found);
    return found;
  }

  /** The record of a base, or undefined where there is none, or where the facts lead from it back to `from`. */
  function baseOf(from: ModelRecord, id: string): ModelRecord | undefined {
    const base = catalog.model(id);
    return base === undefined || base.id === from.id || ancestorsOf(base).has(from.id) ? undefined : base;
  }

  function judgeStage(model: ModelRecord, stage: TrainingStage): JudgedStage {
    const datasets = stage.datasets.map((id): DatasetAssessment => {
      const dataset = catalog.dataset(id);
      return {
        id,
        name: dataset?.name ?? id,
        stage: stage.stage,
        state: dataset?.state ?? "unknown",
        gate: dataset?.gate ?? "none",
        openness: dataset ? opennessOf(dataset) : "unknown",
        license: dataset?.license ?? null,
      };
    });
    const some = datasets.some(({ openness }) => openness === "open" || openness === "partial");
    const all = datasets.length > 0 && datasets.every(({ openness }) => openness === "open");
    const data: ComponentState = all && !stage.undisclosed ? "open" : some ? "partial" : "withheld";
    return { model, stage, data, datasets };
  }

  function judge(record: ModelRecord): ModelVerdict {
    const known = verdicts.get(record.id);
    if (known) return known;
    const verdict = decide(record);
    verdicts.set(record.id, verdict);
    return verdict;
  }

  function decide(record: ModelRecord): ModelVerdict {
    const own = (record.training ?? []).map((stage) => judgeStage(record, stage));
    const bases = (record.bases ?? []).map((base) => {
      const model = baseOf(record, base.model);
      return { base, model, verdict: model ? judge(model) : null };
    });
    const parts = (record.contains ?? []).map((part) => {
      const model = part.model === undefined ? undefined : baseOf(record, part.model);
      return { part, model, verdict: model ? judge(model) : null };
    });
    const inherited = unique(bases.flatMap(({ verdict }) => (verdict ? [...verdict.own, ...verdict.inherited] : [])));
    const lineage = lineageOf(bases);
    let confidence: Confidence = record.unverified ? lessSure(record.confidence, "likely") : record.confidence;
    const done = (verdict: OpennessClass, reasons: readonly string[]): ModelVerdict => {
      // nothing is surer than what it rests on
      if (verdict !== "closed") {
        for (const { verdict: base } of bases) if (base) confidence = lessSure(confidence, base.confidence);
        for (const { verdict: part } of parts) if (part) confidence = lessSure(confidence, part.confidence);
      }
      const unseen = [...own, ...inherited].some(({ datasets }) => datasets.some(({ id }) => catalog.dataset(id)?.unverified));
      if (unseen && rank[verdict] >= rank["partial-recipe"]) confidence = lessSure(confidence, "likely");
      return { class: verdict, confidence, own, inherited, lineage, reasons };
    };

    const weights = record.components["model-parameters"]?.state ?? "unknown";
    if (weights === "withheld") return done("closed", ["The weights are withheld: an API or a product only."]);
    if (weights === "unknown") return done("unknown", ["Whether the weights can be downloaded is not known."]);

    const reasons: string[] = [
      weights === "partial" ? "The weights can be downloaded in part." : "The weights can be downloaded.",
      ...own.flatMap((stage) => describeStage(stage, catalog)),
    ];
    let result: OpennessClass;
    if (bases.length === 0) {
      const judged = judgeTrunk(own);
      result = judged.class;
      reasons.push(judged.reason);
    } else {
      result = "open-recipe";
      for (const { base, model, verdict } of bases) {
        const name = model?.name ?? base.model;
        if (!verdict || verdict.class === "unknown") {
          result = lower(result, "open-weights");
          reasons.push(
            catalog.model(base.model) && !model
              ? `The facts on the base ${name} lead back to this model: its recipe counts as unknown.`
              : `Nothing is known of the recipe of the base ${name}.`,
          );
          continue;
        }
        // weights that can be downloaded stay so, whatever became of the base's
        const limit: OpennessClass = verdict.class === "closed" ? "open-weights" : verdict.class;
        result = lower(result, limit);
        reasons.push(
          isNeutral(base)
            ? `Made from ${name} by ${base.relation}, which leaves the recipe as it is (${words(verdict.class)}).`
            : `Made from ${name} (${base.relation}), whose class is ${words(verdict.class)}: never above it.`,
        );
      }
      for (const stage of inherited) {
        if (stage.datasets.some(({ state }) => state === "withdrawn")) reasons.push(...describeDatasets(stage, catalog));
      }
      const trained = record.training !== undefined || bases.some(({ base }) => !isNeutral(base));
      const open = record.training === undefined ? false : own.every(isOpenStage);
      if (trained && !open && result === "open-recipe") {
        result = "partial-recipe";
        reasons.push(
          record.training === undefined
            ? "Nothing is known of its own training on top of the base."
            : "Its own training on top of the base is not open in every stage.",
        );
      } else if (trained && open && own.length > 0 && result !== "open-recipe") {
        reasons.push("Its own training on top of the base is open in every stage.");
      }
    }
    for (const { part, model, verdict } of parts) {
      const recipe = verdict ? verdict.class : part.model === undefined && part.recipe === "open" ? "open-recipe" : "unknown";
      if (recipe === "open-recipe") continue;
      const withheld = part.recipe === "withheld" || (recipe !== "unknown" && recipe !== "partial-recipe");
      reasons.push(
        `Contains a ${part.part} taken from ${model?.name ?? part.name ?? part.model ?? "another model"}, whose recipe is ${
          withheld ? "withheld" : recipe === "unknown" ? "not known" : "open in part"
        }: at most partial recipe.`,
      );
      result = lower(result, "partial-recipe");
    }
    return done(result, reasons);
  }

  return judge;
}

function sourcesOf(record: ModelRecord): readonly string[] {
  return [
    ...(record.bases ?? []).map((base) => base.model),
    ...(record.contains ?? []).flatMap((part) => (part.model === undefined ? [] : [part.model])),
  ];
}

function isOpenStage({ data, stage }: JudgedStage): boolean {
  return data === "open" && stage.code === "open";
}

/** Stages in which a model without bases came to be. */
export function isTrunkStage(stage: TrainingStage): boolean {
  return stage.stage === "pre-training" || stage.stage === "distillation";
}

/** A model trained from scratch. */
function judgeTrunk(own: readonly JudgedStage[]): { readonly class: OpennessClass; readonly reason: string } {
  if (own.length === 0)
    return { class: "open-weights", reason: "The recipe is withheld: neither training data nor training code is known to be released." };
  const trunk = own.filter(({ stage }) => isTrunkStage(stage));
  if (trunk.length > 0 && own.every(isOpenStage)) return { class: "open-recipe", reason: "Every stage has open data and open code." };
  if (trunk.some(({ data }) => data === "open" || data === "partial")) {
    return {
      class: "partial-recipe",
      reason: "At least one of the corpora it was pre-trained on is open, or open in part; not every stage is open.",
    };
  }
  if (trunk.some(({ stage }) => stage.code === "open")) {
    return { class: "partial-recipe", reason: "The pre-training code is open; not every stage has open data." };
  }
  return { class: "open-weights", reason: "The recipe is withheld: neither a pre-training corpus nor the pre-training code is open." };
}

const dataWords: Readonly<Record<ComponentState, string>> = {
  open: "open",
  partial: "open in part",
  withheld: "withheld",
  unknown: "not known",
};

function describeStage(judged: JudgedStage, catalog: Catalog): readonly string[] {
  const { stage, data } = judged;
  const name = capitalised(stage.stage);
  const sentences = [`${name}: data ${dataWords[data]}, code ${dataWords[stage.code]}.`, ...describeDatasets(judged, catalog)];
  if (stage.undisclosed && stage.datasets.length > 0) sentences.push(`${name} used more data than is disclosed.`);
  return sentences;
}

/** What is to be said of a stage's datasets beyond that they are open or not. */
function describeDatasets({ datasets }: JudgedStage, catalog: Catalog): readonly string[] {
  return datasets.flatMap(({ id, name, state, gate, openness }) => {
    const withdrawn = catalog.dataset(id)?.withdrawn;
    if (state === "withdrawn") {
      const date = withdrawn ? ` (${withdrawn.date})` : "";
      return [`${name} was withdrawn${date}${openness === "open" ? "; complete copies exist." : ", and no complete copy is known."}`];
    }
    if (state === "pointers") return [`${name} is a list of pointers, which decay.`];
    if (state === "unknown") return [`Nothing is known of ${name}.`];
    if (openness === "withheld" || gate === "none") return [];
    if (gate === "fee") return [`${name} is to be had for a fee only.`];
    return [`${name} is to be had ${gate === "terms" ? "on acceptance of its terms" : "on agreement"}.`];
  });
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function words(verdict: OpennessClass): string {
  return verdict.replace("-", " ");
}

function unique(stages: readonly JudgedStage[]): readonly JudgedStage[] {
  return [...new Map(stages.map((judged) => [judged.stage, judged])).values()];
}

interface JudgedBase {
  readonly base: Base;
  readonly model: ModelRecord | undefined;
  readonly verdict: ModelVerdict | null;
}

function lineageOf(bases: readonly JudgedBase[]): readonly LineageStep[] {
  const steps = new Map<string, LineageStep>();
  const add = (step: LineageStep): void => {
    const known = steps.get(step.model);
    if (!known || known.depth > step.depth) steps.set(step.model, step);
  };
  for (const { base, model, verdict } of bases) {
    add({ model: base.model, name: model?.name ?? base.model, relation: base.relation, class: verdict?.class ?? "unknown", depth: 1 });
    for (const step of verdict?.lineage ?? []) add({ ...step, depth: step.depth + 1 });
  }
  return [...steps.values()].sort((a, b) => a.depth - b.depth);
}
