import type { TextRange } from "../../text.ts";

const backslash = 92;

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
 * Stretches of a value, in order, three numbers each: where it begins in the value, where it begins in the document, and where it ends
 * there. In one whose length in the document is a multiple of that in the value, every character stands for as many of the document: one
 * where it was copied, two in a row of escapes. Any other stands as a whole for its stretch of the document.
 */
export type Segments = readonly number[];

/** Puts a {@link MappedText} together from left to right. Contiguous copies are one segment, so that plain values stay cheap. */
export class MappedTextBuilder {
  private readonly source: string;
  /** what the finished stretches amount to; of no meaning without segments */
  private finished = "";
  /** the finished stretches; null while there is one copy at most */
  private segments: number[] | null = null;
  /** how many characters of the document each of the last stretch stands for */
  private width = 0;
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

  /**
   * Appends `[start, end)` of the document, in which backslashes escape. `appendEscape` appends what the one at a position and the characters
   * behind it stand for, and gives the position behind them.
   */
  copyEscaped(start: number, end: number, appendEscape: (at: number) => number): void {
    let from = start;
    for (let i = start; i < end; ) {
      if (this.source.charCodeAt(i) !== backslash) {
        i++;
        continue;
      }
      this.copy(from, i);
      i = appendEscape(i);
      from = i;
    }
    this.copy(from, end);
  }

  /** The value so far. */
  build(): MappedText {
    if (this.segments === null) return { text: this.source.slice(this.from, this.to), offset: this.from, segments: null };
    this.finishCopy();
    return { text: this.finished, offset: this.segments[1] ?? 0, segments: this.segments };
  }

  /** Begins anew, for the next value of the same document. */
  reset(): void {
    this.finished = "";
    this.segments = null;
    this.from = 0;
    this.to = 0;
  }

  private finishCopy(): void {
    if (this.from === this.to) return;
    this.finish(this.source.slice(this.from, this.to), this.from, this.to);
    this.to = this.from;
  }

  private finish(text: string, start: number, end: number): void {
    const { segments } = this;
    if (segments === null) this.segments = [0, start, end];
    else if (text.length === 1 && this.width === end - start && segments[segments.length - 1] === start)
      segments[segments.length - 1] = end;
    else segments.push(this.finished.length, start, end);
    this.width = (end - start) / text.length;
    this.finished += text;
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
  const from = boundary(value, segments, start, false);
  return { start: from, end: end <= start ? from : boundary(value, segments, end - 1, true) };
}

/** The part `[start, end)` of a value, as a value. */
export function subText(value: MappedText, start: number, end: number): MappedText {
  const { segments } = value;
  const text = value.text.slice(start, end);
  if (segments === null) return { text, offset: value.offset + start, segments: null };
  if (text.length === 0) return { text, offset: documentRange(value, start, start).start, segments: null };
  const first = segmentAt(segments, start);
  const last = segmentAt(segments, end - 1);
  if (first === last && widthAt(value, segments, first) === 1) {
    return { text, offset: (segments[first + 1] ?? 0) + start - (segments[first] ?? 0), segments: null };
  }
  const inside: number[] = [];
  for (let i = first; i <= last; i += 3) {
    const from = Math.max(start, segments[i] ?? 0);
    const to = Math.min(end, segments[i + 3] ?? value.text.length);
    inside.push(from - start, boundary(value, segments, from, false), boundary(value, segments, to - 1, true));
  }
  return { text, offset: inside[1] ?? 0, segments: inside };
}

function boundary(value: MappedText, segments: Segments, index: number, end: boolean): number {
  const i = segmentAt(segments, index);
  const width = widthAt(value, segments, i);
  if (width === 0) return segments[end ? i + 2 : i + 1] ?? 0;
  return (segments[i + 1] ?? 0) + (index - (segments[i] ?? 0) + (end ? 1 : 0)) * width;
}

/** How many characters of the document each character of the stretch at `i` stands for; 0 where it stands as a whole. */
function widthAt({ text }: MappedText, segments: Segments, i: number): number {
  const width = ((segments[i + 2] ?? 0) - (segments[i + 1] ?? 0)) / ((segments[i + 3] ?? text.length) - (segments[i] ?? 0));
  return Number.isInteger(width) ? width : 0;
}

/** Where in `segments` the stretch begins that holds the value's character at `index`. */
function segmentAt(segments: Segments, index: number): number {
  let low = 0;
  let high = segments.length / 3 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[3 * middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return 3 * low;
}
