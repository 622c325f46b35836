import assert from "node:assert/strict";
import { formatOf } from "../../../src/detect/formats.ts";
import type { Frame } from "../../../src/detect/frame.ts";
import { groovy } from "../../../src/detect/languages/groovy.ts";
import { argument, assignment, comparison, expectCandidates, fallback, item, property } from "../scannerExpectations.ts";

const expect = (marked: string, ...contexts: (readonly Frame[])[]): void => expectCandidates(groovy, marked, contexts);

describe("detecting candidates in Groovy", () => {
  it("names variables, properties and what methods give", () => {
    expect(`def model = '«gpt-4o»'\nenvironment {\n  MODEL = "«o3»"\n}`, [assignment("model")], [assignment("MODEL")]);
    expect(`String model() { return '«aa»' }`, [assignment("model")]);
  });

  it("reads the agents of Nextflow, whose files are Groovy's", () => {
    for (const path of ["main.nf", "conf/nextflow.config"]) assert.equal(formatOf({ path }), groovy, path);
    for (const path of ["a.nfo", "app.config"]) assert.notEqual(formatOf({ path }), groovy, path);
    expect(
      `agent shout {\n  model '«openai/gpt-5-mini»'\n  input:\n  path x\n}\nagent { model = '«aa»' }`,
      [argument("model", 0)],
      [assignment("model")],
    );
  });

  it("reads named arguments, maps and lists", () => {
    expect(`def m = [model: '«aa»', 'gpt-4o': 2.5]`, [property("model"), assignment("m")]);
    expect(`def l = ['«aa»', '«bb»']`, [item(0), assignment("l")], [item(1, "aa"), assignment("l")]);
    expect(`run(model: '«aa»')`, [argument("run", "model")]);
  });

  it("reads calls without parentheses, and no declarations", () => {
    expect(
      `android {\n  buildConfigField "«String»", "«MODEL»", "\\"«aa»\\""\n  model '«bb»'\n  chat name: '«cc»', size: 1\n  String x = '«dd»'\n  final y = z ? '«ee»' : '«ff»'\n}`,
      [argument("buildConfigField", 0)],
      [argument("buildConfigField", 1)],
      [fallback("MODEL")],
      [argument("model", 0)],
      [argument("chat", "name")],
      [assignment("x")],
      [fallback(null), assignment("y")],
      [fallback(null), assignment("y")],
    );
  });

  it("takes a literal in quotes for what it says", () => {
    expect(
      `buildConfigField("«String»", "«MODEL»", '"«aa»"')`,
      [argument("buildConfigField", 0)],
      [argument("buildConfigField", 1)],
      [fallback("MODEL")],
    );
    expect(`a = '"gpt-4o'; b = '"'; c = '""'; d = "\\"gpt-4o"`);
  });

  it("names what a default stands in for, and marks comparisons", () => {
    expect(`def m = System.getenv('M') ?: '«aa»'`, [fallback("M"), assignment("m")]);
    expect(`if (m == '«aa»') { x = '«bb»' }`, [comparison], [assignment("x")]);
  });

  it("leaves out strings with something filled in, and takes the others", () => {
    expect(
      `a = "gpt-$n"; b = "\${n}-mini"; c = 'gpt-' + n; d = '''«gpt-4o»'''; e = "«o3»" // 'gpt-4'`,
      [assignment("d")],
      [assignment("e")],
    );
  });

  it("pairs the fields of forms", () => {
    expect(
      `builder.addTextBody('model', '«aa»')\nmodels.add('«bb»')`,
      [property("model"), argument("builder.addTextBody", 1)],
      [argument("models.add", 0)],
    );
  });

  it("knows the constants that Gradle's plugin for Android makes", () => {
    expect(`resValue(type, '«default_model»', '«aa»')`, [argument("resValue", 1)], [fallback("default_model")]);
  });
});
