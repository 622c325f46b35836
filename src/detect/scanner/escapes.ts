const simple: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v", a: "\u0007" };

/**
 * The value of a string whose backslash escapes are the ones C, JavaScript and Python share: `\n`, `\xHH`, `\uHHHH`,
 * `\u{H...}`, `\UHHHHHHHH`, a line continuation; any other escaped character stands for itself, which for the quote
 * and the backslash is right everywhere and elsewhere cannot lead to a model's name.
 */
export function decodeEscapes(written: string): string {
  return written.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|U([0-9a-fA-F]{8})|([0-7]{1,3})|(\r\n|[\s\S]))/g,
    decodeOne,
  );
}

function decodeOne(all: string, x?: string, u?: string, braced?: string, long?: string, octal?: string, character?: string): string {
  const hex = x ?? u ?? braced ?? long;
  if (hex !== undefined) {
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  }
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  if (character === undefined || character === "\n" || character === "\r\n") return "";
  return simple[character] ?? character;
}
