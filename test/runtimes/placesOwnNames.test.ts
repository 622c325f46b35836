import assert from "node:assert/strict";
import type { Fix } from "../../src/lint/finding.ts";
import { projectEngine } from "../fixtures.ts";

const engine = projectEngine();

function firstFix(path: string, text: string): { readonly runtime: string | null; readonly fix: Fix | undefined } {
  const [reference] = engine.analyze({ path, text }).references;
  assert.ok(reference, "the document names a model");
  return { runtime: reference.runtime, fix: engine.fixes(reference)[0] };
}

describe("a place's own runtime decides how names are written", () => {
  it("LangChain's factory, whatever else the file imports", () => {
    for (const beside of ["from crewai import Agent", "import dspy", "import litellm"]) {
      for (const [name, provider] of [
        ["gpt-4o", "openai"],
        ["claude-3-5-sonnet-latest", "anthropic"],
        ["llama3.1:8b", "ollama"],
      ]) {
        const text = `${beside}\nfrom langchain.chat_models import init_chat_model\nm = init_chat_model("${name}", model_provider="${provider}")\n`;
        const { runtime, fix } = firstFix("a.py", text);
        assert.equal(runtime, "langchain");
        assert.match(fix?.edits[0]?.text ?? "", /^ollama:[\w.]+[\w.-]*:[\w.-]+$/);
        assert.ok(fix?.needs.includes("model_provider, where it is given, left out"));
        assert.equal(fix?.needs.includes("the package langchain-ollama"), provider !== "ollama");
        assert.equal(fix?.preferred, false);
      }
    }
  });

  it("rig and RubyLLM on Ollama: its names, and nothing for those of others", () => {
    const rig = (name: string): string => `use rig::prelude::*;\nfn f() {\n    let a = client.agent("${name}").build();\n}\n`;
    const ruby = (name: string): string => `require "ruby_llm"\nRubyLLM.chat(model: "${name}")\n`;
    for (const [path, text, id] of [
      ["a.rs", rig, "rust-ai"],
      ["a.rb", ruby, "ruby-llm"],
    ] as const) {
      const { runtime, fix } = firstFix(path, text("qwen2.5:14b"));
      assert.equal(runtime, id);
      assert.match(fix?.edits[0]?.text ?? "", /^(?:[\w.-]+:[\w.-]+|hf\.co\/.+)$/);
      assert.equal(firstFix(path, text(fix?.edits[0]?.text ?? "")).runtime, id);
      assert.equal(firstFix(path, text("gpt-4o")).fix, undefined);
      assert.equal(firstFix(path, text("ft:gpt-4o-mini-2024-07-18:acme::1")).fix, undefined);
    }
  });

  it("an Azure deployment's resource: format and version stand beside the name", () => {
    const text = [
      'resource "azurerm_cognitive_deployment" "chat" {',
      "  model {",
      '    format  = "OpenAI"',
      '    name    = "gpt-4o-mini"',
      '    version = "2024-07-18"',
      "  }",
      "}",
      "",
    ].join("\n");
    const { runtime, fix } = firstFix("main.tf", text);
    assert.equal(runtime, "azure");
    assert.equal(fix?.preferred, false);
    assert.ok(fix?.needs.includes("format and version beside the name, which are those of the old model and its publisher"));
  });
});
