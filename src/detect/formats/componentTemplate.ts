import type { CommandFindings } from "../findings.ts";
import type { Frame } from "../frame.ts";
import { isFrameOfInterest } from "../interest.ts";
import { javascript } from "../languages/javascript.ts";
import { addEmbedded, type EmbeddedFormat } from "./embedded.ts";
import { type MappedText, MappedTextBuilder, sliceOf } from "./mappedText.ts";
import { addValue, detectionOf, noFindings } from "./values.ts";

const newline = 10;
const doubleQuote = 34;
const singleQuote = 39;
const slash = 47;
const colon = 58;
const equals = 61;
const greater = 62;
const at = 64;
const backslash = 92;
const backtick = 96;
const openBrace = 123;
const closeBrace = 125;

/** Elements whose text is none of the template. */
const otherText: ReadonlySet<string> = new Set(["script", "style"]);

/** What functions and keys are called that are given a model. */
const ofPlaces = /model|llm|deployment|embed|rerank|engine|openai|anthropic|google|mistral|ollama/i;

/** A name of an element or attribute at the most. */
const longestName = 100;

/**
 * Finds the attributes of a component's template as those of JSX are found: an element with an attribute is a call with an argument of that
 * name. Values in braces (Svelte, Astro) and of bound attributes and events (Vue: `:model`, `v-bind:model`, `@click`) are expressions. Between
 * the tags, expressions are shown to people: only what they call, list or declare counts.
 */
class TemplateReader {
  private readonly text: string;
  private readonly findings: CommandFindings;
  private readonly end: number;
  /** Vue's: expressions between tags stand in two braces, in attributes in quotes */
  private readonly isVue: boolean;
  private i: number;
  /** a brace is closed nowhere: from there on none is followed */
  private isBroken = false;

  constructor(text: string, findings: CommandFindings, start: number, end: number, isVue: boolean) {
    this.text = text;
    this.findings = findings;
    this.i = start;
    this.end = end;
    this.isVue = isVue;
  }

  read(): void {
    const { text, end } = this;
    while (this.i < end) {
      const unit = text.charCodeAt(this.i);
      if (unit === 60) this.readTag();
      else if (unit === openBrace) this.readShown();
      else this.i++;
    }
  }

  private readTag(): void {
    const { text, end } = this;
    if (text.startsWith("<!--", this.i)) {
      const close = text.indexOf("-->", this.i + 4);
      this.i = close < 0 ? end : close + 3;
      return;
    }
    const start = this.i + 1;
    const nameEnd = elementNameEnd(text, start);
    if (nameEnd === start) {
      this.i++;
      return;
    }
    const name = text.slice(start, nameEnd);
    this.i = nameEnd;
    this.readAttributes(name);
    const raw = name.toLowerCase();
    if (!otherText.has(raw)) return;
    const close = new RegExp(`</${raw}`, "gi");
    close.lastIndex = this.i;
    this.i = close.exec(text)?.index ?? end;
  }

  /** Up to behind the tag's end. */
  private readAttributes(element: string): void {
    const { text, end } = this;
    while (this.i < end) {
      const unit = text.charCodeAt(this.i);
      if (unit === greater) {
        this.i++;
        return;
      }
      // the tag is broken, and another one begins
      if (unit === 60) return;
      if (unit === openBrace) {
        const close = this.expressionEnd(this.i + 1);
        this.i = close < 0 ? this.i + 1 : close + 1;
        continue;
      }
      if (unit <= 32 || unit === slash || unit === doubleQuote || unit === singleQuote || unit === equals) {
        this.i++;
        continue;
      }
      const start = this.i;
      const nameEnd = attributeNameEnd(text, start, end);
      this.i = nameEnd;
      const mark = skipBlanks(text, nameEnd, end);
      if (text.charCodeAt(mark) === equals) this.readAttributeValue(element, start, nameEnd, skipBlanks(text, mark + 1, end));
      else if (nameEnd === start) this.i++;
    }
  }

  private readAttributeValue(element: string, nameStart: number, nameEnd: number, from: number): void {
    const { text, end, findings } = this;
    const quote = text.charCodeAt(from);
    const name = text.slice(nameStart, Math.min(nameEnd, nameStart + longestName));
    if (quote === openBrace) {
      const close = this.expressionEnd(from + 1);
      if (close >= 0) this.addExpression(from + 1, close, attribute(element, name));
      this.i = close < 0 ? from + 1 : close + 1;
      return;
    }
    if (quote !== doubleQuote && quote !== singleQuote) {
      let valueEnd = from;
      while (valueEnd < end && text.charCodeAt(valueEnd) > 32 && text.charCodeAt(valueEnd) !== greater) valueEnd++;
      addValue(findings, sliceOf(text, from, valueEnd), () => attribute(element, name));
      this.i = valueEnd;
      return;
    }
    const close = text.indexOf(String.fromCharCode(quote), from + 1);
    if (close < 0 || close > end) {
      this.i = end;
      return;
    }
    this.i = close + 1;
    const first = name.charCodeAt(0);
    if (this.isVue && (first === colon || name.startsWith("v-bind:"))) {
      this.addExpression(from + 1, close, attribute(element, name.slice(name.indexOf(":") + 1)));
    } else if (this.isVue && (first === at || first === 35 || name.startsWith("v-"))) {
      this.addExpression(name === "v-for" ? afterIteration(text, from + 1, close) : from + 1, close, []);
    } else if (name !== "href") {
      // a link leads people to a page about a model
      addValue(findings, sliceOf(text, from + 1, close), () => attribute(element, name));
    }
  }

  /** An expression between tags. */
  private readShown(): void {
    const { text, end } = this;
    const start = this.i + 1;
    if (!this.isVue) {
      const close = this.expressionEnd(start);
      if (close >= 0) this.addShown(afterKeyWord(text, start), close);
      this.i = close < 0 ? start : close + 1;
      return;
    }
    this.i = start;
    if (text.charCodeAt(start) !== openBrace || this.isBroken) return;
    const close = text.indexOf("}}", start + 1);
    if (close < 0 || close > end) {
      this.isBroken = true;
      return;
    }
    this.addShown(start + 1, close);
    this.i = close + 2;
  }

  private addShown(start: number, end: number): void {
    if (this.mayHold(start, end, [])) addEmbedded(this.findings, sliceOf(this.text, start, end), shown);
  }

  /** Whether the expression holds a string of which anything may come: most hold none, and each is read as a program of its own. */
  private mayHold(start: number, end: number, context: readonly Frame[]): boolean {
    const written = this.text.slice(start, end);
    if (!/["'`]/.test(written)) return false;
    const { interest } = this.findings;
    return (
      interest === null || context.some((frame) => isFrameOfInterest(frame, interest)) || ofPlaces.test(written) || interest.inText(written)
    );
  }

  private addExpression(start: number, end: number, context: readonly Frame[]): void {
    const { text } = this;
    if (this.mayHold(start, end, context)) addEmbedded(this.findings, inParentheses(text, start, end), javascript, () => context);
  }

  /** Where the brace is closed that was opened before `from`, strings aside; -1 where it is not. */
  private expressionEnd(from: number): number {
    const { text, end } = this;
    if (this.isBroken) return -1;
    let depth = 0;
    for (let i = from; i < end; i++) {
      const unit = text.charCodeAt(i);
      if (unit === openBrace) depth++;
      else if (unit === closeBrace && depth-- === 0) return i;
      else if (unit === doubleQuote || unit === singleQuote || unit === backtick) i = stringEnd(text, i, end);
    }
    this.isBroken = true;
    return -1;
  }
}

function attribute(callee: string, keyword: string): readonly Frame[] {
  return [{ kind: "argument", callee, position: null, keyword }];
}

/** A string at the beginning of a statement would give nothing; between parentheses it is a value. */
function inParentheses(text: string, start: number, end: number): MappedText {
  const builder = new MappedTextBuilder(text);
  builder.replace("(", start, start);
  builder.copy(start, end);
  builder.replace(")", end, end);
  return builder.build();
}

/** Expressions between tags: a string by itself is what people read. */
const shown: EmbeddedFormat = {
  detect(text, interest) {
    const findings = noFindings(interest);
    const { candidates } = javascript.detect(text, interest);
    for (const candidate of candidates) if (candidate.context.some(({ kind }) => kind !== "fallback")) findings.candidates.push(candidate);
    return detectionOf(findings);
  },
};

/** Behind Svelte's `#each `, `:else if `, `@html `. */
function afterKeyWord(text: string, from: number): number {
  const block = /[#:@/][a-z]+(?:\s+if)?/y;
  block.lastIndex = from;
  const match = block.exec(text);
  // a declaration is one in JavaScript as well
  return match === null ? from : match[0] === "@const" ? from + 1 : from + match[0].length;
}

/** Behind `item in` or `(item, index) of` of Vue's `v-for`. */
function afterIteration(text: string, from: number, end: number): number {
  const head = /^[^"'`[]{0,200}?\s(?:in|of)\s/.exec(text.slice(from, Math.min(end, from + 300)));
  return from + (head?.[0].length ?? 0);
}

/** The quote that closes the string at `from`, on its line save for a template's; `from` where none does, as in `don't`. */
function stringEnd(text: string, from: number, end: number): number {
  const quote = text.charCodeAt(from);
  for (let i = from + 1; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === quote) return i;
    if (unit === backslash) i++;
    else if (unit === newline && quote !== backtick) return from;
  }
  return quote === backtick ? end : from;
}

function elementNameEnd(text: string, from: number): number {
  if (!/[A-Za-z]/.test(text.charAt(from))) return from;
  let i = from;
  while (i - from < longestName && /[\w.:-]/.test(text.charAt(i))) i++;
  return i;
}

function attributeNameEnd(text: string, from: number, end: number): number {
  let i = from;
  for (; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit <= 32 || unit === equals || unit === greater || unit === 60 || unit === openBrace) break;
    if (unit === slash && text.charCodeAt(i + 1) === greater) break;
  }
  return i;
}

function skipBlanks(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && text.charCodeAt(i) <= 32) i++;
  return i;
}

/** Adds what the template of a component names, which begins at `start` or behind it. */
export function addTemplate(text: string, start: number, findings: CommandFindings): void {
  // Vue's stands in an element of its own; in Svelte and Astro all is template that is no code
  const vue = /^<template(?=[\s>])[^>]*>/m.exec(text);
  if (vue === null) {
    new TemplateReader(text, findings, start, text.length, false).read();
    return;
  }
  if (/\blang=/.test(vue[0]) && !/\blang=["']?html\b/.test(vue[0])) return;
  const from = vue.index + vue[0].length;
  const close = text.lastIndexOf("</template");
  new TemplateReader(text, findings, from, close < from ? text.length : close, true).read();
}
