import assert from "node:assert/strict";
import { readSuppressions } from "../../src/lint/suppression.ts";

function suppressed(text: string, rule: "closed-model" | "unknown-model", line: number): boolean {
  const offset =
    text
      .split("\n")
      .slice(0, line - 1)
      .join("\n").length + (line > 1 ? 1 : 0);
  return readSuppressions(text)(rule, offset);
}

describe("readSuppressions", () => {
  it("silences the line of the comment", () => {
    const text = "a\nb # open-recipe-disable-line\nc";
    assert.deepEqual(
      [1, 2, 3].map((line) => suppressed(text, "closed-model", line)),
      [false, true, false],
    );
  });
  it("silences the next line", () => {
    const text = "// open-recipe-disable-next-line\nb\nc";
    assert.deepEqual(
      [1, 2, 3].map((line) => suppressed(text, "closed-model", line)),
      [false, true, false],
    );
  });
  it("silences the whole file", () => {
    assert.ok(suppressed("a\nb\n<!-- open-recipe-disable-file -->", "closed-model", 1));
  });
  it("silences the named rules only", () => {
    const text = "a # open-recipe-disable-line closed-model";
    assert.ok(suppressed(text, "closed-model", 1));
    assert.ok(!suppressed(text, "unknown-model", 1));
  });
  it("reads no other words", () => {
    assert.ok(!suppressed("a # open-recipe-disable-everything", "closed-model", 1));
  });
});
