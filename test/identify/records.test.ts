import assert from "node:assert/strict";
import { closedModel } from "../catalog/records.ts";
import { rolesBy } from "./found.ts";

const rolesIn = rolesBy([
  closedModel("openai/gpt-4o", { names: { openai: ["gpt-4o", "gpt-4o-mini", "gpt-4o-20*", "gpt-4.1", "gpt-4.1-mini", "gpt-5-*"] } }),
  closedModel("anthropic/claude", { names: { anthropic: ["claude-3-opus", "claude-3-sonnet"] } }),
]);

const five = ["gpt-4o", "gpt-4.1", "gpt-4o-mini", "claude-3-opus", "claude-3-sonnet"];
const ten = [...five, ...five];

describe("models in records", () => {
  it("are options in a list of ten records with five models", () => {
    const text = ten.map((name, row) => `- name: run ${row}\n  model: ${name}\n`).join("");
    assert.deepEqual(
      rolesIn("runs.yml", text),
      ten.map((name) => `${name} option`),
    );
  });

  it("are in use in a shorter list, and in one of few models", () => {
    const short = five.map((name) => `- agent: a\n  model: ${name}\n`).join("");
    assert.deepEqual(
      rolesIn("crew.yml", short),
      five.map((name) => `${name} use`),
    );
    const agents = ten.map(() => "- agent: a\n  model: gpt-4o\n").join("");
    assert.deepEqual(
      rolesIn("crew.yml", agents),
      ten.map(() => "gpt-4o use"),
    );
  });

  it("are options in a document that is a list of described models, however short", () => {
    const text = JSON.stringify(["gpt-4o", "gpt-4.1", "claude-3-opus"].map((name) => ({ display_name: "x", model_name: name })));
    assert.deepEqual(rolesIn("api_models.json", text), ["gpt-4o option", "gpt-4.1 option", "claude-3-opus option"]);
    assert.deepEqual(rolesIn("setting.json", '{ "model_name": "gpt-4o" }'), ["gpt-4o use"]);
  });

  it("are options in a list that says what they cost, however short", () => {
    const row = { model: "gpt-4o", deploymentName: "gpt-4.1" };
    assert.deepEqual(rolesIn("rates.json", JSON.stringify([{ ...row, CostPerInputUnit: 2.5 }])), ["gpt-4o option", "gpt-4.1 option"]);
    assert.deepEqual(rolesIn("agents.json", JSON.stringify([row, { cost: 2 }])), ["gpt-4o use", "gpt-4.1 use"]);
    assert.deepEqual(rolesIn("agents.json", JSON.stringify({ main: { ...row, maxCost: 2.5 } })), ["gpt-4o use", "gpt-4.1 use"]);
  });

  it("are options in a mapping of ten records", () => {
    const text = `models:\n${ten.map((name, row) => `  m${row}:\n    model: ${name}\n`).join("")}`;
    assert.deepEqual(
      rolesIn("settings.yaml", text),
      ten.map((name) => `${name} option`),
    );
  });

  it("are in use in as many calls of their own", () => {
    const text = ten.map((name) => `client.chat.completions.create(model="${name}")\n`).join("");
    assert.deepEqual(
      rolesIn("many.py", `from openai import OpenAI\n${text}`),
      ten.map((name) => `${name} use`),
    );
  });

  it("are in use in as many commands of a workflow's steps", () => {
    const text = `jobs:\n  a:\n    steps:\n${ten.map((name) => `      - run: ask --model ${name}\n`).join("")}`;
    assert.deepEqual(
      rolesIn("ask.yml", text),
      ten.map((name) => `${name} use`),
    );
  });

  it("are options in JSON lines, but for the requests of a batch", () => {
    assert.deepEqual(rolesIn("events.jsonl", '{"event": "sent", "model": "gpt-4o"}\n'), ["gpt-4o option"]);
    assert.deepEqual(rolesIn("batch.jsonl", '{"custom_id": "1", "url": "/v1/chat/completions", "body": {"model": "gpt-4o"}}\n'), [
      "gpt-4o use",
    ]);
  });

  it("are options in files of results", () => {
    const run = '{"run": {"model": "gpt-4o"}}';
    assert.deepEqual(rolesIn("eval/benchmark_results/run.json", run), ["gpt-4o option"]);
    assert.deepEqual(rolesIn("site/_data/run.json", run), ["gpt-4o option"]);
    assert.deepEqual(rolesIn("eval/benchmarks/run.json", run), ["gpt-4o use"]);
    assert.deepEqual(rolesIn("analysis/testOutputs/a/conversation.json", run), ["gpt-4o option"]);
    assert.deepEqual(rolesIn("agent_traces/run.json", run), ["gpt-4o option"]);
    assert.deepEqual(rolesIn("results/run.py", 'model = "gpt-4o"\n'), ["gpt-4o use"]);
  });
});
