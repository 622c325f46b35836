// Scalars without quotes.

import { noteSeen } from "../../trail.ts";
import { isCommandKey } from "../configCommands.ts";
import { isBlank, skipBlanks, trimEnd } from "../lines.ts";
import { MappedTextBuilder } from "../mappedText.ts";
import { isMarker, looksLikeEntry, skipSpaces, startLine } from "./lines.ts";
import { closingQuote, quotedValue } from "./quotes.ts";
import { addScalar, addSlice, keyAround } from "./scalars.ts";
import type { YamlScan } from "./state.ts";

const newline = 10;
const doubleQuote = 34;
const hash = 35;
const percent = 37;
const singleQuote = 39;

/** The end of a plain scalar on this line: a comment's ` #`, or the line's end. */
function plainEnd(scan: YamlScan, at: number): number {
  const { text } = scan;
  for (let i = at + 1; i < scan.lineEnd; i++) {
    if (text.charCodeAt(i) === hash && isBlank(text.charCodeAt(i - 1))) return trimEnd(text, at, i);
  }
  return trimEnd(text, at, scan.lineEnd);
}

/** A plain scalar with the deeper lines that continue it; the start of the line behind it. */
export function readPlain(scan: YamlScan, at: number, parentIndent: number): number {
  const { text } = scan;
  const end = plainEnd(scan, at);
  const ended = skipBlanks(text, end, scan.lineEnd) < scan.lineEnd;
  let next = scan.lineEnd + 1;
  let start = ended ? -1 : continuation(scan, next, parentIndent);
  if (start < 0) {
    addSlice(scan, at, end);
    return next;
  }
  // a text over several lines is a command line or prose
  const key = keyAround(scan);
  const builder = key !== null && isCommandKey(key) ? new MappedTextBuilder(text) : null;
  builder?.copy(at, end);
  let previousEnd = end;
  for (; start >= 0; start = continuation(scan, next, parentIndent)) {
    startLine(scan, start);
    const to = plainEnd(scan, start);
    builder?.replace(" ", previousEnd, start);
    builder?.copy(start, to);
    previousEnd = to;
    next = scan.lineEnd + 1;
    if (skipBlanks(text, to, scan.lineEnd) < scan.lineEnd) break;
  }
  if (builder !== null) addScalar(scan, builder.build());
  return next;
}

/** Where the text of the line after blank lines begins, if it continues a plain scalar; else -1. */
function continuation(scan: YamlScan, from: number, parentIndent: number): number {
  const { text } = scan;
  let i = from;
  let start = from;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    if (unit === newline) start = i + 1;
    else if (!isBlank(unit)) break;
    i++;
  }
  noteSeen(scan, i);
  if (i >= text.length) return -1;
  const indent = skipSpaces(text, start) - start;
  if (indent <= parentIndent || text.charCodeAt(i) === hash || (i === start && isMarker(text, i))) return -1;
  if (parentIndent < 0 && indent === 0 && text.charCodeAt(i) === percent) return -1;
  return looksLikeEntry(scan, i) ? -1 : i;
}

/** The text of a plain or quoted scalar that ends with the line. */
export function lineScalar(scan: YamlScan, at: number): string {
  const { text } = scan;
  const unit = text.charCodeAt(at);
  if (unit === doubleQuote || unit === singleQuote) {
    const close = closingQuote(scan, at, scan.lineEnd);
    if (close >= 0) return quotedValue(text, at, close).text;
  }
  return text.slice(at, plainEnd(scan, at));
}
