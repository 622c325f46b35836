import type { TextRange } from "../text.ts";

/** How far back a statement is looked for, and how far on its end: longer ones are generated, and the whole document speaks for them. */
const farthest = 8000;

/** Calls and objects around a place that can belong to one request: `generateText({ model: openai("..."), tools })` has three. */
const mostLayers = 4;

/**
 * The brackets around `place`, innermost first: the call that takes it, the object it is a value of. Empty where the place stands in none,
 * or where the text before it cannot be told: what was found then would speak for the wrong place. Reads from the start of the statement
 * on, over strings and comments of the common languages, and looks at a bounded stretch of text only.
 */
export function enclosingBrackets(text: string, place: TextRange): readonly TextRange[] {
  const start = statementStart(text, place.start);
  if (start === null) return [];
  const open: number[] = [];
  const found: TextRange[] = [];
  let layers: readonly number[] | null = null;
  const end = Math.min(text.length, place.end + farthest);
  for (let i = start; i < end; ) {
    const unit = text.charCodeAt(i);
    if (unit === doubleQuote || unit === singleQuote || unit === backtick) {
      const after = afterString(text, i, end);
      if (layers === null && after > place.start) {
        // the place's own string, with at most a few letters of quote before it; any other one means that we read quotes the wrong way
        if (i < place.start - 4) return [];
        if (open.length === 0) return [];
        layers = open.slice(-mostLayers);
        i = Math.max(after, place.end);
      } else i = after;
      continue;
    }
    if (layers === null && i >= place.start) {
      if (open.length === 0) return [];
      layers = open.slice(-mostLayers);
      i = place.end;
      continue;
    }
    if (isComment(text, i)) {
      const newline = text.indexOf("\n", i);
      i = newline < 0 ? end : newline;
      continue;
    }
    if (unit === roundOpen || unit === squareOpen || unit === curlyOpen) open.push(i);
    else if (unit === roundClose || unit === squareClose || unit === curlyClose) {
      const from = open.pop();
      if (layers !== null) {
        if (from === undefined) break;
        if (layers.includes(from)) found.push({ start: from, end: i + 1 });
        if (found.length === layers.length) break;
      }
    }
    i++;
  }
  return found;
}

const doubleQuote = 34;
const singleQuote = 39;
const backtick = 96;
const roundOpen = 40;
const roundClose = 41;
const squareOpen = 91;
const squareClose = 93;
const curlyOpen = 123;
const curlyClose = 125;

/**
 * The start of the nearest line above that begins with a letter at its very edge: there no bracket and no string is open in written code. Where
 * all that is near is indented (the tests of a long `describe`), of the lines indented less than the place's own the least indented: what was
 * opened before it is not seen, and what was opened behind it is.
 */
function statementStart(text: string, from: number): number | null {
  const limit = Math.max(0, from - farthest);
  let line = lineStart(text, from);
  let least = indentOf(text, line, false);
  let best: number | null = null;
  while (line >= limit) {
    if (beginsWord.test(text.charAt(line))) return line;
    if (line === 0) return 0;
    line = lineStart(text, line - 1);
    const indent = indentOf(text, line, false);
    if (indent < least && beginsWord.test(text.charAt(line + indent))) {
      least = indent;
      best = line;
    }
  }
  return best;
}

/** What a statement may begin with. */
const beginsWord = /[A-Za-z_@$<]/;

/** The end of the string that begins at `at`: `"`, `'` and `` ` `` alone or three times. A quote that its line does not close is none. */
function afterString(text: string, at: number, end: number): number {
  const quote = text.charAt(at);
  if (text.charAt(at + 1) === quote && text.charAt(at + 2) === quote) {
    const close = text.indexOf(quote.repeat(3), at + 3);
    return close < 0 ? end : close + 3;
  }
  for (let i = at + 1; i < end; i++) {
    const letter = text.charAt(i);
    if (letter === "\\") i++;
    else if (letter === quote) return i + 1;
    else if (letter === "\n" && quote !== "`") return at + 1;
  }
  return at + 1;
}

function isComment(text: string, at: number): boolean {
  const letter = text.charAt(at);
  // `this.#client` and `https://` hold none
  if (letter === "#") return at === 0 || /\s/.test(text.charAt(at - 1));
  return letter === "/" && text.charAt(at + 1) === "/" && text.charAt(at - 1) !== ":";
}

/**
 * The lines around `place` that are indented at least as far as its own: an item of a list or a mapping in YAML, a section, a command that
 * goes on over several lines. Bounded like {@link enclosingBrackets}.
 */
export function enclosingBlock(text: string, place: TextRange): TextRange {
  const first = lineStart(text, place.start);
  const indent = indentOf(text, first, true);
  let start = first;
  // a dash opens an item: what stands before it belongs to another one
  while (start > 0 && first - start < farthest && !/^[ \t]*- /.test(text.slice(start, start + 80))) {
    const above = lineStart(text, start - 1);
    if (indentOf(text, above, true) < indent || isBlankLine(text, above)) break;
    start = above;
  }
  let end = lineEnd(text, place.end);
  while (end < text.length && end - place.end < farthest) {
    const next = end + 1;
    if (next >= text.length || isBlankLine(text, next) || indentOf(text, next, false) < indent) break;
    end = lineEnd(text, next);
  }
  return { start, end };
}

/** `lastIndexOf` takes a place before the text for its first letter. */
function lineStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline;
}

/** Columns before the first letter of a line; with `throughDash` the dash of a list item counts as white space. */
function indentOf(text: string, line: number, throughDash: boolean): number {
  let i = line;
  while (i < text.length && (text.charAt(i) === " " || text.charAt(i) === "\t" || (throughDash && text.startsWith("- ", i)))) i++;
  return i - line;
}

function isBlankLine(text: string, line: number): boolean {
  return /^[ \t]*(?:\r?\n|$)/.test(text.slice(line, line + 200));
}
