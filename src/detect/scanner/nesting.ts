// Going into brackets and out of them, and what a broken statement leaves open.

import { noteSeen } from "../trail.ts";
import { endElement } from "./elements.ts";
import { calleeOf, isLiteral } from "./frames.ts";
import { Group, type Role } from "./group.ts";
import { deepest, type Scan } from "./state.ts";

/** Stands for the bracket of a group that words open and close; that of a call without parentheses is 0. */
export const blockBracket = 1;

export function openGroup(scan: Scan, role: Role, bracket: number, nameStart: number, nameEnd: number): void {
  if (scan.depth >= deepest) {
    scan.overflow++;
    scan.token = "start";
    return;
  }
  const parent = scan.group;
  const compared = scan.token === "comparison" || parent.caseLabel;
  scan.depth++;
  let group = scan.groups[scan.depth];
  if (group === undefined) {
    group = new Group();
    scan.groups[scan.depth] = group;
  }
  group.open(role, bracket, scan.indent, nameStart, nameEnd, scan.lastCandidate);
  if (isLiteral(scan.tables, group)) group.compared = compared || (role === "call" && scan.nameCompared);
  // `x in listOf("a", "b")`
  else if (role === "call" && scan.nameCompared) group.compared = calleeOf(scan.tables, scan.text, group).gives !== null;
  group.inner = parent.role === "object" || parent.role === "call";
  if (parent.inType && (role === "list" || role === "object" || role === "parentheses" || role === "type" || role === "subscript")) {
    group.typed = true;
    group.inType = true;
    group.cast = parent.cast;
    group.annotatedStart = parent.annotatedStart;
    group.annotatedEnd = parent.annotatedEnd;
  }
  scan.group = group;
  scan.stringAlone = false;
  scan.token = "start";
}

export function closeTo(scan: Scan, depth: number): void {
  scan.depth = Math.max(0, depth);
  const group = scan.groups[scan.depth];
  if (group !== undefined) scan.group = group;
  if (scan.lineString > scan.depth) scan.lineString = -1;
  scan.token = "close";
  scan.closedRole = "statements";
}

/** What is open cannot be whole: goes back to the nearest place of statements. */
export function recover(scan: Scan): void {
  let level = scan.depth;
  while (level > 0 && scan.groups[level]?.holdsStatements === false) level--;
  closeTo(scan, level);
  scan.overflow = 0;
  endStatement(scan);
}

export function endStatement(scan: Scan): void {
  scan.group.clearStatement();
  scan.token = "start";
}

export function closeCommands(scan: Scan): void {
  while (scan.depth > 0 && scan.group.bracket === 0) {
    endElement(scan);
    const { token } = scan;
    closeTo(scan, scan.depth - 1);
    if (token === "start") scan.token = token;
  }
}

/** Gives the list that is open the name that a loop behind it, at `at`, has for its elements. */
export function nameLooped(scan: Scan, at: number): void {
  const { listLoops } = scan.tables.profile;
  if (listLoops === undefined || scan.overflow > 0) return;
  listLoops.lastIndex = at;
  const [start, end] = listLoops.exec(scan.text)?.indices?.[1] ?? [];
  noteSeen(scan, Math.min(scan.text.length, at + longestLoop));
  if (start === undefined || end === undefined) return;
  scan.group.bodyStart = start;
  scan.group.bodyEnd = end;
}

/** So far a loop's name stands behind the list, at most. */
const longestLoop = 160;

/** The name of what a block behind a call gives the value of: `let(:model) { "x" }`. */
export function nameBlock(scan: Scan): boolean {
  const { profile } = scan.tables;
  if (scan.token !== "close" || scan.closedRole !== "call" || scan.closedArgumentStart < 0) return false;
  return (
    profile.namedBlocks?.includes(scan.text.slice(scan.closedNameStart, Math.min(scan.closedNameEnd, scan.closedNameStart + 32))) === true
  );
}
