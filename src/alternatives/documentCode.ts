import type { SourceDocument } from "../detect/candidate.ts";
import { scriptsOf } from "../detect/formats/component.ts";
import { documentRange, type MappedText, MappedTextBuilder } from "../detect/formats/mappedText.ts";
import { appendLines, codeFormats, foreignMagic, readNotebook, withoutMagicLines } from "../detect/formats/notebook.ts";
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
    ? { language: "javascript", text: scriptsAlone(document.text), inCode: same, inDocument: same, written }
    : { language: format.id, text: document.text, inCode: same, inDocument: same, written };
}

/** A component's text with blanks in the place of all that is no script. */
function scriptsAlone(text: string): string {
  const parts: string[] = [];
  let kept = 0;
  for (const { start, end } of scriptsOf(text)) {
    parts.push(blank(text.slice(kept, start)), text.slice(start, end));
    kept = end;
  }
  parts.push(blank(text.slice(kept)));
  return parts.join("");
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

function notebookCode(text: string): DocumentCode | null {
  const { cells, language: kernel } = readNotebook(text);
  const format = codeFormats.get(kernel);
  if (format === undefined) return null;
  const builder = new MappedTextBuilder(text);
  for (const { language, lines, source } of cells) {
    if (codeFormats.get(language) === format && foreignMagic(source.text) === null) appendLines(builder, text, lines, true);
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
    language: format.id,
    // lines for the notebook itself are no part of the program: `!pip install`, `%env`
    text: format.id === "python" ? withoutMagicLines(code.text) : code.text,
    inCode: ({ start, end }) => {
      const from = positionOf(start);
      const to = positionOf(end);
      return from < to && at(from) === start && documentRange(code, from, to).end === end ? { start: from, end: to } : null;
    },
    inDocument: ({ start, end }) => documentRange(code, start, end),
    written: (written) => JSON.stringify(written).slice(1, -1),
  };
}
