import type { Format } from "../candidate.ts";
import type { CommandFindings } from "../findings.ts";
import { addEmbedded } from "./embedded.ts";
import { behindQuotes, lineEndAt, skipBlanks, trimEnd, withoutIndent } from "./lines.ts";
import { type FormatByInfo, ShownBlocks } from "./shownBlocks.ts";
import { toml } from "./toml.ts";
import { detectionOf, noFindings } from "./values.ts";
import { yaml } from "./yaml.ts";

const tab = 9;
const numberSign = 35;
const less = 60;
const greater = 62;
const backtick = 96;
const tilde = 126;

/** From so many columns on, a line that goes on with no paragraph is code (CommonMark 0.31, 4.4). */
const codeIndent = 4;
/** Quotations within quotations go no deeper. */
const mostQuotes = 10;

/** An opening line of a fenced block. */
interface Fence {
  /** the column of its marks: as many blanks are taken from the lines inside */
  readonly indent: number;
  /** how many marks of quotation stand before them, on every line */
  readonly quotes: number;
  readonly mark: number;
  readonly length: number;
  readonly info: string;
}

/**
 * Finds what Markdown holds of other formats: its front matter, and fenced blocks by their info strings, which are examples unless the
 * document runs them (`{python}` in R Markdown and Quarto). A block without an info string is read only where its first line is a command,
 * behind a prompt (`$ ollama run x`) or by its program, and so is indented code. Prose, inline code, comments and blocks of other languages are no
 * references.
 */
class MarkdownReader {
  private readonly text: string;
  private readonly findings: CommandFindings;
  private readonly blocks: ShownBlocks;

  constructor(text: string, findings: CommandFindings, formatOf: FormatByInfo) {
    this.text = text;
    this.findings = findings;
    this.blocks = new ShownBlocks(text, findings, formatOf);
  }

  read(): void {
    const { text } = this;
    let line = this.readFrontMatter();
    let mayBeIndented = true;
    while (line < text.length) {
      const lineEnd = lineEndAt(text, line);
      const first = skipBlanks(text, line, lineEnd);
      const unit = text.charCodeAt(first);
      if (unit === less && text.startsWith("<!--", first)) {
        const close = text.indexOf("-->", first);
        line = close < 0 ? text.length : lineEndAt(text, close) + 1;
        continue;
      }
      const fence = mayBeginFence(unit) ? this.fenceAt(line, lineEnd) : null;
      if (fence === null && mayBeIndented && first < lineEnd && isCodeIndented(text, line, first)) {
        line = this.readIndented(line, first - line);
        continue;
      }
      // a paragraph goes on with whatever is indented below it
      mayBeIndented = first >= lineEnd || unit === numberSign || fence !== null;
      line = fence === null ? lineEnd + 1 : this.readBlock(fence, lineEnd + 1);
    }
  }

  /** `---` or `+++` on the first line, up to the same again; where the document's text begins. */
  private readFrontMatter(): number {
    const { text, findings } = this;
    const mark = text.startsWith("---") ? "---" : text.startsWith("+++") ? "+++" : null;
    if (mark === null || trimEnd(text, 0, lineEndAt(text, 0)) !== 3) return 0;
    const start = lineEndAt(text, 0) + 1;
    for (let line = start; line < text.length; line = lineEndAt(text, line) + 1) {
      if (!text.startsWith(mark, line) || trimEnd(text, line, lineEndAt(text, line)) !== line + 3) continue;
      addEmbedded(findings, withoutIndent(text, start, line, 0), mark === "---" ? yaml : toml);
      return lineEndAt(text, line) + 1;
    }
    return 0;
  }

  /**
   * The code that is indented from the line at `start` on, by `indent` blanks there, up to a line that is not; where the line behind it begins. What
   * belongs to an element of a list is indented too: only commands are looked for.
   */
  private readIndented(start: number, indent: number): number {
    const { text } = this;
    let end = start;
    for (let line = start; line < text.length; ) {
      const lineEnd = lineEndAt(text, line);
      const first = skipBlanks(text, line, lineEnd);
      if (first < lineEnd && !isCodeIndented(text, line, first)) break;
      if (mayBeginFence(text.charCodeAt(first)) && this.fenceAt(line, lineEnd) !== null) break;
      line = lineEnd + 1;
      if (first < lineEnd) end = line;
    }
    this.blocks.add("", false, start, Math.min(end, text.length), indent);
    return end;
  }

  /** The fence on a line, behind marks of quotation and the mark of a list's element too; null where none opens there. */
  private fenceAt(from: number, lineEnd: number): Fence | null {
    const { text } = this;
    const { position: line, quotes } = behindQuotes(text, from, lineEnd, mostQuotes);
    const first = skipBlanks(text, line, lineEnd);
    let start = first;
    if (isListMark(text.charCodeAt(start))) {
      while (start < lineEnd && start - first < 10 && isListMark(text.charCodeAt(start))) start++;
      const behind = skipBlanks(text, start, lineEnd);
      if (behind === start) return null;
      start = behind;
    }
    const mark = text.charCodeAt(start);
    if (mark !== backtick && mark !== tilde) return null;
    let end = start;
    while (end < lineEnd && text.charCodeAt(end) === mark) end++;
    if (end - start < 3) return null;
    const info = text.slice(end, Math.min(lineEnd, end + 300)).trim();
    // text in backticks on one line is inline code
    if (mark === backtick && info.includes("`")) return null;
    return { indent: start - line, quotes, mark, length: end - start, info };
  }

  /** The block that begins at `start`, up to its closing fence or the end; where the line behind it begins. */
  private readBlock(fence: Fence, start: number): number {
    const { text } = this;
    let line = start;
    while (line < text.length) {
      const lineEnd = lineEndAt(text, line);
      const quoted = behindQuotes(text, line, lineEnd, fence.quotes);
      // a quotation ends with its last line, and what is open in it with it
      if (quoted.quotes < fence.quotes) return this.finishBlock(fence, start, line, line);
      const first = skipBlanks(text, quoted.position, lineEnd);
      let end = first;
      while (end < lineEnd && text.charCodeAt(end) === fence.mark) end++;
      if (end - first >= fence.length && trimEnd(text, end, lineEnd) === end) break;
      line = lineEnd + 1;
    }
    return this.finishBlock(fence, start, line, line >= text.length ? text.length : lineEndAt(text, line) + 1);
  }

  /** Reads the block `[start, end)`; `next` is where the line behind its closing fence begins. */
  private finishBlock({ info, indent, quotes }: Fence, start: number, end: number, next: number): number {
    const { language, isRun } = readInfo(info);
    this.blocks.add(language, isRun, start, Math.min(end, this.text.length), indent, quotes);
    return next;
  }
}

/** Whether a line whose first word stands at `first` is indented as code is: by four blanks, or by a tab. */
function isCodeIndented(text: string, line: number, first: number): boolean {
  return first - line >= codeIndent || (first > line && text.charCodeAt(line) === tab);
}

/** Whether a line with that first character may open a fenced block, in a quotation or an element of a list too. */
function mayBeginFence(unit: number): boolean {
  return unit === backtick || unit === tilde || unit === greater || isListMark(unit);
}

/** The language of an info string: `python title="x"`, `{python, echo=FALSE}`, `yaml:compose.yaml`, `ts{1,3}`. Braces around it run the block. */
function readInfo(info: string): { readonly language: string; readonly isRun: boolean } {
  const match = /^(\{?)\.{0,1}([\w+#.-]{0,60})/.exec(info);
  const braced = match?.[1] === "{";
  return { language: (match?.[2] ?? "").toLowerCase(), isRun: braced && !info.startsWith("{.") };
}

/** `-`, `*`, `+`, `1.`, `1)`: what an element of a list begins with. */
function isListMark(unit: number): boolean {
  return unit === 45 || unit === 42 || unit === 43 || unit === 46 || unit === 41 || (unit >= 48 && unit <= 57);
}

/**
 * Markdown with all its relatives: MDX, R Markdown, Quarto, and prompt files (front matter and a text). `formatOf` gives the
 * formats of the fenced blocks.
 */
export function markdownWith(formatOf: FormatByInfo): Format {
  return {
    id: "markdown",
    languageIds: ["markdown", "mdx", "rmd", "quarto", "prompt", "instructions", "chatagent", "chatmode", "skill"],
    fileNames: ["*.md", "*.markdown", "*.mdx", "*.mdc", "*.livemd", "*.rmd", "*.qmd", "*.prompt", "*.prompty"],
    detect(text, interest) {
      const findings = noFindings(interest);
      new MarkdownReader(text, findings, formatOf).read();
      return detectionOf(findings);
    },
  };
}
