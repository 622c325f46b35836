// A reading at rest: all that is remembered behind an element, to be kept and to be gone on from after a change.

import type { ReaderState } from "../../resumption.ts";
import type { None, Trail } from "../../trail.ts";
import type { SiblingFacts, WordList } from "../configCommands.ts";
import { factsAt, isShort, valuesOfFacts } from "../siblingState.ts";
import { JsonContainer } from "./containers.ts";
import type { JsonRests } from "./reader.ts";

/** What is kept with an object or array while its strings are added. */
export interface ContainerData {
  readonly facts: SiblingFacts;
  list: WordList | null;
}

type Container = JsonContainer<ContainerData>;

/** What stands deeper is not gone on from: what surrounds it would take longer to keep than to read. */
const deepest = 32;

/** Reads on from where `trail` starts, and up to where it knows the rest. */
export class JsonTrail implements JsonRests<ContainerData> {
  readonly from: number;
  readonly open: readonly Container[];
  private readonly trail: Trail;

  constructor(trail: Trail) {
    this.trail = trail;
    this.from = trail.start?.at ?? 0;
    this.open = trail.start === null ? [] : containersOf(trail.text, trail.start.state);
  }

  get next(): number {
    return this.trail.next;
  }

  isKnown(at: number, stack: readonly Container[]): boolean {
    return isAtRest(stack) && this.trail.rest(at, at, [], stateOf(stack));
  }
}

/** Whether all that is open is known by a few values. */
function isAtRest(stack: readonly Container[]): boolean {
  if (stack.length > deepest) return false;
  for (let i = stack.length - 1; i >= 0; i--) {
    const data = stack[i]?.data ?? null;
    // a command line is read when it is whole
    if (data !== null && (data.list !== null || !isShort(data.facts))) return false;
  }
  return true;
}

function stateOf(stack: readonly Container[]): ReaderState {
  const places: number[] = [];
  const values: ReaderState["values"][number][] = [];
  for (const { array, index, kept, data } of stack) {
    places.push(kept?.start ?? -1, kept?.end ?? -1);
    values.push(array, index, kept?.escaped ?? false, ...valuesOfFacts(data?.facts ?? null));
  }
  return { places, values };
}

/** The containers that another reading remembered, in a text in which they stand at the same places. */
function containersOf(text: string, { places, values }: ReaderState): readonly Container[] {
  const stack: Container[] = [];
  for (let i = 0; i < values.length; ) {
    const container = new JsonContainer<ContainerData>(text, values[i] === true);
    container.index = Number(values[i + 1]);
    container.keep(places[2 * stack.length] ?? -1, places[2 * stack.length + 1] ?? -1, values[i + 2] === true);
    const { facts, end } = factsAt(values, i + 3);
    if (facts !== null) container.data = { facts, list: null };
    stack.push(container);
    i = end;
  }
  return stack;
}

/** Never; compiles only while nothing is forgotten: a new field belongs into the state, or to what is found anew or empty at rest. */
export type Forgotten =
  | None<Exclude<FieldOf<Container>, "array" | "index" | "kept" | "data" | Derived>>
  | None<Exclude<keyof ContainerData, "facts" | "list">>;

type FieldOf<T> = { [Key in keyof T]: T[Key] extends (...given: never[]) => unknown ? never : Key }[keyof T];
type Derived = "text" | "isKept" | "key" | "frame" | "aroundIsOfInterest";
