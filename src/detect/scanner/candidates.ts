// From a string to a candidate: whether it selects something here, and what surrounds it.

import type { AddressSite } from "../address/site.ts";
import { addressAt, addressMarks } from "../address.ts";
import { formFields } from "../embeddedForm.ts";
import { embeddedStrings } from "../embeddedText.ts";
import type { Frame } from "../frame.ts";
import type { StringKind } from "../languages/profile.ts";
import { plausible } from "../plausible.ts";
import { skipBlank, wordEnd } from "./characters.ts";
import { chainedBefore, commandBefore, commandLineIn, flagBeside, flagValueIn, isRun, listedIn } from "./commands.ts";
import { declaredByDefault } from "./declared.ts";
import { type Following, whatFollows } from "./following.ts";
import { calleeOf, isCompared, isComparedCall, joined, pushElementFrames, resolveGroups } from "./frames.ts";
import { isOfInterest } from "./interest.ts";
import type { Scan } from "./state.ts";

/** A command whose argument an address in a longer string may be. */
const downloads = /\b(?:wget|curl|git|aria2c)\b/;

const firstMark = new RegExp(addressMarks);

/** So many characters at a time marks are looked for, so that what a scan knows of the text stays near to where it is. */
const markStretch = 4096;

/** Longer than any mark with what has to follow it. */
const longestMark = 256;

export function nextMark(scan: Scan, from: number): void {
  const match = firstMark.exec(scan.text.slice(from, from + markStretch + longestMark));
  const isNear = match !== null && match.index < markStretch;
  scan.markStart = from + (isNear ? match.index : markStretch);
  scan.markEnd = scan.markStart + (isNear ? match[0].length : 0);
}

/**
 * Adds the models that addresses in the string name; false where the string as a whole may still be a name. `open`: the
 * string goes on with something filled in.
 */
export function readAddresses(scan: Scan, start: number, end: number, after: number, open: boolean): boolean {
  if (scan.markStart < start) nextMark(scan, start);
  let found = false;
  while (scan.markStart < end) {
    if (scan.markEnd === scan.markStart) {
      nextMark(scan, scan.markStart);
      continue;
    }
    const address = addressAt(scan.text, scan.markStart, scan.markEnd, end);
    // an address that is cut off by what is filled in is not whole
    if (address !== null && !(open && address.end === end) && isAddressed(scan, start)) {
      addCandidate(scan, null, address.start, address.end, after, address.site, open);
      found = true;
    } else if (address === null && scan.text.startsWith("//", scan.markStart - 2)) {
      // the address of a page is no name
      found = true;
    }
    nextMark(scan, Math.max(scan.markEnd, address?.end ?? 0));
  }
  return found;
}

/** In prose an address is a hint for people: only a bare address, or one that a command loads, is used by the program. */
function isAddressed(scan: Scan, start: number): boolean {
  if (scan.markStart - start > 1000) return false;
  const before = scan.text.slice(start, scan.markStart);
  return !/\s/.test(before) || (!/[\r\n]/.test(before) && downloads.test(before));
}

/** Adds a candidate with its context, unless it selects nothing here. `open`: what stands behind the string says nothing of it. */
export function addCandidate(
  scan: Scan,
  decoded: string | null,
  start: number,
  end: number,
  after: number,
  site: AddressSite | null = null,
  open = false,
  configured: readonly Frame[] | null = null,
): void {
  const { group, token, tables, text } = scan;
  if (scan.overflow > 0 && scan.depth === 0) return;
  const following: Following = open ? "nothing" : whatFollows(scan, after);
  if (token === "concatenation" || following === "part") {
    // the beginning of an address is whole when a path follows its model, its end when a path goes before
    if (site === null || (token === "concatenation" && !isPath(site))) return;
    if (following === "part" && scan.text.charCodeAt(end) !== 47 && scan.text.charCodeAt(end) !== 58) return;
  }
  if (token === "string" && tables.profile.adjacentStrings) return;
  if (token === "start" && (group.role === "statements" || group.role === "arms") && !isGiven(scan, after)) return;
  if (following === "key") return;
  const keyed =
    group.role === "object" ||
    (group.role === "call" && tables.profile.namedArguments === ":") ||
    (group.role === "list" && tables.profile.squareKeys === true);
  if (following === "colon" && keyed && group.keyStart < 0 && group.ternaries === 0 && group.lambdas === 0) return;
  // a key of what is stored: `{ { "key", "value" } }`, `put("key", "value")`
  if (following === "comma" && group.index === 0 && group.bracket === 123 && group.targetStart < 0 && isDictionaryPair(scan)) return;
  if (following === "comma" && group.role === "call" && group.index % 2 === 0) {
    const { stores, parametrizes } = calleeOf(tables, text, group);
    if (stores || (parametrizes && group.index === 0)) return;
  }
  if (group.role === "bases") return;
  if (group.role === "embedded" && scan.groups[scan.depth - 1]?.role === "children") return;
  const written = decoded ?? text.slice(start, end);
  const given = site === null && configured === null ? givenTo(scan) : null;
  if (site === null && configured === null && given === null && !isOfInterest(scan, written)) return;
  const around = contextOf(scan, following, after);
  const context = given === null || around === null ? around : joined([given], around);
  // what a string sets is not set where it is compared
  if (context === null || (configured !== null && context[0]?.kind === "comparison")) return;
  scan.candidates.push({
    text: written,
    range: { start, end },
    context: site !== null ? [{ kind: "address", site }, ...context] : configured !== null ? [...configured, ...context] : context,
    cell: null,
  });
  scan.lastCandidate = start;
}

/** Adds the value that a string holds with its flag: `["serve", "--model=org/name"]`. */
export function addFlagValue(scan: Scan, start: number, end: number, after: number): void {
  const { interest, text } = scan;
  const given = flagValueIn(text, start, end);
  if (given === null || (interest !== null && !interest.inName(given.flag) && !isOfInterest(scan, text.slice(given.start, end)))) return;
  addCandidate(scan, null, given.start, end, after, null, false, [{ kind: "flag", command: "", name: given.flag }]);
}

/** What a program is given the string as, by the words before it; null where they say nothing. */
function givenTo({ group, text, interest }: Scan): Frame | null {
  const command = commandBefore(group, text);
  if (command !== null) return { kind: "operand", command, position: 0 };
  const chained = chainedBefore(group, text);
  if (chained !== null) return chained.kind === "flag" && interest?.inName(chained.name) === false ? null : chained;
  const flag = flagBeside(group, text);
  return flag === null || interest?.inName(flag) === false ? null : { kind: "flag", command: "", name: flag };
}

/** Adds the names that a string holds with commas or semicolons between them, see {@link listedIn}. */
export function addListed(scan: Scan, start: number, end: number, after: number): void {
  const { text, interest } = scan;
  const listed = listedIn(text, start, end);
  if (listed.length === 0) return;
  const isWhole = isSplit(scan, after);
  for (const { name, at, frame } of listed) {
    const isWanted = interest === null || (frame.kind === "property" && interest.inName(frame.key)) || isOfInterest(scan, name);
    if (isWanted && plausible(name)) addCandidate(scan, null, at, at + name.length, after, null, isWhole, [frame]);
  }
}

/** Whether a method takes the string that ends before `after` apart, which gives all of it: `"gpt-4o,gpt-4".split(",")`. */
function isSplit(scan: Scan, after: number): boolean {
  const at = skipBlank(scan, after, true);
  return /^\.[Ss]plit\(/.test(scan.text.slice(at, at + 7));
}

/** Adds the models of a command line that a string is, where it is run, or kept to be: `os.system("ollama pull x")`. */
export function addCommandLine(scan: Scan, start: number, end: number, after: number): void {
  if (scan.overflow > 0 && scan.depth === 0) return;
  const operands = commandLineIn(scan.text, start, end);
  if (operands.length === 0) return;
  const following = whatFollows(scan, after);
  if (following === "key" || following === "part") return;
  const context = contextOf(scan, following, after);
  if (context === null || !isRun(context)) return;
  for (const { name, at, frame } of operands) {
    scan.candidates.push({ text: name, range: { start: at, end: at + name.length }, context: joined([frame], context), cell: null });
    scan.lastCandidate = at;
  }
}

/** Sites of which the path alone tells that it names a model, whatever host stands before it. */
function isPath(site: AddressSite): boolean {
  return site === "google" || site === "vertex" || site === "cloudflare";
}

/** Adds what the JSON, YAML or SQL in a string names, unless the string is compared, is a key or stands for nothing. */
export function addText(scan: Scan, start: number, end: number, after: number, kind: StringKind): void {
  const { group, token, text } = scan;
  if ((scan.overflow > 0 && scan.depth === 0) || (token === "start" && group.role === "statements")) return;
  const following = whatFollows(scan, after);
  if (following === "key") return;
  const found = embeddedStrings(text, start, end, kind, scan.interest);
  if (found.length === 0) return;
  const context = contextOf(scan, following, after);
  if (context === null || context[0]?.kind === "comparison") return;
  // what is filled in has been read before the string that it is filled into ends
  let from = scan.candidates.length;
  while (from > 0 && (scan.candidates[from - 1]?.range.start ?? 0) > start) from--;
  for (const candidate of found) scan.candidates.push({ ...candidate, context: joined([...candidate.context], context) });
  if (from + found.length < scan.candidates.length) {
    scan.candidates.push(...scan.candidates.splice(from).sort((a, b) => a.range.start - b.range.start));
  }
  scan.lastCandidate = scan.candidates.at(-1)?.range.start ?? -1;
}

/** Adds the models that a string gives to the fields of a form, whatever it is joined to; the string before it stands in `[previousStart, previousEnd)`. */
export function addFormFields(scan: Scan, start: number, end: number, after: number, previousStart: number, previousEnd: number): void {
  if (scan.overflow > 0 && scan.depth === 0) return;
  const { text, interest } = scan;
  for (const { key, start: from, end: to } of formFields(text, start, end, previousStart, previousEnd)) {
    const name = text.slice(from, to);
    if (!plausible(name) || (interest !== null && !interest.inName(key) && !isOfInterest(scan, name))) continue;
    const context = contextOf(scan, whatFollows(scan, after), after);
    if (context === null || context[0]?.kind === "comparison") return;
    scan.candidates.push({
      text: name,
      range: { start: from, end: to },
      context: joined([{ kind: "property", key }], context),
      cell: null,
    });
    scan.lastCandidate = from;
  }
}

/** Whether the braces stand in those of a construction, where they hold a key and its value. */
function isDictionaryPair(scan: Scan): boolean {
  const { group } = scan;
  const parent = scan.groups[scan.depth - 1];
  return (
    scan.tables.profile.braceLiterals === "construction" &&
    group.role === "object" &&
    parent?.bracket === 123 &&
    (parent.role === "object" || parent.role === "call")
  );
}

/** Whether the string at the beginning of a statement is the last of a body, and so what the function gives. */
function isGiven(scan: Scan, after: number): boolean {
  const { group, tables, text } = scan;
  const { blockValues, blockEnds, branchWords, conversions } = tables.profile;
  if (blockValues !== true || group.role !== "statements") return false;
  // `x <- if (y) "a" else "b"`
  if (group.targetStart >= 0) return true;
  if (group.bodyStart < 0 && !group.valued && blockEnds === undefined) return false;
  let at = skipBlank(scan, after, true);
  // `"x".to_string()`
  if (text.charCodeAt(at) === 46 && conversions.length > 0) at = skipBlank(scan, wordEnd(scan, at + 1), true);
  if (text.startsWith("()", at)) at = skipBlank(scan, at + 2, true);
  const word = text.slice(at, Math.min(wordEnd(scan, at), at + 16));
  const ends = text.charCodeAt(at) === 125 || blockEnds?.includes(word) === true || branchWords?.includes(word) === true;
  if (!ends) return false;
  if (group.valued) return true;
  group.targetBody();
  return true;
}

/** What surrounds a string at this place; null where it stands for a type and not for a value. */
function contextOf(scan: Scan, following: Following, after: number): readonly Frame[] | null {
  const { group, tables, text } = scan;
  if (group.role === "union" || (group.inType && !group.cast && tables.profile.annotations === "literals")) {
    return [{ kind: "declaration", of: "union", name: declaredName(scan) }];
  }
  if (group.inType) return null;
  const declared = declaredByDefault(scan, after);
  if (declared !== null) return [{ kind: "assignment", name: declared }];
  resolveGroups(tables, text, scan.groups, scan.depth);
  const frames: Frame[] = [];
  const compared =
    scan.token === "comparison" ||
    following === "comparison" ||
    group.caseLabel ||
    isCompared(group) ||
    (group.role === "subscript" && group.keyStart < 0) ||
    (group.role === "call" && isComparedCall(tables, text, group));
  const { fallback } = group;
  if (compared) {
    frames.push({ kind: "comparison" });
    group.fallback = false;
  } else if (following === "condition") frames.push({ kind: "fallback", name: null });
  pushElementFrames(tables, text, scan.groups, scan.depth, frames, following === "comma");
  group.fallback = fallback;
  // in the body of a method there are no members
  const inEnum = scan.enumIndent >= 0 && scan.bodyIndent <= scan.enumIndent;
  if (scan.depth === 0 && inEnum && group.targetStart >= 0) {
    frames.push({ kind: "declaration", of: "enum", name: text.slice(scan.enumStart, scan.enumEnd) });
  }
  return isFurtherValue(scan) ? frames : joined(frames, group.outer ?? []);
}

/** Whether the string is one of several values that a function gives, but not the first, which it is named for: `return ("x", "y")`. */
function isFurtherValue({ depth, group, groups, tables }: Scan): boolean {
  if (!tables.profile.tuples || group.role !== "parentheses" || group.index === 0) return false;
  let level = depth - 1;
  while (level > 0 && groups[level]?.role === "arms") level--;
  const around = groups[level];
  return around?.role === "statements" && around.targetStart >= 0 && around.targetStart === around.bodyStart;
}

/** The name that a set of strings is declared under: the annotated name, the alias, or what it is assigned to. */
function declaredName(scan: Scan): string | null {
  const { text } = scan;
  for (let level = scan.depth; level >= Math.max(0, scan.depth - 8); level--) {
    const group = scan.groups[level];
    if (group === undefined) break;
    if (group.annotatedStart >= 0 && group.inType) return text.slice(group.annotatedStart, group.annotatedEnd);
    if (group.targetStart >= 0) return text.slice(group.targetStart, group.targetEnd);
    if (group.holdsStatements) break;
  }
  return null;
}
