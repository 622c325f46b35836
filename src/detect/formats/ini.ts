import type { Detection, Format } from "../candidate.ts";
import { scanPairs } from "../commandLine/pairs.ts";
import { wordOf } from "../commandLine/words.ts";
import { scanScript } from "../commandLine.ts";
import type { CommandFindings } from "../findings.ts";
import type { Frame } from "../frame.ts";
import type { Interest } from "../interest.ts";
import { isCommandKey } from "./configCommands.ts";
import { isBlank, lineEndAt, skipBlanks, trimEnd, unquoted } from "./lines.ts";
import { type MappedText, sliceOf } from "./mappedText.ts";
import { addValue, addVariableValue, detectionOf, inside, maximumContextDepth, maximumWordsLength, noFindings, shared } from "./values.ts";

const doubleQuote = 34;
const hash = 35;
const singleQuote = 39;
const plus = 43;
const slash = 47;
const colon = 58;
const semicolon = 59;
const equals = 61;
const question = 63;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** Longer keys are no keys. */
const longestKey = 256;

/** The list of lines that is the value of a key, while it is read. */
interface OpenKey {
  readonly key: string;
  readonly indent: number;
  index: number;
  previous: string | null;
}

/** A list in brackets that goes on over the next lines, while it is read. */
interface OpenList extends OpenKey {
  /** how many braces are open around it */
  readonly depth: number;
}

/**
 * Finds the values of `key = value` and `key: value` under `[section]`, by lines: comments begin with `#`, `;` or `//`, behind a value with
 * a blank and `#` or `;`; deeper lines continue the value above as a list (configparser, tox). Braces (`llm { model = "x" }`, as in HOCON and
 * in servers' configurations) are parts of the path, and a list in brackets may go on over lines, of objects too. Keys that hold command lines
 * are scanned as such.
 */
class IniReader {
  private readonly text: string;
  private readonly findings: CommandFindings;
  private section: readonly Frame[] = [];
  private readonly blocks: (readonly Frame[])[] = [];
  private open: OpenKey | null = null;
  private list: OpenList | null = null;

  constructor(text: string, findings: CommandFindings) {
    this.text = text;
    this.findings = findings;
  }

  read(): void {
    const { text } = this;
    for (let line = 0; line < text.length; ) {
      const lineEnd = lineEndAt(text, line);
      const start = skipBlanks(text, line, lineEnd);
      if (start < lineEnd && !startsComment(text, start)) this.readLine(line, start, trimEnd(text, start, lineEnd));
      line = lineEnd + 1;
    }
  }

  private readLine(line: number, start: number, end: number): void {
    const { text } = this;
    const first = text.charCodeAt(start);
    if (this.open !== null && start - line > this.open.indent && this.continues(start, end)) {
      this.addLine(this.open, start, end);
      return;
    }
    this.open = null;
    if (this.list !== null && this.readListLine(this.list, start, end)) return;
    if (first === openBracket) {
      const close =
        text.charCodeAt(end - 1) === closeBracket ? end - 1 : text.slice(start, Math.min(end, start + longestKey)).indexOf("]") + start;
      this.section = close > start ? sectionFrames(text.slice(start + 1, Math.min(close, start + longestKey))) : [];
      this.blocks.length = 0;
      this.list = null;
      return;
    }
    if (first === closeBrace) {
      this.blocks.pop();
      return;
    }
    if (text.charCodeAt(end - 1) === openBrace) {
      const key = text.slice(start, Math.min(end - 1, start + longestKey)).replace(/[\s=:]{1,200}$/, "");
      this.openBlock([{ kind: "property", key }]);
      return;
    }
    this.readEntry(line, start, end);
  }

  private readEntry(line: number, start: number, end: number): void {
    const { text } = this;
    let keyEnd = start;
    const limit = Math.min(end, start + longestKey);
    while (keyEnd < limit && !endsKey(text.charCodeAt(keyEnd))) keyEnd++;
    if (keyEnd >= limit || keyEnd === start) return;
    let from = keyEnd + 1;
    // `+=`, `?=` and `:=`
    if (text.charCodeAt(keyEnd) === colon && text.charCodeAt(from) === equals) from++;
    from = skipBlanks(text, from, end);
    const key = keyText(text, start, keyEnd);
    this.open = { key, indent: start - line, index: 0, previous: null };
    const value = unquoted(text, from, valueEnd(text, from, end));
    if (value.text !== "") this.addEntry(key, value);
  }

  private openBlock(frames: readonly Frame[]): void {
    if (this.blocks.length < maximumContextDepth) this.blocks.push(frames);
  }

  private addEntry(key: string, value: MappedText): void {
    const { findings } = this;
    if (value.text.startsWith("[") && beginsList.test(value.text)) {
      const list = { key, indent: 0, index: 0, previous: null, depth: this.blocks.length };
      this.list = list;
      this.open = null;
      if (value.text.length <= maximumWordsLength) this.readListLine(list, value.offset + 1, value.offset + value.text.length);
      return;
    }
    const context = shared(() => inside({ kind: "property", key }, this.outer()));
    if (value.text.includes(" ") && isCommandKey(key)) scanScript(value, findings, context);
    else if (value.text.includes("=") && key.toLowerCase() === "environment") scanPairs(wordOf(value, -1), findings, () => this.outer());
    else if (value.text.startsWith("[") && value.text.length <= maximumWordsLength) this.addArray(value, context);
    else addVariableValue(findings, value, context);
  }

  /** `["a", "b"]` on one line: the strings of a list. */
  private addArray(value: MappedText, context: () => readonly Frame[]): void {
    const quoted = /"([^"]{0,300})"|'([^']{0,300})'/g;
    let index = 0;
    let previous: string | null = null;
    for (let match = quoted.exec(value.text); match !== null; match = quoted.exec(value.text)) {
      const from = value.offset + match.index + 1;
      const item: Frame = { kind: "item", index, previous };
      const element = sliceOf(this.text, from, from + match[0].length - 2);
      addValue(this.findings, element, () => inside(item, context()));
      previous = element.text;
      index++;
    }
  }

  /**
   * The elements of an open list in `[start, end)` of a line. False where the line is none of it: an entry, or one of a brace that is open
   * within it; with an entry the list ends, since nobody has closed it.
   */
  private readListLine(list: OpenList, start: number, end: number): boolean {
    const { text, findings } = this;
    if (this.blocks.length > list.depth) return false;
    if (isEntry.test(text.slice(start, Math.min(end, start + longestKey)))) {
      this.list = null;
      return false;
    }
    const element = /"[^"\n]{0,300}"|'[^'\n]{0,300}'|#|\/\/|[\w./:@+~-]{1,300}|[\]{]/y;
    for (let at = start; at < end; ) {
      element.lastIndex = at;
      const match = element.exec(text)?.[0];
      if (match === undefined) {
        at++;
        continue;
      }
      if (match === "#" || match === "//") return true;
      if (match === "]") {
        this.list = null;
        return true;
      }
      if (match === "{") {
        this.openBlock([
          { kind: "item", index: list.index++, previous: null },
          { kind: "property", key: list.key },
        ]);
        return true;
      }
      const isQuoted = match.startsWith('"') || match.startsWith("'");
      const value = sliceOf(text, isQuoted ? at + 1 : at, at + match.length - (isQuoted ? 1 : 0));
      const item: Frame = { kind: "item", index: list.index++, previous: list.previous };
      addValue(findings, value, () => inside(item, inside({ kind: "property", key: list.key }, this.outer())));
      list.previous = value.text;
      at += match.length;
    }
    return true;
  }

  /** Whether a deeper line is no entry of its own: Git and others indent the entries of a section. */
  private continues(start: number, end: number): boolean {
    const { text } = this;
    if (this.open !== null && isCommandKey(this.open.key)) return true;
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i);
      if (unit === equals || (unit === colon && (i + 1 >= end || isBlank(text.charCodeAt(i + 1))))) return false;
    }
    return text.charCodeAt(start) !== openBracket && text.charCodeAt(start) !== closeBrace && text.charCodeAt(end - 1) !== openBrace;
  }

  private addLine(open: OpenKey, start: number, end: number): void {
    const value = unquoted(this.text, start, valueEnd(this.text, start, end));
    const item: Frame = { kind: "item", index: open.index, previous: open.previous };
    const context = (): readonly Frame[] => inside(item, inside({ kind: "property", key: open.key }, this.outer()));
    if (value.text.includes(" ") && isCommandKey(open.key)) scanScript(value, this.findings, context);
    else addValue(this.findings, value, context);
    open.index++;
    open.previous = value.text;
  }

  private outer(): readonly Frame[] {
    if (this.blocks.length === 0) return this.section;
    return this.blocks.toReversed().flat().concat(this.section);
  }
}

/** A list that does not end on the line: nothing, or a comma, is behind its bracket. */
const beginsList = /^\[[ \t]{0,20}(?:$|(?:#|\/\/|\{[ \t]{0,20}$)|[^\][{}]{0,2000},$)/;

/** A key and its sign, or a section. */
const isEntry = /^(?:\[|[\w.-]{1,200}[ \t]{0,20}(?:\+?=|:[ \t]))/;

/** `[a.b]` and Git's `[a "b"]`: the innermost part first. */
function sectionFrames(name: string): readonly Frame[] {
  return name
    .split(/[.\s]/)
    .map((part) => part.replaceAll('"', ""))
    .filter((part) => part !== "")
    .slice(-8)
    .reverse()
    .map((key) => ({ kind: "property", key }));
}

/** The key in `[start, end)` without quotes and the sign's first half (`+=`, `?=`). */
function keyText(text: string, start: number, end: number): string {
  let to = trimEnd(text, start, end);
  const last = text.charCodeAt(to - 1);
  if (last === plus || last === question) to = trimEnd(text, start, to - 1);
  return unquoted(text, start, to).text;
}

function startsComment(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === hash || unit === semicolon || (unit === slash && text.charCodeAt(at + 1) === slash);
}

/** Where the value at `from` ends: before a comment behind it, which a quoted value's text cannot begin. */
function valueEnd(text: string, from: number, end: number): number {
  const quote = text.charCodeAt(from);
  let i = from;
  if (quote === doubleQuote || quote === singleQuote) {
    i++;
    while (i < end && text.charCodeAt(i) !== quote) i++;
    if (i < end && (i + 1 === end || isBlank(text.charCodeAt(i + 1)) || text.charCodeAt(i + 1) === semicolon)) return i + 1;
    return end;
  }
  for (i = from + 1; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === semicolon && i === end - 1) return trimEnd(text, from, i);
    if ((unit === hash || unit === semicolon) && isBlank(text.charCodeAt(i - 1))) return trimEnd(text, from, i);
  }
  return end;
}

function endsKey(unit: number): boolean {
  return unit === equals || unit === colon;
}

function detectIni(text: string, interest?: Interest): Detection {
  const findings = noFindings(interest);
  new IniReader(text, findings).read();
  return detectionOf(findings);
}

/** Files of keys and values in sections, in their many dialects. */
export const ini: Format = {
  id: "ini",
  languageIds: ["ini", "editorconfig", "hocon"],
  fileNames: ["*.ini", "*.cfg", "*.conf", "*.cnf", "*.hocon", ".editorconfig", ".flake8", ".gitconfig", ".condarc"],
  detect: detectIni,
};
