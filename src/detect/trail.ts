import { detached } from "../detached.ts";
import type { Candidate, Detection } from "./candidate.ts";
import { changeBetween, type TextChange } from "./change.ts";
import type { Frame } from "./frame.ts";
import type { Interest } from "./interest.ts";
import type { Checkpoint, ReaderState, Resumption } from "./resumption.ts";

/*
 * After a change only what it can reach is read again. A pass over a text leaves a trail of checkpoints, at each of which its reader is at
 * rest: nothing is half read. The pass over the changed text begins at the last checkpoint whose state knows nothing of what has changed.
 * Behind the change it compares its own state with that of each checkpoint left before: where both are the same, with all places moved, so is
 * everything that follows, and is taken over.
 *
 * A reader takes part in it with a {@link Trail}. It has to tell all that it remembers ({@link ReaderState}) and how far it looks ahead.
 */

/** Compiles only where nothing is `Missing`: for lists of the fields that a reader's state holds. */
export type None<Missing extends never> = Missing;

/** Remembers that what stands before `at` has been looked at: a change there may change what has been read already. */
export function noteSeen(reader: { seenTo: number }, at: number): void {
  if (at > reader.seenTo) reader.seenTo = at;
}

/** So far behind and ahead of a place a reader may look without telling. */
export const margin = 64;

/** Checkpoints lie at least so far apart, and there are at most about so many. */
const shortestStretch = 2048;
const mostCheckpoints = 512;

/** A text so long is worth a value of a checkpoint's state. */
const unitsForValue = 4;

const nothingAbsent: readonly string[] = [];

/** One pass over a text, which begins where the pass before can no longer be trusted and ends where it can be again. */
export class Trail {
  /** where the reader goes on from; null: it begins at the beginning */
  readonly start: Checkpoint | null;
  /** what the reader has found before the start; it adds what it finds */
  readonly candidates: Candidate[];
  readonly modules: string[];
  /** the reader need not call {@link rest} before this place */
  next: number;
  /** of the passes over both texts: those up to the start, then the reader's */
  readonly #checkpoints: Checkpoint[];
  readonly #earlier: { readonly found: Detection; readonly left: Resumption; readonly change: TextChange } | null;
  /** the first of the earlier checkpoints that may be reached again */
  #later = 0;
  /** so many of them are passed over when the next one turns out to differ: the more do, the less likely is any */
  #passedOver = 0;
  /** how far the reader has looked since the last checkpoint */
  #seenTo = 0;
  /** behind so many all that is found is what the pass before has found */
  #fresh: { readonly candidates: number; readonly modules: number } | null = null;
  readonly #stretch: number;

  /**
   * @param reader tells readers apart: what one has left is nothing to another
   * @param before what the pass over an earlier text of the document has found; null where there was none
   */
  constructor(
    readonly text: string,
    readonly reader: object,
    readonly interest: Interest | null,
    before: Detection | null,
  ) {
    this.#stretch = Math.max(shortestStretch, Math.ceil(text.length / mostCheckpoints));
    const left = before?.resumption;
    if (before === null || left === undefined || left.reader !== reader || left.interest !== interest) {
      this.#earlier = null;
      this.#checkpoints = [];
    } else {
      const change = changeBetween(left.text, text);
      this.#earlier = { found: before, left, change };
      this.#checkpoints = left.checkpoints.slice(0, countUntouched(left.checkpoints, change, text));
      this.#later = left.checkpoints.findIndex(({ at }) => at >= change.oldEnd + margin);
      if (this.#later < 0) this.#later = left.checkpoints.length;
    }
    this.start = this.#checkpoints.at(-1) ?? null;
    this.candidates = before === null || this.start === null ? [] : before.candidates.slice(0, this.start.candidates);
    this.modules = left === undefined || this.start === null ? [] : left.modules.slice(0, this.start.modules);
    this.next = this.#nextAfter();
  }

  /**
   * The reader is at rest at `at`, at or behind {@link next}. True: it has come to where everything is known, and need not read on.
   * @param seenTo how far it has looked ahead since the last call, where that is more than {@link margin} ahead of what it has read
   * @param absent what it has looked for in all of the text behind and not found, since the beginning
   */
  rest(at: number, seenTo: number, absent: readonly string[], state: ReaderState): boolean {
    this.#seenTo = Math.max(this.#seenTo, seenTo);
    const here: Checkpoint = {
      at,
      seenTo: this.#seenTo,
      absent: absent.length === 0 ? nothingAbsent : absent,
      candidates: this.candidates.length,
      modules: this.modules.length,
      state,
    };
    if (this.#earlier !== null) {
      const { left, change } = this.#earlier;
      const shift = change.newEnd - change.oldEnd;
      while ((left.checkpoints[this.#later]?.at ?? at) + shift < at && this.#later < left.checkpoints.length) this.#later++;
      const there = left.checkpoints[this.#later];
      if (there !== undefined && there.at + shift === at) {
        if (this.#isSame(here, there, change)) {
          this.#join(here, there);
          return true;
        }
        this.#later += 1 + this.#passedOver;
        this.#passedOver = 1 + 2 * this.#passedOver;
      }
    }
    if (at >= this.#nextDue()) this.#leave(here);
    this.next = this.#nextAfter();
    return false;
  }

  /** What has been found since a candidate was the `index`th has been changed afterwards: checkpoints behind it know nothing of that. */
  forgetAfter(index: number): void {
    for (let last = this.#checkpoints.at(-1); last !== undefined && last.candidates > index; last = this.#checkpoints.at(-1)) {
      this.#seenTo = Math.max(this.#seenTo, last.seenTo);
      this.#checkpoints.pop();
    }
    this.next = this.#nextAfter();
  }

  /** What this pass and the ones before have found. */
  detection(): Detection {
    const fresh = this.#fresh ?? { candidates: this.candidates.length, modules: this.modules.length };
    const copies = new Copies();
    for (let i = this.start?.candidates ?? 0; i < fresh.candidates; i++) {
      const candidate = this.candidates[i];
      if (candidate !== undefined) this.candidates[i] = copies.candidate(candidate);
    }
    for (let i = this.start?.modules ?? 0; i < fresh.modules; i++) this.modules[i] = copies.text(this.modules[i] ?? "");
    return {
      candidates: this.candidates,
      modules: [...new Set(this.modules)],
      resumption: { reader: this.reader, interest: this.interest, text: this.text, checkpoints: this.#checkpoints, modules: this.modules },
    };
  }

  #leave(checkpoint: Checkpoint): void {
    this.#checkpoints.push(checkpoint);
    this.#seenTo = 0;
  }

  /** Where the next checkpoint is worth what it costs: a state of many values, deep in brackets, is kept less often. */
  #nextDue(): number {
    const last = this.#checkpoints.at(-1);
    if (last === undefined) return this.#stretch;
    const { places, values } = last.state;
    return last.at + Math.max(this.#stretch, (places.length + values.length) * unitsForValue);
  }

  #nextAfter(): number {
    const due = this.#nextDue();
    const later = this.#earlier?.left.checkpoints[this.#later];
    return this.#earlier === null || later === undefined
      ? due
      : Math.min(due, later.at + this.#earlier.change.newEnd - this.#earlier.change.oldEnd);
  }

  #isSame(here: Checkpoint, there: Checkpoint, change: TextChange): boolean {
    // blanks are looked back over, whatever their number
    if (this.text.slice(change.newEnd, here.at).trimEnd().length < margin) return false;
    const places = here.state.places;
    const moved = movedPlaces(there.state.places, change);
    if (moved === null || moved.length !== places.length || moved.some((place, i) => place !== places[i])) return false;
    const values = there.state.values;
    return values.length === here.state.values.length && here.state.values.every((value, i) => isSameValue(value, values[i]));
  }

  /** Takes over what the pass before has found from `there` on, which is `here` now. */
  #join(here: Checkpoint, there: Checkpoint): void {
    if (this.#earlier === null) return;
    const { found, left, change } = this.#earlier;
    const shift = change.newEnd - change.oldEnd;
    this.#fresh = here;
    for (let i = there.candidates; i < found.candidates.length; i++) {
      const candidate = found.candidates[i];
      if (candidate !== undefined) this.candidates.push(shift === 0 ? candidate : moved(candidate, shift));
    }
    for (let i = there.modules; i < left.modules.length; i++) this.modules.push(left.modules[i] ?? "");
    this.#leave(here);
    for (let i = this.#later + 1; i < left.checkpoints.length; i++) {
      const checkpoint = left.checkpoints[i];
      const places = checkpoint === undefined ? null : movedPlaces(checkpoint.state.places, change);
      if (checkpoint === undefined || places === null) break;
      this.#checkpoints.push({
        at: checkpoint.at + shift,
        seenTo: checkpoint.seenTo + shift,
        absent: checkpoint.absent,
        candidates: checkpoint.candidates + here.candidates - there.candidates,
        modules: checkpoint.modules + here.modules - there.modules,
        state: { places, values: checkpoint.state.values },
      });
    }
  }
}

/** How many checkpoints hold whatever the change has brought: nothing of it had been seen there. */
function countUntouched(checkpoints: readonly Checkpoint[], change: TextChange, text: string): number {
  let absent = nothingAbsent;
  for (const [i, checkpoint] of checkpoints.entries()) {
    if (Math.max(checkpoint.at, checkpoint.seenTo) + margin > change.start) return i;
    if (checkpoint.absent !== absent) {
      absent = checkpoint.absent;
      if (absent.some((part) => text.slice(Math.max(0, change.start - part.length), change.newEnd + part.length).includes(part))) return i;
    }
  }
  return checkpoints.length;
}

/** The places after the change; null where one of them is, or reaches, into it. */
function movedPlaces(places: readonly number[], change: TextChange): readonly number[] | null {
  const shift = change.newEnd - change.oldEnd;
  const all = places.slice();
  for (let i = 0; i + 1 < places.length; i += 2) {
    const start = places[i] ?? -1;
    const end = places[i + 1] ?? -1;
    if (start <= change.start && end <= change.start) continue;
    // what stands right before a place is looked at, too
    if (start < change.oldEnd + 2 || end < start) return null;
    all[i] = start + shift;
    all[i + 1] = end + shift;
  }
  return all;
}

type Value = ReaderState["values"][number];

function isSameValue(one: Value, other: Value | undefined): boolean {
  return one === other || (Array.isArray(one) && Array.isArray(other) && JSON.stringify(one) === JSON.stringify(other));
}

function moved(candidate: Candidate, shift: number): Candidate {
  const { start, end } = candidate.range;
  return { ...candidate, range: { start: start + shift, end: end + shift } };
}

/** Makes of what is found what {@link detached} does, and of what many candidates share one copy: the same long text may stand before thousands. */
class Copies {
  readonly #texts = new Map<string, string>();
  readonly #frames = new Map<Frame, Frame>();

  text(text: string): string {
    let copy = this.#texts.get(text);
    if (copy === undefined) {
      copy = detached(text);
      this.#texts.set(copy, copy);
    }
    return copy;
  }

  candidate({ text, range, context, cell }: Candidate): Candidate {
    return { text: this.text(text), range, context: context.map((frame) => this.#frame(frame)), cell };
  }

  #frame(frame: Frame): Frame {
    const known = this.#frames.get(frame);
    if (known !== undefined) return known;
    const copy: Frame = { ...frame };
    const fields: Record<string, unknown> = copy;
    for (const name in fields) {
      const value = fields[name];
      if (typeof value === "string") fields[name] = this.text(value);
    }
    this.#frames.set(frame, copy);
    return copy;
  }
}
