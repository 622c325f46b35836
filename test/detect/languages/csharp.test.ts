import assert from "node:assert/strict";
import type { Frame } from "../../../src/detect/frame.ts";
import { csharp } from "../../../src/detect/languages/csharp.ts";
import { argument, assignment, comparison, enumeration, expectCandidates, fallback, flag, item, property } from "../scannerExpectations.ts";

const expect = (marked: string, ...contexts: (readonly Frame[])[]): void => expectCandidates(csharp, marked, contexts);

describe("detecting candidates in C#", () => {
  it("names constants, properties and parameters", () => {
    expect(
      `class A\n{\n  const string Model = "«aa»";\n  public string ModelId { get; set; } = "«bb»";\n  public string Other => "«cc»";\n  public string Third { get => "«dd»"; }\n  public string Fourth { get { return "«ee»"; } }\n  public A(string? model = "«ff»") : base("«gg»") { }\n}`,
      [assignment("Model")],
      [assignment("ModelId")],
      [assignment("Other")],
      [assignment("Third")],
      [assignment("Fourth")],
      [assignment("model")],
      [argument("base", 0)],
    );
    expect(`record R(string Model = "«aa»", int N = 1) : Q("«bb»");`, [assignment("Model")], [argument("Q", 0)]);
  });

  it("makes an object of the type before the name behind an arrow, too", () => {
    expect(
      `class A { static Model Large => new("«aa»", "«bb»"); static Model Small = new("«cc»"); string Text => "«dd»"; }`,
      [argument("Model", 0), assignment("Large")],
      [argument("Model", 1), assignment("Large")],
      [argument("Model", 0), assignment("Small")],
      [assignment("Text")],
    );
  });

  it("keeps the flag of an option for what its braces say", () => {
    expect(
      `var o = new Option<string>("--model") { DefaultValueFactory = _ => "«aa»" }; var p = new Option<string>("«model»") { Value = "«bb»" };`,
      [argument("Option", "DefaultValueFactory"), flag("--model"), assignment("o")],
      [argument("Option", 0), assignment("p")],
      [argument("Option", "Value"), assignment("p")],
    );
  });

  it("gives what a method gives its name", () => {
    expect(`class A { string Model() => "«aa»"; string Other() { return "«bb»"; } }`, [assignment("Model")], [assignment("Other")]);
    expect(`string Model() => "«aa»";`, [assignment("Model")]);
    expect(`xs.Select(x => "«aa»");`, [argument("xs.Select", 0)]);
  });

  it("takes initialisers for named arguments of their type", () => {
    expect(
      `var o = new ChatOptions\n{\n  ModelId = "«aa»",\n  Stop = { "«bb»" },\n};`,
      [argument("ChatOptions", "ModelId"), assignment("o")],
      [item(0), argument("ChatOptions", "Stop"), assignment("o")],
    );
    expect(
      `Run(new Foo<Bar>(1) { Model = "«aa»" }, x with { Model = "«bb»" });`,
      [argument("Foo", "Model"), argument("Run", 0)],
      [assignment("Model"), argument("Run", 1)],
    );
    expect(`Options o = new()\n{\n  Model = "«aa»",\n};`, [argument("Options", "Model"), assignment("o")]);
  });

  it("reads positional and named arguments, attributes and type arguments", () => {
    expect(`builder.AddOpenAIChatCompletion("«gpt-4o»", key);`, [argument("builder.AddOpenAIChatCompletion", 0)]);
    expect(`var c = new ChatClient(model: "«gpt-4o»", key);`, [argument("ChatClient", "model"), assignment("c")]);
    expect(`[Model(Name = "«aa»")] class A { }`, [argument("Model", "Name"), item(0)]);
  });

  it("takes the declared type for what `new` makes", () => {
    expect(`ChatClient client = new("«gpt-4o»", key);`, [argument("ChatClient", 0), assignment("client")]);
  });

  it("makes lists and dictionaries, and leaves the keys out", () => {
    expect(
      `string[] a = { "«aa»" }; var b = new[] { "«bb»" }; List<string> c = ["«cc»"]; var d = new List<string> { "«dd»" };`,
      [item(0), assignment("a")],
      [item(0), assignment("b")],
      [item(0), assignment("c")],
      [item(0), assignment("d")],
    );
    expect(
      `var d = new Dictionary<string, string> { ["«model»"] = "«aa»" };`,
      [comparison],
      [property("model"), argument("Dictionary", 0), assignment("d")],
    );
    expect(`var p = new Dictionary<string, double> { { "gpt-4o", 2.5 } }; headers.Add("model", "«aa»");`, [
      property("model"),
      argument("headers.Add", 1),
    ]);
  });

  it("names what is stored under a key", () => {
    for (const call of [
      "app.WithEnvironment",
      "app.AddParameter",
      "form.AddField",
      "writer.WriteString",
      "new JProperty",
      "new KeyValuePair<string, string>",
    ]) {
      const callee = call.replace(/^new |<.*/g, "");
      expect(`${call}("model", "«aa»");`, [property("model"), argument(callee, 1)]);
    }
    expect(`app.WithAnnotation("«model»", "«aa»");`, [argument("app.WithAnnotation", 0)], [argument("app.WithAnnotation", 1)]);
  });

  it("names what a default stands in for", () => {
    expect(`var m = config["«Model»"] ?? "«aa»";`, [comparison], [fallback("Model"), assignment("m")]);
    expect(`var m = Environment.GetEnvironmentVariable("M") ?? "«aa»";`, [fallback("M"), assignment("m")]);
    expect(
      `var m = config.GetValue<string>("«Model»", "«aa»");`,
      [argument("config.GetValue", 0), assignment("m")],
      [fallback("Model"), assignment("m")],
    );
    expect(`var m = fast ? "«aa»" : "«bb»";`, [fallback(null), assignment("m")], [fallback(null), assignment("m")]);
  });

  it("takes the members of an enum for a set", () => {
    expect(`enum Model { [EnumMember(Value = "«aa»")] A, B }`, [argument("EnumMember", "Value"), item(0), enumeration("Model")]);
  });

  it("marks comparisons, patterns and expected values", () => {
    expect(`if (m == "«aa»" || m is "«bb»" or "«cc»") { }`, [comparison], [comparison], [comparison]);
    expect(`switch (m) { case "«aa»": x = "«bb»"; break; }`, [comparison], [assignment("x")]);
    expect(`var x = m switch { "aa" => "«bb»", _ => "«cc»" };`, [item(0), assignment("x")], [item(1), assignment("x")]);
    expect(`Assert.Equal("«aa»", m);`, [comparison, argument("Assert.Equal", 0)]);
    expect(
      `Check.That(m).IsEqualTo("«aa»"); r.Should().NotContain("«bb»");`,
      [comparison, argument("IsEqualTo", 0)],
      [comparison, argument("NotContain", 0)],
    );
    for (const method of ["r.Model.ShouldNotBe", "m.LastIndexOf"]) expect(`${method}("«aa»");`, [comparison, argument(method, 0)]);
    expect(`r.ShouldComplete("«aa»");`, [argument("r.ShouldComplete", 0)]);
  });

  it("reads every kind of string", () => {
    expect(
      `var a = @"«gpt-4o»"; var b = $"gpt-{n}"; var c = """«o3»"""; var d = @"a""b"; var e = $@"{x}""y"; var f = '"'; var g = $$"""{{x}}"""; var h = $"«aa»";`,
      [assignment("a")],
      [assignment("c")],
      [assignment("h")],
    );
  });

  it("leaves out comments and what is for the preprocessor", () => {
    expect(`/// <c>"gpt-4o"</c>\n#region "gpt-4o"\n#if X\nrun("«aa»");\n#endif\n`, [argument("run", 0)]);
  });

  it("lists the namespaces that are used", () => {
    assert.deepEqual(csharp.detect("using Azure.AI.OpenAI;\nusing static System.Math;\nglobal using X;\nusing var c = f();\n").modules, [
      "Azure.AI.OpenAI",
      "System.Math",
      "X",
      "c",
    ]);
  });

  it("takes the default in an attribute for what the property behind it is", () => {
    expect(
      `class A {\n  [DefaultValue("«aa»")]\n  [Required, Range(1, 2)] // x\n  public string Model { get; set; }\n  [Option('m', "«long»", Default = "«bb»")] public string? Chat;\n  string Cut() => PlayerPrefs.GetString("«key»", "«cc»");\n}`,
      [assignment("Model")],
      [argument("Option", 1), item(0)],
      [assignment("Chat")],
      [argument("PlayerPrefs.GetString", 0), assignment("Cut")],
      [fallback("key"), assignment("Cut")],
    );
  });

  it("takes the second argument of a method that looks a setting up for its default", () => {
    expect(
      `class A { string A => Get("«OLLAMA_MODEL»", "«aa»"); string B => settings.Get<string>("«Ai:Model»", "«bb»"); string C => cache.Get("«cc»"); }`,
      [argument("Get", 0), assignment("A")],
      [fallback("OLLAMA_MODEL"), assignment("A")],
      [argument("settings.Get", 0), assignment("B")],
      [fallback("Ai:Model"), assignment("B")],
      [argument("cache.Get", 0), assignment("C")],
    );
  });
});
