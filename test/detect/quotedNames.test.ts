import assert from "node:assert/strict";
import { someQuoted } from "../../src/detect/quotedNames.ts";

/** The names that are asked for, in their order. */
function asked(text: string): readonly string[] {
  const names: string[] = [];
  someQuoted(text, (name) => {
    names.push(name);
    return false;
  });
  return names;
}

describe("someQuoted", () => {
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
      someQuoted("'a1' 'b2' 'c3'", (name) => {
        count++;
        return name === "b2";
      }),
      true,
    );
    assert.equal(count, 2);
  });
});
