import assert from "node:assert/strict";
import fc from "fast-check";
import { compilePattern, matchPattern, patternsOverlap } from "../../src/catalog/glob.ts";

describe("names with stars", () => {
  const cases: readonly (readonly [string, string, readonly string[] | null])[] = [
    ["gpt-4o", "gpt-4o", []],
    ["gpt-4o", "gpt-4o-mini", null],
    ["GPT-4o-*", "gpt-4o-2024-08-06", ["2024-08-06"]],
    ["allenai/Olmo-3-*-Instruct*", "allenai/olmo-3-7b-instruct", ["7b", ""]],
    ["allenai/Olmo-3-*-Instruct*", "allenai/olmo-3-7b-instruct-dpo", ["7b", "-dpo"]],
    ["allenai/*", "allenai/a/b", null],
    ["*-b*b", "a-bb", ["a", ""]],
    ["ab*ba", "aba", null],
    ["a.c", "abc", null],
  ];
  for (const [pattern, name, expected] of cases) {
    it(`${pattern} against ${name}: ${expected === null ? "no" : JSON.stringify(expected)}`, () => {
      assert.deepEqual(matchPattern(compilePattern(pattern), name), expected);
    });
  }

  it("counts the characters that are no stars", () => {
    assert.equal(compilePattern("a*bc*/d").literals, 5);
  });

  const letters = fc.stringMatching(/^[ab/]{0,8}$/);
  const globs = fc.stringMatching(/^[ab/*]{0,6}$/);

  it("agrees with a regular expression", () => {
    fc.assert(
      fc.property(globs, letters, (glob, name) => {
        const expression = new RegExp(`^${glob.replaceAll("*", "[^/]*")}$`);
        assert.equal(matchPattern(compilePattern(glob), name) !== null, expression.test(name));
      }),
      { numRuns: 2000 },
    );
  });

  it("what a star stands for puts the name together again", () => {
    fc.assert(
      fc.property(globs, letters, (glob, name) => {
        const fillers = matchPattern(compilePattern(glob), name);
        if (fillers === null) return;
        let next = 0;
        assert.equal(
          glob.replace(/\*/g, () => fillers[next++] ?? "?"),
          name,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("two patterns overlap where some name matches both", () => {
    fc.assert(
      fc.property(globs, globs, letters, (a, b, name) => {
        const [left, right] = [compilePattern(a), compilePattern(b)];
        if (matchPattern(left, name) && matchPattern(right, name)) assert.ok(patternsOverlap(left, right));
      }),
      { numRuns: 3000 },
    );
    assert.equal(patternsOverlap(compilePattern("a*c"), compilePattern("ab*")), true);
    assert.equal(patternsOverlap(compilePattern("a*c"), compilePattern("b*c")), false);
    assert.equal(patternsOverlap(compilePattern("org/a*"), compilePattern("org/a*/x")), false);
    assert.equal(patternsOverlap(compilePattern("a-*-b"), compilePattern("a-*-c")), false);
  });
});
