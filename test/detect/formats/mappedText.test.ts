import assert from "node:assert/strict";
import fc from "fast-check";
import { documentRange, MappedTextBuilder, subText } from "../../../src/detect/formats/mappedText.ts";

/** A stretch of a value: what it says, and what is written for it. */
interface Piece {
  readonly text: string;
  readonly written: string;
}

const copied = (text: string): Piece => ({ text, written: text });

function build(pieces: readonly Piece[]): { readonly source: string; readonly builder: MappedTextBuilder } {
  const source = `<<${pieces.map(({ written }) => written).join("")}>>`;
  const builder = new MappedTextBuilder(source);
  let at = 2;
  for (const { text, written } of pieces) {
    if (text === written) builder.copy(at, at + written.length);
    else builder.replace(text, at, at + written.length);
    at += written.length;
  }
  return { source, builder };
}

describe("a value that knows where it stands", () => {
  it("finds each of its characters again, in rows of escapes too", () => {
    const quote = { text: '"', written: '\\"' };
    const letter = { text: "g", written: "\\u0067" };
    const fold = { text: " ", written: "\n    " };
    const piece = fc.constantFrom(copied("a"), copied("bc"), quote, letter, fold, { text: "x", written: "y" });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const value = build(pieces).builder.build();
        assert.equal(value.text, pieces.map(({ text }) => text).join(""));
        let at = 2;
        let index = 0;
        for (const { text, written } of pieces) {
          const range = { start: at, end: at + written.length };
          assert.deepEqual(documentRange(value, index, index + text.length), range);
          const part = subText(value, index, value.text.length);
          assert.deepEqual(documentRange(part, 0, text.length), range);
          at += written.length;
          index += text.length;
        }
      }),
    );
  });

  it("keeps rows of escapes and copies that follow each other as one", () => {
    const value = build([copied("a"), copied("b"), ...Array.from({ length: 100 }, () => ({ text: "\\", written: "\\\\" })), copied("c")]);
    assert.equal(value.builder.build().segments?.length, 9);
    assert.equal(build([copied("a"), copied("b")]).builder.build().segments, null);
  });

  it("takes a stretch of several characters that are written in no even way as a whole", () => {
    const value = build([copied("a"), { text: "\n\n", written: "\n \n \n" }, copied("b")]).builder.build();
    assert.deepEqual(documentRange(value, 2, 3), { start: 3, end: 8 });
    assert.deepEqual(documentRange(value, 3, 4), { start: 8, end: 9 });
  });

  it("begins anew", () => {
    const { builder, source } = build([copied("a"), { text: "\n", written: "\\n" }]);
    builder.reset();
    builder.copy(0, 2);
    assert.deepEqual(builder.build(), { text: source.slice(0, 2), offset: 0, segments: null });
  });
});
