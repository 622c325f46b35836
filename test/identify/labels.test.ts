import assert from "node:assert/strict";
import { closedModel } from "../catalog/records.ts";
import { placedNamesBy } from "./found.ts";

const namesIn = placedNamesBy([
  closedModel("openai/gpt-4o", { names: { openai: ["gpt-4o", "gpt-4.1"] } }),
  closedModel("google/gemini", { names: { google: ["gemini-2.5-pro"], openrouter: ["google/gemini-2.5-pro"] } }),
  closedModel("qwen/qwen3", { names: { huggingface: ["Qwen/Qwen3-8B"], ollama: ["qwen3"] } }),
]);

describe("what is only called by a model's name", () => {
  it("is no second reference beside the name, in the same call or record", () => {
    assert.deepEqual(namesIn("A.cs", 'var models = new List<M> { new("gpt-4o", "GPT-4o"), new("gpt-4.1", "GPT-4.1") };\n'), [
      "gpt-4o 32",
      "gpt-4.1 57",
    ]);
    assert.deepEqual(namesIn("A.kt", 'val models = listOf(LLModel("GPT-4o", "gpt-4o"))\n'), ["gpt-4o 39"]);
  });

  it("stands beside the name: two names of a list are two references", () => {
    assert.deepEqual(namesIn("a.py", 'models = ["Qwen/Qwen3-8B", "qwen/qwen3-8b"]\n'), ["Qwen/Qwen3-8B 11", "qwen/qwen3-8b 28"]);
  });

  it("is none where it is shown for the id beside it, without the organisation", () => {
    assert.deepEqual(namesIn("a.ts", 'const all = [{ id: "google/gemini-2.5-pro", name: "gemini-2.5-pro" }];\n'), [
      "google/gemini-2.5-pro 20",
    ]);
    assert.deepEqual(namesIn("a.ts", 'const all = ["google/gemini-2.5-pro", "gemini-2.5-pro"];\n'), [
      "google/gemini-2.5-pro 14",
      "gemini-2.5-pro 39",
    ]);
  });

  it("is none where it is a deployment's own name beside its model", () => {
    const bicep =
      "resource d 'Microsoft.CognitiveServices/accounts/deployments@2023-05-01' = {\n  name: 'gpt-4o'\n  properties: { model: { format: 'OpenAI', name: 'gpt-4o' } }\n}\n";
    assert.deepEqual(namesIn("main.bicep", bicep), ["gpt-4o 144"]);
    const terraform =
      'resource "azurerm_cognitive_deployment" "d" {\n  name = "gpt-4o"\n  model {\n    format = "OpenAI"\n    name = "gpt-4.1"\n  }\n}\n';
    assert.deepEqual(namesIn("main.tf", terraform), ["gpt-4.1 108"]);
    const json = '{ "resources": [{ "name": "gpt-4o", "properties": { "model": { "format": "OpenAI", "name": "gpt-4o" } } }] }\n';
    assert.deepEqual(namesIn("main.json", json), ["gpt-4o 92"]);
  });

  it("stands beside another object's model", () => {
    const json = '{ "all": [{ "name": "gpt-4o" }, { "model": { "name": "gpt-4.1" } }] }\n';
    assert.deepEqual(namesIn("main.json", json), ["gpt-4o 21", "gpt-4.1 54"]);
  });

  it("is none where it is what KServe answers to beside what it loads", () => {
    const yaml = (flags: string): string => `containers:\n  - image: kserve/huggingfaceserver\n    args: [${flags}]\n`;
    assert.deepEqual(namesIn("a.yaml", yaml("--model_name=qwen3, --model_id=Qwen/Qwen3-8B")), ["Qwen/Qwen3-8B 90"]);
    assert.deepEqual(namesIn("a.yaml", yaml("--model_name=qwen3")), ["qwen3 72"]);
  });
});
