import type { Catalog, CatalogMatch } from "../catalog/catalog.ts";
import { compilePattern, matchPattern } from "../catalog/glob.ts";
import type { Component, ComponentState, Member, ModelRecord, PartialDate } from "../catalog/record.ts";
import { components } from "../catalog/record.ts";
import { detached } from "../detached.ts";
import { type Identity, makersSchemes, type Namespace } from "../identify/identity.ts";
import { remembered } from "../remembered.ts";
import type {
  Assessment,
  Checkpoint,
  ComponentAssessment,
  Confidence,
  DatasetAssessment,
  LineageStep,
  OpennessClass,
  RecipeStrip,
  WeightsMemory,
} from "./assessment.ts";
import { capabilitiesOf } from "./capabilities.ts";
import { createJudge, isTrunkStage, type JudgedStage, joined, lessSure, lower, type ModelVerdict } from "./chain.ts";
import { frameworkClass } from "./framework.ts";
import { hostOf } from "./hosts.ts";
import { judgeDerivedLicense, judgeLicense } from "./license.ts";
import { projectRecordsBehind } from "./projectRecords.ts";

/** Assessments kept at most; then all are dropped. A project names a few dozen models, many times each. */
const keptAssessments = 2000;

/** Makes the function that gives the verdict on an identity. Total; the same identity gives the same answer. */
export function createAssessor(catalog: Catalog): (identity: Identity) => Assessment {
  const judge = createJudge(catalog);
  return remembered(
    keptAssessments,
    (identity: Identity): Assessment => {
      const own = detached(identity);
      const match = catalog.find(own);
      return match ? assessMatch(own, match, catalog, judge) : assessUnknown(own, catalog);
    },
    ({ namespace, name, tag, quantization, revision, host }) => JSON.stringify([namespace, name, tag, quantization, revision, host]),
  );
}

function assessMatch(identity: Identity, match: CatalogMatch, catalog: Catalog, judge: (record: ModelRecord) => ModelVerdict): Assessment {
  const { record, member, inferred } = match;
  const verdict = judge(record);
  const ownWork = inferred === "fine-tune";
  const openness = classOf(match, verdict);
  const listed = inferred === null && match.family === null;
  const confidence: Confidence = listed ? verdict.confidence : lessSure(verdict.confidence, "likely");
  const basesOfRecord = verdict.lineage.flatMap(({ model }) => catalog.model(model) ?? []);
  const license = ownWork ? judgeDerivedLicense(record, basesOfRecord, catalog) : judgeLicense(record, member, basesOfRecord, catalog);

  const projectRecords = projectRecordsBehind(record, catalog);
  const stages = [...verdict.own, ...verdict.inherited];
  const assessedComponents =
    match.tuned || ownWork ? componentsOf(record, stages, true, openness) : componentsOf(record, stages, false, openness);
  const stateOf = (component: Component): ComponentState =>
    assessedComponents.find((one) => one.component === component)?.state ?? "unknown";
  const trunk = stages.filter(({ stage }) => isTrunkStage(stage));
  const withdrawn = record.withdrawn ? { date: record.withdrawn.date, url: record.withdrawn.source.url } : null;
  const checkpoint = member && !match.tuned ? checkpointOf(member) : null;
  const hostedBy = hostOf(identity, match.spelling === "own");
  const relation = inferred ?? (match.tuned ? "fine-tune" : null);
  const lineage: readonly LineageStep[] =
    relation === null
      ? verdict.lineage
      : [
          { model: record.id, name: record.name, relation, class: verdict.class, depth: 1 },
          ...verdict.lineage.map((step) => ({ ...step, depth: step.depth + 1 })),
        ];

  return {
    identity,
    model: record.id,
    name: inferred === null ? (member?.name ?? record.name) : identity.name,
    developer: inferred === null ? catalog.developerName(record.developer) : null,
    maker: inferred === null ? (catalog.developer(record.developer) ?? null) : null,
    hostedBy,
    class: openness,
    confidence,
    inferred: inferred !== null,
    moving: match.moving,
    family: match.family,
    license: license.license,
    licenseName: license.licenseName,
    licenseKind: match.tuned ? "proprietary" : license.kind,
    terms: license.terms,
    ...frameworkClass(assessedComponents, (id) => catalog.license(id)?.kind ?? "unknown"),
    bases:
      relation === null
        ? (record.bases ?? []).map(({ model, relation: how }) => ({ model, relation: how }))
        : [{ model: record.id, relation }],
    lineage,
    components: assessedComponents,
    recipe: stripOf(stateOf),
    datasets: datasetsOf(stages),
    capabilities: capabilitiesOf({
      class: openness,
      weights: stateOf("model-parameters"),
      data: stateOf("datasets"),
      code: stateOf("training-code"),
      trunkData: worst(trunk.map(({ data }) => data)),
      trunkCode: worst(trunk.map(({ stage }) => stage.code)),
      licenseKind: match.tuned ? "proprietary" : license.kind,
      licenseName: license.licenseName,
      terms: license.terms,
      withdrawn: withdrawn?.date ?? null,
      tuned: match.tuned,
    }),
    taughtBy: teachingOf(record, basesOfRecord),
    ...(ownWork ? factsOfUnknownWork : factsOfRecord(record)),
    checkpoint,
    memory: checkpoint === null ? null : memoryOf(checkpoint),
    released: inferred === null ? (record.released ?? null) : null,
    reviewed: record.reviewed,
    opinions: record.opinions ?? [],
    sources: record.sources,
    retired: retirementOf(record, identity, inferred !== null),
    withdrawn,
    projectRecords,
    reasons: [...reasonsOfName(identity, match, verdict), ...verdict.reasons, ...license.reasons, ...remarks(record, match, hostedBy)],
    asOf: dateOfFacts(record),
  };
}

/** The class of what is named: the record's, but for what somebody else did to it. */
function classOf({ inferred, tuned }: CatalogMatch, verdict: ModelVerdict): OpennessClass {
  if (tuned) return "closed";
  return inferred === "fine-tune" && verdict.class !== "unknown" ? lower(verdict.class, "partial-recipe") : verdict.class;
}

/** What the name alone gave. */
function reasonsOfName(identity: Identity, { record, inferred, tuned, family }: CatalogMatch, verdict: ModelVerdict): readonly string[] {
  if (tuned) return [`A customer's fine-tune of ${record.name}: its weights stay with the provider.`];
  switch (inferred) {
    case null:
      return family === null ? [] : [`Known by the family's pattern ${family} alone: this very name is not listed, and may not exist.`];
    case "quantisation":
      return [`Inferred from the name: a quantisation of ${record.name}, which leaves the recipe as it is.`];
    case "conversion":
      return [`Inferred from the name: a copy or conversion of ${record.name}, which leaves the recipe as it is.`];
    case "fine-tune":
      return [
        `Inferred from the name: made from ${record.name}. What was done to it is not known.`,
        ...(verdict.class === "open-recipe" ? [`At most partial recipe, as ${identity.name} is not in the catalog.`] : []),
      ];
  }
}

function remarks(record: ModelRecord, match: CatalogMatch, hostedBy: string | null): readonly string[] {
  const sentences: string[] = [];
  if (record.withdrawn)
    sentences.push(`Its developer withdrew the weights (${record.withdrawn.date}); the class is that of their release.`);
  if (match.moving) sentences.push("The name can mean other weights tomorrow.");
  if (hostedBy !== null && record.components["model-parameters"]?.state !== "withheld") {
    sentences.push(`Hosted by ${hostedBy} here; the class is the model's.`);
  }
  if (record.unverified) sentences.push("The facts are recalled, and were not seen in a source.");
  if (record.reason !== undefined) sentences.push(record.reason);
  return sentences;
}

const order: Readonly<Record<ComponentState, number>> = { open: 0, partial: 1, unknown: 2, withheld: 3 };

function worst(states: readonly ComponentState[]): ComponentState {
  return states.reduce<ComponentState>((worse, state) => (order[state] > order[worse] ? state : worse), states[0] ?? "unknown");
}

/**
 * The state of every component. Data and code follow from the stages where any are known, as a record's own statement would hide
 * what has happened to a dataset since; everything else is what the record says.
 */
function componentsOf(
  record: ModelRecord,
  stages: readonly JudgedStage[],
  ownWork: boolean,
  openness: OpennessClass,
): readonly ComponentAssessment[] {
  const untold = (record.bases ?? []).length > 0 && record.training === undefined;
  const derived: Partial<Record<Component, ComponentState>> = {};
  if (stages.length > 0) {
    // a step of which nothing is known keeps the whole from being open
    const unknownStep: readonly ComponentState[] = ownWork || (untold && openness !== "open-recipe") ? ["unknown"] : [];
    derived.datasets = joined([...stages.map(({ data }) => data), ...unknownStep]);
    derived["training-code"] = joined([...stages.map(({ stage }) => stage.code), ...unknownStep]);
  }
  // what a class calls a withheld recipe is shown as one
  if (stages.length === 0 && (openness === "closed" || openness === "open-weights")) {
    derived.datasets = record.components.datasets?.state ?? "withheld";
    derived["training-code"] = record.components["training-code"]?.state ?? "withheld";
  }
  return components.map((component): ComponentAssessment => {
    const fact = record.components[component];
    if (ownWork && component !== "model-architecture" && component !== "datasets" && component !== "training-code") {
      const isWeights = component === "model-parameters";
      return {
        component,
        state: isWeights ? (openness === "closed" ? "withheld" : (fact?.state ?? "unknown")) : "unknown",
        license: null,
        source: null,
      };
    }
    return {
      component,
      state: derived[component] ?? fact?.state ?? "unknown",
      license: fact?.license ?? (component === "model-parameters" ? (record.license ?? null) : null),
      source: fact?.source ?? null,
    };
  });
}

function stripOf(stateOf: (component: Component) => ComponentState): RecipeStrip {
  const report = stateOf("technical-report");
  const paper = stateOf("research-paper");
  return {
    weights: stateOf("model-parameters"),
    data: stateOf("datasets"),
    code: stateOf("training-code"),
    checkpoints: stateOf("intermediate-parameters"),
    report: order[paper] < order[report] ? paper : report,
  };
}

/** Each dataset once a stage, in the order of the stages: the model's own first. */
function datasetsOf(stages: readonly JudgedStage[]): readonly DatasetAssessment[] {
  const byUse = new Map<string, DatasetAssessment>();
  for (const { datasets } of stages) {
    for (const dataset of datasets) {
      const key = `${dataset.stage} ${dataset.id}`;
      if (!byUse.has(key)) byUse.set(key, dataset);
    }
  }
  return [...byUse.values()];
}

/** Teachers of the model and of all it was made from: their mark is in the weights. */
function teachingOf(record: ModelRecord, bases: readonly ModelRecord[]): Assessment["taughtBy"] {
  const byTeacher = new Map<string, Assessment["taughtBy"][number]>();
  for (const model of [record, ...bases]) {
    for (const { teacher, closed, stage, share, terms, source } of model.taughtBy ?? []) {
      const key = `${teacher} ${stage}`;
      if (byTeacher.has(key)) continue;
      byTeacher.set(key, { teacher, closed, stage, share: share ?? null, terms: terms ?? null, source: source ?? null });
    }
  }
  return [...byTeacher.values()];
}

type RecordFacts = Pick<Assessment, "tasks" | "variant" | "features" | "languages" | "energyConsumptions" | "citation">;

function factsOfRecord(record: ModelRecord): RecordFacts {
  return {
    tasks: record.tasks,
    variant: record.variant ?? null,
    features: record.features ?? [],
    languages: record.languages ?? null,
    energyConsumptions: record.energyConsumptions ?? [],
    citation: record.citation ?? null,
  };
}

/** Of what somebody made from a model nothing is known but the model. */
const factsOfUnknownWork: RecordFacts = {
  tasks: [],
  variant: null,
  features: [],
  languages: null,
  energyConsumptions: [],
  citation: null,
};

function checkpointOf({ name, parameters, activeParameters, context, dimension }: Member): Checkpoint {
  return {
    name,
    parameters: parameters ?? null,
    activeParameters: activeParameters ?? null,
    context: context ?? null,
    dimension: dimension ?? null,
  };
}

/** Two bytes a parameter, and half a byte. */
function memoryOf({ parameters }: Checkpoint): WeightsMemory | null {
  return parameters === null ? null : { bits16: parameters * 2, bits4: parameters / 2 };
}

/**
 * The announced end. The date is the maker's own: a host (Azure, Bedrock, Vertex AI) sets another one for its names, so that it holds
 * for names in the maker's scheme only, and for OpenRouter's, which lead there.
 */
function retirementOf(record: ModelRecord, identity: Identity, inferred: boolean): Assessment["retired"] {
  const { retired } = record;
  if (!retired || inferred || !isMakersName(record, identity)) return null;
  const name = identity.name.toLowerCase();
  // OpenRouter puts the vendor before the maker's own name: `openai/gpt-4-32k`
  const spellings = [name, name.slice(name.lastIndexOf("/") + 1)];
  const meant = retired.names?.some((glob) => {
    const pattern = compilePattern(glob);
    return spellings.some((spelling) => matchPattern(pattern, spelling) !== null);
  });
  return meant === false ? null : { date: retired.date, url: retired.source.url };
}

function isMakersName({ names }: ModelRecord, { namespace, host }: Identity): boolean {
  if (namespace === "openrouter") return true;
  if (host !== null) return false;
  if (makersSchemes.includes(namespace)) return true;
  // Amazon's own scheme is Bedrock's: a record that no maker's scheme names is its namers' own
  const written = Object.keys(names);
  return names[namespace] !== undefined && !written.some((scheme) => makersSchemes.includes(scheme as Namespace));
}

function assessUnknown(identity: Identity, catalog: Catalog): Assessment {
  return {
    identity,
    model: null,
    name: identity.name,
    developer: null,
    maker: null,
    hostedBy: hostOf(identity, false),
    class: "unknown",
    confidence: "likely",
    inferred: false,
    moving: false,
    family: null,
    license: null,
    licenseName: null,
    licenseKind: "unknown",
    terms: [],
    ...frameworkClass([], () => "unknown"),
    bases: [],
    lineage: [],
    components: components.map((component) => ({ component, state: "unknown", license: null, source: null })),
    recipe: { weights: "unknown", data: "unknown", code: "unknown", checkpoints: "unknown", report: "unknown" },
    datasets: [],
    capabilities: capabilitiesOf({
      class: "unknown",
      weights: "unknown",
      data: "unknown",
      code: "unknown",
      trunkData: "unknown",
      trunkCode: "unknown",
      licenseKind: "unknown",
      licenseName: null,
      terms: [],
      withdrawn: null,
      tuned: false,
    }),
    taughtBy: [],
    ...factsOfUnknownWork,
    checkpoint: null,
    memory: null,
    released: null,
    reviewed: null,
    opinions: [],
    sources: [],
    retired: null,
    withdrawn: null,
    projectRecords: [],
    reasons: [`Not in the catalog (facts of ${catalog.asOf}).`],
    asOf: catalog.asOf,
  };
}

/** The day of the newest source: a review looks at sources, and does not make their facts any newer. */
function dateOfFacts(record: ModelRecord): PartialDate {
  const seen = record.sources.map((source) => source.seen).sort();
  const newest = seen.at(-1);
  return newest !== undefined && newest < record.reviewed ? newest : record.reviewed;
}
