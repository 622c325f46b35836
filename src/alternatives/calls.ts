import type { TextRange } from "../text.ts";
import { lastBefore, type Token, type TokenizedText, tokenAt } from "./tokenizedText.ts";

/** An argument of a call, or an entry of an object. */
export interface Item extends TextRange {
  /** of a keyword argument or entry, without quotes; null: it has none, or its key is computed */
  readonly name: string | null;
  readonly value: TextRange;
  /** `{ apiKey }`: key and value are one word */
  readonly shorthand: boolean;
  /** `**options`, `...options`: what it brings is not known */
  readonly spread: boolean;
}

/** What stands between two brackets. */
export interface ItemList {
  /** right behind the opening bracket */
  readonly start: number;
  /** the closing bracket */
  readonly end: number;
  readonly items: readonly Item[];
  readonly trailingComma: boolean;
}

/** A call or constructor as it is written. */
export interface Call extends ItemList {
  /** dotted, as written, without `new` and blanks */
  readonly callee: string;
  /** where that name stands */
  readonly calleeRange: TextRange;
  /** the variable or member that is given its value, as written: `client`, `self.client`; null: none */
  readonly target: string | null;
}

/** A method that is called on what stands before it: `.apiKey("...")`. */
export interface MethodCall extends ItemList {
  readonly name: string;
  /** where the name stands */
  readonly nameStart: number;
}

/** A statement that gives a member its value: `config.BaseURL = "..."`. */
export interface Assignment {
  /** dotted, as written */
  readonly target: string;
  readonly start: number;
  readonly value: TextRange;
}

/** The calls for whose dotted name `wanted` holds, in the order of the text; a call without its closing bracket is none. */
export function callsIn(source: TokenizedText, wanted: (callee: string) => boolean): readonly Call[] {
  return source.tokens.flatMap((token, index) => (token.kind === "open" ? (callAt(source, index, wanted) ?? []) : []));
}

/** The innermost call in whose brackets a string or name begins at `start`, or null. */
export function callAround(source: TokenizedText, start: number): Call | null {
  const { tokens, partners } = source;
  for (let index = lastBefore(tokens, start); index >= 0; index--) {
    const kind = tokens[index]?.kind;
    const partner = partners[index] ?? -1;
    if (kind === "close" && partner >= 0) index = partner;
    else if (kind === "open" && partner >= 0) {
      const call = callAt(source, index, () => true);
      if (call !== null) return call;
    }
  }
  return null;
}

/** The dotted name that a chain of calls begins with, in one of which a string begins at `start`: `A.builder` of `A.builder().model("...")`. */
export function chainStart(source: TokenizedText, start: number): string | null {
  const { tokens, partners } = source;
  let call = callAround(source, start);
  while (call !== null) {
    const mark = tokenAt(tokens, call.calleeRange.start) - 1;
    let close = mark - 1;
    while (tokens[close]?.kind === "newline") close--;
    const open = tokens[close]?.kind === "close" && isPathMark(source, tokens[mark]) ? (partners[close] ?? -1) : -1;
    const before = open < 0 ? null : callAt(source, open, () => true);
    if (before === null) return call.callee;
    call = before;
  }
  return null;
}

/** The call whose opening bracket is the token at `open`, where there is one and `wanted` holds for its dotted name. */
function callAt(source: TokenizedText, open: number, wanted: (callee: string) => boolean): Call | null {
  const { text, tokens, partners } = source;
  if (text[tokens[open]?.start ?? 0] !== "(" || (partners[open] ?? -1) < 0) return null;
  const first = pathStart(source, open - 1);
  if (first < 0) return null;
  const written = tokens
    .slice(first, open)
    .map(({ kind, start, end }) => (kind === "newline" ? "" : text.slice(start, end)))
    .join("")
    .replaceAll("?.", ".");
  const callee = written === "new" ? (declaredType(source, first) ?? written) : written;
  if (!wanted(callee) || isDeclared(source, first)) return null;
  return {
    ...listAt(source, open),
    callee,
    calleeRange: { start: tokens[first]?.start ?? 0, end: tokens[open - 1]?.end ?? 0 },
    target: targetOf(source, first) ?? resourceOf(source, first, partners[open] ?? -1),
  };
}

function isPathMark({ text, profile }: TokenizedText, token: Token | undefined): boolean {
  return token?.kind === "other" && profile.operators[text.slice(token.start, token.end)] === "path";
}

/** The index of the first token of the dotted name that ends at `last`, or -1. A line may end before a dot. */
function pathStart(source: TokenizedText, last: number): number {
  const { tokens } = source;
  if (tokens[last]?.kind !== "name") return -1;
  let first = last;
  while (isPathMark(source, tokens[first - 1])) {
    let before = first - 2;
    while (tokens[before]?.kind === "newline") before--;
    if (tokens[before]?.kind !== "name") break;
    first = before;
  }
  return first;
}

/** The type of the variable that is given `new(...)`: `ChatClient client = new(...)`. */
function declaredType(source: TokenizedText, first: number): string | null {
  const { text, tokens } = source;
  const sign = tokens[first - 1];
  if (sign === undefined || text.slice(sign.start, sign.end) !== "=" || tokens[first - 2]?.kind !== "name") return null;
  const start = pathStart(source, first - 3);
  return start < 0 ? null : text.slice(tokens[start]?.start, tokens[first - 3]?.end);
}

/** Whether the name is being declared or imported rather than called. */
function isDeclared({ text, tokens }: TokenizedText, first: number): boolean {
  const before = tokens[first - 1];
  return before?.kind === "name" && /^(?:def|class|function|func|import)$/.test(text.slice(before.start, before.end));
}

/** What is given the value of the expression that begins at `first`: `client = `, `const client: OpenAI = await `, `this.client = new `. */
function targetOf(source: TokenizedText, first: number): string | null {
  const { text, tokens } = source;
  let at = first - 1;
  while (tokens[at]?.kind === "name" && /^(?:new|await)$/.test(text.slice(tokens[at]?.start, tokens[at]?.end))) at--;
  const sign = tokens[at];
  if (sign === undefined || !/^(?:=|:=|\|\|=|\?\?=)$/.test(text.slice(sign.start, sign.end))) return null;
  let last = at - 1;
  // Go gives an error beside it: `client, err := `
  if (tokens[last - 1]?.kind === "comma" && text.slice(sign.start, sign.end) === ":=") last -= 2;
  // a type between name and sign: `client: OpenAI = `
  const type = pathStart(source, last);
  if (type > 1 && text[tokens[type - 1]?.start ?? 0] === ":") last = type - 2;
  const start = pathStart(source, last);
  return start < 0 ? null : text.slice(tokens[start]?.start, tokens[last]?.end).replaceAll(/\s/g, "");
}

/** The variable of a block that holds what it is given: `with OpenAI() as client:`. */
function resourceOf({ text, tokens }: TokenizedText, first: number, close: number): string | null {
  const written = (index: number): string => (tokens[index]?.kind === "name" ? text.slice(tokens[index]?.start, tokens[index]?.end) : "");
  return written(first - 1) === "with" && written(close + 1) === "as" ? written(close + 2) || null : null;
}

function listAt(source: TokenizedText, open: number): ItemList {
  const { tokens, partners } = source;
  const close = partners[open] ?? -1;
  const isObject = source.text[tokens[open]?.start ?? 0] === "{";
  const items: Item[] = [];
  let first = -1;
  let last = -1;
  let trailingComma = false;
  for (let index = open + 1; index <= close; index++) {
    const kind = tokens[index]?.kind;
    if (kind === "newline") continue;
    if (kind === "comma" || index === close) {
      if (first >= 0) items.push(itemOf(source, first, last, isObject));
      trailingComma = index === close && first < 0 && items.length > 0;
      first = -1;
      continue;
    }
    if (first < 0) first = index;
    const partner = partners[index] ?? -1;
    if (kind === "open" && partner > index) index = partner;
    last = index;
  }
  return { start: tokens[open]?.end ?? 0, end: tokens[close]?.start ?? 0, items, trailingComma };
}

function itemOf({ text, tokens }: TokenizedText, first: number, last: number, isEntry: boolean): Item {
  const head = tokens[first];
  const range = { start: head?.start ?? 0, end: tokens[last]?.end ?? 0 };
  const written = text.slice(head?.start, head?.end);
  if (head?.kind === "other" && /^[*.]{2,3}$|^\*$/.test(written))
    return { ...range, name: null, value: range, shorthand: false, spread: true };
  let second = first + 1;
  while (tokens[second]?.kind === "newline") second++;
  const sign = tokens[second];
  const isNamed = sign !== undefined && second < last && /^[=:]$/.test(text.slice(sign.start, sign.end));
  if (isNamed && (head?.kind === "name" || head?.kind === "string")) {
    let from = second + 1;
    while (tokens[from]?.kind === "newline") from++;
    const name = head.kind === "name" ? written : written.slice(1, -1);
    return { ...range, name, value: { start: tokens[from]?.start ?? range.end, end: range.end }, shorthand: false, spread: false };
  }
  const shorthand = isEntry && first === last && head?.kind === "name";
  return { ...range, name: shorthand ? written : null, value: range, shorthand, spread: false };
}

/** The methods that are called one behind the other on what a call gives. */
export function methodsBehind(source: TokenizedText, { end }: ItemList): readonly MethodCall[] {
  const { text, tokens, partners } = source;
  const methods: MethodCall[] = [];
  let close = tokenAt(tokens, end);
  while (close >= 0) {
    let mark = close + 1;
    while (tokens[mark]?.kind === "newline") mark++;
    const name = tokens[mark + 1];
    const partner = partners[mark + 2] ?? -1;
    if (!isPathMark(source, tokens[mark]) || name?.kind !== "name" || text[tokens[mark + 2]?.start ?? 0] !== "(" || partner < 0) break;
    methods.push({ ...listAt(source, mark + 2), name: text.slice(name.start, name.end), nameStart: name.start });
    close = partner;
  }
  return methods;
}

/** The statements that give a name its value for whose dotted name `wanted` holds, in the order of the text. */
export function assignmentsIn(source: TokenizedText, wanted: (target: string) => boolean): readonly Assignment[] {
  const { text, tokens, partners } = source;
  return tokens.flatMap((sign, index): readonly Assignment[] => {
    if (sign.kind !== "other" || text.slice(sign.start, sign.end) !== "=") return [];
    const first = pathStart(source, index - 1);
    const start = tokens[first]?.start;
    const from = tokens[index + 1];
    if (start === undefined || from === undefined || from.kind === "newline") return [];
    const target = text.slice(start, tokens[index - 1]?.end).replaceAll(/\s/g, "");
    if (!wanted(target)) return [];
    let last = index + 1;
    for (let at = index + 1; at < tokens.length && tokens[at]?.kind !== "newline" && text[tokens[at]?.start ?? 0] !== ";"; at++) {
      const partner = partners[at] ?? -1;
      if (partner > at) at = partner;
      last = at;
    }
    return [{ target, start, value: { start: from.start, end: tokens[last]?.end ?? from.end } }];
  });
}

/** The call that a value is, and nothing else: `option.WithAPIKey(key)`; null where it is none. */
export function callOf(source: TokenizedText, value: TextRange): Call | null {
  const { tokens, partners } = source;
  const close = lastBefore(tokens, value.end);
  const open = tokens[close]?.kind === "close" ? (partners[close] ?? -1) : -1;
  const call = open < 0 ? null : callAt(source, open, () => true);
  if (call === null) return null;
  const start = tokenAt(tokens, value.start);
  const isNew = source.text.slice(tokens[start]?.start, tokens[start]?.end) === "new";
  return call.calleeRange.start === (isNew ? tokens[start + 1]?.start : value.start) ? call : null;
}

/** Where a name stands in the program. */
export function occurrences({ text, tokens }: TokenizedText, name: string): readonly TextRange[] {
  return tokens.filter(({ kind, start, end }) => kind === "name" && end - start === name.length && text.startsWith(name, start));
}

/** The names in a stretch of the program that are no members of others. */
export function namesWithin(source: TokenizedText, { start, end }: TextRange): readonly string[] {
  const { text, tokens } = source;
  const names = new Set<string>();
  for (let index = tokenAt(tokens, start); index >= 0 && (tokens[index]?.start ?? end) < end; index++) {
    if (tokens[index]?.kind === "name" && !isPathMark(source, tokens[index - 1]))
      names.add(text.slice(tokens[index]?.start, tokens[index]?.end));
  }
  return [...names];
}

/**
 * Where the statement begins that stands in a block and holds what begins at `at`, and its indentation; null outside of blocks, and where
 * something stands before it on its line. Brackets hold values, and so does a brace right behind a name: `Type{...}`.
 */
export function statementAt(source: TokenizedText, at: number): { readonly start: number; readonly indentation: string } | null {
  const { text, tokens, partners } = source;
  let first = tokenAt(tokens, at);
  let block = openAround(source, first);
  while (block >= 0 && (text[tokens[block]?.start ?? 0] !== "{" || tokens[block - 1]?.end === tokens[block]?.start)) {
    first = block;
    block = openAround(source, block);
  }
  if (first < 0 || block < 0) return null;
  for (let index = first - 1; index > block && tokens[index]?.kind !== "newline"; index--) {
    const partner = partners[index] ?? -1;
    if (partner >= 0 && partner < index) index = partner;
    first = index;
  }
  const start = tokens[first]?.start ?? at;
  const indentation = text.slice(Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1, start);
  return indentation.trim() === "" ? { start, indentation } : null;
}

/** The index of the bracket that is open around a token, or -1. */
function openAround({ tokens, partners }: TokenizedText, index: number): number {
  for (let at = index - 1; at >= 0; at--) {
    const partner = partners[at] ?? -1;
    if (tokens[at]?.kind === "close" && partner >= 0) at = partner;
    else if (tokens[at]?.kind === "open") return at;
  }
  return -1;
}

/** The entries of the object that a value is, as written between braces; null where it is no such object. */
export function objectAt(source: TokenizedText, value: TextRange): ItemList | null {
  const { text, tokens, partners } = source;
  const open = tokenAt(tokens, value.start);
  const close = open < 0 ? -1 : (partners[open] ?? -1);
  if (close < 0 || text[value.start] !== "{" || tokens[close]?.end !== value.end) return null;
  return listAt(source, open);
}

/** The entries in the braces of an object or of what is made anew: `{ a: 1 }`, `new Options { A = 1 }`; null where a value is neither. */
export function entriesOf(source: TokenizedText, value: TextRange): ItemList | null {
  const { text, tokens, partners } = source;
  const close = lastBefore(tokens, value.end);
  const open = tokens[close]?.end === value.end ? (partners[close] ?? -1) : -1;
  const start = tokens[open]?.start ?? -1;
  if (start < value.start || text[start] !== "{") return null;
  return /^(?:new\b[\s\w.]*(?:\(\s*\))?\s*)?$/.test(text.slice(value.start, start)) ? listAt(source, open) : null;
}

/** Whether the value is one string without code in it, and where its text stands. */
export function stringText({ text, tokens }: TokenizedText, value: TextRange): TextRange | null {
  const token = tokens[tokenAt(tokens, value.start)];
  if (token?.kind !== "string" || token.end !== value.end) return null;
  const match = /^(?:[urUR]?)("""|'''|"|'|`)/.exec(text.slice(value.start, value.end));
  if (!match?.[1]) return null;
  const inner = { start: value.start + match[0].length, end: value.end - match[1].length };
  return match[1] === "`" && text.slice(inner.start, inner.end).includes("${") ? null : inner;
}
