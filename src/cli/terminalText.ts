/** How text is set off on a terminal. */
export type Style = "bold" | "dim" | "red" | "green" | "yellow" | "blue" | "cyan";

/** Sets text off, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

// ECMA-48, Select Graphic Rendition: what switches each style on and off.
const codes: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
};

/** A painter with colours, or one that paints nothing. */
export function createPaint(color: boolean): Paint {
  return color ? (style, text) => `\u001b[${codes[style][0]}m${text}\u001b[${codes[style][1]}m` : (_style, text) => text;
}

// Controls (C0, C1, DEL), which terminals obey, and the marks that make text read in another order than it stands in.
const unprintable = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;
const unprintableInLines = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

/** `text` without what a terminal would obey instead of show: for whatever comes from a file, a path or an argument. */
export function printable(text: string): string {
  return text.replace(unprintable, "");
}

/** The same for text of many lines; tabs and line feeds stay. */
export function printableLines(text: string): string {
  return text.replace(unprintableInLines, "");
}

const noColumn = /[\p{Mn}\p{Me}\p{Cf}]/u;
// Unicode TR 11: the blocks of wide and full-width characters that are in use, and emoji
const twoColumns =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** The columns that `text` takes on a terminal. */
export function displayWidth(text: string): number {
  // most text of the catalog: every character is one column
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += noColumn.test(character) ? 0 : twoColumns.test(character) ? 2 : 1;
  return width;
}

/**
 * `text` in lines of at most `width` columns, broken at spaces. A word that is longer stands alone and whole: addresses and ids stay
 * usable; with `cut` it is broken as well, after its own marks where it has any.
 */
export function wrap(text: string, width: number, cut = false): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap((one) => (cut ? pieces(one, width) : [one]))) {
    if (word === "") continue;
    if (line !== "" && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  if (line !== "" || lines.length === 0) lines.push(line);
  return lines;
}

/** A word in parts of at most `width` columns. */
function pieces(word: string, width: number): readonly string[] {
  if (displayWidth(word) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  let room = Math.max(width, 2);
  for (const character of word) {
    room -= displayWidth(character);
    if (room < 0) {
      const at = Math.max(part.lastIndexOf("/"), part.lastIndexOf("-"), part.lastIndexOf("&")) + 1;
      const end = at > part.length / 2 ? at : part.length;
      parts.push(part.slice(0, end));
      part = part.slice(end);
      room = Math.max(width, 2) - displayWidth(part) - displayWidth(character);
    }
    part += character;
  }
  return [...parts, part];
}

/** JSON that is safe to print on a terminal, too: what `JSON.stringify` leaves of controls is escaped. */
export function toJson(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, undefined, indent);
  return obeyed.test(json)
    ? json.replaceAll(everyObeyed, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)
    : json;
}

const obeyed = /[\u007f-\u009f\u2028\u2029]/;
const everyObeyed = new RegExp(obeyed, "g");

/** `1 file`, `2 files`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
