import { createScanner } from "jsonc-parser";
import type { Frame } from "../candidate.ts";
import { type MappedText, MappedTextBuilder } from "./mappedText.ts";
import { maximumContextDepth, maximumNesting } from "./values.ts";

/** An open object or array on the way to a value. `Data` is what the reader of the strings keeps with it. */
export interface JsonContainer<Data> {
  readonly array: boolean;
  /** objects: the key whose value is being read */
  key: string | null;
  /** arrays: the element that is being read, and the text of the one before it where that is a string */
  index: number;
  previous: string | null;
  data: Data | null;
}

/** Called while a JSON text is read. The stack's last element is the innermost container. */
export interface JsonVisitor<Data> {
  /** A string that is a value: what it decodes to, and its inside `[start, end)`; {@link mappedJsonString} makes a value of it. */
  string(text: string, stack: readonly JsonContainer<Data>[], start: number, end: number): void;
  /** A number, `true`, `false` or `null`. */
  literal?(start: number, end: number, stack: readonly JsonContainer<Data>[]): void;
  /** A container is closed, or cut by the end of the text; it is no longer on the stack. */
  close?(container: JsonContainer<Data>, stack: readonly JsonContainer<Data>[]): void;
}

// The values of jsonc-parser's SyntaxKind, which is a const enum that isolated modules cannot use.
const [openBrace, closeBrace, openBracket, closeBracket, comma] = [1, 2, 3, 4, 5] as const;
const [nullKeyword, falseKeyword, stringLiteral, numericLiteral, endOfFile] = [7, 9, 10, 11, 17] as const;

/**
 * Reads JSON with comments and trailing commas, JSON lines included, and hands out every string that is a value. Total and
 * linear: the stack is an array, and what does not fit the grammar is passed over.
 */
export function readJsonStrings<Data>(text: string, visitor: JsonVisitor<Data>): void {
  const scanner = createScanner(text, true);
  const stack: JsonContainer<Data>[] = [];
  let top: JsonContainer<Data> | null = null;
  let current: string | null = null;
  /** brackets that are open beyond the depth that is followed */
  let beyond = 0;
  for (;;) {
    const token: number = scanner.scan();
    if (token === endOfFile) break;
    switch (token) {
      case openBrace:
      case openBracket:
        current = null;
        if (stack.length >= maximumNesting) {
          beyond++;
          break;
        }
        top = { array: token === openBracket, key: null, index: 0, previous: null, data: null };
        stack.push(top);
        break;
      case closeBrace:
      case closeBracket: {
        if (beyond > 0) {
          beyond--;
          break;
        }
        const closed = stack.pop();
        top = stack.length === 0 ? null : (stack[stack.length - 1] ?? null);
        current = null;
        if (closed) visitor.close?.(closed, stack);
        break;
      }
      case comma:
        if (top === null || beyond > 0) break;
        if (top.array) {
          top.index++;
          top.previous = current;
        } else top.key = null;
        current = null;
        break;
      case stringLiteral: {
        if (beyond > 0) break;
        const value = scanner.getTokenValue();
        if (top !== null && !top.array && top.key === null) {
          top.key = value;
          break;
        }
        current = value;
        const start = scanner.getTokenOffset() + 1;
        const tokenEnd = start - 1 + scanner.getTokenLength();
        // UnexpectedEndOfString: no quote stands at the end
        const end = (scanner.getTokenError() as number) === 2 ? tokenEnd : tokenEnd - 1;
        visitor.string(value, stack, start, end);
        break;
      }
      default:
        if (token >= nullKeyword && token <= falseKeyword) visitor.literal?.(scanner.getTokenOffset(), scanner.getPosition(), stack);
        else if (token === numericLiteral) visitor.literal?.(scanner.getTokenOffset(), scanner.getPosition(), stack);
    }
  }
  while (stack.length > 0) {
    const cut = stack.pop();
    if (cut) visitor.close?.(cut, stack);
  }
}

/** The innermost layers of context of a string in the containers of `stack`. */
export function jsonContext(stack: readonly JsonContainer<unknown>[]): Frame[] {
  const frames: Frame[] = [];
  for (let i = stack.length - 1; i >= 0 && frames.length < maximumContextDepth; i--) {
    const container = stack[i];
    if (container === undefined) break;
    if (container.array) frames.push({ kind: "item", index: container.index, previous: container.previous });
    else frames.push({ kind: "property", key: container.key ?? "" });
  }
  return frames;
}

const simpleEscapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\", "/": "/" };

/** The JSON string with the inside `[start, end)` of `source` that decodes to `text`, as a value. */
export function mappedJsonString(source: string, text: string, start: number, end: number): MappedText {
  // every escape is longer than what it stands for
  if (text.length === end - start) return { text, offset: start, segments: null };
  const builder = new MappedTextBuilder(source);
  appendJsonString(builder, source, start, end);
  return builder.build();
}

/** Appends the value of a JSON string to a longer value. Broken escapes give nothing, as in jsonc-parser's scanner. */
export function appendJsonString(builder: MappedTextBuilder, source: string, start: number, end: number): void {
  let i = start;
  let from = start;
  while (i < end) {
    if (source.charCodeAt(i) !== 92) {
      i++;
      continue;
    }
    builder.copy(from, i);
    const letter = source.charAt(i + 1);
    const escaped = simpleEscapes[letter];
    let next = Math.min(i + 2, end);
    if (escaped !== undefined && i + 1 < end) builder.replace(escaped, i, next);
    else if (letter === "u") {
      let digits = next;
      while (digits < end && digits < i + 6 && isHexDigit(source.charCodeAt(digits))) digits++;
      if (digits === i + 6) builder.replace(String.fromCharCode(Number.parseInt(source.slice(i + 2, digits), 16)), i, digits);
      next = digits;
    }
    i = next;
    from = next;
  }
  builder.copy(from, end);
}

function isHexDigit(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 102) || (unit >= 65 && unit <= 70);
}
