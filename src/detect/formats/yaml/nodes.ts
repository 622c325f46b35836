// The nodes of block collections.

import { skipBlanks } from "../lines.ts";
import { readBlockScalar } from "./blocks.ts";
import { readFlow } from "./flow.ts";
import { readKey } from "./keys.ts";
import { closeTo, enterMapping, enterSequence } from "./levels.ts";
import { endsLine, separated, wordEnd } from "./lines.ts";
import { lineScalar, readPlain } from "./plain.ts";
import { isWrittenAsItIs, quotedEnd, quotedValue } from "./quotes.ts";
import { addScalar, addSlice } from "./scalars.ts";
import type { Level, YamlScan } from "./state.ts";

const exclamation = 33;
const doubleQuote = 34;
const ampersand = 38;
const singleQuote = 39;
const asterisk = 42;
const dash = 45;
const colon = 58;
const greater = 62;
const question = 63;
const openBracket = 91;
const openBrace = 123;
const pipe = 124;

/** Reads the node that begins at `from`, on the current line; the position from which to go on, at the start of a line. */
export function readNode(scan: YamlScan, from: number): number {
  const { text } = scan;
  let at = from;
  let node = from;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit === dash && separated(scan, at + 1)) {
      enterSequence(scan, at - scan.lineStart);
      at = skipBlanks(text, at + 1, scan.lineEnd);
      node = at;
      if (endsLine(scan, at)) return scan.lineEnd + 1;
      continue;
    }
    if (unit === question && separated(scan, at + 1)) {
      const mapping = enterMapping(scan, at - scan.lineStart);
      at = skipBlanks(text, at + 1, scan.lineEnd);
      mapping.key = endsLine(scan, at) ? "" : lineScalar(scan, at);
      return scan.lineEnd + 1;
    }
    if (unit === colon && separated(scan, at + 1)) {
      enterMapping(scan, at - scan.lineStart);
      at = skipBlanks(text, at + 1, scan.lineEnd);
      node = at;
      if (endsLine(scan, at)) return scan.lineEnd + 1;
      continue;
    }
    if (unit === ampersand || unit === exclamation) {
      at = skipBlanks(text, wordEnd(scan, at), scan.lineEnd);
      if (endsLine(scan, at)) return scan.lineEnd + 1;
      continue;
    }
    break;
  }
  const key = readKey(scan, at);
  if (key === null) {
    closeTo(scan, node - scan.lineStart - 1);
    return readScalarNode(scan, at, scan.top?.indent ?? -1);
  }
  const mapping = enterMapping(scan, node - scan.lineStart);
  mapping.key = key.name;
  mapping.current = null;
  return readValue(scan, key.end, mapping);
}

/** The value behind a key's colon. */
function readValue(scan: YamlScan, from: number, mapping: Level): number {
  const { text } = scan;
  let at = skipBlanks(text, from, scan.lineEnd);
  while (!endsLine(scan, at)) {
    const unit = text.charCodeAt(at);
    if (unit !== ampersand && unit !== exclamation) return readScalarNode(scan, at, mapping.indent);
    at = skipBlanks(text, wordEnd(scan, at), scan.lineEnd);
  }
  return scan.lineEnd + 1;
}

/** A scalar, flow collection, block scalar or alias in block context, and the rest of its line. */
function readScalarNode(scan: YamlScan, at: number, parentIndent: number): number {
  const { text } = scan;
  const unit = text.charCodeAt(at);
  switch (unit) {
    case asterisk:
      return scan.lineEnd + 1;
    case pipe:
    case greater:
      return readBlockScalar(scan, at, parentIndent);
    case openBracket:
      return readFlow(scan, at, parentIndent);
    case openBrace:
      if (text.charCodeAt(at + 1) !== openBrace) return readFlow(scan, at, parentIndent);
      break;
    case doubleQuote:
    case singleQuote: {
      const close = quotedEnd(scan, at, parentIndent);
      if (close < 0) return scan.lineEnd + 1;
      if (isWrittenAsItIs(text, at, close)) addSlice(scan, at + 1, close);
      else addScalar(scan, quotedValue(text, at, close));
      return scan.lineEnd + 1;
    }
  }
  return readPlain(scan, at, parentIndent);
}
