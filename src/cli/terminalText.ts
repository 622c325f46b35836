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

/** `text` in lines of at most `width` columns, broken at spaces. A word that is longer stands alone and whole: addresses and ids stay usable. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (word === "") continue;
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  if (line !== "" || lines.length === 0) lines.push(line);
  return lines;
}

/** JSON that is safe to print on a terminal, too: what `JSON.stringify` leaves of controls is escaped. */
export function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** `1 file`, `2 files`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
