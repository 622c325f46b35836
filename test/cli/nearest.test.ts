import assert from "node:assert/strict";
import { nearest } from "../../src/cli/nearest.ts";

const known = ["ai-sdk/openai", "axolotl", "ollama", "openai", "openrouter", "spring-ai/ollama", "spring-ai/openai", "tgi", "vllm"];

describe("nearest", () => {
  it("finds what was mistyped: a letter too few, too many, another one, two swapped", () => {
    for (const word of ["olama", "olllama", "ollema", "lolama", "Ollama "]) {
      assert.equal(nearest(word.trim(), known)[0], "ollama", word);
    }
    assert.deepEqual(nearest("vlm", known), ["vllm"]);
  });

  it("finds what holds it, the exact name first, and no more than three", () => {
    assert.deepEqual(nearest("OPENAI", known), ["openai", "ai-sdk/openai", "spring-ai/openai"]);
    assert.deepEqual(nearest("spring", known), ["spring-ai/ollama", "spring-ai/openai"]);
  });

  it("finds nothing where nothing is near", () => {
    for (const word of ["nope", "", "x", "nothing of the kind", "a".repeat(100_000)]) assert.deepEqual(nearest(word, known), [], word);
  });
});
