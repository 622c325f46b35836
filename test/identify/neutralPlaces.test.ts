import assert from "node:assert/strict";
import { closedModel } from "../catalog/records.ts";
import { namesBy } from "./found.ts";

const namesIn = namesBy([
  closedModel("openai/gpt-4o", { names: { openai: ["gpt-4o", "gpt-4o-mini", "gpt-4.1"] } }),
  closedModel("qwen/qwen3", { names: { huggingface: ["Qwen/Qwen3-8B"] } }),
]);

describe("a place in which a name selects nothing", () => {
  it("is the name of a function in a registry", () => {
    const settings = (key: string): string =>
      `import openai\nconfig = {"task": {"${key}": "acme.ner-task-v3"}, "model": {"name": "gpt-4o"}}\n`;
    assert.deepEqual(namesIn("a.py", settings("@llm_models")), ["gpt-4o"]);
    assert.deepEqual(namesIn("a.py", settings("llm_model")), ["acme.ner-task-v3", "gpt-4o"]);
  });

  it("is an argument by whose name a test expects something", () => {
    assert.deepEqual(namesIn("a_test.py", 'case(expected_model="gpt-4o")\ncase(expected_env={"MODEL_NAME": "gpt-4o"})\n'), []);
    assert.deepEqual(namesIn("a_test.py", 'expected = ["serve", "--model", "gpt-4o"]\nrun(["serve", "--model", "gpt-4.1"])\n'), [
      "gpt-4.1",
    ]);
    assert.deepEqual(namesIn("a_test.py", 'case(model="gpt-4o", env={"MODEL_NAME": "gpt-4.1"})\n'), ["gpt-4o", "gpt-4.1"]);
  });

  it("is the model of an answer that is made", () => {
    assert.deepEqual(namesIn("a.go", 'package a\n\nfunc f() { fullResponse.Model = "gpt-4o" }\n'), []);
    assert.deepEqual(namesIn("a.go", 'package a\n\nfunc f() { config.Model = "gpt-4o" }\n'), ["gpt-4o"]);
  });

  it("is a command that an agent was once allowed to run", () => {
    const settings = (key: string): string =>
      `{"permissions": {"${key}": ["Bash(curl -I https://huggingface.co/Qwen/Qwen3-8B/resolve/main/x)"]}}`;
    assert.deepEqual(namesIn(".claude/settings.json", settings("allow")), []);
    assert.deepEqual(namesIn("a.json", '{"permissions": {"model": "gpt-4o"}}'), ["gpt-4o"]);
  });

  it("is of a request that httpmock has recorded", () => {
    const recording = `when:\n  path: /v1/messages\n  body: '{"model": "gpt-4o"}'\nthen:\n  body: '{"model": "gpt-4o"}'\n`;
    assert.deepEqual(namesIn("cassette.yaml", recording), []);
    assert.deepEqual(namesIn("a.yaml", `request:\n  body: '{"model": "gpt-4o"}'\n`), ["gpt-4o"]);
  });

  it("is a pattern that names are compared with", () => {
    assert.deepEqual(namesIn("A.kt", 'val GPT_4O_MODEL = Regex("gpt-4o")\nval b = Regexes("gpt-4o-mini")\n'), ["gpt-4o-mini"]);
    assert.deepEqual(namesIn("A.java", 'Pattern model = Pattern.compile("gpt-4o");\n'), []);
    assert.deepEqual(namesIn("a.py", 'import re\nmodel = re.compile("gpt-4o")\n'), []);
  });

  it("is what the type of an answer is made with", () => {
    assert.deepEqual(
      namesIn("A.kt", 'val a = ChatResponse(model = "gpt-4o")\nval b = GenerateContentResponse(modelVersion = "gpt-4o")\n'),
      [],
    );
    assert.deepEqual(namesIn("A.cs", 'var a = new ChatResponse { ModelId = "gpt-4o" };\n'), []);
    const asked =
      'var a = GetChatResponse(model: "gpt-4o");\nvar b = c.GetResponse(model: "gpt-4o-mini");\nvar d = new ChatResponseRequest { Model = "gpt-4.1" };\n';
    assert.deepEqual(namesIn("A.cs", asked), ["gpt-4o", "gpt-4o-mini", "gpt-4.1"]);
  });

  it("is what is written to a log or a trace under a key, and not what is asked for meanwhile", () => {
    for (const macro of ["debug", "tracing::info", "log::warn", "info_span", "tracing::event"])
      assert.deepEqual(namesIn("a.rs", `fn f() { ${macro}!(model = "gpt-4o", "asked"); }\n`), [], macro);
    assert.deepEqual(namesIn("a.rs", '#[tracing::instrument(fields(model = "gpt-4o"))]\nfn f() { ask(fields(model = "gpt-4.1")) }\n'), [
      "gpt-4.1",
    ]);
    assert.deepEqual(namesIn("a.py", 'logger.info("asked", model="gpt-4o", extra={"model": "gpt-4o"})\ncatalog.info(model="gpt-4.1")\n'), [
      "gpt-4.1",
    ]);
    assert.deepEqual(namesIn("a.php", "<?php\nLog::info('asked', ['model' => 'gpt-4o']);\nLogin::info(['model' => 'gpt-4.1']);\n"), [
      "gpt-4.1",
    ]);
    assert.deepEqual(namesIn("a.go", 'package a\n\nvar f = log.Fields{"model": "gpt-4o"}\nvar r = log.Request{Model: "gpt-4.1"}\n'), [
      "gpt-4.1",
    ]);
    assert.deepEqual(namesIn("a.js", 'console.log({ model: "gpt-4o" });\nconsole.log(await ask({ model: "gpt-4.1" }));\n'), ["gpt-4.1"]);
  });

  it("is what Kubernetes sorts its objects by", () => {
    for (const key of ["labels", "matchLabels", "annotations", "selector", "nodeSelector"])
      assert.deepEqual(namesIn("a.yaml", `spec:\n  ${key}:\n    acme.ai/model: gpt-4o\n`), [], key);
    assert.deepEqual(namesIn("a.yaml", "spec:\n  model: gpt-4o\n"), ["gpt-4o"]);
  });

  it("is what a page showed", () => {
    assert.deepEqual(namesIn("snapshot.yml", "- code [ref=e202]: gpt-4o\n- code: gpt-4.1\n"), ["gpt-4.1"]);
  });

  it("is the repository of code that a model is loaded by", () => {
    assert.deepEqual(namesIn("a.py", 'import transformers\ntorch.hub.load("Qwen/Qwen3-8B", "x")\nother.load("Qwen/Qwen3-8B")\n'), [
      "Qwen/Qwen3-8B",
    ]);
  });

  it("is the address of data at a hub", () => {
    assert.deepEqual(namesIn("eval.yaml", "dataset: hf://acme/pages-7b\nmodel: hf://Qwen/Qwen3-8B\n"), ["Qwen/Qwen3-8B"]);
  });

  it("is a file that Hydra takes for a part of the settings", () => {
    const settings = "defaults:\n  - model: gpt-4o\n  - override /model: gpt-4.1\n  - _self_\nmodel: gpt-4.1\n";
    assert.deepEqual(namesIn("conf/config.yaml", settings), ["gpt-4.1"]);
    assert.deepEqual(namesIn("a.yaml", "defaults:\n  model: gpt-4o\nagents:\n  - model: gpt-4.1\n"), ["gpt-4o", "gpt-4.1"]);
  });
});
