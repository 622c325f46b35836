import type { SourceDocument } from "../detect/candidate.ts";
import { type JsonContainer, readJsonStrings } from "../detect/formats/jsonReader.ts";
import { appendJsonString, jsonText } from "../detect/formats/jsonStrings.ts";
import { documentRange, type MappedText, MappedTextBuilder } from "../detect/formats/mappedText.ts";
import { formatOf } from "../detect/formats.ts";
import type { TextRange } from "../text.ts";

/** The program in a document, as one text: what clients are looked for in, and edits are made of. */
export interface DocumentCode {
  /** id of the format that the code is of */
  readonly language: string;
  readonly text: string;
  /** where a stretch of the document stands in the code; null where it is no part of it */
  readonly inCode: (range: TextRange) => TextRange | null;
  readonly inDocument: (range: TextRange) => TextRange;
  /** code as the document writes it */
  readonly written: (code: string) => string;
}

const same = (range: TextRange): TextRange => range;

/** The code of a document: its whole text, the scripts of a component, or the code cells of a notebook, one behind the other. */
export function codeOf(document: SourceDocument): DocumentCode | null {
  const format = formatOf(document);
  if (format === null) return null;
  if (format.id === "notebook") return notebookCode(document.text);
  const written = (code: string): string => code;
  return format.id === "component"
    ? { language: "javascript", text: scriptsOf(document.text), inCode: same, inDocument: same, written }
    : { language: format.id, text: document.text, inCode: same, inDocument: same, written };
}

/** A component's text with blanks in the place of all that is no script. */
function scriptsOf(text: string): string {
  const parts: string[] = [];
  let kept = 0;
  const keep = (start: number, end: number): void => {
    parts.push(blank(text.slice(kept, start)), text.slice(start, end));
    kept = end;
  };
  const front = /^\s{0,100}---[\t \r]{0,9}\n/.exec(text)?.[0].length;
  const frontEnd = front === undefined ? -1 : text.indexOf("\n---", front - 1);
  if (front !== undefined && frontEnd >= 0) keep(front, Math.max(front, frontEnd + 1));
  const mark = /<!--|<script(?=[\s>])/gi;
  for (let at = Math.max(kept, 0); at < text.length; ) {
    mark.lastIndex = at;
    const match = mark.exec(text);
    if (match === null) break;
    const isComment = match[0] === "<!--";
    const start = isComment ? -1 : text.indexOf(">", match.index) + 1;
    const close = text.indexOf(isComment ? "-->" : "</script", isComment ? match.index : start);
    if (close < 0 || start === 0) break;
    if (!isComment) keep(start, close);
    at = close + 3;
  }
  parts.push(blank(text.slice(kept)));
  return parts.join("");
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

interface Cell {
  kind: string;
  language: string | null;
  readonly lines: { readonly start: number; readonly end: number; readonly value: string }[];
}

/** Languages of kernels, by the id of their format. */
const kernels: ReadonlyMap<string, string> = new Map([
  ["python", "python"],
  ["python3", "python"],
  ["ipython", "python"],
  ["javascript", "javascript"],
  ["typescript", "javascript"],
  ["csharp", "csharp"],
  ["c#", "csharp"],
  ["java", "java"],
  ["kotlin", "kotlin"],
  ["ruby", "ruby"],
  ["rust", "rust"],
]);

function notebookCode(text: string): DocumentCode | null {
  const { cells, kernel } = readNotebook(text);
  const language = kernels.get(kernel.toLowerCase());
  if (language === undefined) return null;
  const builder = new MappedTextBuilder(text);
  for (const { kind, language: own, lines } of cells) {
    const first = lines[0]?.value.trimStart() ?? "";
    const isOther = own !== null && kernels.get(own) !== language;
    // `%%bash`, `%%writefile` and their like hold other things; `%%time` and `%%capture` do not
    if (kind !== "code" || isOther || (first.startsWith("%%") && !/^%%(?:time|timeit|capture|prun|memit|skip)\b/.test(first))) continue;
    lines.forEach(({ start, end, value }, index) => {
      appendJsonString(builder, text, start, end);
      if (index === lines.length - 1 || !value.endsWith("\n")) builder.replace("\n", end, end);
    });
  }
  const code: MappedText = builder.build();
  const at = (position: number): number => documentRange(code, position, position).start;
  const positionOf = (offset: number): number => {
    let low = 0;
    let high = code.text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    language,
    // lines for the notebook itself are no part of the program: `!pip install`, `%env`
    text: language === "python" ? code.text.replace(/^[ \t]{0,100}[!%][^\n]*/gm, (line) => " ".repeat(line.length)) : code.text,
    inCode: ({ start, end }) => {
      const from = positionOf(start);
      const to = positionOf(end);
      return from < to && at(from) === start && documentRange(code, from, to).end === end ? { start: from, end: to } : null;
    },
    inDocument: ({ start, end }) => documentRange(code, start, end),
    written: (written) => JSON.stringify(written).slice(1, -1),
  };
}

/** The cells of a notebook with the insides of their source's strings, and the language of its kernel. */
function readNotebook(text: string): { readonly cells: readonly Cell[]; readonly kernel: string } {
  const cells: Cell[] = [];
  const cellOf = (container: JsonContainer<Cell>): Cell => {
    container.data ??= { kind: "", language: null, lines: [] };
    return container.data;
  };
  let kernel = "";
  let file = "";
  readJsonStrings<Cell>(text, {
    string(start, end, escaped, stack) {
      const value = (): string => jsonText(text, start, end, escaped);
      if (stack[0]?.isAt("metadata") && stack.length === 3) {
        if (stack[1]?.isAt("kernelspec") && stack[2]?.isAt("language")) kernel = value();
        if (stack[1]?.isAt("language_info") && stack[2]?.isAt("name")) file = value();
      }
      const cell = stack[2];
      if (cell === undefined || cell.array || !stack[1]?.array || !stack[0]?.isAt("cells")) return;
      if (stack.length === 3 && cell.isAt("cell_type")) cellOf(cell).kind = value();
      else if (cell.isAt("source") && (stack.length === 3 || (stack.length === 4 && stack[3]?.array)))
        cellOf(cell).lines.push({ start, end, value: value() });
      else if (stack.length === 5 && cell.isAt("metadata") && stack[3]?.isAt("vscode") && stack[4]?.isAt("languageId"))
        cellOf(cell).language = value();
    },
    close(container, stack) {
      if (!container.array && stack.length === 2 && stack[1]?.array && stack[0]?.isAt("cells")) cells.push(cellOf(container));
    },
  });
  return { cells, kernel: file || kernel || "python" };
}
