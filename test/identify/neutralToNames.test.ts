import assert from "node:assert/strict";
import { closedModel } from "../catalog/records.ts";
import { namesBy } from "./found.ts";

const namesIn = namesBy([
  closedModel("openai/gpt-4o", { names: { openai: ["gpt-4o", "gpt-4o-mini", "gpt-4.1"] } }),
  closedModel("qwen/qwen3", { names: { huggingface: ["Qwen/Qwen3-8B"] } }),
]);

describe("a place in which a name alone selects nothing", () => {
  it("is what Kubernetes calls an object, refers to it by, and sorts it by", () => {
    const yaml = [
      "metadata:",
      "  name: gpt-4o",
      "  namespace: gpt-4o",
      "  labels:",
      "    app: gpt-4o",
      "spec:",
      "  template:",
      "    metadata:",
      "      name: gpt-4o",
      "  llmRef:",
      "    name: gpt-4o",
      "  selector:",
      "    matchLabels:",
      "      app: gpt-4o",
      "  model:",
      "    name: gpt-4.1",
      "",
    ].join("\n");
    assert.deepEqual(namesIn("model.yaml", yaml), ["gpt-4.1"]);
    assert.deepEqual(namesIn("run.yaml", "metadata:\n  model: gpt-4o\nname: gpt-4.1\nlabels:\n  example.ai/model: gpt-4o-mini\n"), [
      "gpt-4o",
      "gpt-4.1",
    ]);
    assert.deepEqual(namesIn("pod.yaml", "containers:\n- name: gpt-4o\nvolumes:\n- name: gpt-4o\nmodels:\n- name: gpt-4.1\n"), ["gpt-4.1"]);
  });

  it("is what a build is called by, and what goes into it", () => {
    const parts = (name: string): string => `<modules><module>${name}</module></modules><parent><artifactId>${name}</artifactId></parent>`;
    assert.deepEqual(namesIn("pom.xml", `<project>${parts("gpt-4o")}<llm>gpt-4.1</llm></project>`), ["gpt-4.1"]);
    for (const table of ["project", "package", "tool.poetry"])
      assert.deepEqual(namesIn("a.toml", `[${table}]\nname = "gpt-4o"\n[llm]\nname = "gpt-4.1"\n`), ["gpt-4.1"], table);
  });

  it("is a template or format that is made for a model, and what names are compared with", () => {
    assert.deepEqual(namesIn("a.py", 'chat_template = "gpt-4o"\nget_conv_template("gpt-4o")\nformat = "gpt-4o"\n'), []);
    assert.deepEqual(namesIn("a.ts", 'const thinkingPatterns = ["gpt-4o", "gpt-4.1"];\nconst visionPrefixes = ["gpt-4o"];\n'), []);
    assert.deepEqual(namesIn("a.ts", 'const thinking = ["gpt-4o", "gpt-4.1"];\n'), ["gpt-4o", "gpt-4.1"]);
    // the template that a hub's model has is read from its files
    assert.deepEqual(namesIn("a.py", 'load(chat_template_path="Qwen/Qwen3-8B")\n'), ["Qwen/Qwen3-8B"]);
  });

  it("is what an assertion is given, and what it asks about", () => {
    assert.deepEqual(namesIn("ATest.php", "<?php\n$panel->assertPlatformCall('gpt-4o');\n"), []);
    assert.deepEqual(namesIn("ATest.java", 'assertTrue(provider.supports("gpt-4o"));\n'), []);
    assert.deepEqual(namesIn("ATest.java", 'client.supports("gpt-4o");\nassertive("gpt-4.1");\n'), ["gpt-4o", "gpt-4.1"]);
    assert.deepEqual(namesIn("ATests.cs", 'Assert.Fail("gpt-4o");\n'), []);
  });

  it("is what a text is filled with that is told", () => {
    assert.deepEqual(
      namesIn("A.java", 'logger.info("%s: %s".formatted("gpt-4o", answer));\nlog.info(String.format("%s", "gpt-4o"));\n'),
      [],
    );
    assert.deepEqual(namesIn("A.java", 'client.ask("%s".formatted("gpt-4o"));\n'), ["gpt-4o"]);
    assert.deepEqual(namesIn("A.swift", 'TextField("e.g., gpt-4o, gpt-4.1, etc.", text: $name)\n'), []);
    assert.deepEqual(namesIn("A.swift", 'ask("gpt-4o, gpt-4.1")\n'), ["gpt-4o", "gpt-4.1"]);
  });

  it("is what stands under the key of a mark in a measurement or a trace", () => {
    assert.deepEqual(namesIn("A.java", 'Tag.of("model", "gpt-4o");\nspan.setAttribute("gen_ai.request.model", "gpt-4o");\n'), []);
    const fields = ['zap.String("model", "gpt-4o")', 'log.Info().Str("model", "gpt-4o")', 'log.WithField("model", "gpt-4o")'];
    for (const field of fields) assert.deepEqual(namesIn("a.go", `package a\n\nfunc f() { write(${field}) }\n`), [], field);
    assert.deepEqual(namesIn("a.go", 'package a\n\nfunc f() { write(ask("model", "gpt-4o")) }\n'), ["gpt-4o"]);
    assert.deepEqual(namesIn("A.java", 'option.tag("gpt-4o");\nspan.start("a", "gpt-4.1");\n'), ["gpt-4o", "gpt-4.1"]);
  });

  it("is what an application, or what it keeps things in, is called by", () => {
    for (const name of ["index_name", "collectionName", "app_name", "APP_VERSION", "PROJECT_ID", "GOOGLE_CLOUD_PROJECT", "project"])
      assert.deepEqual(namesIn("a.py", `${name} = "gpt-4o"\nrun(${name}="gpt-4o")\n`), [], name);
    for (const name of ["agent_name", "version", "app_model_name"])
      assert.deepEqual(namesIn("a.py", `${name} = "gpt-4o"\n`), ["gpt-4o"], name);
  });

  it("is what a program is given that handles files, repositories or packages, and the name of what a run makes", () => {
    assert.deepEqual(namesIn("a.sh", "cp gpt-4o x\ngit commit -m gpt-4o\ngh repo clone Qwen/Qwen3-8B\nwget -P gpt-4.1 x\n"), []);
    assert.deepEqual(namesIn("a.sh", "train --save gpt-4o --out gpt-4o --run-name gpt-4o-mini\n"), []);
    assert.deepEqual(namesIn("a.sh", "npm run ask gpt-4o\ntrain --from gpt-4.1\naider gpt-4o-mini\n"), [
      "gpt-4o",
      "gpt-4.1",
      "gpt-4o-mini",
    ]);
  });

  it("is data that a document shows, and output among its commands, and not its code", () => {
    const shownAs = (language: string, text: string): readonly string[] => namesIn("a.md", `\`\`\`${language}\n${text}\n\`\`\`\n`);
    assert.deepEqual(shownAs("json", '{"id": "gpt-4o"}'), []);
    assert.deepEqual(shownAs("json", '{"model": "gpt-4o"}'), ["gpt-4o"]);
    assert.deepEqual(shownAs("bash", "Loaded gpt-4o\nModel: gpt-4o\nINFO:app:loaded gpt-4o\n"), []);
    assert.deepEqual(shownAs("bash", "aider gpt-4o\nRscript chat.R gpt-4.1"), ["gpt-4o", "gpt-4.1"]);
    assert.deepEqual(shownAs("ruby", 'with_fallbacks "gpt-4o"'), ["gpt-4o"]);
    assert.deepEqual(shownAs("python", 'load("Qwen/Qwen3-8B")'), ["Qwen/Qwen3-8B"]);
  });

  it("is by what a run or a message is found again", () => {
    assert.deepEqual(namesIn("a.rb", "run(internal_id: 'gpt-4o', provider_id: 'gpt-4.1')\nsession_id = 'gpt-4o'\n"), ["gpt-4.1"]);
    assert.deepEqual(namesIn("a.rb", "load(preset_id: 'gpt-4o', model: 'gpt-4.1')\n"), ["gpt-4.1"]);
  });

  it("is what a run and what comes of it are called by", () => {
    assert.deepEqual(namesIn("a.yaml", "run_name: gpt-4o\noutput_name: gpt-4o\nmodel_name: gpt-4.1\n"), ["gpt-4.1"]);
  });

  it("is in a list of what is left out, and in a rule by which models are told apart", () => {
    assert.deepEqual(namesIn("a.java", 'List<String> NAME_BLACKLIST = List.of("gpt-4o");\nList<String> NAMES = List.of("gpt-4.1");\n'), [
      "gpt-4.1",
    ]);
    assert.deepEqual(namesIn("a.kt", 'val rules = listOf(FamilyMatcher("x", listOf("gpt-4o")), Model("gpt-4.1"))\n'), ["gpt-4.1"]);
  });

  it("is a page's place in its site, and what addresses call something", () => {
    assert.deepEqual(namesIn("a.md", "---\nslug: Qwen/Qwen3-8B\nother: Qwen/Qwen3-8B\n---\n"), ["Qwen/Qwen3-8B"]);
    assert.deepEqual(namesIn("a.yml", "- slug: gpt-4o\n  language_model: gpt-4.1\n"), ["gpt-4.1"]);
    assert.deepEqual(namesIn("a.rb", "assistant.update(slug: 'gpt-4o')\nassistant.update(other: 'gpt-4.1')\n"), ["gpt-4.1"]);
    // of a list of models it is the id
    assert.deepEqual(namesIn("a.json", '{"models": [{"slug": "gpt-4o"}]}'), ["gpt-4o"]);
  });

  it("is what is paid for, in a price list", () => {
    const list = (key: string): string => `${key}:\n  - name: gpt-4o\n    units:\n      - name: inputTokens\n        price: 6.0E-8\n`;
    for (const key of ["pricing", "prices", "model_costs", "modelPricing"]) assert.deepEqual(namesIn("a.yaml", list(key)), [], key);
    for (const key of ["agents", "repricing"]) assert.deepEqual(namesIn("a.yaml", list(key)), ["gpt-4o"], key);
  });

  it("is how the turns of a conversation are written", () => {
    assert.deepEqual(namesIn("a.sh", "run --conv_style gpt-4o --conv-mode gpt-4o --from gpt-4.1\n"), ["gpt-4.1"]);
    assert.deepEqual(namesIn("a.yaml", "instruct_type: gpt-4o\nother_type: gpt-4.1\n"), ["gpt-4.1"]);
  });

  it("is an example by an argument's name", () => {
    assert.deepEqual(namesIn("a.py", 'Field(examples=["gpt-4o"])\nField(example="gpt-4o")\nField(exemplar="gpt-4.1")\n'), ["gpt-4.1"]);
  });

  it("is what pytest calls one of several values", () => {
    assert.deepEqual(namesIn("test_a.py", 'pytest.param("x", id="gpt-4o")\nchat.param(id="gpt-4.1")\n'), ["gpt-4.1"]);
  });

  it("is what C# says of a member in an attribute", () => {
    assert.deepEqual(namesIn("A.cs", '[Obsolete("gpt-4o")] class A {}\n[Display(Name = "gpt-4o")] class B {}\n'), []);
    assert.deepEqual(namesIn("A.cs", '[Uses("gpt-4o")] class A {}\n'), ["gpt-4o"]);
  });

  it("is a part of a path", () => {
    assert.deepEqual(namesIn("a.py", 'a = os.path.join(root, "gpt-4o")\nb = Path("gpt-4o")\n'), []);
    assert.deepEqual(namesIn("a.py", 'a = choose(root, "gpt-4o")\n'), ["gpt-4o"]);
  });
});
