import type { Detection, Format } from "../candidate.ts";
import { scanScript } from "../commandLine.ts";
import type { CommandFindings } from "../findings.ts";
import type { Frame } from "../frame.ts";
import type { Interest } from "../interest.ts";
import { isBlank, isEscaped, lineEndAt, skipBlanks, trimEnd, unquoted } from "./lines.ts";
import { type MappedText, MappedTextBuilder, subText } from "./mappedText.ts";
import { addValue, addVariableValue, detectionOf, inside, maximumWordsLength, noFindings, shared } from "./values.ts";

const tab = 9;
const exclamation = 33;
const hash = 35;
const dollar = 36;
const openParenthesis = 40;
const closeParenthesis = 41;
const plus = 43;
const colon = 58;
const equals = 61;
const question = 63;
const openBrace = 123;
const closeBrace = 125;

/** Words before a variable's name. */
const modifiers: ReadonlySet<string> = new Set(["export", "override", "private", "unexport", "undefine"]);
/** Lines that set nothing. `ifeq` compares, `include` names files. */
const directives = /^(?:ifeq|ifneq|ifdef|ifndef|else|endif|include|-include|sinclude|vpath|load)(?=[\s(]|$)/;

/** The first letters of the directives, of `define` and of what may stand before it. */
function mayBeDirective(unit: number): boolean {
  return "idelvo-s".includes(String.fromCharCode(unit));
}

/**
 * Finds the variables (`=`, `:=`, `?=`, `+=`, of a target too, `define`) and the recipes of a Makefile, as shell: `$$` is the shell's
 * dollar; `$(NAME)` is make's own and leaves the word unresolved, save for the default of `$(or $(NAME),x)`.
 */
class MakefileReader {
  private readonly text: string;
  private readonly findings: CommandFindings;
  /** the recipe that is being read: the lines of one rule are scanned as one script */
  private recipe: MappedTextBuilder | null = null;

  constructor(text: string, findings: CommandFindings) {
    this.text = text;
    this.findings = findings;
  }

  read(): void {
    const { text } = this;
    let inRule = false;
    for (let line = 0; line < text.length; ) {
      let end = lineEndAt(text, line);
      while (end < text.length && isEscaped(text, trimReturn(text, end), line)) end = lineEndAt(text, end + 1);
      const next = end + 1;
      if (inRule && text.charCodeAt(line) === tab) {
        this.addRecipeLine(line + 1, end);
        line = next;
        continue;
      }
      const start = skipBlanks(text, line, end);
      if (start === end || text.charCodeAt(start) === hash) {
        line = next;
        continue;
      }
      this.endRecipe();
      const head = mayBeDirective(text.charCodeAt(start)) ? text.slice(start, Math.min(end, start + 200)) : "";
      if (head !== "" && /^(?:override\s{1,9}|export\s{1,9})?define\s/.test(head)) {
        line = this.readDefine(end);
        inRule = false;
        continue;
      }
      if (head === "" || !directives.test(head)) inRule = this.readStatement(start, end);
      line = next;
    }
    this.endRecipe();
  }

  /** An assignment or a rule; true for a rule. */
  private readStatement(from: number, end: number): boolean {
    const { text } = this;
    let start = from;
    for (let i = from; i < end; i++) {
      const unit = text.charCodeAt(i);
      if (unit === dollar) {
        i = expansionEnd(text, i, end) - 1;
        continue;
      }
      if (unit === hash) return false;
      if (unit === equals) {
        this.addVariable(start, i, end);
        return false;
      }
      if (unit !== colon) continue;
      const next = text.charCodeAt(i + 1);
      if (next === equals || (next === colon && (text.charCodeAt(i + 2) === equals || text.startsWith(":=", i + 2)))) continue;
      // a rule; what follows its colon may set a variable for its targets, or be its first command
      const rest = text.slice(i + 1, Math.min(end, i + 400));
      const assignment = /^:?[\t ]{0,20}(?:(?:export|override|private)[\t ]{1,20}){0,3}[\w.-]{1,100}[\t ]{0,20}(?:[?+!]|:{1,3})?=/.exec(
        rest,
      );
      if (assignment !== null) {
        start = i + 1;
        const sign = i + assignment[0].length;
        this.addVariable(skipBlanks(text, next === colon ? start + 1 : start, sign), sign, end);
        return false;
      }
      const command = text.slice(i, end).indexOf(";");
      if (command >= 0) this.addRecipeLine(i + command + 1, end);
      return true;
    }
    return false;
  }

  /** The variable named in `[start, sign)`, whose value stands between the sign `=` and `end`. */
  private addVariable(start: number, sign: number, end: number): void {
    const { text, findings } = this;
    const name = this.variableName(start, sign);
    if (name === null) return;
    const from = skipBlanks(text, sign + 1, end);
    const to = trimEnd(text, from, commentStart(text, from, end));
    if (from >= to) return;
    const context = shared(() => [{ kind: "assignment", name }]);
    const plain = unquoted(text, from, to);
    if (text.charCodeAt(sign - 1) === exclamation) {
      scanScript(shellText(text, from, to), findings, context);
      return;
    }
    if (!/[$\\\s]/.test(plain.text)) {
      addVariableValue(findings, plain, context);
      return;
    }
    const fallback = /^\$[({](?:or|if)\s/.test(plain.text);
    if (fallback) this.addFallback(plain, context);
    else this.addWords(shellText(text, from, to), context);
  }

  /** The one name in `[start, sign)` behind modifiers and before the first half of the sign; null where there are more words. */
  private variableName(start: number, sign: number): string | null {
    const { text } = this;
    let end = sign;
    while (end > start && isSign(text.charCodeAt(end - 1))) end--;
    end = trimEnd(text, start, end);
    if (end - start > 200) return null;
    const name = text.slice(start, end);
    if (/^[\w.-]+$/.test(name)) return name;
    const words = name.split(/\s+/).filter((word) => !modifiers.has(word));
    return words.length === 1 && words[0] !== undefined && !/[$:]/.test(words[0]) ? words[0] : null;
  }

  /** A value of several words: a command or its flags, else a list. */
  private addWords(value: MappedText, context: () => readonly Frame[]): void {
    if (/(?:^|\s)--?[A-Za-z]/.test(value.text)) {
      scanScript(value, this.findings, context);
      return;
    }
    if (value.text.length > maximumWordsLength) return;
    let index = 0;
    let previous: string | null = null;
    for (const match of value.text.matchAll(/\S+/g)) {
      const item: Frame = { kind: "item", index, previous };
      const word = subText(value, match.index, match.index + match[0].length);
      const isWhole = word.text.length === value.text.length;
      addValue(this.findings, word, () => (isWhole ? context() : inside(item, context())));
      previous = word.text;
      index++;
    }
  }

  /** `$(or $(NAME),x)`, `$(if $(NAME),$(NAME),x)`: the last argument is what holds where nothing is set. */
  private addFallback(value: MappedText, context: () => readonly Frame[]): void {
    const match = /^\$[({](?:or|if)\s{1,9}\$[({]([\w.-]{1,100})[)}].{0,200},\s{0,9}([^\s,(){}]{2,300})[)}]$/.exec(
      value.text.slice(0, 1000),
    );
    if (match === null) return;
    const end = value.text.length - 1;
    const start = end - (match[2] ?? "").length;
    addValue(this.findings, subText(value, start, end), () => inside({ kind: "fallback", name: match[1] ?? null }, context()));
  }

  /** The lines of a `define`; where the line behind its `endef` begins. */
  private readDefine(firstEnd: number): number {
    const { text } = this;
    const start = firstEnd + 1;
    let line = start;
    while (line < text.length && !/^[\t ]{0,40}endef(?=\s|$)/.test(text.slice(line, line + 60))) line = lineEndAt(text, line) + 1;
    const end = Math.min(line, text.length);
    for (let from = start; from < end; from = lineEndAt(text, from) + 1) this.addRecipeLine(from, Math.min(lineEndAt(text, from), end));
    this.endRecipe();
    return lineEndAt(text, end) + 1;
  }

  private addRecipeLine(from: number, end: number): void {
    const { text } = this;
    let start = skipBlanks(text, from, end);
    // `@` is silent, `-` goes on after an error, `+` runs always
    while (start < end && (text.charCodeAt(start) === 64 || text.charCodeAt(start) === 45 || text.charCodeAt(start) === 43)) start++;
    if (start >= end) return;
    this.recipe ??= new MappedTextBuilder(text);
    appendShellText(this.recipe, text, start, end);
    this.recipe.replace("\n", end, Math.min(end + 1, text.length));
  }

  private endRecipe(): void {
    const { recipe } = this;
    if (recipe === null) return;
    this.recipe = null;
    scanScript(recipe.build(), this.findings, () => []);
  }
}

/** What the shell is given for `[start, end)`: make's own expansions stand as `$`, which no one but make knows. */
function shellText(text: string, start: number, end: number): MappedText {
  const builder = new MappedTextBuilder(text);
  appendShellText(builder, text, start, end);
  return builder.build();
}

function appendShellText(builder: MappedTextBuilder, text: string, start: number, end: number): void {
  let from = start;
  let i = start;
  while (i < end) {
    if (text.charCodeAt(i) !== dollar) {
      i++;
      continue;
    }
    builder.copy(from, i);
    const isDollar = text.charCodeAt(i + 1) === dollar;
    const to = isDollar ? i + 2 : expansionEnd(text, i, end);
    builder.replace("$", i, Math.min(to, end));
    i = to;
    from = to;
  }
  builder.copy(from, end);
}

/** Where the expansion that begins with the `$` at `at` ends: `$(f a,$(b))`, `${a}`, `$@`, `$$`. One that is cut ends before the line's end. */
function expansionEnd(text: string, at: number, end: number): number {
  const open = text.charCodeAt(at + 1);
  if (open !== openParenthesis && open !== openBrace) return Math.min(at + 2, end);
  const close = open === openParenthesis ? closeParenthesis : closeBrace;
  let depth = 0;
  for (let i = at + 1; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === open) depth++;
    else if (unit === close && --depth === 0) return i + 1;
  }
  return end;
}

/** `?`, `:`, `+` or `!` before an equals sign. */
function isSign(unit: number): boolean {
  return unit === question || unit === colon || unit === plus || unit === exclamation;
}

function commentStart(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    if (text.charCodeAt(i) === hash && (i === from || isBlank(text.charCodeAt(i - 1)))) return i;
  }
  return end;
}

function trimReturn(text: string, end: number): number {
  return text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

function detectMakefile(text: string, interest?: Interest): Detection {
  const findings = noFindings(interest);
  new MakefileReader(text, findings).read();
  return detectionOf(findings);
}

/** Makefiles of GNU make and its relatives. */
export const makefile: Format = {
  id: "makefile",
  languageIds: ["makefile"],
  fileNames: ["makefile", "gnumakefile", "bsdmakefile", "*.mk", "*.mak", "makefile.*", "*.makefile"],
  interpreters: ["make", "gmake"],
  detect: detectMakefile,
};
