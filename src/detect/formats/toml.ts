import type { Detection, Format, Frame } from "../candidate.ts";
import type { CommandFindings } from "../commandLine/findings.ts";
import type { Interest } from "../interest.ts";
import {
  addConfigValue,
  addElement,
  addWordList,
  noFacts,
  noteSiblingOf,
  type SiblingFacts,
  type WordList,
  wordListFor,
} from "./configCommands.ts";
import { isBlank, lineEndAt, skipBlanks } from "./lines.ts";
import { type MappedText, MappedTextBuilder, sliceOf } from "./mappedText.ts";
import { allInside, detectionOf, inside, maximumContextDepth, maximumNesting, noFindings } from "./values.ts";

const newline = 10;
const doubleQuote = 34;
const hash = 35;
const singleQuote = 39;
const comma = 44;
const dot = 46;
const equals = 61;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** Longer keys are no keys. */
const longestKey = 1024;

/** An open array or inline table. */
interface Level {
  readonly array: boolean;
  /** tables: the parts of the key whose value is being read */
  key: readonly string[];
  index: number;
  previous: string | null;
  facts: SiblingFacts | null;
  list: WordList | null;
  /** the layers around it, which do not change while it is open; null until somebody asks */
  outer: readonly Frame[] | null;
}

/**
 * Finds the strings of TOML: basic and literal, on one line and over several, in arrays, inline tables, tables and arrays of tables.
 * What is broken ends with its line, so that a file is understood while it is typed.
 */
class TomlReader {
  private readonly text: string;
  private readonly findings: CommandFindings;
  private i = 0;
  /** the table that a header has opened, innermost first */
  private table: readonly Frame[] = [];
  private root: Level = level(false);
  private readonly stack: Level[] = [];
  /** brackets that are open beyond the depth that is followed */
  private beyond = 0;
  /** {@link context}, as it is handed on to be asked for */
  private readonly surroundings = (): readonly Frame[] => this.context();
  private readonly tables = new Map<string, number>();
  /** quotes of several lines that are known not to come again */
  private readonly absent = new Set<string>();

  constructor(text: string, findings: CommandFindings) {
    this.text = text;
    this.findings = findings;
  }

  read(): void {
    const { text } = this;
    while (this.i < text.length) {
      this.skipSpace();
      const unit = text.charCodeAt(this.i);
      if (this.i >= text.length) return;
      if (unit === openBracket) this.readHeader();
      else if (this.readKey(this.root) && this.readValue()) continue;
      // whatever is left of the line says nothing more
      this.i = lineEndAt(text, this.i) + 1;
    }
  }

  /** The innermost open array or table, else the table of the last header. */
  private get top(): Level {
    return this.stack.length === 0 ? this.root : (this.stack[this.stack.length - 1] ?? this.root);
  }

  /** Passes over blanks, line ends and comments. */
  private skipSpace(): void {
    const { text } = this;
    for (; this.i < text.length; this.i++) {
      const unit = text.charCodeAt(this.i);
      if (unit === hash) this.i = lineEndAt(text, this.i);
      else if (!isBlank(unit) && unit !== newline) return;
    }
  }

  /** `[a.b]` or `[[a.b]]` */
  private readHeader(): void {
    const { text } = this;
    const isElement = text.charCodeAt(this.i + 1) === openBracket;
    this.i += isElement ? 2 : 1;
    const path = this.readPath();
    const name = path.join(".");
    const frames: Frame[] = [];
    if (isElement) {
      const index = (this.tables.get(name) ?? -1) + 1;
      this.tables.set(name, index);
      frames.push({ kind: "item", index, previous: null });
    }
    this.table = frames.concat(keyFrames(path)).slice(0, maximumContextDepth);
    this.root = level(false);
  }

  /** The key of an entry and its sign; false where there is none. */
  private readKey(target: Level): boolean {
    const { text } = this;
    const path = this.readPath();
    if (path.length === 0 || text.charCodeAt(this.i) !== equals) return false;
    this.i++;
    target.key = path;
    return true;
  }

  /** A dotted key; `i` is left behind the blanks that follow it. */
  private readPath(): readonly string[] {
    const { text } = this;
    const limit = Math.min(text.length, this.i + longestKey);
    const path: string[] = [];
    while (this.i < limit) {
      this.i = skipBlanks(text, this.i, limit);
      const unit = text.charCodeAt(this.i);
      const start = this.i;
      if (unit === doubleQuote || unit === singleQuote) {
        const close = this.closingQuote(start + 1, unit, limit);
        if (close < 0) return path;
        path.push(this.stringValue(start + 1, close, unit === doubleQuote, false).text);
        this.i = close + 1;
      } else {
        while (this.i < limit && isKeyUnit(text.charCodeAt(this.i))) this.i++;
        if (this.i === start) return path;
        path.push(text.slice(start, this.i));
      }
      this.i = skipBlanks(text, this.i, limit);
      if (text.charCodeAt(this.i) !== dot) return path;
      this.i++;
    }
    return path;
  }

  /** A value with all that is nested in it; `i` is left behind it. True where it is cut by the entry that begins there. */
  private readValue(): boolean {
    const { text, stack } = this;
    let isCut = false;
    do {
      const top = stack[stack.length - 1];
      if (top === undefined) this.i = skipBlanks(text, this.i, text.length);
      else this.skipSpace();
      if (this.i >= text.length) break;
      const unit = text.charCodeAt(this.i);
      if (unit === doubleQuote || unit === singleQuote) {
        if (!this.readString(unit)) break;
      } else if (unit === openBracket || unit === openBrace) {
        this.open(unit === openBracket);
      } else if (top === undefined) break;
      else if (unit === closeBracket || unit === closeBrace) {
        this.close();
        this.i++;
      } else if (unit === comma) {
        this.i++;
        if (this.beyond > 0) continue;
        if (top.array) top.index++;
        else this.readInnerKey();
      } else {
        // an entry of the next line shows that the bracket is still being typed
        isCut = this.startsEntry();
        if (isCut || (unit === equals && this.beyond === 0)) break;
        const start = this.i;
        while (this.i < text.length && !endsBare(text.charCodeAt(this.i))) this.i++;
        if (this.i === start) this.i++;
        else if (top.array && this.beyond === 0) this.addLiteral(top, start);
      }
    } while (stack.length > 0);
    this.beyond = 0;
    while (stack.length > 0) this.close();
    return isCut;
  }

  /** Goes into the array or inline table whose bracket stands at `i`. */
  private open(array: boolean): void {
    this.i++;
    if (this.stack.length >= maximumNesting) {
      this.beyond++;
      return;
    }
    this.stack.push(level(array));
    if (!array) this.readInnerKey();
  }

  private readInnerKey(): void {
    this.skipSpace();
    const top = this.stack[this.stack.length - 1];
    if (top !== undefined) this.readKey(top);
  }

  /** Whether a key and its sign, or a header, begin the line at `i`. */
  private startsEntry(): boolean {
    const { text } = this;
    const before = text.charCodeAt(this.i - 1);
    if (this.i > 0 && before !== newline) return false;
    let end = this.i;
    while (end < text.length && end - this.i < 100 && (isKeyUnit(text.charCodeAt(end)) || text.charCodeAt(end) === dot)) end++;
    if (end === this.i) return false;
    return text.charCodeAt(skipBlanks(text, end, text.length)) === equals;
  }

  private addLiteral(top: Level, start: number): void {
    top.previous = null;
    if (top.list !== null) addElement(top.list, sliceOf(this.text, start, this.i), top.index);
  }

  /** The string at `i`; false where it has no end on its line. */
  private readString(quote: number): boolean {
    const { text } = this;
    const block = quote === doubleQuote ? '"""' : "'''";
    const start = this.i;
    if (text.startsWith(block, start)) {
      const close = this.absent.has(block) ? -1 : this.closingBlock(start + 3, block);
      if (close < 0) {
        this.absent.add(block);
        return false;
      }
      let from = start + 3;
      if (text.charCodeAt(from) === 13) from++;
      if (text.charCodeAt(from) === newline) from++;
      this.i = close + 3;
      this.add(this.stringValue(Math.min(from, close), close, quote === doubleQuote, true));
      return true;
    }
    const close = this.closingQuote(start + 1, quote, text.length);
    if (close < 0) return false;
    this.i = close + 1;
    this.add(this.stringValue(start + 1, close, quote === doubleQuote, false));
    return true;
  }

  /** The quote that closes a string of one line, before `limit`; -1 where there is none. */
  private closingQuote(from: number, quote: number, limit: number): number {
    const { text } = this;
    for (let i = from; i < limit; i++) {
      const unit = text.charCodeAt(i);
      if (unit === quote) return i;
      if (unit === newline) return -1;
      if (unit === backslash && quote === doubleQuote && text.charCodeAt(i + 1) !== newline) i++;
    }
    return -1;
  }

  /** Where the last three quotes begin: up to two more may belong to the value. */
  private closingBlock(from: number, block: string): number {
    const { text } = this;
    let at = text.indexOf(block, from);
    while (at >= 0 && block === '"""') {
      let slashes = at;
      while (slashes > from && text.charCodeAt(slashes - 1) === backslash) slashes--;
      if ((at - slashes) % 2 === 0) break;
      at = text.indexOf(block, at + 1);
    }
    if (at < 0) return -1;
    for (let more = 0; more < 2 && text.startsWith(block, at + 1); more++) at++;
    return at;
  }

  private stringValue(start: number, end: number, escaped: boolean, isBlock: boolean): MappedText {
    const value = sliceOf(this.text, start, end);
    if (!escaped || !value.text.includes("\\")) return value;
    const builder = new MappedTextBuilder(this.text);
    let from = start;
    let i = start;
    while (i < end) {
      if (this.text.charCodeAt(i) !== backslash) {
        i++;
        continue;
      }
      builder.copy(from, i);
      i = this.readEscape(builder, i, end, isBlock);
      from = i;
    }
    builder.copy(from, end);
    return builder.build();
  }

  private readEscape(builder: MappedTextBuilder, at: number, end: number, isBlock: boolean): number {
    const { text } = this;
    const letter = text.charAt(at + 1);
    if (isBlock && /\s/.test(letter)) {
      let i = at + 1;
      while (i < end && (isBlank(text.charCodeAt(i)) || text.charCodeAt(i) === newline)) i++;
      return i;
    }
    return builder.escape(at, end, escapes);
  }

  private add(value: MappedText): void {
    const { findings, top } = this;
    if (this.beyond > 0) return;
    if (top.array) {
      if (top.index === 0 && top.list === null) top.list = wordListFor(this.keyAround(), value.text);
      if (top.list !== null) addElement(top.list, value, top.index);
      else addConfigValue(findings, value, null, null, true, this.surroundings);
      top.previous = value.text;
      return;
    }
    const key = top.key[top.key.length - 1] ?? "";
    if (noteSiblingOf(top, key, value.text, findings)) return;
    addConfigValue(findings, value, key, top.facts, false, this.surroundings);
  }

  /** The key whose value the innermost array is; null for an array inside an array. */
  private keyAround(): string | null {
    const parent = this.stack.length > 1 ? this.stack[this.stack.length - 2] : this.root;
    return parent === undefined || parent.array ? null : (parent.key[parent.key.length - 1] ?? null);
  }

  private close(): void {
    if (this.beyond > 0) {
      this.beyond--;
      return;
    }
    const closed = this.stack.pop();
    if (closed === undefined) return;
    const parent = this.stack[this.stack.length - 1] ?? this.root;
    if (parent.array) parent.previous = null;
    if (closed.list === null) return;
    const key = parent.array ? null : (parent.key[parent.key.length - 1] ?? null);
    if (key !== null) parent.facts ??= noFacts();
    addWordList(this.findings, closed.list, key, key === null ? null : parent.facts, this.surroundings);
  }

  /** What surrounds the value that is being read, the innermost layer first. */
  private context(): readonly Frame[] {
    const { top } = this;
    if (top.outer === null) {
      const outer: Frame[] = [];
      for (let k = this.stack.length - 2; k >= -1 && outer.length < maximumContextDepth; k--) {
        const at = k < 0 ? this.root : this.stack[k];
        if (at !== undefined) outer.push(...framesOf(at));
      }
      top.outer = this.stack.length === 0 ? this.table : outer.concat(this.table);
    }
    const frames = top.array ? inside(itemOf(top), top.outer) : allInside(keyFrames(top.key), top.outer);
    return frames.length > maximumContextDepth ? frames.slice(0, maximumContextDepth) : frames;
  }
}

function level(array: boolean): Level {
  return { array, key: [], index: 0, previous: null, facts: null, list: null, outer: null };
}

/** The layers that an open array or table is to what is being read in it. */
function framesOf(at: Level): Frame[] {
  return at.array ? [itemOf(at)] : keyFrames(at.key);
}

function itemOf({ index, previous }: Level): Frame {
  return { kind: "item", index, previous };
}

/** The innermost part of a dotted key first. */
function keyFrames(path: readonly string[]): Frame[] {
  const only = path[0];
  if (path.length === 1 && only !== undefined) return [{ kind: "property", key: only }];
  return path
    .slice(-maximumContextDepth)
    .reverse()
    .map((key) => ({ kind: "property", key }));
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["b", "\b"],
  ["e", "\x1b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

function isKeyUnit(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95 || unit === 45 || unit > 127
  );
}

function endsBare(unit: number): boolean {
  return (
    isBlank(unit) ||
    unit === newline ||
    unit === comma ||
    unit === closeBracket ||
    unit === closeBrace ||
    unit === hash ||
    unit === doubleQuote ||
    unit === singleQuote
  );
}

function detectToml(text: string, interest?: Interest): Detection {
  const findings = noFindings(interest);
  new TomlReader(text, findings).read();
  return detectionOf(findings);
}

/** TOML: pyproject.toml, Cargo.toml, configurations of agents and command lines. */
export const toml: Format = {
  id: "toml",
  languageIds: ["toml"],
  fileNames: ["*.toml", "*.toml.example", "*.toml.template", "*.toml.sample", "*.toml.dist", "*.toml.tmpl", "*.toml.j2", "pipfile"],
  detect: detectToml,
};
