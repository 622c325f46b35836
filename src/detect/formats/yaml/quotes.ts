// Scalars in quotes.

import { noteSeen } from "../../trail.ts";
import { isBlank, skipBlanks, trimEnd } from "../lines.ts";
import { type MappedText, MappedTextBuilder, sliceOf } from "../mappedText.ts";
import { isMarker, isSeparator, skipSpaces, startLine } from "./lines.ts";
import type { YamlScan } from "./state.ts";
import { templateEnd } from "./templates.ts";

const newline = 10;
const doubleQuote = 34;
const singleQuote = 39;
const backslash = 92;
const openBrace = 123;

/** Longer templates are none. */
const longestTemplate = 400;

const escapes: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["e", "\x1b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
  ["N", "\u0085"],
  ["_", "\u00a0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
]);

/** The closing quote of the scalar at `at`, before `limit`; -1 where there is none. */
export function closingQuote(scan: YamlScan, at: number, limit: number, quote: number = scan.text.charCodeAt(at)): number {
  const { text } = scan;
  for (let i = at + 1; i < limit; i++) {
    const unit = text.charCodeAt(i);
    if (unit === openBrace && quote === doubleQuote && text.charCodeAt(i + 1) === openBrace) {
      // Helm fills in templates before YAML is read: the quotes in them are not YAML's
      const close = templateEnd(scan, i);
      if (close > 0 && close < Math.min(limit, i + longestTemplate) && text.slice(i, close).split('"').length % 2 === 1) i = close - 1;
    } else if (unit === quote) {
      if (quote === doubleQuote || text.charCodeAt(i + 1) !== quote) return i;
      i++;
    } else if (unit === backslash && quote === doubleQuote) i++;
  }
  return -1;
}

/**
 * The closing quote of the scalar at `at`, on this line or one below; the current line becomes the one it ends on. -1 where it has no end: then
 * nothing moves.
 */
export function quotedEnd(scan: YamlScan, at: number, parentIndent: number): number {
  const { text } = scan;
  let close = closingQuote(scan, at, scan.lineEnd);
  if (close < 0) {
    const quote = text.charCodeAt(at);
    const { lineStart } = scan;
    // Lines that are too little indented end the search: the quote is being typed. What was searched holds no such quote,
    // so that the search costs each line once.
    let from = scan.lineEnd + 1;
    while (close < 0 && from < text.length) {
      startLine(scan, from);
      const start = skipSpaces(text, from);
      const isBlankLine = skipBlanks(text, start, scan.lineEnd) >= scan.lineEnd;
      if (!isBlankLine && (start - from <= parentIndent || (start === from && isMarker(text, start)))) break;
      close = closingQuote(scan, from - 1, scan.lineEnd, quote);
      from = scan.lineEnd + 1;
    }
    if (close < 0) {
      noteSeen(scan, scan.lineEnd);
      startLine(scan, lineStart);
    }
  }
  return close;
}

/** Whether nothing between the quotes stands for anything else. */
export function isWrittenAsItIs(text: string, open: number, close: number): boolean {
  const mark = text.charCodeAt(open) === doubleQuote ? backslash : singleQuote;
  for (let i = open + 1; i < close; i++) {
    const unit = text.charCodeAt(i);
    if (unit === newline || unit === mark) return false;
  }
  return true;
}

/** The value between two quotes, with its lines folded. */
export function quotedValue(text: string, open: number, close: number): MappedText {
  if (isWrittenAsItIs(text, open, close)) return sliceOf(text, open + 1, close);
  const double = text.charCodeAt(open) === doubleQuote;
  const builder = new MappedTextBuilder(text);
  let from = open + 1;
  let i = from;
  while (i < close) {
    const unit = text.charCodeAt(i);
    if (unit === newline) {
      builder.copy(from, trimEnd(text, from, i));
      const start = i;
      let breaks = 0;
      while (i < close && isSeparator(text.charCodeAt(i))) {
        if (text.charCodeAt(i) === newline) breaks++;
        i++;
      }
      builder.replace(breaks === 1 ? " " : "\n".repeat(breaks - 1), start, i);
      from = i;
    } else if (unit === singleQuote && !double) {
      builder.copy(from, i);
      builder.replace("'", i, i + 2);
      i += 2;
      from = i;
    } else if (unit === backslash && double) {
      builder.copy(from, i);
      i = readEscape(text, builder, i, close);
      from = i;
    } else i++;
  }
  builder.copy(from, close);
  return builder.build();
}

/** Appends what the escape at `at` stands for; the position behind it. */
function readEscape(text: string, builder: MappedTextBuilder, at: number, close: number): number {
  const letter = text.charAt(at + 1);
  if (letter === "\n" || letter === "\r") {
    let i = at + 1;
    while (i < close && text.charCodeAt(i) !== newline) i++;
    i++;
    while (i < close && isBlank(text.charCodeAt(i))) i++;
    return Math.min(i, close);
  }
  return builder.escape(at, close, escapes);
}
