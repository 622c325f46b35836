import { endsParameterRun } from "./runs.ts";
import type { ShellScan } from "./state.ts";

const newline = 10;
const dollar = 36;
const openParenthesis = 40;
const closeParenthesis = 41;
const backslash = 92;
const backtick = 96;
const openBrace = 123;
const closeBrace = 125;

/** A `$` in a word or in double quotes. */
export function readDollar(scan: ShellScan): void {
  const { text, i } = scan;
  const next = text.charCodeAt(i + 1);
  if (next === openParenthesis) {
    if (text.charCodeAt(i + 2) !== openParenthesis) {
      openSubstitution(scan, i, i + 2, closeParenthesis);
      return;
    }
    scan.i += 3;
    if (readFlat(scan, i, scan.i)) return;
    scan.wordAt(i).replace("$", i, scan.i);
    openArithmetic(scan);
    return;
  }
  if (next === openBrace) {
    scan.i += 2;
    if (readFlat(scan, i, scan.i)) return;
    scan.wordAt(i).copy(i, scan.i);
    scan.open("parameter");
    return;
  }
  scan.wordAt(i).copy(i, i + 1);
  scan.i++;
}

/** `$(`, `<(`, a backtick: the word it stands in is known to the shell only */
export function openSubstitution(scan: ShellScan, from: number, to: number, closer: number): void {
  scan.i = to;
  if (readFlat(scan, from, to)) return;
  scan.wordAt(from).replace("$", from, to);
  scan.openList(closer, null);
}

/** Where nesting goes no deeper: the word is one that only the shell knows, whatever else `[from, to)` opens in it. False elsewhere. */
function readFlat(scan: ShellScan, from: number, to: number): boolean {
  if (!scan.isDeepest) return false;
  if (!scan.list.flat) scan.wordAt(from).replace("$", from, to);
  scan.list.flat = true;
  return true;
}

/** Goes into the arithmetic behind `((`. */
export function openArithmetic(scan: ShellScan): void {
  scan.open("arithmetic");
  scan.parentheses = 2;
}

/** Reads on in `((...))`, which holds no words. */
export function readArithmetic(scan: ShellScan): void {
  const { text } = scan;
  while (scan.i < text.length) {
    const unit = text.charCodeAt(scan.i++);
    if (unit === openParenthesis) scan.parentheses++;
    else if (unit === closeParenthesis && --scan.parentheses <= 0) {
      scan.close();
      return;
    }
  }
}

/** Reads on in `${...}`. */
export function readParameter(scan: ShellScan): void {
  const { text, i } = scan;
  const unit = text.charCodeAt(i);
  if (unit === closeBrace) {
    scan.wordAt(i).copy(i, i + 1);
    scan.close();
    scan.i++;
  } else if (unit === newline) {
    // nobody breaks a line in `${...}`: it is being typed
    while (scan.stretch === "parameter" && !scan.isOutermost) scan.close();
  } else if (unit === dollar) readDollar(scan);
  else if (unit === backtick) openSubstitution(scan, i, i + 1, backtick);
  else if (unit === backslash) {
    scan.i = Math.min(i + 2, text.length);
    scan.wordAt(i).copy(i, scan.i);
  } else {
    let end = i + 1;
    while (end < text.length && !endsParameterRun(text.charCodeAt(end))) end++;
    scan.wordAt(i).copy(i, end);
    scan.i = end;
  }
}
