// Strings: where they end, and what they hold.

import { noteSeen } from "../../trail.ts";
import { isBlank, isEscaped } from "../lines.ts";
import { type MappedText, MappedTextBuilder, sliceOf } from "../mappedText.ts";
import type { TomlScan } from "./state.ts";

const newline = 10;
const carriageReturn = 13;
const doubleQuote = 34;
const backslash = 92;

/** The string that begins with the quote at {@link TomlScan.at}, which is left behind it; null where it has no end. */
export function readString(scan: TomlScan, quote: number): MappedText | null {
  const { text, at } = scan;
  const block = quote === doubleQuote ? '"""' : "'''";
  const isBlock = text.startsWith(block, at);
  let start = at + (isBlock ? 3 : 1);
  const close = isBlock ? closingBlock(scan, start, block) : closingQuote(text, start, quote, text.length);
  if (close < 0) return null;
  scan.at = close + (isBlock ? 3 : 1);
  if (isBlock) {
    // the line end behind the quotes does not count
    if (text.charCodeAt(start) === carriageReturn) start++;
    if (text.charCodeAt(start) === newline) start++;
  }
  return stringValue(text, Math.min(start, close), close, quote === doubleQuote, isBlock);
}

/** The quote that closes a string of one line, before `limit`; -1 where there is none. */
export function closingQuote(text: string, from: number, quote: number, limit: number): number {
  for (let i = from; i < limit; i++) {
    const unit = text.charCodeAt(i);
    if (unit === quote) return i;
    if (unit === newline) return -1;
    if (unit === backslash && quote === doubleQuote && text.charCodeAt(i + 1) !== newline) i++;
  }
  return -1;
}

/** Where the last three quotes begin: up to two more may belong to the value. */
function closingBlock(scan: TomlScan, from: number, block: string): number {
  const { text } = scan;
  if (scan.absent.includes(block)) return -1;
  let at = text.indexOf(block, from);
  while (at >= 0 && block === '"""') {
    if (!isEscaped(text, at, from)) break;
    // another backslash before them would make them the end
    noteSeen(scan, at);
    at = text.indexOf(block, at + 1);
  }
  if (at < 0) {
    scan.absent = [...scan.absent, block];
    return -1;
  }
  for (let more = 0; more < 2 && text.startsWith(block, at + 1); more++) at++;
  return at;
}

/** What stands in `[start, end)`; `escaped` says whether a backslash in it escapes. */
export function stringValue(text: string, start: number, end: number, escaped: boolean, isBlock: boolean): MappedText {
  const value = sliceOf(text, start, end);
  if (!escaped || !value.text.includes("\\")) return value;
  const builder = new MappedTextBuilder(text);
  builder.copyEscaped(start, end, (at) => readEscape(builder, text, at, end, isBlock));
  return builder.build();
}

function readEscape(builder: MappedTextBuilder, text: string, at: number, end: number, isBlock: boolean): number {
  if (isBlock && /\s/.test(text.charAt(at + 1))) {
    let i = at + 1;
    while (i < end && (isBlank(text.charCodeAt(i)) || text.charCodeAt(i) === newline)) i++;
    return i;
  }
  return builder.escape(at, end, escapes);
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["b", "\b"],
  ["e", "\x1b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);
