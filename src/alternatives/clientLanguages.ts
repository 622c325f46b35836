import { profile as csharp } from "../detect/languages/csharp.ts";
import { profile as go } from "../detect/languages/go.ts";
import { profile as java } from "../detect/languages/java.ts";
import { profile as javascript } from "../detect/languages/javascript.ts";
import { profile as kotlin } from "../detect/languages/kotlin.ts";
import { profile as php } from "../detect/languages/php.ts";
import type { LanguageProfile } from "../detect/languages/profile.ts";
import { profile as python } from "../detect/languages/python.ts";
import { profile as ruby } from "../detect/languages/ruby.ts";
import { profile as rust } from "../detect/languages/rust.ts";
import type { FixEdit } from "../lint/finding.ts";
import type { TextRange } from "../text.ts";
import { namesWithin, occurrences, statementAt } from "./calls.ts";
import { type TokenizedText, tokenAt } from "./tokenizedText.ts";

/** What edits of a client have to know of a programming language. */
export interface ClientLanguage {
  readonly profile: LanguageProfile;
  /** marks around a string, the usual one first */
  readonly quotes: string;
  /** between the name of an argument and its value */
  readonly separator: string;
  /** between the name of an entry in braces and its value, where that is another one */
  readonly entrySeparator?: string;
  /** the look-up of an environment variable */
  readonly variable: (name: string, quote: string) => string;
  /** the module that the look-up is of, where it has to be imported */
  readonly variableModule?: string;
  /** look-ups of one variable and nothing else: what stands before the name, and the name */
  readonly lookups: readonly RegExp[];
  /** Makes the names of modules known; null where no place for that shows. `module`: the client's own, as it is imported. */
  readonly imports: (source: TokenizedText, modules: readonly string[], module: string) => readonly FixEdit[] | null;
  /** What else has to go where a value is taken out, as the language refuses what is left unused; null where that does not show. */
  readonly replace?: (source: TokenizedText, value: TextRange, text: string) => readonly FixEdit[] | null;
}

const insertion = (at: number, text: string): FixEdit => ({ range: { start: at, end: at }, text, label: "import" });

const nothing: ClientLanguage["imports"] = (_source, modules) => (modules.length === 0 ? [] : null);

function lineBreakOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** `import os` before the first import, where it is not there. */
function pythonImports({ text, tokens }: TokenizedText, modules: readonly string[]): readonly FixEdit[] | null {
  const written = (index: number): string => text.slice(tokens[index]?.start, tokens[index]?.end);
  const missing = new Set(modules);
  let first = -1;
  for (let index = 0; index < tokens.length && missing.size > 0; index++) {
    const word = tokens[index]?.kind === "name" ? written(index) : "";
    if (word !== "import" && word !== "from") continue;
    const start = tokens[index]?.start ?? 0;
    if (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) continue;
    if (word === "import") {
      for (let at = index + 1; at < tokens.length && tokens[at]?.kind !== "newline"; at++) {
        const isWhole = !/^\.$/.test(written(at + 1)) && written(at + 1) !== "as" && !/^\.$/.test(written(at - 1));
        if (isWhole && written(at - 1) !== "as") missing.delete(written(at));
      }
    }
    if (first < 0 && !(word === "from" && written(index + 1) === "__future__")) first = start;
  }
  if (missing.size === 0) return [];
  return first < 0 ? null : [insertion(first, [...missing].map((module) => `import ${module}${lineBreakOf(text)}`).join(""))];
}

/** Paths that a Go file imports: strings behind the word, alone or in its parentheses. */
function goImports({
  text,
  tokens,
  partners,
}: TokenizedText): readonly { readonly path: string; readonly range: TextRange; readonly isGrouped: boolean }[] {
  return tokens.flatMap((token, index) => {
    if (token.kind !== "name" || text.slice(token.start, token.end) !== "import") return [];
    const isGrouped = tokens[index + 1]?.kind === "open";
    const end = isGrouped ? (partners[index + 1] ?? -1) : index + 3;
    return tokens
      .slice(index + 1, Math.max(end, index + 1))
      .filter(({ kind }) => kind === "string")
      .map(({ start, end: to }) => ({ path: text.slice(start + 1, to - 1), range: { start, end: to }, isGrouped }));
  });
}

/** Beside the client's own import; the standard library's first. */
function addGoImports(source: TokenizedText, modules: readonly string[], module: string): readonly FixEdit[] | null {
  const all = goImports(source);
  const missing = modules.filter((wanted) => !all.some(({ path }) => path === wanted));
  const own = all.find(({ path }) => path === module) ?? all[0];
  if (missing.length === 0) return [];
  if (own === undefined) return null;
  const lineBreak = lineBreakOf(source.text);
  return missing.map((path) => {
    if (!own.isGrouped) return insertion(own.range.end, `${lineBreak}import "${path}"`);
    const isStandard = !path.includes(".");
    const [first = own] = all.filter(({ isGrouped }) => isGrouped);
    const beside = isStandard ? first : own;
    const lineStart = source.text.lastIndexOf("\n", beside.range.start) + 1;
    return isStandard ? insertion(lineStart, `\t"${path}"${lineBreak}`) : insertion(own.range.end, `${lineBreak}\t"${path}"`);
  });
}

/** Go refuses variables and imports that nothing uses: where a value is the last use of one, that goes with it. */
function replaceInGo(source: TokenizedText, value: TextRange, text: string): readonly FixEdit[] | null {
  let range = value;
  // a variable that is used for nothing else, but to see whether it is empty, is given the new value itself
  for (let hops = 0; hops < 4; hops++) {
    const name = /^[\p{L}_][\p{L}\p{N}_]*$/u.exec(source.text.slice(range.start, range.end))?.[0];
    const [declared, ...more] = name === undefined ? [] : declarationsOf(source, name);
    if (name === undefined || declared === undefined || more.length > 0 || declared.start >= range.start) break;
    const others = occurrences(source, name).filter(({ start }) => start !== range.start && !declaresAt(source, start));
    if (!others.every(({ start }) => isCompared(source, start))) break;
    range = declared;
  }
  const edits: FixEdit[] = [{ range, text }];
  const written = new Set(text.replaceAll(/"[^"]*"/g, "").match(/[\p{L}_][\p{L}\p{N}_]*/gu));
  for (const name of namesWithin(source, range)) {
    if (written.has(name)) continue;
    const left = occurrences(source, name).filter(({ start, end }) => start < range.start || range.end < end);
    if (left.some(({ start }) => !declaresAt(source, start))) continue;
    if (left.length > 0) {
      // its declaration alone is left: refused inside of functions, and no use of parameters and of what stands outside
      if (left.some(({ start }) => isLocalAt(source, start))) return null;
      continue;
    }
    const imported = goImports(source).find(({ path }) => path === name || path.endsWith(`/${name}`));
    if (imported === undefined) continue;
    const removed = importRemoved(source.text, imported.range, imported.isGrouped);
    if (removed === null) return null;
    edits.push(removed);
  }
  return edits;
}

function wordsAround({ text, tokens }: TokenizedText, start: number): { readonly before: string; readonly behind: string } {
  const index = tokenAt(tokens, start);
  const written = (at: number): string => text.slice(tokens[at]?.start, tokens[at]?.end);
  return { before: index > 0 ? written(index - 1) : "", behind: index >= 0 && index + 1 < tokens.length ? written(index + 1) : "" };
}

/** Whether a name only gets a value where it stands, or is declared: that is no use. */
function declaresAt(source: TokenizedText, start: number): boolean {
  const { before, behind } = wordsAround(source, start);
  const isOneOfSeveral = behind === "," && /^[^(){}\n]*:?=/.test(source.text.slice(start, start + 200));
  return before === "var" || behind === ":=" || behind === "=" || isOneOfSeveral;
}

function isCompared(source: TokenizedText, start: number): boolean {
  const { before, behind } = wordsAround(source, start);
  return /^[=!]=$/.test(before) || /^[=!]=$/.test(behind);
}

/** Whether a name is declared inside of a function. */
function isLocalAt(source: TokenizedText, start: number): boolean {
  const { before, behind } = wordsAround(source, start);
  return behind === ":=" || behind === "," || behind === "=" || (before === "var" && statementAt(source, start) !== null);
}

/** What variables of that name are given where they are declared: `name := value`. */
function declarationsOf({ text, tokens, partners }: TokenizedText, name: string): readonly TextRange[] {
  return tokens.flatMap(({ kind, start, end }, index) => {
    const sign = tokens[index + 1];
    if (kind !== "name" || text.slice(start, end) !== name || sign === undefined || text.slice(sign.start, sign.end) !== ":=") return [];
    if (tokens[index - 1]?.kind === "comma") return [];
    let last = index + 2;
    for (let at = last; at < tokens.length && tokens[at]?.kind !== "newline" && text[tokens[at]?.start ?? 0] !== ";"; at++) {
      const partner = partners[at] ?? -1;
      if (partner > at) at = partner;
      last = at;
    }
    const first = tokens[index + 2];
    return first === undefined || first.kind === "newline" ? [] : [{ start: first.start, end: tokens[last]?.end ?? first.end }];
  });
}

function importRemoved(text: string, { start, end }: TextRange, isGrouped: boolean): FixEdit | null {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineBreak = text.indexOf("\n", end);
  const before = text.slice(lineStart, start).trim();
  if (lineBreak < 0 || text.slice(end, lineBreak).trim() !== "" || before !== (isGrouped ? "" : "import")) return null;
  return { range: { start: lineStart, end: lineBreak + 1 }, text: "", label: "import that nothing uses any more" };
}

/** `using System;` before the first directive of the file. */
function csharpImports({ text, tokens }: TokenizedText, modules: readonly string[]): readonly FixEdit[] | null {
  const written = (index: number): string => text.slice(tokens[index]?.start, tokens[index]?.end);
  const known = new Set<string>();
  let first = -1;
  for (let index = 0; index < tokens.length; index++) {
    if (written(index) !== "using" || tokens[index + 1]?.kind !== "name") continue;
    let end = index + 2;
    while (end < tokens.length && tokens[end]?.kind !== "newline" && written(end) !== ";") end++;
    const module = text.slice(tokens[index + 1]?.start, tokens[end]?.start).trim();
    if (!/^[\w.]+$/.test(module)) continue;
    known.add(module);
    if (first < 0) first = tokens[written(index - 1) === "global" ? index - 1 : index]?.start ?? -1;
    index = end;
  }
  const missing = modules.filter((module) => !known.has(module));
  if (missing.length === 0) return [];
  return first < 0 ? null : [insertion(first, missing.map((module) => `using ${module};${lineBreakOf(text)}`).join(""))];
}

const jvm = {
  quotes: '"',
  separator: " = ",
  variable: (name: string) => `System.getenv("${name}")`,
  lookups: [/^(System\.getenv\(")(\w+)"\)$/],
  imports: nothing,
} as const;

/** By the id of the format. */
export const clientLanguages: ReadonlyMap<string, ClientLanguage> = new Map<string, ClientLanguage>([
  [
    "python",
    {
      profile: python,
      quotes: "\"'",
      separator: "=",
      variable: (name, quote) => `os.environ[${quote}${name}${quote}]`,
      variableModule: "os",
      lookups: [/^((?:os\.)?(?:environ\[|getenv\(|environ\.get\()\s*["'])(\w+)["']\s*[\])]$/],
      imports: pythonImports,
    },
  ],
  [
    "javascript",
    {
      profile: javascript,
      quotes: "\"'",
      separator: ": ",
      variable: (name) => `process.env.${name}`,
      lookups: [
        /^((?:process\.env|import\.meta\.env|Bun\.env)(?:\.|\[["']))(\w+)(?:["']\])?!?(?: as string| (?:\?\?|\|\|) (?:""|''))?$/,
        /^(Deno\.env\.get\(["'])(\w+)["']\)!?$/,
      ],
      imports: nothing,
    },
  ],
  [
    "go",
    {
      profile: go,
      quotes: '"',
      separator: ": ",
      variable: (name) => `os.Getenv("${name}")`,
      variableModule: "os",
      lookups: [/^(os\.Getenv\(")(\w+)"\)$/],
      imports: addGoImports,
      replace: replaceInGo,
    },
  ],
  [
    "csharp",
    {
      profile: csharp,
      quotes: '"',
      separator: ": ",
      entrySeparator: " = ",
      variable: (name) => `Environment.GetEnvironmentVariable("${name}")`,
      variableModule: "System",
      lookups: [/^((?:System\.)?Environment\.GetEnvironmentVariable\(")(\w+)"\)!?$/],
      imports: csharpImports,
    },
  ],
  ["java", { ...jvm, profile: java }],
  ["kotlin", { ...jvm, profile: kotlin }],
  [
    "ruby",
    {
      profile: ruby,
      quotes: "\"'",
      separator: ": ",
      variable: (name, quote) => `ENV.fetch(${quote}${name}${quote})`,
      lookups: [/^(ENV(?:\[|\.fetch\()["'])(\w+)["'][\])]$/],
      imports: nothing,
    },
  ],
  [
    "php",
    {
      profile: php,
      quotes: "'\"",
      separator: " => ",
      variable: (name, quote) => `getenv(${quote}${name}${quote})`,
      lookups: [/^((?:getenv|env)\(["'])(\w+)["']\)$/, /^(\$_ENV\[["'])(\w+)["']\]$/],
      imports: nothing,
    },
  ],
  [
    "rust",
    {
      profile: rust,
      quotes: '"',
      separator: ": ",
      variable: (name) => `std::env::var("${name}").expect("${name}")`,
      lookups: [/^((?:std::)?env::var\(")(\w+)"\)(?:\?|\.unwrap\(\)|\.unwrap_or_default\(\))$/],
      imports: nothing,
    },
  ],
]);

/** The name of the environment variable, where a value is the look-up of one and nothing else. */
export function variableIn(language: ClientLanguage, text: string, value: TextRange): TextRange | null {
  const written = text.slice(value.start, value.end);
  for (const lookup of language.lookups) {
    const match = lookup.exec(written);
    if (!match?.[1] || !match[2]) continue;
    const start = value.start + match[1].length;
    return { start, end: start + match[2].length };
  }
  return null;
}
