import type { Detection, Format, Frame } from "../candidate.ts";
import { assignmentAt, type CommandFindings, scanScript } from "../commandLine.ts";
import type { Interest } from "../interest.ts";
import { python } from "../languages/python.ts";
import {
  addConfigValue,
  addElement,
  addWordList,
  isCommandKey,
  isNothing,
  isSiblingKey,
  noFacts,
  noteSiblingOf,
  type SiblingFacts,
  type WordList,
  wordListFor,
} from "./configCommands.ts";
import { dotenv } from "./dotenv.ts";
import { addEmbedded, type EmbeddedFormat } from "./embedded.ts";
import { ini } from "./ini.ts";
import { json } from "./json.ts";
import { type MappedText, MappedTextBuilder, sliceOf } from "./mappedText.ts";
import { properties } from "./properties.ts";
import { shell } from "./shell.ts";
import { toml } from "./toml.ts";
import { detectionOf, inside, maximumContextDepth, maximumNesting, noFindings } from "./values.ts";

/** An open mapping or sequence. */
interface Level {
  readonly sequence: boolean;
  /** the column of its keys or dashes; of no meaning inside brackets */
  readonly indent: number;
  /** mappings: the key whose value is being read; flow sequences: the key of a pair without braces (`[a: b]`) */
  key: string | null;
  index: number;
  previous: string | null;
  current: string | null;
  facts: SiblingFacts | null;
  list: WordList | null;
  /** sequences: the layers around, which do not change while it is open; null until somebody asks */
  outer: readonly Frame[] | null;
  /** whether something around it is of interest, which does not change while it is open; null until somebody asks */
  aroundIsOfInterest: boolean | null;
}

const [tab, newline, carriageReturn, space, exclamation, doubleQuote, hash, percent, ampersand, singleQuote, asterisk] = [
  9, 10, 13, 32, 33, 34, 35, 37, 38, 39, 42,
] as const;
const [comma, dash, colon, greater, question, openBracket, backslash, closeBracket, openBrace, pipe, closeBrace] = [
  44, 45, 58, 62, 63, 91, 92, 93, 123, 124, 125,
] as const;

/** Longer templates are none. */
const longestTemplate = 400;

/** Files inside a file (`config.yaml: |` in a ConfigMap) are followed to this depth. */
const maximumFileDepth = 2;

/**
 * Finds the scalars of YAML by lines and indentation, in one pass and without a tree: block and flow collections, quoted and
 * plain scalars, anchors, tags, several documents. Command lines (`command`, `args`, `run`, `script`) are scanned as shell,
 * and embedded files as what they are. Templates of Helm and Jinja and GitHub's expressions give their defaults only.
 * Every character is looked at a bounded number of times, whatever the nesting.
 */
class YamlReader {
  private readonly text: string;
  private readonly findings: CommandFindings;
  private readonly depth: number;
  private readonly stack: Level[] = [];
  private lineStart = 0;
  private lineEnd = 0;
  /** {@link context}, as it is handed on to be asked for */
  private readonly surroundings = (): readonly Frame[] => this.context();
  private readonly isAroundOfInterest = (interest: Interest): boolean => isStackOfInterest(this.stack, interest);
  /** where the next `}}` stands, as far as one has been sought */
  private templateClose = -1;
  /** from where it has been sought */
  private templateFrom = 0;

  constructor(text: string, findings: CommandFindings, depth: number) {
    this.text = text;
    this.findings = findings;
    this.depth = depth;
  }

  read(): void {
    const { text } = this;
    let i = 0;
    while (i < text.length) {
      this.startLine(i);
      let at = this.skipSpaces(i);
      const column = at - i;
      at = this.skipBlanks(at);
      if (this.endsLine(at)) {
        i = this.lineEnd + 1;
        continue;
      }
      const unit = text.charCodeAt(at);
      if (column === 0 && this.isMarker(at)) {
        this.closeTo(-1);
        at = this.skipBlanks(at + 3);
        i = unit === dash && !this.endsLine(at) ? this.readNode(at) : this.lineEnd + 1;
        continue;
      }
      const isTemplateLine = unit === openBrace && (text.charCodeAt(at + 1) === openBrace || text.charCodeAt(at + 1) === percent);
      if (isTemplateLine || (unit === percent && column === 0)) {
        i = this.lineEnd + 1;
        continue;
      }
      i = this.readNode(at);
    }
    this.closeTo(-1);
  }

  private startLine(at: number): void {
    this.lineStart = at;
    const end = this.text.indexOf("\n", at);
    this.lineEnd = end < 0 ? this.text.length : end;
  }

  private skipSpaces(from: number): number {
    let i = from;
    while (this.text.charCodeAt(i) === space) i++;
    return i;
  }

  private skipBlanks(from: number): number {
    let i = from;
    while (i < this.lineEnd && isBlank(this.text.charCodeAt(i))) i++;
    return i;
  }

  /** Nothing but a comment follows; `at` stands behind a blank. */
  private endsLine(at: number): boolean {
    return at >= this.lineEnd || this.text.charCodeAt(at) === hash;
  }

  /** `---` or `...` at the beginning of a line */
  private isMarker(at: number): boolean {
    const { text } = this;
    return (text.startsWith("---", at) || text.startsWith("...", at)) && (at + 3 >= text.length || isSeparator(text.charCodeAt(at + 3)));
  }

  private separated(at: number): boolean {
    return at >= this.lineEnd || isSeparator(this.text.charCodeAt(at));
  }

  private get top(): Level | null {
    return this.stack.length === 0 ? null : (this.stack[this.stack.length - 1] ?? null);
  }

  private push(sequence: boolean, indent: number): Level {
    // block collections of such depth are no file of anybody: the innermost one is given up
    if (this.stack.length > maximumNesting) this.stack.pop();
    const level: Level = {
      sequence,
      indent,
      key: null,
      index: 0,
      previous: null,
      current: null,
      facts: null,
      list: null,
      outer: null,
      aroundIsOfInterest: null,
    };
    this.stack.push(level);
    return level;
  }

  private pop(): void {
    const level = this.stack.pop();
    if (level === undefined || level.list === null) return;
    const parent = this.top;
    const isValue = parent !== null && !parent.sequence;
    if (isValue) parent.facts ??= noFacts();
    addWordList(this.findings, level.list, isValue ? parent.key : null, isValue ? parent.facts : null, this.surroundings);
  }

  /** Closes what is indented deeper than `indent`. */
  private closeTo(indent: number): void {
    while (this.stack.length > 0 && (this.top?.indent ?? -1) > indent) this.pop();
  }

  private enterSequence(column: number): void {
    this.closeTo(column);
    const { top } = this;
    if (top?.sequence && top.indent === column) this.nextElement(top);
    else this.push(true, column);
  }

  private nextElement(level: Level): void {
    level.index++;
    level.previous = level.current;
    level.current = null;
    level.key = null;
  }

  private enterMapping(column: number): Level {
    this.closeTo(column);
    if (this.top?.sequence && this.top.indent === column) this.pop();
    const { top } = this;
    return top !== null && !top.sequence && top.indent === column ? top : this.push(false, column);
  }

  private context(): readonly Frame[] {
    const { top, stack } = this;
    if (top === null || !top.sequence) return this.layersFrom(stack.length - 1, maximumContextDepth);
    top.outer ??= this.layersFrom(stack.length - 2, maximumContextDepth - 1);
    const item: Frame = { kind: "item", index: top.index, previous: top.previous };
    return top.key === null ? inside(item, top.outer) : inside({ kind: "property", key: top.key }, inside(item, top.outer));
  }

  /** Up to `limit` layers, from the level at `depth` outward. */
  private layersFrom(depth: number, limit: number): readonly Frame[] {
    const frames: Frame[] = [];
    for (let i = depth; i >= 0 && frames.length < limit; i--) {
      const level = this.stack[i];
      if (level === undefined) break;
      if (level.key !== null || !level.sequence) frames.push({ kind: "property", key: level.key ?? "" });
      if (level.sequence) frames.push({ kind: "item", index: level.index, previous: level.previous });
    }
    // no larger than it must be: all contexts of a document are kept
    return frames.slice();
  }

  /** Reads the node that begins at `from`, on the current line; the position from which to go on, at the start of a line. */
  private readNode(from: number): number {
    const { text } = this;
    let at = from;
    let node = from;
    for (;;) {
      const unit = text.charCodeAt(at);
      if (unit === dash && this.separated(at + 1)) {
        this.enterSequence(at - this.lineStart);
        at = this.skipBlanks(at + 1);
        node = at;
        if (this.endsLine(at)) return this.lineEnd + 1;
        continue;
      }
      if (unit === question && this.separated(at + 1)) {
        const mapping = this.enterMapping(at - this.lineStart);
        at = this.skipBlanks(at + 1);
        mapping.key = this.endsLine(at) ? "" : this.lineScalar(at);
        return this.lineEnd + 1;
      }
      if (unit === colon && this.separated(at + 1)) {
        this.enterMapping(at - this.lineStart);
        at = this.skipBlanks(at + 1);
        node = at;
        if (this.endsLine(at)) return this.lineEnd + 1;
        continue;
      }
      if (unit === ampersand || unit === exclamation) {
        at = this.skipBlanks(this.wordEnd(at));
        if (this.endsLine(at)) return this.lineEnd + 1;
        continue;
      }
      break;
    }
    const key = this.readKey(at);
    if (key === null) {
      this.closeTo(node - this.lineStart - 1);
      return this.readScalarNode(at, this.top?.indent ?? -1);
    }
    const mapping = this.enterMapping(node - this.lineStart);
    mapping.key = key.name;
    mapping.current = null;
    return this.readValue(key.end, mapping);
  }

  /** The value behind a key's colon. */
  private readValue(from: number, mapping: Level): number {
    const { text } = this;
    let at = this.skipBlanks(from);
    while (!this.endsLine(at)) {
      const unit = text.charCodeAt(at);
      if (unit !== ampersand && unit !== exclamation) return this.readScalarNode(at, mapping.indent);
      at = this.skipBlanks(this.wordEnd(at));
    }
    return this.lineEnd + 1;
  }

  private wordEnd(from: number): number {
    let i = from;
    while (i < this.lineEnd && !isSeparator(this.text.charCodeAt(i))) i++;
    return i;
  }

  /** The key at `at` and the position behind its colon; null where no key of a mapping stands there. */
  private readKey(at: number): { readonly name: string; readonly end: number } | null {
    const { text } = this;
    const unit = text.charCodeAt(at);
    if (unit === doubleQuote || unit === singleQuote) {
      const close = this.closingQuote(at, this.lineEnd);
      if (close < 0) return null;
      const sign = this.skipBlanks(close + 1);
      if (text.charCodeAt(sign) !== colon || !this.separated(sign + 1)) return null;
      return { name: this.quotedValue(at, close).text, end: sign + 1 };
    }
    if (unit === openBrace || unit === openBracket || unit === pipe || unit === greater) return null;
    // an implicit key has at most 1024 characters (YAML 1.2.2, 7.4.2)
    const limit = Math.min(this.lineEnd, at + 1024);
    for (let i = at; i < limit; i++) {
      const next = text.charCodeAt(i);
      if (next === colon && this.separated(i + 1)) return { name: text.slice(at, this.trimmedEnd(at, i)), end: i + 1 };
      if (next === hash && i > at && isBlank(text.charCodeAt(i - 1))) return null;
    }
    return null;
  }

  /** A scalar, flow collection, block scalar or alias in block context, and the rest of its line. */
  private readScalarNode(at: number, parentIndent: number): number {
    const { text } = this;
    const unit = text.charCodeAt(at);
    switch (unit) {
      case asterisk:
        return this.lineEnd + 1;
      case pipe:
      case greater:
        return this.readBlockScalar(at, parentIndent);
      case openBracket:
        return this.readFlow(at, parentIndent);
      case openBrace:
        if (text.charCodeAt(at + 1) !== openBrace) return this.readFlow(at, parentIndent);
        break;
      case doubleQuote:
      case singleQuote: {
        const close = this.quotedEnd(at, parentIndent);
        if (close < 0) return this.lineEnd + 1;
        if (this.isWrittenAsItIs(at, close)) this.addSlice(at + 1, close);
        else this.addScalar(this.quotedValue(at, close));
        return this.lineEnd + 1;
      }
    }
    return this.readPlain(at, parentIndent);
  }

  /** The text of a plain or quoted scalar that ends with the line. */
  private lineScalar(at: number): string {
    const unit = this.text.charCodeAt(at);
    if (unit === doubleQuote || unit === singleQuote) {
      const close = this.closingQuote(at, this.lineEnd);
      if (close >= 0) return this.quotedValue(at, close).text;
    }
    return this.text.slice(at, this.plainEnd(at));
  }

  private trimmedEnd(from: number, to: number): number {
    let end = to;
    while (end > from && isBlank(this.text.charCodeAt(end - 1))) end--;
    return end;
  }

  /** The end of a plain scalar on this line: a comment's ` #`, or the line's end. */
  private plainEnd(at: number): number {
    const { text } = this;
    for (let i = at + 1; i < this.lineEnd; i++) {
      if (text.charCodeAt(i) === hash && isBlank(text.charCodeAt(i - 1))) return this.trimmedEnd(at, i);
    }
    return this.trimmedEnd(at, this.lineEnd);
  }

  /** A plain scalar with the deeper lines that continue it; the start of the line behind it. */
  private readPlain(at: number, parentIndent: number): number {
    const { text } = this;
    const end = this.plainEnd(at);
    const ended = this.skipBlanks(end) < this.lineEnd;
    let next = this.lineEnd + 1;
    let start = ended ? -1 : this.continuation(next, parentIndent);
    if (start < 0) {
      this.addSlice(at, end);
      return next;
    }
    // a text over several lines is a command line or prose
    const key = this.keyAround();
    const builder = key !== null && isCommandKey(key) ? new MappedTextBuilder(text) : null;
    builder?.copy(at, end);
    let previousEnd = end;
    for (; start >= 0; start = this.continuation(next, parentIndent)) {
      this.startLine(start);
      const to = this.plainEnd(start);
      builder?.replace(" ", previousEnd, start);
      builder?.copy(start, to);
      previousEnd = to;
      next = this.lineEnd + 1;
      if (this.skipBlanks(to) < this.lineEnd) break;
    }
    if (builder !== null) this.addScalar(builder.build());
    return next;
  }

  /** Where the text of the line after blank lines begins, if it continues a plain scalar; else -1. */
  private continuation(from: number, parentIndent: number): number {
    const { text } = this;
    let i = from;
    let start = from;
    while (i < text.length) {
      const unit = text.charCodeAt(i);
      if (unit === newline) start = i + 1;
      else if (!isBlank(unit)) break;
      i++;
    }
    if (i >= text.length) return -1;
    const indent = this.skipSpaces(start) - start;
    if (indent <= parentIndent || text.charCodeAt(i) === hash || (i === start && this.isMarker(i))) return -1;
    if (parentIndent < 0 && indent === 0 && text.charCodeAt(i) === percent) return -1;
    return this.looksLikeEntry(i) ? -1 : i;
  }

  /** Whether a line's text begins like a sequence's element or a mapping's key: what is being typed above it has no end yet. */
  private looksLikeEntry(at: number): boolean {
    const { text } = this;
    if (text.charCodeAt(at) === dash && isSeparator(text.charCodeAt(at + 1))) return true;
    for (let i = at; i < text.length && i < at + 200; i++) {
      const unit = text.charCodeAt(i);
      if (unit === colon) return i > at && (i + 1 >= text.length || isSeparator(text.charCodeAt(i + 1)));
      if (isSeparator(unit) || unit === doubleQuote || unit === comma) return false;
    }
    return false;
  }

  /** The closing quote of the scalar at `at`, before `limit`; -1 where there is none. */
  private closingQuote(at: number, limit: number, quote: number = this.text.charCodeAt(at)): number {
    const { text } = this;
    for (let i = at + 1; i < limit; i++) {
      const unit = text.charCodeAt(i);
      if (unit === openBrace && quote === doubleQuote && text.charCodeAt(i + 1) === openBrace) {
        // Helm fills in templates before YAML is read: the quotes in them are not YAML's
        const close = this.templateEnd(i);
        if (close > 0 && close < Math.min(limit, i + longestTemplate) && text.slice(i, close).split('"').length % 2 === 1) i = close - 1;
      } else if (unit === quote) {
        if (quote === doubleQuote || text.charCodeAt(i + 1) !== quote) return i;
        i++;
      } else if (unit === backslash && quote === doubleQuote) i++;
    }
    return -1;
  }

  /**
   * The closing quote of the scalar at `at`, on this line or one below; the current line becomes the one it ends on. -1 where it has no end: then
   * nothing moves.
   */
  private quotedEnd(at: number, parentIndent: number): number {
    const { text } = this;
    let close = this.closingQuote(at, this.lineEnd);
    if (close < 0) {
      const quote = text.charCodeAt(at);
      const { lineStart } = this;
      // Lines that are too little indented end the search: the quote is being typed. What was searched holds no such quote,
      // so that the search costs each line once.
      let from = this.lineEnd + 1;
      while (close < 0 && from < text.length) {
        this.startLine(from);
        const start = this.skipSpaces(from);
        const isBlankLine = this.skipBlanks(start) >= this.lineEnd;
        if (!isBlankLine && (start - from <= parentIndent || (start === from && this.isMarker(start)))) break;
        close = this.closingQuote(from - 1, this.lineEnd, quote);
        from = this.lineEnd + 1;
      }
      if (close < 0) {
        this.startLine(lineStart);
      }
    }
    return close;
  }

  /** Whether nothing between the quotes stands for anything else. */
  private isWrittenAsItIs(open: number, close: number): boolean {
    const { text } = this;
    const mark = text.charCodeAt(open) === doubleQuote ? backslash : singleQuote;
    for (let i = open + 1; i < close; i++) {
      const unit = text.charCodeAt(i);
      if (unit === newline || unit === mark) return false;
    }
    return true;
  }

  private quotedValue(open: number, close: number): MappedText {
    const { text } = this;
    if (this.isWrittenAsItIs(open, close)) return sliceOf(text, open + 1, close);
    const double = text.charCodeAt(open) === doubleQuote;
    const builder = new MappedTextBuilder(text);
    let from = open + 1;
    let i = from;
    while (i < close) {
      const unit = text.charCodeAt(i);
      if (unit === newline) {
        builder.copy(from, this.trimmedEnd(from, i));
        const start = i;
        let breaks = 0;
        while (i < close && isSeparator(text.charCodeAt(i))) {
          if (text.charCodeAt(i) === newline) breaks++;
          i++;
        }
        builder.replace(breaks === 1 ? " " : "\n".repeat(breaks - 1), start, i);
        from = i;
      } else if (unit === singleQuote && !double) {
        builder.copy(from, i);
        builder.replace("'", i, i + 2);
        i += 2;
        from = i;
      } else if (unit === backslash && double) {
        builder.copy(from, i);
        i = this.readEscape(builder, i, close);
        from = i;
      } else i++;
    }
    builder.copy(from, close);
    return builder.build();
  }

  /** Appends what the escape at `at` stands for; the position behind it. */
  private readEscape(builder: MappedTextBuilder, at: number, close: number): number {
    const { text } = this;
    const letter = text.charAt(at + 1);
    if (letter === "\n" || letter === "\r") {
      let i = at + 1;
      while (i < close && text.charCodeAt(i) !== newline) i++;
      i++;
      while (i < close && isBlank(text.charCodeAt(i))) i++;
      return Math.min(i, close);
    }
    return builder.escape(at, close, escapes);
  }

  /** Adds a scalar that is written as it is, in `[start, end)`. Most are nothing by their looks, and are not cut out. */
  private addSlice(start: number, end: number): void {
    const { top, text } = this;
    const { interest } = this.findings;
    if (top?.sequence && top.key === null) {
      const isWord = top.index === 0 ? this.wordList(top, text.slice(start, end)) !== null : top.list !== null;
      if (!isWord && isNothing(interest, text, start, end, null, this.isAroundOfInterest)) {
        top.current = text.slice(start, end);
        return;
      }
    } else if (top !== null) {
      const key = top.key ?? "";
      const hasVariable = top.facts !== null && top.facts.variable !== null;
      if (!(hasVariable || isSiblingKey(key)) && isNothing(interest, text, start, end, key, this.isAroundOfInterest)) return;
    }
    this.addScalar(sliceOf(text, start, end));
  }

  private addScalar(value: MappedText): void {
    const { top, findings } = this;
    if (top === null) {
      addConfigValue(findings, value, null, null, false, this.surroundings);
      return;
    }
    if (top.sequence && top.key === null) {
      top.current = value.text;
      const list = this.wordList(top, value.text);
      if (list !== null) addElement(list, value, top.index);
      else addConfigValue(findings, value, null, null, true, this.surroundings);
      return;
    }
    const key = top.key ?? "";
    if (noteSiblingOf(top, key, value.text, findings)) return;
    addConfigValue(findings, value, key, top.facts, false, this.surroundings);
  }

  /** The command line whose elements the sequence's strings are, or null. */
  private wordList(level: Level, first: string): WordList | null {
    if (level.index === 0 && level.list === null) {
      const parent = this.stack[this.stack.length - 2];
      level.list = wordListFor(parent === undefined || parent.sequence ? null : parent.key, first);
    }
    return level.list;
  }

  /** The key whose value holds the scalar that is being read. */
  private keyAround(): string | null {
    for (let i = this.stack.length - 1; i >= 0 && i > this.stack.length - 4; i--) {
      const level = this.stack[i];
      if (level !== undefined && level.key !== null) return level.key;
    }
    return null;
  }

  /** A literal (`|`) or folded (`>`) block: shell text or an embedded file, else prose. The start of the line behind it. */
  private readBlockScalar(at: number, parentIndent: number): number {
    const { text } = this;
    const folded = text.charCodeAt(at) === greater;
    let explicit = 0;
    let i = at + 1;
    for (; i < this.lineEnd && !isSeparator(text.charCodeAt(i)); i++) {
      const unit = text.charCodeAt(i);
      if (unit >= 49 && unit <= 57) explicit = unit - 48;
      else if (unit !== dash && unit !== 43) return this.lineEnd + 1;
    }
    const start = this.lineEnd + 1;
    let indent = explicit > 0 ? Math.max(parentIndent, 0) + explicit : -1;
    let end = start;
    let first = -1;
    for (let line = start; line < text.length; line = this.lineEnd + 1) {
      this.startLine(line);
      const content = this.skipSpaces(line);
      if (this.skipBlanks(content) >= this.lineEnd) continue;
      const column = content - line;
      if (indent < 0) indent = column > parentIndent ? column : Number.POSITIVE_INFINITY;
      if (column < indent || (column === 0 && this.isMarker(content))) break;
      if (first < 0) first = content;
      end = this.lineEnd;
    }
    if (first >= 0) this.addBlock(start, end, indent, first, folded);
    else if (this.top?.sequence) this.top.current = null;
    return first >= 0 ? Math.min(end + 1, text.length) : start;
  }

  private addBlock(start: number, end: number, indent: number, first: number, folded: boolean): void {
    const { top, findings, text } = this;
    if (top?.sequence && top.key === null) {
      top.current = null;
      const list = this.wordList(top, text.slice(first, first + 2));
      if (list !== null) {
        addElement(list, this.blockText(start, end, indent, folded, true), top.index);
        return;
      }
    } else if (top !== null) {
      const key = top.key ?? "";
      const file = this.depth < maximumFileDepth ? embeddedFormat(key, this.depth + 1) : null;
      if (file !== null) {
        addEmbedded(findings, this.blockText(start, end, indent, false, false), file);
        return;
      }
      if (isCommandKey(key)) {
        addConfigValue(findings, this.blockText(start, end, indent, folded, true), key, top.facts, false, this.surroundings);
        return;
      }
    }
    const line = text.slice(first, Math.min(end, first + 120));
    if (looksLikeCommand.test(line) || assignmentAt(line) > 0)
      scanScript(this.blockText(start, end, indent, folded, true), findings, this.surroundings);
  }

  /** The text of a block. As a command line, lines that begin with a flag continue the one before: no command begins with a dash. */
  private blockText(start: number, end: number, indent: number, folded: boolean, isCommand: boolean): MappedText {
    const { text } = this;
    const builder = new MappedTextBuilder(text);
    let line = start;
    while (line < end) {
      const found = text.indexOf("\n", line);
      const lineEnd = found < 0 || found > end ? end : found;
      builder.copy(Math.min(line + indent, lineEnd), lineEnd);
      const next = lineEnd + 1;
      if (next < end) {
        const content = text.charCodeAt(next + indent);
        const continues = isCommand && (folded || content === dash) && text.charCodeAt(lineEnd - 1) !== backslash;
        if (continues && lineEnd > line && !isSeparator(content)) builder.replace(" ", lineEnd, next);
        else builder.copy(lineEnd, next);
      }
      line = next;
    }
    return builder.build();
  }

  /** A flow collection, over any number of lines; the start of the line behind it. */
  private readFlow(from: number, parentIndent: number): number {
    const { text } = this;
    const base = this.stack.length;
    let pending: MappedText | null = null;
    /** the last token can stand right before a colon: a quoted scalar, a closing bracket */
    let closes = false;
    /** brackets that are open beyond the depth that is followed */
    let beyond = 0;
    let i = from;
    do {
      if (i >= this.lineEnd) {
        i = this.nextFlowLine(parentIndent);
        if (i < 0) break;
        continue;
      }
      const unit = text.charCodeAt(i);
      if (isBlank(unit)) {
        i++;
        continue;
      }
      if (unit === hash && isSeparator(text.charCodeAt(i - 1))) {
        i = this.lineEnd;
        continue;
      }
      if (unit === openBrace && text.charCodeAt(i + 1) === openBrace) {
        const close = this.templateEnd(i);
        if (close >= 0) {
          pending = sliceOf(text, i, close);
          closes = false;
          i = close;
          continue;
        }
      }
      if (unit === openBrace || unit === openBracket) {
        pending = null;
        closes = false;
        if (this.stack.length >= maximumNesting) {
          beyond++;
          i++;
          continue;
        }
        this.push(unit === openBracket, Number.MAX_SAFE_INTEGER);
        i++;
        continue;
      }
      if (unit === comma || unit === closeBrace || unit === closeBracket) {
        if (beyond === 0) this.endFlowEntry(pending);
        pending = null;
        closes = unit !== comma;
        if (beyond > 0) {
          if (closes) beyond--;
        } else if (closes) {
          this.pop();
          if (this.stack.length > base && this.top?.sequence) this.top.current = null;
        } else {
          const { top } = this;
          if (top?.sequence) this.nextElement(top);
          else if (top !== null) top.key = null;
        }
        i++;
        continue;
      }
      if (unit === colon && (closes || this.separated(i + 1) || isFlowIndicator(text.charCodeAt(i + 1)))) {
        const { top } = this;
        if (top !== null && beyond === 0) top.key = pending?.text ?? "";
        pending = null;
        closes = false;
        i++;
        continue;
      }
      if (unit === doubleQuote || unit === singleQuote) {
        const close = this.quotedEnd(i, parentIndent);
        if (close < 0) break;
        pending = this.quotedValue(i, close);
        closes = true;
        i = close + 1;
        continue;
      }
      if (unit === ampersand || unit === exclamation || unit === asterisk) {
        i++;
        while (i < this.lineEnd && !isSeparator(text.charCodeAt(i)) && !isFlowIndicator(text.charCodeAt(i))) i++;
        closes = unit === asterisk;
        continue;
      }
      if (unit === question && this.separated(i + 1)) {
        i++;
        continue;
      }
      const end = this.flowPlainEnd(i);
      // a second plain text without a comma continues the first one on a new line: prose
      pending = pending === null ? sliceOf(text, i, this.trimmedEnd(i, end)) : { text: "? ", offset: i, segments: [0, i, end] };
      closes = false;
      i = end;
    } while (this.stack.length > base);
    while (this.stack.length > base) this.pop();
    const { top } = this;
    if (top?.sequence) top.current = null;
    return i < 0 ? this.lineEnd : this.lineEnd + 1;
  }

  private endFlowEntry(pending: MappedText | null): void {
    const { top } = this;
    if (pending === null || top === null || (!top.sequence && top.key === null)) return;
    if (pending.segments === null) this.addSlice(pending.offset, pending.offset + pending.text.length);
    else this.addScalar(pending);
  }

  private flowPlainEnd(from: number): number {
    const { text } = this;
    let i = from;
    while (i < this.lineEnd) {
      const unit = text.charCodeAt(i);
      if (isFlowIndicator(unit) && i > from) break;
      if (unit === colon && i > from && (this.separated(i + 1) || isFlowIndicator(text.charCodeAt(i + 1)))) break;
      if (unit === hash && i > from && isBlank(text.charCodeAt(i - 1))) break;
      i++;
    }
    return Math.max(i, from + 1);
  }

  /** Goes to the next line of a flow collection; -1 at the end of the text, or where a line shows that no bracket will close it. */
  private nextFlowLine(parentIndent: number): number {
    const { text } = this;
    if (this.lineEnd >= text.length) return -1;
    const next = this.lineEnd + 1;
    const content = this.skipSpaces(next);
    const indent = content - next;
    const unit = text.charCodeAt(content);
    const closing = unit === closeBrace || unit === closeBracket || unit === comma;
    const broken = indent === 0 && this.isMarker(content);
    if (broken || (indent <= parentIndent && !closing && !isSeparator(unit) && unit !== hash && this.looksLikeEntry(content))) {
      // the line is read again, as one of the block around
      this.lineEnd = next;
      return -1;
    }
    this.startLine(next);
    return content;
  }

  /** Behind the `}}` of the template at `at`, if it ends on this line; else -1. */
  private templateEnd(at: number): number {
    const from = at + 2;
    if (from < this.templateFrom) {
      // a line that is read once more
      const close = this.text.slice(from, this.templateFrom).indexOf("}}");
      if (close >= 0) return from + close < this.lineEnd ? from + close + 2 : -1;
    } else if (this.templateClose < from) {
      const close = this.text.indexOf("}}", from);
      this.templateClose = close < 0 ? Number.POSITIVE_INFINITY : close;
      this.templateFrom = from;
    }
    return this.templateClose < this.lineEnd ? this.templateClose + 2 : -1;
  }
}

/** Whether a key around a value in the levels of `stack` is of interest, without making its context. */
function isStackOfInterest(stack: readonly Level[], interest: Interest): boolean {
  let known = stack.length - 1;
  while (known > 0 && stack[known]?.aroundIsOfInterest === null) known--;
  let answer = stack[known]?.aroundIsOfInterest ?? false;
  for (let i = known + 1; i < stack.length; i++) {
    answer ||= isKeyOfInterest(stack[i - 1], interest);
    const level = stack[i];
    if (level !== undefined) level.aroundIsOfInterest = answer;
  }
  return answer || isKeyOfInterest(stack[stack.length - 1], interest);
}

function isKeyOfInterest(level: Level | undefined, interest: Interest): boolean {
  return level !== undefined && level.key !== null && interest.inName(level.key);
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["e", "\x1b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
  ["N", "\u0085"],
  ["_", "\u00a0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
]);

/** The first line of shell text under a key that does not say so. */
const looksLikeCommand =
  /^(?:#!\S*\/(?:env )?(?:ba|z|da|k)?sh\b|set -|(?:sudo |exec )?(?:ollama|vllm|python3?|pip3?|uv|uvx|docker|curl|wget|huggingface-cli|hf|npx|bash|export|cd|accelerate|torchrun|deepspeed|litellm|llamafactory-cli) )/;

/** How the file that a key names (`config.yaml: |`) is read; null where the key names no file of ours. */
function embeddedFormat(key: string, depth: number): EmbeddedFormat | null {
  const dot = key.lastIndexOf(".");
  switch (dot < 0 ? "" : key.slice(dot)) {
    case ".yaml":
    case ".yml":
      return { detect: (text, interest) => detectYaml(text, depth, interest) };
    case ".json":
      return json;
    case ".toml":
      return toml;
    case ".properties":
      return properties;
    case ".ini":
    case ".cfg":
    case ".conf":
      return ini;
    case ".py":
      return python;
    case ".sh":
      return shell;
    case ".env":
      return dotenv;
    default:
      return null;
  }
}

function isBlank(unit: number): boolean {
  return unit === space || unit === tab || unit === carriageReturn;
}

function isSeparator(unit: number): boolean {
  return unit === space || unit === newline || unit === carriageReturn || unit === tab;
}

function isFlowIndicator(unit: number): boolean {
  return unit === comma || unit === openBracket || unit === closeBracket || unit === openBrace || unit === closeBrace;
}

function detectYaml(text: string, depth: number, interest?: Interest): Detection {
  const findings = noFindings(interest);
  new YamlReader(text, findings, depth).read();
  return detectionOf(findings);
}

/** YAML: compose files, Kubernetes, Helm, GitHub Actions, configurations of training and serving. */
export const yaml: Format = {
  id: "yaml",
  languageIds: ["yaml", "dockercompose", "github-actions-workflow", "helm"],
  fileNames: [
    "*.yaml",
    "*.yml",
    "*.yaml.j2",
    "*.yml.j2",
    "*.yaml.tmpl",
    "*.yml.tmpl",
    "*.yaml.tpl",
    "*.yml.tpl",
    "*.yaml.template",
    "*.yml.template",
    "*.yaml.example",
    "*.yml.example",
    "*.yaml.sample",
    "*.yml.sample",
    "*.yaml.dist",
    "*.yml.dist",
  ],
  detect: (text, interest) => detectYaml(text, 0, interest),
};
