import assert from "node:assert/strict";
import fc from "fast-check";
import { holdsLiteral, literalsOf, someLiteral } from "../../src/detect/literals.ts";

const words = ["gpt", "glm-", "gpt-4", "model", "dim", '"ai"', " llm"];
const index = literalsOf(words);

/** Where the words stand, in the order in which they are asked for. */
function found(text: string): readonly string[] {
  const all: string[] = [];
  someLiteral(text, index, (given, start, literal) => {
    assert.equal(given, text);
    if (holdsLiteral(given, start, literal)) all.push(`${start} ${literal}`);
    return false;
  });
  return all;
}

describe("someLiteral", () => {
  it("asks for every place where a word stands, in letters of either case", () => {
    assert.deepEqual(found("gpt-4 MODEL Dim"), ["0 gpt", "0 gpt-4", "6 model", "12 dim"]);
    assert.deepEqual(found('gptgpt"AI" LLM'), ["0 gpt", "3 gpt", '6 "ai"', "10  llm"]);
  });

  it("finds a word of three characters at the end, and none that is cut off", () => {
    assert.deepEqual(found("a dim"), ["2 dim"]);
    assert.deepEqual(found("a di"), []);
    assert.deepEqual(found("a glm"), []);
    for (const text of ["", "g", "gp"]) assert.deepEqual(found(text), []);
  });

  it("stops at the first that is wanted", () => {
    const asked: string[] = [];
    const isFound = someLiteral("model dim gpt", index, (_, start, literal) => {
      asked.push(`${start} ${literal}`);
      return literal === "dim";
    });
    assert.equal(isFound, true);
    assert.deepEqual(asked, ["0 model", "6 dim"]);
  });

  it("finds what looking for each word alone finds", () => {
    const piece = fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom(...words).map((word) => word.toUpperCase()),
      fc.constantFrom(...words).map((word) => word.slice(1)),
      fc.string({ unit: "binary", maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join("");
        const small = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
        const expected = words.flatMap((word) =>
          Array.from({ length: small.length }, (_, start) => start)
            .filter((start) => small.startsWith(word, start))
            .map((start) => `${start} ${word}`),
        );
        assert.deepEqual([...found(text)].sort(), expected.sort());
      }),
      { numRuns: 2000 },
    );
  });
});
