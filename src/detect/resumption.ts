import type { Frame } from "./frame.ts";
import type { Interest } from "./interest.ts";

/* What a pass over a text leaves to the next one, see trail.ts. */

/** All that a reader remembers where it is at rest, so that it can go on from there. */
export interface ReaderState {
  /**
   * places in the text, in pairs `start, end`: -1 and -1 for none, twice the same for a place alone. A reader may look again at what stands
   * between the two, and at nothing else that lies further than trail.ts allows behind it
   */
  readonly places: readonly number[];
  /** everything else: plain values, and lists of frames */
  readonly values: readonly (string | number | boolean | null | readonly Frame[])[];
}

export interface Checkpoint {
  /** the place of rest: what is read next stands here */
  readonly at: number;
  /** how far the reader has looked since the checkpoint before */
  readonly seenTo: number;
  /** what the reader has looked for in all of the text behind, and not found */
  readonly absent: readonly string[];
  /** how many there were so far */
  readonly candidates: number;
  readonly modules: number;
  readonly state: ReaderState;
}

/** What a pass leaves to the next one over the same document: for the trail alone. */
export interface Resumption {
  readonly reader: object;
  readonly interest: Interest | null;
  readonly text: string;
  readonly checkpoints: readonly Checkpoint[];
  /** as often as they are named */
  readonly modules: readonly string[];
}
