import type { Detection, Format, SourceDocument } from "./candidate.ts";
import { asciiDocWith } from "./formats/asciiDoc.ts";
import { bicep } from "./formats/bicep.ts";
import { component } from "./formats/component.ts";
import { dockerfile } from "./formats/dockerfile.ts";
import { dotenv } from "./formats/dotenv.ts";
import { hcl } from "./formats/hcl.ts";
import { http } from "./formats/http.ts";
import { ini } from "./formats/ini.ts";
import { json } from "./formats/json.ts";
import { makefile } from "./formats/makefile.ts";
import { markdownWith } from "./formats/markdown.ts";
import { modelfile } from "./formats/modelfile.ts";
import { detectCell, notebook } from "./formats/notebook.ts";
import { prisma } from "./formats/prisma.ts";
import { properties } from "./formats/properties.ts";
import { razor } from "./formats/razor.ts";
import { restructuredTextWith } from "./formats/restructuredText.ts";
import { shell, shellWith } from "./formats/shell.ts";
import { sql } from "./formats/sql.ts";
import { systemd } from "./formats/systemd.ts";
import { toml } from "./formats/toml.ts";
import { xml } from "./formats/xml.ts";
import { yaml } from "./formats/yaml.ts";
import type { Interest } from "./interest.ts";
import { cpp } from "./languages/cpp.ts";
import { csharp } from "./languages/csharp.ts";
import { dart } from "./languages/dart.ts";
import { elixir } from "./languages/elixir.ts";
import { go } from "./languages/go.ts";
import { groovy } from "./languages/groovy.ts";
import { java } from "./languages/java.ts";
import { javascript } from "./languages/javascript.ts";
import { julia } from "./languages/julia.ts";
import { kotlin } from "./languages/kotlin.ts";
import { lua } from "./languages/lua.ts";
import { nix } from "./languages/nix.ts";
import { php, phpInFence } from "./languages/php.ts";
import { powershell } from "./languages/powershell.ts";
import { python } from "./languages/python.ts";
import { r } from "./languages/r.ts";
import { ruby } from "./languages/ruby.ts";
import { rust } from "./languages/rust.ts";
import { scala } from "./languages/scala.ts";
import { swift } from "./languages/swift.ts";

/** Every format, in the order in which file names are tried. Adding one is one import and one line. */
export const formats: readonly Format[] = [
  python,
  javascript,
  rust,
  cpp,
  php,
  ruby,
  powershell,
  r,
  java,
  kotlin,
  scala,
  groovy,
  csharp,
  swift,
  dart,
  go,
  lua,
  elixir,
  julia,
  nix,
  component,
  razor,
  json,
  yaml,
  toml,
  xml,
  hcl,
  bicep,
  sql,
  prisma,
  http,
  properties,
  ini,
  systemd,
  markdownWith(formatOfFence),
  restructuredTextWith(formatOfFence),
  asciiDocWith(formatOfFence),
  dockerfile,
  makefile,
  modelfile,
  shellWith(formatOfHereDocument),
  notebook,
  // last, since its patterns are the widest
  dotenv,
];

const byLanguageId: ReadonlyMap<string, Format> = new Map(
  formats.flatMap((format) => format.languageIds.map((id) => [id, format] as const)),
);

/**
 * The format of a document: by the editor's language id, else by its file name, else, where that has no ending, by the program that its first
 * line says it is run by; null where it is none of ours.
 */
export function formatOf({
  path,
  languageId,
  text,
}: Pick<SourceDocument, "path" | "languageId"> & { readonly text?: string }): Format | null {
  const byLanguage = languageId === undefined ? undefined : byLanguageId.get(languageId);
  if (byLanguage) return byLanguage;
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  return (
    formats[rankOf(name)] ??
    ofTemplate(name) ??
    (name.includes(".") ? ofStack(name, text) : text === undefined ? null : ofInterpreter(text))
  );
}

/** What a template of CloudFormation says of itself: its format's version, or what it makes (AWS CloudFormation, "Template sections"). */
const stackSection = /AWSTemplateFormatVersion|^[ \t]*["']?Resources["']?[ \t]*:/m;

/** A template of CloudFormation by its own ending, in YAML or JSON, which YAML reads as well. Of other templates the ending says nothing. */
function ofStack(name: string, text: string | undefined): Format | null {
  return name.endsWith(".template") && (text === undefined || stackSection.test(text)) ? yaml : null;
}

const byInterpreter: ReadonlyMap<string, Format> = new Map(
  formats.flatMap((format) => (format.interpreters ?? []).map((program) => [program, format] as const)),
);

/** Longer first lines are none of scripts: Linux looks at as many bytes. */
const longestFirstLine = 256;

/** The format of a script, by its first line: `#!/bin/sh -e`, `#!/usr/bin/env -S uv run --script`. */
function ofInterpreter(text: string): Format | null {
  if (!text.startsWith("#!")) return null;
  const [line = ""] = text.slice(2, longestFirstLine).split(/[\r\n]/, 1);
  for (const word of line.trim().split(/\s+/)) {
    const program = word.slice(word.lastIndexOf("/") + 1).replace(/[\d.-]+$/, "");
    const format = byInterpreter.get(program);
    if (format !== undefined) return format;
  }
  return null;
}

/** What a name ends with whose file is made into another, or is copied and filled in by hand: the rest is the name of what comes of it. */
const templateEnding = /(?<=.\.[\w-]{1,40})\.(?:example|sample|dist|default|template|tmpl|tpl|gotmpl|j2|jinja2?|erb|tt|in)$/;

function ofTemplate(name: string): Format | null {
  const made = name.replace(templateEnding, "");
  return made === name ? null : (formats[rankOf(made)] ?? null);
}

/** For each pattern of a file name the place of its format among all. */
const ranks: ReadonlyMap<string, number> = new Map(
  // of formats with the same pattern the first one has it
  formats.flatMap((format, rank) => format.fileNames.map((pattern) => [pattern, rank] as const)).reverse(),
);

/** The patterns that are neither a whole name nor `*` and an ending behind a dot: few enough to be tried one by one. */
const otherPatterns: readonly string[] = [...ranks.keys()].filter((pattern) => pattern.includes("*") && !pattern.startsWith("*."));

/** The place of the first format that has the lower-case file name, or one behind all. Looked up, since a tree has tens of thousands of names. */
function rankOf(name: string): number {
  let first = ranks.get(name) ?? formats.length;
  for (let dot = name.indexOf("."); dot >= 0; dot = name.indexOf(".", dot + 1)) {
    first = Math.min(first, ranks.get(`*${name.slice(dot)}`) ?? first);
  }
  for (const pattern of otherPatterns) if (matchesFileName(name, pattern)) first = Math.min(first, ranks.get(pattern) ?? first);
  return first;
}

/** What fenced blocks are called that neither an editor's language id nor a file name's extension says. */
const fenceNames: ReadonlyMap<string, string> = new Map([
  ["shell", "shellscript"],
  ["fish", "shellscript"],
  ["golang", "go"],
  ["c#", "csharp"],
  ["c++", "cpp"],
  ["pwsh", "powershell"],
  ["docker-compose", "yaml"],
  ["docker", "dockerfile"],
  ["make", "makefile"],
  ["node", "javascript"],
  ["ipython", "python"],
  ["python3", "python"],
  ["pycon", "python"],
  ["json5", "jsonc"],
  ["conf", "ini"],
]);

/** Texts for people, which hold blocks of other formats: one shown in another is a text about texts. */
const documents: ReadonlySet<string> = new Set(["markdown", "restructuredtext", "asciidoc"]);

/** The format of a fenced block: its info string is a language's id or name, a file name, or a file name's extension. */
function formatOfFence(info: string): Format | null {
  const name = fenceNames.get(info) ?? info;
  const format = formatOf({ path: name.includes(".") ? name : `fence.${name}`, languageId: name }) ?? formatOf({ path: name });
  return format !== null && documents.has(format.id) ? null : format === php ? phpInFence : format;
}

/** The format of a file that a script writes; here-documents in what it writes are not followed, so that none is read twice. */
function formatOfHereDocument(fileName: string): Format | null {
  const format = formatOf({ path: fileName });
  return format?.id === "shell" ? shell : format !== null && documents.has(format.id) ? null : format;
}

/** Whether the lower-case file name matches a pattern with at most one `*`. */
export function matchesFileName(name: string, pattern: string): boolean {
  const star = pattern.indexOf("*");
  if (star < 0) return name === pattern;
  const head = pattern.slice(0, star);
  const tail = pattern.slice(star + 1);
  return name.length >= head.length + tail.length && name.startsWith(head) && name.endsWith(tail);
}

/**
 * The candidates of a document. A notebook cell that an editor shows as a document of its own is read as the notebook reads it: with its
 * magics, and with what the other cells import.
 * @param before see {@link Format.detect}
 */
export function detectIn(document: SourceDocument, format: Format, interest?: Interest, before?: Detection | null): Detection {
  if (document.otherCells === undefined) return format.detect(document.text, interest, before);
  const language = document.languageId ?? format.id;
  const { candidates, modules } = detectCell(document.text, language, interest);
  return { candidates, modules: [...new Set([...modules, ...detectCell(document.otherCells, language, interest).modules])] };
}
