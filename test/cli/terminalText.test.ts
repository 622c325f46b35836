import assert from "node:assert/strict";
import { createPaint, displayWidth, printable, printableLines, toJson, wrap } from "../../src/cli/terminalText.ts";

describe("printable", () => {
  it("takes out what a terminal would obey", () => {
    assert.equal(printable("a\u001b[31mb\u0007c\u009b2Jd\u007fe\r\nf\tg"), "a[31mbc2Jdefg");
  });

  it("takes out what makes text read in another order than it stands in", () => {
    assert.equal(printable("a\u202eb\u2066c\u200fd\u2028e"), "abcde");
  });

  it("leaves letters of all scripts, and, in lines, tabs and line feeds", () => {
    assert.equal(printable("é 模型 🦊"), "é 模型 🦊");
    assert.equal(printableLines("a\tb\r\n\u001bc\n"), "a\tb\nc\n");
  });
});

describe("wrap", () => {
  it("breaks at spaces only", () => {
    assert.deepEqual(wrap("one two three", 7), ["one two", "three"]);
    assert.deepEqual(wrap("a https://example.org/long b", 6), ["a", "https://example.org/long", "b"]);
    assert.deepEqual(wrap("", 10), [""]);
  });

  it("measures what a terminal shows: wide characters take two columns, marks none", () => {
    assert.equal(displayWidth("模型"), 4);
    assert.equal(displayWidth("e\u0301"), 1);
    assert.equal(displayWidth("🦊"), 2);
    assert.deepEqual(wrap("模型 模型", 8), ["模型", "模型"]);
  });

  it("cuts what is too long for a line where it is told to, after its own marks where it has any", () => {
    assert.deepEqual(wrap("a https://example.org/a-long/path b", 20, true), ["a", "https://example.org/", "a-long/path b"]);
    assert.deepEqual(wrap("abcdefghij", 4, true), ["abcd", "efgh", "ij"]);
    assert.deepEqual(wrap("模型模型", 5, true), ["模型", "模型"]);
  });
});

describe("createPaint", () => {
  it("sets text off, and ends what it began", () => {
    assert.equal(createPaint(true)("red", "x"), "\u001b[31mx\u001b[39m");
    assert.equal(createPaint(false)("red", "x"), "x");
  });
});

describe("toJson", () => {
  it("escapes controls that JSON would let through", () => {
    assert.equal(toJson({ a: "\u009b\u007f\u001b\u2028" }), '{"a":"\\u009b\\u007f\\u001b\\u2028"}');
    assert.deepEqual(JSON.parse(toJson(["\u009b"])), ["\u009b"]);
  });
});
