import type { TextRange } from "../../text.ts";

/**
 * A value as a program sees it (quotes and escapes resolved, lines folded), which knows where each of its characters
 * stands in the document.
 */
export interface MappedText {
  readonly text: string;
  /** where the first character stands; with `segments` null the value is a plain slice of the document from here on */
  readonly offset: number;
  readonly segments: Segments | null;
}

/**
 * Stretches of a value, in order. One whose length in the value equals its length in the document was copied character by
 * character; any other stands as a whole for its stretch of the document (an escape, a folded line end).
 */
export interface Segments {
  /** where each stretch begins in the value */
  readonly at: readonly number[];
  /** where each stretch begins in the document */
  readonly starts: readonly number[];
  /** where each stretch ends in the document */
  readonly ends: readonly number[];
}

/** Puts a {@link MappedText} together from left to right. Contiguous copies are one segment, so that plain values stay cheap. */
export class MappedTextBuilder {
  private readonly source: string;
  /** finished stretches; null while there is one copy at most */
  private finished: { readonly parts: string[]; readonly at: number[]; readonly starts: number[]; readonly ends: number[] } | null = null;
  private finishedLength = 0;
  /** the copy that the next one may continue; empty where there is none */
  private from = 0;
  private to = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** Appends the document's own characters of `[start, end)`. */
  copy(start: number, end: number): void {
    if (start >= end) return;
    if (this.to !== start || this.from === this.to) {
      this.finishCopy();
      this.from = start;
    }
    this.to = end;
  }

  /** Appends `text`, which stands for `[start, end)` of the document. */
  replace(text: string, start: number, end: number): void {
    if (text.length === 0) return;
    this.finishCopy();
    this.finish(text, start, end);
  }

  /**
   * Appends what the backslash at `at` and the characters behind it stand for: `\xHH`, `\uHHHH`, `\UHHHHHHHH`, or one of `letters`; any other
   * letter stands for itself. Nothing from `end` on is read.
   * @returns the position behind it
   */
  escape(at: number, end: number, letters: ReadonlyMap<string, string>): number {
    const letter = this.source.charAt(at + 1);
    const digits = letter === "x" ? 2 : letter === "u" ? 4 : letter === "U" ? 8 : 0;
    const to = Math.min(at + 2 + digits, end);
    if (digits === 0) {
      this.replace(letters.get(letter) ?? letter, at, to);
    } else {
      const point = Number.parseInt(this.source.slice(at + 2, to), 16);
      if (point >= 0 && point <= 0x10ffff) this.replace(String.fromCodePoint(point), at, to);
    }
    return to;
  }

  build(): MappedText {
    if (this.finished === null) return { text: this.source.slice(this.from, this.to), offset: this.from, segments: null };
    this.finishCopy();
    const { parts, at, starts, ends } = this.finished;
    return { text: parts.join(""), offset: starts[0] ?? 0, segments: { at, starts, ends } };
  }

  private finishCopy(): void {
    if (this.from === this.to) return;
    this.finish(this.source.slice(this.from, this.to), this.from, this.to);
    this.to = this.from;
  }

  private finish(text: string, start: number, end: number): void {
    this.finished ??= { parts: [], at: [], starts: [], ends: [] };
    const { parts, at, starts, ends } = this.finished;
    parts.push(text);
    at.push(this.finishedLength);
    starts.push(start);
    ends.push(end);
    this.finishedLength += text.length;
  }
}

/** The slice `[start, end)` of `source` as it is written. */
export function sliceOf(source: string, start: number, end: number): MappedText {
  return { text: source.slice(start, end), offset: start, segments: null };
}

/** Where `[start, end)` of the value stands in the document: from the first character's begin to the last one's end. */
export function documentRange(value: MappedText, start: number, end: number): TextRange {
  const { segments, offset } = value;
  if (segments === null) return { start: offset + start, end: offset + end };
  const from = boundary(value.text.length, segments, start, false);
  return { start: from, end: end <= start ? from : boundary(value.text.length, segments, end - 1, true) };
}

/** The part `[start, end)` of a value, as a value. */
export function subText(value: MappedText, start: number, end: number): MappedText {
  const { segments } = value;
  const text = value.text.slice(start, end);
  if (segments === null || text.length === 0) return { text, offset: documentRange(value, start, start).start, segments: null };
  const first = segmentAt(segments, start);
  const last = segmentAt(segments, end - 1);
  const at: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let i = first; i <= last; i++) {
    const from = Math.max(start, segments.at[i] ?? 0);
    const to = Math.min(end, segments.at[i + 1] ?? value.text.length);
    const range = documentRange(value, from, to);
    at.push(from - start);
    starts.push(range.start);
    ends.push(range.end);
  }
  return { text, offset: starts[0] ?? 0, segments: { at, starts, ends } };
}

function boundary(length: number, segments: Segments, index: number, end: boolean): number {
  const i = segmentAt(segments, index);
  const at = segments.at[i] ?? 0;
  const from = segments.starts[i] ?? 0;
  const to = segments.ends[i] ?? 0;
  const size = (segments.at[i + 1] ?? length) - at;
  if (size === to - from) return from + (index - at) + (end ? 1 : 0);
  return end ? to : from;
}

function segmentAt(segments: Segments, index: number): number {
  let low = 0;
  let high = segments.at.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments.at[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}
