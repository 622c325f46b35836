// A scan at rest: all that it remembers between two lines, to be kept and to be gone on from.

import { detached } from "../../detached.ts";
import type { Frame } from "../frame.ts";
import type { ReaderState } from "../resumption.ts";
import { type None, noteSeen } from "../trail.ts";
import { nextMark } from "./candidates.ts";
import { wordEnd } from "./characters.ts";
import { Group } from "./group.ts";
import { closingTag } from "./markup.ts";
import type { Scan } from "./state.ts";

type FieldOf<T, Value> = { [Key in keyof T]: T[Key] extends Value ? (Value extends T[Key] ? Key : never) : never }[keyof T];

/** Beginning and end of what a scan remembers by its place. */
const scanPlaces = [
  ["nameStart", "nameEnd"],
  ["firstNameStart", "firstNameEnd"],
  ["stringStart", "stringEnd"],
  ["closedNameStart", "closedNameEnd"],
  ["closedArgumentStart", "closedArgumentEnd"],
  ["closedReceiverStart", "closedReceiverEnd"],
  ["receiverStart", "receiverEnd"],
  ["thenStart", "thenStart"],
  ["lineFirst", "lineFirst"],
  ["enumStart", "enumEnd"],
  ["classStart", "classEnd"],
  ["comparedUpTo", "comparedUpTo"],
] as const satisfies readonly (readonly [FieldOf<Scan, number>, FieldOf<Scan, number>])[];

const scanValues = [
  "word",
  "nameCompared",
  "stringAlone",
  "closedRole",
  "openHeredocs",
  "indent",
  "bodyIndent",
  "enumIndent",
  "classIsEnum",
] as const satisfies readonly (keyof Scan)[];

const groupPlaces = [
  ["candidateBefore", "candidateBefore"],
  ["nameStart", "nameEnd"],
  ["firstArgumentStart", "firstArgumentEnd"],
  ["secondArgumentStart", "secondArgumentEnd"],
  ["receiverStart", "receiverEnd"],
  ["flagStart", "flagEnd"],
  ["namedStart", "namedEnd"],
  ["bodyStart", "bodyEnd"],
  ["previousStart", "previousEnd"],
  ["keyStart", "keyEnd"],
  ["targetStart", "targetEnd"],
  ["headTargetStart", "headTargetEnd"],
  ["typeStart", "typeEnd"],
  ["targetsStart", "targetsEnd"],
  ["annotatedStart", "annotatedEnd"],
  ["fallbackStart", "fallbackEnd"],
  ["conditionStart", "conditionEnd"],
  ["functionStart", "functionEnd"],
] as const satisfies readonly (readonly [FieldOf<Group, number>, FieldOf<Group, number>])[];

const groupValues = [
  ...(["role", "bracket", "indent", "compared", "typed", "valued", "inner", "enumerates", "aroundOfInterest"] as const),
  ...(["index", "targetIsKey", "fallback", "ternaries", "inType", "cast", "returned", "typeAlias", "angles", "typeParameters"] as const),
  ...(["caseLabel", "iteration", "lambdas", "spread", "header", "importing", "functionAhead", "head", "declares", "pair"] as const),
  ...(["constructs", "member"] as const),
] as const satisfies readonly (keyof Group)[];

/** What is told apart from the lists: brackets that are open, elements that have been looked up. */
type ToldApart = "groups" | "group" | "depth" | "closingTags" | "outer";
/** What the trail keeps, or the next pass is given. */
type Given = "text" | "tables" | "interest" | "trail" | "literals" | "candidates" | "modules" | "lastCandidate" | "seenTo" | "nextRest";
/** What is the same whenever a scan is at rest: what would be half read. */
type Idle = "token" | "overflow" | "heredocs" | "directive" | "lineString" | "stringKind";
/** What is found anew when somebody asks, is written before it is read, or tells only of what stands before the place. */
type Spent =
  | ("callee" | "flag" | "markStart" | "markEnd" | "valueStart" | "valueEnd" | "argumentEnd")
  | ("decoratorStart" | "macroEnd" | "lineStringEnd" | "regularExpressionLimit");

type Listed<Places extends readonly (readonly string[])[], Values extends readonly string[]> = Places[number][number] | Values[number];
type DataOf<T> = Exclude<{ [Key in keyof T]: T[Key] extends (...given: never[]) => unknown ? never : Key }[keyof T], "holdsStatements">;

/** Never; compiles only while nothing is forgotten: a new field belongs into a list, or under one of the heads above. */
type Forgotten =
  | None<Exclude<keyof Scan, Listed<typeof scanPlaces, typeof scanValues> | ToldApart | Given | Idle | Spent>>
  | None<Exclude<DataOf<Group>, Listed<typeof groupPlaces, typeof groupValues> | ToldApart | Idle | Spent | "stringStart">>;

/** Tells the trail where the scan stands, if it can be kept there: before the first token of a line. True: the rest is known. */
export function isRestKnown(scan: Scan, at: number): boolean {
  const { trail } = scan;
  if (trail === null || !isAtRest(scan, at)) return false;
  // the line's first word has been looked at
  noteSeen(scan, wordEnd(scan, at));
  const known = trail.rest(at, scan.seenTo, absentTags(scan), stateOf(scan));
  scan.seenTo = 0;
  scan.nextRest = trail.next;
  return known;
}

function isAtRest(scan: Scan, at: number): boolean {
  if (scan.token !== "start" || at !== scan.lineFirst || at >= scan.text.length) return false;
  if (scan.overflow > 0 || scan.heredocs.length > 0 || scan.directive) return false;
  if (scan.lineString >= 0 || scan.lineStringEnd > at || scan.regularExpressionLimit > at) return false;
  for (let level = 0; level <= scan.depth; level++) {
    const group = scan.groups[level];
    // what stands before, in a string or among the bases of a class, is looked at again when it ends
    if (group === undefined || group.role === "interpolation" || group.role === "bases") return false;
  }
  return true;
}

function absentTags(scan: Scan): readonly string[] {
  return [...scan.closingTags].filter(([, next]) => next < 0).map(([name]) => closingTag(name));
}

/** The elements that have been looked up, each with a semicolon; `!` stands before those that are closed nowhere. */
function tagsOf(scan: Scan): string {
  return [...scan.closingTags].map(([name, next]) => (next < 0 ? `!${name};` : `${name};`)).join("");
}

function stateOf(scan: Scan): ReaderState | Forgotten {
  const places: number[] = [];
  const values: ReaderState["values"][number][] = [scan.depth, tagsOf(scan)];
  const open = scan.groups.slice(0, scan.depth + 1);
  const add = (start: number, end: number): void => void (start < 0 ? places.push(-1, -1) : places.push(start, end));
  const isDeclared = open.some(({ declares }) => declares !== null);
  const isCompared = open.some((group) => mayBeCompared(group) && group.candidateBefore < scan.comparedUpTo);
  for (const [start, end] of scanPlaces) {
    const means =
      start === "enumStart" ? scan.enumIndent >= 0 : start === "classStart" ? isDeclared : start === "comparedUpTo" ? isCompared : true;
    add(means ? scan[start] : -1, scan[end]);
  }
  for (const field of scanValues) values.push(scan[field]);
  for (const group of open) {
    for (const [start, end] of groupPlaces) {
      add(start === "candidateBefore" && !mayBeCompared(group) ? -1 : group[start], group[end]);
    }
    for (const field of groupValues) values.push(group[field]);
    // whether anybody will ask, at its end, if it is compared
    values.push(mayBeCompared(group) && scan.lastCandidate > Math.max(group.candidateBefore, scan.comparedUpTo));
    values.push(group.outer === null || group.outer.length === 0 ? group.outer : detached(group.outer));
  }
  return { places, values };
}

/** Whether candidates in the group may turn out to be operands of a comparison when it ends. */
function mayBeCompared({ role }: Group): boolean {
  return role === "call" || role === "list" || role === "object" || role === "parentheses";
}

/** Sets the scan, which has read nothing yet, to the state. */
export function restore(scan: Scan, at: number, { places, values }: ReaderState): void {
  const writableScan: { [Field in keyof Scan]?: unknown } = scan;
  let place = 0;
  let value = 0;
  const depth = Number(values[value++]);
  for (const tag of String(values[value++]).split(";").slice(0, -1)) {
    // where the next one stands is looked up when somebody asks
    if (tag.startsWith("!")) scan.closingTags.set(tag.slice(1), -1);
    else scan.closingTags.set(tag, 0);
  }
  for (const [start, end] of scanPlaces) {
    scan[start] = places[place++] ?? -1;
    scan[end] = places[place++] ?? -1;
  }
  for (const field of scanValues) writableScan[field] = values[value++];
  for (let level = 0; level <= depth; level++) {
    const group = level === 0 ? scan.group : new Group();
    const writable: { [Field in keyof Group]?: unknown } = group;
    for (const [start, end] of groupPlaces) {
      group[start] = places[place++] ?? -1;
      group[end] = places[place++] ?? -1;
    }
    for (const field of groupValues) writable[field] = values[value++];
    value++;
    const outer = values[value++];
    group.outer = Array.isArray(outer) ? (outer as readonly Frame[]) : null;
    scan.groups[level] = group;
    scan.group = group;
  }
  scan.depth = depth;
  scan.token = "start";
  nextMark(scan, at);
}
