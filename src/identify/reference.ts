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

/** What the document shows beside the name: it decides whether a swap of the name alone can be enough. */
export interface PlaceFacts {
  /** features of the model that the document visibly uses */
  readonly uses: readonly Feature[];
  /** settings of the document that hang on the model, in words: a chat template, LoRA targets */
  readonly tiedSettings: readonly string[];
}
