import assert from "node:assert/strict";
import { isMinified } from "../../src/project/minified.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("isMinified", () => {
  const statement = 'a.model="gpt-4o";';
  const minified = bytesOf(statement.repeat(4000));

  it("is a long program of few long lines", () => {
    for (const path of ["dist/app.min.js", "yarn-4.cjs", "pdf.worker.MJS"]) assert.equal(isMinified(path, minified), true, path);
    const lines = `${statement.repeat(200)}\n`.repeat(20);
    assert.equal(isMinified("app.js", bytesOf(lines)), true);
  });

  it("is no short one, and none of lines that people write", () => {
    assert.equal(isMinified("app.js", bytesOf(statement.repeat(100))), false);
    assert.equal(isMinified("app.js", bytesOf(`${statement}\n`.repeat(4000))), false);
    // a table of data among the code
    assert.equal(isMinified("app.js", bytesOf(`${"x = 1;\n".repeat(400)}const data = "${"A".repeat(100_000)}";\n`)), false);
  });

  it("is none of another format, whose lines may be long by nature", () => {
    for (const path of ["data.json", "app.ts", "page.html", "notes.md", "app.js.map"])
      assert.equal(isMinified(path, minified), false, path);
  });
});
