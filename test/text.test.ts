import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits, createLineIndex } from "../src/text.ts";

describe("createLineIndex", () => {
  it("counts lines and UTF-16 columns from 1, over LF, CRLF and CR", () => {
    const lines = createLineIndex("a\nb😀c\r\nd\re");
    assert.deepEqual(lines.positionAt(0), { line: 1, column: 1 });
    assert.deepEqual(lines.positionAt(2), { line: 2, column: 1 });
    assert.deepEqual(lines.positionAt(5), { line: 2, column: 4 });
    assert.deepEqual(lines.positionAt(8), { line: 3, column: 1 });
    assert.deepEqual(lines.positionAt(10), { line: 4, column: 1 });
  });

  it("agrees with counting line ends by hand, for any text", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "\n", "\r\n", "\r", "😀")), fc.nat(), (parts, at) => {
        const text = parts.join("");
        const offset = Math.min(at, text.length);
        if (text[offset - 1] === "\r" && text[offset] === "\n") return;
        const before = text.slice(0, offset).split(/\r\n|\r|\n/);
        assert.deepEqual(createLineIndex(text).positionAt(offset), { line: before.length, column: (before.at(-1) ?? "").length + 1 });
      }),
    );
  });
});

describe("applyEdits", () => {
  it("makes all edits at once, in any order", () => {
    const edits = [
      { range: { start: 6, end: 9 }, text: "z" },
      { range: { start: 0, end: 3 }, text: "long" },
    ];
    assert.equal(applyEdits("one + two!", edits), "long + z!");
  });

  it("refuses edits that overlap or leave the text", () => {
    const at = (start: number, end: number) => ({ range: { start, end }, text: "" });
    assert.throws(() => applyEdits("abc", [at(0, 2), at(1, 3)]), RangeError);
    assert.throws(() => applyEdits("abc", [at(2, 4)]), RangeError);
  });
});
