import type { Frame } from "./candidate.ts";
import type { Lookup, StringKind } from "./languages/profile.ts";

/** What a pair of brackets (or the whole text) is. */
export type Role =
  /** the text, a block */
  | "statements"
  | "class"
  /** the members of an interface or object type */
  | "type"
  | "enum"
  | "call"
  | "parameters"
  /** the bases of a class */
  | "bases"
  /** grouping parentheses, a tuple, a condition */
  | "parentheses"
  | "list"
  | "subscript"
  /** the members of a literal type */
  | "union"
  | "object"
  /** code inside a string */
  | "interpolation"
  /** `<Name ...>` */
  | "tag"
  /** text between tags */
  | "children"
  /** `{...}` inside a tag or between tags */
  | "embedded";

/** What the last token was, as far as the next one depends on it. */
export type Token = "start" | "name" | "string" | "number" | "close" | "dot" | "comparison" | "concatenation" | "word" | "operator";

/** What is known of a call's function, found when the first string in it asks. */
export interface Callee {
  readonly name: string;
  readonly compares: boolean;
  readonly lookup: Lookup | null;
}

/**
 * One open bracket, and the element of it that is being read: `-1` stands for "none" in all positions. Groups are
 * used again for the next bracket at their depth, so that a scan makes as many as the text is deep.
 */
export class Group {
  role: Role = "statements";
  /** the opening character */
  bracket = 0;
  /** indentation of the line with the opening bracket */
  indent = 0;
  /** for calls, tags: the dotted name; for enums and classes: their name */
  nameStart = -1;
  nameEnd = -1;
  callee: Callee | null = null;
  /** what surrounds the group as a whole; null until a string asks */
  outer: readonly Frame[] | null = null;
  /** the group is an operand of a comparison */
  compared = false;
  /** a type stands here: strings in it are members of a declared set */
  typed = false;
  /** candidates found before the group was opened */
  firstCandidate = 0;
  /** the first two arguments, where they are a string or a name: keys of look-ups */
  firstArgumentStart = -1;
  firstArgumentEnd = -1;
  secondArgumentStart = -1;
  secondArgumentEnd = -1;
  /** the flag that a call such as `add_argument("--model", ...)` declares */
  flagStart = -1;
  flagEnd = -1;
  flag: Frame | null = null;
  /** for interpolations: the string to go on with */
  stringKind: StringKind | null = null;
  stringStart = -1;

  // the element that is being read
  index = 0;
  previousStart = -1;
  previousEnd = -1;
  keyStart = -1;
  keyEnd = -1;
  targetStart = -1;
  targetEnd = -1;
  targetIsKey = false;
  /** `a, b = ...`: all targets, of which `index` tells the one */
  targetsStart = -1;
  targetsEnd = -1;
  annotatedStart = -1;
  annotatedEnd = -1;
  fallback = false;
  fallbackStart = -1;
  fallbackEnd = -1;
  conditionStart = -1;
  conditionEnd = -1;
  ternaries = 0;
  inType = false;
  /** the type is one that a value is cast to */
  cast = false;
  /** the type is what a function returns: `=>` ends it */
  returned = false;
  typeAlias = false;
  angles = 0;
  /** the type stands in the angle brackets of a declaration: `function f<T extends "a" | "b">` */
  typeParameters = false;
  caseLabel = false;
  iteration = false;
  lambdas = 0;
  spread = false;
  header = false;
  importing = false;
  functionAhead = false;
  declares: "class" | "interface" | "enum" | null = null;

  open(role: Role, bracket: number, indent: number, nameStart: number, nameEnd: number, firstCandidate: number): void {
    this.role = role;
    this.bracket = bracket;
    this.indent = indent;
    this.nameStart = nameStart;
    this.nameEnd = nameEnd;
    this.callee = null;
    this.outer = null;
    this.compared = false;
    this.typed = false;
    this.firstCandidate = firstCandidate;
    this.firstArgumentStart = -1;
    this.secondArgumentStart = -1;
    this.flagStart = -1;
    this.flag = null;
    this.stringKind = null;
    this.index = 0;
    this.previousStart = -1;
    this.annotatedStart = -1;
    this.targetStart = -1;
    this.targetsStart = -1;
    this.typeAlias = false;
    this.header = false;
    this.importing = false;
    this.functionAhead = false;
    this.declares = null;
    this.clearElement();
  }

  /** Begins the next element of a list, call or object. */
  clearElement(): void {
    this.keyStart = -1;
    this.fallback = false;
    this.fallbackStart = -1;
    this.conditionStart = -1;
    this.ternaries = 0;
    this.inType = this.typed;
    this.cast = false;
    this.returned = false;
    this.angles = 0;
    this.typeParameters = false;
    this.caseLabel = false;
    this.iteration = false;
    this.lambdas = 0;
    this.spread = false;
  }

  /** Forgets what the element gives its value to. */
  clearTarget(): void {
    this.targetStart = -1;
    this.targetsStart = -1;
    if (!this.typed) this.annotatedStart = -1;
  }

  /** Begins the next statement. */
  clearStatement(): void {
    this.clearElement();
    this.clearTarget();
    this.index = 0;
    this.previousStart = -1;
    this.typeAlias = false;
    this.header = false;
    this.importing = false;
    this.functionAhead = false;
    this.declares = null;
  }

  /** Whether statements or members stand here, so that a line or semicolon may end one. */
  get holdsStatements(): boolean {
    return this.role === "statements" || this.role === "class" || this.role === "type";
  }
}
