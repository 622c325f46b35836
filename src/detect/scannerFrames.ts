import type { Frame } from "./candidate.ts";
import type { Callee, Group } from "./scannerGroup.ts";
import type { ScannerTables } from "./scannerTables.ts";

/** More layers than this say nothing more, and would make deep nesting quadratic. */
const mostFrames = 16;

/** The longest name that is looked at; what is longer keeps its end. */
const longestName = 256;

/** A dotted name as written, without the blanks, comments and marks that may stand between its parts. */
export function nameText(text: string, start: number, end: number): string {
  const written = text.slice(Math.max(start, end - longestName), end);
  if (/^[\w.$#]*$/.test(written)) return written;
  return written.replace(/\/\*[^*]*\*\/|(?:\/\/|#)[^\n]*\n/g, "").replace(/[\s!?\\]+/g, "");
}

/** A key or target: a string's text as it is, a name as {@link nameText} gives it. */
export function keyText(text: string, start: number, end: number): string {
  const before = text.charCodeAt(start - 1);
  return before === 34 || before === 39 || before === 96 ? text.slice(start, end) : nameText(text, start, end);
}

/** {@link nameText} of what a look-up looks up: `MODEL` for `process.env.MODEL`. */
export function variableText(tables: ScannerTables, text: string, start: number, end: number): string {
  const name = nameText(text, start, end);
  for (const environment of tables.profile.environments) {
    if (name.length > environment.length + 1 && name.startsWith(environment) && name[environment.length] === ".") {
      return name.slice(environment.length + 1);
    }
  }
  return name;
}

/** What is known of the function called by name at `[start, end)`. */
export function calleeAt(tables: ScannerTables, text: string, start: number, end: number): Callee {
  const name = nameText(text, start, end);
  const last = name.slice(name.lastIndexOf(".") + 1);
  const found = tables.lookups.find(({ lookup, last: lookupLast }) => lookupLast === last && isLastPart(lookup.callee, name));
  return { name, compares: tables.comparisons.has(last), lookup: found?.lookup ?? null };
}

function isLastPart(part: string, name: string): boolean {
  return name === part || (name.endsWith(part) && name[name.length - part.length - 1] === ".");
}

export function calleeOf(tables: ScannerTables, text: string, group: Group): Callee {
  group.callee ??= calleeAt(tables, text, group.nameStart, group.nameEnd);
  return group.callee;
}

/**
 * Finds for the groups from the root to `depth` what surrounds each of them. What is found stays, since an outer group
 * does not move on while an inner one is open.
 */
export function resolveGroups(tables: ScannerTables, text: string, groups: readonly Group[], depth: number): void {
  let known = depth;
  while (known > 0 && groups[known]?.outer == null) known--;
  for (let level = known; level <= depth; level++) {
    const group = groups[level];
    const parent = groups[level - 1];
    if (group === undefined || group.outer !== null) continue;
    if (parent === undefined || !reachesOut(group)) {
      group.outer = [];
      continue;
    }
    if (group.role === "embedded" && parent.role === "children") {
      group.outer = [];
      continue;
    }
    if (group.role === "list" || group.role === "object" || group.role === "parentheses") {
      group.compared ||= parent.role === "call" ? calleeOf(tables, text, parent).compares : parent.compared;
    }
    const frames: Frame[] = [];
    pushElementFrames(tables, text, parent, frames, false);
    group.outer = joined(frames, parent.outer ?? []);
  }
}

/** Whether the group's value is a part of what stands around it, and not a body of its own. */
function reachesOut(group: Group): boolean {
  switch (group.role) {
    case "call":
    case "parentheses":
    case "list":
    case "object":
    case "tag":
    case "embedded":
      return true;
    default:
      return false;
  }
}

/** `frames` followed by `outer`, as far as the limit goes. */
export function joined(frames: Frame[], outer: readonly Frame[]): readonly Frame[] {
  if (frames.length === 0) return outer;
  for (let i = 0; i < outer.length && frames.length < mostFrames; i++) {
    const frame = outer[i];
    if (frame !== undefined) frames.push(frame);
  }
  return frames;
}

/**
 * Adds the layers between the element that is being read in `group` and the group itself, innermost first. `listed`:
 * the element is known to be followed by another, so that parentheses hold a tuple.
 */
export function pushElementFrames(tables: ScannerTables, text: string, group: Group, frames: Frame[], listed: boolean): void {
  if (group.fallback) frames.push({ kind: "fallback", name: optionalVariable(tables, text, group.fallbackStart, group.fallbackEnd) });
  const inTuple = tables.profile.tuples && (listed || group.index > 0);
  if (inTuple && group.role === "statements" && group.targetsStart < 0) frames.push(itemOf(text, group));
  if (group.targetStart >= 0) {
    const name = group.targetsStart >= 0 ? targetOf(text, group) : keyText(text, group.targetStart, group.targetEnd);
    frames.push(group.targetIsKey ? { kind: "property", key: name } : { kind: "assignment", name });
  }
  switch (group.role) {
    case "call":
      pushCallFrames(tables, text, group, frames);
      break;
    case "object":
      if (group.keyStart >= 0) frames.push({ kind: "property", key: keyText(text, group.keyStart, group.keyEnd) });
      else if (group.targetStart < 0 && !group.spread) frames.push(itemOf(text, group));
      break;
    case "list":
      if (group.targetStart < 0) frames.push(itemOf(text, group));
      break;
    case "parentheses":
      if (inTuple) frames.push(itemOf(text, group));
      break;
    case "enum":
      frames.push({ kind: "declaration", of: "enum", name: group.nameStart < 0 ? null : nameText(text, group.nameStart, group.nameEnd) });
      break;
    case "tag":
      if (group.keyStart >= 0) {
        const callee = nameText(text, group.nameStart, group.nameEnd);
        frames.push({ kind: "argument", callee, position: null, keyword: text.slice(group.keyStart, group.keyEnd) });
      }
      break;
    default:
      break;
  }
}

function itemOf(text: string, group: Group): Frame {
  return {
    kind: "item",
    index: group.index,
    previous: group.previousStart < 0 ? null : text.slice(group.previousStart, group.previousEnd),
  };
}

function pushCallFrames(tables: ScannerTables, text: string, group: Group, frames: Frame[]): void {
  const callee = calleeOf(tables, text, group);
  const keyword = group.keyStart < 0 ? null : nameText(text, group.keyStart, group.keyEnd);
  const { lookup } = callee;
  if (lookup !== null && (keyword === null ? group.index === lookup.fallback : keyword === lookup.keyword)) {
    const name =
      lookup.key === 0
        ? optionalVariable(tables, text, group.firstArgumentStart, group.firstArgumentEnd)
        : optionalVariable(tables, text, group.secondArgumentStart, group.secondArgumentEnd);
    frames.push({ kind: "fallback", name });
    return;
  }
  frames.push({ kind: "argument", callee: callee.name, position: keyword === null ? group.index : null, keyword });
  if (group.flagStart >= 0) {
    group.flag ??= { kind: "flag", command: "", name: flagName(text, group.flagStart, group.flagEnd) };
    frames.push(group.flag);
  }
}

function optionalVariable(tables: ScannerTables, text: string, start: number, end: number): string | null {
  return start < 0 ? null : variableText(tables, text, start, end);
}

/** The long flag in a declaration such as `-m, --model <name>` or `--model/--no-model`, else the short one. */
export function flagName(text: string, start: number, end: number): string {
  const written = text.slice(start, Math.min(end, start + longestName));
  return (/--[\w-]+/.exec(written) ?? /-[\w-]+/.exec(written))?.[0] ?? written;
}

/** The target that belongs to the value being read in `a, b = "x", "y"`. */
function targetOf(text: string, group: Group): string {
  const targets = nameText(text, group.targetsStart, group.targetsEnd);
  if (/^[\w.,]*$/.test(targets) && group.targetsEnd - group.targetsStart <= longestName) {
    const target = targets.split(",")[group.index];
    if (target !== undefined && target !== "") return target;
  }
  return nameText(text, group.targetStart, group.targetEnd);
}
