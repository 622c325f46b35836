// Blocks that words open and close, inside of brackets as well: `f(function() ... end)`.

import { skipSpaces, wordEnd } from "./characters.ts";
import { blockBracket, closeCommands, closeTo, endStatement, openGroup } from "./nesting.ts";
import { isBound } from "./opening.ts";
import { deepest, type Scan } from "./state.ts";
import { beginStatement } from "./statements.ts";
import { classes } from "./tables.ts";
import { readWord } from "./words.ts";

/** So many brackets that were left open inside of a block end with it. */
const mostLeftOpen = 8;

/** A word in a language whose blocks stand between words, or that has attributes of modules. */
export function readBlockWord(scan: Scan, at: number): number {
  const { text, tables } = scan;
  if (tables.profile.moduleAttributes === true && text.charCodeAt(at) === 64 && setsAttribute(scan, at)) return readAttribute(scan, at);
  const end = wordEnd(scan, at + 1);
  if (end - at > tables.longestBlockWord || scan.token === "dot") return readName(scan, at);
  const act = tables.blockWords.get(text.slice(at, end));
  const next = text.charAt(end);
  // a symbol, or a name with a mark at its end
  if (act === undefined || text.charCodeAt(at - 1) === 58 || (next !== "" && tables.profile.nameSuffixes?.includes(next) === true)) {
    return readName(scan, at);
  }
  if (next === ":" && tables.profile.namedArguments === ":") return readBranchKey(scan, at, end);
  switch (act) {
    case "functions":
      openFunction(scan, at, end);
      return readWord(scan, at);
    case "declares":
      return readDeclared(scan, at);
    case "opens":
      closeCommands(scan);
      openStatements(scan);
      return end;
    case "branches":
      closeCommands(scan);
      if (scan.group.bracket !== blockBracket) return readWord(scan, at);
      endStatement(scan);
      return end;
    case "closes":
      return closeBlock(scan) ? end : readWord(scan, at);
  }
}

/** A name, which braces may follow that it is called with. */
function readName(scan: Scan, at: number): number {
  const end = readWord(scan, at);
  if (scan.token === "name" && scan.tables.profile.commandCalls === true && opensCommand(scan, end)) {
    openGroup(scan, "call", 0, scan.nameStart, end);
  }
  return end;
}

/** Whether the name that ends at `end` is called with what stands in braces: `name {a, b}`, `name %{a: b}`. */
function opensCommand(scan: Scan, end: number): boolean {
  const { group, text } = scan;
  if (!group.holdsStatements || group.functionAhead || scan.depth >= deepest || scan.overflow > 0) return false;
  const brace = skipSpaces(scan, end);
  return brace > end && (text.charCodeAt(brace) === 123 || (text.charCodeAt(brace) === 37 && text.charCodeAt(brace + 1) !== 32));
}

/** `@name value` at the beginning of a statement. */
function setsAttribute(scan: Scan, at: number): boolean {
  const { text, tables } = scan;
  if (scan.token !== "start" || !scan.group.holdsStatements) return false;
  const end = wordEnd(scan, at + 1);
  const value = skipSpaces(scan, end);
  if (value === end) return false;
  const code = text.charCodeAt(value);
  const kind = code < 128 ? tables.characterClasses[code] : classes.word;
  // `%{`, `:name`
  return kind === classes.word || kind === classes.quote || kind === classes.open || code === 37 || code === 58;
}

function readAttribute(scan: Scan, at: number): number {
  const { group } = scan;
  const end = wordEnd(scan, at + 1);
  group.targetStart = at + 1;
  group.targetEnd = end;
  group.targetIsKey = false;
  scan.nameStart = at;
  scan.nameEnd = end;
  scan.token = "operator";
  return end;
}

/** `do: value`, `else: value`: the value is what the function gives, or one of the two that there are. */
function readBranchKey(scan: Scan, at: number, end: number): number {
  const { group } = scan;
  if (group.role === "object" || group.role === "list") return readWord(scan, at);
  group.fallback = !isDeclaration(scan);
  group.fallbackStart = -1;
  scan.token = "operator";
  return end + 1;
}

/** Whether the statement declares a function. */
function isDeclaration({ group }: Scan): boolean {
  return group.targetStart >= 0 && group.targetStart === group.bodyStart;
}

/** `def name`: what the statement gives is given to the name. */
function readDeclared(scan: Scan, at: number): number {
  const end = readWord(scan, at);
  const { group } = scan;
  group.bodyStart = skipSpaces(scan, end);
  group.bodyEnd = wordEnd(scan, group.bodyStart);
  group.targetBody();
  return end;
}

/** A function with a name behind the word, or that is a value of the element it stands in. */
function openFunction(scan: Scan, at: number, end: number): void {
  const { text } = scan;
  const name = skipSpaces(scan, end);
  let nameEnd = wordEnd(scan, name);
  while (text.charCodeAt(nameEnd) === 46 || text.charCodeAt(nameEnd) === 58) nameEnd = wordEnd(scan, nameEnd + 1);
  const named = nameEnd > name && text.charCodeAt(nameEnd) === 40;
  // a function with a name stands in no expression
  if (named && at === scan.lineFirst) beginStatement(scan);
  const { group } = scan;
  const valued = scan.tables.profile.blockValues === true && isBound(group);
  const keyed = group.keyStart >= 0;
  const start = named ? name : keyed ? group.keyStart : group.targetStart;
  const stop = named ? nameEnd : keyed ? group.keyEnd : group.targetEnd;
  openBlock(scan);
  scan.group.valued = valued && !named;
  if (!valued) {
    scan.group.bodyStart = start;
    scan.group.bodyEnd = stop;
  }
}

/** The body of a declared function, or a part of the body around it. */
function openStatements(scan: Scan): void {
  const { group } = scan;
  const declared = isDeclaration(scan);
  const valued = !declared && scan.tables.profile.blockValues === true && isBound(group);
  const { bodyStart, bodyEnd } = group;
  const inBody = declared || group.role === "statements";
  openBlock(scan);
  scan.group.valued = valued;
  scan.group.bodyStart = inBody ? bodyStart : -1;
  scan.group.bodyEnd = bodyEnd;
}

function openBlock(scan: Scan): void {
  if (scan.overflow > 0) {
    scan.overflow++;
    scan.token = "start";
  } else openGroup(scan, "statements", blockBracket, -1, -1);
}

/** Closes the innermost block, and what was left open in it; false where there is none. */
function closeBlock(scan: Scan): boolean {
  if (scan.overflow > 0) {
    scan.overflow--;
    scan.token = "close";
    scan.closedRole = "statements";
    return true;
  }
  const lowest = Math.max(1, scan.depth - mostLeftOpen);
  for (let level = scan.depth; level >= lowest; level--) {
    if (scan.groups[level]?.bracket !== blockBracket) continue;
    closeTo(scan, level - 1);
    scan.closedNameStart = -1;
    scan.closedArgumentStart = -1;
    scan.closedReceiverStart = -1;
    if (scan.group.holdsStatements && scan.group.targetStart < 0) endStatement(scan);
    return true;
  }
  return false;
}
