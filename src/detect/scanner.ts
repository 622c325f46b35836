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

/** The last parts of a configuration key that are kept. */
const mostKeyParts = 8;

/** A default inside a default inside a default ... */
const deepestPlaceholder = 4;

/** Type arguments deeper than this are read as comparisons. */
const deepestTypeArguments = 4;

/** How many names of elements are looked up in the rest of the text, to tell `<T>(x)` from an element. */
const mostElementNames = 16;

/** After so many heredocs without an end the mark is taken for an operator. */
const mostOpenHeredocs = 8;

/** What a value without quotes goes on with, besides the characters of words. */
const bareValue = /[\w./@+~:-]/;

const bareKind: StringKind = { open: "", close: "", escapes: "none", multiLine: false };

/** A command whose argument an address in a longer string may be. */
const downloads = /\b(?:wget|curl|git|aria2c)\b/;

/** What follows a string. */
type Following = "nothing" | "end" | "colon" | "key" | "comma" | "comparison" | "part" | "condition";

/** Whether an expression may end with the token, so that what follows it is an operator. */
function isValue(token: Token): boolean {
  return token === "name" || token === "string" || token === "number" || token === "close";
}

/** A blank, tab or line break. */
function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** Whether what the group's element says is a value of something: a variable, a key, an argument, an arm. */
function isBound(group: Group): boolean {
  return group.targetStart >= 0 || group.keyStart >= 0 || group.valued || !group.holdsStatements;
}

/** Whether a path goes on at `at`: after `.`, `::` or `->`. */
function isPathEnd(text: string, at: number): boolean {
  let i = at - 1;
  while (i > 0 && /\s/.test(text.charAt(i))) i--;
  const code = text.charCodeAt(i);
  return code === 46 || code === 58 || code === 62;
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
  /** the name right before that name: a type, or what has one */
  private firstNameStart = -1;
  private firstNameEnd = -1;
  /** that name is an operand of a comparison */
  private nameCompared = false;
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

  /** where the closed bracket's method call began: the key of the look-up that it is called on */
  private receiverStart = -1;
  private receiverEnd = -1;
  /** right behind the mark of a macro's name */
  private macroEnd = -1;
  /** delimiters of heredocs whose text begins on the next line */
  private heredocs: string[] = [];
  private openHeredocs = 0;
  private directive = false;

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
    if (this.tables.profile.island !== undefined) i = this.nextIsland(i);
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
          i = kind === null ? this.readLoneQuote(i) : this.readString(i, kind);
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
          this.readSemicolon();
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
    if (this.heredocs.length > 0) {
      const after = this.skipHeredocs(at);
      if (after >= 0) return after;
    }
    if (this.depth > 0 && this.group.bracket === 0 && this.mayEndBefore(i)) this.closeCommands();
    const { group } = this;
    if (this.tables.profile.atLiterals === true && (group.role === "object" || group.role === "list") && isValue(this.token))
      this.endEntry();
    if (this.directive) {
      this.directive = false;
      if (group.holdsStatements) this.endStatement();
      else group.clearTarget();
    }
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

  private readSemicolon(): void {
    this.closeCommands();
    const { group } = this;
    if (group.role === "object" && this.tables.profile.atLiterals === true) this.endEntry();
    // after the members of an enum others may follow
    if (group.role === "enum") group.role = "class";
    if (group.holdsStatements) this.endStatement();
    this.token = "start";
  }

  /** A line or semicolon ends an entry of `@{ ... }`. */
  private endEntry(): void {
    this.endElement();
    this.readComma();
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

  // Parts of a text that are no code

  /** The beginning of the next stretch of code, in a language that stands between marks. */
  private nextIsland(from: number): number {
    const { island } = this.tables.profile;
    if (island === undefined) return from;
    for (let at = this.text.indexOf(island.mark, from); at >= 0; at = this.text.indexOf(island.mark, at + 1)) {
      const open = island.open.find((written) => this.text.startsWith(written, at));
      if (open !== undefined) return at + open.length;
    }
    return this.text.length;
  }

  /** Behind the heredocs that were announced on the line that ends at `at`; -1 where one of them has no end. */
  private skipHeredocs(at: number): number {
    let i = at;
    for (const delimiter of this.heredocs) {
      const end = new RegExp(`[\\r\\n][ \\t]*${delimiter}(?!\\w)`, "g");
      end.lastIndex = i;
      if (!end.test(this.text)) {
        this.openHeredocs++;
        this.heredocs = [];
        return -1;
      }
      i = end.lastIndex;
    }
    this.heredocs = [];
    this.token = "string";
    this.stringAlone = false;
    return i;
  }

  /** A quote that opens no string: a lifetime, a digit separator. */
  private readLoneQuote(at: number): number {
    const kinds = this.tables.strings[this.text.charCodeAt(at)];
    return kinds?.some((kind) => kind.character === true) ? this.wordEnd(at + 1) : at + 1;
  }

  /** `#` at the beginning of a line. */
  private readDirective(at: number): number {
    const { text, group } = this;
    const start = this.skipSpaces(at + 1);
    const end = this.wordEnd(start);
    const word = text.slice(start, Math.min(end, start + 16));
    const name = this.skipSpaces(end);
    if (word === "define") {
      this.directive = true;
      const nameEnd = this.wordEnd(name);
      if (text.charCodeAt(nameEnd) === 40) return nameEnd;
      if (group.holdsStatements) this.endStatement();
      group.targetStart = name;
      group.targetEnd = nameEnd;
      group.targetIsKey = false;
      this.token = "operator";
      return nameEnd;
    }
    const lineStop = lineEnd(text, end);
    if (word === "include" || word === "import") {
      const module = /^(?:<([^<>\r\n]*)>|"([^"\r\n]*)")/.exec(text.slice(name, Math.min(lineStop, name + 200)));
      const file = module?.[1] ?? module?.[2];
      if (file !== undefined && file !== "") this.modules.add(file);
    }
    let stop = lineStop;
    // a directive goes on behind a backslash
    while (text.charCodeAt(stop - 1) === 92 && stop < text.length) stop = lineEnd(text, stop + (text.startsWith("\r\n", stop) ? 2 : 1));
    return stop;
  }

  // Calls without parentheses, and bodies that give a value

  /** Whether the name that ends at `end` is followed by an argument and no operator. */
  private opensCommand(end: number): boolean {
    const { text, group } = this;
    if (!group.holdsStatements && group.bracket !== 0 && group.role !== "interpolation") return false;
    if (group.functionAhead || group.declares !== null || this.depth >= deepest) return false;
    // a variable is no command
    if (this.tables.profile.dashArguments === true && text.charCodeAt(this.nameStart) === 36) return false;
    const at = this.skipSpaces(end);
    if (at === end) return false;
    const code = text.charCodeAt(at);
    const kind = code < 128 ? this.tables.characterClasses[code] : classes.word;
    const next = text.charCodeAt(at + 1);
    if (kind === classes.quote) return stringAt(this.tables.strings[code], text, at) !== null && next !== 32;
    if (kind === classes.word) return wordAt(this.tables, text, at, this.wordEnd(at)) < 0;
    if (code === 58) return this.isWordCharacter(next) || next === 34 || next === 39;
    return (code === 47 && next !== 32 && next !== 61) || (code === 91 && next !== 32 && next !== 93);
  }

  private closeCommands(): void {
    while (this.depth > 0 && this.group.bracket === 0) {
      this.endElement();
      const { token } = this;
      this.closeTo(this.depth - 1);
      if (token === "start") this.token = token;
    }
  }

  /** The name of what a block behind a call gives the value of: `let(:model) { "x" }`. */
  private nameBlock(): boolean {
    const { profile } = this.tables;
    if (this.token !== "close" || this.closedRole !== "call" || this.closedArgumentStart < 0) return false;
    return (
      profile.namedBlocks?.includes(this.text.slice(this.closedNameStart, Math.min(this.closedNameEnd, this.closedNameStart + 32))) === true
    );
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
    const { nameSuffixes } = tables.profile;
    if (nameSuffixes?.includes(text.charAt(end)) && end < text.length && text.charCodeAt(end + 1) !== 61) end++;
    if (group.role === "tag") {
      while (text.charCodeAt(end) === 45 || text.charCodeAt(end) === 58) end = this.wordEnd(end + 1);
      group.keyStart = -1;
    } else if (this.token !== "dot") {
      const meaning = wordAt(tables, text, at, end);
      if (meaning > 0 && this.isKeyword(end, meaning)) return this.readKeyword(at, end, meaning);
    }
    if (tables.profile.dashArguments === true && group.role === "call" && group.bracket === 0 && this.readCommandWord(at, end)) {
      return this.argumentEnd;
    }
    if (this.token !== "dot" || this.nameStart < 0) {
      const { token } = this;
      // the type `vector<string>` closes with its angle bracket
      const typed = token === "operator" && tables.profile.declarators === true && text.charCodeAt(this.lastBefore(at)) === 62;
      this.firstNameStart = token === "name" || typed ? this.nameStart : -1;
      this.firstNameEnd = this.nameEnd;
      this.nameCompared = token === "comparison";
      this.nameStart = at;
    }
    this.nameEnd = end;
    this.token = "name";
    if (tables.profile.commandCalls === true && this.opensCommand(end)) this.open("call", 0, this.nameStart, end);
    return end;
  }

  private argumentEnd = -1;

  /** `-Name` or a value without quotes in a command; false for what is read as in any expression. */
  private readCommandWord(at: number, end: number): boolean {
    const { text, group } = this;
    const first = text.charCodeAt(at);
    if (first === 36) return false;
    if (this.token !== "start" && this.token !== "operator") {
      this.endElement();
      this.readComma();
    }
    this.argumentEnd = end;
    if (first === 45) {
      group.keyStart = at + 1;
      group.keyEnd = text.charCodeAt(end - 1) === 58 ? end - 1 : end;
      this.token = "operator";
      return true;
    }
    let stop = end;
    while (stop < text.length && stop - at < 300 && bareValue.test(text.charAt(stop))) stop++;
    this.argumentEnd = stop;
    this.endString(at, stop, stop, bareKind, false, false);
    return true;
  }

  /** The place of the last character before `at` that is no blank. */
  private lastBefore(at: number): number {
    let i = at - 1;
    while (i > 0 && (this.text.charCodeAt(i) === 32 || this.text.charCodeAt(i) === 9)) i--;
    return i;
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
    if (this.group.bracket === 0 && this.depth > 0 && isValue(this.token)) this.closeCommands();
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
      this.rememberValue(this.token);
      group.conditionStart = this.valueStart;
      group.conditionEnd = this.valueEnd;
    }
    if ((meaning & wordBits.otherwise) !== 0 && token !== "start") {
      group.fallback = true;
      group.fallbackStart = group.conditionStart;
      group.fallbackEnd = group.conditionEnd;
    }
    if ((meaning & wordBits.header) !== 0 && (token === "start" || (token === "word" && group.role === "statements"))) group.header = true;
    if ((meaning & wordBits.case) !== 0) {
      if (group.enumerates) group.member = true;
      else group.caseLabel = true;
    }
    if ((meaning & wordBits.return) !== 0 && group.bodyStart >= 0) {
      group.targetStart = group.bodyStart;
      group.targetEnd = group.bodyEnd;
      group.targetIsKey = false;
    }
    if ((meaning & wordBits.construct) !== 0) group.constructs = true;
    if ((meaning & wordBits.key) !== 0 && afterValue) {
      this.readKey();
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
      if (this.tables.profile.blockEnds !== undefined) {
        group.bodyStart = this.skipSpaces(end);
        group.bodyEnd = this.wordEnd(group.bodyStart);
      }
    }
    if ((meaning & wordBits.match) !== 0) group.head = "arms";
    else if ((meaning & wordBits.head) !== 0) group.head ??= "statements";
    if ((meaning & wordBits.block) !== 0 && group.caseLabel) {
      group.caseLabel = false;
      group.index = 0;
    }
    if ((meaning & wordBits.block) !== 0 && this.nameBlock()) {
      group.bodyStart = this.closedArgumentStart;
      group.bodyEnd = this.closedArgumentEnd;
    }
    // a statement begins behind `do`
    if ((meaning & wordBits.block) !== 0 && this.tables.profile.blockEnds !== undefined) next = "start";
    if ((meaning & (wordBits.class | wordBits.interface | wordBits.enum)) !== 0) this.readDeclaration(meaning, end);
    if ((meaning & wordBits.import) !== 0) group.importing = true;
    if ((meaning & (wordBits["import-names"] | wordBits["import-from"])) !== 0) {
      if (token === "start" || (token === "word" && this.tables.profile.braceBlocks !== false)) this.readModuleNames(end, meaning);
    }
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
    } else if ((group.role === "object" || (group.role === "call" && group.bracket === 123)) && this.tables.profile.braceBlocks !== false) {
      // not an object after all
      group.role = "statements";
      group.outer = [];
      this.endStatement();
    } else if (!group.holdsStatements) this.recover();
  }

  private readDeclaration(meaning: number, end: number): void {
    const { group } = this;
    // `enum class` declares an enum
    if (group.declares !== "enum" || (meaning & wordBits.class) === 0) {
      group.declares = (meaning & wordBits.class) !== 0 ? "class" : (meaning & wordBits.enum) !== 0 ? "enum" : "interface";
    }
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
      i = this.moduleNameEnd(i);
      if (i === start) return;
      // `import static a.b`
      if (this.tables.profile.braceBlocks !== false && wordAt(this.tables, text, start, i) > 0) continue;
      // `import a.*`
      if (text.charCodeAt(start) !== 46) this.modules.add(text.slice(start, text.charCodeAt(i - 1) === 46 ? i - 1 : i));
      if ((meaning & wordBits["import-from"]) !== 0) return;
      i = this.skipSpaces(i);
      if (text.startsWith("as ", i)) i = this.skipSpaces(this.wordEnd(this.skipSpaces(i + 3)));
      if (text.charCodeAt(i) !== 44) return;
      i++;
    }
  }

  /** The end of a name whose parts are joined by `.`, `::` or `\\`. */
  private moduleNameEnd(from: number): number {
    const { text } = this;
    let i = from;
    while (i < text.length) {
      const code = text.charCodeAt(i);
      if (code === 46 || this.isWordCharacter(code)) i++;
      else if (code === 58 && text.charCodeAt(i + 1) === 58 && this.isWordCharacter(text.charCodeAt(i + 2))) i += 2;
      else if (code === 92 && this.isWordCharacter(text.charCodeAt(i + 1))) i++;
      else break;
    }
    return i;
  }

  private isWordCharacter(code: number): boolean {
    return code >= 128 || this.tables.wordCharacters[code] === 1;
  }

  // Values before an operator

  private valueStart = -1;
  private valueEnd = -1;

  /** Finds what the value before this place is called: a name, or the key of a look-up. */
  private rememberValue(token: Token): void {
    this.valueStart = -1;
    if (token === "name") {
      this.valueStart = this.nameStart;
      this.valueEnd = this.nameEnd;
    } else if (token === "close" && this.closedArgumentStart >= 0) {
      const looksUp =
        this.closedRole === "subscript" ||
        (this.closedRole === "call" && calleeAt(this.tables, this.text, this.closedNameStart, this.closedNameEnd).lookup !== null);
      if (!looksUp) return;
      this.valueStart = this.closedArgumentStart;
      this.valueEnd = this.closedArgumentEnd;
    }
  }

  private readFallback(): void {
    this.rememberValue(this.token);
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
    if (code === 60 && this.tables.profile.heredoc !== undefined) {
      const after = this.readHeredoc(at, this.tables.profile.heredoc);
      if (after >= 0) return after;
    }
    if (code === 124 && group.bracket === 0 && this.depth > 0) {
      this.closeCommands();
      this.token = "operator";
      return at + 1;
    }
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
        this.receiverStart = -1;
        if (token === "close" && this.closedRole === "call") this.rememberReceiver();
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
        group.caseLabel = false;
        this.word = 0;
        if (this.tables.profile.arrowBodies === true && this.definesMember()) {
          this.token = "operator";
          return at + length;
        }
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
        return this.readColon(at);
      case "key":
        this.readKey();
        this.token = "operator";
        break;
      case "suffix":
        if (token === "start" || token === "comparison") this.token = "operator";
        break;
      case "macro":
        if (token === "name" && this.nameEnd === at) this.macroEnd = at + length;
        else if (token === "start" || token === "comparison") this.token = "operator";
        break;
      case "closure":
        this.word = wordBits.block;
        this.token = "word";
        break;
      case "directive":
        return at === this.lineFirst ? this.readDirective(at) : at + length;
      case "leave":
        this.closeCommands();
        if (group.holdsStatements) this.endStatement();
        return this.nextIsland(at + length);
      case "comment":
        return this.indent === 0 && at === this.lineFirst ? this.readLineComment(at) : at + length;
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

  /** `name => value`, `f() => value`: what stands before the arrow is given the value. */
  private definesMember(): boolean {
    const { group, token } = this;
    if (!group.holdsStatements || group.role === "arms" || group.targetStart >= 0) return false;
    if (token === "close" && group.functionEnd > group.functionStart && group.functionStart >= 0) {
      group.targetStart = group.functionStart;
      group.targetEnd = group.functionEnd;
    } else if (token === "name" && group.role === "class") {
      group.targetStart = this.nameStart;
      group.targetEnd = this.nameEnd;
    } else if (token === "name" && group.bodyStart >= 0 && this.firstNameStart < 0) {
      // `get => value` in the body of a property
      group.targetStart = group.bodyStart;
      group.targetEnd = group.bodyEnd;
    } else return false;
    group.targetIsKey = false;
    return true;
  }

  /** `=> {` opens a block. */
  private readArrow(from: number): number {
    const { group } = this;
    const arm = group.role === "arms";
    if (arm) {
      group.caseLabel = false;
      group.head = null;
    }
    const next = this.skipBlank(from, true);
    if (this.text.charCodeAt(next) !== 123 || group.inType || this.tables.profile.braceBlocks === false) return from;
    this.open("statements", 123, -1, -1);
    this.group.valued = arm && this.tables.profile.blockValues === true;
    return next + 1;
  }

  /** `<<~NAME` and its like: the text begins on the next line. */
  private readHeredoc(at: number, pattern: RegExp): number {
    if (this.openHeredocs >= mostOpenHeredocs) return -1;
    pattern.lastIndex = at;
    const match = pattern.exec(this.text);
    const delimiter = match?.[1] ?? match?.[2];
    if (match === null || delimiter === undefined) return -1;
    this.heredocs.push(delimiter);
    this.token = "string";
    this.stringAlone = false;
    return at + match[0].length;
  }

  /** A comment between two marks that each begin a line: `=begin`, `=end`. */
  private readLineComment(at: number): number {
    const end = this.text.indexOf("\n=end", at);
    return end < 0 ? this.text.length : lineEnd(this.text, end + 1);
  }

  /** The method that follows is called on the result of a call: if that looks something up, its key. */
  private rememberReceiver(): void {
    if (this.closedArgumentStart < 0) return;
    const { lookup } = calleeAt(this.tables, this.text, this.closedNameStart, this.closedNameEnd);
    if (lookup?.key !== 0) return;
    this.receiverStart = this.closedArgumentStart;
    this.receiverEnd = this.closedArgumentEnd;
  }

  private endCast(): void {
    const { group } = this;
    if (!group.cast) return;
    group.inType = group.typed;
    group.cast = false;
  }

  private readAssignment(meaning: "assign" | "bind" | "assign-fallback"): void {
    const { group, token } = this;
    if (group.role === "object" && this.tables.profile.atLiterals === true) {
      this.setKey(token);
      this.token = "operator";
      return;
    }
    const alias = group.typeAlias && !group.inType;
    // a function without parameters
    group.functionAhead = false;
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
      (token === "name" || (token === "string" && this.stringAlone)) &&
      group.lambdas === 0 &&
      (this.tables.profile.namedArguments === "=" ||
        this.tables.profile.namedArguments === "either" ||
        (group.bracket === 123 && this.tables.profile.typedBraces === "="))
    ) {
      this.setKey(token);
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
    group.typeStart = token === "name" ? this.firstNameStart : -1;
    group.typeEnd = this.firstNameEnd;
    if (group.functionEnd > group.functionStart && group.functionStart >= 0 && (token === "close" || group.inType)) {
      group.targetStart = group.functionStart;
      group.targetEnd = group.functionEnd;
    } else if (token === "name" && this.firstNameStart >= 0 && this.tables.profile.typeAfterName === true) {
      group.targetStart = this.firstNameStart;
      group.targetEnd = this.firstNameEnd;
    } else if (group.annotatedStart >= 0 && group.inType) {
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
    } else if (
      token === "close" &&
      this.closedRole === "subscript" &&
      this.closedArgumentStart < 0 &&
      this.closedNameEnd > this.closedNameStart
    ) {
      // `name[] = `, `name[2] = `
      group.targetStart = this.closedNameStart;
      group.targetEnd = this.closedNameEnd;
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
    if (this.tables.profile.nullableTypes === true && isValue(this.token) && !isBlank(this.text.charCodeAt(from - 2))) return;
    this.endCast();
    const { group } = this;
    group.ternaries++;
    group.fallback = true;
    group.fallbackStart = -1;
    this.thenStart = from;
    this.token = "operator";
  }

  private readColon(at: number): number {
    const { text } = this;
    if (this.tables.profile.symbols === true && !this.isWordCharacter(text.charCodeAt(at - 1)) && text.charCodeAt(at - 1) !== 34) {
      const next = text.charCodeAt(at + 1);
      // a symbol is read as the name it is
      if (this.isWordCharacter(next)) return at + 1;
      if (next === 34 || next === 39) return this.readSymbol(at + 2, next);
    }
    this.readSeparator();
    return at + 1;
  }

  /** `:"name"`: up to its quote, or to the end of the line. */
  private readSymbol(from: number, quote: number): number {
    let i = from;
    while (i < this.text.length && this.text.charCodeAt(i) !== quote && this.text.charCodeAt(i) !== 10) i++;
    this.nameStart = from;
    this.nameEnd = i;
    this.token = "name";
    return i + 1;
  }

  private readSeparator(): void {
    const { group, token } = this;
    this.token = "operator";
    if (group.ternaries > 0) {
      group.ternaries--;
      this.endCast();
      group.fallback = true;
      const named = token === "name" && this.thenStart >= 0 && this.skipBlank(this.thenStart, true) === this.nameStart;
      this.valueStart = -1;
      if (named || token === "close") this.rememberValue(token);
      group.fallbackStart = this.valueStart;
      group.fallbackEnd = this.valueEnd;
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
        // `def f(model: "x")`
        if (this.tables.profile.annotations === null && token === "name") this.declareVariable();
        else this.annotate(token);
        break;
      case "parentheses":
        this.annotate(token);
        break;
      case "call": {
        const { namedArguments, typedBraces } = this.tables.profile;
        if (namedArguments === ":" || namedArguments === "either" || (group.bracket === 123 && typedBraces === ":")) {
          if (group.keyStart < 0) this.setKey(token);
        } else if (this.tables.profile.annotations === "literals") this.annotate(token);
        break;
      }
      case "list":
        if (this.tables.profile.squareKeys === true) this.setKey(token);
        break;
      case "arms":
        if (group.caseLabel && this.tables.profile.annotations === null) this.endLabel();
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

  /** `case "x":` shows that the braces hold statements and no arms. */
  private endLabel(): void {
    const { group } = this;
    const parent = this.groups[this.depth - 1];
    group.role = "statements";
    group.outer = [];
    group.bodyStart = parent?.bodyStart ?? -1;
    group.bodyEnd = parent?.bodyEnd ?? -1;
    this.endStatement();
  }

  private readKey(): void {
    const { group } = this;
    if (group.role === "arms") group.caseLabel = false;
    if (group.keyStart >= 0 || group.role === "arms") return;
    this.setKey(this.token);
    group.pair = group.role === "call";
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
    // what a class is derived from
    if (group.declares !== null && group.holdsStatements) return;
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
    if (this.tables.profile.typeArguments && ((token === "name" && this.nameEnd === at) || token === "dot")) {
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
          if (brackets !== 0) return -1;
          if (text.charCodeAt(i + 1) === 40) return i + 1;
          return this.group.constructs && text.charCodeAt(this.skipBlank(i + 1, true)) === 123 ? i + 1 : -1;
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
    // `x in listOf("a", "b")`
    else if (role === "call" && this.nameCompared) group.compared = calleeOf(this.tables, this.text, group).gives !== null;
    group.inner = parent.role === "object" || parent.role === "call";
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
    else this.openBrace(at);
    return at + 1;
  }

  private openParenthesis(at: number): void {
    const { group, token, tables } = this;
    const { profile } = tables;
    // `@(...)`, `$(...)`
    const before = this.text.charCodeAt(at - 1);
    if (profile.atLiterals === true && (before === 64 || (before === 36 && token === "name" && this.nameEnd - this.nameStart === 1))) {
      this.open("list", 40, -1, -1);
      return;
    }
    if (group.functionAhead) {
      const belongs = profile.receivers === true && token === "word" && this.depth === 0 && isBlank(this.text.charCodeAt(at - 1));
      group.functionAhead = belongs;
      if (!belongs) this.nameFunction();
      this.open("parameters", 40, -1, -1);
    } else if (group.declares !== null && profile.braceBlocks !== false && this.followsClassName(at)) {
      this.open("parameters", 40, -1, -1);
    } else if (token === "word" && (this.word & wordBits.declarations) !== 0) {
      this.open((this.word & wordBits.import) !== 0 ? "modules" : "statements", 40, -1, -1);
    } else if (profile.typedFunctions === true && token === "name" && this.firstNameStart >= 0 && this.declaresFunction()) {
      this.nameFunction();
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
        profile.declaredFunctions !== true &&
        group.declares === null &&
        group.functionStart < 0 &&
        ((group.role === "class" && group.targetStart < 0) || (group.role === "object" && group.keyStart < 0 && !group.spread));
      if (method && group.role === "class") this.nameFunction();
      const declarator = tables.profile.declarators === true && this.firstNameStart >= 0 && token === "name" && this.beginsString(at + 1);
      if (declarator) {
        this.declareVariable();
        this.open("parentheses", 40, -1, -1);
        return;
      }
      const { receiverStart } = this;
      const isMethod = receiverStart >= 0 && this.nameStart >= 2 && receiverStart < this.nameStart && isPathEnd(this.text, this.nameStart);
      this.open(method || group.role === "type" ? "parameters" : "call", 40, this.nameStart, this.nameEnd);
      if (isMethod) {
        this.group.receiverStart = receiverStart;
        this.group.receiverEnd = this.receiverEnd;
      }
    } else if (token === "word" && (this.word & wordBits.construct) !== 0 && group.typeStart >= 0) {
      // `Type name = new("x")`
      this.open("call", 40, group.typeStart, group.typeEnd);
    } else if (token === "word" && (this.word & wordBits.import) !== 0) {
      this.open("call", 40, this.nameStart, this.nameEnd);
    } else if (token === "close") {
      const typed = profile.squareTypeArguments === true && this.closedRole === "subscript" && this.closedNameStart >= 0;
      if (typed) this.open("call", 40, this.closedNameStart, this.closedNameEnd);
      else this.open("call", 40, at, at);
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

  /** Whether the parentheses at `at` stand right behind the name of the class that is being declared. */
  private followsClassName(at: number): boolean {
    if (this.token === "name") return this.nameStart === this.classStart;
    return this.token === "close" && this.text.charCodeAt(at - 1) === 62;
  }

  /** Whether `Type name(` declares a function here. */
  private declaresFunction(): boolean {
    const { group } = this;
    return group.role === "statements" && group.targetStart < 0 && group.functionStart < 0 && group.declares === null;
  }

  /** Remembers the name before a function's parameters. */
  private nameFunction(): void {
    const { group, token } = this;
    if (token === "name") {
      group.functionStart = this.nameStart;
      group.functionEnd = this.nameEnd;
    } else if (token === "close" && this.closedRole === "subscript" && this.closedNameStart >= 0) {
      group.functionStart = this.closedNameStart;
      group.functionEnd = this.closedNameEnd;
    } else if (group.targetStart >= 0 && this.tables.profile.blockValues === true) {
      // `name <- function(...)`
      group.functionStart = group.targetStart;
      group.functionEnd = group.targetEnd;
    } else {
      group.functionStart = 0;
      group.functionEnd = 0;
    }
  }

  private openSquare(at: number): void {
    const { token, group } = this;
    // `new Dictionary<string, string> { ["key"] = "value" }`
    const listed = token === "start" && group.bracket === 123 && (group.role === "object" || group.role === "call");
    if (listed && this.tables.profile.braceLiterals === "construction") {
      this.open("subscript", 91, at, at);
      return;
    }
    if (token === "start" && group.role === "subscript" && this.text.charCodeAt(at - 1) === 91) {
      this.open("subscript", 91, at, at);
      return;
    }
    if (this.macroEnd !== at && (token === "name" || token === "close" || token === "string" || token === "dot")) {
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

  /** The braces at `at` hold the values of what stands before them, by {@link LanguageProfile.braceLiterals}. */
  private opensLiteral(at: number): boolean {
    const { group, token, text } = this;
    switch (this.tables.profile.braceLiterals) {
      case "array":
        return token === "close" && (this.closedRole === "subscript" || this.closedRole === "list");
      case "construction":
        return group.constructs || (token === "close" && (this.closedRole === "subscript" || this.closedRole === "list"));
      case "adjacent":
        return group.functionStart < 0 && (token === "name" || token === "close") && !isBlank(text.charCodeAt(at - 1));
      default:
        return false;
    }
  }

  /** The fields of a named type are named arguments; the elements of a list or mapping are those of an object. */
  private openLiteral(): void {
    const { group, token, text } = this;
    const called = token === "close" && (this.closedRole === "call" || this.closedRole === "subscript") && this.closedNameStart >= 0;
    const start = token === "name" ? this.nameStart : called && this.closedNameEnd > this.closedNameStart ? this.closedNameStart : -1;
    const end = token === "name" ? this.nameEnd : this.closedNameEnd;
    group.constructs = false;
    // `[]T{`, `map[K]T{`, `new T[] {`
    const many = start < 0 || text.charCodeAt(start - 1) === 93 || (text.charCodeAt(start - 1) === 42 && text.charCodeAt(start - 2) === 93);
    if (many || (called && this.closedRole === "subscript" && this.tables.profile.squareTypeArguments !== true)) {
      this.open("object", 123, -1, -1);
    } else this.open("call", 123, start, end);
  }

  /** Opens a block, which is the body of the function or property that has been declared, or a part of the body around it. */
  private openBlock(): void {
    const { group, token } = this;
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
      ((group.role === "class" && this.tables.profile.declaredFunctions !== true) ||
        (group.holdsStatements && this.tables.profile.commandCalls === true))
    ) {
      start = this.nameStart;
      end = this.nameEnd;
    } else if (token === "operator" && group.targetStart >= 0 && this.tables.profile.braceValues === "block") {
      start = group.targetStart;
      end = group.targetEnd;
    } else if (group.role === "statements" || group.role === "arms") {
      start = group.bodyStart;
      end = group.bodyEnd;
    }
    this.open("statements", 123, -1, -1);
    this.group.bodyStart = start;
    this.group.bodyEnd = end;
  }

  /** Whether a string begins behind the bracket before `from`: no parameters of a function do. */
  private beginsString(from: number): boolean {
    const at = this.skipBlank(from, true);
    const code = this.text.charCodeAt(at);
    if (code >= 128 || Number.isNaN(code)) return false;
    if (this.tables.characterClasses[code] === classes.quote) return true;
    const end = this.wordEnd(at);
    return end > at && end - at <= this.tables.longestPrefix && this.text.charCodeAt(end) === 34;
  }

  /** `Type name(...)`, `Type name{...}` */
  private declareVariable(): void {
    const { group } = this;
    group.targetStart = this.nameStart;
    group.targetEnd = this.nameEnd;
    group.targetIsKey = false;
  }

  private openBrace(at: number): void {
    const { group, token } = this;
    if (group.role === "tag" || group.role === "children") {
      this.open("embedded", 123, -1, -1);
      return;
    }
    const { braceBlocks, blockValues, typedBraces, declarators, atLiterals } = this.tables.profile;
    if (braceBlocks === false) {
      this.open("object", 123, -1, -1);
      return;
    }
    if (atLiterals === true && this.text.charCodeAt(at - 1) === 64) {
      this.open("object", 123, -1, -1);
      return;
    }
    const { head } = group;
    if (head !== null) {
      group.head = null;
      const valued = blockValues === true && isBound(group);
      if (head === "arms") this.open("arms", 123, -1, -1);
      else this.openBlock();
      this.group.valued = valued && head === "statements";
      return;
    }
    if (group.declares !== null && !group.inType) {
      const enumerates = group.declares === "enum" && this.tables.profile.enumCases === true;
      const role = group.declares === "interface" ? "type" : enumerates ? "class" : group.declares;
      group.declares = null;
      this.open(role, 123, this.classStart, this.classEnd);
      this.group.enumerates = enumerates;
      return;
    }
    if (this.opensLiteral(at)) {
      this.openLiteral();
      return;
    }
    if (this.nameBlock()) {
      this.open("statements", 123, -1, -1);
      this.group.bodyStart = this.closedArgumentStart;
      this.group.bodyEnd = this.closedArgumentEnd;
      return;
    }
    const named = token === "name" && !group.inType && group.functionStart < 0 && group.role !== "class" && this.macroEnd !== at;
    if (typedBraces !== undefined && named) {
      if (declarators === true && this.firstNameStart >= 0) {
        this.declareVariable();
        this.open("parentheses", 123, -1, -1);
      } else this.open("call", 123, this.nameStart, this.nameEnd);
      return;
    }
    const worded = token === "word" && (this.word & wordBits.block) !== 0;
    if (braceBlocks === "always" || worded) {
      const valued = blockValues === true && token !== "close" && isBound(group);
      this.openBlock();
      this.group.valued = valued;
      return;
    }
    const block =
      (isValue(token) && !(this.macroEnd >= this.nameEnd && token === "name")) ||
      (token === "start" && group.holdsStatements) ||
      (token === "word" && (this.word & wordBits.block) !== 0);
    if (group.inType && !isValue(token)) this.open("type", 123, -1, -1);
    else if (block || this.tables.profile.braceValues === "block") this.openBlock();
    else this.open("object", 123, -1, -1);
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
    // `x[["key"]]`
    const inner = group.role === "subscript" && this.token === "close" && this.closedRole === "subscript" && group.index === 0;
    this.endElement();
    const alone = group.index === 0 && group.firstArgumentStart >= 0;
    this.depth--;
    const parent = this.groups[this.depth];
    if (parent !== undefined) this.group = parent;
    this.closedRole = group.role;
    this.closedNameStart = group.nameStart;
    this.closedNameEnd = group.nameEnd;
    if (!inner) {
      this.closedArgumentStart = alone || group.role === "call" ? group.firstArgumentStart : -1;
      this.closedArgumentEnd = group.firstArgumentEnd;
    }
    this.token = "close";
    switch (group.role) {
      case "interpolation":
        if (this.lineString > this.depth) this.lineString = -1;
        return group.stringKind === null ? at + 1 : this.readStringContent(group.stringStart, at + 1, group.stringKind, true);
      case "bases":
        this.classIsEnum = this.tables.profile.enumBases.some((base) => this.text.slice(group.nameEnd, at).includes(base));
        break;
      case "statements":
      case "arms":
      case "class":
      case "enum":
        if (this.group.role === "arms") this.endArm(at + 1);
        else if (this.group.role === "class" && group.bodyStart >= 0 && this.assigns(at + 1)) {
          // `Model { get; set; } = "x"`
          this.group.targetStart = -1;
          this.nameStart = group.bodyStart;
          this.nameEnd = group.bodyEnd;
          this.firstNameStart = -1;
          this.token = "name";
        } else if (this.group.holdsStatements && this.group.targetStart < 0) this.endStatement();
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

  /** Whether `=` follows, and no longer operator. */
  private assigns(from: number): boolean {
    const at = this.skipBlank(from, false);
    return this.text.charCodeAt(at) === 61 && operatorAt(this.tables, this.text, at)?.text === "=";
  }

  /** An arm whose value is a block needs no comma. */
  private endArm(from: number): void {
    if (this.group.caseLabel) return;
    const next = this.skipBlank(from, true);
    const code = this.text.charCodeAt(next);
    if (code === 44 || code === 46 || code === 63 || this.text.startsWith("else", next)) return;
    this.readComma();
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
    const listed = group.role === "call" && calleeOf(this.tables, this.text, group).gives === "list";
    if (group.compared || !(listed || group.role === "list" || group.role === "object" || group.role === "parentheses")) return;
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
      if (token === "name" && group.index === 0 && this.tables.profile.bareImports === true) this.readBareImport();
      // the first argument may be a key with a name: `@ConfigProperty(name = "model", defaultValue = "x")`
      const named = group.keyStart >= 0 && group.index === 0 && group.role === "call" && token === "string";
      if (group.index < 2 && (named || (group.keyStart < 0 && (string || token === "name")))) {
        const start = string || named ? this.stringStart : this.nameStart;
        const end = string || named ? this.stringEnd : this.nameEnd;
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

  /** `library(name)` */
  private readBareImport(): void {
    const { group, tables, text } = this;
    if (group.nameEnd - group.nameStart > tables.longestImportCall) return;
    if (tables.importCalls.has(text.slice(group.nameStart, group.nameEnd))) this.modules.add(text.slice(this.nameStart, this.nameEnd));
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
    if (kind.words === true) return this.readWords(at, kind);
    if (kind.balanced === true) return this.readBalanced(at, kind);
    return this.readStringContent(at + kind.open.length, at + kind.open.length, kind, false);
  }

  /** The end of a string in which brackets like its own stand in pairs. */
  private balancedEnd(from: number, open: number, close: number): number {
    const { text } = this;
    let depth = 0;
    let i = from;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 92) i++;
      else if (code === close && depth-- === 0) break;
      else if (code === open) depth++;
    }
    return Math.min(i, text.length);
  }

  private readBalanced(at: number, kind: StringKind): number {
    if (isValue(this.token)) return at + 1;
    const start = at + kind.open.length;
    const open = kind.open.charCodeAt(kind.open.length - 1);
    const close = kind.close.charCodeAt(0);
    const end = this.balancedEnd(start, open === close ? -1 : open, close);
    const { interpolation } = kind;
    const filled = interpolation !== undefined && this.text.slice(start, end).includes(interpolation.open);
    this.endString(start, end, end + 1, kind, filled, false);
    return end + 1;
  }

  /** `%w[a b]`: a list of words. */
  private readWords(at: number, kind: StringKind): number {
    const { text } = this;
    if (isValue(this.token) || this.overflow > 0) return at + 1;
    const start = at + kind.open.length;
    const close = kind.close.charCodeAt(0);
    const end = this.balancedEnd(start, -1, close);
    this.open("list", 91, -1, -1);
    for (let i = start; i < end; i++) {
      let wordStop = i;
      while (wordStop < end && text.charCodeAt(wordStop) > 32) wordStop++;
      if (wordStop === i) continue;
      this.endString(i, wordStop, end, { ...kind, escapes: "none" }, false, false);
      this.endElement();
      this.readComma();
      i = wordStop;
    }
    return this.overflow > 0 ? end : this.readClose(end, 93);
  }

  /** Reads on in a string from `from`; `filled`: code was filled in before that. */
  private readStringContent(start: number, from: number, kind: StringKind, filled: boolean): number {
    const { text } = this;
    const { close, interpolation } = kind;
    const closeCode = close.charCodeAt(0);
    const interpolationCode = interpolation === undefined ? -1 : interpolation.open.charCodeAt(0);
    const bareCode = interpolation?.bare === undefined ? -1 : interpolation.bare.charCodeAt(0);
    const escapes = kind.escapes === "backslash" || kind.escapes === "raw";
    const doubled = kind.escapes === "doubled" || kind.escapes === "backtick";
    const escapeCode = kind.escapes === "backtick" ? 96 : 92;
    let escaped = false;
    let i = from;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === closeCode) {
        if (doubled && text.startsWith(close, i + close.length)) {
          i += 2 * close.length - 1;
          filled = true;
        } else if (close.length === 1 || text.startsWith(close, i)) {
          this.endString(start, i, i + close.length, kind, filled, escaped);
          return i + close.length;
        }
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
        const bracket = interpolation.open.charCodeAt(length - 1);
        this.open("interpolation", isOpening(bracket) ? bracket : 123, -1, -1);
        this.group.stringKind = kind;
        this.group.stringStart = start;
        if (inLine) this.lineString = this.depth;
        return i + length;
      } else if (code === bareCode && this.fillsIn(i + 1)) {
        if (!filled) this.readAddresses(start, i, i, true);
        filled = true;
      } else if (code === escapeCode) {
        if (escapeCode === 96) filled = true;
        else if (!escapes) continue;
        escaped = true;
        i++;
        if (text.charCodeAt(i) === 13 && text.charCodeAt(i + 1) === 10) i++;
      } else if (code === 10 || code === 13) {
        if (!kind.multiLine) break;
      }
    }
    // not closed: a string that must end on its line is broken, the line after it is not
    this.stringAlone = false;
    this.stringStart = start;
    this.stringEnd = Math.min(i, text.length);
    this.token = "string";
    return Math.min(i, text.length);
  }

  /** Whether a name begins at `at`. */
  private fillsIn(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code < 128 && this.tables.characterClasses[code] === classes.word && code !== 36;
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
      const { configurationStrings } = this.tables.profile;
      if (configurationStrings === true && this.readConfiguration(start, end, after)) {
        // a part of it has been added
      } else if (escaped && kind.escapes === "backslash") {
        if (end - start <= longestWritten) {
          const text = decodeEscapes(this.text.slice(start, end));
          if (plausible(text)) this.add(text, start, end, after);
        }
      } else if (plausibleBetween(this.text, start, end)) this.add(null, start, end, after);
    }
    if (group.role === "tag") group.keyStart = -1;
    this.token = "string";
  }

  /**
   * Adds the value in `${key:value}`, with what stands in for it in turn, and in `some.key=value`; false where the string is neither.
   * The dollar sign may be escaped, as Kotlin wants it.
   */
  private readConfiguration(start: number, end: number, after: number): boolean {
    const { text } = this;
    if (end - start > longestWritten) return false;
    let from = start;
    let to = end;
    let key: readonly Frame[] | null = null;
    for (let depth = 0; depth < deepestPlaceholder; depth++) {
      const open = text.charCodeAt(from) === 92 ? from + 1 : from;
      if (!text.startsWith("${", open) || text.charCodeAt(to - 1) !== 125) break;
      const written = text.slice(open + 2, to - 1);
      const colon = written.indexOf(":");
      if (colon < 0) return true;
      key = [{ kind: "fallback", name: written.slice(0, colon) }];
      from = open + 3 + colon;
      to--;
    }
    if (key === null) {
      let equals = start;
      let dotted = false;
      for (; equals < end; equals++) {
        const code = text.charCodeAt(equals);
        if (code === 46) dotted = true;
        else if (code !== 45 && !(code < 128 && this.tables.wordCharacters[code] === 1)) break;
      }
      if (!dotted || equals === start || text.charCodeAt(equals) !== 61) return false;
      const parts = text.slice(start, equals).split(".").reverse();
      key = parts.slice(0, mostKeyParts).map((part) => ({ kind: "property", key: part }));
      from = equals + 1;
    }
    if (plausibleBetween(text, from, to)) this.add(null, from, to, after, null, false, key);
    return true;
  }

  /** Whether the string names a module: `from "x"`, `import "x"`, `require("x")`. */
  private isModule(token: Token, start: number, end: number): boolean {
    const { group } = this;
    const imported = token === "word" ? (this.word & (wordBits.import | wordBits["import-source"])) !== 0 : token === "name";
    if (group.role === "modules" || (imported && group.importing && (token === "word" || this.tables.profile.typeAfterName === true))) {
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
    configured: readonly Frame[] | null = null,
  ): void {
    const { group, token, tables, text } = this;
    if (this.overflow > 0 && this.depth === 0) return;
    const following: Following = open ? "nothing" : this.following(after);
    if (token === "concatenation" || following === "part") {
      // the beginning of an address is whole when a path follows its model
      if (site === null || token === "concatenation" || this.text.charCodeAt(end) !== 47) return;
    }
    if (token === "string" && tables.profile.adjacentStrings) return;
    if (token === "start" && (group.role === "statements" || group.role === "arms") && !this.isGiven(after)) return;
    if (following === "key") return;
    const keyed =
      group.role === "object" ||
      (group.role === "call" && tables.profile.namedArguments === ":") ||
      (group.role === "list" && tables.profile.squareKeys === true);
    if (following === "colon" && keyed && group.keyStart < 0 && group.ternaries === 0 && group.lambdas === 0) return;
    // a key of what is stored: `{ { "key", "value" } }`, `put("key", "value")`
    if (following === "comma" && group.index === 0 && group.bracket === 123 && group.targetStart < 0 && this.isDictionaryPair()) return;
    if (following === "comma" && group.role === "call" && group.index % 2 === 0 && calleeOf(tables, text, group).stores) return;
    if (group.role === "bases") return;
    if (group.role === "embedded" && this.groups[this.depth - 1]?.role === "children") return;
    const context = this.contextOf(following);
    if (context === null) return;
    this.candidates.push({
      text: decoded ?? text.slice(start, end),
      range: { start, end },
      context: site !== null ? [{ kind: "address", site }, ...context] : configured !== null ? [...configured, ...context] : context,
      cell: null,
    });
  }

  /** Whether the braces stand in those of a construction, where they hold a key and its value. */
  private isDictionaryPair(): boolean {
    const { group } = this;
    const parent = this.groups[this.depth - 1];
    return (
      this.tables.profile.braceLiterals === "construction" &&
      group.role === "object" &&
      parent?.bracket === 123 &&
      (parent.role === "object" || parent.role === "call")
    );
  }

  /** Whether the string at the beginning of a statement is the last of a body, and so what the function gives. */
  private isGiven(after: number): boolean {
    const { group, tables, text } = this;
    const { blockValues, blockEnds, conversions } = tables.profile;
    if (blockValues !== true || group.role !== "statements") return false;
    // `x <- if (y) "a" else "b"`
    if (group.targetStart >= 0) return true;
    if (group.bodyStart < 0 && !group.valued && blockEnds === undefined) return false;
    let at = this.skipBlank(after, true);
    // `"x".to_string()`
    if (text.charCodeAt(at) === 46 && conversions.length > 0) at = this.skipBlank(this.wordEnd(at + 1), true);
    if (text.startsWith("()", at)) at = this.skipBlank(at + 2, true);
    const ends = text.charCodeAt(at) === 125 || blockEnds?.includes(text.slice(at, Math.min(this.wordEnd(at), at + 16))) === true;
    if (!ends) return false;
    if (group.valued) return true;
    // a branch is not all that the function gives
    if (text.charCodeAt(at) === 125 || text.startsWith("end", at)) {
      group.targetStart = group.bodyStart;
      group.targetEnd = group.bodyEnd;
      group.targetIsKey = false;
    }
    return true;
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
        // on the next line of its own a word such as `is` begins something else
        if (group.role === "arms" && at > from + 1 && this.skipBlank(from, false) !== at) return "end";
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
    if ((meaning & wordBits.key) !== 0) return "key";
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
        return "colon";
      case "assign":
        // `list("model" = "x")`
        return tables.profile.namedArguments === "=" ? "key" : "nothing";
      case "key":
        return "key";
      case "arrow":
        return "comparison";
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
