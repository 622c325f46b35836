import assert from "node:assert/strict";
import type { Frame } from "../../../src/detect/frame.ts";
import { swift } from "../../../src/detect/languages/swift.ts";
import { argument, assignment, comparison, enumeration, expectCandidates, fallback, item, property } from "../scannerExpectations.ts";

const expect = (marked: string, ...contexts: (readonly Frame[])[]): void => expectCandidates(swift, marked, contexts);

describe("detecting candidates in Swift", () => {
  it("names constants, properties and parameters", () => {
    expect(
      `extension Model { static let gpt4o = "«gpt-4o»" }\nstruct A {\n  let model: String = "«aa»"\n  var other: String? = "«bb»"\n  init(model: String = "«cc»", _ n: Int = 3) {}\n}`,
      [assignment("gpt4o")],
      [assignment("model")],
      [assignment("other")],
      [assignment("model")],
    );
  });

  it("gives what functions and properties give their name", () => {
    expect(
      `struct A {\n  var model: String { "«aa»" }\n  var other: String { return "«bb»" }\n  func third() -> String { return "«cc»" }\n}`,
      [assignment("model")],
      [assignment("other")],
      [assignment("third")],
    );
    expect(
      `enum M { var id: String { switch self {\n  case .a: return "«aa»"\n  default: return "«bb»" } } }`,
      [assignment("id")],
      [assignment("id")],
    );
  });

  it("gives what the branches of a switch give", () => {
    expect(
      `var name: String {\n  switch self {\n  case .a: "«aa»"\n  case .b:\n    "«bb»"\n  case .c(let x): x\n  default: "«cc»"\n  }\n}\nfunc f() { switch x { case .a: "no".count; default: go("«dd»") } }`,
      [assignment("name")],
      [assignment("name")],
      [assignment("name")],
      [argument("go", 0)],
    );
  });

  it("takes raw values of an enum for a set", () => {
    expect(
      `enum Model: String, Codable {\n  case a = "«aa»", b = "«bb»"\n  case c\n  static let best = "«cc»"\n}`,
      [assignment("a"), enumeration("Model")],
      [assignment("b"), enumeration("Model")],
      [assignment("best")],
    );
  });

  it("reads arguments with and without labels", () => {
    expect(
      `let q = ChatQuery(messages: [], model: "«gpt-4o»")\nrun("«aa»", model: .init("«bb»"))`,
      [argument("ChatQuery", "model"), assignment("q")],
      [argument("run", 0)],
      [argument("run", "model")],
    );
    expect(`client.run { x in\n  send("«aa»")\n}`, [argument("send", 0)]);
  });

  it("reads every block that a call is given behind it", () => {
    expect(
      `run {\n  send("«aa»")\n} onFailure: {\n  let model = "«bb»"\n} completion: { x in\n  send("«cc»")\n}\nsend("«dd»")`,
      [argument("send", 0)],
      [assignment("model")],
      [argument("send", 0)],
      [argument("send", 0)],
    );
  });

  it("reads dictionaries and arrays, and leaves the keys out", () => {
    expect(`let d: [String: Any] = ["model": "«aa»", "gpt-4o": 2.5]`, [property("model"), assignment("d")]);
    expect(`let l = ["«aa»", "«bb»"]`, [item(0), assignment("l")], [item(1, "aa"), assignment("l")]);
  });

  it("names what a default stands in for", () => {
    expect(`let m = ProcessInfo.processInfo.environment["«M1»"] ?? "«aa»"`, [comparison], [fallback("M1"), assignment("m")]);
    expect(`let m = fast ? "«aa»" : "«bb»"`, [fallback(null), assignment("m")], [fallback(null), assignment("m")]);
  });

  it("marks comparisons, labels and expected values", () => {
    expect(`if m == "«aa»" { x = "«bb»" }`, [comparison], [assignment("x")]);
    expect(
      `switch m {\ncase "«aa»", "«bb»":\n  x = "«cc»"\ndefault: x = "«dd»" }`,
      [comparison],
      [comparison],
      [assignment("x")],
      [assignment("x")],
    );
    expect(`XCTAssertEqual(m, "«aa»")`, [comparison, argument("XCTAssertEqual", 1)]);
  });

  it("reads raw strings, and leaves out those with something filled in", () => {
    expect(
      `let a = #"«gpt-4o»"#; let b = "gpt-\\(n)"; let c = #"x\\#(n)"#; let d = """\n  gpt-4o\n  """; run("«aa»")`,
      [assignment("a")],
      [argument("run", 0)],
    );
  });

  it("nests comments", () => {
    expect(`/* "aa" /* "bb" */ "cc" */ run("«dd»") /// "ee"`, [argument("run", 0)]);
  });

  it("lists what is imported", () => {
    assert.deepEqual(swift.detect("import OpenAI\n@testable import Chat\nimport struct Foundation.URL\n").modules, [
      "OpenAI",
      "Chat",
      "Foundation.URL",
    ]);
  });

  it("takes what a member of the expected type is made of for the value", () => {
    expect(
      `let p = Parameters(model: .custom("«aa»"))\nView(defaultModel: .constant("«bb»"), x: .pair("«cc»", "«dd»"))\nlet m: Model = .init("«ee»")`,
      [argument("Parameters", "model"), assignment("p")],
      [argument("View", "defaultModel")],
      [argument("View", "x")],
      [argument("pair", 1), argument("View", "x")],
      [assignment("m")],
    );
    expect(
      `let label = Text(x).tag("«aa»")\nPicker("«bb»", selection: $x)\n  .tag("«cc»")\nif m == .custom("«dd»") {}`,
      [argument("tag", 0), assignment("label")],
      [argument("Picker", 0)],
      [argument("tag", 0)],
      [argument("custom", 0)],
    );
  });

  it("knows the defaults of property wrappers", () => {
    expect(
      `struct S { @UserDefault("model", defaultValue: "«aa»") static var m: String }`.replace('"model"', '"«model»"'),
      [argument("UserDefault", 0)],
      [fallback("model")],
    );
    expect(`_model = State(initialValue: "«aa»")`, [argument("State", "initialValue"), assignment("_model")]);
  });

  it("sees a text through what makes JSON of it", () => {
    expect(
      `let body = ["model": AnyCodable("«aa»"), "a": JSONValue.string("«bb»"), "b": Other("«cc»")]`,
      [property("model"), assignment("body")],
      [property("a"), assignment("body")],
      [argument("Other", 0), property("b"), assignment("body")],
    );
  });

  it("takes the branches of an expression for values, and forgets what its condition binds", () => {
    expect(
      `let model = if fast { "«aa»" } else { "«bb»" }\nlet other = if let m = env["M"] { m } else { "«cc»" }`,
      [fallback(null), assignment("model")],
      [fallback(null), assignment("model")],
      [fallback(null), assignment("other")],
    );
    expect(
      `if let m = make("«aa»") { go("«bb»") }\nif model == "«cc»" { go("«dd»") }\nwhile let m = next("«ee»") { go("«ff»") }`,
      [argument("make", 0), assignment("m")],
      [argument("go", 0)],
      [comparison],
      [argument("go", 0)],
      [argument("next", 0), assignment("m")],
      [argument("go", 0)],
    );
    expect(`func f() -> String {\n  if let m = x { "«aa»" } else { "«bb»" }\n}`, [assignment("f")], [assignment("f")]);
  });

  it("reads the default of a dictionary's key, and no other index", () => {
    expect(
      `let a = env["M", default: "«aa»"]\nlet b = env["«bb»"]\nlet c = grid["«cc»", at: "«dd»"]`,
      [fallback("M"), assignment("a")],
      [comparison],
      [comparison],
      [fallback("cc"), assignment("c")],
    );
  });

  it("reads the labels of tuples", () => {
    expect(
      `let models = [(id: "«aa»", name: "«bb»")]\nlet t = (id: "«cc»", size: 3)\nlet f = { (model: String) -> String in "no" }`,
      [property("id"), item(0), assignment("models")],
      [property("name"), item(0), assignment("models")],
      [property("id"), assignment("t")],
    );
  });

  it("gives to a loop's name what it goes over, and nothing that stands in its body", () => {
    expect(
      `for model in ["«aa»", "«bb»"] { go("«cc»") }\nfor (label, model) in [("x-x", "«dd»")] { }\nmodels.map { model in go("«ee»") }`.replace(
        '"x-x"',
        '"«x-x»"',
      ),
      [item(0), assignment("model")],
      [item(1, "aa"), assignment("model")],
      [argument("go", 0)],
      [item(0), assignment("label"), item(0)],
      [item(1, "x-x"), assignment("model"), item(0)],
      [argument("go", 0)],
    );
  });
});
