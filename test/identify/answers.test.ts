import assert from "node:assert/strict";
import { openCatalog } from "../../src/catalog/open.ts";
import { createEngine } from "../../src/createEngine.ts";
import type { Engine } from "../../src/engine.ts";
import { closedModel, index } from "../catalog/records.ts";

const engine: Engine = createEngine(openCatalog(index([closedModel("openai/gpt-4o", { names: { openai: ["gpt-4o", "gpt-4.1"] } })])));

/** The names that are found in a document. */
function namesIn(path: string, text: string): readonly string[] {
  return engine.analyze({ path, text }).references.map(({ candidate }) => candidate.text);
}

describe("what a server answered", () => {
  for (const [path, text] of [
    ["answer.json", '{ "object": "chat.completion", "model": "gpt-4o", "choices": [] }\n'],
    ["job.json", '{\n  "object": "fine_tuning.job",\n  "model": "gpt-4o",\n  "status": "succeeded"\n}\n'],
    ["answer_test.py", 'answer = Completion(model="gpt-4o", choices=[Choice(text="x")])\n'],
    ["answer_test.rb", 'answer = Message.new(\n  model: "gpt-4o",\n  stop_reason: "end_turn",\n)\n'],
    ["answer_test.go", 'package a\n\nvar answer = Answer{\n\tModel: "gpt-4o",\n\tChoices: []Choice{{Index: 0}},\n}\n'],
    ["AnswerTest.kt", 'val answer = Answer(\n  model = "gpt-4o",\n  stopReason = StopReason.END_TURN,\n)\n'],
    ["answer.test.ts", 'const answer = { model: "gpt-4o", usage: { promptTokens: 3 } };\n'],
    ["answers.rb", 'event = { finish_reason: "stop", response_model: "gpt-4o" }\n'],
    ["answer.test.ts", 'const answer = { "system_fingerprint": "fp_1", "model": "gpt-4o" };\n'],
  ] as const) {
    it(`selects nothing: ${text.replace(/\s+/g, " ")}`, () => assert.deepEqual(namesIn(path, text), []));
  }

  for (const [path, text] of [
    // an option's choices, and the models that it chooses from
    ["cli.py", 'parser.add_argument("--model", default="gpt-4o", choices=["gpt-4o"])\n'],
    // an object further in
    ["app.ts", 'const request = { model: "gpt-4o", previous: { choices: [1], usage: { total: 3 } } };\n'],
    // choices that are no answers
    ["app.py", 'judge = Classifier(model="gpt-4o", choices=["ham", "spam"])\n'],
    ["rating.json", '{ "model": "gpt-4o", "choices": [1, 2, 3], "messages": [] }\n'],
    // a usage that is asked for, and one in words
    ["app.ts", 'const request = { model: "gpt-4o", usage: { include: true } };\n'],
    ["agents.json", '{ "model": "gpt-4o", "usage": "chat" }\n'],
    // what a text says is no key
    ["app.py", 'send(model="gpt-4o", prompt="state the stop_reason: and the choices: []")\n'],
    // where a request alone can stand
    ["app.py", 'client.chat.completions.create(model="gpt-4o", object="list", usage=Usage())\n'],
    ["schema.json", '{ "model": "gpt-4o", "object": "invoice" }\n'],
  ] as const) {
    it(`does not look so: ${text.trim()}`, () => assert.ok(namesIn(path, text).includes("gpt-4o")));
  }

  it("is told in long indented code too", () => {
    const example = '    it "counts" do\n      expect(subject.total).to eq(109)\n    end\n\n';
    const answer = '    let(:answer) do\n      {\n        "object" => "chat.completion",\n        "model" => "gpt-4o",\n      }\n    end\n';
    const request = '    let(:request) do\n      {\n        "model" => "gpt-4.1",\n      }\n    end\n';
    const text = `describe Chat do\n  context "run" do\n${example.repeat(200)}${answer}${request}  end\nend\n`;
    assert.deepEqual(namesIn("chat_spec.rb", text), ["gpt-4.1"]);
  });
});
