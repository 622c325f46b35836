import type { Frame } from "../candidate.ts";
import type { Interest } from "../interest.ts";
import { jsonText } from "./jsonStrings.ts";
import { maximumContextDepth, maximumNesting } from "./values.ts";

const tab = 9;
const newline = 10;
const carriageReturn = 13;
const space = 32;
const doubleQuote = 34;
const asterisk = 42;
const plus = 43;
const comma = 44;
const dash = 45;
const dot = 46;
const slash = 47;
const digit0 = 48;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

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
  private property: Frame | null = null;
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
    this.property = null;
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

  /** The layer of context that it is to the value being read. */
  get frame(): Frame {
    if (this.array) return { kind: "item", index: this.index, previous: this.text };
    // the same for all that stands deeper
    this.property ??= { kind: "property", key: this.text ?? "" };
    return this.property;
  }
}

/** Called while a JSON text is read. The stack's last element is the innermost container; it is the same array all the time. */
export interface JsonVisitor<Data> {
  /** A string that is a value: its inside `[start, end)`, and whether escapes are in it. {@link mappedJsonString} makes a value of it. */
  string(start: number, end: number, escaped: boolean, stack: readonly JsonContainer<Data>[]): void;
  /** A number, `true`, `false` or `null`. */
  literal?(start: number, end: number, stack: readonly JsonContainer<Data>[]): void;
  /** A container is closed, or cut by the end of the text; it is no longer on the stack. */
  close?(container: JsonContainer<Data>, stack: readonly JsonContainer<Data>[]): void;
}

/**
 * Reads JSON with comments and trailing commas, JSON lines included, and hands out every string that is a value. Total and linear: the
 * stack is an array, what does not fit the grammar is passed over, and no text is cut out that nobody asks for. Tokens begin and end where
 * those of jsonc-parser do, in broken text too.
 */
export function readJsonStrings<Data>(text: string, visitor: JsonVisitor<Data>): void {
  new JsonReader(text, visitor).read();
}

class JsonReader<Data> {
  private readonly text: string;
  private readonly visitor: JsonVisitor<Data>;
  private readonly stack: JsonContainer<Data>[] = [];
  private top: JsonContainer<Data> | null = null;
  /** the string that is the element being read: an element's text is what the next one has before it */
  private start = -1;
  private end = -1;
  private escaped = false;
  /** brackets that are open beyond the depth that is followed */
  private beyond = 0;

  constructor(text: string, visitor: JsonVisitor<Data>) {
    this.text = text;
    this.visitor = visitor;
  }

  read(): void {
    const { text } = this;
    let i = 0;
    while (i < text.length) {
      const unit = text.charCodeAt(i);
      switch (unit) {
        case space:
        case newline:
        case carriageReturn:
        case tab:
        case colon:
          i++;
          break;
        case doubleQuote:
          i = this.readString(i);
          break;
        case openBrace:
        case openBracket:
          this.open(unit === openBracket);
          i++;
          break;
        case closeBrace:
        case closeBracket:
          this.close();
          i++;
          break;
        case comma:
          this.endElement();
          i++;
          break;
        case slash:
          i = commentEnd(text, i);
          break;
        default:
          i = this.readBare(i);
      }
    }
    this.beyond = 0;
    while (this.stack.length > 0) this.close();
  }

  private open(array: boolean): void {
    this.start = -1;
    if (this.stack.length >= maximumNesting) {
      this.beyond++;
      return;
    }
    this.top = new JsonContainer<Data>(this.text, array);
    this.stack.push(this.top);
  }

  private close(): void {
    if (this.beyond > 0) {
      this.beyond--;
      return;
    }
    const closed = this.stack.pop();
    this.top = this.stack.length === 0 ? null : (this.stack[this.stack.length - 1] ?? null);
    this.start = -1;
    if (closed !== undefined) this.visitor.close?.(closed, this.stack);
  }

  private endElement(): void {
    const { top } = this;
    if (top === null || this.beyond > 0) return;
    if (top.array) {
      top.index++;
      top.keep(this.start, this.end, this.escaped);
    } else top.keep(-1, -1, false);
    this.start = -1;
  }

  /** The string at `at`, up to its quote, or to the end of its line: a key or a value. The position behind it. */
  private readString(at: number): number {
    const { text, top } = this;
    const start = at + 1;
    let escaped = false;
    let i = start;
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      // most are small letters
      if (unit > backslash) continue;
      if (unit === doubleQuote || unit === newline || unit === carriageReturn) break;
      if (unit === backslash) {
        escaped = true;
        i++;
      }
    }
    const end = Math.min(i, text.length);
    const next = text.charCodeAt(end) === doubleQuote ? end + 1 : end;
    if (this.beyond > 0) return next;
    if (top !== null && !top.array && !top.isKept) {
      top.keep(start, end, escaped);
      return next;
    }
    this.start = start;
    this.end = end;
    this.escaped = escaped;
    this.visitor.string(start, end, escaped, this.stack);
    return next;
  }

  /** A number, a word, or anything else that is none, at `start`; the position behind it. */
  private readBare(start: number): number {
    const { text } = this;
    const first = text.charCodeAt(start);
    const isNegative = first === dash;
    const isNumber = isDigit(isNegative ? text.charCodeAt(start + 1) : first);
    let end = start + 1;
    if (isNumber) end = numberEnd(text, isNegative ? end : start);
    else if (!isNegative) while (end < text.length && !endsBare(text.charCodeAt(end))) end++;
    if (isNumber || isKeyword(text, start, end)) this.visitor.literal?.(start, end, this.stack);
    return end;
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

/** Behind the comment at `at`, or behind a slash that begins none. */
function commentEnd(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (next === asterisk) {
    const close = text.indexOf("*/", at + 2);
    return close < 0 ? text.length : close + 2;
  }
  let i = at + 1;
  if (next === slash) while (i < text.length && !isLineBreak(text.charCodeAt(i))) i++;
  return i;
}

/** Where the number ends whose first digit stands at `from`: a `0` is followed by no other digit. */
function numberEnd(text: string, from: number): number {
  let i = text.charCodeAt(from) === digit0 ? from + 1 : digitsEnd(text, from);
  if (text.charCodeAt(i) === dot) {
    const fraction = digitsEnd(text, i + 1);
    if (fraction === i + 1) return fraction;
    i = fraction;
  }
  const sign = text.charCodeAt(i);
  if (sign !== 69 && sign !== 101) return i;
  i++;
  if (text.charCodeAt(i) === plus || text.charCodeAt(i) === dash) i++;
  return digitsEnd(text, i);
}

function digitsEnd(text: string, from: number): number {
  let i = from;
  while (isDigit(text.charCodeAt(i))) i++;
  return i;
}

function isKeyword(text: string, start: number, end: number): boolean {
  const length = end - start;
  return (
    (length === 4 && (text.startsWith("true", start) || text.startsWith("null", start))) ||
    (length === 5 && text.startsWith("false", start))
  );
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isLineBreak(unit: number): boolean {
  return unit === newline || unit === carriageReturn;
}

function isSpace(unit: number): boolean {
  return unit === space || unit === tab || isLineBreak(unit);
}

function endsBare(unit: number): boolean {
  return (
    isSpace(unit) ||
    unit === doubleQuote ||
    unit === comma ||
    unit === colon ||
    unit === slash ||
    unit === openBracket ||
    unit === closeBracket ||
    unit === openBrace ||
    unit === closeBrace
  );
}
