export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

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
} satisfies Readonly<Record<Encoding, unknown>>;

/** Reads bytes as UTF-8, or as UTF-16 where a byte order mark says so. Never guesses and never replaces: a fix writes the text back. */
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
  return decode(byteOrderMark ? bytes.subarray(3) : bytes, "utf-8", byteOrderMark);
}

function decode(bytes: Uint8Array, encoding: Encoding, byteOrderMark: boolean): DecodedText | NotText {
  try {
    return { kind: "text", text: decoders[encoding].decode(bytes), encoding, byteOrderMark };
  } catch {
    // The decoder is asked to be strict, and this is how it says no.
    return { kind: "not-text", reason: encoding === "utf-8" ? "not UTF-8" : "not UTF-16" };
  }
}

/** The bytes of `text` in the encoding, and with the byte order mark, that `as` was read in. */
export function encodeText(text: string, as: Pick<DecodedText, "encoding" | "byteOrderMark">): Uint8Array {
  const marked = as.byteOrderMark ? `\ufeff${text}` : text;
  if (as.encoding === "utf-8") return new TextEncoder().encode(marked);
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), as.encoding === "utf-16le");
  return bytes;
}
