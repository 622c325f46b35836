import type { Detection, Format } from "../candidate.ts";
import type { CommandFindings } from "../findings.ts";
import type { Frame } from "../frame.ts";
import type { Interest } from "../interest.ts";
import { contextOf, type Keyword, type Level, level, transparent } from "./bicepContext.ts";
import { addConfigValue, noteSiblingOf } from "./configCommands.ts";
import { addEmbedded } from "./embedded.ts";
import { json } from "./json.ts";
import { isBlank, isWordUnit, lineEndAt, slashCommentEnd } from "./lines.ts";
import { addClosedList, addToList, keyAround } from "./lists.ts";
import { type MappedText, MappedTextBuilder, sliceOf } from "./mappedText.ts";
import { addValue, allInside, detectionOf, maximumNesting, noFindings } from "./values.ts";
import { addScript } from "./writtenFiles.ts";
import { yaml } from "./yaml.ts";

/** Longer words are no names: so much of one is kept. */
const longestWord = 200;

const keywords: ReadonlySet<string> = new Set<Keyword>(["param", "var", "output", "type", "func", "resource", "module"]);

/** What goes on with the expression of the line before, where it begins a line. */
const continuing = /^(?:[?:|&]|\.(?!\.))/;

/** The name that a parameter declares: `param modelName string = 'x'`. */
const parameter = /^[ \t]*param[ \t]+([A-Za-z_]\w{0,199})/gm;

/**
 * Finds the strings of Bicep and of its parameter files: values of parameters, variables and outputs, properties of objects, elements of
 * arrays, arguments of functions. What the decorator `@allowed` lists is what one may choose for the parameter behind it, and the strings
 * of a type are the members of a union; strings of other decorators are prose. Interpolated strings give no value, but for what
 * stands in them.
 * By learn.microsoft.com/azure/azure-resource-manager/bicep/parameters.
 */
class BicepReader {
  private readonly text: string;
  private readonly findings: CommandFindings;
  private readonly stack: Level[] = [level("statement", "")];
  private i = 0;
  /** brackets that are open beyond the depth that is followed */
  private beyond = 0;
  /** open brackets of decorators whose strings are prose, or what is inside of these */
  private silent = 0;
  /** how many of the open brackets are what is interpolated */
  private interpolations = 0;
  private keyword: Keyword | null = null;
  /** whether the statement's value is being read, behind its `=` */
  private isValue = false;
  private word: string | null = null;
  private isDecorator = false;
  /** what the sign before the operand that is being read makes of it: it is compared, or taken where there is nothing else */
  private sign: Frame | null = null;
  /** the last string that has been read, where what follows can still make a comparison or a key of it; null where it has no value */
  private pending: MappedText | null = null;
  /** where parameters are declared and what they are called, in the order of the text; null until somebody asks */
  private parameters: readonly RegExpMatchArray[] | null = null;
  /** how many of them have been passed */
  private passed = 0;
  /** what surrounds the value that is being read, as it is handed on to be asked for */
  private readonly surroundings = (): readonly Frame[] => contextOf(this.stack, this.keyword ?? "other");

  constructor(text: string, findings: CommandFindings) {
    this.text = text;
    this.findings = findings;
  }

  read(): void {
    const { text } = this;
    while (this.i < text.length) this.readToken(text.charAt(this.i));
    this.endExpression();
    while (this.stack.length > 1) this.close();
  }

  private get top(): Level {
    return this.stack[this.stack.length - 1] ?? level("statement", "");
  }

  /** Whether the innermost bracket is what is interpolated. */
  private get isInterpolated(): boolean {
    return this.beyond === 0 && this.top.kind === "interpolation";
  }

  private readToken(unit: string): void {
    const { text } = this;
    const next = text.charAt(this.i + 1);
    switch (unit) {
      case " ":
      case "\t":
      case "\r":
        this.i++;
        return;
      case "\n":
        this.endLine();
        return;
      case "#":
        this.i = lineEndAt(text, this.i);
        return;
      case "/":
        this.i = slashCommentEnd(text, this.i);
        return;
      case "'":
        this.top.isBegun = true;
        if (text.startsWith("'''", this.i)) this.readDocument();
        else this.readString();
        return;
      case "@":
        this.isDecorator = true;
        this.i++;
        return;
      case "{":
        this.push(level("object", ""));
        return;
      case "[":
        // `a['b']` is an index, which is no list
        this.push(/[\w)\]]/.test(text.charAt(this.i - 1)) ? level("call", "index") : level("list", ""));
        return;
      case "(":
        this.openParenthesis();
        return;
      case "}":
        this.closeBrace();
        return;
      case "]":
      case ")":
        this.endExpression();
        if (!this.isInterpolated) this.close();
        this.i++;
        return;
      case ",":
        this.endEntry();
        this.i++;
        return;
    }
    if (isWordUnit(text.charCodeAt(this.i))) this.readWord();
    else this.readSign(unit, next);
  }

  private readWord(): void {
    const { text, top } = this;
    const start = this.i;
    while (this.i < text.length && (isWordUnit(text.charCodeAt(this.i)) || text.charAt(this.i) === ".")) this.i++;
    this.endExpression();
    const word = text.slice(start, Math.min(this.i, start + longestWord));
    top.isBegun = true;
    if (top.kind === "statement" && !this.isValue) {
      if (this.keyword === null) this.keyword = keywords.has(word) ? (word as Keyword) : "other";
      else if (top.key === null && this.keyword !== "resource" && this.keyword !== "module") top.key = word;
      if (this.keyword === "other") top.key = word;
    }
    this.word = word;
    top.path = word.slice(word.lastIndexOf(".") + 1);
  }

  private readSign(unit: string, next: string): void {
    const { top } = this;
    if ((unit === "=" && (next === "=" || next === "~")) || (unit === "!" && (next === "=" || next === "~"))) {
      if (this.pending !== null) this.addPending([{ kind: "comparison" }]);
      this.sign = { kind: "comparison" };
      this.i += 2;
    } else if (unit === "?" && next === "?") {
      this.endExpression();
      this.sign = { kind: "fallback", name: top.path || null };
      this.i += 2;
    } else if (unit === ":" && top.kind === "object" && top.key === null) {
      top.key = this.pending?.text ?? this.word ?? "";
      this.pending = null;
      this.begin();
      this.i++;
    } else if (unit === "=" && next !== ">") {
      this.endHead();
      this.i++;
    } else {
      // both branches of a condition are the value, whatever the condition compares
      this.endExpression();
      this.begin();
      this.i++;
    }
    this.word = null;
  }

  /** The `=` of a statement, or of a resource that is declared inside of another. */
  private endHead(): void {
    const { top } = this;
    const { pending } = this;
    if (top.kind === "object" || this.keyword === "resource" || this.keyword === "module") {
      // the type without its version
      if (pending !== null && top.key === null) top.key = pending.text.replace(/@.*$/s, "");
      this.pending = null;
    } else this.endExpression();
    if (top.kind === "statement") this.isValue = true;
    this.begin();
  }

  private begin(): void {
    this.sign = null;
    this.word = null;
  }

  /** A newline ends a string and what is interpolated in it, and a value, unless the next line goes on with it. Passes over all empty lines. */
  private endLine(): void {
    while (this.interpolations > 0) {
      this.endExpression();
      this.close();
    }
    const { top, text } = this;
    while (isBlank(text.charCodeAt(this.i)) || text.charAt(this.i) === "\n") this.i++;
    if (continuing.test(text.slice(this.i, this.i + 2))) return;
    if (top.kind === "list" && top.isBegun) this.endEntry();
    this.endExpression();
    this.begin();
    this.isDecorator = false;
    if (this.beyond > 0) return;
    if (top.kind === "object") top.key = null;
    else if (top.kind === "statement") {
      top.key = null;
      top.facts = null;
      this.keyword = null;
      this.isValue = false;
    }
  }

  private endEntry(): void {
    const { top } = this;
    const { pending } = this;
    this.endExpression();
    this.begin();
    if (this.beyond > 0) return;
    if (top.kind === "object") top.key = null;
    else {
      top.index++;
      top.previous = pending?.text ?? null;
      top.isBegun = false;
    }
  }

  private openParenthesis(): void {
    const called = this.word === null ? "" : this.word.slice(this.word.lastIndexOf(".") + 1);
    const isCall = called !== "" && isWordUnit(this.text.charCodeAt(this.i - 1));
    const isDecorator = this.isDecorator && isCall;
    this.isDecorator = false;
    const opened = level("call", isDecorator ? `@${called}` : isCall ? called : "");
    if (opened.name === "@allowed") opened.path = this.parameterBehind();
    this.push(opened);
  }

  private parameterBehind(): string {
    this.parameters ??= [...this.text.matchAll(parameter)];
    while ((this.parameters[this.passed]?.index ?? Number.POSITIVE_INFINITY) < this.i) this.passed++;
    return this.parameters[this.passed]?.[1] ?? "";
  }

  private push(opened: Level): void {
    opened.sign = this.sign;
    this.top.isBegun = true;
    this.endExpression();
    this.begin();
    this.i++;
    if (this.stack.length >= maximumNesting) {
      this.beyond++;
      return;
    }
    this.stack.push(opened);
    if (opened.kind === "interpolation") this.interpolations++;
    if (this.silent > 0 || (opened.name.startsWith("@") && opened.name !== "@allowed")) this.silent++;
  }

  private close(): void {
    if (this.beyond > 0) {
      this.beyond--;
      return;
    }
    if (this.stack.length < 2) return;
    const closed = this.stack.pop();
    if (closed?.kind === "interpolation") this.interpolations--;
    this.begin();
    if (this.silent > 0) this.silent--;
    if (closed !== undefined) addClosedList(this.findings, closed, this.top, this.surroundings);
  }

  /** A quoted string at `i`: a key, the type of a resource, or a value. */
  private readString(): void {
    const { text } = this;
    this.endExpression();
    const start = this.i + 1;
    this.i = start;
    const hasEscape = this.passCharacters();
    const end = this.i;
    this.endCharacters();
    if (text.charAt(end) === "'") this.pending = hasEscape ? unescaped(text, start, end) : sliceOf(text, start, end);
  }

  /** Passes over the characters of a string, up to its quote, to what is interpolated, or to the line's end; true where some are escaped. */
  private passCharacters(): boolean {
    const { text } = this;
    let hasEscape = false;
    for (; this.i < text.length; this.i++) {
      const unit = text.charAt(this.i);
      if (unit === "\n" || unit === "'" || (unit === "$" && text.charAt(this.i + 1) === "{")) break;
      if (unit !== "\\") continue;
      hasEscape = true;
      if (text.charAt(this.i + 1) !== "\n") this.i++;
    }
    this.i = Math.min(this.i, text.length);
    return hasEscape;
  }

  /** Passes over the quote at `i`, or begins what is interpolated there. */
  private endCharacters(): void {
    switch (this.text.charAt(this.i)) {
      case "'":
        this.i++;
        return;
      case "$":
        this.i++;
        this.push(level("interpolation", ""));
    }
  }

  /** A brace closes an object, or what is interpolated: then the string goes on, which has no value of its own. */
  private closeBrace(): void {
    this.endExpression();
    const { isInterpolated } = this;
    this.close();
    this.i++;
    if (!isInterpolated) return;
    this.passCharacters();
    this.endCharacters();
  }

  /** A text between three quotes, in which nothing is escaped: a script, or a file that is written. */
  private readDocument(): void {
    const { text } = this;
    const start = this.i + 3;
    const close = text.indexOf("'''", start);
    const end = close < 0 ? text.length : close;
    this.endExpression();
    this.i = close < 0 ? end : close + 3;
    if (this.silent > 0 || this.beyond > 0 || close < 0) return;
    const value = sliceOf(text, start, end);
    const key = this.key ?? "";
    if (/^\s*[{[]/.test(value.text.slice(0, longestWord))) addEmbedded(this.findings, value, json, this.surroundings);
    else if (/(?:script|script_?content|command|inline|user_?data|custom_?data)$/i.test(key) || /^\s{0,9}#!/.test(value.text)) {
      addScript(this.findings, value, yaml, this.surroundings);
    } else if (!value.text.includes("\n")) this.pending = value;
  }

  /** A value that nothing follows that could change what it is. */
  private endExpression(): void {
    if (this.pending !== null) this.addPending(this.sign === null ? [] : [this.sign]);
  }

  private addPending(inner: readonly Frame[]): void {
    const { pending: value, top, findings } = this;
    this.pending = null;
    if (value === null || this.beyond > 0 || this.silent > 0 || (top.kind === "object" && top.key === null)) return;
    if (top.kind === "statement" && (this.keyword === "other" ? !this.isValue : top.key === null)) return;
    // a string of a type is a member of the union that the nearest name declares
    const isMember = this.keyword === "type" || (this.keyword === "param" && !this.isValue);
    const frames: readonly Frame[] = isMember ? [...inner, { kind: "declaration", of: "union", name: this.key }] : inner;
    if (frames.length > 0) {
      addValue(findings, value, () => allInside(frames, this.surroundings()));
      return;
    }
    if (top.kind === "list") {
      addToList(findings, value, top, this.stack, transparent, this.surroundings);
      return;
    }
    if (top.kind === "call" || top.kind === "interpolation") {
      addValue(findings, value, this.surroundings);
      return;
    }
    const key = top.key ?? "";
    if (top.kind === "object" && noteSiblingOf(top, key, value.text, findings)) return;
    addConfigValue(findings, value, key, top.facts, false, this.surroundings);
  }

  /** The name of what is being read; null where it has none. */
  private get key(): string | null {
    const { top, stack } = this;
    return top.kind === "statement" || top.kind === "object" ? top.key : keyAround(stack, transparent);
  }
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/** A character by its number: `\u{1F600}`. */
const codePoint = /^\\u\{([\dA-Fa-f]{1,6})\}/;

function unescaped(text: string, start: number, end: number): MappedText {
  const builder = new MappedTextBuilder(text);
  builder.copyEscaped(start, end, (at) => {
    const [whole = "", digits = ""] = codePoint.exec(text.slice(at, Math.min(at + 10, end))) ?? [];
    const point = Number.parseInt(digits, 16);
    if (!(point <= 0x10ffff)) return builder.escape(at, end, escapes);
    builder.replace(String.fromCodePoint(point), at, at + whole.length);
    return at + whole.length;
  });
  return builder.build();
}

function detectBicep(text: string, interest?: Interest): Detection {
  const findings = noFindings(interest);
  new BicepReader(text, findings).read();
  return detectionOf(findings);
}

/** Azure's Bicep, and its files of parameters. */
export const bicep: Format = {
  id: "bicep",
  languageIds: ["bicep", "bicep-params"],
  fileNames: ["*.bicep", "*.bicepparam"],
  namesAreQuoted: true,
  detect: detectBicep,
};
