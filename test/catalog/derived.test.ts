import assert from "node:assert/strict";
import fc from "fast-check";
import { isDocumentedForm, withoutMarks } from "../../src/catalog/derived.ts";

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

describe("the marks that converters put at the end of a name", () => {
  it("are taken off one by one, so that the model's own name is left", () => {
    for (const [name, own] of [
      ["gemma-2b-it-q4f16_1-mlc", "gemma-2b-it"],
      ["gemma-2b-it-q4f16_1-mlc-1k", "gemma-2b-it"],
      ["llama-2-7b-chat-hf-q4f32_1-1k", "llama-2-7b-chat-hf"],
      ["phi-2-q0f16-mlc", "phi-2"],
      ["snowflake-arctic-embed-m-q0f32-mlc", "snowflake-arctic-embed-m"],
      ["qwen3-8b-q4bf16_1", "qwen3-8b"],
      ["olmo-3-7b-instruct-q4_k_m", "olmo-3-7b-instruct"],
    ] as const) {
      assert.equal(withoutMarks(name).at(-1), own, name);
    }
  });

  it("are not what is part of a name", () => {
    for (const name of ["mlc", "q4f16", "mlcommons-model", "phi-3-mini-4k", "gte-qf16a"])
      assert.deepEqual(withoutMarks(name), [name], name);
  });
});
