/** `iso-8859-1` stands for every encoding of one byte a character: all of them agree on ASCII, in which models are named. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "iso-8859-1";

/** For people. */
export const encodingNames: Readonly<Record<Encoding, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "iso-8859-1": "Latin-1",
};

/** A file's text, and how it lay on disk: enough to write it back as it was. */
export interface DecodedText {
  readonly kind: "text";
  /** without the byte order mark, as an editor shows it: columns of the first line count from what follows the mark */
  readonly text: string;
  readonly encoding: Encoding;
  readonly byteOrderMark: boolean;
}

/** Why bytes are no text; `reason` is what the user reads. */
export interface NotText {
  readonly kind: "not-text";
  readonly reason: "binary" | "not UTF-8" | "not UTF-16";
}

/** How much of a file is searched for a zero byte, as git does it. */
const binaryProbe = 8192;

const decoders = {
  "utf-8": new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }),
  "utf-16le": new TextDecoder("utf-16le", { fatal: true, ignoreBOM: true }),
  "utf-16be": new TextDecoder("utf-16be", { fatal: true, ignoreBOM: true }),
} satisfies Readonly<Partial<Record<Encoding, unknown>>>;

/**
 * Reads bytes as UTF-8, as UTF-16 where a byte order mark says so, and else byte by byte: one name in Latin-1 must not keep a program from
 * being looked at. Never replaces anything: a fix writes the text back.
 */
export function decodeText(bytes: Uint8Array): DecodedText | NotText {
  const [first, second, third, fourth] = bytes;
  const isUtf32 = first === 0xff && second === 0xfe && third === 0 && fourth === 0;
  if (!isUtf32) {
    if (first === 0xff && second === 0xfe) return decode(bytes.subarray(2), "utf-16le", true);
    if (first === 0xfe && second === 0xff) return decode(bytes.subarray(2), "utf-16be", true);
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0 && zero < binaryProbe) return { kind: "not-text", reason: "binary" };
  const byteOrderMark = first === 0xef && second === 0xbb && third === 0xbf;
  const decoded = decode(byteOrderMark ? bytes.subarray(3) : bytes, "utf-8", byteOrderMark);
  if (decoded.kind === "text" || byteOrderMark) return decoded;
  return bytes.some(isControl)
    ? { kind: "not-text", reason: "binary" }
    : { kind: "text", text: textOfBytes(bytes), encoding: "iso-8859-1", byteOrderMark };
}

/** Control characters that no text holds: all but tab, line feed, form feed, carriage return and escape. */
function isControl(byte: number): boolean {
  return byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27;
}

function textOfBytes(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join("");
}

function decode(bytes: Uint8Array, encoding: keyof typeof decoders, byteOrderMark: boolean): DecodedText | NotText {
  try {
    return { kind: "text", text: decoders[encoding].decode(bytes), encoding, byteOrderMark };
  } catch {
    // The decoder is asked to be strict, and this is how it says no.
    return { kind: "not-text", reason: encoding === "utf-8" ? "not UTF-8" : "not UTF-16" };
  }
}

/** The bytes of `text` in the encoding, and with the byte order mark, that `as` was read in; null where it has no byte for a character. */
export function encodeText(text: string, as: Pick<DecodedText, "encoding" | "byteOrderMark">): Uint8Array | null {
  const marked = as.byteOrderMark ? `\ufeff${text}` : text;
  if (as.encoding === "utf-8") return new TextEncoder().encode(marked);
  if (as.encoding === "iso-8859-1") {
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 255) return null;
      bytes[i] = code;
    }
    return bytes;
  }
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), as.encoding === "utf-16le");
  return bytes;
}
