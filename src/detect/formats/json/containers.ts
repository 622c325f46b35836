// What is open around a string: objects with their keys, arrays with their elements.

import type { Frame } from "../../frame.ts";
import type { Interest } from "../../interest.ts";
import { maximumContextDepth } from "../values.ts";
import { jsonText } from "./strings.ts";

/** An open object or array on the way to a value. `Data` is what the reader of the strings keeps with it. */
export class JsonContainer<Data> {
  readonly array: boolean;
  /** arrays: the element that is being read */
  index = 0;
  data: Data | null = null;
  private readonly source: string;
  /** the inside of the string that {@link text} is of; -1 where there is none */
  private start = -1;
  private end = -1;
  private escaped = false;
  /** the same as a text, once somebody has asked for it */
  private known: string | null = null;
  /** the layer that it is to the element or value being read, once somebody has asked for it */
  private layer: Frame | null = null;
  /** whether something around it is of interest, which stays as it is while it is open; null until somebody asks */
  aroundIsOfInterest: boolean | null = null;

  constructor(source: string, array: boolean) {
    this.source = source;
    this.array = array;
  }

  /** Objects: the key whose value is being read. Arrays: the element before this one. Null where there is no such string. */
  get text(): string | null {
    if (this.known === null && this.start >= 0) this.known = jsonText(this.source, this.start, this.end, this.escaped);
    return this.known;
  }

  /** Keeps the string `[start, end)` of the document, or none where `start` is negative, as {@link text}. */
  keep(start: number, end: number, escaped: boolean): void {
    this.start = start;
    this.end = end;
    this.escaped = escaped;
    this.known = null;
    this.layer = null;
  }

  /** What {@link keep} was given last; null where it was none. */
  get kept(): { readonly start: number; readonly end: number; readonly escaped: boolean } | null {
    return this.start < 0 ? null : { start: this.start, end: this.end, escaped: this.escaped };
  }

  /** Whether {@link text} is there. */
  get isKept(): boolean {
    return this.start >= 0;
  }

  /** Objects: the key whose value is being read; null in an array. */
  get key(): string | null {
    return this.array ? null : this.text;
  }

  /** Objects: whether `key` is the one whose value is being read. */
  isAt(key: string): boolean {
    if (this.array) return false;
    return this.escaped ? this.text === key : this.end - this.start === key.length && this.source.startsWith(key, this.start);
  }

  /** Whether {@link frame} is of interest. */
  isOfInterest(interest: Interest): boolean {
    return !this.array && interest.inName(this.text ?? "");
  }

  /** The layer of context that it is to the value being read: the same for all that stands deeper. */
  get frame(): Frame {
    this.layer ??= this.array ? { kind: "item", index: this.index, previous: this.text } : { kind: "property", key: this.text ?? "" };
    return this.layer;
  }
}

/** Whether anything around a string in the containers of `stack` is of interest, without making its context. */
export function isJsonContextOfInterest(stack: readonly JsonContainer<unknown>[], interest: Interest): boolean {
  let known = stack.length - 1;
  while (known > 0 && stack[known]?.aroundIsOfInterest === null) known--;
  let answer = stack[known]?.aroundIsOfInterest ?? false;
  for (let i = known + 1; i < stack.length; i++) {
    answer ||= stack[i - 1]?.isOfInterest(interest) === true;
    const container = stack[i];
    if (container !== undefined) container.aroundIsOfInterest = answer;
  }
  return answer || stack[stack.length - 1]?.isOfInterest(interest) === true;
}

/** The innermost layers of context of a string in the containers of `stack`. */
export function jsonContext(stack: readonly JsonContainer<unknown>[]): readonly Frame[] {
  const depth = Math.min(stack.length, maximumContextDepth);
  const frames = new Array<Frame>(depth);
  for (let i = 0; i < depth; i++) {
    const container = stack[stack.length - 1 - i];
    if (container !== undefined) frames[i] = container.frame;
  }
  return frames;
}
