import type { Namespace } from "../identify/identity.ts";

/**
 * The catalog's facts, as they stand in the YAML files and in the index made from them. Classes are not among them:
 * they are computed from these facts (assess/).
 */

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string;

/** Where a fact was seen. */
export interface Source {
  /** an address that was read, or that stands in data that was read */
  readonly url: string;
  /** what it shows, in a few words of our own */
  readonly shows?: string;
  /** when it was read, or the date of the data in which it stands */
  readonly seen: PartialDate;
}

export type Task =
  | "text-generation"
  | "code"
  | "embedding"
  | "rerank"
  | "classification"
  | "fill-mask"
  | "translation"
  | "vision-language"
  | "image-generation"
  | "image-classification"
  | "image-embedding"
  | "video-generation"
  | "speech-recognition"
  | "speech-synthesis"
  | "audio"
  | "time-series"
  | "moderation"
  | "other";

/** How a text generator is meant to be used; null for the tasks where the question does not arise. */
export type Variant = "base" | "instruct" | "thinking";

/** A component's state: `partial` means that something of it is out, not all; `unknown` that nobody looked or says. */
export type ComponentState = "open" | "partial" | "withheld" | "unknown";

/** The 17 components of the Model Openness Framework 1.0, in its order. */
export const components = [
  "model-architecture",
  "data-preprocessing-code",
  "training-code",
  "inference-code",
  "evaluation-code",
  "supporting-libraries",
  "model-parameters",
  "intermediate-parameters",
  "model-metadata",
  "datasets",
  "evaluation-data",
  "sample-outputs",
  "model-card",
  "data-card",
  "technical-report",
  "research-paper",
  "evaluation-results",
] as const;

export type Component = (typeof components)[number];

export interface ComponentFact {
  readonly state: ComponentState;
  /** SPDX id, or `LicenseRef-...` of licenses.yaml */
  readonly license?: string;
  readonly source?: Source;
  readonly note?: string;
}

export type DatasetState = "downloadable" | "rebuildable" | "pointers" | "documented" | "withdrawn" | "withheld";

export interface DatasetRecord {
  /** kebab case: `dolma-3-mix` */
  readonly id: string;
  readonly name: string;
  readonly state: DatasetState;
  readonly gate: "none" | "terms" | "agreement" | "fee";
  /** SPDX id, or `LicenseRef-...`; absent where none is stated */
  readonly license?: string;
  /** hub ids under which it can be found */
  readonly huggingface?: readonly string[];
  /** withdrawn sets: when, and where complete copies lie */
  readonly withdrawn?: { readonly date: PartialDate; readonly copies: readonly string[] };
  /** why the state is what it is, where that is not plain */
  readonly reason?: string;
  readonly sources: readonly Source[];
  /** true where nothing of this was seen in a source: recalled only */
  readonly unverified?: boolean;
  readonly reviewed: PartialDate;
}

export type Stage =
  | "pre-training"
  | "mid-training"
  | "long-context"
  | "instruction"
  | "preference"
  | "reinforcement"
  | "distillation"
  | "fine-tuning";

/** One stage that shaped the weights. */
export interface TrainingStage {
  readonly stage: Stage;
  /** ids of dataset records: all that is known of what it was trained on */
  readonly datasets: readonly string[];
  /** true where the stage used more than `datasets`, and that is withheld */
  readonly undisclosed?: boolean;
  /** training code and configuration of this stage */
  readonly code: ComponentState;
  readonly source?: Source;
  readonly note?: string;
}

/** `initialised-from` in all its forms: the class is never above the base's. `quantisation` and `conversion` are neutral. */
export type BaseRelation = "fine-tune" | "merge" | "prune" | "expand" | "upcycle" | "quantisation" | "conversion";

export interface Base {
  /** id of a model record */
  readonly model: string;
  readonly relation: BaseRelation;
  readonly source?: Source;
}

/** A frozen part taken from another model: an image encoder, a text encoder, an autoencoder. */
export interface ContainedPart {
  readonly part: string;
  /** id of a model record, where there is one; else `recipe` says what is known */
  readonly model?: string;
  readonly name?: string;
  readonly recipe?: "open" | "withheld" | "unknown";
  readonly source?: Source;
}

/** Outputs, logits, labels, judgements or filters of another model went into the training data. Never caps; it marks. */
export interface Teaching {
  readonly teacher: string;
  readonly closed: boolean;
  readonly stage: Stage;
  /** how much, in words or numbers of the source */
  readonly share?: string;
  /** what the teacher's provider says about training on its outputs, in our own words */
  readonly terms?: string;
  readonly source?: Source;
}

/**
 * What the training took, as the developer or its paper discloses it. The words are CycloneDX's
 * (`environmentalConsiderations.energyConsumptions`).
 */
export interface EnergyConsumption {
  /** the part of the training it stands for; `training` where the source tells one figure for all */
  readonly activity: Stage | "training";
  /** kWh */
  readonly energyCost?: number;
  /** tonnes of CO2 equivalent */
  readonly co2CostEquivalent?: number;
  /** what the figure covers, where the source says: sizes, hardware, location or market based */
  readonly note?: string;
  readonly source: Source;
}

/** The work that its makers ask to be cited. */
export interface Citation {
  readonly title: string;
  /** `Given Family`, in order; `others` as the last one where the list goes on */
  readonly authors: readonly string[];
  readonly year: number;
  /** `2501.00656` */
  readonly arxiv?: string;
  readonly doi?: string;
  readonly url?: string;
}

/** A clause that bites beyond the licence's name. */
export interface Term {
  readonly kind:
    | "user-ceiling"
    | "naming"
    | "use-policy"
    | "non-commercial"
    | "research-only"
    | "indemnity"
    | "gate"
    | "inherited"
    | "attribution"
    | "no-competition"
    | "other";
  /** one sentence, our own words */
  readonly text: string;
  readonly source?: Source;
}

export type LicenseKind = "osi" | "permissive-content" | "use-restricted" | "non-commercial" | "proprietary" | "none" | "unknown";

export interface LicenseRecord {
  /** SPDX id, or `LicenseRef-...` where SPDX has none */
  readonly id: string;
  readonly name: string;
  readonly kind: LicenseKind;
  /** as the hub's `license:` tag writes it, where that differs */
  readonly hubTags?: readonly string[];
  readonly terms?: readonly Term[];
}

/** What somebody else says of the model's openness. */
export interface Opinion {
  readonly by: "OSAI" | "MOT" | "os-ai-map";
  readonly value: string;
  readonly date: PartialDate;
  readonly url: string;
}

export type Feature = "tools" | "structured-output" | "image-input" | "audio-input" | "fill-in-the-middle" | "reasoning";

/** What a host allows of a checkpoint, at the date of the source: limits belong to the model, the host and a date. */
export interface HostLimit {
  /** a namespace (`ollama`, `openrouter`, `bedrock`) or a key of {@link Member.hosts} */
  readonly host: string;
  /** tokens that it takes */
  readonly context?: number;
  /** features of the model that the host does not pass on */
  readonly without?: readonly Feature[];
  readonly source: Source;
}

/** One checkpoint that can stand in for another: what a swap has to know and to write. */
export interface Member {
  /** the hub id, or the provider's id where there are no weights */
  readonly name: string;
  /** billions, total */
  readonly parameters?: number;
  /** billions active per token, where fewer than all */
  readonly activeParameters?: number;
  /** tokens */
  readonly context?: number;
  /** embeddings: dimension */
  readonly dimension?: number;
  /** the exact name in each scheme, seen in a source: what is printed there. Ollama names carry their tag */
  readonly names: Partial<Readonly<Record<Namespace, string>>>;
  /**
   * other exact names of the very same weights: Ollama's tags of equal hash (its bare name means one of them), ids from before an
   * organisation was renamed
   */
  readonly aliases?: Partial<Readonly<Record<Namespace, readonly string[]>>>;
  /** LiteLLM or other routes that have a spelling of their own, by host: `{ publicai: "allenai/Olmo-3-7B-Instruct" }` */
  readonly hosts?: Readonly<Record<string, string>>;
  /** hub id of a GGUF conversion, seen in a source: what llama.cpp, `ollama run hf.co/...` and Docker Model Runner take */
  readonly gguf?: string;
  readonly limits?: readonly HostLimit[];
  /** when a name was last seen where it is served, by namespace or host; names of the hub need none */
  readonly lastSeen?: Readonly<Record<string, PartialDate>>;
  readonly license?: string;
  /** where this checkpoint is another tier than its family */
  readonly capabilityTier?: 1 | 2 | 3 | 4 | 5;
  /** needed before it can be used: a gate, a token, a use policy */
  readonly needs?: readonly string[];
}

/** A model, or a family of models whose facts are the same. */
export interface ModelRecord {
  /** `developer/family-slug` */
  readonly id: string;
  readonly name: string;
  /** id of the developer: the file's name */
  readonly developer: string;
  /**
   * every name of it, by scheme; `*` stands for any run of characters without `/`; case does not count. Where
   * patterns of two records match, the one with more literal characters wins, and an exact name before any pattern.
   */
  readonly names: Partial<Readonly<Record<Namespace, readonly string[]>>>;
  readonly members?: readonly Member[];
  readonly tasks: readonly Task[];
  readonly variant?: Variant;
  readonly features?: readonly Feature[];
  readonly languages?: "english" | "multilingual" | readonly string[];
  /** 1 small talk and extraction ... 5 frontier, at the date of the record; compares only within one task */
  readonly capabilityTier?: 1 | 2 | 3 | 4 | 5;
  readonly released?: PartialDate;
  /** the provider's own announcement of the end; a host's "not sooner than" is none */
  readonly retired?: { readonly date: PartialDate; readonly source: Source; readonly names?: readonly string[] };
  /** the weights were taken back by their developer */
  readonly withdrawn?: { readonly date: PartialDate; readonly source: Source };
  /** of the weights: SPDX id or `LicenseRef-...`; absent: none stated */
  readonly license?: string;
  readonly terms?: readonly Term[];
  /** `model-parameters` decides between closed and the rest: `withheld` means an API or a product only */
  readonly components: Partial<Readonly<Record<Component, ComponentFact>>>;
  readonly training?: readonly TrainingStage[];
  readonly bases?: readonly Base[];
  readonly contains?: readonly ContainedPart[];
  readonly taughtBy?: readonly Teaching[];
  /** how sure the facts are: `disputed` where good sources contradict each other */
  readonly confidence: "sure" | "likely" | "disputed";
  /** why, where ours is higher than an opinion, or where the case is hard */
  readonly reason?: string;
  readonly opinions?: readonly Opinion[];
  readonly energyConsumptions?: readonly EnergyConsumption[];
  readonly citation?: Citation;
  readonly sources: readonly Source[];
  readonly unverified?: boolean;
  readonly reviewed: PartialDate;
  /** names that move to other weights without notice: `gpt-4o`, `mistral-large-latest`; globs over `names` */
  readonly moving?: readonly string[];
}

export interface Developer {
  /** the file's name */
  readonly id: string;
  readonly name: string;
  readonly kind: "company" | "non-profit" | "university" | "public-body" | "community" | "person";
  /** ISO 3166-1 alpha-2 of the legal seat, where known */
  readonly seat?: string;
}

/** The whole catalog, as the build writes it and the engine reads it. */
export interface CatalogIndex {
  readonly version: 1;
  /** the newest review date of any record */
  readonly asOf: PartialDate;
  readonly developers: readonly Developer[];
  readonly licenses: readonly LicenseRecord[];
  readonly datasets: readonly DatasetRecord[];
  readonly models: readonly ModelRecord[];
}
