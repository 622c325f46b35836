// Lines and statements: where they begin and end.

import { noteSeen } from "../trail.ts";
import { isOpening, wordEnd } from "./characters.ts";
import { endElement, readComma } from "./elements.ts";
import { mayEndBefore } from "./following.ts";
import { skipHeredocs } from "./islands.ts";
import { closeCommands, closeTo, endStatement, recover } from "./nesting.ts";
import { isValue, type Scan } from "./state.ts";
import { classes } from "./tables.ts";

/**
 * Whether code in a string goes on behind the line break before `from`, as it may since Python 3.12 and in Kotlin: its bracket is closed
 * before another quote like the string's own, and the string on the line of that bracket.
 */
function goesOnFilling(scan: Scan, from: number): boolean {
  const { text } = scan;
  if (from < scan.lineStringEnd) return true;
  const close = scan.groups[scan.lineString]?.stringKind?.close.charCodeAt(0);
  let depth = scan.overflow;
  for (let level = scan.lineString; level <= scan.depth; level++) if (scan.groups[level]?.bracket !== 0) depth++;
  let i = from;
  let code = text.charCodeAt(i);
  for (; i < text.length && code !== close && (depth > 0 || (code !== 10 && code !== 13)); code = text.charCodeAt(++i)) {
    if (isOpening(code)) depth++;
    else if (code === 41 || code === 93 || code === 125) depth--;
  }
  noteSeen(scan, i);
  if (i >= text.length || code !== close || depth > 0) return false;
  scan.lineStringEnd = i;
  return true;
}

/** A line break, and all blank lines and indentation after it. */
export function readLineBreak(scan: Scan, at: number): number {
  const { text } = scan;
  let i = at;
  let line = at;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) line = i + 1;
    else if (code !== 32 && code !== 9) break;
  }
  scan.lineFirst = i;
  scan.indent = i - line;
  if (scan.lineString >= 0 && !goesOnFilling(scan, i)) closeTo(scan, scan.lineString - 1);
  if (scan.heredocs.length > 0) {
    const after = skipHeredocs(scan, at);
    if (after >= 0) return after;
  }
  if (scan.depth > 0 && scan.group.bracket === 0 && mayEndBefore(scan, i)) closeCommands(scan);
  const { group } = scan;
  if (scan.tables.profile.atLiterals === true && (group.role === "object" || group.role === "list") && isValue(scan.token)) endEntry(scan);
  if (scan.directive) {
    scan.directive = false;
    if (group.holdsStatements) endStatement(scan);
    else group.clearTarget();
  }
  const { statementEnd } = scan.tables.profile;
  if (group.holdsStatements) {
    if (statementEnd === "newline" || (statementEnd === "either" && mayEndBefore(scan, i))) endStatement(scan);
  } else if (scan.indent <= group.indent && beginsAssignment(scan, i)) recover(scan);
  if (scan.tables.profile.indentedBlocks === true && scan.depth === 0 && text.charCodeAt(i) !== 35) endBodies(scan);
  return i;
}

/** The line is indented no further than the class or function whose body stood here. */
function endBodies(scan: Scan): void {
  if (scan.indent <= scan.enumIndent) scan.enumIndent = -1;
  if (scan.indent <= scan.bodyIndent) {
    scan.bodyIndent = -1;
    scan.group.bodyStart = -1;
  }
}

export function readSemicolon(scan: Scan): void {
  closeCommands(scan);
  const { group } = scan;
  const { atLiterals, semicolonElements } = scan.tables.profile;
  if (group.role === "object" && atLiterals === true) endEntry(scan);
  else if (semicolonElements === true && !group.holdsStatements) endEntry(scan);
  // after the members of an enum others may follow
  if (group.role === "enum") group.role = "class";
  if (group.holdsStatements) endStatement(scan);
  scan.token = "start";
}

/** A line or semicolon ends an entry of `@{ ... }`, a semicolon an element of any bracket. */
function endEntry(scan: Scan): void {
  endElement(scan);
  readComma(scan);
}

/** `name = ` at `at`: with blanks on both sides it is no named argument as they are usually written. */
function beginsAssignment(scan: Scan, at: number): boolean {
  const code = scan.text.charCodeAt(at);
  if (!(code < 128 ? scan.tables.characterClasses[code] === classes.word : code >= 128)) return false;
  const end = wordEnd(scan, at);
  return scan.text.startsWith(" = ", end) && (scan.group.role === "call" || scan.group.role === "list" || scan.group.role === "object");
}

/** A word that stands in no expression begins a line. */
export function beginStatement(scan: Scan): void {
  const { group } = scan;
  if (group.role === "statements") {
    if (scan.token !== "word") endStatement(scan);
  } else if ((group.role === "object" || (group.role === "call" && group.bracket === 123)) && scan.tables.profile.braceBlocks !== false) {
    // not an object after all
    group.role = "statements";
    group.outer = [];
    endStatement(scan);
  } else if (!group.holdsStatements) recover(scan);
}

/** The head of a compound statement is read. */
export function endHeader(scan: Scan): void {
  if (scan.classIsEnum && scan.group.declares === "class") {
    scan.enumIndent = scan.indent;
    scan.enumStart = scan.classStart;
    scan.enumEnd = scan.classEnd;
  }
  endStatement(scan);
}

/** `case "x":` shows that the braces hold statements and no arms. */
export function endLabel(scan: Scan): void {
  const { group } = scan;
  const parent = scan.groups[scan.depth - 1];
  group.role = "statements";
  group.outer = [];
  group.bodyStart = parent?.bodyStart ?? -1;
  group.bodyEnd = parent?.bodyEnd ?? -1;
  endStatement(scan);
}
