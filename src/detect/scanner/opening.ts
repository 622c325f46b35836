// What an opening bracket opens.

import { noteSeen } from "../trail.ts";
import { isBlank, lastBefore } from "./characters.ts";
import { declareVariable } from "./elements.ts";
import { beginsString } from "./following.ts";
import { calleeAt } from "./frames.ts";
import type { Group, Token } from "./group.ts";
import { nameBlock, nameLooped, openGroup } from "./nesting.ts";
import { isValue, type Scan } from "./state.ts";
import { lastSegmentStart, wordBits } from "./tables.ts";

/** Whether what the group's element says is a value of something: a variable, a key, an argument, an arm. */
export function isBound(group: Group): boolean {
  return group.targetStart >= 0 || group.keyStart >= 0 || group.valued || !group.holdsStatements;
}

/** Whether a path goes on at `at`: after `.`, `::` or `->`. */
function isPathEnd(text: string, at: number): boolean {
  let i = at - 1;
  while (i > 0 && /\s/.test(text.charAt(i))) i--;
  const code = text.charCodeAt(i);
  return code === 46 || code === 58 || code === 62;
}

export function readOpen(scan: Scan, at: number, code: number): number {
  if (scan.overflow > 0) {
    scan.overflow++;
    return at + 1;
  }
  // brackets belong to nothing before them
  const apart = scan.tables.profile.spacedLists === true;
  if (apart && code !== 123) openGroup(scan, code === 40 ? "parentheses" : "list", code, -1, -1);
  else if (code === 40) openParenthesis(scan, at);
  else if (code === 91) openSquare(scan, at);
  else openBrace(scan, at);
  return at + 1;
}

function openParenthesis(scan: Scan, at: number): void {
  const { group, token, tables } = scan;
  const { profile } = tables;
  // `@(...)`, `$(...)`
  const before = scan.text.charCodeAt(at - 1);
  if (profile.atLiterals === true && (before === 64 || (before === 36 && token === "name" && scan.nameEnd - scan.nameStart === 1))) {
    openGroup(scan, "list", 40, -1, -1);
    return;
  }
  if (group.functionAhead) {
    const belongs = profile.receivers === true && token === "word" && scan.depth === 0 && isBlank(scan.text.charCodeAt(at - 1));
    group.functionAhead = belongs;
    if (!belongs) nameFunction(scan);
    openGroup(scan, "parameters", 40, -1, -1);
    if (profile.patterns === true && scan.overflow === 0) scan.group.compared = true;
  } else if (group.declares !== null && profile.braceBlocks !== false && followsClassName(scan, at)) {
    openGroup(scan, "parameters", 40, -1, -1);
  } else if (token === "word" && (scan.word & wordBits.declarations) !== 0) {
    openGroup(scan, (scan.word & wordBits.import) !== 0 ? "modules" : "statements", 40, -1, -1);
  } else if (profile.typedFunctions === true && token === "name" && scan.firstNameStart >= 0 && declaresFunction(scan)) {
    nameFunction(scan);
    openGroup(scan, "parameters", 40, -1, -1);
  } else if (group.declares === "class" && !tables.profile.braceBlocks) {
    openGroup(scan, "bases", 40, scan.classStart, scan.classEnd);
  } else if (group.inType && group.role !== "type") {
    openGroup(scan, "parentheses", 40, -1, -1);
  } else if (token === "name" || (token === "dot" && scan.nameStart >= 0)) {
    const method =
      tables.profile.braceBlocks &&
      scan.nameStart !== scan.decoratorStart &&
      !group.inType &&
      profile.declaredFunctions !== true &&
      group.declares === null &&
      group.functionStart < 0 &&
      ((group.role === "class" && group.targetStart < 0) || (group.role === "object" && group.keyStart < 0 && !group.spread));
    if (method) nameFunction(scan);
    const declarator = tables.profile.declarators === true && scan.firstNameStart >= 0 && token === "name" && beginsString(scan, at + 1);
    if (declarator) {
      declareVariable(scan);
      openGroup(scan, "parentheses", 40, -1, -1);
      return;
    }
    const { receiverStart } = scan;
    const isMethod = receiverStart >= 0 && scan.nameStart >= 2 && receiverStart < scan.nameStart && isPathEnd(scan.text, scan.nameStart);
    const piped = profile.pipe !== undefined && scan.overflow === 0 && followsPipe(scan, profile.pipe);
    openGroup(scan, method || group.role === "type" ? "parameters" : "call", 40, scan.nameStart, scan.nameEnd);
    if (piped && scan.overflow === 0) scan.group.index = 1;
    if (isMethod) {
      scan.group.receiverStart = receiverStart;
      scan.group.receiverEnd = scan.receiverEnd;
    }
  } else if (token === "word" && (scan.word & wordBits.construct) !== 0 && group.typeStart >= 0) {
    // `Type name = new("x")`
    openGroup(scan, "call", 40, group.typeStart, group.typeEnd);
  } else if (token === "word" && (scan.word & wordBits.import) !== 0) {
    openGroup(scan, "call", 40, scan.nameStart, scan.nameEnd);
  } else if (token === "close") {
    const typed = profile.typeArguments === "[" && scan.closedRole === "subscript" && scan.closedNameStart >= 0;
    if (typed) openGroup(scan, "call", 40, scan.closedNameStart, scan.closedNameEnd);
    else openGroup(scan, "call", 40, at, at);
  } else {
    const control = token === "word" && (scan.word & wordBits.control) !== 0;
    const iterates = group.iteration && control;
    openGroup(scan, "parentheses", 40, control ? scan.nameStart : -1, scan.nameEnd);
    if (iterates) {
      group.iteration = false;
      scan.group.iteration = true;
    }
  }
}

/** Whether the pipe stands before the name that is called. */
function followsPipe(scan: Scan, pipe: string): boolean {
  const end = lastBefore(scan, scan.nameStart) + 1;
  return scan.text.startsWith(pipe, end - pipe.length);
}

/** Whether the parentheses at `at` stand right behind the name of the class that is being declared. */
function followsClassName(scan: Scan, at: number): boolean {
  if (scan.token === "name") return scan.nameStart === scan.classStart;
  return scan.token === "close" && scan.text.charCodeAt(at - 1) === 62;
}

/** Whether `Type name(` declares a function here. */
function declaresFunction(scan: Scan): boolean {
  const { group } = scan;
  return group.role === "statements" && group.targetStart < 0 && group.functionStart < 0 && group.declares === null;
}

/** Remembers the name before a function's parameters. That of a conversion, `to_string`, says nothing of what it gives. */
function nameFunction(scan: Scan): void {
  const { group, token } = scan;
  const { textMethod } = scan.tables.profile;
  if (textMethod !== undefined && token === "name" && scan.text.slice(scan.nameStart, scan.nameEnd) === textMethod && nameByReceiver(scan))
    return;
  if (token === "name" && scan.tables.conversions.has(scan.text.slice(scan.nameStart, scan.nameEnd))) {
    group.functionStart = 0;
    group.functionEnd = 0;
  } else if (token === "name") {
    group.functionStart = scan.nameStart;
    group.functionEnd = scan.nameEnd;
  } else if (token === "close" && scan.closedRole === "subscript" && scan.closedNameStart >= 0) {
    group.functionStart = scan.closedNameStart;
    group.functionEnd = scan.closedNameEnd;
  } else if (group.targetStart >= 0 && scan.tables.profile.blockValues === true) {
    // `name <- function(...)`
    group.functionStart = group.targetStart;
    group.functionEnd = group.targetEnd;
  } else {
    group.functionStart = 0;
    group.functionEnd = 0;
  }
}

/** A receiver and its type, which may be a pointer or have type arguments, before the name of a method. */
const receiverType = /\(\s*(?:\w+\s+)?\*?(\w+)(?:\[[^\]]*\])?\s*\)\s*$/d;

/** The function is called as the type that it is a method of is; false where it is a method of none. */
function nameByReceiver(scan: Scan): boolean {
  const from = Math.max(scan.lineFirst, scan.nameStart - longestReceiver);
  const [start, end] = receiverType.exec(scan.text.slice(from, scan.nameStart))?.indices?.[1] ?? [];
  if (start === undefined || end === undefined) return false;
  scan.group.functionStart = from + start;
  scan.group.functionEnd = from + end;
  return true;
}

const longestReceiver = 64;

function openSquare(scan: Scan, at: number): void {
  const { token, group } = scan;
  // `new Dictionary<string, string> { ["key"] = "value" }`
  const listed = token === "start" && group.bracket === 123 && (group.role === "object" || group.role === "call");
  if (listed && (scan.tables.profile.braceLiterals === "construction" || scan.tables.profile.tables === true)) {
    openGroup(scan, "subscript", 91, at, at);
    return;
  }
  if (token === "start" && group.role === "subscript" && scan.text.charCodeAt(at - 1) === 91) {
    openGroup(scan, "subscript", 91, at, at);
    return;
  }
  if (scan.macroEnd !== at && (token === "name" || token === "close" || token === "string" || token === "dot")) {
    const typed = token === "name" && scan.tables.profile.typedLists?.includes(scan.text.slice(scan.nameStart, scan.nameEnd)) === true;
    const role = typed ? "list" : token === "name" && isLiteralType(scan) ? "union" : "subscript";
    openGroup(scan, role, 91, token === "name" ? scan.nameStart : at, token === "name" ? scan.nameEnd : at);
  } else {
    const begins = token === "start" || at === scan.lineFirst;
    const loops = begins && (group.holdsStatements || group.iteration) && scan.tables.profile.listLoops !== undefined;
    openGroup(scan, "list", 91, -1, -1);
    if (loops) {
      const close = scan.text.slice(at, at + longestLoopList).indexOf("]");
      noteSeen(scan, Math.min(scan.text.length, at + longestLoopList));
      if (close >= 0) nameLooped(scan, at + close + 1);
    }
  }
}

/** Longer lists are gone over under a name of their own. */
const longestLoopList = 1000;

function isLiteralType(scan: Scan): boolean {
  return scan.tables.profile.literalTypes.some((name) => {
    const start = scan.nameEnd - name.length;
    return scan.text.startsWith(name, start) && (start === scan.nameStart || scan.text.charCodeAt(start - 1) === 46);
  });
}

/** The braces at `at` hold the values of what stands before them, by the profile's `braceLiterals`. */
function opensLiteral(scan: Scan, at: number): boolean {
  const { group, token, text } = scan;
  switch (scan.tables.profile.braceLiterals) {
    case "array":
      return token === "close" && (scan.closedRole === "subscript" || scan.closedRole === "list");
    case "construction":
      return group.constructs || (token === "close" && (scan.closedRole === "subscript" || scan.closedRole === "list"));
    case "adjacent":
      return group.functionStart < 0 && (token === "name" || token === "close") && !isBlank(text.charCodeAt(at - 1));
    default:
      return false;
  }
}

/** The fields of a named type are named arguments; the elements of a list or mapping are those of an object. */
function openLiteral(scan: Scan): void {
  const { group, token, text } = scan;
  const called = token === "close" && (scan.closedRole === "call" || scan.closedRole === "subscript") && scan.closedNameStart >= 0;
  const start = token === "name" ? scan.nameStart : called && scan.closedNameEnd > scan.closedNameStart ? scan.closedNameStart : -1;
  const end = token === "name" ? scan.nameEnd : scan.closedNameEnd;
  group.constructs = false;
  // `[]T{`, `map[K]T{`, `new T[] {`
  const many = start < 0 || text.charCodeAt(start - 1) === 93 || (text.charCodeAt(start - 1) === 42 && text.charCodeAt(start - 2) === 93);
  if (many || (called && scan.closedRole === "subscript" && scan.tables.profile.typeArguments !== "[")) {
    openGroup(scan, "object", 123, -1, -1);
  } else {
    // `new Option("--model") { Default = "x" }`
    const { flagStart, flagEnd } = (called ? scan.groups[scan.depth + 1] : undefined) ?? group;
    openGroup(scan, "call", 123, start, end);
    if (called && scan.overflow === 0) {
      scan.group.flagStart = flagStart;
      scan.group.flagEnd = flagEnd;
    }
  }
}

/** Opens a block, which is the body of the function or property that has been declared, or a part of the body around it. */
function openBlock(scan: Scan): void {
  const { group, token } = scan;
  let start = -1;
  let end = -1;
  if (group.functionStart >= 0) {
    start = group.functionEnd > group.functionStart ? group.functionStart : -1;
    end = group.functionEnd;
  } else if (group.holdsStatements && group.inType && group.annotatedStart >= 0 && group.targetStart < 0) {
    start = group.annotatedStart;
    end = group.annotatedEnd;
  } else if (
    token === "name" &&
    group.targetStart < 0 &&
    ((group.role === "class" && scan.tables.profile.declaredFunctions !== true) ||
      (group.holdsStatements && scan.tables.profile.commandCalls === true))
  ) {
    start = scan.nameStart;
    end = scan.nameEnd;
  } else if (token === "operator" && group.targetStart >= 0 && scan.tables.profile.braceValues === "block") {
    start = group.targetStart;
    end = group.targetEnd;
  } else if (group.role === "statements" || group.role === "arms") {
    start = group.bodyStart;
    end = group.bodyEnd;
  }
  openGroup(scan, "statements", 123, -1, -1);
  scan.group.bodyStart = start;
  scan.group.bodyEnd = end;
}

/** Whether the function before the brace gives what the block gives, `lazy { "x" }`, or gives that in place of something: `x.ifBlank { "y" }`. */
function givenBlock(scan: Scan): "value" | "replacement" | null {
  const { token, tables, text } = scan;
  const { wrappers, valueBlocks } = tables.profile;
  if (wrappers === undefined && valueBlocks === undefined) return null;
  const called = token === "close" && scan.closedRole === "call" && scan.closedNameStart >= 0;
  if (token !== "name" && !called) return null;
  const { name, gives } = called
    ? calleeAt(tables, text, scan.closedNameStart, scan.closedNameEnd)
    : calleeAt(tables, text, scan.nameStart, scan.nameEnd);
  if (gives === "argument") return "value";
  return valueBlocks?.includes(name.slice(lastSegmentStart(name))) === true ? "replacement" : null;
}

/** Remembers in the block what it stands in for: the key that the function is given, or what it is a method of, as in `model.ifBlank { "x" }`. */
function rememberReplaced(scan: Scan, token: Token, nameStart: number): void {
  const { group, text } = scan;
  if (token === "close") {
    group.receiverStart = scan.closedArgumentStart;
    group.receiverEnd = scan.closedArgumentEnd;
  } else if (scan.receiverStart >= 0 && nameStart >= 2 && scan.receiverStart < nameStart && isPathEnd(text, nameStart)) {
    group.receiverStart = scan.receiverStart;
    group.receiverEnd = scan.receiverEnd;
  } else {
    const name = text.slice(nameStart, scan.nameEnd);
    const path = name.slice(0, lastSegmentStart(name)).replace(/[.?\s]+$/, "");
    group.receiverStart = path === "" ? -1 : nameStart;
    group.receiverEnd = nameStart + path.length;
  }
}

function openBrace(scan: Scan, at: number): void {
  const { group, token } = scan;
  if (group.role === "tag" || group.role === "children") {
    openGroup(scan, "embedded", 123, -1, -1);
    return;
  }
  const { braceBlocks, blockValues, typedBraces, declarators, atLiterals, statementObjects, tables } = scan.tables.profile;
  if (braceBlocks === false && typedBraces !== undefined && token === "name" && (tables === true || scan.nameEnd === at)) {
    openGroup(scan, "call", 123, scan.nameStart, scan.nameEnd);
    return;
  }
  if (braceBlocks === false || (statementObjects === true && token === "start" && group.head === null)) {
    openGroup(scan, "object", 123, -1, -1);
    return;
  }
  if (atLiterals === true && scan.text.charCodeAt(at - 1) === 64) {
    openGroup(scan, "object", 123, -1, -1);
    return;
  }
  const { head } = group;
  if (head !== null) {
    group.endHead();
    const valued = blockValues === true && isBound(group);
    if (head === "arms") openGroup(scan, "arms", 123, -1, -1);
    else openBlock(scan);
    scan.group.valued = valued && head === "statements";
    return;
  }
  if (group.declares !== null && !group.inType) {
    const enumerates = group.declares === "enum" && scan.tables.profile.enumCases === true;
    const role = group.declares === "interface" ? "type" : enumerates ? "class" : group.declares;
    group.declares = null;
    openGroup(scan, role, 123, scan.classStart, scan.classEnd);
    scan.group.enumerates = enumerates;
    return;
  }
  if (opensLiteral(scan, at)) {
    openLiteral(scan);
    return;
  }
  if (nameBlock(scan)) {
    openGroup(scan, "statements", 123, -1, -1);
    scan.group.bodyStart = scan.closedArgumentStart;
    scan.group.bodyEnd = scan.closedArgumentEnd;
    return;
  }
  const named = token === "name" && !group.inType && group.functionStart < 0 && group.role !== "class" && scan.macroEnd !== at;
  if (typedBraces !== undefined && named) {
    if (declarators === true && scan.firstNameStart >= 0) {
      declareVariable(scan);
      openGroup(scan, "parentheses", 123, -1, -1);
    } else openGroup(scan, "call", 123, scan.nameStart, scan.nameEnd);
    return;
  }
  const worded = token === "word" && (scan.word & wordBits.block) !== 0;
  if (braceBlocks === "always" || worded) {
    const valued = blockValues === true && token !== "close" && isBound(group);
    openBlock(scan);
    scan.group.valued = valued;
    return;
  }
  const given = blockValues === true && !group.inType ? givenBlock(scan) : null;
  if (given !== null) {
    const valued = isBound(group);
    openBlock(scan);
    scan.group.valued = valued;
    if (given === "replacement" && scan.overflow === 0) rememberReplaced(scan, token, scan.nameStart);
    return;
  }
  const block =
    (isValue(token) && !(scan.macroEnd >= scan.nameEnd && token === "name")) ||
    (token === "start" && group.holdsStatements) ||
    (token === "word" && (scan.word & wordBits.block) !== 0);
  const { braceValues } = scan.tables.profile;
  // where braces are blocks, no type begins with one: Swift's `run { ... } completion: { ... }` hands on a second block
  if (group.inType && !isValue(token) && braceValues !== "block") openGroup(scan, "type", 123, -1, -1);
  else if (block || braceValues === "block") openBlock(scan);
  else openGroup(scan, "object", 123, -1, -1);
}
