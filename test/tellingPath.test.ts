import assert from "node:assert/strict";
import fc from "fast-check";
import { isRecordFile } from "../src/identify/records.ts";
import { isTestPath } from "../src/lint/lint.ts";
import { tellingPath } from "../src/tellingPath.ts";

describe("what a path tells", () => {
  const cases: readonly (readonly [path: string, telling: string])[] = [
    ["a.py", "a.py"],
    ["docs/v1.15/en/concepts/agents.mdx", "agents.mdx"],
    ["src/test_a.py", "tests/test_a.py"],
    ["lib/tests/data/a.json", "tests/a.json"],
    ["out/results/a.json", "results/a.json"],
    ["out/results.json", "results/results.json"],
    ["out/results/a.py", "a.py"],
    ["tests/results/a.json", "tests/results/a.json"],
    ["", ""],
    ["a/", ""],
  ];
  for (const [path, telling] of cases)
    it(`of ${path || "no path"} is ${telling || "nothing"}`, () => assert.equal(tellingPath(path), telling));

  it("is the same of the path and of what it tells", () => {
    const part = fc.constantFrom(
      "a",
      "src",
      "tests",
      "e2e",
      "results",
      "_data",
      "logs",
      "AppTests",
      "my-leaderboard",
      "x_test",
      "results.json",
    );
    const name = fc.constantFrom(
      "a.py",
      "test_a.py",
      "a.json",
      "a.test.ts",
      "leaderboard.yml",
      "results.xml",
      "a.jsonl",
      "ATest.java",
      "lib.rs",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), name, (folders, file) => {
        const path = [...folders, file].join("/");
        const telling = tellingPath(path);
        assert.equal(telling.slice(telling.lastIndexOf("/") + 1), file);
        assert.equal(isTestPath(telling), isTestPath(path));
        assert.equal(isRecordFile(telling), isRecordFile(path));
        assert.equal(tellingPath(telling), telling);
      }),
    );
  });
});
