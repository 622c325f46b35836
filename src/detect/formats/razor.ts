import type { TextRange } from "../../text.ts";
import type { Detection, Format } from "../candidate.ts";
import type { Interest } from "../interest.ts";
import { csharp } from "../languages/csharp.ts";
import { javascript } from "../languages/javascript.ts";
import { scriptsOf } from "./component.ts";
import { addTemplate } from "./componentTemplate.ts";
import { addEmbedded } from "./embedded.ts";
import { lineEndAt, slashCommentEnd } from "./lines.ts";
import { sliceOf } from "./mappedText.ts";
import { detectionOf, noFindings } from "./values.ts";

const newline = 10;
const doubleQuote = 34;
const singleQuote = 39;
const slash = 47;
const backslash = 92;
const openBrace = 123;
const closeBrace = 125;

/** What begins a block of code, and a comment, which ends with the same signs turned round (learn.microsoft.com, "Razor syntax reference"). */
const codeMark = /@(?:(?:code|functions)\s{0,100})?\{|@\*/g;

/** An attribute whose value is code: `@bind="model"`, `@onclick="Send"`. */
const directive = /\s@[\w:-]{1,60}="[^"\n]{0,500}"/g;

/** What a page uses: `@using OpenAI.Chat`. */
const using = /^[ \t]{0,40}@using[ \t]{1,10}(?:static[ \t]{1,10})?([\w.]{1,200})/gm;

/** Finds the candidates of a page of Razor: of its blocks of C#, of its scripts, and of the attributes in its markup. */
function detectRazor(text: string, interest?: Interest): Detection {
  const findings = noFindings(interest);
  for (const [, name = ""] of text.matchAll(using)) findings.modules.add(name);
  const { code, hidden } = blocksOf(text);
  for (const { start, end } of code) addEmbedded(findings, sliceOf(text, start, end), csharp);
  const markup = without(text, hidden);
  for (const { start, end } of scriptsOf(markup)) addEmbedded(findings, sliceOf(markup, start, end), javascript);
  // braces between tags are those of the code that makes them
  addTemplate(markup.replace(directive, blanksFor).replace(/[{}]/g, " "), 0, findings);
  return detectionOf(findings);
}

interface Blocks {
  /** the inside of blocks of code */
  readonly code: readonly TextRange[];
  /** all that is no markup, in order */
  readonly hidden: readonly TextRange[];
}

function blocksOf(text: string): Blocks {
  const code: TextRange[] = [];
  const hidden: TextRange[] = [];
  codeMark.lastIndex = 0;
  for (let match = codeMark.exec(text); match !== null; match = codeMark.exec(text)) {
    const start = match.index + match[0].length;
    const isComment = match[0] === "@*";
    const close = isComment ? text.indexOf("*@", start) : blockEnd(text, start);
    const end = close < 0 ? text.length : close;
    if (!isComment) code.push({ start, end });
    const after = Math.min(end + (isComment ? 2 : 1), text.length);
    hidden.push({ start: match.index, end: after });
    codeMark.lastIndex = after;
  }
  return { code, hidden };
}

/** Where the brace is closed behind which `start` stands, or -1. Strings and comments are passed over. */
function blockEnd(text: string, start: number): number {
  let depth = 1;
  for (let i = start; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === openBrace) depth++;
    else if (unit === closeBrace) {
      depth--;
      if (depth === 0) return i;
    } else if (unit === doubleQuote || unit === singleQuote) i = stringEnd(text, i, unit);
    else if (unit === slash) {
      const next = text.charCodeAt(i + 1);
      if (next === slash) i = lineEndAt(text, i);
      else if (next === 42) i = slashCommentEnd(text, i) - 1;
    }
  }
  return -1;
}

/** The closing quote of the string at `at`, or the end of its line: in markup an apostrophe is none. Texts in three quotes go over lines. */
function stringEnd(text: string, at: number, quote: number): number {
  if (text.startsWith('"""', at)) {
    const close = text.indexOf('"""', at + 3);
    return close < 0 ? text.length : close + 2;
  }
  for (let i = at + 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === backslash) i++;
    else if (unit === quote) return i;
    else if (unit === newline) return quote === singleQuote ? at : i;
  }
  return at;
}

/** The text with blanks for what stands in `ranges`, so that all else keeps its place. */
function without(text: string, ranges: readonly TextRange[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of ranges) {
    pieces.push(text.slice(from, start), blanksFor(text.slice(start, end)));
    from = end;
  }
  return pieces.join("") + text.slice(from);
}

function blanksFor(text: string): string {
  return " ".repeat(text.length);
}

/** Components and pages of .NET: Blazor's and ASP.NET's. */
export const razor: Format = {
  id: "razor",
  languageIds: ["razor", "aspnetcorerazor"],
  fileNames: ["*.razor", "*.cshtml"],
  detect: detectRazor,
};
