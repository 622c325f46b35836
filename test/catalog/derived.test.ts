import assert from "node:assert/strict";
import fc from "fast-check";
import { isDocumentedForm } from "../../src/catalog/derived.ts";

describe("what a star of a record's own pattern may stand for", () => {
  it("is a size, version, date, build, stage, language, number format, or usual variant", () => {
    for (const filler of [
      "",
      "7b",
      "8x7b",
      "30b-a3b",
      "1.5b-instruct",
      "e4b-it",
      "560m",
      "v0.2",
      "2024-08-06",
      "20250514",
      "0613",
      "002",
      "preview-09-2025",
      "7b-sft",
      "step143000",
      "en-de",
      "7b-q4_k_m",
      "-q8_0",
      "4bit",
      "awq",
      "7b-instruct-gguf",
      "latest",
      "patch16-224",
    ]) {
      assert.equal(isDocumentedForm(filler), true, filler);
    }
  });

  it("is no name of its own", () => {
    for (const filler of [
      "foo",
      "does-not-exist",
      "7b-roleplay",
      "engineer-app",
      "opus-9",
      "abliterated",
      "distill-qwen-7b",
      "x".repeat(61),
    ]) {
      assert.equal(isDocumentedForm(filler), false, filler);
    }
  });

  it("is answered for any text, in time", () => {
    fc.assert(fc.property(fc.string(), (text) => typeof isDocumentedForm(text) === "boolean"));
    const started = performance.now();
    for (const text of ["-fp8".repeat(20_000), "4".repeat(100_000), "q4_".repeat(20_000)]) isDocumentedForm(text);
    assert.ok(performance.now() - started < 200);
  });
});
