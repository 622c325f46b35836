// Collections in brackets.

import { noteSeen } from "../../trail.ts";
import { isBlank, trimEnd } from "../lines.ts";
import type { MappedText } from "../mappedText.ts";
import { maximumNesting } from "../values.ts";
import { nextElement, pop, push } from "./levels.ts";
import { isFlowIndicator, isMarker, isSeparator, looksLikeEntry, separated, skipSpaces, startLine } from "./lines.ts";
import { isWrittenAsItIs, quotedEnd, quotedValue } from "./quotes.ts";
import { addScalar, addSlice } from "./scalars.ts";
import type { YamlScan } from "./state.ts";
import { templateEnd } from "./templates.ts";

const tab = 9;
const carriageReturn = 13;
const space = 32;
const exclamation = 33;
const doubleQuote = 34;
const hash = 35;
const ampersand = 38;
const singleQuote = 39;
const asterisk = 42;
const comma = 44;
const colon = 58;
const question = 63;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** A flow collection while it is read. */
class Flow {
  readonly scan: YamlScan;
  readonly parentIndent: number;
  /** the last scalar, which may be a key or a value: where it is written; -1 where there is none */
  start = -1;
  end = -1;
  /** its value, where that is not what is written */
  value: MappedText | null = null;
  /** the last token can stand right before a colon: a quoted scalar, a closing bracket */
  closes = false;
  /** brackets that are open beyond the depth that is followed */
  beyond = 0;

  constructor(scan: YamlScan, parentIndent: number) {
    this.scan = scan;
    this.parentIndent = parentIndent;
  }

  take(start: number, end: number, value: MappedText | null, closes: boolean): void {
    this.start = start;
    this.end = end;
    this.value = value;
    this.closes = closes;
  }

  forget(closes: boolean): void {
    this.start = -1;
    this.value = null;
    this.closes = closes;
  }

  /** The last scalar as a key. */
  get text(): string {
    if (this.start < 0) return "";
    return this.value === null ? this.scan.text.slice(this.start, this.end) : this.value.text;
  }
}

/** A flow collection, over any number of lines; the start of the line behind it. */
export function readFlow(scan: YamlScan, from: number, parentIndent: number): number {
  const flow = new Flow(scan, parentIndent);
  const base = scan.stack.length;
  let i = from;
  do {
    i = i < scan.lineEnd ? readToken(flow, i, base) : nextFlowLine(scan, parentIndent);
  } while (i >= 0 && scan.stack.length > base);
  while (scan.stack.length > base) pop(scan);
  const { top } = scan;
  if (top?.sequence) top.current = null;
  return i === lineAgain ? scan.lineEnd : scan.lineEnd + 1;
}

/** What {@link nextFlowLine} and a quote without an end give instead of a position. */
const lineAgain = -1;
const noEnd = -2;

/** Reads the token at `i`; the position behind it, or {@link noEnd} where the collection can be read no further. */
function readToken(flow: Flow, i: number, base: number): number {
  const { scan } = flow;
  const { text } = scan;
  const unit = text.charCodeAt(i);
  switch (unit) {
    case space:
    case tab:
    case carriageReturn:
      return i + 1;
    case hash:
      if (isSeparator(text.charCodeAt(i - 1))) return scan.lineEnd;
      break;
    case openBrace: {
      const close = text.charCodeAt(i + 1) === openBrace ? templateEnd(scan, i) : -1;
      if (close < 0) return open(flow, i, false);
      flow.take(i, close, null, false);
      return close;
    }
    case openBracket:
      return open(flow, i, true);
    case comma:
      endEntry(flow);
      flow.forget(false);
      if (flow.beyond > 0 || scan.top === null) return i + 1;
      if (scan.top.sequence) nextElement(scan.top);
      else scan.top.key = null;
      return i + 1;
    case closeBrace:
    case closeBracket:
      endEntry(flow);
      flow.forget(true);
      if (flow.beyond > 0) flow.beyond--;
      else {
        pop(scan);
        if (scan.stack.length > base && scan.top?.sequence) scan.top.current = null;
      }
      return i + 1;
    case colon:
      if (!flow.closes && !separated(scan, i + 1) && !isFlowIndicator(text.charCodeAt(i + 1))) break;
      if (scan.top !== null && flow.beyond === 0) scan.top.key = flow.text;
      flow.forget(false);
      return i + 1;
    case doubleQuote:
    case singleQuote: {
      const close = quotedEnd(scan, i, flow.parentIndent);
      if (close < 0) return noEnd;
      flow.take(i + 1, close, isWrittenAsItIs(text, i, close) ? null : quotedValue(text, i, close), true);
      return close + 1;
    }
    case ampersand:
    case exclamation:
    case asterisk:
      flow.closes = unit === asterisk;
      return nameEnd(scan, i + 1);
    case question:
      if (separated(scan, i + 1)) return i + 1;
      break;
  }
  return readFlowPlain(flow, i);
}

/** Goes into the collection whose bracket stands at `i`. */
function open(flow: Flow, i: number, sequence: boolean): number {
  flow.forget(false);
  if (flow.scan.stack.length >= maximumNesting) flow.beyond++;
  else push(flow.scan, sequence, Number.MAX_SAFE_INTEGER);
  return i + 1;
}

/** The scalar before a comma or a closing bracket is a value. */
function endEntry(flow: Flow): void {
  const { scan, value } = flow;
  const { top } = scan;
  if (flow.beyond > 0 || flow.start < 0 || top === null || (!top.sequence && top.key === null)) return;
  if (value === null) addSlice(scan, flow.start, flow.end);
  else addScalar(scan, value);
}

/** The end of an anchor, a tag or an alias. */
function nameEnd(scan: YamlScan, from: number): number {
  const { text } = scan;
  let i = from;
  while (i < scan.lineEnd && !isSeparator(text.charCodeAt(i)) && !isFlowIndicator(text.charCodeAt(i))) i++;
  return i;
}

function readFlowPlain(flow: Flow, i: number): number {
  const { text } = flow.scan;
  const end = flowPlainEnd(flow.scan, i);
  // a second plain text without a comma continues the first one on a new line: prose
  if (flow.start < 0) flow.take(i, trimEnd(text, i, end), null, false);
  else flow.take(i, end, { text: "? ", offset: i, segments: [0, i, end] }, false);
  return end;
}

function flowPlainEnd(scan: YamlScan, from: number): number {
  const { text } = scan;
  let i = from;
  while (i < scan.lineEnd) {
    const unit = text.charCodeAt(i);
    if (isFlowIndicator(unit) && i > from) break;
    if (unit === colon && i > from && (separated(scan, i + 1) || isFlowIndicator(text.charCodeAt(i + 1)))) break;
    if (unit === hash && i > from && isBlank(text.charCodeAt(i - 1))) break;
    i++;
  }
  return Math.max(i, from + 1);
}

/** Goes to the next line of a flow collection; {@link lineAgain} at the end of the text, or where a line shows that no bracket will close it. */
function nextFlowLine(scan: YamlScan, parentIndent: number): number {
  const { text } = scan;
  if (scan.lineEnd >= text.length) return lineAgain;
  const next = scan.lineEnd + 1;
  const content = skipSpaces(text, next);
  const indent = content - next;
  noteSeen(scan, content);
  const unit = text.charCodeAt(content);
  const closing = unit === closeBrace || unit === closeBracket || unit === comma;
  const broken = indent === 0 && isMarker(text, content);
  if (broken || (indent <= parentIndent && !closing && !isSeparator(unit) && unit !== hash && looksLikeEntry(scan, content))) {
    // the line is read again, as one of the block around
    scan.lineEnd = next;
    return lineAgain;
  }
  startLine(scan, next);
  return content;
}
