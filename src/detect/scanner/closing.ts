// Closing brackets, and what shows behind them.

import type { Frame } from "../frame.ts";
import { skipBlank } from "./characters.ts";
import { endElement, readComma } from "./elements.ts";
import { assigns, whatFollows } from "./following.ts";
import { calleeOf, isLiteral } from "./frames.ts";
import type { Group } from "./group.ts";
import { closeTo, endStatement } from "./nesting.ts";
import type { Scan } from "./state.ts";

export function readClose(scan: Scan, at: number, code: number): number {
  if (scan.overflow > 0) {
    scan.overflow--;
    scan.token = "close";
    scan.closedRole = "statements";
    return at + 1;
  }
  const bracket = code === 41 ? 40 : code === 93 ? 91 : 123;
  if (scan.depth === 0) {
    if (code === 125) endStatement(scan);
    return at + 1;
  }
  if (scan.group.bracket !== bracket && !closeInner(scan, bracket)) return at + 1;
  const { group } = scan;
  // `x[["key"]]`
  const inner = group.role === "subscript" && scan.token === "close" && scan.closedRole === "subscript" && group.index === 0;
  endElement(scan);
  const alone = group.index === 0 && group.firstArgumentStart >= 0;
  scan.depth--;
  const parent = scan.groups[scan.depth];
  if (parent !== undefined) scan.group = parent;
  scan.closedRole = group.role;
  scan.closedNameStart = group.nameStart;
  scan.closedNameEnd = group.nameEnd;
  scan.closedReceiverStart = group.role === "call" ? group.receiverStart : -1;
  scan.closedReceiverEnd = group.receiverEnd;
  if (!inner) {
    scan.closedArgumentStart = alone || group.role === "call" || group.role === "list" ? group.firstArgumentStart : -1;
    scan.closedArgumentEnd = group.firstArgumentEnd;
  }
  scan.token = "close";
  switch (group.role) {
    case "interpolation":
      if (scan.lineString > scan.depth) scan.lineString = -1;
      return at + 1;
    case "bases":
      scan.classIsEnum = scan.tables.profile.enumBases.some((base) => scan.text.slice(group.nameEnd, at).includes(base));
      break;
    case "statements":
    case "arms":
    case "class":
    case "enum":
      if (scan.group.role === "arms") endArm(scan, at + 1);
      else if (scan.group.role === "class" && group.bodyStart >= 0 && assigns(scan, at + 1)) {
        // `Model { get; set; } = "x"`
        scan.group.targetStart = -1;
        scan.nameStart = group.bodyStart;
        scan.nameEnd = group.bodyEnd;
        scan.firstNameStart = -1;
        scan.token = "name";
      } else if (scan.group.holdsStatements && scan.group.targetStart < 0) endStatement(scan);
      break;
    case "parentheses":
      // after a condition comes a statement
      if (group.nameStart >= 0) scan.token = "start";
      break;
    case "embedded":
      if (scan.group.role === "tag") scan.group.keyStart = -1;
      scan.token = "start";
      break;
    default:
      break;
  }
  if (scan.lastCandidate > group.candidateBefore) readAfterList(scan, group, at + 1);
  return at + 1;
}

/** An arm whose value is a block needs no comma. */
function endArm(scan: Scan, from: number): void {
  if (scan.group.caseLabel) return;
  const next = skipBlank(scan, from, true);
  const code = scan.text.charCodeAt(next);
  if (code === 44 || code === 46 || code === 63 || scan.text.startsWith("else", next)) return;
  readComma(scan);
}

/** A closing bracket that is not the innermost one's: what is open inside its own is broken. False where it has none. */
function closeInner(scan: Scan, bracket: number): boolean {
  // a brace outweighs all brackets in it; the others only what stands near
  const limit = bracket === 123 ? 0 : Math.max(1, scan.depth - 8);
  for (let level = scan.depth; level >= Math.max(1, limit); level--) {
    const group = scan.groups[level];
    if (group === undefined) return false;
    if (group.bracket === bracket) {
      closeTo(scan, level);
      return true;
    }
    if (bracket !== 123 && (group.holdsStatements || group.role === "interpolation" || group.role === "children")) return false;
  }
  return false;
}

/** Whether the string in a list stays what it was when the list turns out to be compared: an argument. Patterns hold no calls. */
function isKept(scan: Scan, context: readonly Frame[]): boolean {
  if (scan.tables.profile.patterns === true) return context[0]?.kind === "comparison";
  return context.some((frame) => frame.kind === "argument" || frame.kind === "comparison");
}

/** A list may turn out to be an operand of a comparison only after its end: `["a", "b"].includes(x)`. */
function readAfterList(scan: Scan, group: Group, from: number): void {
  const listed = group.role === "call" && calleeOf(scan.tables, scan.text, group).gives === "list";
  if (group.compared || !(listed || isLiteral(scan.tables, group))) return;
  const before = Math.max(group.candidateBefore, scan.comparedUpTo);
  if (before >= scan.lastCandidate || whatFollows(scan, from) !== "comparison") return;
  let first = scan.candidates.length;
  for (; first > 0; first--) {
    const candidate = scan.candidates[first - 1];
    if (candidate === undefined || candidate.range.start <= before) break;
    if (isKept(scan, candidate.context)) continue;
    scan.candidates[first - 1] = { ...candidate, context: [{ kind: "comparison" }, ...candidate.context] };
  }
  scan.trail?.forgetAfter(first);
  scan.comparedUpTo = scan.lastCandidate;
}
