import type { TextRange } from "../../text.ts";
import type { Detection, Format } from "../candidate.ts";
import { scanScript } from "../commandLine.ts";
import type { CommandFindings } from "../findings.ts";
import type { Interest } from "../interest.ts";
import { csharp } from "../languages/csharp.ts";
import { go } from "../languages/go.ts";
import { java } from "../languages/java.ts";
import { javascript } from "../languages/javascript.ts";
import { kotlin } from "../languages/kotlin.ts";
import { powershell } from "../languages/powershell.ts";
import { python } from "../languages/python.ts";
import { r } from "../languages/r.ts";
import { ruby } from "../languages/ruby.ts";
import { rust } from "../languages/rust.ts";
import { scala } from "../languages/scala.ts";
import { dockerfile } from "./dockerfile.ts";
import { addEmbedded, type EmbeddedFormat } from "./embedded.ts";
import type { JsonContainer } from "./json/containers.ts";
import { readJsonStrings } from "./json/reader.ts";
import { appendJsonString, jsonText } from "./json/strings.ts";
import { isEscaped } from "./lines.ts";
import { type MappedText, MappedTextBuilder, sliceOf } from "./mappedText.ts";
import { shell } from "./shell.ts";
import { addVariableValue, inOrder, noFindings } from "./values.ts";
import { addScript } from "./writtenFiles.ts";
import { embeddedFormat } from "./yaml/files.ts";
import { yaml } from "./yaml.ts";

/** A cell while the notebook is read: its kind, its language where it has one of its own, and its source's strings. */
interface Cell {
  kind: string;
  language: string | null;
  /** the insides of the strings, in order */
  readonly lines: TextRange[];
}

/** A code cell: its text as editors join it, and the language that it or the notebook's kernel names, in small letters. */
export interface CodeCell {
  /** among all cells */
  readonly index: number;
  readonly language: string;
  /** the insides of the strings that it is written in */
  readonly lines: readonly TextRange[];
  readonly source: MappedText;
}

type Container = JsonContainer<Cell>;

/**
 * Finds the candidates of a Jupyter notebook's code cells. Their positions in the file are inside JSON strings; those in
 * `cell` are positions in the cell's text as an editor shows it. Cells of other languages than the scanner's own give none.
 */
function detectNotebook(text: string, interest?: Interest): Detection {
  const findings = noFindings(interest);
  for (const { index, language, source } of readNotebook(text).cells) {
    const detect = (cellText: string): Detection => inCell(detectCell(cellText, language, interest), index);
    addEmbedded(findings, source, { detect });
  }
  return { candidates: findings.candidates, modules: [...findings.modules] };
}

/** The code cells of a notebook, and the language of its kernel in small letters. */
export function readNotebook(text: string): { readonly cells: readonly CodeCell[]; readonly language: string } {
  const cells: Cell[] = [];
  let kernelLanguage: string | null = null;
  let fileLanguage: string | null = null;
  readJsonStrings<Cell>(text, {
    string(start, end, escaped, stack) {
      if (isAt(stack, 0, "metadata")) {
        if (isAt(stack, 1, "kernelspec") && isAt(stack, 2, "language") && stack.length === 3)
          kernelLanguage = jsonText(text, start, end, escaped);
        else if (isAt(stack, 1, "language_info") && isAt(stack, 2, "name") && stack.length === 3)
          fileLanguage = jsonText(text, start, end, escaped);
        return;
      }
      const cell = stack[2];
      if (!isAt(stack, 0, "cells") || !stack[1]?.array || cell === undefined || cell.array) return;
      switch (cell.key) {
        case "cell_type":
          if (stack.length === 3) cellOf(cell).kind = jsonText(text, start, end, escaped);
          return;
        case "source":
          if (stack.length === 3 || (stack.length === 4 && stack[3]?.array)) cellOf(cell).lines.push({ start, end });
          return;
        case "metadata":
          if (stack.length === 5 && isAt(stack, 3, "vscode") && isAt(stack, 4, "languageId")) {
            cellOf(cell).language = jsonText(text, start, end, escaped);
          }
          return;
      }
    },
    close(container, stack) {
      // an object right inside the list of cells is a cell, with a source or without
      if (!container.array && stack.length === 2 && stack[1]?.array && isAt(stack, 0, "cells")) cells.push(cellOf(container));
    },
  });
  const language = (fileLanguage ?? kernelLanguage ?? "python").toLowerCase();
  const code = cells.flatMap((cell, index): readonly CodeCell[] =>
    cell.kind === "code" && cell.lines.length > 0
      ? [{ index, language: cell.language ?? language, lines: cell.lines, source: sourceOf(text, cell.lines) }]
      : [],
  );
  return { cells: code, language };
}

/** The same, with the places in the cell's own text kept beside those in the file. */
function inCell({ candidates, modules }: Detection, index: number): Detection {
  return { candidates: candidates.map((candidate) => ({ ...candidate, cell: { index, range: candidate.range } })), modules };
}

function isAt(stack: readonly Container[], depth: number, key: string): boolean {
  const container = stack[depth];
  return container?.isAt(key) === true;
}

function cellOf(container: Container): Cell {
  container.data ??= { kind: "", language: null, lines: [] };
  return container.data;
}

/** The cell's text as editors join it. */
function sourceOf(text: string, lines: readonly TextRange[]): MappedText {
  const builder = new MappedTextBuilder(text);
  appendLines(builder, text, lines, false);
  return builder.build();
}

/** Appends a cell's lines as editors join them: one that lacks its line end gets one, the last where it is to be `ended`. */
export function appendLines(builder: MappedTextBuilder, text: string, lines: readonly TextRange[], ended: boolean): void {
  lines.forEach(({ start, end }, index) => {
    appendJsonString(builder, text, start, end);
    if ((ended || index < lines.length - 1) && !endsLine(text, start, end)) builder.replace("\n", end, end);
  });
}

/** Whether the JSON string with the inside `[start, end)` ends with a line end, written as `\\n` or `\\u000a`. */
function endsLine(text: string, start: number, end: number): boolean {
  const isCode = end - start >= 6 && /^\\u000[Aa]$/.test(text.slice(end - 6, end));
  return (isCode || text.charAt(end - 1) === "n") && isEscaped(text, isCode ? end - 5 : end - 1, start);
}

/** The formats of code cells, by what kernels and editors call their languages. */
export const codeFormats: ReadonlyMap<string, Format> = new Map([
  ["python", python],
  ["python3", python],
  ["ipython", python],
  ["javascript", javascript],
  ["typescript", javascript],
  ["bash", shell],
  ["shellscript", shell],
  ["r", r],
  ["scala", scala],
  ["kotlin", kotlin],
  ["java", java],
  ["csharp", csharp],
  ["c#", csharp],
  ["powershell", powershell],
  ["pwsh", powershell],
  ["rust", rust],
  ["ruby", ruby],
  ["go", go],
]);

const shellMagics: ReadonlySet<string> = new Set(["bash", "sh", "script", "shell", "cmd"]);
const pythonMagics: ReadonlySet<string> = new Set(["time", "timeit", "capture", "prun", "python", "python3", "memit", "skip"]);

/**
 * Finds the candidates of one notebook cell in its own text. In Python, `%%bash` cells and `!command` lines are shell, `%env`
 * sets a variable, `%%writefile` cells hold a file of the format that its name says, cells of other magics are passed over.
 */
export function detectCell(text: string, language: string, interest?: Interest): Detection {
  const format = codeFormats.get(language);
  if (format === undefined) return { candidates: [], modules: [] };
  if (format !== python) return format.detect(text, interest);
  const findings = noFindings(interest);
  const magic = foreignMagic(text);
  if (magic !== null) {
    readForeignCell(text, magic[1] ?? "", magic[0].length, findings);
    return { candidates: inOrder(findings.candidates), modules: [...findings.modules] };
  }
  const code = readMagicLines(text, findings);
  const detection = python.detect(code, interest);
  for (const candidate of detection.candidates) findings.candidates.push(candidate);
  return { candidates: inOrder(findings.candidates), modules: [...new Set([...detection.modules, ...findings.modules])] };
}

/** The mark at the beginning of a cell that is told to hold something else than Python: `%%bash`, `%%writefile`; null elsewhere. */
export function foreignMagic(text: string): RegExpExecArray | null {
  const magic = /^\s{0,100}%%(\w{1,40})/.exec(text);
  return magic === null || pythonMagics.has(magic[1] ?? "") ? null : magic;
}

/** Reads the cell of a magic, whose name ends at `nameEnd`, by what it is told to hold. */
function readForeignCell(text: string, magic: string, nameEnd: number, findings: CommandFindings): void {
  const lineEnd = endOfLine(text, nameEnd);
  if (lineEnd === text.length) return;
  const body = sliceOf(text, lineEnd + 1, text.length);
  if (shellMagics.has(magic)) addScript(findings, body, yaml, () => []);
  if (magic !== "writefile" && magic !== "file") return;
  const name = /^\s{1,20}(?:(?:-a|--append)\s{1,20})?["']?([^\s"']{1,200})/.exec(
    text.slice(nameEnd, Math.min(lineEnd, nameEnd + 300)),
  )?.[1];
  const format = name === undefined ? null : formatOfFile(name);
  if (format !== null) addEmbedded(findings, body, format);
}

/** How the file that a cell writes is read; null where it is none of ours, or a text for people. */
function formatOfFile(path: string): EmbeddedFormat | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (/^dockerfile(?:$|\.)/i.test(name)) return dockerfile;
  const pattern = `*${name.slice(name.lastIndexOf(".")).toLowerCase()}`;
  const code = [...codeFormats.values()].find(({ fileNames }) => fileNames.includes(pattern));
  return code ?? embeddedFormat(name, yaml);
}

/** Scans the lines that are no Python, and gives the text with blanks in their place. */
function readMagicLines(text: string, findings: CommandFindings): string {
  return withoutMagicLines(text, (start, end) => {
    const command = commandMagic(text, start, end);
    if (command !== null) scanScript(sliceOf(text, command, end), findings, () => []);
    else readEnvironmentMagic(text, start, end, findings);
  });
}

/** Where the command begins that a line runs: behind `!`, `!!`, `%run` (a program of Python with its arguments), `%sx` and `%system`; null where it runs none. */
function commandMagic(text: string, start: number, end: number): number | null {
  const mark = /^(?:!!?|%(?:run|sx|system)\s{1,20}(?:-[a-z]\s{1,20})?)/.exec(text.slice(start, Math.min(end, start + 60)));
  return mark === null ? null : start + mark[0].length;
}

/** The text of a Python cell with blanks in the place of `!command` and `%magic` lines, each of which `visit` is given from its mark on. */
export function withoutMagicLines(text: string, visit: (start: number, end: number) => void = () => {}): string {
  if (!text.includes("!") && !text.includes("%")) return text;
  const parts: string[] = [];
  let kept = 0;
  let i = 0;
  while (i < text.length) {
    let lineEnd = endOfLine(text, i);
    let start = i;
    while (start < lineEnd && (text.charCodeAt(start) === 32 || text.charCodeAt(start) === 9)) start++;
    const mark = text.charAt(start);
    if (mark === "!" || (mark === "%" && isLetter(text.charCodeAt(start + 1)) && !text.slice(start, lineEnd).includes('"""'))) {
      while (lineEnd < text.length && text.charAt(lineEnd - 1) === "\\") lineEnd = endOfLine(text, lineEnd + 1);
      visit(start, lineEnd);
      parts.push(text.slice(kept, start), " ".repeat(lineEnd - start));
      kept = lineEnd;
    }
    i = lineEnd + 1;
  }
  parts.push(text.slice(kept));
  return parts.join("");
}

/** `%env NAME=value`, `%env NAME value`, `%set_env NAME=value` */
function readEnvironmentMagic(text: string, start: number, end: number, findings: CommandFindings): void {
  const match = /^(%(?:set_)?env\s{1,20}(\w{1,100})\s{0,20}[= ]\s{0,20})(\S{1,300})\s{0,20}$/.exec(
    text.slice(start, Math.min(end, start + 600)),
  );
  if (match === null) return;
  const [, head = "", name = "", value = ""] = match;
  const from = start + head.length;
  addVariableValue(findings, sliceOf(text, from, from + value.length), () => [{ kind: "assignment", name }]);
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline;
}

function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

/** Jupyter notebooks as files; an editor opens their cells as documents of their own. */
export const notebook: Format = {
  id: "notebook",
  languageIds: [],
  fileNames: ["*.ipynb"],
  detect: detectNotebook,
};
