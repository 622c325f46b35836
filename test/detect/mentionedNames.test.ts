import assert from "node:assert/strict";
import { someQuotedName, someUnquotedName } from "../../src/detect/mentionedNames.ts";

/** The names that are asked for, in their order. */
function asked(text: string, someName: typeof someQuotedName = someQuotedName): readonly string[] {
  const names: string[] = [];
  someName(text, (name) => {
    names.push(name);
    return false;
  });
  return names;
}

describe("someQuotedName", () => {
  it("asks for what stands between quotes of any kind, as a whole", () => {
    assert.deepEqual(asked(`a("gpt-4o", 'x/y:z', \`jamba-1.5\`, """sonar-pro""", "two words", "cut`), [
      "gpt-4o",
      "x/y:z",
      "jamba-1.5",
      "sonar-pro",
    ]);
  });

  it("asks for the defaults of placeholders", () => {
    assert.deepEqual(asked(`@Value("\${app.model:gpt-4o}") "\${MODEL:-jamba-1.5}" "\${MODEL}" "\${a b:c}"`), ["gpt-4o", "jamba-1.5"]);
  });

  it("asks for what goes on behind an escape", () => {
    assert.deepEqual(asked('"{\\"model\\": \\"gpt-4o\\"}"'), ["model", "gpt-4o"]);
  });

  it("does not ask for what no name can be", () => {
    assert.deepEqual(asked("\"\" '-' \"1.2\" 'https://example.com/x' `$x`"), []);
  });

  it("stops at the first that is wanted", () => {
    let count = 0;
    assert.equal(
      someQuotedName("'a1' 'b2' 'c3'", (name) => {
        count++;
        return name === "b2";
      }),
      true,
    );
    assert.equal(count, 2);
  });
});

describe("someUnquotedName", () => {
  const askedUnquoted = (text: string): readonly string[] => asked(text, someUnquotedName);

  it("asks for what stands by itself and is no plain word", () => {
    assert.deepEqual(askedUnquoted("model: gpt-4o # see x/y:z, (jamba-1.5)\nM=o3,a"), ["gpt-4o", "x/y:z", "jamba-1.5", "o3"]);
    assert.deepEqual(askedUnquoted("model: large of the kind, `tools`, MODEL=falcon"), []);
  });

  it("asks for what stands in quotes, and behind an escape", () => {
    assert.deepEqual(askedUnquoted('{"a": "gpt-4o", "b": "x\\njamba-1.5\\n"}'), ["gpt-4o", "jamba-1.5"]);
  });

  it("does not ask for what no name can be", () => {
    assert.deepEqual(askedUnquoted("At 1.2. Done - see https://example.com/x -- 2026-11-21"), []);
  });

  it("is linear in texts of one run, and of none that ends", () => {
    for (const text of [
      "a".repeat(1 << 20),
      "a-".repeat(1 << 19),
      "1".repeat(1 << 20),
      "\\n".repeat(1 << 19),
      '"a'.repeat(1 << 19),
      "${".repeat(1 << 19),
    ]) {
      const start = performance.now();
      someUnquotedName(text, () => false);
      someQuotedName(text, () => false);
      assert.ok(performance.now() - start < 5000);
    }
  });
});
