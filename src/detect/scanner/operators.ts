// Operators: assignments, colons, arrows, comparisons, angle brackets, regular expressions.

import { noteSeen } from "../trail.ts";
import { isBlank, isWordCharacter, skipBlank, wordEnd } from "./characters.ts";
import { annotate, declareVariable, endCast, readFallback, readKey, rememberValue, setKey, setTarget } from "./elements.ts";
import { goesOverCall } from "./following.ts";
import { calleeAt } from "./frames.ts";
import { nextIsland, readDirective, readHeredoc, readLineComment } from "./islands.ts";
import { openElement, opensElement, readTagEnd } from "./markup.ts";
import { blockBracket, closeCommands, endStatement, openGroup } from "./nesting.ts";
import { deepest, isValue, type Scan } from "./state.ts";
import { endHeader, endLabel } from "./statements.ts";
import { readFormat } from "./strings.ts";
import { commentAt, commentEnd, lastSegmentStart, operatorAt, wordBits } from "./tables.ts";

/** Type arguments deeper than this are read as comparisons. */
const deepestTypeArguments = 4;

export function readOperator(scan: Scan, at: number): number {
  const { text, group } = scan;
  const code = text.charCodeAt(at);
  if (code === 60 && scan.tables.profile.heredoc !== undefined) {
    const after = readHeredoc(scan, at, scan.tables.profile.heredoc);
    if (after >= 0) return after;
  }
  if (code === 124 && group.bracket === 0 && scan.depth > 0 && scan.tables.profile.dashArguments === true) {
    closeCommands(scan);
    scan.token = "operator";
    return at + 1;
  }
  if (group.role === "tag" && (code === 62 || code === 47)) return readTagEnd(scan, at, code);
  // `>>` closes two lists of type arguments
  const closesAngle = code === 62 && group.angles > 0;
  const operator = closesAngle ? null : operatorAt(scan.tables, text, at);
  const length = operator?.text.length ?? 1;
  const meaning = closesAngle ? "greater" : (operator?.meaning ?? null);
  const { token } = scan;
  switch (meaning) {
    case null:
      if (token === "start") group.spread = length > 1;
      scan.token = token === "start" ? "start" : "operator";
      if (length === 2 && code === 38) endCast(scan);
      break;
    case "path":
      if (token !== "name") scan.nameStart = -1;
      scan.receiverStart = -1;
      if (token === "close" && scan.closedRole === "call") rememberReceiver(scan);
      scan.token = "dot";
      break;
    case "assign":
    case "bind":
    case "assign-fallback":
      readAssignment(scan, meaning);
      break;
    case "comparison":
      endCast(scan);
      scan.token = "comparison";
      break;
    case "fallback":
      endCast(scan);
      readFallback(scan);
      scan.token = "operator";
      break;
    case "concatenation":
      scan.token = token === "start" || (token === "operator" && code === 42) ? "operator" : "concatenation";
      break;
    case "arrow":
      if (group.returned) {
        group.inType = false;
        group.returned = false;
      }
      group.caseLabel = false;
      scan.word = 0;
      if (group.bracket === blockBracket) {
        beginClause(scan, at + length);
        return at + length;
      }
      if (scan.tables.profile.arrowBodies === true && definesMember(scan)) {
        scan.token = "operator";
        return at + length;
      }
      scan.token = "operator";
      return readArrow(scan, at + length);
    case "return-type":
      group.inType = true;
      group.cast = true;
      scan.token = "operator";
      break;
    case "ternary":
      readQuestion(scan, at + length);
      break;
    case "colon":
      return readColon(scan, at);
    case "key":
      readKey(scan);
      scan.token = "operator";
      break;
    case "suffix":
      if (token === "start" || token === "comparison") scan.token = "operator";
      break;
    case "mark":
      break;
    case "macro":
      if (token === "name" && scan.nameEnd === at) scan.macroEnd = at + length;
      else if (token === "start" || token === "comparison") scan.token = "operator";
      break;
    case "closure":
      scan.word = wordBits.block;
      scan.token = "word";
      break;
    case "directive":
      return at === scan.lineFirst ? readDirective(scan, at) : at + length;
    case "leave":
      closeCommands(scan);
      if (group.holdsStatements) endStatement(scan);
      return nextIsland(scan, at + length);
    case "comment":
      return scan.indent === 0 && at === scan.lineFirst ? readLineComment(scan, at) : at + length;
    case "decorator":
      scan.decoratorStart = at + length;
      scan.token = "operator";
      break;
    case "less":
      return readLess(scan, at);
    case "greater":
      scan.token = group.angles > 0 ? "close" : "operator";
      scan.closedArgumentStart = -1;
      if (group.angles > 0) group.angles--;
      if (group.angles === 0 && group.typeParameters) {
        group.typeParameters = false;
        group.inType = group.typed;
      }
      break;
  }
  return at + length;
}

/** `name => value`, `f() => value`: what stands before the arrow is given the value. */
function definesMember(scan: Scan): boolean {
  const { group, token } = scan;
  if (!group.holdsStatements || group.role === "arms" || group.targetStart >= 0) return false;
  if (token === "close" && group.functionEnd > group.functionStart && group.functionStart >= 0) {
    group.targetStart = group.functionStart;
    group.targetEnd = group.functionEnd;
  } else if (token === "name" && (group.role === "class" || scan.firstNameStart >= 0)) {
    group.targetStart = scan.nameStart;
    group.targetEnd = scan.nameEnd;
    group.typeStart = scan.firstNameStart;
    group.typeEnd = scan.firstNameEnd;
  } else if (token === "name" && group.bodyStart >= 0 && scan.firstNameStart < 0) {
    // `get => value` in the body of a property
    group.targetBody();
  } else return false;
  group.targetIsKey = false;
  return true;
}

/** `=> {` opens a block. */
function readArrow(scan: Scan, from: number): number {
  const { group } = scan;
  const arm = group.role === "arms";
  if (arm) {
    group.caseLabel = false;
    group.head = null;
    group.headTargetStart = -1;
  }
  const next = skipBlank(scan, from, true);
  if (scan.text.charCodeAt(next) !== 123 || group.inType || scan.tables.profile.braceBlocks === false) return from;
  // `const model = () => { return "x" }`, `{ model: () => { return "x" } }`
  const keyed = group.role === "object" && group.keyStart >= 0;
  const named = keyed || (group.holdsStatements && group.targetStart >= 0);
  const start = keyed ? group.keyStart : group.targetStart;
  const end = keyed ? group.keyEnd : group.targetEnd;
  openGroup(scan, "statements", 123, -1, -1);
  if (named && scan.overflow === 0) {
    scan.group.bodyStart = start;
    scan.group.bodyEnd = end;
  }
  scan.group.valued = arm && scan.tables.profile.blockValues === true;
  return next + 1;
}

/**
 * The method that follows is called on the result of a call: if that looks something up, its key; if it is a method that changes nothing of
 * what a value is called (`config.model.as_deref()`), what that was called on.
 */
function rememberReceiver(scan: Scan): void {
  const { tables, text, closedNameStart, closedNameEnd } = scan;
  if (closedNameStart < 0) return;
  const { lookup, name } = calleeAt(tables, text, closedNameStart, closedNameEnd);
  if (lookup?.key === 0) {
    if (scan.closedArgumentStart < 0) return;
    scan.receiverStart = scan.closedArgumentStart;
    scan.receiverEnd = scan.closedArgumentEnd;
    return;
  }
  const method = name.slice(lastSegmentStart(name));
  if (tables.profile.passing?.includes(method) !== true) return;
  if (scan.closedReceiverStart >= 0) {
    scan.receiverStart = scan.closedReceiverStart;
    scan.receiverEnd = scan.closedReceiverEnd;
  } else if (closedNameEnd - closedNameStart > method.length + 1) {
    scan.receiverStart = closedNameStart;
    scan.receiverEnd = closedNameEnd - method.length - 1;
  }
}

/** A value is given to the name, key or target before. */
export function readAssignment(scan: Scan, meaning: "assign" | "bind" | "assign-fallback"): void {
  const { group, token } = scan;
  const { atLiterals, tables } = scan.tables.profile;
  const keyed = tables === true && group.bracket === 123 && (group.role === "object" || group.role === "call");
  if (keyed || (group.role === "object" && atLiterals === true)) {
    setKey(scan, token);
    scan.token = "operator";
    return;
  }
  const alias = group.typeAlias && !group.inType;
  // a function without parameters
  group.functionAhead = false;
  if (group.typeParameters) {
    // the default of a type parameter
  } else if (alias) {
    group.annotatedStart = scan.nameStart;
    group.annotatedEnd = scan.nameEnd;
    group.inType = true;
  } else if (group.role === "tag") {
    group.keyStart = scan.nameStart;
    group.keyEnd = scan.nameEnd;
  } else if (
    meaning === "assign" &&
    group.role === "call" &&
    (token === "name" || (token === "string" && scan.stringAlone)) &&
    group.lambdas === 0 &&
    !(scan.tables.profile.typeMark !== undefined && group.inType) &&
    (scan.tables.profile.namedArguments === "=" ||
      scan.tables.profile.namedArguments === "either" ||
      (group.bracket === 123 && scan.tables.profile.typedBraces === "="))
  ) {
    setKey(scan, token);
  } else {
    if (meaning === "assign-fallback") readFallback(scan);
    else {
      group.fallback = false;
      group.fallbackStart = -1;
    }
    setTarget(scan);
    group.inType = group.typed;
    group.cast = false;
  }
  scan.token = "operator";
}

function readQuestion(scan: Scan, from: number): void {
  const next = scan.text.charCodeAt(skipBlank(scan, from, false));
  // an optional member: `x?: T`, `f(x?)`
  const { typeMark } = scan.tables.profile;
  if (typeMark === undefined && (next === 58 || next === 41 || next === 44 || next === 59 || next === 61)) return;
  if (scan.tables.profile.nullableTypes === true && isValue(scan.token) && !isBlank(scan.text.charCodeAt(from - 2))) return;
  endCast(scan);
  const { group } = scan;
  group.ternaries++;
  group.fallback = true;
  group.fallbackStart = -1;
  scan.thenStart = from;
  scan.token = "operator";
}

function readColon(scan: Scan, at: number): number {
  const { text } = scan;
  const { typeMark } = scan.tables.profile;
  if (typeMark !== undefined && text.startsWith(typeMark, at)) {
    annotate(scan, scan.token);
    scan.token = "operator";
    return at + typeMark.length;
  }
  if (scan.tables.profile.symbols === true && !isWordCharacter(scan, text.charCodeAt(at - 1)) && !isQuote(text.charCodeAt(at - 1))) {
    const next = text.charCodeAt(at + 1);
    // a symbol is read as the name it is, one in quotes as the string it is
    if (isWordCharacter(scan, next) || isQuote(next)) return at + 1;
  }
  if (scan.group.role === "interpolation" && scan.group.stringKind?.interpolation?.format === true) return readFormat(scan, at + 1);
  if (typeMark !== undefined && scan.group.ternaries === 0) scan.token = "operator";
  else readSeparator(scan, at);
  return at + 1;
}

/** `pattern -> value` in a block: what was said of the pattern is past, and a string is what the block gives. */
function beginClause(scan: Scan, from: number): void {
  endStatement(scan);
  const { group, text } = scan;
  scan.token = "operator";
  if (group.bodyStart < 0 || group.valued || !isQuote(text.charCodeAt(skipBlank(scan, from, true)))) return;
  group.targetStart = group.bodyStart;
  group.targetEnd = group.bodyEnd;
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39;
}

function readSeparator(scan: Scan, at: number): void {
  const { group, token } = scan;
  scan.token = "operator";
  if (group.ternaries > 0) {
    group.ternaries--;
    endCast(scan);
    group.fallback = true;
    const named = token === "name" && scan.thenStart >= 0 && skipBlank(scan, scan.thenStart, true) === scan.nameStart;
    scan.valueStart = -1;
    if (named || token === "close") rememberValue(scan, token);
    group.fallbackStart = scan.valueStart;
    group.fallbackEnd = scan.valueEnd;
    scan.thenStart = -1;
    return;
  }
  if (group.lambdas > 0) {
    group.lambdas--;
    group.clearTarget();
    return;
  }
  switch (group.role) {
    case "object":
      if (group.keyStart >= 0 || group.inType) annotate(scan, token);
      else if (token === "close" && scan.closedRole === "parameters") annotate(scan, token);
      else setKey(scan, token);
      break;
    case "statements":
      if (group.caseLabel || group.header || token === "word") {
        endHeader(scan);
        break;
      }
      annotate(scan, token);
      break;
    case "class":
    case "type":
    case "parameters":
      // `def f(model: "x")`
      if (scan.tables.profile.annotations === null && token === "name") declareVariable(scan);
      else annotate(scan, token);
      break;
    case "parentheses":
      // `for (String model : List.of("x"))`
      if (group.iteration && token === "name" && scan.tables.profile.annotations === null) {
        group.iteration = false;
        if (!goesOverCall(scan, at + 1)) declareVariable(scan);
      } else if (scan.tables.profile.labelledTuples === true && !group.typed && (token === "name" || token === "word")) setKey(scan, token);
      else annotate(scan, token);
      break;
    case "subscript":
      // `environment["MODEL", default: "x"]`
      if (scan.tables.profile.squareKeys === true && group.index === 1 && group.firstArgumentStart >= 0) {
        setKey(scan, token);
        group.fallback = true;
        group.fallbackStart = group.firstArgumentStart;
        group.fallbackEnd = group.firstArgumentEnd;
        group.outer = null;
        group.aroundOfInterest = null;
      }
      break;
    case "call": {
      const { namedArguments, typedBraces } = scan.tables.profile;
      if (namedArguments === ":" || namedArguments === "either" || (group.bracket === 123 && typedBraces === ":")) {
        if (group.keyStart < 0) setKey(scan, token);
      } else if (scan.tables.profile.annotations === "literals") annotate(scan, token);
      break;
    }
    case "list":
      if (scan.tables.profile.squareKeys === true) setKey(scan, token);
      break;
    case "arms":
      if (group.caseLabel && scan.tables.profile.annotations === null) endLabel(scan);
      break;
    default:
      break;
  }
}

function readLess(scan: Scan, at: number): number {
  const { group, token } = scan;
  if (scan.tables.profile.typeArguments === "<" && ((token === "name" && scan.nameEnd === at) || token === "dot")) {
    const end = typeArgumentsEnd(scan, at);
    noteSeen(scan, end < 0 ? -end : end);
    if (end >= 0) return end;
  }
  const afterValue = isValue(token);
  if (scan.tables.profile.markup && !afterValue && !group.inType && scan.overflow === 0 && scan.depth < deepest && opensElement(scan, at)) {
    return openElement(scan, at);
  }
  if (token === "name" && (group.functionAhead || group.declares !== null || group.typeAlias) && !group.inType) {
    group.typeParameters = true;
    group.inType = true;
    group.angles = 0;
  }
  if (group.inType) group.angles++;
  scan.token = "operator";
  return at + 1;
}

/**
 * The place after `<...>` where a call follows it, or minus the place that shows that none does. Linear over all calls: the depth is bounded, so that no
 * character is looked at more than a few times.
 */
function typeArgumentsEnd(scan: Scan, at: number): number {
  const { text } = scan;
  let depth = 0;
  let brackets = 0;
  for (let i = at; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 60: // <
        if (++depth > deepestTypeArguments) return -i;
        break;
      case 62: // >, but not that of an arrow
        if (text.charCodeAt(i - 1) === 61) break;
        if (--depth > 0) break;
        if (brackets !== 0) return -i;
        if (text.charCodeAt(i + 1) === 40) return i + 1;
        return scan.group.constructs && text.charCodeAt(skipBlank(scan, i + 1, true)) === 123 ? i + 1 : -i;
      case 40: // (
      case 91: // [
      case 123: // {
        brackets++;
        break;
      case 41: // )
      case 93: // ]
      case 125: // }
        if (--brackets < 0) return -i;
        break;
      case 61: // =, but not that of an arrow
        if (text.charCodeAt(i + 1) !== 62) return -i;
        break;
      case 38: // &
      case 124: // |
        if (text.charCodeAt(i + 1) === text.charCodeAt(i)) return -i;
        break;
      case 59: // ;
        if (brackets === 0) return -i;
        break;
      case 47: // /
        if (!commentAt(scan.tables, text, i)) return -i;
        i = commentEnd(scan.tables, text, i) - 1;
        break;
      case 32: // a blank right after the opening mark
        if (i === at + 1) return -i;
        break;
      case 33: // !
      case 37: // %
      case 42: // *
      case 43: // +
        return -i;
      default:
        break;
    }
  }
  return -text.length;
}

/** A slash that begins no comment: a regular expression or a division. */
export function readSlash(scan: Scan, at: number): number {
  const { text, token } = scan;
  if (text.charCodeAt(at) !== 47) return readOperator(scan, at);
  if (scan.group.role === "tag") return readTagEnd(scan, at, 47);
  const afterValue = isValue(token);
  if (!scan.tables.profile.regularExpressions || afterValue || at < scan.regularExpressionLimit) return readOperator(scan, at);
  let inClass = false;
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) {
      scan.regularExpressionLimit = i;
      noteSeen(scan, i);
      return readOperator(scan, at);
    }
    if (code === 92) i++;
    else if (code === 91) inClass = true;
    else if (code === 93) inClass = false;
    else if (code === 47 && !inClass) {
      scan.token = "number";
      return wordEnd(scan, i + 1);
    }
  }
  scan.regularExpressionLimit = text.length;
  noteSeen(scan, text.length);
  return readOperator(scan, at);
}

export function readBackslash(scan: Scan, at: number): number {
  const next = scan.text.charCodeAt(at + 1);
  // `\\` stands before a parameter's default (Elixir)
  if (next === 92 && scan.tables.profile.operators["\\\\"] !== undefined) return readOperator(scan, at);
  if (next === 13) return scan.text.charCodeAt(at + 2) === 10 ? at + 3 : at + 2;
  return next === 10 ? at + 2 : at + 1;
}
