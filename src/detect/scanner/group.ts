import type { Frame } from "../frame.ts";
import type { StringKind } from "../languages/profile.ts";
import type { Callee } from "./tables.ts";

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
  /** patterns, arrows and values: the body of a `match` */
  | "arms"
  /** names of imported modules */
  | "modules"
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
  /** a name around the group is of interest; null until a string asks */
  aroundOfInterest: boolean | null = null;
  /** the group is an operand of a comparison */
  compared = false;
  /** a type stands here: strings in it are members of a declared set */
  typed = false;
  /** where the last candidate before the group begins */
  candidateBefore = -1;
  /** the first two arguments, where they are a string or a name: keys of look-ups */
  firstArgumentStart = -1;
  firstArgumentEnd = -1;
  secondArgumentStart = -1;
  secondArgumentEnd = -1;
  /** what the called method is a method of, where that is the result of a look-up: its key; of a block, what it stands in for */
  receiverStart = -1;
  receiverEnd = -1;
  /** the block's value is a part of what stands around it */
  valued = false;
  /** the braces stand inside of others, or in a call */
  inner = false;
  /** the flag that a call such as `add_argument("--model", ...)` declares */
  flagStart = -1;
  flagEnd = -1;
  flag: Frame | null = null;
  /** the function or property whose body this is, or is a part of; of a list, what a loop calls its elements */
  bodyStart = -1;
  bodyEnd = -1;
  /** the class is an enum whose members begin with a word */
  enumerates = false;
  /** for interpolations: the string to go on with */
  stringKind: StringKind | null = null;
  stringStart = -1;

  /** what the element `name` or `key` of an object or call says: `{ name: "model", default: "x" }` */
  namedStart = -1;
  namedEnd = -1;

  // the element that is being read
  index = 0;
  previousStart = -1;
  previousEnd = -1;
  keyStart = -1;
  keyEnd = -1;
  targetStart = -1;
  targetEnd = -1;
  targetIsKey = false;
  /** the type before the target: `Type name = ...` */
  typeStart = -1;
  typeEnd = -1;
  /** `a, b = ...`: all targets, of which `index` tells the one; without a target, what a loop calls the columns of what it goes over */
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
  /** what the next brace opens, where a word has told */
  head: "statements" | "arms" | null = null;
  /** what the element gave its value to before that word: what the head gives something to is past behind it */
  headTargetStart = -1;
  headTargetEnd = -1;
  declares: "class" | "interface" | "enum" | null = null;
  /** the function whose parameters the statement has declared; both alike where it has no name */
  functionStart = -1;
  functionEnd = -1;
  /** the key stands before a mark for pairs: `f("key" to "value")` */
  pair = false;
  /** the expression makes an object */
  constructs = false;
  /** the statement declares members of an enum */
  member = false;

  open(role: Role, bracket: number, indent: number, nameStart: number, nameEnd: number, candidateBefore: number): void {
    this.role = role;
    this.bracket = bracket;
    this.indent = indent;
    this.nameStart = nameStart;
    this.nameEnd = nameEnd;
    this.callee = null;
    this.outer = null;
    this.aroundOfInterest = null;
    this.compared = false;
    this.typed = false;
    this.candidateBefore = candidateBefore;
    this.firstArgumentStart = -1;
    this.secondArgumentStart = -1;
    this.receiverStart = -1;
    this.valued = false;
    this.inner = false;
    this.flagStart = -1;
    this.flag = null;
    this.bodyStart = -1;
    this.enumerates = false;
    this.stringKind = null;
    this.namedStart = -1;
    this.index = 0;
    this.previousStart = -1;
    this.annotatedStart = -1;
    this.targetStart = -1;
    this.targetsStart = -1;
    this.typeStart = -1;
    this.typeAlias = false;
    this.header = false;
    this.importing = false;
    this.functionAhead = false;
    this.head = null;
    this.headTargetStart = -1;
    this.declares = null;
    this.member = false;
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
    this.functionStart = -1;
    this.pair = false;
    this.constructs = false;
  }

  /** Gives the value of the element to the function or property whose body this is. */
  targetBody(): void {
    this.targetStart = this.bodyStart;
    this.targetEnd = this.bodyEnd;
    this.targetIsKey = false;
  }

  /** Forgets what the element gives its value to. */
  clearTarget(): void {
    this.targetStart = -1;
    this.targetsStart = -1;
    this.typeStart = -1;
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
    this.head = null;
    this.headTargetStart = -1;
    this.declares = null;
    this.member = false;
  }

  /** A word tells what the next brace opens: `if let name = value {`. */
  beginHead(head: "statements" | "arms"): void {
    if (this.head === null) {
      this.headTargetStart = this.targetStart;
      this.headTargetEnd = this.targetEnd;
    }
    this.head = head;
  }

  /** That brace stands here: what the element gives its value to is what it was before the head. */
  endHead(): void {
    if (this.targetStart !== this.headTargetStart || this.targetStart < 0) {
      this.targetStart = this.headTargetStart;
      this.targetEnd = this.headTargetEnd;
      this.targetIsKey = false;
      this.targetsStart = -1;
      this.typeStart = -1;
    }
    this.head = null;
    this.headTargetStart = -1;
  }

  /** Whether statements or members stand here, so that a line or semicolon may end one. */
  get holdsStatements(): boolean {
    return this.role === "statements" || this.role === "class" || this.role === "type";
  }
}
