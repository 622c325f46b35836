import { openSubstitution, readDollar } from "./expansions.ts";
import { endsQuotedRun, quotedRunEnd } from "./runs.ts";
import type { ShellScan } from "./state.ts";
import { templateEnd } from "./templates.ts";

const newline = 10;
const carriageReturn = 13;
const doubleQuote = 34;
const dollar = 36;
const backslash = 92;
const backtick = 96;
const openBrace = 123;

/** `'...'`, and `$'...'`, whose quote `i` is at. */
export function readSingleQuotes(scan: ShellScan): void {
  const { text, list, i: from } = scan;
  const close = text.indexOf("'", from + 1);
  const end = close < 0 ? text.length : close;
  scan.wordAt(from).copy(from + 1, end);
  if (end > from + 1 && text.slice(from + 1, end).includes("$")) list.literal = true;
  list.quoted = true;
  scan.i = close < 0 ? text.length : close + 1;
}

/** The `"` at `i`. What holds no expansion is read at once; else a stretch of its own is opened. */
export function readDoubleQuotes(scan: ShellScan): void {
  const { text, i } = scan;
  const from = i + 1;
  let end = quotedRunEnd(text, from);
  while (text.charCodeAt(end) === openBrace) end = quotedRunEnd(text, templateEnd(scan, end));
  scan.wordAt(i).copy(from, end);
  scan.list.quoted = true;
  const isClosed = text.charCodeAt(end) === doubleQuote;
  if (!isClosed) scan.open("double");
  scan.i = isClosed ? end + 1 : end;
}

/** Reads on in double quotes. */
export function readQuoted(scan: ShellScan): void {
  const { text, i } = scan;
  const unit = text.charCodeAt(i);
  if (unit === doubleQuote) {
    scan.close();
    scan.i++;
  } else if (unit === dollar) readDollar(scan);
  else if (unit === backtick) openSubstitution(scan, i, i + 1, backtick);
  else if (unit === backslash) readQuotedBackslash(scan);
  else {
    let end = i + 1;
    while (end < text.length && !endsQuotedRun(text.charCodeAt(end))) end++;
    scan.wordAt(i).copy(i, end);
    scan.i = end;
  }
}

function readQuotedBackslash(scan: ShellScan): void {
  const { text, i } = scan;
  const next = text.charCodeAt(i + 1);
  if (next === newline) scan.i += 2;
  else if (next === doubleQuote || next === backslash || next === dollar || next === backtick) {
    scan.wordAt(i).replace(text.charAt(i + 1), i, i + 2);
    if (next === dollar) scan.list.literal = true;
    scan.i += 2;
  } else {
    scan.wordAt(i).copy(i, i + 1);
    scan.i++;
  }
}

/** A `\` outside of quotes: it joins lines, or takes the next character as it is. */
export function readBackslash(scan: ShellScan): void {
  const { text, i } = scan;
  const next = text.charCodeAt(i + 1);
  if (next === newline) scan.i = i + 2;
  else if (next === carriageReturn && text.charCodeAt(i + 2) === newline) scan.i = i + 3;
  else {
    scan.i = Math.min(i + 2, text.length);
    scan.wordAt(i).replace(text.slice(i + 1, i + 2), i, scan.i);
    scan.list.quoted = true;
  }
}
