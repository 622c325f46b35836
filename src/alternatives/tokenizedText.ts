import type { LanguageProfile, StringKind } from "../detect/languages/profile.ts";
import { classes, commentAt, commentEnd, lineEnd, operatorAt, type ScannerTables, stringAt, tablesOf } from "../detect/scanner/tables.ts";
import type { TextRange } from "../text.ts";

export type TokenKind = "name" | "string" | "other" | "open" | "close" | "comma" | "newline";

export interface Token extends TextRange {
  readonly kind: TokenKind;
}

/** A program's tokens without its comments, and which brackets belong together. Made once a question; linear in the text. */
export interface TokenizedText {
  readonly text: string;
  readonly profile: LanguageProfile;
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
  /** of the texts that begin on the next line: how the line behind them begins */
  let heredocs: string[] = [];
  let at = text.startsWith("#!") ? lineEnd(text, 0) : 0;
  if (profile.island) at = islandFrom(text, at, profile.island);
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (heredocs.length > 0 && (code === 10 || code === 13)) {
      at = heredocs.reduce((from, mark) => heredocEnd(text, from, mark), at);
      heredocs = [];
      continue;
    }
    if (code === 60 && profile.heredoc) {
      const mark = heredocAt(profile.heredoc, text, at);
      if (mark !== null) {
        tokens.push({ kind: "string", start: at, end: mark.end });
        heredocs.push(mark.word);
        at = mark.end;
        continue;
      }
    }
    if (code === 63 && profile.island && text.startsWith("?>", at)) {
      at = islandFrom(text, at + 2, profile.island);
      continue;
    }
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
  return { text, profile, tokens, partners: partnersOf(text, tokens) };
}

/** Behind the next mark that begins code, or the end of the text. */
function islandFrom(text: string, from: number, { mark, open }: NonNullable<LanguageProfile["island"]>): number {
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
    const found = open.find((each) => text.startsWith(each, at));
    if (found !== undefined) return at + found.length;
  }
  return text.length;
}

function heredocAt(pattern: RegExp, text: string, at: number): { readonly word: string; readonly end: number } | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  const word = match?.slice(1).find((group) => group !== undefined);
  return match === null || word === undefined ? null : { word, end: at + match[0].length };
}

/** Behind the word that ends the text that begins on the next line. */
function heredocEnd(text: string, from: number, word: string): number {
  for (let at = lineEnd(text, from); at < text.length; at = lineEnd(text, at)) {
    at++;
    while (text[at] === " " || text[at] === "\t" || text[at] === "\n") at++;
    if (text.startsWith(word, at)) return at + word.length;
  }
  return text.length;
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
    if ((code === 92 && (kind.escapes === "backslash" || kind.escapes === "raw")) || (code === 96 && kind.escapes === "backtick")) {
      at += 2;
      continue;
    }
    if (kind.escapes === "doubled" && text.startsWith(kind.close + kind.close, at)) {
      at += 2 * kind.close.length;
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

/** The index of the last token that begins before `start`, or -1. */
export function lastBefore(tokens: readonly Token[], start: number): number {
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
export function tokenAt(tokens: readonly Token[], start: number): number {
  const index = lastBefore(tokens, start) + 1;
  return tokens[index]?.start === start ? index : -1;
}
