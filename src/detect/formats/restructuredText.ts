import type { Format } from "../candidate.ts";
import { isBlank, lineEndAt, skipBlanks, trimEnd } from "./lines.ts";
import { type FormatByInfo, ShownBlocks } from "./shownBlocks.ts";
import { detectionOf, noFindings } from "./values.ts";

const dot = 46;
const colon = 58;

/** A directive whose body is a block of code, with its language (docutils, "Code"; Sphinx, "Showing code examples"). */
const codeDirective = /^\.\.[ \t]+(?:code-block|code|sourcecode|prompt)::[ \t]*(\{?[\w+#.-]{0,60})/;

/** Sphinx's directive that says of what language the blocks behind it are. */
const highlightDirective = /^\.\.[ \t]+highlight::[ \t]*([\w+#.-]{0,60})/;

/** What begins with two dots and is no comment: a directive, a target, a footnote, a substitution. */
const markup = /^\.\.[ \t]+(?:[\w:+.-]{1,80}::|\[|_|\||__)/;

/**
 * Finds what reStructuredText shows of other formats: the bodies of code directives, and literal blocks (behind a paragraph that ends with `::`) of
 * the language that `highlight` has set.
 */
class RestructuredTextReader {
  private readonly text: string;
  private readonly blocks: ShownBlocks;
  private highlighted = "";

  constructor(text: string, blocks: ShownBlocks) {
    this.text = text;
    this.blocks = blocks;
  }

  read(): void {
    const { text } = this;
    for (let line = 0; line < text.length; ) {
      const lineEnd = lineEndAt(text, line);
      const first = skipBlanks(text, line, lineEnd);
      const end = trimEnd(text, first, lineEnd);
      line = this.readLine(line, first, end, lineEnd + 1);
    }
  }

  /** The line `[line, end)` with its first word at `first`; where the next one to be read begins. */
  private readLine(line: number, first: number, end: number, next: number): number {
    const { text } = this;
    const isExplicit =
      text.charCodeAt(first) === dot && text.charCodeAt(first + 1) === dot && (end === first + 2 || isBlank(text.charCodeAt(first + 2)));
    if (!isExplicit) {
      const isLiteral = end - first >= 2 && text.charCodeAt(end - 1) === colon && text.charCodeAt(end - 2) === colon;
      return isLiteral ? this.readBody(next, first - line, this.highlighted) : next;
    }
    const directive = text.slice(first, Math.min(end, first + 200));
    const language = codeDirective.exec(directive)?.[1];
    if (language !== undefined) return this.readBody(this.behindOptions(next), first - line, language.toLowerCase() || this.highlighted);
    this.highlighted = highlightDirective.exec(directive)?.[1]?.toLowerCase() ?? this.highlighted;
    return markup.test(directive) ? next : this.bodyEnd(next, first - line).end;
  }

  /** Behind the lines that set options of a directive: `:linenos:`. */
  private behindOptions(start: number): number {
    const { text } = this;
    let line = start;
    while (line < text.length) {
      const lineEnd = lineEndAt(text, line);
      if (text.charCodeAt(skipBlanks(text, line, lineEnd)) !== colon) break;
      line = lineEnd + 1;
    }
    return line;
  }

  private readBody(start: number, outerIndent: number, language: string): number {
    const { end, indent } = this.bodyEnd(start, outerIndent);
    this.blocks.add(language, false, start, Math.min(end, this.text.length), indent);
    return end;
  }

  /** Where the lines end that are indented by more than `outerIndent`, and the indent of the first of them. */
  private bodyEnd(start: number, outerIndent: number): { readonly end: number; readonly indent: number } {
    const { text } = this;
    let line = start;
    let indent = 0;
    while (line < text.length) {
      const lineEnd = lineEndAt(text, line);
      const first = skipBlanks(text, line, lineEnd);
      if (first < lineEnd) {
        if (first - line <= outerIndent) break;
        if (indent === 0) indent = first - line;
      }
      line = lineEnd + 1;
    }
    return { end: line, indent };
  }
}

/** reStructuredText, as Sphinx and docutils read it; `formatOf` gives the formats of the blocks. */
export function restructuredTextWith(formatOf: FormatByInfo): Format {
  return {
    id: "restructuredtext",
    languageIds: ["restructuredtext"],
    fileNames: ["*.rst"],
    detect(text, interest) {
      const findings = noFindings(interest);
      new RestructuredTextReader(text, new ShownBlocks(text, findings, formatOf)).read();
      return detectionOf(findings);
    },
  };
}
