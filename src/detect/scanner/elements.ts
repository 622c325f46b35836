// One element of a bracket: its key, its target, its type, the value before an operator, and its end.

import { isBlank, isOpening } from "./characters.ts";
import { calleeAt, keyText } from "./frames.ts";
import type { Token } from "./group.ts";
import type { Scan } from "./state.ts";

/** Finds what the value before this place is called: a name, or the key of a look-up. */
export function rememberValue(scan: Scan, token: Token): void {
  scan.valueStart = -1;
  if (token === "name") {
    scan.valueStart = scan.nameStart;
    scan.valueEnd = scan.nameEnd;
  } else if (token === "close" && scan.closedArgumentStart >= 0) {
    const looksUp =
      scan.closedRole === "subscript" ||
      (scan.closedRole === "call" && calleeAt(scan.tables, scan.text, scan.closedNameStart, scan.closedNameEnd).lookup !== null);
    if (!looksUp) return;
    scan.valueStart = scan.closedArgumentStart;
    scan.valueEnd = scan.closedArgumentEnd;
  }
}

export function readFallback(scan: Scan): void {
  rememberValue(scan, scan.token);
  const { group } = scan;
  group.fallback = true;
  if (scan.valueStart >= 0 || scan.token !== "string") {
    group.fallbackStart = scan.valueStart;
    group.fallbackEnd = scan.valueEnd;
  }
}

export function setKey(scan: Scan, token: Token): void {
  const { group } = scan;
  group.fallback = false;
  if (token === "string") {
    group.keyStart = scan.stringStart;
    group.keyEnd = scan.stringEnd;
  } else if (token === "name" || token === "word" || token === "number") {
    group.keyStart = scan.nameStart;
    group.keyEnd = scan.nameEnd;
  } else if (token === "close" && scan.closedArgumentStart >= 0 && scan.closedRole !== "list") {
    group.keyStart = scan.closedArgumentStart;
    group.keyEnd = scan.closedArgumentEnd;
  } else {
    // computed: a key without a text
    group.keyStart = 0;
    group.keyEnd = 0;
  }
}

export function readKey(scan: Scan): void {
  const { group } = scan;
  if (group.role === "arms") group.caseLabel = false;
  if (group.keyStart >= 0 || group.role === "arms") return;
  setKey(scan, scan.token);
  group.pair = group.role === "call";
}

export function setTarget(scan: Scan): void {
  const { group, token } = scan;
  group.targetIsKey = false;
  group.typeStart = token === "name" ? scan.firstNameStart : -1;
  group.typeEnd = scan.firstNameEnd;
  if (group.functionEnd > group.functionStart && group.functionStart >= 0 && (token === "close" || group.inType)) {
    group.targetStart = group.functionStart;
    group.targetEnd = group.functionEnd;
  } else if (token === "name" && scan.firstNameStart >= 0 && scan.tables.profile.typeAfterName === true) {
    group.targetStart = scan.firstNameStart;
    group.targetEnd = scan.firstNameEnd;
  } else if (group.annotatedStart >= 0 && group.inType) {
    group.targetStart = group.annotatedStart;
    group.targetEnd = group.annotatedEnd;
  } else if (token === "name") {
    group.targetStart = scan.nameStart;
    group.targetEnd = scan.nameEnd;
    if (scan.tables.profile.tuples && group.role === "statements" && group.index > 0 && group.targetsStart < 0) {
      group.targetsStart = scan.lineFirst;
      group.targetsEnd = scan.nameEnd;
      group.index = 0;
    }
  } else if (
    token === "close" &&
    scan.closedRole === "subscript" &&
    scan.closedArgumentStart < 0 &&
    scan.closedNameEnd > scan.closedNameStart
  ) {
    // `name[] = `, `name[2] = `
    group.targetStart = scan.closedNameStart;
    group.targetEnd = scan.closedNameEnd;
  } else if (token === "close" && scan.closedRole === "subscript" && scan.closedArgumentStart >= 0) {
    group.targetStart = scan.closedArgumentStart;
    group.targetEnd = scan.closedArgumentEnd;
    const subject = scan.text.slice(Math.max(scan.closedNameStart, scan.closedNameEnd - 32), scan.closedNameEnd);
    group.targetIsKey = !scan.tables.profile.environments.includes(subject);
  } else if (token === "close" && scan.closedRole === "call" && scan.tables.profile.callDefinitions === true) {
    group.targetStart = scan.closedNameEnd > scan.closedNameStart ? scan.closedNameStart : -1;
    group.targetEnd = scan.closedNameEnd;
  } else if (token === "close" && scan.closedRole === "list" && scan.closedArgumentStart >= 0) {
    // of `[a, b] = f("x")` the first is what the call is made for
    group.targetStart = scan.closedArgumentStart;
    group.targetEnd = scan.closedArgumentEnd;
  } else if (token === "string" && scan.stringAlone) {
    group.targetStart = scan.stringStart;
    group.targetEnd = scan.stringEnd;
  } else group.targetStart = -1;
}

export function annotate(scan: Scan, token: Token): void {
  const { group } = scan;
  if (scan.tables.profile.annotations === null) return;
  // what a class is derived from
  if (group.declares !== null && group.holdsStatements) return;
  group.returned = token === "close";
  if (token === "name") {
    group.annotatedStart = scan.nameStart;
    group.annotatedEnd = scan.nameEnd;
  } else if (token === "string") {
    group.annotatedStart = scan.stringStart;
    group.annotatedEnd = scan.stringEnd;
  }
  group.inType = true;
  group.cast = false;
}

/** `Type name(...)`, `Type name{...}` */
export function declareVariable(scan: Scan): void {
  const { group } = scan;
  group.targetStart = scan.nameStart;
  group.targetEnd = scan.nameEnd;
  group.targetIsKey = false;
}

export function endCast(scan: Scan): void {
  const { group } = scan;
  if (!group.cast) return;
  group.inType = group.typed;
  group.cast = false;
}

/** Remembers what a call's or subscript's element was, where that is a string or a name. */
export function endElement(scan: Scan): void {
  const { group, token } = scan;
  const string = token === "string" && scan.stringAlone;
  if (group.role === "call" || group.role === "subscript") {
    if (token === "name" && group.index === 0 && scan.tables.profile.bareImports === true) readBareImport(scan);
    // the first argument may be a key with a name: `@ConfigProperty(name = "model", defaultValue = "x")`
    const named = group.keyStart >= 0 && group.index === 0 && group.role === "call" && token === "string";
    if (group.index < 2 && (named || (group.keyStart < 0 && (string || token === "name")))) {
      const start = string || named ? scan.stringStart : scan.nameStart;
      const end = string || named ? scan.stringEnd : scan.nameEnd;
      if (group.index === 0) {
        group.firstArgumentStart = start;
        group.firstArgumentEnd = end;
      } else {
        group.secondArgumentStart = start;
        group.secondArgumentEnd = end;
      }
    }
    if (string && group.keyStart < 0 && (scan.text.charCodeAt(scan.stringStart) === 45 || declaresArgument(scan))) readFlag(scan);
  }
  const wrapped = token === "close" && scan.closedRole === "call" && group.keyStart < 0 && readWrapped(scan);
  if (group.role === "list" && token === "name" && group.index === 0 && group.keyStart < 0 && !group.typed) {
    group.firstArgumentStart = scan.nameStart;
    group.firstArgumentEnd = scan.nameEnd;
  }
  if (token === "string" && group.keyStart >= 0 && isNaming(scan)) {
    group.namedStart = scan.stringStart;
    group.namedEnd = scan.stringEnd;
  }
  const tag = !string && token === "name" && isTag(scan);
  if (!wrapped) {
    group.previousStart = group.keyStart >= 0 ? -1 : string ? scan.stringStart : tag ? scan.nameStart : -1;
    group.previousEnd = tag ? scan.nameEnd : scan.stringEnd;
  }
  scan.stringAlone = false;
}

/**
 * Remembers of an element that is a call what it gives: the string that it wraps or converts, the key that it looks up. False where it is no such:
 * `put(TEXT("model"), x)`, `insert("model".to_string(), x)`, `Optional.ofNullable(System.getenv("MODEL"))`.
 */
function readWrapped(scan: Scan): boolean {
  const { group, tables, text, closedNameStart, closedNameEnd } = scan;
  if (closedNameStart < 0 || (group.role !== "call" && group.role !== "list" && group.role !== "object")) return false;
  let start = scan.closedArgumentStart;
  let end = scan.closedArgumentEnd;
  if (start < 0) {
    // the method of a string, behind its quote and the dot
    start = scan.stringStart;
    end = scan.stringEnd;
    if (end !== closedNameStart - 2 || text.charCodeAt(end + 1) !== 46 || !beginsElement(text, start - 1)) return false;
    if (!tables.conversions.has(text.slice(closedNameStart, closedNameEnd))) return false;
  } else {
    if (!isQuote(text.charCodeAt(start - 1)) || !beginsElement(text, closedNameStart)) return false;
    const { gives, lookup } = calleeAt(tables, text, closedNameStart, closedNameEnd);
    if (gives !== "argument" && lookup?.key !== 0) return false;
  }
  if (group.role === "call" && group.index === 0) {
    group.firstArgumentStart = start;
    group.firstArgumentEnd = end;
  } else if (group.role === "call" && group.index === 1) {
    group.secondArgumentStart = start;
    group.secondArgumentEnd = end;
  }
  group.previousStart = start;
  group.previousEnd = end;
  return true;
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39 || code === 96;
}

/** So many blanks before an element are passed over. */
const mostBlanks = 48;

/** Whether nothing but blanks stands between `at` and what the element begins behind. */
function beginsElement(text: string, at: number): boolean {
  let i = at - 1;
  while (i > at - mostBlanks && isBlank(text.charCodeAt(i))) i--;
  const code = text.charCodeAt(i);
  return code === 44 || isOpening(code);
}

/** Whether the string is the word by which a call declares an argument. */
function declaresArgument({ group, tables, text }: Scan): boolean {
  const { argumentDeclarations } = tables.profile;
  if (argumentDeclarations === undefined || group.index !== 0 || group.role !== "call") return false;
  return argumentDeclarations.some((name) => {
    const start = group.nameEnd - name.length;
    return text.startsWith(name, start) && (start === group.nameStart || text.charCodeAt(start - 1) === 46);
  });
}

/** Keys of what a value beside them is called. */
const naming: ReadonlySet<string> = new Set(["name", "key", "field", "Name", "Key"]);
const longestNaming = 5;

/** Whether the element says what the value of another one is called. */
function isNaming({ group, text }: Scan): boolean {
  if ((group.role !== "object" && group.role !== "call") || group.keyEnd - group.keyStart > longestNaming + 2) return false;
  // most keys are told by their last letter, before a quote or without
  const last = text.charAt(group.keyEnd - 1);
  if (last !== "e" && last !== "y" && last !== "d" && last !== '"' && last !== "'") return false;
  return naming.has(keyText(text, group.keyStart, group.keyEnd));
}

/** Whether the name is the key of a pair: `{:key, "value"}`. */
function isTag({ group, tables, text, nameStart }: Scan): boolean {
  return tables.profile.bracePairs === "tagged" && group.role === "object" && group.index === 0 && text.charCodeAt(nameStart - 1) === 58;
}

/** `library(name)` */
function readBareImport(scan: Scan): void {
  const { group, tables, text } = scan;
  if (group.nameEnd - group.nameStart > tables.longestImportCall) return;
  if (tables.importCalls.has(text.slice(group.nameStart, group.nameEnd))) scan.modules.push(text.slice(scan.nameStart, scan.nameEnd));
}

/** `add_argument("-m", "--model", ...)`: the first flag names the argument, a long one goes before a short one. */
function readFlag(scan: Scan): void {
  const { group, text } = scan;
  const long = text.charCodeAt(scan.stringStart + 1) === 45;
  const first = group.index === 0;
  if (!first && !(group.flagStart >= 0 && long && text.charCodeAt(group.flagStart + 1) !== 45)) return;
  group.flag = null;
  group.flagStart = scan.stringStart;
  group.flagEnd = scan.stringEnd;
}

export function readComma(scan: Scan): void {
  const { group } = scan;
  if (scan.overflow > 0) return;
  scan.token = "start";
  if (group.angles > 0) return;
  if (group.lambdas > 0) {
    group.clearTarget();
    return;
  }
  group.index++;
  if (group.role === "statements") {
    // of `return a, "b"` only the first is what the function is called for
    if (scan.tables.profile.multipleReturns === true && group.targetStart >= 0 && group.targetStart === group.bodyStart)
      group.clearTarget();
    const { caseLabel, iteration } = group;
    group.clearElement();
    group.caseLabel = caseLabel;
    group.iteration = iteration;
    scan.token = "operator";
    return;
  }
  const { iteration } = group;
  group.clearElement();
  group.iteration = iteration && group.role !== "call";
  group.clearTarget();
}
