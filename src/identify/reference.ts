import type { Feature, Task } from "../catalog/record.ts";
import type { Candidate } from "../detect/candidate.ts";
import type { Identity } from "./identity.ts";

export type Evidence = "runtime" | "generic" | "bare";

/** `use`: what a program, config or command will use. `option`: what it offers to choose. */
export type Role = "use" | "option";

/** An accepted candidate: a place that selects a model. */
export interface ModelReference {
  readonly candidate: Candidate;
  readonly identity: Identity;
  readonly evidence: Evidence;
  readonly role: Role;
  /** id of the runtime that will resolve the name, where that shows */
  readonly runtime: string | null;
  /** what the place asks for, where it tells */
  readonly task: Task | null;
  /** false where a swap of this string alone makes no sense: a tokenizer, an address of one file */
  readonly swappable: boolean;
  /** what a change of this name alone would leave undone elsewhere */
  readonly needs: readonly string[];
}

/** What the code around a name shows that it asks of the model, and whether a swap of the name alone can be enough. */
export interface PlaceFacts {
  /** features of the model that the place, or the document where that cannot be told, visibly uses */
  readonly uses: readonly Feature[];
  /** settings of the document that hang on the model, in words: a chat template, LoRA targets */
  readonly tiedSettings: readonly string[];
  /** tokens that the model has to take: a context length that is set, or the length of answers that is asked for; null where neither shows */
  readonly context: number | null;
  /** dimensions of the vectors that an index or a request states; null where none does */
  readonly dimension: number | null;
  /** ISO 639-1 codes of the languages that are asked for: `language="de"` */
  readonly languages: readonly string[];
}
