import assert from "node:assert/strict";
import type { Format } from "../../src/detect/candidate.ts";
import { go } from "../../src/detect/languages/go.ts";
import { java } from "../../src/detect/languages/java.ts";
import { javascript } from "../../src/detect/languages/javascript.ts";
import { python } from "../../src/detect/languages/python.ts";
import { ruby } from "../../src/detect/languages/ruby.ts";
import { assertLinear, assertMarked, inContext } from "./candidates.ts";

/** What stands in a string that is YAML, with the candidates between `«` and `»`. */
const written: readonly (readonly [what: string, format: Format, source: string])[] = [
  ["Python", python, 'a = """\nmodel:\n  model_name: "«org/one-7b»"  # small\n  dtype: auto\nseed: 7\n"""'],
  ["Python, filled in", python, 'a = f"""\nmodel: gpt-{size}\nllm: «gpt-4o»\nkey: {key}\n"""'],
  ["Go", go, "package a\nvar a = `\nkind: Model\nspec:\n  modelId: '«org/one-7b»'\n`"],
  ["Java's text block", java, 'String a = """\n    name: helper\n    model: «gemini-2.0-flash»\n    """;'],
  ["JavaScript's template", javascript, `const a = \`\nversion: \${v}\nmodels:\n- «gpt-4o»\n- «o3-mini»\n\`;`],
  ["Ruby's heredoc", ruby, "a = <<~YAML\n  retries: 3\n  model: «gpt-4o»\nYAML\n"],
  ["names without a number", java, 'String a = """\n    name: helper\n    model: «deepseek-chat»\n    llm: «qwen-max» # fast\n    """;'],
  ["several documents", python, 'a = """\nkind: A\nmodel: «a-1»\n---\nkind: B\nmodel: «b-2»\n"""'],
  ["no text of many lines", python, 'a = """\nprompt: |\n  model: gpt-4\nmodel: «gpt-4o»\n"""'],
];

describe("YAML in strings", () => {
  for (const [what, format, source] of written) it(`is read: ${what}`, () => void assertMarked(format, source));

  it("has its keys for context, and what surrounds the string behind them", () => {
    const candidates = assertMarked(
      python,
      'load("""\nembeddings:\n  path: «org/a-1»\nmodel_list:\n- litellm_params:\n    model: «b-2»\n- - name: x\n  - llm: «c-3»\n""")',
    );
    assert.deepEqual(inContext(candidates), [
      "org/a-1: property path < property embeddings < argument load 0",
      "b-2: property model < property litellm_params < item 0 < property model_list < argument load 0",
      "c-3: property llm < item 1 < item 1 < property model_list < argument load 0",
    ]);
  });

  it("is no prose, though a line of it looks so", () => {
    for (const prompt of [
      "\nYou choose.\nmodel: gpt-4o",
      "\nTask: choose\nmodel: gpt-4o",
      "\ntask: choose\nmodel: gpt-4o\nand say that the model is good",
      "\nmodel: gpt-4o is what you are\nname: you",
      "\n{model}: gpt-4o\nmodel: gpt-4o",
      "model: gpt-4o",
      "\nmodel: gpt-4o\n",
    ]) {
      assertMarked(python, `a = """${prompt}"""`);
    }
  });

  it("names models by keys of models, and by no word alone", () => {
    assertMarked(python, 'a = """\nmodel: string\nllm: default\nmodel_name: "A-"\nimage: org/one:7\nversion: v1-2\n"""');
    assertMarked(javascript, "const a = css`\ncolor: red-1;\nmodel: blue;\n`;");
  });

  it("is left out where it is compared or documents", () => {
    assertMarked(python, 'assert a == """\nmodel: gpt-4o\nseed: 7\n"""');
    assertMarked(python, 'def f():\n    """\n    model: gpt-4o\n    seed: 7\n    """\n');
  });

  it("costs no more than its length, broken and nested", () => {
    for (const repeated of [
      "- ",
      "- - a: 1\n",
      " a: b\n",
      "model: |\n  x\n",
      'model: "',
      "model:       ",
      "model: a # ",
      "a:\n ",
      "\n---\n",
    ]) {
      assertLinear(python, `a = """\nmodel: x-1\n${repeated}`);
      assertLinear(python, repeated);
    }
    assertLinear(javascript, `a = \`\nmodel: x\ny: \${f(\`\nmodel: z\n\`)}\n\`;\n`);
    let deep = "";
    for (let depth = 0; depth < 300; depth++) deep += `${" ".repeat(depth)}model:\n`;
    assertLinear(python, `a = """\n${deep}"""\n`);
  });
});
