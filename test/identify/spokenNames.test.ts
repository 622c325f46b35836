import assert from "node:assert/strict";
import { isSpokenName } from "../../src/identify/spokenNames.ts";
import { closedModel } from "../catalog/records.ts";
import { placedNamesBy } from "./found.ts";

const namesIn = placedNamesBy([
  closedModel("openai/gpt-4o", { names: { openai: ["gpt-4o", "gpt-4.1"] } }),
  closedModel("qwen/qwen3", { names: { huggingface: ["Qwen/Qwen3-8B"] } }),
]);

describe("what people call a model", () => {
  it("is written in other letters than its provider's names", () => {
    assert.equal(isSpokenName("GPT-4o", "openai"), true);
    assert.equal(isSpokenName("gpt-4o", "openai"), false);
    assert.equal(isSpokenName("Qwen/Qwen3-8B", "huggingface"), false);
    assert.equal(isSpokenName("Qwen/Qwen3-8B", "openai"), false);
  });

  it("is a generation by its number, where the API's names went on", () => {
    assert.equal(isSpokenName("gpt-3", "openai"), true);
    assert.equal(isSpokenName("gpt-3.5-turbo", "openai"), false);
    assert.equal(isSpokenName("gpt-4", "openai"), false);
  });

  it("is no reference where nothing says that a model is named", () => {
    assert.deepEqual(namesIn("A.swift", 'var name: String { "GPT-4o" }\n'), []);
    assert.deepEqual(namesIn("A.swift", 'var model: String { "GPT-4o" }\n'), ["GPT-4o 21"]);
    assert.deepEqual(namesIn("A.swift", 'var name: String { "gpt-4o" }\n'), ["gpt-4o 20"]);
  });
});
