import assert from "node:assert/strict";
import { openCatalog } from "../../src/catalog/open.ts";
import { createEngine } from "../../src/createEngine.ts";
import { answerWords } from "../../src/identify/answers.ts";
import { closedModel, index } from "../catalog/records.ts";
import { namesBy } from "./found.ts";

const namesIn = namesBy([closedModel("openai/gpt-4o", { names: { openai: ["gpt-4o", "gpt-4.1"] } })]);

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
    ["answers.rb", 'Metadata.new(provider: "openai", model: "gpt-4o", response_id: "resp-1")\n'],
    ["answers.rb", 'Metadata.new(model: "gpt-4o", created: 1234567890)\n'],
    ["stream.jsonl", '{"model":"gpt-4o","created_at":"2026-08-04T19:58:15Z","message":{"role":"assistant","content":"Hi"},"done":false}\n'],
    ["vectors.json", '{ "model": "gpt-4o", "embeddings": [[0.1, -0.2]], "total_duration": 12 }\n'],
    ["vector.test.ts", 'const answer = { model: "gpt-4o", embedding: [-0.1, 0.2] };\n'],
    ["Videos.tests.ps1", "$job = @{\n  completed_at = $null\n  model        = 'gpt-4o'\n}\n"],
    [
      "AnswerTest.java",
      'class T {\n  void t() {\n    var c = ChatCompletion.builder()\n        .id("1")\n        .model("gpt-4o")\n        .addChoice(Choice.builder().index(0L).build())\n        .build();\n  }\n}\n',
    ],
    ["AnswerTest.kt", 'val a = Answer(createdAt = "1", model = "gpt-4o", done = false)\n'],
    ["AnswerTest.kt", 'val m = Metadata.builder().usage(u).model("gpt-4o").build()\n'],
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
    // choices that stand elsewhere
    ["app.py", 'judge = Classifier(model="gpt-4o", choices=[name for name in names])\n'],
    // settings say when they were made, and some answer that came before
    ["agents.json", '{ "model": "gpt-4o", "created_at": "2026-01-01", "name": "Guide" }\n'],
    ["agents.json", '{ "model": "gpt-4o", "done": false, "created_at": "2026-01-01" }\n'],
    ["app.py", 'ask(model="gpt-4o", previous_response_id="resp-1")\n'],
    ["index.json", '{ "model": "gpt-4o", "embeddings": ["title", "text"] }\n'],
    // the builders of requests, and of answers beside them
    [
      "App.java",
      'class T {\n  void t() {\n    var q = Request.builder().model("gpt-4o").choicesWanted(2).build();\n    var a = Answer.builder().addChoice(c).build();\n  }\n}\n',
    ],
    ["App.kt", 'val a = Answer.builder().usage(u).build()\nval q = Request.builder().model("gpt-4o").build()\n'],
    ["App.java", 'class T { T q = run(Request.builder().model("gpt-4o").build(), Answer.builder().usage(u).build()); }\n'],
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

describe("words of answers after a change", () => {
  const engine = createEngine(openCatalog(index([closedModel("openai/gpt-4o", { names: { openai: ["gpt-4o"] } })])));
  const references = engine.analyze({ path: "request.json", text: '{ "model": "gpt-4o" }\n' }).references;

  it("are those of the whole text, wherever it changes", () => {
    const pieces = ["choice", "finish_reason", "generation_id", "eval_", "count", "us", "age", " ", "{", "x".repeat(20)];
    let seed = 11;
    const next = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return (seed >> 8) % below;
    };
    let text = "usage and choices\n".repeat(20);
    let words = answerWords(references, text, null);
    assert.equal(words?.places.length, 40);
    for (let i = 0; i < 2000; i++) {
      const at = next(text.length);
      text = `${text.slice(0, at)}${pieces[next(pieces.length)]}${text.slice(at + next(12))}`;
      words = answerWords(references, text, words);
      assert.deepEqual(words, answerWords(references, text, null));
    }
  });

  it("are not looked for where no reference may be part of an answer", () => {
    assert.equal(answerWords([], "usage", null), null);
  });
});
