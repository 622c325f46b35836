import assert from "node:assert/strict";
import type { Format } from "../../src/detect/candidate.ts";
import { csharp } from "../../src/detect/languages/csharp.ts";
import { java } from "../../src/detect/languages/java.ts";
import { kotlin } from "../../src/detect/languages/kotlin.ts";
import { python } from "../../src/detect/languages/python.ts";
import { rust } from "../../src/detect/languages/rust.ts";
import { scala } from "../../src/detect/languages/scala.ts";
import { assertLinear, assertMarked, inContext } from "./candidates.ts";

/** What stands in a string that is of settings, with the candidates between `«` and `»`. */
const written: readonly (readonly [what: string, format: Format, source: string])[] = [
  ["TOML in Rust", rust, 'let a = f(r#"\n# small\n[llm]\nmodel = "«gpt-4o»" # here\nretries = 3\n"#);'],
  ["TOML in Python", python, 'a = """\n[[models]]\nllm = \'«org/one-7b»\'\ntags = [\n  "a-1",\n]\nname = "An assistant"\n"""'],
  ["TOML in Rust with escapes", rust, 'fn f() { let a = "\n[llm]\nmodel = \\"«org/one-7b»\\"\n"; }'],
  ["a list on one line", python, 'a = """\n[chat]\nmodels = [\'«org/one-7b»\', "«b-2»", "fast"]\n"""'],
  ["INI in C#", csharp, 'var a = @"\n[llm]\nmodel = ""«gpt-4o»""\nseed = 1\n";'],
  ["properties in Java", java, 'String a = """\n    server.port=80\n    spring.ai.model=«gpt-4o»\n    """;'],
  ["HOCON in Scala", scala, `val a = """\n  |llm {\n  |  a = \${?B}\n  |  model-name = "«gpt-4o»"\n  |}\n  |""".stripMargin`],
  ["HOCON in Kotlin", kotlin, 'val a = """\nserver {\n  embedding-model = «org/one-7b»\n  port = 80,\n}\n"""'],
];

describe("settings in strings", () => {
  for (const [what, format, source] of written) it(`are read: ${what}`, () => void assertMarked(format, source));

  it("have their keys for context, with the braces and the section around them, and what surrounds the string behind them", () => {
    const candidates = assertMarked(
      python,
      'load("""\n[a.b]\nmodel.id = "«c-1»"\n[d]\nmodel = "«e-2»"\nf {\n  g {\n    llm = "«h-3»"\n  }\n}\nllm = "«i-4»"\n""")',
    );
    assert.deepEqual(inContext(candidates), [
      "c-1: property id < property model < property b < property a < argument load 0",
      "e-2: property model < property d < argument load 0",
      "h-3: property llm < property g < property f < property d < argument load 0",
      "i-4: property llm < property d < argument load 0",
    ]);
  });

  it("are neither code nor prose, though a line looks so", () => {
    for (const text of [
      '\nmodel = "gpt-4o"\nclient = OpenAI(model)\n',
      '\nimport a\nmodel = "gpt-4o"\nb = 1\n',
      '\nmodel = "gpt-4o"\nif model:\n  pass\n',
      '\nmodel = "gpt-4o" + b\nc = 1\n',
      '\nmodel = "gpt-4o"\n',
      'model = "gpt-4o"',
      '\nname = "gpt-4o"\nversion = "v1-2"\n',
      '\nmodel = "default"\nllm = other\n',
    ]) {
      assertMarked(python, `a = """${text}"""`);
    }
  });

  it("are left out where they are compared or document", () => {
    assertMarked(python, 'assert a == """\nmodel = "gpt-4o"\nseed = 7\n"""');
    assertMarked(python, 'def f():\n    """\n    model = "gpt-4o"\n    seed = 7\n    """\n');
  });

  it("cost no more than their length, broken and nested", () => {
    for (const repeated of ["[a]\n", "a {\n", "a = [\n", 'a = "', "a = b c ", "model = ", "|", "a.b.", "a = [x],"])
      assertLinear(python, `a = """\nmodel = x-1\n${repeated}`);
  });
});
