import type { Detection, Format } from "../candidate.ts";
import { addVariable } from "../commandLine/variables.ts";
import { scanScript } from "../commandLine.ts";
import type { CommandFindings } from "../findings.ts";
import type { Interest } from "../interest.ts";
import { type MappedText, MappedTextBuilder, sliceOf } from "./mappedText.ts";
import { inOrder, noFindings } from "./values.ts";

const tab = 9;
const newline = 10;
const carriageReturn = 13;
const space = 32;
const doubleQuote = 34;
const hash = 35;
const singleQuote = 39;
const equals = 61;
const backslash = 92;
const backtick = 96;

/**
 * Finds the values of `NAME=value` lines: bare (a comment begins with ` #`), or in double, single or back quotes, over several
 * lines too; `export NAME=value`, `NAME: value`, `${OTHER:-default}`. A quote that is never closed ends with its line.
 */
function detectDotenv(text: string, interest?: Interest): Detection {
  const findings = noFindings(interest);
  /** quotes that are known not to come again */
  const absent = new Set<number>();
  let i = 0;
  while (i < text.length) {
    const lineBreak = text.indexOf("\n", i);
    const lineEnd = lineBreak < 0 ? text.length : lineBreak;
    let next = lineEnd + 1;
    let start = skipBlanks(text, i, lineEnd);
    if (text.startsWith("export", start) && isBlank(text.charCodeAt(start + 6))) start = skipBlanks(text, start + 6, lineEnd);
    let nameEnd = start;
    while (nameEnd < lineEnd && isNameUnit(text.charCodeAt(nameEnd))) nameEnd++;
    const sign = skipBlanks(text, nameEnd, lineEnd);
    const isColon = text.charCodeAt(sign) === 58 && isBlank(text.charCodeAt(sign + 1));
    if (nameEnd > start && sign < lineEnd && (text.charCodeAt(sign) === equals || isColon)) {
      const name = text.slice(start, nameEnd);
      const from = skipBlanks(text, sign + 1, lineEnd);
      const quote = from < lineEnd ? text.charCodeAt(from) : 0;
      const isQuoted = quote === doubleQuote || quote === singleQuote || quote === backtick;
      const close = isQuoted && !absent.has(quote) ? closingQuote(text, from + 1, quote) : -1;
      if (isQuoted && close < 0) absent.add(quote);
      if (close >= 0) {
        add(findings, quotedValue(text, from + 1, close, quote), name, quote === singleQuote);
        if (close > lineEnd) {
          const after = text.indexOf("\n", close);
          next = after < 0 ? text.length : after + 1;
        }
      } else if (!isQuoted) add(findings, sliceOf(text, from, bareEnd(text, from, lineEnd)), name, false);
    }
    i = next;
  }
  return { candidates: inOrder(findings.candidates), modules: [] };
}

function add(findings: CommandFindings, value: MappedText, name: string, literal: boolean): void {
  if (/^--?[A-Za-z]/.test(value.text) && value.text.includes(" ")) scanScript(value, findings, () => [{ kind: "assignment", name }]);
  else if (!(literal && value.text.includes("$"))) addVariable(findings, name, value, () => [{ kind: "assignment", name }]);
}

function closingQuote(text: string, from: number, quote: number): number {
  if (quote !== doubleQuote) return text.indexOf(String.fromCharCode(quote), from);
  let i = from;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    if (unit === quote) return i;
    i += unit === backslash ? 2 : 1;
  }
  return -1;
}

function quotedValue(text: string, start: number, end: number, quote: number): MappedText {
  if (quote !== doubleQuote) return sliceOf(text, start, end);
  const builder = new MappedTextBuilder(text);
  let from = start;
  for (let i = start; i < end; i++) {
    if (text.charCodeAt(i) !== backslash) continue;
    builder.copy(from, i);
    const letter = text.charAt(i + 1);
    builder.replace(letter === "n" ? "\n" : letter === "r" ? "\r" : letter === "t" ? "\t" : letter, i, Math.min(i + 2, end));
    i++;
    from = Math.min(i + 1, end);
  }
  builder.copy(from, end);
  return builder.build();
}

function bareEnd(text: string, from: number, lineEnd: number): number {
  let end = lineEnd;
  for (let i = from; i < lineEnd; i++) {
    if (text.charCodeAt(i) === hash && (i === from || isBlank(text.charCodeAt(i - 1)))) {
      end = i;
      break;
    }
  }
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

function skipBlanks(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && isBlank(text.charCodeAt(i))) i++;
  return i;
}

function isBlank(unit: number): boolean {
  return unit === space || unit === tab || unit === carriageReturn || unit === newline;
}

function isNameUnit(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95 || unit === 45 || unit === 46
  );
}

/** Files of environment variables. */
export const dotenv: Format = {
  id: "dotenv",
  languageIds: ["dotenv", "env"],
  fileNames: [
    ".env",
    ".env.*",
    ".env-*",
    ".env_*",
    "*.env",
    "*.env.local",
    "*.envrc",
    "dotenv",
    "dotenv.*",
    "env.example",
    "env.sample",
    "env.template",
    "env.dist",
    "env.default",
    "env.local",
    "env.dev",
    "env.development",
    "env.prod",
    "env.production",
    "env.staging",
    "env.test",
    "env.tmpl",
    "env-example",
    "env_example",
    "env-sample",
    "env_sample",
    "env.txt",
  ],
  detect: detectDotenv,
};
