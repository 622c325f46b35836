import type { Identity } from "../identify/identity.ts";
import type { CatalogIndex, DatasetRecord, Developer, LicenseRecord, Member, ModelRecord, PartialDate, Task } from "./record.ts";

/** The record that answers for an identity, and how it was reached. */
export interface CatalogMatch {
  readonly record: ModelRecord;
  /** the single checkpoint, where the record lists it */
  readonly member: Member | null;
  /** reached by a quantiser's, converter's or fine-tuner's name alone, not by a name that the record holds */
  readonly inferred: null | "quantisation" | "conversion" | "fine-tune";
  /** a customer's own fine-tune that stays with the provider: `ft:gpt-4o-mini-2024-07-18:org::id` */
  readonly tuned: boolean;
  /** the name is a moving alias: it can mean other weights tomorrow */
  readonly moving: boolean;
  /**
   * the pattern that alone answers, where what its stars stand for is more than sizes, dates, versions and known marks: nobody has
   * listed this name, and nobody has seen that it exists. Null for listed names and their documented forms
   */
  readonly family: string | null;
  /** how the name was found: as its own scheme writes it, as another scheme that it shares names with, or by respelling it */
  readonly spelling: "own" | "shared" | "free";
}

/** What the project itself says in its own file: a record that the catalog does not have, or fields in place of the catalog's. */
export interface ProjectRecord {
  readonly kind: "model" | "dataset" | "license";
  readonly id: string;
  /** why, in the project's words */
  readonly reason: string;
  /** the fields that stand in place of the catalog's; empty for a record of the project's own */
  readonly corrects: readonly string[];
}

/** Read access to the records: look-ups only, no judgement. */
export interface Catalog {
  readonly asOf: PartialDate;
  readonly models: readonly ModelRecord[];
  /** Those of `models` that do a task, list their checkpoints, and do not withhold the weights. Much faster than to look through all. */
  openModels(task: Task): readonly ModelRecord[];
  /** Finds the record that answers for `identity`, or null. Never guesses from an organisation's name. */
  find(identity: Identity): CatalogMatch | null;
  /**
   * Whether `text` may be a name that a record holds, listed or by a pattern: false only where {@link find} answers with nothing, or with what
   * it infers, whatever scheme the text is read in. Plain words of everyday use count as none. Much faster than looking.
   */
  mayHold(text: string): boolean;
  model(id: string): ModelRecord | undefined;
  dataset(id: string): DatasetRecord | undefined;
  license(id: string): LicenseRecord | undefined;
  developer(id: string): Developer | undefined;
  developerName(id: string): string;
  /** What the project itself says of a record; undefined where every fact in it is the catalog's. */
  projectRecord(kind: ProjectRecord["kind"], id: string): ProjectRecord | undefined;
}

export type OpenCatalog = (index: CatalogIndex) => Catalog;
