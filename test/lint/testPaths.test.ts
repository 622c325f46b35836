import assert from "node:assert/strict";
import { isTestPath } from "../../src/lint/lint.ts";

describe("test code, by its path", () => {
  it("is what test tools look for", () => {
    for (const path of [
      "src/a.vitest.ts",
      "src/a.test-d.ts",
      "src/Dialog.stories.tsx",
      "core/test-utils/openai.ts",
      "core/test_data/run.json",
      "Tests/AppTests/A.swift",
    ])
      assert.ok(isTestPath(path), path);
  });

  it("is no file or folder whose name only begins or ends alike", () => {
    for (const path of ["src/latest.ts", "src/contest/a.ts", "src/stories.tsx", "src/attest-data.ts", "src/testimony/a.py"])
      assert.ok(!isTestPath(path), path);
  });
});
