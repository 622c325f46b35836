import { isNameCharacter, plausibleBetween } from "./plausible.ts";

const isQuote = (code: number): boolean => code === doubleQuote || code === singleQuote || code === backquote;

const [doubleQuote, singleQuote, backquote, backslash, dollar, colon, dash, openBrace, closeBrace] = [34, 39, 96, 92, 36, 58, 45, 123, 125];

/** The longest name of a placeholder that is looked through, in UTF-16 units. */
const longestPlaceholder = 100;

/**
 * Whether a text between quotes in `text`, or the default of a placeholder (`${model:name}`, `${MODEL:-name}`), is a name that `isWanted`. Tells
 * programs that name a model from those that only speak of one, at a fraction of what it takes to read them. Says yes rather too often: quotes
 * are not told from each other, and comments not from code. Linear.
 */
export function someQuoted(text: string, isWanted: (name: string) => boolean): boolean {
  const { length } = text;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    const start = isQuote(code)
      ? at + 1
      : code === dollar && text.charCodeAt(at + 1) === openBrace
        ? defaultStart(text, at + 2)
        : Number.POSITIVE_INFINITY;
    if (start >= length) continue;
    const end = nameEnd(text, start);
    const after = text.charCodeAt(end);
    // behind an escape the text may be longer, as in `"{\"model\": ...}"`
    const isWhole = isQuote(after) || after === closeBrace || after === backslash;
    if (isWhole && plausibleBetween(text, start, end) && isWanted(text.slice(start, end))) return true;
    at = Math.max(at, end - 1);
  }
  return false;
}

function nameEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && isNameCharacter(text.charCodeAt(end))) end++;
  return end;
}

/** Where the default of the placeholder begins whose name begins at `from`; behind the text where it has none. */
function defaultStart(text: string, from: number): number {
  let at = from;
  for (; at < text.length && at < from + longestPlaceholder; at++) {
    const code = text.charCodeAt(at);
    if (code === colon) return text.charCodeAt(at + 1) === dash ? at + 2 : at + 1;
    if (!isNameCharacter(code)) break;
  }
  return Number.POSITIVE_INFINITY;
}
