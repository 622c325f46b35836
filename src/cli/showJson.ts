import type { Assessment } from "../assess/assessment.ts";
import type { Source } from "../catalog/record.ts";
import { type IdentityJson, identityJson } from "./identityJson.ts";
import { type ProjectRecordJson, projectRecordsJson } from "./projectRecordsJson.ts";

interface SourceJson {
  readonly url: string;
  readonly shows: string | null;
  readonly seen: string;
}

/** The contract of `show --format json`: one element of the array. */
export interface ShowJson {
  readonly query: string;
  readonly identity: IdentityJson;
  readonly model: string | null;
  /** for people: the checkpoint's or record's name */
  readonly name: string;
  readonly developer: {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    /** ISO 3166-1 alpha-2 */
    readonly seat: string | null;
  } | null;
  /** who serves it under this name */
  readonly hostedBy: string | null;
  readonly class: string;
  readonly inferred: boolean;
  readonly moving: boolean;
  /** the pattern by which alone the record knows this name */
  readonly family: string | null;
  readonly confidence: string;
  readonly license: string | null;
  readonly licenseName: string | null;
  readonly licenseKind: string;
  readonly terms: readonly { readonly kind: string; readonly text: string; readonly source: SourceJson | null }[];
  readonly mofClass: string;
  /** what the next class of the framework asks for and is not known to be out under an open licence */
  readonly mofMissing: readonly string[];
  readonly bases: readonly { readonly model: string; readonly relation: string }[];
  /** what of it the project itself says in its own file; absent where every fact is the catalog's */
  readonly projectRecords?: readonly ProjectRecordJson[];
  readonly lineage: readonly {
    readonly model: string;
    readonly name: string;
    readonly relation: string;
    readonly class: string;
    readonly depth: number;
  }[];
  readonly components: readonly {
    readonly component: string;
    readonly state: string;
    readonly license: string | null;
    readonly source: SourceJson | null;
  }[];
  readonly datasets: readonly {
    readonly id: string;
    readonly name: string;
    readonly stage: string;
    readonly state: string;
    readonly gate: string;
    readonly openness: string;
    readonly license: string | null;
  }[];
  readonly capabilities: readonly { readonly capability: string; readonly answer: string; readonly reason: string }[];
  readonly taughtBy: readonly {
    readonly teacher: string;
    readonly closed: boolean;
    readonly stage: string;
    readonly share: string | null;
    readonly terms: string | null;
    readonly source: SourceJson | null;
  }[];
  readonly tasks: readonly string[];
  readonly variant: string | null;
  readonly features: readonly string[];
  /** `english`, `multilingual`, or a list of ISO 639 codes */
  readonly languages: string | readonly string[] | null;
  readonly checkpoint: {
    readonly name: string;
    /** billions */
    readonly parameters: number | null;
    /** billions */
    readonly activeParameters: number | null;
    /** tokens */
    readonly context: number | null;
    readonly dimension: number | null;
  } | null;
  /** gigabytes for the weights alone, computed from the number of parameters */
  readonly memory: { readonly bits16: number; readonly bits4: number } | null;
  readonly released: string | null;
  readonly retired: { readonly date: string; readonly url: string } | null;
  readonly withdrawn: { readonly date: string; readonly url: string } | null;
  readonly energyConsumptions: readonly {
    readonly activity: string;
    /** kWh */
    readonly energyCost: number | null;
    /** tonnes of CO2 equivalent */
    readonly co2CostEquivalent: number | null;
    readonly note: string | null;
    readonly source: SourceJson | null;
  }[];
  readonly citation: {
    readonly title: string;
    readonly authors: readonly string[];
    readonly year: number;
    readonly arxiv: string | null;
    readonly doi: string | null;
    readonly url: string | null;
  } | null;
  readonly reasons: readonly string[];
  readonly opinions: readonly { readonly by: string; readonly value: string; readonly date: string; readonly url: string }[];
  readonly sources: readonly SourceJson[];
  readonly reviewed: string | null;
  readonly asOf: string;
}

/** An assessment as data. Every key is written out, so that what the engine adds for itself does not leak into the contract. */
export function showJson(query: string, assessment: Assessment): ShowJson {
  const { maker, checkpoint, memory, retired, withdrawn, citation } = assessment;
  return {
    query,
    identity: identityJson(assessment.identity),
    model: assessment.model,
    name: assessment.name,
    developer: maker && { id: maker.id, name: maker.name, kind: maker.kind, seat: maker.seat ?? null },
    hostedBy: assessment.hostedBy,
    class: assessment.class,
    inferred: assessment.inferred,
    moving: assessment.moving,
    family: assessment.family,
    confidence: assessment.confidence,
    license: assessment.license,
    licenseName: assessment.licenseName,
    licenseKind: assessment.licenseKind,
    terms: assessment.terms.map(({ kind, text, source }) => ({ kind, text, source: sourceJson(source) })),
    mofClass: assessment.mofClass,
    mofMissing: assessment.mofMissing,
    bases: assessment.bases.map(({ model, relation }) => ({ model, relation })),
    ...projectRecordsJson(assessment),
    lineage: assessment.lineage.map((step) => ({
      model: step.model,
      name: step.name,
      relation: step.relation,
      class: step.class,
      depth: step.depth,
    })),
    components: assessment.components.map(({ component, state, license, source }) => ({
      component,
      state,
      license,
      source: sourceJson(source),
    })),
    datasets: assessment.datasets.map(({ id, name, stage, state, gate, openness, license }) => ({
      id,
      name,
      stage,
      state,
      gate,
      openness,
      license,
    })),
    capabilities: assessment.capabilities.map(({ capability, answer, reason }) => ({ capability, answer, reason })),
    taughtBy: assessment.taughtBy.map(({ teacher, closed, stage, share, terms, source }) => ({
      teacher,
      closed,
      stage,
      share,
      terms,
      source: sourceJson(source),
    })),
    tasks: assessment.tasks,
    variant: assessment.variant,
    features: assessment.features,
    languages: assessment.languages ?? null,
    checkpoint: checkpoint && {
      name: checkpoint.name,
      parameters: checkpoint.parameters,
      activeParameters: checkpoint.activeParameters,
      context: checkpoint.context,
      dimension: checkpoint.dimension,
    },
    memory: memory && { bits16: memory.bits16, bits4: memory.bits4 },
    released: assessment.released,
    retired: retired && { date: retired.date, url: retired.url },
    withdrawn: withdrawn && { date: withdrawn.date, url: withdrawn.url },
    energyConsumptions: assessment.energyConsumptions.map(({ activity, energyCost, co2CostEquivalent, note, source }) => ({
      activity,
      energyCost: energyCost ?? null,
      co2CostEquivalent: co2CostEquivalent ?? null,
      note: note ?? null,
      source: sourceJson(source),
    })),
    citation: citation && {
      title: citation.title,
      authors: citation.authors,
      year: citation.year,
      arxiv: citation.arxiv ?? null,
      doi: citation.doi ?? null,
      url: citation.url ?? null,
    },
    reasons: assessment.reasons,
    opinions: assessment.opinions.map(({ by, value, date, url }) => ({ by, value, date, url })),
    sources: assessment.sources.map(({ url, shows, seen }) => ({ url, shows: shows ?? null, seen })),
    reviewed: assessment.reviewed,
    asOf: assessment.asOf,
  };
}

function sourceJson(source: Source | null | undefined): SourceJson | null {
  return source ? { url: source.url, shows: source.shows ?? null, seen: source.seen } : null;
}
