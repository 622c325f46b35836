import assert from "node:assert/strict";
import type { Frame } from "../../src/detect/frame.ts";
import { javascript } from "../../src/detect/languages/javascript.ts";
import {
  address,
  argument,
  assignment,
  comparison,
  enumeration,
  expectCandidates,
  fallback,
  flag,
  item,
  property,
  union,
} from "./scannerExpectations.ts";

const expect = (marked: string, ...contexts: (readonly Frame[])[]): void => expectCandidates(javascript, marked, contexts);

describe("detecting candidates in JavaScript and TypeScript", () => {
  describe("calls and objects", () => {
    it("goes through nested calls and keys", () => {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is the source that is scanned
      expect("const { text } = await generateText({ model: openai('«gpt-4o»'), prompt: `a ${b} c` });", [
        argument("openai", 0),
        property("model"),
        argument("generateText", 0),
      ]);
    });
    it("takes constructors, optional calls and type arguments as calls", () => {
      expect(`const llm = new ChatOpenAI({ model: "«gpt-4o»" });`, [property("model"), argument("ChatOpenAI", 0), assignment("llm")]);
      expect(`client?.chat?.("«gpt-4o»"); this.#run<Map<string, "a">>("«o3»")`, [argument("client.chat", 0)], [argument("this.#run", 0)]);
      expect(`client\n  .chat // say\n  .completions.create({ model: "«gpt-4o»" })`, [
        property("model"),
        argument("client.chat.completions.create", 0),
      ]);
    });
    it("reads quoted keys, and leaves keys and methods out", () => {
      expect(
        `const p = { "gpt-4o": 1, 'model': "«o3»", default: "«aa»", run(m = "«bb»") { return "«cc»" }, ["x"+y]: "«dd»" }`,
        [property("model"), assignment("p")],
        [property("default"), assignment("p")],
        [assignment("m")],
        [assignment("run")],
        [property(""), assignment("p")],
      );
    });
    it("keeps what stood before an element, and the flag of an option", () => {
      expect(
        `spawn("«ollama»", ["«run»", "--model", "«o3»"])`,
        [argument("spawn", 0)],
        [item(0), argument("spawn", 1)],
        [flag("--model"), item(2, "--model"), argument("spawn", 1)],
      );
      expect(
        `run("«tool»", "«serve»", "--model", "«o3»"); declare("--model", "«name»")`,
        [argument("run", 0)],
        [argument("run", 1)],
        [flag("--model"), argument("run", 3)],
        [argument("declare", 1), flag("--model")],
      );
      expect(
        `const a = ["--model-revision", "«o3»"], b = ["-m", "«o3»"]`,
        [item(1, "--model-revision"), assignment("a")],
        [item(1, "-m"), assignment("b")],
      );
      expect(`program.option("-m, --model <name>", "the model", "«gpt-4o»")`, [fallback("-m,--model<name>")]);
    });
    it("reads what a program is told to do, in the list of its arguments and in a command line", () => {
      const operand = (command: string): Frame => ({ kind: "operand", command, position: 0 });
      expect(
        `spawn("«ollama»", ["«run»", "«mistral»"]); execSync("vllm serve «a/b-7b»")`,
        [argument("spawn", 0)],
        [item(0), argument("spawn", 1)],
        [operand("ollama run"), item(1, "run"), argument("spawn", 1)],
        [operand("vllm serve"), argument("execSync", 0)],
      );
      expect(`const o = { command: "ollama run «mistral»", hint: "ollama run mistral" }`, [
        operand("ollama run"),
        property("command"),
        assignment("o"),
      ]);
      expect(
        `const providers = ["«ollama»", "«openai»", "«run»"]`,
        [item(0), assignment("providers")],
        [item(1, "ollama"), assignment("providers")],
        [item(2, "openai"), assignment("providers")],
      );
    });
    it("takes the value of a flag that stands in the same string", () => {
      expect(
        `const o = { args: ["--model=«gpt-4o»"] }; run("-m=«o3»", '--log-file=«gpt-4o.txt»')`,
        [flag("--model"), item(0), property("args"), assignment("o")],
        [flag("-m"), argument("run", 0)],
        [flag("--log-file"), argument("run", 1), flag("-m")],
      );
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is the source that is scanned
      expect("run([`--model=${name}`, `--model=org/${name}`]); switch (a) { case '--model=gpt-4o': f() }");
    });
    it("ends the context at a block", () => {
      expect(`it("«runs»", async () => { const r = await chat("«gpt-4o»") })`, [argument("it", 0)], [argument("chat", 0), assignment("r")]);
      expect(`xs.map((x) => ({ model: "«gpt-4o»" }))`, [property("model"), argument("xs.map", 0)]);
    });
  });

  describe("assignments", () => {
    it("names variables, fields and members, with types and without", () => {
      expect(`const m: Model | undefined = "«aa»", n = '«bb»'\nlet o = \`«cc»\``, [assignment("m")], [assignment("n")], [assignment("o")]);
      expect(
        `class A extends B<string> {\n  private readonly model: string = "«aa»";\n  static M = '«bb»'\n  #p = "«cc»"\n  @Input("«dd»") e = "«ee»"\n  constructor(private m = "«ff»") { this.model = "«gg»" }\n}`,
        [assignment("model")],
        [assignment("M")],
        [assignment("#p")],
        [argument("Input", 0)],
        [assignment("e")],
        [assignment("m")],
        [assignment("this.model")],
      );
    });
    it("names defaults of parameters and of what is taken apart", () => {
      expect(
        `function f(model: string = "«aa»", { a = "«bb»", b: c = "«cc»" } = {}) {}`,
        [assignment("model")],
        [assignment("a")],
        [assignment("c"), property("b")],
      );
      expect(`const { model = "«aa»" } = options`, [assignment("model")]);
      expect(`export default ({ model = "«aa»" }: { model?: string } = {}): string => model`, [assignment("model")]);
    });
    it("ends a statement with its line where it can", () => {
      expect(`const a = b\nrun("«aa»")\nconst c = d\n  || "«bb»"\n`, [argument("run", 0)], [fallback("d"), assignment("c")]);
    });
  });

  it("names what a default stands in for", () => {
    expect(`const m = process.env.MODEL ?? "«gpt-4o»"`, [fallback("MODEL"), assignment("m")]);
    expect(`const m = process.env["«MODEL»"] || '«gpt-4o»'`, [comparison], [fallback("MODEL"), assignment("m")]);
    expect(`f({ model: options?.model ?? "«gpt-4o»" })`, [fallback("options.model"), property("model"), argument("f", 0)]);
    expect(`const m = (env.M as string) || "«aa»"`, [fallback(null), assignment("m")]);
    expect(`const m = fast ? "«aa»" : "«bb»"`, [fallback(null), assignment("m")], [fallback(null), assignment("m")]);
    expect(`const m = o.m ? o.m : "«bb»"`, [fallback("o.m"), assignment("m")]);
    expect(`o.m ??= "«aa»"`, [fallback("o.m"), assignment("o.m")]);
    expect(
      `const [m, setM] = useLocalStorage("«model»", "«aa»")`,
      [argument("useLocalStorage", 0), assignment("m")],
      [fallback("model"), assignment("m")],
    );
    expect(
      `yargs.option("«model»", { alias: "«mm»", default: "«aa»" })`,
      [argument("yargs.option", 0)],
      [property("alias"), argument("yargs.option", 1)],
      [fallback("model"), argument("yargs.option", 1)],
    );
    expect(
      `yargs.option({ default: "«aa»" }); f("«model»", { default: "«bb»" })`,
      [property("default"), argument("yargs.option", 0)],
      [argument("f", 0)],
      [property("default"), argument("f", 1)],
    );
    expect(`const m = useQuery("«model»", "«aa»")`, [argument("useQuery", 0), assignment("m")], [argument("useQuery", 1), assignment("m")]);
  });

  it("takes what is stored under a key for its value: forms, query strings, storages", () => {
    expect(
      `form.append("model", "«aa»"); url.searchParams.set("model", "«bb»"); localStorage.setItem("chosenModel", "«cc»");`,
      [property("model"), argument("form.append", 1)],
      [property("model"), argument("url.searchParams.set", 1)],
      [property("chosenModel"), argument("localStorage.setItem", 1)],
    );
    expect(`list.append("«aa»"); known.set(id, "«bb»")`, [argument("list.append", 0)], [argument("known.set", 1)]);
  });

  it("knows the defaults of stored settings, of commands and of options", () => {
    expect(
      `const m = localStorage.getItem("«model»") || "«aa»"; const n = interaction.options.getString("«model»") ?? "«bb»";`,
      [argument("localStorage.getItem", 0), assignment("m")],
      [fallback("model"), assignment("m")],
      [argument("interaction.options.getString", 0), assignment("n")],
      [fallback("model"), assignment("n")],
    );
    expect(`program.option("--model <id>", "Which one", "«aa»")`, [fallback("--model<id>")]);
    expect(`program.addOption(new Option("--model <id>", "Which one").default("«aa»"))`, [
      fallback("--model<id>"),
      argument("program.addOption", 0),
    ]);
    expect(
      `const m = useCookie("«model»", { default: () => "«aa»" }); const n = defineModel("«model»", { default: "«bb»" });`,
      [argument("useCookie", 0), assignment("m")],
      [fallback("model"), argument("useCookie", 1), assignment("m")],
      [argument("defineModel", 0), assignment("n")],
      [fallback("model"), argument("defineModel", 1), assignment("n")],
    );
    expect(`const s = z.object({ model: z.string().default("«aa»") })`, [
      fallback(null),
      property("model"),
      argument("z.object", 0),
      assignment("s"),
    ]);
  });

  it("gives a block behind an arrow, and a method of an object, the name before it", () => {
    expect(
      `const model = (): string => { if (x) { return "«aa»" } return "«bb»" }\nreturn "«cc»"`,
      [assignment("model")],
      [assignment("model")],
      [],
    );
    expect(`f({ model: () => { return "«aa»" }, other() { return "«bb»" } })`, [assignment("model")], [assignment("other")]);
  });

  it("gives what a callback gives no name", () => {
    expect(`const model = list.map((m) => { return "«aa»" })`, []);
    expect(`f(() => { return "«aa»" })`, []);
  });

  it("gives what a call gives to the first name of an array pattern", () => {
    expect(`const [model, setModel] = useState<string>("«aa»")`, [argument("useState", 0), assignment("model")]);
    expect(`const [model]: [string] = f("«aa»"); const x = { [model]: "«bb»" }`, [argument("f", 0)], [property(""), assignment("x")]);
  });

  it("takes what a project's own assertion is given behind its first argument for what it expects", () => {
    expect(
      `assertModel(result, "«aa»", { model: "«bb»" })`,
      [comparison, argument("assertModel", 1)],
      [comparison, property("model"), argument("assertModel", 2)],
    );
    expect(`assertWorks("«aa»"); assertion(x, "«bb»")`, [argument("assertWorks", 0)], [argument("assertion", 1)]);
  });

  it("marks comparisons, labels of cases and expected values", () => {
    expect(
      `const e = document.getElementById("«aa»"); e.querySelector("«bb»")`,
      [comparison, argument("document.getElementById", 0), assignment("e")],
      [comparison, argument("e.querySelector", 0)],
    );
    expect(`if (m === "«aa»" || "«bb»" != m) x = "«cc»"`, [comparison], [comparison], [assignment("x")]);
    expect(`switch (m) { case "«aa»": x = "«bb»"; break; default: x = "«cc»" }`, [comparison], [assignment("x")], [assignment("x")]);
    expect(`if (["«aa»", "«bb»"].includes(m)) f()`, [comparison, item(0)], [comparison, item(1, "aa")]);
    expect(`m.startsWith("«gpt»")`, [comparison, argument("m.startsWith", 0)]);
    expect(
      `expect(call({ model: "«aa»" })).not.toEqual({ model: "«bb»" })`,
      [property("model"), argument("call", 0), argument("expect", 0)],
      [comparison, property("model"), argument("not.toEqual", 0)],
    );
    expect(`expect(m).toBe("«aa»"); assert.equal(m, '«bb»')`, [comparison, argument("toBe", 0)], [comparison, argument("assert.equal", 1)]);
    expect(`x = prices["«gpt-4o»"]`, [comparison]);
    expect(
      `expect(field).toHaveDisplayValue("«aa»"); expect(send).toHaveBeenCalledExactlyOnceWith({ model: "«bb»" })`,
      [comparison, argument("toHaveDisplayValue", 0)],
      [comparison, property("model"), argument("toHaveBeenCalledExactlyOnceWith", 0)],
    );
    expect(
      `sinon.assert.calledOnceWithExactly(run, "«aa»"); calledOnce("«bb»")`,
      [comparison, argument("sinon.assert.calledOnceWithExactly", 1)],
      [argument("calledOnce", 0)],
    );
  });

  it("gives what a function or method returns its name, and what an inner one returns nothing of the outer one's", () => {
    expect(
      `export function defaultModel(p: string): string | null {\n  switch (p) {\n    case x:\n      return "«aa»";\n    default:\n      return p ? "«bb»" : "«cc»";\n  }\n}`,
      [assignment("defaultModel")],
      [fallback(null), assignment("defaultModel")],
      [fallback(null), assignment("defaultModel")],
    );
    expect(
      `class A {\n  get model() { return "«aa»" }\n  async modelOf(x: B): Promise<string> { if (x) return "«bb»"; return run("«cc»") }\n}`,
      [assignment("model")],
      [assignment("modelOf")],
      [argument("run", 0), assignment("modelOf")],
    );
    expect(
      `function models() {\n  return list.map((x) => { return "«aa»" })\n}\nfunction model(x) {\n  return x === "«bb»"\n}`,
      [],
      [comparison, assignment("model")],
    );
  });

  describe("types", () => {
    it("declares the members of unions and enums", () => {
      expect(`type Model =\n  | "«aa»"\n  | "«bb»"\nconst x = "«cc»"`, [union("Model")], [union("Model")], [assignment("x")]);
      expect(`interface Options { model?: "«aa»" | "«bb»"; size: number }`, [union("model")], [union("model")]);
      expect(
        `function f(m: "«aa»" | "«bb»" = "«aa»"): Promise<Array<string>> { g("«cc»") }`,
        [union("m")],
        [union("m")],
        [assignment("m")],
        [argument("g", 0)],
      );
      expect(
        `export const enum Model { Small = "«aa»", Large = "«bb»" }`,
        [assignment("Small"), enumeration("Model")],
        [assignment("Large"), enumeration("Model")],
      );
    });
    it("leaves out what a value is cast to, and type arguments", () => {
      expect(
        `const a = b as "aa" | "bb", c = ["«cc»"] as const satisfies readonly string[]\nuse<"dd">("«ee»")`,
        [item(0), assignment("c")],
        [argument("use", 0)],
      );
    });
  });

  describe("strings and what looks like them", () => {
    it("tells regular expressions from divisions", () => {
      expect(
        `const r = /["']/g.test("«aa»"), d = a / b / "«bb»"; if (x) /'/.test(y); z = "«cc»"`,
        [argument("test", 0), assignment("r")],
        [assignment("d")],
        [assignment("z")],
      );
    });
    it("scans the code inside templates, however deep", () => {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is the source that is scanned
      expect("const a = `x${f(`y${g('«aa»')}`)}z`; b = `«bb»`", [argument("g", 0)], [assignment("b")]);
    });
    it("leaves out comments, directives, and parts of longer strings", () => {
      expect(`"use strict";\n// "aa"\n/* "bb" */ a = "cc" + d; e += "ff"; g = h + 'ii'`);
    });
    it("decodes escapes and keeps the range of what is written", () => {
      const { candidates } = javascript.detect(String.raw`m = 'gpt\u002d4o'`);
      assert.deepEqual(candidates, [{ text: "gpt-4o", range: { start: 5, end: 16 }, context: [assignment("m")], cell: null }]);
    });
    it("finds the model in addresses of hubs", () => {
      expect(
        `u = "https://huggingface.co/«Xenova/all-MiniLM-L6-v2»/resolve/main/"; v = "https://ollama.com/library/«llama3:8b»"`,
        [address("huggingface"), assignment("u")],
        [address("ollama"), assignment("v")],
      );
    });
  });

  describe("markup", () => {
    it("takes attributes for named arguments and leaves text out", () => {
      expect(
        `const e = <Chat.Box model="«aa»" other={"«bb»"} onClick={() => set("«cc»")}>It's "dd" {"ee"} {c && <Bar data-m="«ff»"/>}</Chat.Box>; x = "«gg»"`,
        [argument("Chat.Box", "model"), assignment("e")],
        [argument("Chat.Box", "other"), assignment("e")],
        [argument("set", 0), argument("Chat.Box", "onClick"), assignment("e")],
        [argument("Bar", "data-m")],
        [assignment("x")],
      );
    });
    it("tells type parameters from elements", () => {
      expect(
        `const f = <T,>(x: T) => "«aa»"\nconst g = <T>(x: T) => ({ model: "«bb»" })\nconst h = <T extends A>(x: T) => "«cc»"`,
        [assignment("f")],
        [property("model"), assignment("g")],
        [assignment("h")],
      );
    });
  });

  it("collects the modules that are imported", () => {
    const { modules, candidates } = javascript.detect(
      `import { openai } from "@ai-sdk/openai"; import "side"; import type { A } from './a';\nexport * from "b"; const c = require("c"), d = await import("d");`,
    );
    assert.deepEqual(modules, ["@ai-sdk/openai", "side", "./a", "b", "c", "d"]);
    assert.deepEqual(candidates, []);
  });

  describe("broken code", () => {
    it("ends an open string with its line, an open bracket at the next statement", () => {
      expect(`const a = f("aa\nconst b = "«bb»"`, [assignment("b")]);
      expect(`const a = f({ model: "«aa»",\nconst b = "«bb»"`, [property("model"), argument("f", 0), assignment("a")], [assignment("b")]);
      expect(`function f() {\n  g([1, (\n  return h("«aa»")\n}\nconst b = "«bb»"`, [argument("h", 0), assignment("f")], [assignment("b")]);
    });
    it("ends an element that is never closed at the next statement", () => {
      expect(
        `const a = <div className="«aa»">text\nexport const b = "«bb»"`,
        [argument("div", "className"), assignment("a")],
        [assignment("b")],
      );
    });
  });

  describe("arrow functions", () => {
    it("have parameters with defaults, the last of which stands before the arrow", () => {
      expect(`const Chat = ({ model = "«aa»" }) => view();`, [assignment("model"), assignment("Chat")]);
      expect(`const ask = (q, model = "«aa»") => { go("«bb»"); };`, [assignment("model"), assignment("ask")], [argument("go", 0)]);
      expect(`list.map((x, model = "«aa»") => x)`, [assignment("model"), argument("list.map", 0)]);
    });
  });
  describe("loops", () => {
    it("give what they go over to their name", () => {
      expect(
        `for (const model of ["«aa»", "«bb»"]) { go("«cc»"); }`,
        [item(0), assignment("model")],
        [item(1, "aa"), assignment("model")],
        [argument("go", 0)],
      );
      expect(
        `for (const [name, model] of [["«aa»", "«bb»"]]) {}`,
        [item(0), assignment("name"), item(0)],
        [item(1, "aa"), assignment("model"), item(0)],
      );
      expect(
        `["«aa»", "«bb»"].forEach((model) => go("«cc»"));`,
        [item(0), assignment("model")],
        [item(1, "aa"), assignment("model")],
        [argument("go", 0), argument("forEach", 0)],
      );
      expect(`["«aa»"].map(async (model: string) => go(model));`, [item(0), assignment("model")]);
    });
    it("are not all that has an `of`, or a list with a method", () => {
      expect(
        `const a = of("«aa»"); import { of } from "rxjs"; const of = ["«bb»"];`,
        [argument("of", 0), assignment("a")],
        [item(0), assignment("of")],
      );
      expect(`["«aa»"].join((model) => 1); [x, y].map((model) => ["«bb»"]);`, [item(0)], [item(0), argument("map", 0)]);
      expect(`for (const m of models) { if (["«aa»"].includes(m)) {} }`, [comparison, item(0)]);
    });
  });
  it("takes the default in an object that a decorator is given for what it decorates", () => {
    expect(
      `class A {
  @Column({ type: "«text»", default: "«aa»" }) private readonly model?: string;
  @Prop({ type: String, default: '«bb»' }) chat!: string;
  @Default("«cc»") @Column llm: string;
  @ApiProperty({ example: "«dd»" }) other: string;
  x = Column({ default: "«ee»" });
}`,
      [property("type"), argument("Column", 0)],
      [assignment("model")],
      [assignment("chat")],
      [assignment("llm")],
      [property("example"), argument("ApiProperty", 0)],
      [property("default"), argument("Column", 0), assignment("x")],
    );
  });
  it("does not read programs in strings", () => {
    expect('const a = `const model = "gpt-4o";`;\nconst b = `\nimport { x } from "y";\nrun({ model: "gpt-4o" });\n`;');
  });
});
