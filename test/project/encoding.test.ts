import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeText, type Encoding, encodeText } from "../../src/project/encoding.ts";

describe("decodeText", () => {
  it("reads UTF-8 with and without a byte order mark, and leaves the mark out of the text", () => {
    assert.deepEqual(decodeText(Buffer.from("é = 1")), { kind: "text", text: "é = 1", encoding: "utf-8", byteOrderMark: false });
    assert.deepEqual(decodeText(Buffer.from("\ufeffx")), { kind: "text", text: "x", encoding: "utf-8", byteOrderMark: true });
    assert.deepEqual(decodeText(new Uint8Array()), { kind: "text", text: "", encoding: "utf-8", byteOrderMark: false });
  });

  it("reads UTF-16 where a byte order mark says so", () => {
    const little = Buffer.from("\ufeffmodel é 🦊", "utf16le");
    assert.deepEqual(decodeText(little), { kind: "text", text: "model é 🦊", encoding: "utf-16le", byteOrderMark: true });
    assert.deepEqual(decodeText(Buffer.from(little).swap16()), {
      kind: "text",
      text: "model é 🦊",
      encoding: "utf-16be",
      byteOrderMark: true,
    });
  });

  it("takes a zero byte in the first 8 KB for a binary, and UTF-32 too", () => {
    assert.deepEqual(decodeText(Buffer.from("PK\u0000\u0003")), { kind: "not-text", reason: "binary" });
    assert.deepEqual(decodeText(Buffer.from(`${"x".repeat(8191)}\0`)), { kind: "not-text", reason: "binary" });
    assert.equal(decodeText(Buffer.from(`${"x".repeat(8192)}\0`)).kind, "text");
    assert.deepEqual(decodeText(Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])), { kind: "not-text", reason: "binary" });
  });

  it("reads what is no UTF-8 byte by byte, as Latin-1, where it has no control characters", () => {
    const text = "model = 'gpt-4o'  # caf\u00e9\r\n";
    assert.deepEqual(decodeText(Buffer.from(text, "latin1")), { kind: "text", text, encoding: "iso-8859-1", byteOrderMark: false });
    assert.deepEqual(decodeText(Buffer.from("caf\u00e9 \u0001", "latin1")), { kind: "not-text", reason: "binary" });
    assert.equal(encodeText("\u20ac", { encoding: "iso-8859-1", byteOrderMark: false }), null);
  });

  it("replaces nothing: where a byte order mark tells the encoding, other bytes are no text", () => {
    assert.deepEqual(decodeText(Buffer.from([0xef, 0xbb, 0xbf, 0xe9])), { kind: "not-text", reason: "not UTF-8" });
    assert.deepEqual(decodeText(Buffer.from([0xff, 0xfe, 0x00, 0xd8])), { kind: "not-text", reason: "not UTF-16" });
    assert.deepEqual(decodeText(Buffer.from([0xff, 0xfe, 0x61])), { kind: "not-text", reason: "not UTF-16" });
  });

  it("gives, with encodeText, the same bytes back", () => {
    const encodings = fc.constantFrom<Encoding>("utf-8", "utf-16le", "utf-16be");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), encodings, (text, encoding) => {
        const bytes = encodeText(text, { encoding, byteOrderMark: true }) ?? new Uint8Array();
        const decoded = decodeText(bytes);
        // A zero character makes UTF-8 a binary.
        if (decoded.kind === "not-text") return text.includes("\0");
        assert.equal(decoded.text, text);
        assert.deepEqual(encodeText(decoded.text, decoded), bytes);
        return true;
      }),
    );
  });

  it("never throws, and what it takes for text it can write back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const decoded = decodeText(bytes);
        if (decoded.kind === "text") assert.deepEqual(encodeText(decoded.text, decoded), bytes);
      }),
    );
  });
});
