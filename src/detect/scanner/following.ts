// What stands behind a place, without reading it.

import { noteSeen } from "../trail.ts";
import { skipBlank, skipSpaces, wordEnd } from "./characters.ts";
import { isValue, type Scan } from "./state.ts";
import { classes, operatorAt, stringAt, wordAt, wordBits } from "./tables.ts";

/** What follows a string. */
export type Following = "nothing" | "end" | "colon" | "key" | "comma" | "comparison" | "part" | "condition";

/** Words with which a line goes on with the statement before it. */
const continuing =
  wordBits.continuation |
  wordBits.comparison |
  wordBits.membership |
  wordBits.fallback |
  wordBits.condition |
  wordBits.otherwise |
  wordBits.cast |
  wordBits["import-source"];

export function whatFollows(scan: Scan, from: number): Following {
  const { text, tables, group } = scan;
  const inLine = group.holdsStatements && tables.profile.statementEnd === "newline";
  const at = skipBlank(scan, from, !inLine);
  if (at >= text.length) return "end";
  if (group.holdsStatements && beginsStatement(scan, at) && skipBlank(scan, from, false) !== at) return "end";
  const code = text.charCodeAt(at);
  switch (code < 128 ? tables.characterClasses[code] : classes.word) {
    case classes.newline:
    case classes.semicolon:
      return "end";
    case classes.comma:
      return "comma";
    case classes.quote:
      return tables.profile.adjacentStrings ? "part" : "nothing";
    case classes.word:
      // on the next line of its own a word such as `is` begins something else
      if (group.role === "arms" && at > from + 1 && skipBlank(scan, from, false) !== at) return "end";
      return followingWord(scan, at);
    case classes.open:
      // an index into the literal, or a member that is named by it
      return (code === 91 && at === from) || code === 40 ? "part" : "nothing";
    case classes.operator:
      return followingOperator(scan, at);
    default:
      return "nothing";
  }
}

function followingWord(scan: Scan, at: number): Following {
  const { text, tables } = scan;
  const end = wordEnd(scan, at);
  if (tables.profile.adjacentStrings && end - at <= tables.longestPrefix) {
    if (stringAt(tables.prefixedStrings.get(text.slice(at, end).toLowerCase()), text, end) !== null) return "part";
  }
  const meaning = wordAt(tables, text, at, end);
  if (meaning <= 0) return "nothing";
  const ofLoops = wordBits.membership | wordBits.operator;
  if ((meaning & ofLoops) === ofLoops) return "nothing";
  if ((meaning & (wordBits.comparison | wordBits.membership)) !== 0) return "comparison";
  if ((meaning & wordBits.condition) !== 0) return "condition";
  if ((meaning & wordBits.key) !== 0) return "key";
  // `not in`
  if ((meaning & wordBits.operator) !== 0) {
    const next = skipSpaces(scan, end);
    noteSeen(scan, next);
    const nextMeaning = wordAt(tables, text, next, wordEnd(scan, next));
    if (nextMeaning > 0 && (nextMeaning & wordBits.membership) !== 0) return "comparison";
  }
  return "nothing";
}

function followingOperator(scan: Scan, at: number): Following {
  const { text, tables } = scan;
  const operator = operatorAt(tables, text, at);
  switch (operator?.meaning ?? null) {
    case "comparison":
      return "comparison";
    case "concatenation":
      return "part";
    case "colon":
      return "colon";
    case "assign":
      // `list("model" = "x")`, `{ "model" = "x"; }`
      if (tables.profile.namedArguments === "=" || tables.profile.tables === true) return "key";
      return tables.profile.patterns === true ? "comparison" : "nothing";
    case "bind":
      return tables.profile.patterns === true ? "comparison" : "nothing";
    case "key":
      return "key";
    case "arrow":
      // a pattern; before any other arrow stand the parameters of a function
      return tables.profile.patterns === true || scan.group.role === "arms" || scan.group.caseLabel ? "comparison" : "nothing";
    case "path": {
      const start = at + (operator?.text.length ?? 1);
      const method = text.slice(start, Math.min(wordEnd(scan, start), start + 40));
      if (tables.comparisons.has(method)) return "comparison";
      return tables.conversions.has(method) ? "nothing" : "part";
    }
    default:
      // `"x" | "y" => value`
      return scan.group.role === "arms" && (operator === null || operator.text === "|") && text[at] === "|" ? "comparison" : "nothing";
  }
}

/** Whether the statement before a line break is whole, given the first character of the next line. */
export function mayEndBefore(scan: Scan, next: number): boolean {
  if (!isValue(scan.token)) return false;
  const code = scan.text.charCodeAt(next);
  if (Number.isNaN(code)) return true;
  const kind = code < 128 ? scan.tables.characterClasses[code] : classes.word;
  if (kind === classes.word) {
    const meaning = wordAt(scan.tables, scan.text, next, wordEnd(scan, next));
    return meaning < 0 || (meaning & continuing) === 0 || (meaning & wordBits.statement) !== 0;
  }
  // `@` begins a decorated member; every other operator, and `(` and `[`, go on with the expression
  if (kind === classes.digit || kind === classes.quote || kind === classes.close || code === 123 || code === 64) return true;
  return beginsStatement(scan, next);
}

/** Whether the character at `at` never goes on with the line before it. */
function beginsStatement(scan: Scan, at: number): boolean {
  return scan.tables.profile.statementStarts?.includes(scan.text.charAt(at)) === true;
}

/** Whether a string begins behind the bracket before `from`: no parameters of a function do. */
export function beginsString(scan: Scan, from: number): boolean {
  const at = skipBlank(scan, from, true);
  const code = scan.text.charCodeAt(at);
  if (code >= 128 || Number.isNaN(code)) return false;
  if (scan.tables.characterClasses[code] === classes.quote) return true;
  const end = wordEnd(scan, at);
  return end > at && end - at <= scan.tables.longestPrefix && scan.text.charCodeAt(end) === 34;
}

/** So many words may stand before what a loop goes over: `new`, `await`. */
const mostWordsBefore = 3;

/** Whether what a loop goes over, behind `from`, is what a function makes of its arguments, and no list that is written out. */
export function goesOverCall(scan: Scan, from: number): boolean {
  const { text, tables } = scan;
  let at = skipBlank(scan, from, true);
  for (let words = 0; words < mostWordsBefore; words++) {
    let end = wordEnd(scan, at);
    if (end === at) return false;
    while (text.charCodeAt(end) === 46 || text.charCodeAt(end) === 58) end = wordEnd(scan, end + 1);
    noteSeen(scan, Math.min(text.length, end + 1));
    if (text.charCodeAt(end) === 40) return tables.calleeOf(text.slice(at, end)).gives === null;
    if (text.charCodeAt(end) !== 32) return false;
    at = skipSpaces(scan, end);
  }
  return false;
}

/** Whether `=` follows, and no longer operator. */
export function assigns(scan: Scan, from: number): boolean {
  const at = skipBlank(scan, from, false);
  return scan.text.charCodeAt(at) === 61 && operatorAt(scan.tables, scan.text, at)?.text === "=";
}
