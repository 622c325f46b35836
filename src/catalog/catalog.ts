import type { Identity } from "../identify/identity.ts";
import type { CatalogIndex, DatasetRecord, LicenseRecord, Member, ModelRecord, PartialDate } from "./record.ts";

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
}

/** Read access to the records: look-ups only, no judgement. */
export interface Catalog {
  readonly asOf: PartialDate;
  readonly models: readonly ModelRecord[];
  /** Finds the record that answers for `identity`, or null. Never guesses from an organisation's name. */
  find(identity: Identity): CatalogMatch | null;
  model(id: string): ModelRecord | undefined;
  dataset(id: string): DatasetRecord | undefined;
  license(id: string): LicenseRecord | undefined;
  developerName(id: string): string;
}

export type OpenCatalog = (index: CatalogIndex) => Catalog;
