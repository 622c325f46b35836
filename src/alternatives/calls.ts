import type { LanguageProfile, StringKind } from "../detect/languages/profile.ts";
import { classes, commentAt, commentEnd, lineEnd, operatorAt, type ScannerTables, stringAt, tablesOf } from "../detect/scanner/tables.ts";
import type { TextRange } from "../text.ts";

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

type TokenKind = "name" | "string" | "other" | "open" | "close" | "comma" | "newline";

interface Token extends TextRange {
  readonly kind: TokenKind;
}

/** A program's tokens without its comments, and which brackets belong together. Made once a question; linear in the text. */
export interface TokenizedText {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** by the index of a bracket: that of its partner, or -1 */
  readonly partners: Int32Array;
}

/** Up to where it is known that nothing ends what begins: an unclosed quote is looked for once a line, however many more stand behind it. */
interface DeadEnds {
  readonly strings: Map<StringKind, number>;
  pattern: number;
}

/** Templates inside of templates deeper than this are not followed. */
const deepestTemplate = 8;

/** Reads a program. Total: what is broken gives brackets without a partner. */
export function tokenize(text: string, profile: LanguageProfile): TokenizedText {
  const tables = tablesOf(profile);
  const tokens: Token[] = [];
  const deadEnds: DeadEnds = { strings: new Map(), pattern: 0 };
  let at = text.startsWith("#!") ? lineEnd(text, 0) : 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? (tables.characterClasses[code] ?? classes.operator) : classes.word;
    if (kind === classes.space || kind === classes.backslash) {
      at++;
      continue;
    }
    if (kind === classes.comment && commentAt(tables, text, at)) {
      at = commentEnd(tables, text, at);
      continue;
    }
    const end = tokenEnd(tables, text, at, kind, tokens.at(-1) ?? null, deadEnds);
    tokens.push({ kind: end.kind, start: at, end: end.end });
    at = end.end;
  }
  return { text, tokens, partners: partnersOf(text, tokens) };
}

function tokenEnd(
  tables: ScannerTables,
  text: string,
  at: number,
  kind: number,
  before: Token | null,
  deadEnds: DeadEnds,
): { readonly kind: TokenKind; readonly end: number } {
  switch (kind) {
    case classes.newline:
      return { kind: "newline", end: at + 1 };
    case classes.open:
      return { kind: "open", end: at + 1 };
    case classes.close:
      return { kind: "close", end: at + 1 };
    case classes.comma:
      return { kind: "comma", end: at + 1 };
    case classes.word: {
      const end = wordEnd(tables, text, at);
      const prefixed = end - at <= tables.longestPrefix ? tables.prefixedStrings.get(text.slice(at, end).toLowerCase()) : undefined;
      const string = stringAt(prefixed, text, end);
      const closed = string === null ? -1 : stringEnd(tables, text, end, string, 0, deadEnds);
      return closed < 0 ? { kind: "name", end } : { kind: "string", end: closed };
    }
    case classes.digit:
      return { kind: "other", end: wordEnd(tables, text, at) };
    case classes.quote: {
      const string = stringAt(tables.strings[text.charCodeAt(at)], text, at);
      const closed = string === null ? -1 : stringEnd(tables, text, at, string, 0, deadEnds);
      return closed < 0 ? { kind: "other", end: at + 1 } : { kind: "string", end: closed };
    }
    default: {
      const pattern =
        tables.profile.regularExpressions && text[at] === "/" && !isValue(text, before) ? regularExpressionEnd(text, at, deadEnds) : -1;
      if (pattern >= 0) return { kind: "string", end: pattern };
      return { kind: "other", end: at + (operatorAt(tables, text, at)?.text.length ?? 1) };
    }
  }
}

function wordEnd(tables: ScannerTables, text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code < 128 && tables.wordCharacters[code] !== 1) break;
    at++;
  }
  return at;
}

/** Right behind the closing mark. What is never closed goes to the end of the text; -1 where it has to be closed on its line, and is not. */
function stringEnd(tables: ScannerTables, text: string, from: number, kind: StringKind, depth: number, deadEnds: DeadEnds): number {
  const { interpolation } = kind;
  if (from < (deadEnds.strings.get(kind) ?? 0)) return -1;
  let at = from + kind.open.length;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 92 && kind.escapes !== "none") {
      at += 2;
      continue;
    }
    if (!kind.multiLine && (code === 10 || code === 13)) break;
    if (text.startsWith(kind.close, at)) return at + kind.close.length;
    if (interpolation !== undefined && kind.multiLine && !interpolation.doubled && text.startsWith(interpolation.open, at)) {
      at = interpolationEnd(tables, text, at + interpolation.open.length, depth, deadEnds);
      continue;
    }
    at++;
  }
  if (kind.multiLine) return text.length;
  deadEnds.strings.set(kind, at);
  return -1;
}

/** Behind the brace that ends the code in a template. */
function interpolationEnd(tables: ScannerTables, text: string, from: number, depth: number, deadEnds: DeadEnds): number {
  let open = 1;
  let at = from;
  while (at < text.length && open > 0) {
    const code = text.charCodeAt(at);
    const string = depth < deepestTemplate ? stringAt(tables.strings[code], text, at) : null;
    const end = string === null ? -1 : stringEnd(tables, text, at, string, depth + 1, deadEnds);
    if (end >= 0) {
      at = end;
      continue;
    }
    if (code === 123) open++;
    if (code === 125) open--;
    at++;
  }
  return at;
}

/** Words after which a slash begins a pattern. */
const beforePattern = new Set(["return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "await", "yield"]);

function isValue(text: string, token: Token | null): boolean {
  if (token === null) return false;
  if (token.kind === "name") return !beforePattern.has(text.slice(token.start, token.end));
  return token.kind === "string" || token.kind === "close" || (token.kind === "other" && /\d/.test(text.charAt(token.start)));
}

function regularExpressionEnd(text: string, from: number, deadEnds: DeadEnds): number {
  if (from < deadEnds.pattern) return -1;
  let inClass = false;
  let at = from + 1;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "\n" || character === "\r") break;
    if (character === "\\") at++;
    else if (character === "[") inClass = true;
    else if (character === "]") inClass = false;
    else if (character === "/" && !inClass) return at + 1;
  }
  deadEnds.pattern = at;
  return -1;
}

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

function partnersOf(text: string, tokens: readonly Token[]): Int32Array {
  const partners = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  tokens.forEach((token, index) => {
    if (token.kind === "open") open.push(index);
    if (token.kind !== "close") return;
    const last = open.at(-1);
    // an unmatched bracket leaves those around it without partners: what is broken is not edited
    if (last === undefined || closing[text.charAt(tokens[last]?.start ?? 0)] !== text.charAt(token.start)) return;
    open.pop();
    partners[last] = index;
    partners[index] = last;
  });
  return partners;
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

/** The call whose opening bracket is the token at `open`, where there is one and `wanted` holds for its dotted name. */
function callAt(source: TokenizedText, open: number, wanted: (callee: string) => boolean): Call | null {
  const { text, tokens, partners } = source;
  if (text[tokens[open]?.start ?? 0] !== "(" || (partners[open] ?? -1) < 0) return null;
  const first = pathStart(source, open - 1);
  if (first < 0) return null;
  const callee = tokens
    .slice(first, open)
    .map(({ start, end }) => text.slice(start, end))
    .join("")
    .replaceAll("?.", ".");
  if (!wanted(callee) || isDeclared(source, first)) return null;
  return {
    ...listAt(source, open),
    callee,
    calleeRange: { start: tokens[first]?.start ?? 0, end: tokens[open - 1]?.end ?? 0 },
    target: targetOf(source, first),
  };
}

function isPathMark(text: string, token: Token | undefined): boolean {
  return token?.kind === "other" && (text[token.start] === "." || text.startsWith("?.", token.start)) && token.end - token.start <= 2;
}

/** The index of the first token of the dotted name that ends at `last`, or -1. */
function pathStart({ text, tokens }: TokenizedText, last: number): number {
  if (tokens[last]?.kind !== "name") return -1;
  let first = last;
  while (isPathMark(text, tokens[first - 1]) && tokens[first - 2]?.kind === "name") first -= 2;
  return first;
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
  if (sign === undefined || text.slice(sign.start, sign.end) !== "=") return null;
  let last = at - 1;
  // a type between name and sign: `client: OpenAI = `
  const type = pathStart(source, last);
  if (type > 1 && text[tokens[type - 1]?.start ?? 0] === ":") last = type - 2;
  const start = pathStart(source, last);
  return start < 0 ? null : text.slice(tokens[start]?.start, tokens[last]?.end).replaceAll(/\s/g, "");
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

/** The index of the last token that begins before `start`, or -1. */
function lastBefore(tokens: readonly Token[], start: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The index of the token that begins at `start`, or -1. */
function tokenAt(tokens: readonly Token[], start: number): number {
  const index = lastBefore(tokens, start) + 1;
  return tokens[index]?.start === start ? index : -1;
}

/** The entries of the object that a value is, as written between braces; null where it is no such object. */
export function objectAt(source: TokenizedText, value: TextRange): ItemList | null {
  const { text, tokens, partners } = source;
  const open = tokenAt(tokens, value.start);
  const close = open < 0 ? -1 : (partners[open] ?? -1);
  if (close < 0 || text[value.start] !== "{" || tokens[close]?.end !== value.end) return null;
  return listAt(source, open);
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
