import assert from "node:assert/strict";
import type { Format } from "../../src/detect/candidate.ts";
import { cpp } from "../../src/detect/languages/cpp.ts";
import { csharp } from "../../src/detect/languages/csharp.ts";
import { elixir } from "../../src/detect/languages/elixir.ts";
import { go } from "../../src/detect/languages/go.ts";
import { java } from "../../src/detect/languages/java.ts";
import { javascript } from "../../src/detect/languages/javascript.ts";
import { julia } from "../../src/detect/languages/julia.ts";
import { kotlin } from "../../src/detect/languages/kotlin.ts";
import { lua } from "../../src/detect/languages/lua.ts";
import { php } from "../../src/detect/languages/php.ts";
import { powershell } from "../../src/detect/languages/powershell.ts";
import { python } from "../../src/detect/languages/python.ts";
import { ruby } from "../../src/detect/languages/ruby.ts";
import { rust } from "../../src/detect/languages/rust.ts";
import { scala } from "../../src/detect/languages/scala.ts";
import { swift } from "../../src/detect/languages/swift.ts";
import { assertLinear, assertMarked, contextText } from "./candidates.ts";

/** What stands in a string that is a JSON object: one way to write it, with the candidates between `«` and `»`. */
const written: readonly (readonly [what: string, format: Format, source: string])[] = [
  ["C# raw", csharp, 'var a = """\n  {"model": "«gpt-4o»", "messages": []}\n  """;'],
  ["C# raw, filled in", csharp, 'var a = $$"""{"model": "«gpt-4o»", "messages": {{x}}, "user": "{{u}}"}""";'],
  ["C# verbatim", csharp, 'var a = @"{""model"": ""«gpt-4o»"", ""max_tokens"": 5}";'],
  ["C# escaped", csharp, 'var a = "{\\"model\\":\\"«gpt-4o»\\"}";'],
  ["C# with code between braces", csharp, 'var a = $"{{\\"model\\":\\"«gpt-4o»\\",\\"prompt\\":\\"{p}\\"}}";'],
  ["a format of Rust", rust, 'fn f() { let a = format!(r#"{{"model": "«gpt-4o»", "prompt": "{}", "n": {n}}}"#, p); }'],
  ["a format of Rust, escaped", rust, 'fn f() { let a = format!("{{\\"x\\": {{\\"y\\": 1}}, \\"model\\": \\"«gpt-4o»\\"}}"); }'],
  ["a format of Python", python, `a = '{{"x": {{"y": "{}"}}, "model": "«gpt-4o»"}}'.format(p)`],
  ["Python's with code between braces, nested", python, `a = f'{{"x": {{"y": {z}}}, "model": "«gpt-4o»"}}'`],
  ["C++ raw", cpp, 'auto a = R"json({"model": "«gpt-4o»"})json";'],
  ["Kotlin", kotlin, `val a = """\n  {"model": "«gpt-4o»", "prompt": "$prompt \${f(x)}", "suffix": "«end»"}\n""".trimIndent()`],
  ["Scala with a margin", scala, 'val a = """{\n  |  "model": "«gpt-4o»"\n  |}""".stripMargin'],
  ["Java's text block", java, 'String a = """\n  {"model": "«gpt-4o»"}\n  """;'],
  ["Swift", swift, 'let a = """\n{"model": "«gpt-4o»", "n": \\(n)}\n"""'],
  ["Swift with number signs", swift, 'let a = #"{"model": "«gpt-4o»"}"#'],
  ["Go", go, 'package a\nvar a = `{"model": "«gpt-4o»", "stream": true}`'],
  ["Rust raw", rust, 'let a = r#"{"model": "«gpt-4o»"}"#;'],
  ["Python, three quotes", python, `a = '''{"model": "«gpt-4o»"}'''`],
  ["Python, formatted", python, `a = f'{{"model": "«gpt-4o»", "prompt": "{p}"}}'`],
  ["Ruby", ruby, `a = '{"model":"«gpt-4o»"}'`],
  ["PHP", php, `<?php $a = '{"model": "«gpt-4o»"}';`],
  ["PowerShell's here-string", powershell, '$a = @"\n{"model": "«gpt-4o»", "prompt": "$p"}\n"@'],
  ["PowerShell with backticks", powershell, '$a = "{`"model`": `"«gpt-4o»`"}"'],
  ["JavaScript's template", javascript, `const a = \`{"model": "«gpt-4o»", "messages": \${JSON.stringify(m)}}\`;`],
  ["Lua's long brackets", lua, 'local a = [==[{"model": "«gpt-4o»", "messages": []}]==]'],
  ["Elixir's sigil", elixir, 'a = ~s({"model": "«gpt-4o»", "n": #{n}})'],
  ["Elixir's heredoc", elixir, 'a = """\n{"model": "«gpt-4o»"}\n"""'],
  ["Julia's raw string", julia, 'a = raw"""{"model": "«gpt-4o»"}"""'],
  ["Julia", julia, 'a = """{"model": "«gpt-4o»", "prompt": "$prompt"}"""'],
  ["the beginning of a longer text", javascript, `const a = '{"model": "«gpt-4o»", "prompt": "' + p + '"}';`],
];

describe("JSON objects in strings", () => {
  for (const [what, format, source] of written) it(`are read: ${what}`, () => void assertMarked(format, source));

  it("have their keys for context, and what surrounds the string behind them", () => {
    const [candidate] = assertMarked(python, `send(json.loads('{"body": {"model": "«gpt-4o»"}}'))`);
    assert.equal(contextText(candidate), "property model < property body < argument json.loads 0 < argument send 0");
  });

  it("are resolved by the escapes of the language and by JSON's", () => {
    const [candidate] = assertMarked(java, 'String a = "{\\"model\\":\\"«org\\\\/na\\u006de-7b»\\"}";');
    assert.equal(candidate?.text, "org/name-7b");
  });

  it("keep the order of the text where code is filled in", () => {
    assertMarked(javascript, `const a = \`{"model": "«gpt-4o»", "x": \${f("«aa»")}, "suffix": "«end»"}\`;`);
  });

  it("are left out where a part of the name is filled in", () => {
    assertMarked(javascript, `const a = \`{"model": "gpt-4o\${suffix}", "other": "\${prefix}-mini"}\`;`);
    assertMarked(kotlin, 'val a = """{"model": "$model", "other": "gpt-$size"}"""');
  });

  it("are left out where a server answered with them", () => {
    for (const answer of [
      '{"id":"chatcmpl-1","object":"chat.completion","model":"gpt-4o","choices":[]}',
      '{"model":"llama3.2","created_at":"2024-11-30","message":{"role":"assistant","content":""},"done":false}',
      '{"type":"message_start","message":{"id":"msg_1","role":"assistant","model":"claude-3-opus"}}',
      '{"id":"modr-1","model":"text-moderation-latest","results":[]}',
      '{"modelVersion":"gemini-2.0-flash","usageMetadata":{}}',
      '{"choices":[{"delta":{"details":[{"format":"gpt-4o"}]}}]}',
    ]) {
      const { candidates } = python.detect(`a = '''${answer}'''`);
      assert.deepEqual(
        candidates.filter(({ text }) => /gpt|llama|claude|moderation|gemini/.test(text)),
        [],
        answer,
      );
    }
    // `role` is what an agent does, too
    assertMarked(python, `a = '''{"role": "«researcher»", "model": "«gpt-4o»"}'''`);
    // a request may hold what the model has answered before
    assertMarked(python, `a = '''{"model": "«gpt-4o»", "messages": [{"role": "assistant", "content": "hi"}]}'''`);
  });

  it("are left out where they are compared, are keys, or stand for nothing", () => {
    assertMarked(python, `if body == '{"model": "gpt-4o"}': pass`);
    assertMarked(python, `def f():\n    '''{"model": "gpt-4o"}'''\n`);
    assertMarked(csharp, 'Assert.Equal("{\\"model\\":\\"gpt-4o\\"}", body);');
  });

  it("are no other braces", () => {
    assertMarked(python, `a = '{{ "gpt-4o" }}'; b = '{{"gpt-4o"}}'; c = '{{ model }}'`);
    assertMarked(python, "a = '{model}'\nb = '{ \"'\nc = f'{x}'\nd = '{}'\n");
    assertMarked(javascript, `const a = \`{\${x}}\`; const b = "{"; const c = \`{"\`;`);
  });

  it("cost no more than their length, broken and nested", () => {
    assertLinear(javascript, `a = \`{"model": "x", "y": \${f(\`{"model": "z"}\`)}}\`;\n`);
    assertLinear(javascript, 'a = `{"m": ${');
    assertLinear(python, 'a = \'{"model": {"model": [{"\n');
  });
});
