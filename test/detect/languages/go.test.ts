import assert from "node:assert/strict";
import type { Frame } from "../../../src/detect/frame.ts";
import { go } from "../../../src/detect/languages/go.ts";
import { argument, assignment, comparison, expectCandidates, fallback, item, property } from "../scannerExpectations.ts";

const expect = (marked: string, ...contexts: (readonly Frame[])[]): void => expectCandidates(go, marked, contexts);

describe("detecting candidates in Go", () => {
  it("names constants and variables, alone and in blocks, whatever their type", () => {
    expect(
      `const Model = "«aa»"\nconst (\n\tA = "«bb»"\n\tB openai.ChatModel = "«cc»"\n)\nvar m string = "«dd»"\nvar (\n\tn = "«ee»"\n)\n`,
      [assignment("Model")],
      [assignment("A")],
      [assignment("B")],
      [assignment("m")],
      [assignment("n")],
    );
    expect(`func f() {\n\tmodel := "«aa»"\n\tif x == "" {\n\t\tmodel = "«bb»"\n\t}\n}`, [assignment("model")], [assignment("model")]);
  });

  it("takes the fields of a literal for named arguments of its type", () => {
    expect(
      `req := openai.ChatCompletionRequest{\n\tModel: "«gpt-4o»",\n\tMessages: []openai.Message{{Role: "«user»"}},\n}`,
      [argument("openai.ChatCompletionRequest", "Model"), assignment("req")],
      [property("Role"), item(0), argument("openai.ChatCompletionRequest", "Messages"), assignment("req")],
    );
    expect(`r := &api.Request{Model: "«aa»"}`, [argument("api.Request", "Model"), assignment("r")]);
    expect(`r := Request[T]{Model: "«aa»"}`, [argument("Request", "Model"), assignment("r")]);
  });

  it("reads slices, arrays, mappings and tables of tests", () => {
    expect(`var l = []string{"«aa»", "«bb»"}`, [item(0), assignment("l")], [item(1, "aa"), assignment("l")]);
    expect(`var d = map[string]string{"model": "«aa»"}\nvar p = map[string]float64{"gpt-4o": 2.5}\nvar s = map[string]struct{}{"o3": {}}`, [
      property("model"),
      assignment("d"),
    ]);
    expect(
      `tests := []struct{ name, model string }{\n\t{"«aa»", "«bb»"},\n\t{name: "«cc»", model: "«dd»"},\n}`,
      [item(0), item(0), assignment("tests")],
      [item(1, "aa"), item(0), assignment("tests")],
      [property("name"), item(1), assignment("tests")],
      [property("model"), item(1), assignment("tests")],
    );
    expect(`body["k"] = "«aa»"`.replace('"k"', '"«model»"'), [comparison], [property("model")]);
  });

  it("reads functional options and generic calls", () => {
    expect(`llm, err := openai.New(openai.WithModel("«gpt-4o»"))`, [
      argument("openai.WithModel", 0),
      argument("openai.New", 0),
      assignment("err"),
    ]);
    expect(`f[string]("«aa»")`, [argument("f", 0)]);
  });

  it("gives what a function or method returns its name", () => {
    expect(
      `func (c *Client) DefaultModel(x int) (string, error) {\n\tif x == 1 {\n\t\treturn "«aa»", nil\n\t}\n\treturn "«bb»", nil\n}\nfunc model() string { return "«cc»" }`,
      [assignment("DefaultModel")],
      [assignment("DefaultModel")],
      [assignment("model")],
    );
    expect(`func model() { go func() {\n\tsend("«aa»")\n}() }`, [argument("send", 0)]);
  });

  it("names what a default stands in for", () => {
    expect(
      `m := flag.String("«model»", "«gpt-4o»", "a model")`,
      [argument("flag.String", 0), assignment("m")],
      [fallback("model"), assignment("m")],
    );
    expect(`cmd.Flags().StringVarP(&m, "«model»", "m", "«aa»", "a model")`, [argument("StringVarP", 1)], [fallback("model")]);
    expect(
      `f := &cli.StringFlag{Name: "«model»", Value: "«aa»"}`,
      [argument("cli.StringFlag", "Name"), assignment("f")],
      [fallback("model"), assignment("f")],
    );
    expect(`m := cmp.Or(os.Getenv("M"), "«aa»")`, [fallback("M"), assignment("m")]);
    expect(`viper.SetDefault("model", "«aa»")`, [property("model"), argument("viper.SetDefault", 1)]);
  });

  it("marks comparisons, labels and expected values", () => {
    expect(`if m == "«aa»" || strings.HasPrefix(m, "«bb»") {\n}`, [comparison], [comparison, argument("strings.HasPrefix", 1)]);
    expect(
      `switch m {\ncase "«aa»", "«bb»":\n\treturn "«cc»"\ndefault:\n\tx = "«dd»"\n}`,
      [comparison],
      [comparison],
      [],
      [assignment("x")],
    );
    expect(`require.Equal(t, "«aa»", m)`, [comparison, argument("require.Equal", 1)]);
    expect(`convey.So(m, convey.ShouldEqual, "«aa»")`, [comparison, argument("convey.So", 2)]);
    expect(`c.Assert(m, qt.Equals, "«aa»")`, [comparison, argument("c.Assert", 2)]);
    expect(`Expect(models).To(ContainElement("«aa»"))`, [comparison, argument("ContainElement", 0), argument("To", 0)]);
    expect(`Expect(run("«aa»")).To(Succeed())`, [argument("run", 0), argument("Expect", 0)]);
  });

  it("leaves out tags, comments, runes and concatenation", () => {
    expect(
      'type R struct {\n\tModel string `json:"model"`\n}\n//go:embed gpt-4o\n/* "gpt-4o" */\nvar q = \'"\'\nvar s = "gpt-" + n\nvar r = `«gpt-4o»`\n',
      [assignment("r")],
    );
  });

  it("lists what is imported", () => {
    assert.deepEqual(
      go.detect(
        'package x\n\nimport (\n\t"os"\n\topenai "github.com/sashabaranov/go-openai" // "x"\n)\n\nimport alias "a/b"\nimport _ "c/d"\n',
      ).modules,
      ["os", "github.com/sashabaranov/go-openai", "a/b", "c/d"],
    );
  });

  it("reads the defaults in the tags of fields", () => {
    expect(
      'type C struct {\n\tModel string `env:"MODEL" envDefault:"«aa»"`\n\tChat *string `json:"chat" default:"«bb»"`\n\tName string `json:"name,default"`\n}\nvar s = `default:"x"`\n',
      [assignment("Model")],
      [assignment("Chat")],
    );
  });

  it("knows flags behind a call, variables of the environment and pointers", () => {
    expect(
      'package a\nfunc f() {\n\tcmd.Flags().String("«model»", "«aa»", "x")\n\tslog.String("«model»", "«bb»")\n\tm := getStringEnv("«MODEL»", "«cc»")\n\tr := T{Model: openai.F("«dd»")}\n}\n',
      [argument("String", 0)],
      [fallback("model")],
      [argument("slog.String", 0)],
      [argument("slog.String", 1)],
      [argument("getStringEnv", 0), assignment("m")],
      [fallback("MODEL"), assignment("m")],
      [argument("T", "Model"), assignment("r")],
    );
  });

  it("takes what is stored under a key for its value: forms, query strings, JSON texts", () => {
    expect(
      `w.WriteField("model", "«aa»")\nq.Set("model", "«bb»")\nq.Add("model", "«cc»")\nbody, err = sjson.Set(body, "«model»", "«dd»")`,
      [property("model"), argument("w.WriteField", 1)],
      [property("model"), argument("q.Set", 1)],
      [property("model"), argument("q.Add", 1)],
      [argument("sjson.Set", 1), assignment("err")],
      [fallback("model"), assignment("err")],
    );
    expect(`flags.Set("«aa»")\nnames.Add(key, "«bb»")`, [argument("flags.Set", 0)], [argument("names.Add", 1)]);
  });

  it("knows the default of a flag that is declared by methods", () => {
    expect(
      `model := app.Flag("«model»", "«help»").Default("«aa»").String()`,
      [argument("app.Flag", 0), assignment("model")],
      [argument("app.Flag", 1), assignment("model")],
      [fallback("model"), assignment("model")],
    );
  });

  it("takes what a type's String method gives for values of the type", () => {
    expect(
      `func (m ModelID) String() string {\n\tswitch m {\n\tcase A:\n\t\treturn "«aa»"\n\t}\n\treturn "«bb»"\n}`,
      [assignment("ModelID")],
      [assignment("ModelID")],
    );
    expect(
      `func (*Chat) String() string { return "«aa»" }\nfunc (b Box[T]) String() string { return "«bb»" }`,
      [assignment("Chat")],
      [assignment("Box")],
    );
    expect(
      `func (c *Config) Model() string { return "«aa»" }\nfunc String() string { return "«bb»" }\nfunc (c C) Strings() string { return "«cc»" }`,
      [assignment("Model")],
      [assignment("String")],
      [assignment("Strings")],
    );
  });
});
