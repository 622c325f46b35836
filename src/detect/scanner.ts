import { addressAt, addressMarks } from "./address.ts";
import type { Candidate, Detection, Frame } from "./candidate.ts";
import type { LanguageProfile, StringKind } from "./languages/profile.ts";
import { plausible, plausibleBetween } from "./plausible.ts";
import { decodeEscapes } from "./scannerEscapes.ts";
import { calleeAt, calleeOf, joined, pushElementFrames, resolveGroups } from "./scannerFrames.ts";
import { Group, type Role, type Token } from "./scannerGroup.ts";
import {
  classes,
  commentAt,
  commentEnd,
  lineEnd,
  operatorAt,
  type ScannerTables,
  stringAt,
  tablesOf,
  wordAt,
  wordBits,
} from "./scannerTables.ts";

/**
 * Finds the strings of a program that may name a model, each with what surrounds it, in one forward pass over the
 * characters. Brackets are kept on a stack; of the element that is being read in each only positions are remembered,
 * and names are cut out of the text when a plausible string asks for its context.
 *
 * Left out: comments, docstrings, keys of objects, regular expressions, text between tags, names of modules, types that
 * a value is cast to, strings that are a part of a longer one (interpolation, `+`, side by side), and whatever
 * {@link plausible} denies. Total and linear: broken code ends at the next line that shows it is broken.
 */
export function scanCode(text: string, profile: LanguageProfile): Detection {
  return new Scanner(text, tablesOf(profile)).scan();
}

/** Brackets deeper than this are counted only. */
const deepest = 1000;

/** As written, with escapes: the longest text that is decoded to see whether it is plausible. */
const longestWritten = 600;

/** Type arguments deeper than this are read as comparisons. */
const deepestTypeArguments = 4;

/** How many names of elements are looked up in the rest of the text, to tell `<T>(x)` from an element. */
const mostElementNames = 16;

/** A command whose argument an address in a longer string may be. */
const downloads = /\b(?:wget|curl|git|aria2c)\b/;

/** What follows a string. */
type Following = "nothing" | "end" | "colon" | "comma" | "comparison" | "part" | "condition";

/** Whether an expression may end with the token, so that what follows it is an operator. */
function isValue(token: Token): boolean {
  return token === "name" || token === "string" || token === "number" || token === "close";
}

/** `(`, `[` or `{`. */
function isOpening(code: number): boolean {
  return code === 40 || code === 91 || code === 123;
}

class Scanner {
  private readonly candidates: Candidate[] = [];
  private readonly modules = new Set<string>();
  private readonly groups: Group[] = [new Group()];
  private group: Group = this.groups[0] ?? new Group();
  private depth = 0;
  private overflow = 0;

  private token: Token = "start";
  /** meanings of the last word, where the token is one */
  private word = 0;
  private nameStart = -1;
  private nameEnd = -1;
  private stringStart = -1;
  private stringEnd = -1;
  /** the last string was all of its element so far */
  private stringAlone = false;
  private decoratorStart = -1;
  private thenStart = -1;
  /** the bracket closed last: its kind, the name before it, the string or name that was alone in it */
  private closedRole: Role = "statements";
  private closedNameStart = -1;
  private closedNameEnd = -1;
  private closedArgumentStart = -1;
  private closedArgumentEnd = -1;

  /** where the line's first token stands, and how far it is indented */
  private lineFirst = 0;
  private indent = 0;
  /** indentation and name of the enum class whose body this is */
  private enumIndent = -1;
  private enumStart = -1;
  private enumEnd = -1;
  private classIsEnum = false;
  private classStart = -1;
  private classEnd = -1;

  /** depth of the outermost interpolation in a string that must end on its line; -1: none */
  private lineString = -1;
  /** up to here no regular expression can begin: the line holds no end for one */
  private regularExpressionLimit = 0;
  /** candidates before this have been looked at when a list turned out to be compared */
  private comparedUpTo = 0;
  private readonly lastClosingTag = new Map<string, number>();
  private readonly marks = new RegExp(addressMarks, "g");
  private markStart = -1;
  private markEnd = -1;

  constructor(
    private readonly text: string,
    private readonly tables: ScannerTables,
  ) {}

  scan(): Detection {
    const { text } = this;
    const { characterClasses } = this.tables;
    this.group.outer = [];
    this.nextMark(0);
    let i = text.startsWith("#!") ? lineEnd(text, 0) : 0;
    while (i < text.length) {
      if (this.group.role === "children" && this.overflow === 0) {
        i = this.readChildren(i);
        continue;
      }
      const code = text.charCodeAt(i);
      switch (code < 128 ? characterClasses[code] : classes.word) {
        case classes.space:
          i++;
          break;
        case classes.word:
          i = this.readWord(i);
          break;
        case classes.newline:
          i = this.readLineBreak(i);
          break;
        case classes.quote: {
          const kind = stringAt(this.tables.strings[code], text, i);
          i = kind === null ? i + 1 : this.readString(i, kind);
          break;
        }
        case classes.open:
          i = this.readOpen(i, code);
          break;
        case classes.close:
          i = this.readClose(i, code);
          break;
        case classes.comma:
          this.endElement();
          this.readComma();
          i++;
          break;
        case classes.semicolon:
          if (this.group.holdsStatements) this.endStatement();
          this.token = "start";
          i++;
          break;
        case classes.digit:
          this.nameStart = i;
          i = this.wordEnd(i + 1);
          this.nameEnd = i;
          this.token = "number";
          break;
        case classes.comment:
          if (commentAt(this.tables, text, i)) i = commentEnd(this.tables, text, i);
          // `{` where `{-` would begin a comment
          else i = isOpening(code) ? this.readOpen(i, code) : this.readSlash(i);
          break;
        case classes.backslash:
          i = this.readBackslash(i);
          break;
        default:
          i = this.readOperator(i);
      }
    }
    return { candidates: this.candidates, modules: [...this.modules] };
  }

  // Lines and statements

  /** A line break, and all blank lines and indentation after it. */
  private readLineBreak(at: number): number {
    const { text } = this;
    let i = at;
    let line = at;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || code === 13) line = i + 1;
      else if (code !== 32 && code !== 9) break;
    }
    this.lineFirst = i;
    this.indent = i - line;
    if (this.lineString >= 0) this.closeTo(this.lineString - 1);
    const { group } = this;
    const { statementEnd } = this.tables.profile;
    if (group.holdsStatements) {
      if (statementEnd === "newline" || (statementEnd === "either" && this.mayEndBefore(i))) this.endStatement();
    } else if (this.indent <= group.indent && this.beginsAssignment(i)) this.recover();
    if (this.enumIndent >= 0 && this.depth === 0 && this.indent <= this.enumIndent && text.charCodeAt(i) !== 35) this.enumIndent = -1;
    return i;
  }

  /** Whether the statement before a line break is whole, given the first character of the next line. */
  private mayEndBefore(next: number): boolean {
    if (!isValue(this.token)) return false;
    const code = this.text.charCodeAt(next);
    if (Number.isNaN(code)) return true;
    const kind = code < 128 ? this.tables.characterClasses[code] : classes.word;
    if (kind === classes.word) {
      const meaning = wordAt(this.tables, this.text, next, this.wordEnd(next));
      return meaning < 0 || (meaning & continuing) === 0;
    }
    // `@` begins a decorated member; every other operator, and `(` and `[`, go on with the expression
    return kind === classes.digit || kind === classes.quote || kind === classes.close || code === 123 || code === 64;
  }

  private endStatement(): void {
    this.group.clearStatement();
    this.token = "start";
  }

  /** `name = ` at `at`: with blanks on both sides it is no named argument as they are usually written. */
  private beginsAssignment(at: number): boolean {
    const code = this.text.charCodeAt(at);
    if (!(code < 128 ? this.tables.characterClasses[code] === classes.word : code >= 128)) return false;
    const end = this.wordEnd(at);
    return this.text.startsWith(" = ", end) && (this.group.role === "call" || this.group.role === "list" || this.group.role === "object");
  }

  /** What is open cannot be whole: goes back to the nearest place of statements. */
  private recover(): void {
    let level = this.depth;
    while (level > 0 && this.groups[level]?.holdsStatements === false) level--;
    this.closeTo(level);
    this.overflow = 0;
    this.endStatement();
  }

  private closeTo(depth: number): void {
    this.depth = Math.max(0, depth);
    const group = this.groups[this.depth];
    if (group !== undefined) this.group = group;
    if (this.lineString > this.depth) this.lineString = -1;
    this.token = "close";
    this.closedRole = "statements";
  }

  private readBackslash(at: number): number {
    const next = this.text.charCodeAt(at + 1);
    if (next === 13) return this.text.charCodeAt(at + 2) === 10 ? at + 3 : at + 2;
    return next === 10 ? at + 2 : at + 1;
  }

  // Words

  private wordEnd(from: number): number {
    const { text } = this;
    const { wordCharacters } = this.tables;
    let end = from;
    while (end < text.length) {
      const code = text.charCodeAt(end);
      if (code < 128 && wordCharacters[code] !== 1) break;
      end++;
    }
    return end;
  }

  private readWord(at: number): number {
    const { text, tables, group } = this;
    let end = this.wordEnd(at + 1);
    if (end - at <= tables.longestPrefix && tables.characterClasses[text.charCodeAt(end)] === classes.quote) {
      const kind = stringAt(tables.prefixedStrings.get(text.slice(at, end).toLowerCase()), text, end);
      if (kind !== null) return this.readString(end, kind);
    }
    if (group.role === "tag") {
      while (text.charCodeAt(end) === 45 || text.charCodeAt(end) === 58) end = this.wordEnd(end + 1);
      group.keyStart = -1;
    } else if (this.token !== "dot") {
      const meaning = wordAt(tables, text, at, end);
      if (meaning > 0 && this.isKeyword(end, meaning)) return this.readKeyword(at, end, meaning);
    }
    if (this.token !== "dot" || this.nameStart < 0) this.nameStart = at;
    this.nameEnd = end;
    this.token = "name";
    return end;
  }

  private skipSpaces(from: number): number {
    let i = from;
    while (this.text.charCodeAt(i) === 32 || this.text.charCodeAt(i) === 9) i++;
    return i;
  }

  /** Whether a word that can be a key word is one here, by what follows it. */
  private isKeyword(end: number, meaning: number): boolean {
    const { role } = this.group;
    const after = (meaning & wordBits.cast) !== 0 ? this.skipBlank(end, true) : this.skipSpaces(end);
    const next = this.text.charCodeAt(after);
    const kind = next < 128 ? this.tables.characterClasses[next] : classes.word;
    if ((meaning & wordBits.contextual) !== 0) {
      const goesOn =
        kind === classes.word || kind === classes.quote || kind === classes.digit || ((next === 123 || next === 91) && after > end);
      if (!goesOn) return (meaning & wordBits.cast) !== 0 && isValue(this.token) && (next === 40 || next === 124 || next === 38);
    }
    // the return type `void` before a body
    if (this.group.inType && meaning === wordBits.operator && next === 123) return false;
    if (this.token !== "start" || (role !== "object" && role !== "class" && role !== "type")) return true;
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

  private readKeyword(at: number, end: number, meaning: number): number {
    // after a label a type seems to begin
    if ((meaning & wordBits.statement) !== 0 && (at === this.lineFirst || (this.group.inType && this.group.role === "statements"))) {
      this.beginStatement();
    }
    const { group, token } = this;
    const afterValue = isValue(token);
    let next: Token = "word";
    if ((meaning & wordBits.iteration) !== 0) group.iteration = true;
    if ((meaning & wordBits.membership) !== 0) {
      if (!group.iteration) next = "comparison";
      group.iteration = false;
    }
    if ((meaning & wordBits.comparison) !== 0) next = "comparison";
    if ((meaning & wordBits.operator) !== 0 && token === "comparison") next = "comparison";
    if ((meaning & wordBits.fallback) !== 0) this.readFallback();
    if ((meaning & wordBits.condition) !== 0 && afterValue) {
      this.rememberValue();
      group.conditionStart = this.valueStart;
      group.conditionEnd = this.valueEnd;
    }
    if ((meaning & wordBits.otherwise) !== 0 && token !== "start") {
      group.fallback = true;
      group.fallbackStart = group.conditionStart;
      group.fallbackEnd = group.conditionEnd;
    }
    if ((meaning & wordBits.header) !== 0 && (token === "start" || (token === "word" && group.role === "statements"))) group.header = true;
    if ((meaning & wordBits.case) !== 0) group.caseLabel = true;
    if ((meaning & wordBits.cast) !== 0 && afterValue) {
      group.inType = true;
      group.cast = true;
    }
    if ((meaning & wordBits["type-alias"]) !== 0) group.typeAlias = true;
    if ((meaning & wordBits.lambda) !== 0) group.lambdas++;
    if ((meaning & wordBits.function) !== 0) group.functionAhead = true;
    if ((meaning & (wordBits.class | wordBits.interface | wordBits.enum)) !== 0) this.readDeclaration(meaning, end);
    if ((meaning & wordBits.import) !== 0) group.importing = true;
    if (token === "start" && (meaning & (wordBits["import-names"] | wordBits["import-from"])) !== 0) this.readModuleNames(end, meaning);
    this.word = meaning;
    this.nameStart = at;
    this.nameEnd = end;
    this.token = next;
    return end;
  }

  /** A word that stands in no expression begins a line. */
  private beginStatement(): void {
    const { group } = this;
    if (group.role === "statements") {
      if (this.token !== "word") this.endStatement();
    } else if (group.role === "object" && this.tables.profile.braceBlocks) {
      // not an object after all
      group.role = "statements";
      group.outer = [];
      this.endStatement();
    } else if (!group.holdsStatements) this.recover();
  }

  private readDeclaration(meaning: number, end: number): void {
    const { group } = this;
    group.declares = (meaning & wordBits.class) !== 0 ? "class" : (meaning & wordBits.enum) !== 0 ? "enum" : "interface";
    this.classStart = this.skipSpaces(end);
    this.classEnd = this.wordEnd(this.classStart);
    this.classIsEnum = false;
  }

  /** The dotted names of `import a.b as c, d` or `from a.b import c`; relative ones name no package. */
  private readModuleNames(from: number, meaning: number): void {
    const { text } = this;
    for (let i = from; ; ) {
      i = this.skipSpaces(i);
      const start = i;
      while (i < text.length && (text.charCodeAt(i) === 46 || this.isWordCharacter(text.charCodeAt(i)))) i++;
      if (i > start && text.charCodeAt(start) !== 46) this.modules.add(text.slice(start, i));
      if (i === start || (meaning & wordBits["import-from"]) !== 0) return;
      i = this.skipSpaces(i);
      if (text.startsWith("as ", i)) i = this.skipSpaces(this.wordEnd(this.skipSpaces(i + 3)));
      if (text.charCodeAt(i) !== 44) return;
      i++;
    }
  }

  private isWordCharacter(code: number): boolean {
    return code >= 128 || this.tables.wordCharacters[code] === 1;
  }

  // Values before an operator

  private valueStart = -1;
  private valueEnd = -1;

  /** Finds what the value before this place is called: a name, or the key of a look-up. */
  private rememberValue(): void {
    this.valueStart = -1;
    if (this.token === "name") {
      this.valueStart = this.nameStart;
      this.valueEnd = this.nameEnd;
    } else if (this.token === "close" && this.closedArgumentStart >= 0) {
      const looksUp =
        this.closedRole === "subscript" ||
        (this.closedRole === "call" && calleeAt(this.tables, this.text, this.closedNameStart, this.closedNameEnd).lookup !== null);
      if (!looksUp) return;
      this.valueStart = this.closedArgumentStart;
      this.valueEnd = this.closedArgumentEnd;
    }
  }

  private readFallback(): void {
    this.rememberValue();
    const { group } = this;
    group.fallback = true;
    if (this.valueStart >= 0 || this.token !== "string") {
      group.fallbackStart = this.valueStart;
      group.fallbackEnd = this.valueEnd;
    }
  }

  // Operators

  private readOperator(at: number): number {
    const { text, group } = this;
    const code = text.charCodeAt(at);
    if (group.role === "tag" && (code === 62 || code === 47)) return this.readTagEnd(at, code);
    // `>>` closes two lists of type arguments
    const closesAngle = code === 62 && group.angles > 0;
    const operator = closesAngle ? null : operatorAt(this.tables, text, at);
    const length = operator?.text.length ?? 1;
    const meaning = closesAngle ? "greater" : (operator?.meaning ?? null);
    const { token } = this;
    switch (meaning) {
      case null:
        if (token === "start") group.spread = length > 1;
        this.token = token === "start" ? "start" : "operator";
        if (length === 2 && code === 38) this.endCast();
        break;
      case "path":
        if (token !== "name") this.nameStart = -1;
        this.token = "dot";
        break;
      case "assign":
      case "bind":
      case "assign-fallback":
        this.readAssignment(meaning);
        break;
      case "comparison":
        this.endCast();
        this.token = "comparison";
        break;
      case "fallback":
        this.endCast();
        this.readFallback();
        this.token = "operator";
        break;
      case "concatenation":
        this.token = token === "start" || (token === "operator" && code === 42) ? "operator" : "concatenation";
        break;
      case "arrow":
        if (group.returned) {
          group.inType = false;
          group.returned = false;
        }
        this.word = 0;
        this.token = "operator";
        return this.readArrow(at + length);
      case "return-type":
        group.inType = true;
        group.cast = true;
        this.token = "operator";
        break;
      case "ternary":
        this.readQuestion(at + length);
        break;
      case "colon":
        this.readColon();
        break;
      case "key":
        this.readKey();
        this.token = "operator";
        break;
      case "suffix":
        if (token === "start" || token === "comparison") this.token = "operator";
        break;
      case "decorator":
        this.decoratorStart = at + length;
        this.token = "operator";
        break;
      case "less":
        return this.readLess(at);
      case "greater":
        this.token = group.angles > 0 ? "close" : "operator";
        this.closedArgumentStart = -1;
        if (group.angles > 0) group.angles--;
        if (group.angles === 0 && group.typeParameters) {
          group.typeParameters = false;
          group.inType = group.typed;
        }
        break;
    }
    return at + length;
  }

  /** `=> {` opens a block. */
  private readArrow(from: number): number {
    const next = this.skipBlank(from, true);
    if (this.text.charCodeAt(next) !== 123 || this.group.inType || !this.tables.profile.braceBlocks) return from;
    this.open("statements", 123, -1, -1);
    return next + 1;
  }

  private endCast(): void {
    const { group } = this;
    if (!group.cast) return;
    group.inType = group.typed;
    group.cast = false;
  }

  private readAssignment(meaning: "assign" | "bind" | "assign-fallback"): void {
    const { group, token } = this;
    const alias = group.typeAlias && !group.inType;
    if (group.typeParameters) {
      // the default of a type parameter
    } else if (alias) {
      group.annotatedStart = this.nameStart;
      group.annotatedEnd = this.nameEnd;
      group.inType = true;
    } else if (group.role === "tag") {
      group.keyStart = this.nameStart;
      group.keyEnd = this.nameEnd;
    } else if (
      meaning === "assign" &&
      group.role === "call" &&
      token === "name" &&
      group.lambdas === 0 &&
      this.tables.profile.namedArguments === "="
    ) {
      group.keyStart = this.nameStart;
      group.keyEnd = this.nameEnd;
    } else {
      if (meaning === "assign-fallback") this.readFallback();
      else {
        group.fallback = false;
        group.fallbackStart = -1;
      }
      this.setTarget();
      group.inType = group.typed;
      group.cast = false;
    }
    this.token = "operator";
  }

  private setTarget(): void {
    const { group, token } = this;
    group.targetIsKey = false;
    if (group.annotatedStart >= 0 && group.inType) {
      group.targetStart = group.annotatedStart;
      group.targetEnd = group.annotatedEnd;
    } else if (token === "name") {
      group.targetStart = this.nameStart;
      group.targetEnd = this.nameEnd;
      if (this.tables.profile.tuples && group.role === "statements" && group.index > 0 && group.targetsStart < 0) {
        group.targetsStart = this.lineFirst;
        group.targetsEnd = this.nameEnd;
        group.index = 0;
      }
    } else if (token === "close" && this.closedRole === "subscript" && this.closedArgumentStart >= 0) {
      group.targetStart = this.closedArgumentStart;
      group.targetEnd = this.closedArgumentEnd;
      const subject = this.text.slice(Math.max(this.closedNameStart, this.closedNameEnd - 32), this.closedNameEnd);
      group.targetIsKey = !this.tables.profile.environments.includes(subject);
    } else if (token === "string" && this.stringAlone) {
      group.targetStart = this.stringStart;
      group.targetEnd = this.stringEnd;
    } else group.targetStart = -1;
  }

  private readQuestion(from: number): void {
    const next = this.text.charCodeAt(this.skipBlank(from, false));
    // an optional member: `x?: T`, `f(x?)`
    if (next === 58 || next === 41 || next === 44 || next === 59 || next === 61) return;
    this.endCast();
    const { group } = this;
    group.ternaries++;
    group.fallback = true;
    group.fallbackStart = -1;
    this.thenStart = from;
    this.token = "operator";
  }

  private readColon(): void {
    const { group, token } = this;
    this.token = "operator";
    if (group.ternaries > 0) {
      group.ternaries--;
      this.endCast();
      group.fallback = true;
      const named = token === "name" && this.thenStart >= 0 && this.skipBlank(this.thenStart, true) === this.nameStart;
      group.fallbackStart = named ? this.nameStart : -1;
      group.fallbackEnd = this.nameEnd;
      this.thenStart = -1;
      return;
    }
    if (group.lambdas > 0) {
      group.lambdas--;
      group.clearTarget();
      return;
    }
    switch (group.role) {
      case "object":
        if (group.keyStart >= 0 || group.inType) this.annotate(token);
        else if (token === "close" && this.closedRole === "parameters") this.annotate(token);
        else this.setKey(token);
        break;
      case "statements":
        if (group.caseLabel || group.header || token === "word") {
          this.endHeader();
          break;
        }
        this.annotate(token);
        break;
      case "class":
      case "type":
      case "parameters":
      case "parentheses":
        this.annotate(token);
        break;
      case "call":
        if (this.tables.profile.namedArguments === ":") this.setKey(token);
        else if (this.tables.profile.annotations === "literals") this.annotate(token);
        break;
      default:
        break;
    }
  }

  /** The head of a compound statement is read. */
  private endHeader(): void {
    if (this.classIsEnum && this.group.declares === "class") {
      this.enumIndent = this.indent;
      this.enumStart = this.classStart;
      this.enumEnd = this.classEnd;
    }
    this.endStatement();
  }

  private readKey(): void {
    if (this.group.keyStart < 0) this.setKey(this.token);
  }

  private setKey(token: Token): void {
    const { group } = this;
    group.fallback = false;
    if (token === "string") {
      group.keyStart = this.stringStart;
      group.keyEnd = this.stringEnd;
    } else if (token === "name" || token === "word" || token === "number") {
      group.keyStart = this.nameStart;
      group.keyEnd = this.nameEnd;
    } else if (token === "close" && this.closedArgumentStart >= 0) {
      group.keyStart = this.closedArgumentStart;
      group.keyEnd = this.closedArgumentEnd;
    } else {
      // computed: a key without a text
      group.keyStart = 0;
      group.keyEnd = 0;
    }
  }

  private annotate(token: Token): void {
    const { group } = this;
    if (this.tables.profile.annotations === null) return;
    group.returned = token === "close";
    if (token === "name") {
      group.annotatedStart = this.nameStart;
      group.annotatedEnd = this.nameEnd;
    } else if (token === "string") {
      group.annotatedStart = this.stringStart;
      group.annotatedEnd = this.stringEnd;
    }
    group.inType = true;
    group.cast = false;
  }

  private readLess(at: number): number {
    const { group, token } = this;
    if (this.tables.profile.typeArguments && token === "name" && this.nameEnd === at) {
      const end = this.typeArgumentsEnd(at);
      if (end >= 0) return end;
    }
    const afterValue = isValue(token);
    if (
      this.tables.profile.markup &&
      !afterValue &&
      !group.inType &&
      this.overflow === 0 &&
      this.depth < deepest &&
      this.opensElement(at)
    ) {
      return this.openElement(at);
    }
    if (token === "name" && (group.functionAhead || group.declares !== null || group.typeAlias) && !group.inType) {
      group.typeParameters = true;
      group.inType = true;
      group.angles = 0;
    }
    if (group.inType) group.angles++;
    this.token = "operator";
    return at + 1;
  }

  /**
   * The place after `<...>` where a call follows it, or -1. Linear over all calls: the depth is bounded, so that no
   * character is looked at more than a few times.
   */
  private typeArgumentsEnd(at: number): number {
    const { text } = this;
    let depth = 0;
    let brackets = 0;
    for (let i = at; i < text.length; i++) {
      switch (text.charCodeAt(i)) {
        case 60: // <
          if (++depth > deepestTypeArguments) return -1;
          break;
        case 62: // >, but not that of an arrow
          if (text.charCodeAt(i - 1) === 61) break;
          if (--depth > 0) break;
          return brackets === 0 && text.charCodeAt(i + 1) === 40 ? i + 1 : -1;
        case 40: // (
        case 91: // [
        case 123: // {
          brackets++;
          break;
        case 41: // )
        case 93: // ]
        case 125: // }
          if (--brackets < 0) return -1;
          break;
        case 61: // =, but not that of an arrow
          if (text.charCodeAt(i + 1) !== 62) return -1;
          break;
        case 38: // &
        case 124: // |
          if (text.charCodeAt(i + 1) === text.charCodeAt(i)) return -1;
          break;
        case 59: // ;
          if (brackets === 0) return -1;
          break;
        case 47: // /
          if (!commentAt(this.tables, text, i)) return -1;
          i = commentEnd(this.tables, text, i) - 1;
          break;
        case 32: // a blank right after the opening mark
          if (i === at + 1) return -1;
          break;
        case 33: // !
        case 37: // %
        case 42: // *
        case 43: // +
          return -1;
        default:
          break;
      }
    }
    return -1;
  }

  /** A slash that begins no comment: a regular expression or a division. */
  private readSlash(at: number): number {
    const { text, token } = this;
    if (text.charCodeAt(at) !== 47) return this.readOperator(at);
    if (this.group.role === "tag") return this.readTagEnd(at, 47);
    const afterValue = isValue(token);
    if (!this.tables.profile.regularExpressions || afterValue || at < this.regularExpressionLimit) return this.readOperator(at);
    let inClass = false;
    for (let i = at + 1; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || code === 13) {
        this.regularExpressionLimit = i;
        return this.readOperator(at);
      }
      if (code === 92) i++;
      else if (code === 91) inClass = true;
      else if (code === 93) inClass = false;
      else if (code === 47 && !inClass) {
        this.token = "number";
        return this.wordEnd(i + 1);
      }
    }
    this.regularExpressionLimit = text.length;
    return this.readOperator(at);
  }

  // Brackets

  private open(role: Role, bracket: number, nameStart: number, nameEnd: number): void {
    if (this.depth >= deepest) {
      this.overflow++;
      this.token = "start";
      return;
    }
    const parent = this.group;
    const compared = this.token === "comparison" || parent.caseLabel;
    this.depth++;
    let group = this.groups[this.depth];
    if (group === undefined) {
      group = new Group();
      this.groups[this.depth] = group;
    }
    group.open(role, bracket, this.indent, nameStart, nameEnd, this.candidates.length);
    if (role === "list" || role === "object" || role === "parentheses") group.compared = compared;
    if (parent.inType && (role === "list" || role === "object" || role === "parentheses" || role === "type" || role === "subscript")) {
      group.typed = true;
      group.inType = true;
      group.cast = parent.cast;
      group.annotatedStart = parent.annotatedStart;
      group.annotatedEnd = parent.annotatedEnd;
    }
    this.group = group;
    this.stringAlone = false;
    this.token = "start";
  }

  private readOpen(at: number, code: number): number {
    if (this.overflow > 0) {
      this.overflow++;
      return at + 1;
    }
    if (code === 40) this.openParenthesis(at);
    else if (code === 91) this.openSquare(at);
    else this.openBrace();
    return at + 1;
  }

  private openParenthesis(at: number): void {
    const { group, token, tables } = this;
    if (group.functionAhead) {
      group.functionAhead = false;
      this.open("parameters", 40, -1, -1);
    } else if (group.declares === "class" && !tables.profile.braceBlocks) {
      this.open("bases", 40, this.classStart, this.classEnd);
    } else if (group.inType && group.role !== "type") {
      this.open("parentheses", 40, -1, -1);
    } else if (token === "name" || (token === "dot" && this.nameStart >= 0)) {
      const method =
        tables.profile.braceBlocks &&
        this.nameStart !== this.decoratorStart &&
        !group.inType &&
        ((group.role === "class" && group.targetStart < 0) || (group.role === "object" && group.keyStart < 0 && !group.spread));
      this.open(method || group.role === "type" ? "parameters" : "call", 40, this.nameStart, this.nameEnd);
    } else if (token === "word" && (this.word & wordBits.import) !== 0) {
      this.open("call", 40, this.nameStart, this.nameEnd);
    } else if (token === "close") {
      this.open("call", 40, at, at);
    } else {
      const control = token === "word" && (this.word & wordBits.control) !== 0;
      const iterates = group.iteration && control;
      this.open("parentheses", 40, control ? this.nameStart : -1, this.nameEnd);
      if (iterates) {
        group.iteration = false;
        this.group.iteration = true;
      }
    }
  }

  private openSquare(at: number): void {
    const { token } = this;
    if (token === "name" || token === "close" || token === "string" || token === "dot") {
      const role = token === "name" && this.isLiteralType() ? "union" : "subscript";
      this.open(role, 91, token === "name" ? this.nameStart : at, token === "name" ? this.nameEnd : at);
    } else this.open("list", 91, -1, -1);
  }

  private isLiteralType(): boolean {
    return this.tables.profile.literalTypes.some((name) => {
      const start = this.nameEnd - name.length;
      return this.text.startsWith(name, start) && (start === this.nameStart || this.text.charCodeAt(start - 1) === 46);
    });
  }

  private openBrace(): void {
    const { group, token } = this;
    if (group.role === "tag" || group.role === "children") {
      this.open("embedded", 123, -1, -1);
      return;
    }
    if (!this.tables.profile.braceBlocks) {
      this.open("object", 123, -1, -1);
      return;
    }
    if (group.declares !== null && !group.inType) {
      const role = group.declares === "interface" ? "type" : group.declares;
      group.declares = null;
      this.open(role, 123, this.classStart, this.classEnd);
      return;
    }
    const block =
      isValue(token) || (token === "start" && group.holdsStatements) || (token === "word" && (this.word & wordBits.block) !== 0);
    if (group.inType && !isValue(token)) this.open("type", 123, -1, -1);
    else this.open(block ? "statements" : "object", 123, -1, -1);
  }

  private readClose(at: number, code: number): number {
    if (this.overflow > 0) {
      this.overflow--;
      this.token = "close";
      this.closedRole = "statements";
      return at + 1;
    }
    const bracket = code === 41 ? 40 : code === 93 ? 91 : 123;
    if (this.depth === 0) {
      if (code === 125) this.endStatement();
      return at + 1;
    }
    if (this.group.bracket !== bracket && !this.closeInner(bracket)) return at + 1;
    const { group } = this;
    this.endElement();
    const alone = group.index === 0 && group.firstArgumentStart >= 0;
    this.depth--;
    const parent = this.groups[this.depth];
    if (parent !== undefined) this.group = parent;
    this.closedRole = group.role;
    this.closedNameStart = group.nameStart;
    this.closedNameEnd = group.nameEnd;
    this.closedArgumentStart = alone || group.role === "call" ? group.firstArgumentStart : -1;
    this.closedArgumentEnd = group.firstArgumentEnd;
    this.token = "close";
    switch (group.role) {
      case "interpolation":
        if (this.lineString > this.depth) this.lineString = -1;
        return group.stringKind === null ? at + 1 : this.readStringContent(group.stringStart, at + 1, group.stringKind, true);
      case "bases":
        this.classIsEnum = this.tables.profile.enumBases.some((base) => this.text.slice(group.nameEnd, at).includes(base));
        break;
      case "statements":
      case "class":
      case "enum":
        if (this.group.holdsStatements && this.group.targetStart < 0) this.endStatement();
        break;
      case "parentheses":
        // after a condition comes a statement
        if (group.nameStart >= 0) this.token = "start";
        break;
      case "embedded":
        if (this.group.role === "tag") this.group.keyStart = -1;
        this.token = "start";
        break;
      default:
        break;
    }
    if (this.candidates.length > group.firstCandidate) this.readAfterList(group, at + 1);
    return at + 1;
  }

  /** A closing bracket that is not the innermost one's: what is open inside its own is broken. False where it has none. */
  private closeInner(bracket: number): boolean {
    // a brace outweighs all brackets in it; the others only what stands near
    const limit = bracket === 123 ? 0 : Math.max(1, this.depth - 8);
    for (let level = this.depth; level >= Math.max(1, limit); level--) {
      const group = this.groups[level];
      if (group === undefined) return false;
      if (group.bracket === bracket) {
        this.closeTo(level);
        return true;
      }
      if (bracket !== 123 && (group.holdsStatements || group.role === "interpolation" || group.role === "children")) return false;
    }
    return false;
  }

  /** A list may turn out to be an operand of a comparison only after its end: `["a", "b"].includes(x)`. */
  private readAfterList(group: Group, from: number): void {
    if (group.compared || (group.role !== "list" && group.role !== "object" && group.role !== "parentheses")) return;
    const first = Math.max(group.firstCandidate, this.comparedUpTo);
    if (first >= this.candidates.length || this.following(from) !== "comparison") return;
    for (let i = first; i < this.candidates.length; i++) {
      const candidate = this.candidates[i];
      if (candidate === undefined || candidate.context.some((frame) => frame.kind === "argument" || frame.kind === "comparison")) continue;
      this.candidates[i] = { ...candidate, context: [{ kind: "comparison" }, ...candidate.context] };
    }
    this.comparedUpTo = this.candidates.length;
  }

  // Elements

  /** Remembers what a call's or subscript's element was, where that is a string or a name. */
  private endElement(): void {
    const { group, token } = this;
    const string = token === "string" && this.stringAlone;
    if (group.role === "call" || group.role === "subscript") {
      if (group.index < 2 && group.keyStart < 0 && (string || token === "name")) {
        const start = string ? this.stringStart : this.nameStart;
        const end = string ? this.stringEnd : this.nameEnd;
        if (group.index === 0) {
          group.firstArgumentStart = start;
          group.firstArgumentEnd = end;
        } else {
          group.secondArgumentStart = start;
          group.secondArgumentEnd = end;
        }
      }
      if (string && group.keyStart < 0 && this.text.charCodeAt(this.stringStart) === 45) this.readFlag();
    }
    group.previousStart = string && group.keyStart < 0 ? this.stringStart : -1;
    group.previousEnd = this.stringEnd;
    this.stringAlone = false;
  }

  /** `add_argument("-m", "--model", ...)`: the first flag names the argument, a long one goes before a short one. */
  private readFlag(): void {
    const { group, text } = this;
    const long = text.charCodeAt(this.stringStart + 1) === 45;
    const first = group.index === 0;
    if (!first && !(group.flagStart >= 0 && long && text.charCodeAt(group.flagStart + 1) !== 45)) return;
    group.flag = null;
    group.flagStart = this.stringStart;
    group.flagEnd = this.stringEnd;
  }

  private readComma(): void {
    const { group } = this;
    if (this.overflow > 0) return;
    this.token = "start";
    if (group.angles > 0) return;
    if (group.lambdas > 0) {
      group.clearTarget();
      return;
    }
    group.index++;
    if (group.role === "statements") {
      const { caseLabel, iteration } = group;
      group.clearElement();
      group.caseLabel = caseLabel;
      group.iteration = iteration;
      this.token = "operator";
      return;
    }
    const { iteration } = group;
    group.clearElement();
    group.iteration = iteration && group.role !== "call";
    group.clearTarget();
  }

  // Strings

  private readString(at: number, kind: StringKind): number {
    return this.readStringContent(at + kind.open.length, at + kind.open.length, kind, false);
  }

  /** Reads on in a string from `from`; `filled`: code was filled in before that. */
  private readStringContent(start: number, from: number, kind: StringKind, filled: boolean): number {
    const { text } = this;
    const { close, interpolation } = kind;
    const closeCode = close.charCodeAt(0);
    const interpolationCode = interpolation === undefined ? -1 : interpolation.open.charCodeAt(0);
    const escapes = kind.escapes !== "none";
    let escaped = false;
    let i = from;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === closeCode) {
        if (close.length === 1 || text.startsWith(close, i)) {
          this.endString(start, i, i + close.length, kind, filled, escaped);
          return i + close.length;
        }
      } else if (code === 92) {
        if (!escapes) continue;
        escaped = true;
        i++;
        if (text.charCodeAt(i) === 13 && text.charCodeAt(i + 1) === 10) i++;
      } else if (code === 10 || code === 13) {
        if (!kind.multiLine) break;
      } else if (code === interpolationCode && interpolation !== undefined && text.startsWith(interpolation.open, i)) {
        const length = interpolation.open.length;
        if (interpolation.doubled && text.startsWith(interpolation.open, i + length)) {
          i += 2 * length - 1;
          filled = true;
          continue;
        }
        if (this.overflow > 0 || this.depth >= deepest) {
          filled = true;
          continue;
        }
        if (!filled) this.readAddresses(start, i, i, true);
        const inLine = !kind.multiLine && this.lineString < 0;
        this.open("interpolation", 123, -1, -1);
        this.group.stringKind = kind;
        this.group.stringStart = start;
        if (inLine) this.lineString = this.depth;
        return i + length;
      }
    }
    // not closed: a string that must end on its line is broken, the line after it is not
    this.stringAlone = false;
    this.stringStart = start;
    this.stringEnd = Math.min(i, text.length);
    this.token = "string";
    return Math.min(i, text.length);
  }

  /** A whole string: `[start, end)` is what stands between its quotes, `after` the place behind it. */
  private endString(start: number, end: number, after: number, kind: StringKind, filled: boolean, escaped: boolean): void {
    const { token, group } = this;
    this.stringAlone = token === "start" || (group.role === "tag" && token === "operator");
    this.stringStart = start;
    this.stringEnd = end;
    if (!filled && this.isModule(token, start, end)) {
      this.token = "string";
      return;
    }
    const pages = this.markStart < end && !filled && this.readAddresses(start, end, after, false);
    if (!pages && !filled && kind.bytes !== true) {
      if (escaped && kind.escapes === "backslash") {
        if (end - start <= longestWritten) {
          const text = decodeEscapes(this.text.slice(start, end));
          if (plausible(text)) this.add(text, start, end, after);
        }
      } else if (plausibleBetween(this.text, start, end)) this.add(null, start, end, after);
    }
    if (group.role === "tag") group.keyStart = -1;
    this.token = "string";
  }

  /** Whether the string names a module: `from "x"`, `import "x"`, `require("x")`. */
  private isModule(token: Token, start: number, end: number): boolean {
    const { group } = this;
    if (token === "word" && group.importing && (this.word & (wordBits.import | wordBits["import-source"])) !== 0) {
      this.modules.add(this.text.slice(start, end));
      return true;
    }
    if (group.role !== "call" || group.index !== 0 || token !== "start" || group.keyStart >= 0) return false;
    if (group.nameEnd - group.nameStart > this.tables.longestImportCall || this.overflow > 0) return false;
    if (!this.tables.importCalls.has(this.text.slice(group.nameStart, group.nameEnd))) return false;
    this.modules.add(this.text.slice(start, end));
    return true;
  }

  private nextMark(from: number): void {
    this.marks.lastIndex = from;
    const match = this.marks.exec(this.text);
    this.markStart = match === null ? Number.POSITIVE_INFINITY : match.index;
    this.markEnd = match === null ? Number.POSITIVE_INFINITY : match.index + match[0].length;
  }

  /**
   * Adds the models that addresses in the string name; false where the string as a whole may still be a name. `open`: the
   * string goes on with something filled in.
   */
  private readAddresses(start: number, end: number, after: number, open: boolean): boolean {
    if (this.markStart < start) this.nextMark(start);
    let found = false;
    while (this.markStart < end) {
      const address = addressAt(this.text, this.markStart, this.markEnd, end);
      // an address that is cut off by what is filled in is not whole
      if (address !== null && !(open && address.end === end) && this.isAddressed(start)) {
        this.add(null, address.start, address.end, after, address.site, open);
        found = true;
      } else if (address === null && this.text.startsWith("//", this.markStart - 2)) {
        // the address of a page is no name
        found = true;
      }
      this.nextMark(Math.max(this.markEnd, address?.end ?? 0));
    }
    return found;
  }

  /** In prose an address is a hint for people: only a bare address, or one that a command loads, is used by the program. */
  private isAddressed(start: number): boolean {
    if (this.markStart - start > 1000) return false;
    const before = this.text.slice(start, this.markStart);
    return !/\s/.test(before) || (!/[\r\n]/.test(before) && downloads.test(before));
  }

  /** Adds a candidate with its context, unless it selects nothing here. */
  private add(
    decoded: string | null,
    start: number,
    end: number,
    after: number,
    site: "huggingface" | "ollama" | null = null,
    open = false,
  ): void {
    const { group, token, tables } = this;
    if (this.overflow > 0 && this.depth === 0) return;
    const following: Following = open ? "nothing" : this.following(after);
    if (token === "concatenation" || following === "part") {
      // the beginning of an address is whole when a path follows its model
      if (site === null || token === "concatenation" || this.text.charCodeAt(end) !== 47) return;
    }
    if (token === "string" && tables.profile.adjacentStrings) return;
    if (token === "start" && group.role === "statements") return;
    if (following === "colon" && group.role === "object" && group.keyStart < 0 && group.ternaries === 0 && group.lambdas === 0) return;
    if (group.role === "bases") return;
    if (group.role === "embedded" && this.groups[this.depth - 1]?.role === "children") return;
    const context = this.contextOf(following);
    if (context === null) return;
    const text = decoded ?? this.text.slice(start, end);
    this.candidates.push({
      text,
      range: { start, end },
      context: site === null ? context : [{ kind: "address", site }, ...context],
      cell: null,
    });
  }

  /** What surrounds a string at this place; null where it stands for a type and not for a value. */
  private contextOf(following: Following): readonly Frame[] | null {
    const { group, tables, text } = this;
    if (group.role === "union" || (group.inType && !group.cast && tables.profile.annotations === "literals")) {
      return [{ kind: "declaration", of: "union", name: this.declaredName() }];
    }
    if (group.inType) return null;
    resolveGroups(tables, text, this.groups, this.depth);
    const frames: Frame[] = [];
    const compared =
      this.token === "comparison" ||
      following === "comparison" ||
      group.caseLabel ||
      group.compared ||
      group.role === "subscript" ||
      (group.role === "call" && calleeOf(tables, text, group).compares);
    const { fallback } = group;
    if (compared) {
      frames.push({ kind: "comparison" });
      group.fallback = false;
    } else if (following === "condition") frames.push({ kind: "fallback", name: null });
    pushElementFrames(tables, text, group, frames, following === "comma");
    group.fallback = fallback;
    if (this.depth === 0 && this.enumIndent >= 0 && group.targetStart >= 0) {
      frames.push({ kind: "declaration", of: "enum", name: text.slice(this.enumStart, this.enumEnd) });
    }
    return joined(frames, group.outer ?? []);
  }

  /** The name that a set of strings is declared under: the annotated name, the alias, or what it is assigned to. */
  private declaredName(): string | null {
    const { text } = this;
    for (let level = this.depth; level >= Math.max(0, this.depth - 8); level--) {
      const group = this.groups[level];
      if (group === undefined) break;
      if (group.annotatedStart >= 0 && group.inType) return text.slice(group.annotatedStart, group.annotatedEnd);
      if (group.targetStart >= 0) return text.slice(group.targetStart, group.targetEnd);
      if (group.holdsStatements) break;
    }
    return null;
  }

  // What follows

  /** The next place that is neither blank nor in a comment; line breaks count as blanks where `lines`. */
  private skipBlank(from: number, lines: boolean): number {
    const { text, tables } = this;
    let i = from;
    while (i < text.length) {
      const code = text.charCodeAt(i);
      if (code === 32 || code === 9) i++;
      else if (code === 10 || code === 13) {
        if (!lines) return i;
        i++;
      } else if (code < 128 && tables.characterClasses[code] === classes.comment && commentAt(tables, text, i))
        i = commentEnd(tables, text, i);
      else break;
    }
    return i;
  }

  private following(from: number): Following {
    const { text, tables, group } = this;
    const inLine = group.holdsStatements && tables.profile.statementEnd === "newline";
    const at = this.skipBlank(from, !inLine);
    if (at >= text.length) return "end";
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
        return this.followingWord(at);
      case classes.open:
        // an index into the literal, or a member that is named by it
        return (code === 91 && at === from) || code === 40 ? "part" : "nothing";
      case classes.operator:
        return this.followingOperator(at);
      default:
        return "nothing";
    }
  }

  private followingWord(at: number): Following {
    const { text, tables } = this;
    const end = this.wordEnd(at);
    if (tables.profile.adjacentStrings && end - at <= tables.longestPrefix) {
      if (stringAt(tables.prefixedStrings.get(text.slice(at, end).toLowerCase()), text, end) !== null) return "part";
    }
    const meaning = wordAt(tables, text, at, end);
    if (meaning <= 0) return "nothing";
    if ((meaning & (wordBits.comparison | wordBits.membership)) !== 0) return "comparison";
    if ((meaning & wordBits.condition) !== 0) return "condition";
    // `not in`
    if ((meaning & wordBits.operator) !== 0) {
      const next = this.skipSpaces(end);
      const nextMeaning = wordAt(tables, text, next, this.wordEnd(next));
      if (nextMeaning > 0 && (nextMeaning & wordBits.membership) !== 0) return "comparison";
    }
    return "nothing";
  }

  private followingOperator(at: number): Following {
    const { text, tables } = this;
    const operator = operatorAt(tables, text, at);
    switch (operator?.meaning ?? null) {
      case "comparison":
        return "comparison";
      case "concatenation":
        return "part";
      case "colon":
      case "key":
        return "colon";
      case "path": {
        const start = at + (operator?.text.length ?? 1);
        const method = text.slice(start, Math.min(this.wordEnd(start), start + 40));
        if (tables.comparisons.has(method)) return "comparison";
        return tables.conversions.has(method) ? "nothing" : "part";
      }
      default:
        return "nothing";
    }
  }

  // Elements of markup

  /** Whether `<` at `at` opens an element, and no type parameters or type assertion. */
  private opensElement(at: number): boolean {
    const { text } = this;
    const first = text.charCodeAt(at + 1);
    if (first === 62) return this.hasClosingTag("", at);
    if (!((first >= 97 && first <= 122) || (first >= 65 && first <= 90) || first === 95 || first === 36)) return false;
    const end = this.elementNameEnd(at + 1);
    const name = text.slice(at + 1, end);
    const next = this.skipBlank(end, true);
    const code = text.charCodeAt(next);
    if (code === 62) return this.hasClosingTag(name, at);
    if (code === 47) return text.charCodeAt(next + 1) === 62;
    if (next === end || name === "const") return false;
    return code === 123 || (this.isWordCharacter(code) && !text.startsWith("extends ", next));
  }

  private elementNameEnd(from: number): number {
    let end = this.wordEnd(from);
    while (this.text.charCodeAt(end) === 46 || this.text.charCodeAt(end) === 45 || this.text.charCodeAt(end) === 58)
      end = this.wordEnd(end + 1);
    return Math.min(end, from + 100);
  }

  private hasClosingTag(name: string, at: number): boolean {
    let last = this.lastClosingTag.get(name);
    if (last === undefined) {
      if (this.lastClosingTag.size >= mostElementNames) return false;
      last = this.text.lastIndexOf(`</${name}>`);
      this.lastClosingTag.set(name, last);
    }
    return last > at;
  }

  private openElement(at: number): number {
    const end = this.elementNameEnd(at + 1);
    this.open("tag", 60, at + 1, end);
    this.token = "start";
    return end;
  }

  /** `>` or `/` inside a tag. */
  private readTagEnd(at: number, code: number): number {
    if (code === 62) {
      this.group.role = "children";
      return at + 1;
    }
    if (this.text.charCodeAt(at + 1) !== 62) return at + 1;
    this.closeTo(this.depth - 1);
    return at + 2;
  }

  /** Text between tags: only tags and embedded code count. */
  private readChildren(from: number): number {
    const { text } = this;
    for (let i = from; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || code === 13) {
        if (this.beginsStatement(i + 1)) {
          this.lineFirst = i + 1;
          this.recover();
          return i + 1;
        }
      } else if (code === 123) {
        this.open("embedded", 123, -1, -1);
        return i + 1;
      } else if (code === 60) {
        if (text.charCodeAt(i + 1) === 47) {
          this.closeTo(this.depth - 1);
          let end = this.elementNameEnd(i + 2);
          end = this.skipSpaces(end);
          return text.charCodeAt(end) === 62 ? end + 1 : end;
        }
        if (this.depth < deepest) return this.openElement(i);
      }
    }
    return text.length;
  }

  /** Whether a line that is not indented begins with a word of a statement: no text between tags does. */
  private beginsStatement(at: number): boolean {
    const end = this.wordEnd(at);
    if (end === at || this.text.charCodeAt(end) !== 32) return false;
    const meaning = wordAt(this.tables, this.text, at, end);
    return meaning > 0 && (meaning & (wordBits.statement | wordBits.function | wordBits.class | wordBits.import)) !== 0;
  }
}

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
