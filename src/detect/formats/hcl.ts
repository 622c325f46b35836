import type { Detection, Format } from "../candidate.ts";
import { isJson, scanJson } from "../commandLine/json.ts";
import { beginsMapping, mappingStrings } from "../embeddedYaml.ts";
import type { CommandFindings } from "../findings.ts";
import type { Frame } from "../frame.ts";
import type { Interest } from "../interest.ts";
import { addConfigValue, noteSiblingOf } from "./configCommands.ts";
import { addEmbedded } from "./embedded.ts";
import { contextOf, type Level, level, transparent } from "./hclContext.ts";
import { json } from "./json.ts";
import { isBlank, isWordUnit, lineEndAt, skipBlanks, slashCommentEnd, trimEnd, withoutIndent } from "./lines.ts";
import { addClosedList, addToList, keyAround } from "./lists.ts";
import { type MappedText, MappedTextBuilder, sliceOf } from "./mappedText.ts";
import { shell } from "./shell.ts";
import { addAllInside, addValue, allInside, detectionOf, maximumNesting, noFindings } from "./values.ts";
import { addScript } from "./writtenFiles.ts";
import { yaml } from "./yaml.ts";

const newline = 10;
const exclamation = 33;
const doubleQuote = 34;
const hash = 35;
const dollar = 36;
const percent = 37;
const openParenthesis = 40;
const closeParenthesis = 41;
const comma = 44;
const dash = 45;
const dot = 46;
const slash = 47;
const colon = 58;
const less = 60;
const equals = 61;
const greater = 62;
const question = 63;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** Longer words are no names: so much of one is kept. */
const longestWord = 200;

/** A name or a label. */
interface Word {
  readonly text: string;
  readonly quoted: boolean;
}

/** A token of an expression that the next string is judged by. */
type Before = "none" | "comparison" | "other";

/**
 * Finds the strings of HCL (Terraform, OpenTofu, Packer, Nomad): attributes of blocks and objects, lists, arguments of functions,
 * here-documents. A `variable`'s default is the value of the variable that its label names, and the list that its validation allows is
 * what one may choose; other lists of `contains` and operands of `==` are comparisons. Templates give no value, save for the readable end of an ARN.
 */
class HclReader {
  private readonly text: string;
  private readonly findings: CommandFindings;
  private readonly stack: Level[] = [level("block", "", "")];
  private i = 0;
  /** brackets that are open beyond the depth that is followed */
  private beyond = 0;
  private before: Before = "none";
  /** of the words before: the block's type and its label, which a brace opens, and the last one, which a parenthesis calls */
  private type: Word | null = null;
  private label: Word | null = null;
  private word: Word | null = null;
  /** what surrounds the value that is being read, as it is handed on to be asked for */
  private readonly surroundings = (): readonly Frame[] => contextOf(this.stack);
  /** the last value that has been read, where a `==` behind it can still make a comparison of it */
  private pending: { readonly value: MappedText; readonly isTemplate: boolean } | null = null;

  constructor(text: string, findings: CommandFindings) {
    this.text = text;
    this.findings = findings;
  }

  read(): void {
    const { text } = this;
    while (this.i < text.length) this.readToken(text.charCodeAt(this.i));
    this.endExpression();
    while (this.stack.length > 1) this.close();
  }

  private get top(): Level {
    return this.stack[this.stack.length - 1] ?? level("block", "", "");
  }

  private readToken(unit: number): void {
    const { text } = this;
    if (isBlank(unit)) {
      this.i++;
      return;
    }
    switch (unit) {
      case newline:
        this.endLine();
        this.i++;
        return;
      case hash:
        this.i = lineEndAt(text, this.i);
        return;
      case slash:
        this.i = slashCommentEnd(text, this.i);
        return;
      case doubleQuote:
        this.readString();
        return;
      case less:
        if (text.charCodeAt(this.i + 1) === less && this.readHereDocument()) return;
        break;
      case openBrace:
        this.openBrace();
        return;
      case openBracket:
        this.openBracket();
        return;
      case openParenthesis:
        this.openParenthesis();
        return;
      case closeBrace:
      case closeBracket:
      case closeParenthesis:
        this.endExpression();
        this.close();
        this.i++;
        this.before = "other";
        return;
      case comma:
        this.endEntry();
        this.i++;
        return;
      case equals:
      case exclamation:
        this.readEquals(unit);
        return;
      case colon:
      case question:
        this.readColon(unit);
        return;
    }
    if (isNameUnit(unit)) {
      this.readWord();
      return;
    }
    this.forgetWords();
    this.before = "other";
    this.i++;
  }

  private readWord(): void {
    const { text } = this;
    const start = this.i;
    while (this.i < text.length && (isNameUnit(text.charCodeAt(this.i)) || text.charCodeAt(this.i) === dot)) this.i++;
    this.endExpression();
    this.addWord(text.slice(start, Math.min(this.i, start + longestWord)), false);
    const { top } = this;
    if (top.kind === "call") {
      let name = this.i;
      while (name > start && text.charCodeAt(name - 1) !== dot) name--;
      top.path = text.slice(name, Math.min(this.i, name + longestWord));
    }
    this.before = "other";
  }

  private addWord(text: string, quoted: boolean): void {
    this.word = { text, quoted };
    if (this.type === null) this.type = this.word;
    else this.label ??= this.word;
  }

  private forgetWords(): void {
    this.type = null;
    this.label = null;
    this.word = null;
  }

  /** A newline ends an attribute's value, save inside of lists and calls. */
  private endLine(): void {
    const { top } = this;
    this.endExpression();
    this.forgetWords();
    if ((top.kind !== "block" && top.kind !== "object") || this.beyond > 0) return;
    top.key = null;
    this.before = "none";
  }

  private endEntry(): void {
    const { top } = this;
    this.endExpression();
    this.forgetWords();
    this.before = "none";
    if (this.beyond > 0) return;
    if (top.kind === "list" || top.kind === "call") top.index++;
    else top.key = null;
  }

  private readEquals(unit: number): void {
    const { text, top } = this;
    if (text.charCodeAt(this.i + 1) === equals) {
      this.addPending([{ kind: "comparison" }]);
      this.forgetWords();
      this.before = "comparison";
      this.i += 2;
      return;
    }
    if (unit === equals && text.charCodeAt(this.i + 1) !== greater && (top.kind === "block" || top.kind === "object") && top.key === null) {
      this.takeKey();
      this.i++;
      return;
    }
    this.before = "other";
    this.i++;
  }

  /** `key : value` of an object, or the parts of `condition ? a : b`: both are values of the key. */
  private readColon(unit: number): void {
    const { top } = this;
    if (unit === colon && top.kind === "object" && top.key === null) this.takeKey();
    else {
      this.endExpression();
      this.forgetWords();
      this.before = "none";
    }
    this.i++;
  }

  /** What stands before a sign is the key. */
  private takeKey(): void {
    const { top } = this;
    if (this.beyond === 0) top.key = this.pending?.value.text ?? this.word?.text ?? "";
    this.pending = null;
    this.forgetWords();
    this.before = "none";
  }

  private openBrace(): void {
    const { top } = this;
    const isBlock = top.kind === "block" && top.key === null && this.type !== null;
    if (this.pending !== null && isBlock) this.addWord(this.pending.value.text, true);
    this.pending = null;
    if (isBlock) this.push("block", this.type?.text ?? "", this.label?.text ?? "");
    else this.push("object", "", "");
  }

  private openBracket(): void {
    // `a["b"]` is an index, which is no list
    const word = this.word?.text;
    const isIndex =
      (word !== undefined && word !== "in") ||
      isNameUnit(this.text.charCodeAt(this.i - 1)) ||
      this.text.charCodeAt(this.i - 1) === closeBracket;
    this.pending = null;
    if (isIndex) this.push("call", "index", "");
    else this.push("list", "", "");
  }

  private openParenthesis(): void {
    const callee = this.word;
    this.pending = null;
    this.push("call", callee === null || callee.quoted ? "" : callee.text, "");
  }

  private push(kind: Level["kind"], name: string, label: string): void {
    this.forgetWords();
    this.before = "none";
    if (this.stack.length < maximumNesting) this.stack.push(level(kind, name, label));
    else this.beyond++;
    this.i++;
  }

  private close(): void {
    if (this.beyond > 0) {
      this.beyond--;
      return;
    }
    if (this.stack.length < 2) return;
    const closed = this.stack.pop();
    this.forgetWords();
    const { top } = this;
    if (top.kind === "block" && closed?.kind === "block") top.key = null;
    if (top.kind === "call" && closed?.kind === "call") top.path = closed.path;
    top.previous = null;
    if (closed !== undefined) addClosedList(this.findings, closed, top, this.surroundings);
  }

  /** A quoted template at `i`: a label or key, or a value. */
  private readString(): void {
    const { text } = this;
    const start = this.i + 1;
    let isTemplate = false;
    let hasEscape = false;
    let depth = 0;
    let i = start;
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === newline) break;
      if (depth > 0) {
        if (unit === openBrace) depth++;
        else if (unit === closeBrace) depth--;
        continue;
      }
      if (unit === doubleQuote) break;
      if (unit === backslash) {
        hasEscape = true;
        if (text.charCodeAt(i + 1) !== newline) i++;
      } else if ((unit === dollar || unit === percent) && text.charCodeAt(i + 1) === openBrace) {
        // `$${` is a dollar and a brace
        if (text.charCodeAt(i - 1) === unit && i > start) continue;
        isTemplate = true;
        depth = 1;
        i++;
      }
    }
    const end = Math.min(i, text.length);
    const closed = text.charCodeAt(end) === doubleQuote;
    this.i = closed ? end + 1 : end;
    this.endExpression();
    const value = hasEscape ? unescaped(text, start, end) : sliceOf(text, start, closed ? end : trimEnd(text, start, end));
    const { top } = this;
    if (!closed) return;
    if (top.kind === "block" && top.key === null) {
      this.addWord(value.text.slice(0, longestWord), true);
      return;
    }
    this.pending = { value, isTemplate };
    if (this.before === "comparison") this.addPending([{ kind: "comparison" }]);
  }

  /** A value that nothing follows that could change what it is. */
  private endExpression(): void {
    if (this.pending !== null) this.addPending([]);
  }

  private addPending(inner: readonly Frame[]): void {
    const { pending, top, findings } = this;
    this.pending = null;
    if (pending === null || this.beyond > 0 || (top.kind === "object" && top.key === null)) return;
    const { value, isTemplate } = pending;
    if (inner.length > 0) {
      addValue(findings, value, () => allInside(inner, contextOf(this.stack)));
      return;
    }
    if (top.kind === "list") {
      addToList(findings, value, top, this.stack, transparent, this.surroundings);
      top.previous = value.text;
      return;
    }
    if (top.kind === "call") {
      addValue(findings, value, this.surroundings);
      return;
    }
    const key = top.key ?? "";
    if (!isTemplate && noteSiblingOf(top, key, value.text, findings)) return;
    if (isJson(value.text)) {
      scanJson(value, findings, this.surroundings);
      return;
    }
    addConfigValue(findings, value, key, top.facts, false, this.surroundings);
  }

  /** `<<EOF` and `<<-EOF` at `i`; false where none begins. */
  private readHereDocument(): boolean {
    const { text } = this;
    const named = this.i + (text.charCodeAt(this.i + 2) === dash ? 3 : 2);
    if (!isNameUnit(text.charCodeAt(named))) return false;
    const match = /^<<-?([A-Za-z_]\w{0,60})[\t \r]{0,20}(?:\n|$)/.exec(text.slice(this.i, this.i + 100));
    const delimiter = match?.[1];
    if (match === null || delimiter === undefined) return false;
    const start = this.i + match[0].length;
    let line = start;
    while (line < text.length) {
      const lineEnd = lineEndAt(text, line);
      const first = skipBlanks(text, line, lineEnd);
      if (trimEnd(text, first, lineEnd) - first === delimiter.length && text.startsWith(delimiter, first)) break;
      line = lineEnd + 1;
    }
    const end = Math.min(line, text.length);
    this.addDocument(start, end, delimiter);
    this.i = Math.min(skipBlanks(text, end, text.length) + delimiter.length, text.length);
    return true;
  }

  /** What a here-document holds, by the key whose value it is, by its own beginning or by the word that ends it. */
  private addDocument(start: number, end: number, delimiter: string): void {
    const { text, findings } = this;
    if (start >= end) return;
    const first = skipBlanks(text, start, end);
    const indent = first - start;
    const key = keyAround(this.stack, transparent) ?? this.top.key ?? "";
    const beginning = text.charCodeAt(first);
    const format =
      text.startsWith("#!", first) || /(?:script|command|user_data|inline)$/.test(key)
        ? shell
        : beginning === openBrace || beginning === openBracket
          ? json
          : /^(?:values|yaml_body|manifest)/.test(key) || /^ya?ml$/i.test(delimiter) || text.startsWith("---", first)
            ? yaml
            : null;
    if (format === null && !beginsMapping(text, first, end)) return;
    const document = withoutIndent(text, start, end, indent);
    if (format === null) addAllInside(findings, mappingStrings(document), this.surroundings);
    else if (format === shell) addScript(findings, document, yaml, this.surroundings);
    else addEmbedded(findings, document, format, this.surroundings);
  }
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

function unescaped(text: string, start: number, end: number): MappedText {
  const builder = new MappedTextBuilder(text);
  builder.copyEscaped(start, end, (at) => builder.escape(at, end, escapes));
  return builder.build();
}

function isNameUnit(unit: number): boolean {
  return isWordUnit(unit) || unit === dash || unit > 127;
}

function detectHcl(text: string, interest?: Interest): Detection {
  const findings = noFindings(interest);
  new HclReader(text, findings).read();
  return detectionOf(findings);
}

/** HCL: Terraform, OpenTofu, Packer, Nomad. */
export const hcl: Format = {
  id: "hcl",
  languageIds: ["terraform", "terraform-vars", "hcl", "opentofu", "opentofu-vars", "nomad"],
  fileNames: ["*.tf", "*.tfvars", "*.hcl", "*.tofu", "*.nomad"],
  detect: detectHcl,
};
