import { maximumNesting } from "../values.ts";
import { JsonContainer } from "./containers.ts";
import { commentEnd, endsBare, isDigit, isKeyword, numberEnd } from "./tokens.ts";

const tab = 9;
const newline = 10;
const carriageReturn = 13;
const space = 32;
const doubleQuote = 34;
const comma = 44;
const dash = 45;
const slash = 47;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** Called while a JSON text is read. The stack's last element is the innermost container; it is the same array all the time. */
export interface JsonVisitor<Data> {
  /** A string that is a value: its inside `[start, end)`, and whether escapes are in it. {@link mappedJsonString} makes a value of it. */
  string(start: number, end: number, escaped: boolean, stack: readonly JsonContainer<Data>[]): void;
  /** A number, `true`, `false` or `null`. */
  literal?(start: number, end: number, stack: readonly JsonContainer<Data>[]): void;
  /** A container is closed, or cut by the end of the text; it is no longer on the stack. */
  close?(container: JsonContainer<Data>, stack: readonly JsonContainer<Data>[]): void;
}

/** Lets a reading begin where an earlier one has been at rest, and end where the rest is known. */
export interface JsonRests<Data> {
  /** where to begin */
  readonly from: number;
  /** what is open there, the outermost first */
  readonly open: readonly JsonContainer<Data>[];
  /** nobody needs to call {@link isKnown} before this place */
  readonly next: number;
  /** Called behind the comma that ends an element, and between what stands in no container. True: nothing more is to be read. */
  isKnown(at: number, stack: readonly JsonContainer<Data>[]): boolean;
}

/**
 * Reads JSON with comments and trailing commas, JSON lines included, and hands out every string that is a value. Total and linear: the
 * stack is an array, what does not fit the grammar is passed over, and no text is cut out that nobody asks for. Tokens begin and end where
 * those of jsonc-parser do, in broken text too.
 */
export function readJsonStrings<Data>(text: string, visitor: JsonVisitor<Data>, rests: JsonRests<Data> | null = null): void {
  new JsonReader(text, visitor, rests).read();
}

class JsonReader<Data> {
  private readonly text: string;
  private readonly visitor: JsonVisitor<Data>;
  private readonly rests: JsonRests<Data> | null;
  private readonly stack: JsonContainer<Data>[];
  private top: JsonContainer<Data> | null;
  /** the string that is the element being read: an element's text is what the next one has before it */
  private start = -1;
  private end = -1;
  private escaped = false;
  /** brackets that are open beyond the depth that is followed */
  private beyond = 0;
  /** before this place nobody asks whether the rest is known */
  private nextRest: number;

  constructor(text: string, visitor: JsonVisitor<Data>, rests: JsonRests<Data> | null) {
    this.text = text;
    this.visitor = visitor;
    this.rests = rests;
    this.stack = rests === null ? [] : [...rests.open];
    this.top = this.stack[this.stack.length - 1] ?? null;
    this.nextRest = rests?.next ?? Number.POSITIVE_INFINITY;
  }

  read(): void {
    const { text, stack } = this;
    let i = this.rests?.from ?? 0;
    while (i < text.length) {
      const unit = text.charCodeAt(i);
      switch (unit) {
        case space:
        case carriageReturn:
        case tab:
        case colon:
          i++;
          break;
        case newline:
          i++;
          if (i >= this.nextRest && stack.length === 0 && this.isRestKnown(i)) return;
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
          if (i >= this.nextRest && this.beyond === 0 && this.isRestKnown(i)) return;
          break;
        case slash:
          i = commentEnd(text, i);
          break;
        default:
          i = this.readBare(i);
      }
    }
    this.beyond = 0;
    while (stack.length > 0) this.close();
  }

  private isRestKnown(at: number): boolean {
    const { rests } = this;
    if (rests === null) return false;
    const isKnown = rests.isKnown(at, this.stack);
    this.nextRest = rests.next;
    return isKnown;
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
