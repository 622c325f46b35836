import type { Frame } from "../frame.ts";
import { isWhiteSpace } from "./lines.ts";

const space = 32;
const exclamation = 33;
const doubleQuote = 34;
const dollar = 36;
const singleQuote = 39;
const openParenthesis = 40;
const plus = 43;
const comma = 44;
const dash = 45;
const digit0 = 48;
const digit9 = 57;
const colon = 58;
const equals = 61;
const question = 63;
const backtick = 96;
const openBrace = 123;
const closeBrace = 125;

/** More variables that stand for each other are not told. */
const mostVariables = 8;

/** A stretch of an expression's text that the program may use as a value. */
export interface EmbeddedValue {
  readonly start: number;
  readonly end: number;
  readonly frames: readonly Frame[];
}

/** What a text says that stands where its expressions have no value: `${MODEL:-x}`, `${{ vars.MODEL || 'x' }}`, `{{ .Values.model | default "x" }}`. */
export function embeddedValues(text: string): readonly EmbeddedValue[] {
  const found: EmbeddedValue[] = [];
  /** of each open parameter where its name begins and ends, and where its default begins; -1 where it has none, or has another one in it */
  const open: number[] = [];
  let i = 0;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    if (unit === dollar && text.charCodeAt(i + 1) === openBrace) {
      if (text.charCodeAt(i + 2) === openBrace) {
        const close = text.indexOf("}}", i + 3);
        const end = close < 0 ? text.length : close;
        addExpressionValues(found, text, i + 3, end);
        i = end + 2;
        continue;
      }
      if (open.length > 0) open[open.length - 1] = -1;
      const nameEnd = parameterEnd(text, i + 2);
      open.push(i + 2, nameEnd, defaultStart(text, nameEnd));
      i = nameEnd;
      continue;
    }
    if (unit === openBrace && text.charCodeAt(i + 1) === openBrace) {
      const close = text.indexOf("}}", i + 2);
      const end = close < 0 ? text.length : close;
      addExpressionValues(found, text, i + 2, end);
      i = end + 2;
      continue;
    }
    if (unit === closeBrace && open.length > 0) {
      const [nameStart = 0, nameEnd = 0, from = -1] = open.splice(-3);
      if (from >= 0) {
        const isQuoted = i - from > 1 && isQuote(text.charCodeAt(from)) && text.charCodeAt(from) === text.charCodeAt(i - 1);
        const frames: Frame[] = [{ kind: "fallback", name: variableName(text.slice(nameStart, nameEnd)) }];
        for (let k = open.length - 3; k >= 0 && frames.length < mostVariables; k -= 3) {
          frames.push({ kind: "fallback", name: variableName(text.slice(open[k], open[k + 1])) });
        }
        found.push({ start: isQuoted ? from + 1 : from, end: isQuoted ? i - 1 : i, frames });
      }
    }
    i++;
  }
  return found;
}

/**
 * Where the name of `${NAME...}` ends. Properties (`${app.chat-model:x}`, `${spring-ai.version}`) are written in lower case with dashes; behind a
 * variable's name, a dash begins its default (`${MODEL-x}`).
 */
function parameterEnd(text: string, from: number): number {
  const first = text.charCodeAt(from);
  let isProperty = first >= 97 && first <= 122;
  let i = from;
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // JBoss asks for several in turn: `${app.model,env.APP_MODEL:x}`
    if (unit === comma && isProperty && isNameUnit(text.charCodeAt(i + 1))) continue;
    if (unit === dash ? !isProperty : !isNameUnit(unit)) break;
    if ((unit >= 65 && unit <= 90) || unit === 95) isProperty = false;
  }
  return i;
}

/** The last of the names; null for the numbered parameters of a script, which have none. */
function variableName(name: string): string | null {
  const own = name.slice(name.lastIndexOf(",") + 1);
  return name === "" || (name.charCodeAt(0) >= digit0 && name.charCodeAt(0) <= digit9) ? null : own;
}

/** Where the default begins behind a parameter's name: `:-`, `-`, `:=`, `=` (shell, compose), `:` (Spring); -1 where there is none. */
function defaultStart(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit === dash || unit === equals) return at + 1;
  if (unit !== colon) return -1;
  const next = text.charCodeAt(at + 1);
  if (next === dash || next === equals) return at + 2;
  // `${x:?message}`, `${x:+other}`, `${x:3}`, `${x: -3}`
  if (next === question || next === plus || next === space || (next >= digit0 && next <= digit9)) return -1;
  return at + 1;
}

/**
 * The strings of a GitHub Actions expression (`vars.M || 'x'`, `c && 'x' || 'y'`), a Go template (`.Values.m | default "x"`,
 * `default "x" .Values.m`) or a Jinja expression (`m | default('x')`, `m or 'x'`) that can be its value.
 */
function addExpressionValues(found: EmbeddedValue[], text: string, start: number, end: number): void {
  /** the look-up that a following default belongs to */
  let path: string | null = null;
  let before = "";
  let i = start;
  while (i < end) {
    const unit = text.charCodeAt(i);
    if (unit === doubleQuote || unit === singleQuote || unit === backtick) {
      const close = text.indexOf(text.charAt(i), i + 1);
      const to = close < 0 || close > end ? end : close;
      const after = skipBlanks(text, Math.min(to + 1, end), end);
      const compared = before === "==" || before === "!=" || startsComparison(text, after);
      if (compared) {
        found.push({ start: i + 1, end: to, frames: [{ kind: "comparison" }] });
        path = null;
      } else if (before === "||" || before === "or") {
        found.push({ start: i + 1, end: to, frames: [{ kind: "fallback", name: path }] });
        path = null;
      } else if (before === "&&" || before === "and") {
        found.push({ start: i + 1, end: to, frames: [{ kind: "fallback", name: null }] });
        path = null;
      } else if (before === "default") {
        const wordEnd = pathEnd(text, after, end);
        const name = wordEnd > after ? lookedUp(text.slice(after, wordEnd)) : path;
        found.push({ start: i + 1, end: to, frames: [{ kind: "fallback", name }] });
        path = null;
      }
      before = "string";
      i = to + 1;
      continue;
    }
    const wordEnd = pathEnd(text, i, end);
    if (wordEnd > i) {
      const word = text.slice(i, wordEnd);
      if (word === "or" || word === "and" || word === "default") before = word;
      else {
        path = lookedUp(word);
        before = "path";
      }
      i = wordEnd;
      continue;
    }
    const pair = text.slice(i, Math.min(i + 2, end));
    if (pair === "||" || pair === "&&" || pair === "==" || pair === "!=") {
      before = pair;
      i += 2;
      continue;
    }
    // `default("x")`: the bracket changes nothing
    if (!isWhiteSpace(unit) && unit !== openParenthesis) before = "";
    i++;
  }
}

function startsComparison(text: string, at: number): boolean {
  return text.charCodeAt(at + 1) === equals && (text.charCodeAt(at) === equals || text.charCodeAt(at) === exclamation);
}

/** `vars.MODEL` looks up MODEL, `.Values.model.name` looks up model.name. */
function lookedUp(path: string): string {
  const parts = path.split(".").filter((part) => part !== "" && part !== "$");
  const roots = ["vars", "env", "secrets", "inputs", "Values"];
  while (parts.length > 1 && (roots.includes(parts[0] ?? "") || parts[0] === "github" || (parts[0] === "event" && parts[1] === "inputs"))) {
    parts.shift();
  }
  return parts.join(".");
}

function pathEnd(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && (isNameUnit(text.charCodeAt(i)) || text.charCodeAt(i) === dollar || text.charCodeAt(i) === dash)) i++;
  return i;
}

function skipBlanks(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && isWhiteSpace(text.charCodeAt(i))) i++;
  return i;
}

function isQuote(unit: number): boolean {
  return unit === doubleQuote || unit === singleQuote;
}

function isNameUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95 || unit === 46;
}
