import { type MappedText, MappedTextBuilder } from "../mappedText.ts";

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
]);

/** What the JSON string with the inside `[start, end)` of `source` decodes to. `escaped` says whether a backslash is in it. */
export function jsonText(source: string, start: number, end: number, escaped: boolean): string {
  return escaped ? mappedJsonString(source, start, end, true).text : source.slice(start, end);
}

/** The same, as a value that knows where it stands. */
export function mappedJsonString(source: string, start: number, end: number, escaped: boolean): MappedText {
  if (!escaped) return { text: source.slice(start, end), offset: start, segments: null };
  const builder = new MappedTextBuilder(source);
  appendJsonString(builder, source, start, end);
  return builder.build();
}

/** Appends the value of a JSON string to a longer value. Broken escapes give nothing, as in jsonc-parser. */
export function appendJsonString(builder: MappedTextBuilder, source: string, start: number, end: number): void {
  builder.copyEscaped(start, end, (at) => {
    const letter = source.charAt(at + 1);
    if (letter === "u") return appendUnicode(builder, source, at, end);
    const to = Math.min(at + 2, end);
    if (at + 1 < end) builder.replace(simpleEscapes.get(letter) ?? "", at, to);
    return to;
  });
}

/** Appends the character of the `\uHHHH` at `at`, if it has all its digits; the position behind the digits. */
function appendUnicode(builder: MappedTextBuilder, source: string, at: number, end: number): number {
  let i = Math.min(at + 2, end);
  while (i < end && i < at + 6 && isHexDigit(source.charCodeAt(i))) i++;
  if (i === at + 6) builder.replace(String.fromCharCode(Number.parseInt(source.slice(at + 2, i), 16)), at, i);
  return i;
}

function isHexDigit(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 102) || (unit >= 65 && unit <= 70);
}
