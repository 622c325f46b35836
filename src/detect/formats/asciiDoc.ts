import type { Format } from "../candidate.ts";
import { lineEndAt, trimEnd } from "./lines.ts";
import { type FormatByInfo, ShownBlocks } from "./shownBlocks.ts";
import { detectionOf, noFindings } from "./values.ts";

/** A line of attributes: `[source,java]`, `[source%nowrap, yaml, title="x"]`, `[,bash]`. */
const attributeLine = /^\[([^\]]{1,200})\]$/;

/** A line that opens a block, and closes it: of code, of text as it stands, of a comment; a fence may say a language. */
const delimiter = /^(-{4,}|\.{4,}|\/{4,}|`{3,})([\w+#.-]{0,60})$/;

/** What lines begin with that are more than prose. */
const marks = "-./`[:";

const sourceLanguage = /^:source-language:[ \t]*([\w+#.-]{1,60})/;

/**
 * Finds what AsciiDoc shows of other formats: delimited blocks, whose language their attributes, a fence or the document's `source-language` say
 * (AsciiDoc Language Documentation, "Source Code Blocks").
 */
function readAsciiDoc(text: string, blocks: ShownBlocks): void {
  let language = "";
  let documentLanguage = "";
  for (let line = 0; line < text.length; ) {
    const lineEnd = lineEndAt(text, line);
    // most lines are prose, and end what attributes were for
    if (!marks.includes(text.charAt(line))) {
      language = "";
      line = lineEnd + 1;
      continue;
    }
    const content = text.slice(line, trimEnd(text, line, Math.min(lineEnd, line + 300)));
    line = lineEnd + 1;
    const [, mark, named = ""] = delimiter.exec(content) ?? [];
    if (mark !== undefined) {
      const close = closeOf(text, line, mark);
      if (!mark.startsWith("/")) blocks.add(named.toLowerCase() || language, false, line, close, 0);
      line = lineEndAt(text, close) + 1;
      language = "";
      continue;
    }
    const [style = "", ofSource] = (attributeLine.exec(content)?.[1] ?? "-").split(",");
    if (style === "" || style.startsWith("source")) language = ofSource?.trim().toLowerCase() || documentLanguage;
    // a title or further attributes may stand between a block's attributes and the block
    else if (!/^[.[]/.test(content)) language = "";
    documentLanguage = sourceLanguage.exec(content)?.[1]?.toLowerCase() ?? documentLanguage;
  }
}

/** Where the line begins that is the delimiter, or the text's end. */
function closeOf(text: string, from: number, mark: string): number {
  for (let line = from; line < text.length; ) {
    const lineEnd = lineEndAt(text, line);
    if (text.startsWith(mark, line) && trimEnd(text, line, lineEnd) === line + mark.length) return line;
    line = lineEnd + 1;
  }
  return text.length;
}

/** AsciiDoc, as Asciidoctor and Antora read it; `formatOf` gives the formats of the blocks. */
export function asciiDocWith(formatOf: FormatByInfo): Format {
  return {
    id: "asciidoc",
    languageIds: ["asciidoc"],
    fileNames: ["*.adoc", "*.asciidoc"],
    detect(text, interest) {
      const findings = noFindings(interest);
      readAsciiDoc(text, new ShownBlocks(text, findings, formatOf));
      return detectionOf(findings);
    },
  };
}
