// Names, key words, and calls without parentheses.

import type { StringKind } from "../languages/profile.ts";
import { isWordCharacter, lastBefore, skipBlank, skipSpaces, wordEnd } from "./characters.ts";
import { endElement, readComma, readFallback, readKey, rememberValue } from "./elements.ts";
import { goesOverCall } from "./following.ts";
import type { Token } from "./group.ts";
import { closeCommands, nameBlock, openGroup } from "./nesting.ts";
import { readAssignment } from "./operators.ts";
import { deepest, isValue, type Scan } from "./state.ts";
import { beginStatement } from "./statements.ts";
import { endString, readString } from "./strings.ts";
import { classes, lineEnd, stringAt, wordAt, wordBits } from "./tables.ts";

/** What a value without quotes goes on with, besides the characters of words. */
const bareValue = /[\w./@+~:-]/;

const bareKind: StringKind = { open: "", close: "", escapes: "none", multiLine: false };

export function readWord(scan: Scan, at: number): number {
  const { text, tables, group } = scan;
  let end = wordEnd(scan, at + 1);
  if (end - at <= tables.longestPrefix && tables.characterClasses[text.charCodeAt(end)] === classes.quote) {
    const kind = stringAt(tables.prefixedStrings.get(text.slice(at, end).toLowerCase()), text, end);
    if (kind !== null) return readString(scan, end, kind);
  }
  if (!tables.plainNames) end = suffixEnd(scan, end);
  if (group.role === "tag") {
    while (text.charCodeAt(end) === 45 || text.charCodeAt(end) === 58) end = wordEnd(scan, end + 1);
    group.keyStart = -1;
  } else if (scan.token !== "dot") {
    const meaning = wordAt(tables, text, at, end);
    if (meaning > 0 && isKeyword(scan, end, meaning)) return readKeyword(scan, at, end, meaning);
  }
  if (!tables.plainNames && tables.profile.dashArguments === true && group.role === "call" && group.bracket === 0) {
    if (readCommandWord(scan, at, end)) return scan.argumentEnd;
  }
  if (scan.token !== "dot" || scan.nameStart < 0) {
    const { token } = scan;
    // the type `vector<string>` closes with its angle bracket
    const typed = token === "operator" && tables.profile.declarators === true && text.charCodeAt(lastBefore(scan, at)) === 62;
    scan.firstNameStart = token === "name" || typed ? scan.nameStart : -1;
    scan.firstNameEnd = scan.nameEnd;
    scan.nameCompared = token === "comparison";
    scan.nameStart = at;
  }
  scan.nameEnd = end;
  scan.token = "name";
  if (!tables.plainNames && tables.profile.commandCalls !== undefined && opensCommand(scan, end))
    openGroup(scan, "call", 0, scan.nameStart, end);
  return end;
}

/** Behind the mark that may end a name: `empty?`, `save!`. */
function suffixEnd(scan: Scan, end: number): number {
  const { text, tables } = scan;
  const isSuffix = end < text.length && tables.profile.nameSuffixes?.includes(text.charAt(end)) === true;
  return isSuffix && text.charCodeAt(end + 1) !== 61 ? end + 1 : end;
}

/** Whether the name that ends at `end` is followed by an argument and no operator. */
function opensCommand(scan: Scan, end: number): boolean {
  const { text, group } = scan;
  if (!group.holdsStatements && group.bracket !== 0 && group.role !== "interpolation") return false;
  if (group.functionAhead || group.declares !== null || scan.depth >= deepest) return false;
  // a variable is no command
  if (scan.tables.profile.dashArguments === true && text.charCodeAt(scan.nameStart) === 36) return false;
  const at = skipSpaces(scan, end);
  if (at === end) return false;
  const code = text.charCodeAt(at);
  const kind = code < 128 ? scan.tables.characterClasses[code] : classes.word;
  const next = text.charCodeAt(at + 1);
  if (scan.tables.profile.commandCalls === "quoted" && !beginsCommand(scan, at, kind)) return false;
  if (kind === classes.quote) return stringAt(scan.tables.strings[code], text, at) !== null && next !== 32;
  if (kind === classes.word) return wordAt(scan.tables, text, at, wordEnd(scan, at)) < 0;
  if (code === 58) return isWordCharacter(scan, next) || next === 34 || next === 39;
  return (code === 47 && next !== 32 && next !== 61) || (code === 91 && next !== 32 && next !== 93);
}

/** Whether the name begins a statement, and behind it at `at` a string or a named argument its own: `name "x"`, `name key: "x"`. */
function beginsCommand(scan: Scan, at: number, kind: number | undefined): boolean {
  const { text, nameStart } = scan;
  if (nameStart !== scan.lineFirst && !"{;>".includes(text.charAt(lastBefore(scan, nameStart)))) return false;
  if (kind === classes.quote) return true;
  const end = wordEnd(scan, at);
  return kind === classes.word && text.charCodeAt(end) === 58 && text.charCodeAt(end + 1) !== 58;
}

/** `-Name` or a value without quotes in a command; false for what is read as in any expression. */
function readCommandWord(scan: Scan, at: number, end: number): boolean {
  const { text, group } = scan;
  const first = text.charCodeAt(at);
  if (first === 36) return false;
  if (scan.token !== "start" && scan.token !== "operator") {
    endElement(scan);
    readComma(scan);
  }
  scan.argumentEnd = end;
  if (first === 45) {
    // the value may stand right behind a colon: `-Model:gpt-4o`
    const colon = text.slice(at, end).indexOf(":");
    group.keyStart = at + 1;
    group.keyEnd = colon < 0 ? end : at + colon;
    if (colon >= 0) scan.argumentEnd = at + colon + 1;
    scan.token = "operator";
    return true;
  }
  let stop = end;
  while (stop < text.length && stop - at < 300 && bareValue.test(text.charAt(stop))) stop++;
  scan.argumentEnd = stop;
  endString(scan, at, stop, stop, bareKind, false, false);
  return true;
}

/** Whether a word that can be a key word is one here, by what follows it. */
function isKeyword(scan: Scan, end: number, meaning: number): boolean {
  const { role } = scan.group;
  const after = (meaning & wordBits.cast) !== 0 ? skipBlank(scan, end, true) : skipSpaces(scan, end);
  const next = scan.text.charCodeAt(after);
  const kind = next < 128 ? scan.tables.characterClasses[next] : classes.word;
  if ((meaning & wordBits.contextual) !== 0) {
    const goesOn =
      kind === classes.word || kind === classes.quote || kind === classes.digit || ((next === 123 || next === 91) && after > end);
    if (!goesOn) return (meaning & wordBits.cast) !== 0 && isValue(scan.token) && (next === 40 || next === 124 || next === 38);
  }
  // the return type `void` before a body
  if (scan.group.inType && meaning === wordBits.operator && next === 123) return false;
  if (scan.token !== "start" || (role !== "object" && role !== "class" && role !== "type")) return true;
  // `{ default: x }`, `class { delete() {} }`
  return !(
    next === 58 ||
    next === 44 ||
    next === 125 ||
    next === 61 ||
    next === 63 ||
    (next === 40 && (meaning & wordBits.function) === 0)
  );
}

function readKeyword(scan: Scan, at: number, end: number, meaning: number): number {
  // after a label a type seems to begin
  if ((meaning & wordBits.statement) !== 0 && (at === scan.lineFirst || (scan.group.inType && scan.group.role === "statements"))) {
    beginStatement(scan);
  }
  if (scan.group.bracket === 0 && scan.depth > 0 && isValue(scan.token)) closeCommands(scan);
  const { group, token } = scan;
  const afterValue = isValue(token);
  const { delegation } = scan.tables.profile;
  if (delegation !== undefined && afterValue && group.declares === null && scan.text.slice(at, end) === delegation) {
    readAssignment(scan, "assign");
    return end;
  }
  let next: Token = "word";
  if ((meaning & wordBits.iteration) !== 0) group.iteration = true;
  const { iteration } = group;
  if ((meaning & wordBits.membership) !== 0) {
    if (iteration) nameElements(scan, at, end);
    else if ((meaning & wordBits.operator) === 0) next = "comparison";
    group.iteration = false;
  }
  if ((meaning & wordBits.comparison) !== 0) next = "comparison";
  if ((meaning & wordBits.operator) !== 0 && token === "comparison") next = "comparison";
  // what begins a statement stands in for nothing before it: Ruby's `rescue` of a block
  if ((meaning & wordBits.fallback) !== 0 && token !== "start") readFallback(scan);
  if ((meaning & wordBits.condition) !== 0 && afterValue) {
    rememberValue(scan, scan.token);
    group.conditionStart = scan.valueStart;
    group.conditionEnd = scan.valueEnd;
  }
  if ((meaning & wordBits.otherwise) !== 0 && token !== "start") {
    group.fallback = true;
    group.fallbackStart = group.conditionStart;
    group.fallbackEnd = group.conditionEnd;
  }
  if ((meaning & wordBits.header) !== 0 && (token === "start" || (token === "word" && group.role === "statements"))) group.header = true;
  if ((meaning & wordBits.case) !== 0 && !(iteration && (meaning & wordBits.membership) !== 0)) {
    if (group.enumerates) group.member = true;
    else group.caseLabel = true;
  }
  if ((meaning & wordBits.return) !== 0 && group.bodyStart >= 0) {
    group.targetBody();
  }
  if ((meaning & wordBits.construct) !== 0) group.constructs = true;
  if ((meaning & wordBits.key) !== 0 && afterValue) {
    readKey(scan);
    next = "operator";
  }
  if ((meaning & wordBits.cast) !== 0 && afterValue) {
    group.inType = true;
    group.cast = true;
  }
  if ((meaning & wordBits["type-alias"]) !== 0) group.typeAlias = true;
  if ((meaning & wordBits.lambda) !== 0) group.lambdas++;
  if ((meaning & wordBits.function) !== 0) {
    group.functionAhead = true;
    const { blockEnds, indentedBlocks } = scan.tables.profile;
    if (blockEnds !== undefined || (indentedBlocks === true && scan.depth === 0)) {
      group.bodyStart = skipSpaces(scan, end);
      group.bodyEnd = wordEnd(scan, group.bodyStart);
      scan.bodyIndent = scan.indent;
    }
  }
  if ((meaning & wordBits.match) !== 0) {
    // where nothing takes what the arms give, the function gives it
    if (scan.tables.profile.blockValues === true && token === "start" && group.targetStart < 0 && group.bodyStart >= 0) {
      group.targetBody();
    }
    group.beginHead("arms");
  } else if ((meaning & wordBits.head) !== 0) group.beginHead(group.head ?? "statements");
  if ((meaning & wordBits.block) !== 0 && group.caseLabel) {
    group.caseLabel = false;
    group.index = 0;
  }
  if ((meaning & wordBits.block) !== 0 && nameBlock(scan)) {
    group.bodyStart = scan.closedArgumentStart;
    group.bodyEnd = scan.closedArgumentEnd;
  }
  // a statement begins behind `do`
  if ((meaning & wordBits.block) !== 0 && scan.tables.profile.blockEnds !== undefined) next = "start";
  if ((meaning & (wordBits.class | wordBits.interface | wordBits.enum)) !== 0) readDeclaration(scan, meaning, end);
  if ((meaning & wordBits.import) !== 0) group.importing = true;
  if ((meaning & (wordBits["import-names"] | wordBits["import-from"])) !== 0) {
    if (token === "start" || (token === "word" && scan.tables.profile.braceBlocks !== false)) readModuleNames(scan, end, meaning);
  }
  scan.word = meaning;
  scan.nameStart = at;
  scan.nameEnd = end;
  scan.token = next;
  return end;
}

/** Longer lines are not looked at. */
const longestLoopLine = 1000;

/** So far before the word the names stand that a loop has for what it goes over. */
const longestNames = 64;

/** Several names, which brackets may hold: `for name, model in`, `for (const [name, model] of`. */
const severalNames = /\bfor\s*(?:\(\s*)?(?:(?:const|let|var)\s+)?&?[([]?\s*([\w$]+(?:\s*,\s*[\w$]+)+)\s*[\])]?\s*$/d;

/** What a line ends with whose loop has its body below. */
const loopLine = /[[\](),](?:\sdo)?$/;

function restOfLine(text: string, from: number): string {
  const ahead = text.slice(from, from + longestLoopLine);
  return ahead.slice(0, lineEnd(ahead, 0)).trimEnd();
}

/** The loop, whose word before what it goes over is `[at, end)`, gives each element of that to the name before it. */
function nameElements(scan: Scan, at: number, end: number): void {
  const { group, text, token } = scan;
  if (token !== "name" && token !== "close") return;
  // nothing would tell where the list ends and the body begins
  const isPlain = group.role === "statements" && !group.header && group.head === null;
  if (isPlain && !loopLine.test(restOfLine(text, end))) return;
  const { counting } = scan.tables.profile;
  const counts = counting !== undefined && text.startsWith(`${counting}(`, skipSpaces(scan, end));
  const isOne = token === "name" && group.index === 0;
  if (group.role === "statements") group.index = 0;
  if (goesOverCall(scan, end)) return;
  const from = Math.max(scan.lineFirst, at - longestNames);
  if (isOne || (counts && token === "name")) {
    const typed = group.inType && group.annotatedStart >= 0;
    group.targetStart = typed ? group.annotatedStart : scan.nameStart;
    group.targetEnd = typed ? group.annotatedEnd : scan.nameEnd;
    if (typed) group.inType = group.typed;
    group.targetIsKey = false;
    group.typeStart = -1;
  } else if (!counts) {
    const [first, last] = severalNames.exec(text.slice(from, at))?.indices?.[1] ?? [];
    if (first !== undefined && last !== undefined) {
      group.targetStart = -1;
      group.targetsStart = from + first;
      group.targetsEnd = from + last;
    }
  }
}

function readDeclaration(scan: Scan, meaning: number, end: number): void {
  const { group } = scan;
  // `enum class` declares an enum
  if (group.declares !== "enum" || (meaning & wordBits.class) === 0) {
    group.declares = (meaning & wordBits.class) !== 0 ? "class" : (meaning & wordBits.enum) !== 0 ? "enum" : "interface";
  }
  scan.classStart = skipSpaces(scan, end);
  scan.classEnd = wordEnd(scan, scan.classStart);
  scan.classIsEnum = false;
}

/** The dotted names of `import a.b as c, d` or `from a.b import c`; relative ones name no package. */
function readModuleNames(scan: Scan, from: number, meaning: number): void {
  const { text } = scan;
  for (let i = from; ; ) {
    i = skipSpaces(scan, i);
    const start = i;
    i = moduleNameEnd(scan, i);
    if (i === start) return;
    // `import static a.b`
    if (scan.tables.profile.braceBlocks !== false && wordAt(scan.tables, text, start, i) > 0) continue;
    // `import a.*`
    if (text.charCodeAt(start) !== 46) scan.modules.push(text.slice(start, text.charCodeAt(i - 1) === 46 ? i - 1 : i));
    if ((meaning & wordBits["import-from"]) !== 0) return;
    i = skipSpaces(scan, i);
    if (text.startsWith("as ", i)) i = skipSpaces(scan, wordEnd(scan, skipSpaces(scan, i + 3)));
    if (text.charCodeAt(i) !== 44) return;
    i++;
  }
}

/** The end of a name whose parts are joined by `.`, `::` or `\\`. */
function moduleNameEnd(scan: Scan, from: number): number {
  const { text } = scan;
  let i = from;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === 46 || isWordCharacter(scan, code)) i++;
    else if (code === 58 && text.charCodeAt(i + 1) === 58 && isWordCharacter(scan, text.charCodeAt(i + 2))) i += 2;
    else if (code === 92 && isWordCharacter(scan, text.charCodeAt(i + 1))) i++;
    else break;
  }
  return i;
}
