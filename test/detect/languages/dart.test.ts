import assert from "node:assert/strict";
import type { Frame } from "../../../src/detect/frame.ts";
import { dart } from "../../../src/detect/languages/dart.ts";
import { argument, assignment, comparison, enumeration, expectCandidates, fallback, item, property } from "../scannerExpectations.ts";

const expect = (marked: string, ...contexts: (readonly Frame[])[]): void => expectCandidates(dart, marked, contexts);

describe("detecting candidates in Dart", () => {
  it("names constants, fields and parameters", () => {
    expect(
      `const model = '«gpt-4o»';\nclass A extends B {\n  static const String m = "«aa»";\n  final String? n = '«bb»';\n  A({String model = '«cc»', this.other = '«dd»'}) : super(model: '«ee»');\n}`,
      [assignment("model")],
      [assignment("m")],
      [assignment("n")],
      [assignment("model")],
      [assignment("this.other")],
      [argument("super", "model")],
    );
  });

  it("gives what a getter outside of classes gives its name, and a closure none", () => {
    expect(`String get model => '«aa»';\nvoid f() { g((x) => '«bb»'); }`, [assignment("model")], [argument("g", 0)]);
  });

  it("gives what functions and getters give their name", () => {
    expect(
      `String model() => '«aa»';\nString other() { return '«bb»'; }\nclass A { String get third => '«cc»'; }`,
      [assignment("model")],
      [assignment("other")],
      [assignment("third")],
    );
  });

  it("reads named arguments, lists and maps", () => {
    expect(`final m = GenerativeModel(model: '«gemini-2.0-flash»', apiKey: key);`, [argument("GenerativeModel", "model"), assignment("m")]);
    expect(
      `final l = ['«aa»']; final d = {'model': '«bb»', 'gpt-4o': 2.5};`,
      [item(0), assignment("l")],
      [property("model"), assignment("d")],
    );
    expect(`Options()..model = '«aa»'..n = 3;`, [assignment("model")]);
  });

  it("names what a default stands in for", () => {
    expect(`const m = String.fromEnvironment('M', defaultValue: '«aa»');`, [fallback("M"), assignment("m")]);
    expect(`final m = Platform.environment['«M1»'] ?? '«aa»';`, [comparison], [fallback("M1"), assignment("m")]);
    expect(`final m = fast ? '«aa»' : '«bb»';`, [fallback(null), assignment("m")], [fallback(null), assignment("m")]);
  });

  it("takes the members of an enum for a set", () => {
    expect(
      `enum Model { gpt('«aa»'), b('«bb»'); const Model(this.id); final String id; }`,
      [argument("gpt", 0), enumeration("Model")],
      [argument("b", 0), enumeration("Model")],
    );
  });

  it("marks comparisons, labels and expected values", () => {
    expect(`if (m == '«aa»') x = '«bb»';`, [comparison], [assignment("x")]);
    expect(`switch (m) { case '«aa»': x = '«bb»'; break; }`, [comparison], [assignment("x")]);
    expect(`final x = switch (m) { 'aa' => '«bb»', _ => '«cc»' };`, [item(0), assignment("x")], [item(1), assignment("x")]);
    expect(
      `expect(m, '«aa»'); expect(m, equals('«bb»'));`,
      [comparison, argument("expect", 1)],
      [comparison, argument("equals", 0), argument("expect", 1)],
    );
  });

  it("reads every kind of string, and leaves out those with something filled in or side by side", () => {
    expect(
      `a = r'«gpt-4o»'; b = 'gpt-$n'; c = "\${n}-mini"; d = '''«o3»'''; e = 'gpt-' '4o'; run('«aa»');`,
      [assignment("a")],
      [assignment("d")],
      [argument("run", 0)],
    );
  });

  it("lists what is imported", () => {
    assert.deepEqual(dart.detect("import 'package:openai_dart/openai_dart.dart';\nimport 'a.dart' as b show c;\n").modules, [
      "package:openai_dart/openai_dart.dart",
      "a.dart",
    ]);
  });

  it("takes the default in an annotation for what is behind it", () => {
    expect(
      `class A { @JsonKey(name: 'm', defaultValue: '«aa»') final String model; factory A({@Default('«bb»') String? chat}) = _A; }`,
      [assignment("model")],
      [assignment("chat")],
    );
    expect(
      `final n = ValueNotifier('«aa»'); var o = '«bb»'.obs; final m = box.get('«model»', defaultValue: '«cc»');`,
      [assignment("n")],
      [assignment("o")],
      [argument("box.get", 0), assignment("m")],
      [fallback("model"), assignment("m")],
    );
  });

  it("gives a field its text at the beginning", () => {
    expect(
      `final modelController = TextEditingController(text: '«aa»'); final label = Text('«bb»');`,
      [fallback(null), assignment("modelController")],
      [argument("Text", 0), assignment("label")],
    );
  });

  it("pairs the fields of forms and boxes", () => {
    expect(
      `form.fields.add(MapEntry('model', '«aa»')); box.write('model', '«bb»'); file.write('«cc»');`,
      [property("model"), argument("MapEntry", 1), argument("form.fields.add", 0)],
      [property("model"), argument("box.write", 1)],
      [argument("file.write", 0)],
    );
  });

  it("marks what package:checks expects of lists", () => {
    expect(
      `check(s.models).deepEquals(['«aa»']); s.models.addAll(['«bb»']);`,
      [comparison, item(0), argument("deepEquals", 0)],
      [item(0), argument("s.models.addAll", 0)],
    );
  });

  it("gives to a loop's name what it goes over, and reads the labels of records", () => {
    expect(
      `void f() { for (final model in ['«aa»', '«bb»']) { go('«cc»'); } }\nfinal r = (id: '«dd»', name: '«ee»');`,
      [item(0), assignment("model")],
      [item(1, "aa"), assignment("model")],
      [argument("go", 0)],
      [property("id"), assignment("r")],
      [property("name"), assignment("r")],
    );
  });
});
