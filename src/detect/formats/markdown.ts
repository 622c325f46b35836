import type { Format } from "../candidate.ts";
import type { CommandFindings } from "../commandLine/findings.ts";
import { addEmbedded } from "./embedded.ts";
import { lineEndAt, skipBlanks, trimEnd, withoutIndent } from "./lines.ts";
import { type FormatByInfo, ShownBlocks } from "./shownBlocks.ts";
import { toml } from "./toml.ts";
import { detectionOf, noFindings } from "./values.ts";
import { yaml } from "./yaml.ts";

const less = 60;
const backtick = 96;
const tilde = 126;

/** An opening line of a fenced block. */
interface Fence {
  /** the column of its marks: as many blanks are taken from the lines inside */
  readonly indent: number;
  readonly mark: number;
  readonly length: number;
  readonly info: string;
}

/**
 * Finds what Markdown holds of other formats: its front matter, and fenced blocks by their info strings, which are examples unless the
 * document runs them (`{python}` in R Markdown and Quarto). A block without an info string is read only where its first line is a command,
 * behind a prompt (`$ ollama run x`) or by its program. Prose, inline code, indented code, comments and blocks of other languages are no references.
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
    while (line < text.length) {
      const lineEnd = lineEndAt(text, line);
      const first = skipBlanks(text, line, lineEnd);
      const unit = text.charCodeAt(first);
      if (unit === less && text.startsWith("<!--", first)) {
        const close = text.indexOf("-->", first);
        line = close < 0 ? text.length : lineEndAt(text, close) + 1;
        continue;
      }
      const fence = unit === backtick || unit === tilde || isListMark(unit) ? this.fenceAt(line, first, lineEnd) : null;
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

  /** The fence on a line, behind the mark of a list's element too; null where none opens there. */
  private fenceAt(line: number, first: number, lineEnd: number): Fence | null {
    const { text } = this;
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
    return { indent: start - line, mark, length: end - start, info };
  }

  /** The block that begins at `start`, up to its closing fence or the end; where the line behind it begins. */
  private readBlock(fence: Fence, start: number): number {
    const { text } = this;
    let line = start;
    while (line < text.length) {
      const lineEnd = lineEndAt(text, line);
      const first = skipBlanks(text, line, lineEnd);
      let end = first;
      while (end < lineEnd && text.charCodeAt(end) === fence.mark) end++;
      if (end - first >= fence.length && trimEnd(text, end, lineEnd) === end) break;
      line = lineEnd + 1;
    }
    const end = Math.min(line, text.length);
    const { language, isRun } = readInfo(fence.info);
    this.blocks.add(language, isRun, start, end, fence.indent);
    return line >= text.length ? text.length : lineEndAt(text, line) + 1;
  }
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
