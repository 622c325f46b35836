import type { ProjectRecord } from "../catalog/catalog.ts";
import type {
  Citation,
  Component,
  ComponentState,
  Developer,
  EnergyConsumption,
  Feature,
  LicenseKind,
  ModelRecord,
  Opinion,
  PartialDate,
  Source,
  Stage,
  Task,
  Term,
  Variant,
} from "../catalog/record.ts";
import type { Identity } from "../identify/identity.ts";

/** From least to most open; `unknown` stands outside the order. */
export const classes = ["closed", "open-weights", "partial-recipe", "open-recipe"] as const;

export type OpennessClass = (typeof classes)[number] | "unknown";

export type Confidence = "sure" | "likely" | "disputed";

export type Capability =
  | "run-locally"
  | "fine-tune"
  | "use-commercially"
  | "keep"
  | "audit-data"
  | "reproduce"
  | "train-comparable"
  | "improve-recipe";

export interface CapabilityAnswer {
  readonly capability: Capability;
  readonly answer: "yes" | "no" | "partly" | "unknown";
  readonly reason: string;
}

/** One step of the lineage, from the model to its roots. */
export interface LineageStep {
  /** id of a model record */
  readonly model: string;
  readonly name: string;
  readonly relation: string;
  readonly class: OpennessClass;
  /** 1 for a direct base */
  readonly depth: number;
}

export interface ComponentAssessment {
  readonly component: Component;
  readonly state: ComponentState;
  readonly license: string | null;
  readonly source: Source | null;
}

/** The five things the hover's strip shows. */
export interface RecipeStrip {
  readonly weights: ComponentState;
  readonly data: ComponentState;
  readonly code: ComponentState;
  readonly checkpoints: ComponentState;
  readonly report: ComponentState;
}

export interface DatasetAssessment {
  readonly id: string;
  readonly name: string;
  readonly stage: Stage;
  readonly state: string;
  readonly gate: string;
  /** open: anyone can obtain or rebuild it today; partial: pointers, a fee, withdrawn without a copy */
  readonly openness: ComponentState;
  readonly license: string | null;
}

/** The one checkpoint that the name means, where the record lists it: what a person who wants to run it asks first. */
export interface Checkpoint {
  readonly name: string;
  /** billions, total */
  readonly parameters: number | null;
  /** billions active per token, where fewer than all */
  readonly activeParameters: number | null;
  /** tokens */
  readonly context: number | null;
  /** embeddings: dimension */
  readonly dimension: number | null;
}

/** Gigabytes (10⁹ bytes) that the weights alone take, computed from the number of parameters; caches and activations come on top. */
export interface WeightsMemory {
  readonly bits16: number;
  readonly bits4: number;
}

/** The verdict on one identity, with its reasons. */
export interface Assessment {
  readonly identity: Identity;
  /** id of the record that answers, or null */
  readonly model: string | null;
  /** for people: the checkpoint's or record's name */
  readonly name: string;
  /** who made it, by name; null where a name alone tells what it was made from */
  readonly developer: string | null;
  /** the same with kind and legal seat */
  readonly maker: Developer | null;
  /** who serves it under this name, apart from who made it; null where nobody does or the name does not tell */
  readonly hostedBy: string | null;
  readonly class: OpennessClass;
  readonly confidence: Confidence;
  /** reached by a name alone */
  readonly inferred: boolean;
  readonly moving: boolean;
  /** the pattern of the record by which alone it knows this name, or null: a name that nobody has listed */
  readonly family: string | null;
  /** SPDX id, `LicenseRef-...`, or null where none is stated or known */
  readonly license: string | null;
  readonly licenseName: string | null;
  readonly licenseKind: LicenseKind;
  readonly terms: readonly Term[];
  /** `I`, `II`, `III`, or `not determinable` with what is missing in `mofMissing` */
  readonly mofClass: "I" | "II" | "III" | "not determinable";
  readonly mofMissing: readonly Component[];
  readonly bases: readonly { readonly model: string; readonly relation: string }[];
  readonly lineage: readonly LineageStep[];
  readonly components: readonly ComponentAssessment[];
  readonly recipe: RecipeStrip;
  readonly datasets: readonly DatasetAssessment[];
  readonly capabilities: readonly CapabilityAnswer[];
  readonly taughtBy: readonly {
    readonly teacher: string;
    readonly closed: boolean;
    readonly stage: Stage;
    readonly share: string | null;
    /** what the teacher's provider says about training on its outputs */
    readonly terms: string | null;
    readonly source: Source | null;
  }[];
  readonly tasks: readonly Task[];
  readonly variant: Variant | null;
  readonly features: readonly Feature[];
  readonly languages: ModelRecord["languages"] | null;
  readonly checkpoint: Checkpoint | null;
  readonly memory: WeightsMemory | null;
  readonly released: PartialDate | null;
  /** when the record was last gone through, or null where none answers */
  readonly reviewed: PartialDate | null;
  readonly energyConsumptions: readonly EnergyConsumption[];
  readonly citation: Citation | null;
  readonly opinions: readonly Opinion[];
  readonly sources: readonly Source[];
  readonly retired: { readonly date: PartialDate; readonly url: string } | null;
  readonly withdrawn: { readonly date: PartialDate; readonly url: string } | null;
  /** what of it the project itself says in its own file, of the model first; empty where every fact is the catalog's */
  readonly projectRecords: readonly ProjectRecord[];
  /** plain sentences: which fact gave which part of the verdict */
  readonly reasons: readonly string[];
  /** date of the facts: the record's newest source, or the catalog's where no record answers */
  readonly asOf: PartialDate;
}
