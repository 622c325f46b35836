import assert from "node:assert/strict";
import { plausible } from "../../src/detect/plausible.ts";

describe("whether a text could be a model's name", () => {
  for (const text of [
    "o1",
    "gpt-4o",
    "meta-llama/Llama-3.1-8B-Instruct",
    "qwen3:8b",
    "command-r+",
    "@cf/meta/llama-3-8b-instruct",
    "@hf/google/gemma-7b-it",
    "~anthropic/claude-sonnet-latest",
    "anthropic.claude-3-5-sonnet-20241022-v2:0",
    "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-lite-v1",
    "publishers/google/models/gemini-2.0-flash@001",
    "https://huggingface.co/allenai/OLMo-2-1124-7B",
    "hf://allenai/OLMo-2-1124-7B",
    "0x-model",
    "v0-1.5-md",
    "a".repeat(300),
  ]) {
    it(`yes: ${text.slice(0, 60)}`, () => assert.equal(plausible(text), true));
  }
  for (const text of [
    "",
    "a",
    "3.14",
    "2024-08-06",
    "v1",
    "v1.2.3",
    "two words",
    "a=b",
    "{model}",
    "$MODEL",
    "org/",
    "gpt-",
    "Model:",
    "done.",
    "./weights",
    "~/weights",
    "@scope/package",
    "--model",
    "/v1/chat",
    "modèle",
    "模型",
    "https://api.openai.com/v1",
    "s3://bucket/key",
    "postgres://host/db",
    "line\nline",
    "a".repeat(301),
  ]) {
    it(`no: ${JSON.stringify(text.slice(0, 60))}`, () => assert.equal(plausible(text), false));
  }
});
