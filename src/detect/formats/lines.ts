import { type MappedText, MappedTextBuilder, sliceOf } from "./mappedText.ts";

const space = 32;
const asterisk = 42;
const slash = 47;
const greater = 62;

/** Where the line that holds `from` ends: at its line feed, or at the end of the text. */
export function lineEndAt(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline;
}

/** A space, tab or carriage return: what stands between words of a line. */
export function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 13;
}

/** The same, or a line feed: what stands between the parts of an expression. */
export function isWhiteSpace(unit: number): boolean {
  return unit === 10 || isBlank(unit);
}

/** An ASCII letter, a digit or `_`: what words are made of. */
export function isWordUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95;
}

/** The first position in `[from, end)` that holds no blank, or `end`. */
export function skipBlanks(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && isBlank(text.charCodeAt(i))) i++;
  return i;
}

/** Where `[from, end)` ends without the blanks at its end. */
export function trimEnd(text: string, from: number, end: number): number {
  let i = end;
  while (i > from && isBlank(text.charCodeAt(i - 1))) i--;
  return i;
}

/** What every line of a region begins with and the text in it does not have. */
export interface LineBeginning {
  /** that many blanks at most */
  readonly indent: number;
  /** before them, that many marks of quotation (`>`), as Markdown has them */
  readonly quotes: number;
}

/** The lines of `[start, end)` without up to `indent` blanks at the beginning of each, as the text that they are inside the document. */
export function withoutIndent(text: string, start: number, end: number, indent: number): MappedText {
  return withoutBeginning(text, start, end, { indent, quotes: 0 });
}

/** The lines of `[start, end)` without what each begins with. */
export function withoutBeginning(text: string, start: number, end: number, { indent, quotes }: LineBeginning): MappedText {
  if ((indent === 0 && quotes === 0) || start >= end) return sliceOf(text, start, Math.max(start, end));
  const builder = new MappedTextBuilder(text);
  for (let line = start; line < end; ) {
    const next = Math.min(lineEndAt(text, line) + 1, end);
    const inner = behindQuotes(text, line, next, quotes).position;
    let from = inner;
    while (from < next && from - inner < indent && isBlank(text.charCodeAt(from))) from++;
    builder.copy(from, next);
    line = next;
  }
  return builder.build();
}

/** Behind up to `most` marks of quotation at the beginning of a line, each with the one blank that is its own, and how many there are. */
export function behindQuotes(
  text: string,
  line: number,
  end: number,
  most: number,
): { readonly position: number; readonly quotes: number } {
  let position = line;
  let quotes = 0;
  while (quotes < most) {
    const mark = skipBlanks(text, position, Math.min(end, position + 4));
    if (mark >= end || text.charCodeAt(mark) !== greater) break;
    position = text.charCodeAt(mark + 1) === space ? mark + 2 : mark + 1;
    quotes++;
  }
  return { position: Math.min(position, end), quotes };
}

/**
 * Where the comment ends that begins with the slash at `at`: a line comment (`//`) at its line's end, a comment in `/*` behind its end or with
 * the text. Behind the slash where it begins none.
 */
export function slashCommentEnd(text: string, at: number): number {
  switch (text.charCodeAt(at + 1)) {
    case slash:
      return lineEndAt(text, at);
    case asterisk: {
      const close = text.indexOf("*/", at + 2);
      return close < 0 ? text.length : close + 2;
    }
    default:
      return at + 1;
  }
}

/** Whether the characters before `at` are an odd number of backslashes: the last of them escapes what stands at `at`. */
export function isEscaped(text: string, at: number, from: number): boolean {
  let i = at;
  while (i > from && text.charCodeAt(i - 1) === 92) i--;
  return (at - i) % 2 === 1;
}

/** The value without the quotes around it, if it stands in a pair of them. */
export function unquoted(text: string, start: number, end: number): MappedText {
  const quote = text.charCodeAt(start);
  const quoted = end - start > 1 && (quote === 34 || quote === 39) && text.charCodeAt(end - 1) === quote;
  return quoted ? sliceOf(text, start + 1, end - 1) : sliceOf(text, start, end);
}
