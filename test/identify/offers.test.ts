import assert from "node:assert/strict";
import { openCatalog } from "../../src/catalog/open.ts";
import { createEngine } from "../../src/createEngine.ts";
import type { Engine } from "../../src/engine.ts";
import { closedModel, index } from "../catalog/records.ts";

const engine: Engine = createEngine(
  openCatalog(
    index([
      closedModel("openai/gpt-4o", { names: { openai: ["gpt-4o", "gpt-4o-mini", "gpt-4o-20*", "gpt-4.1", "gpt-4.1-mini", "gpt-5-*"] } }),
      closedModel("openai/dall-e", { names: { openai: ["dall-e-2", "dall-e-3"] } }),
      closedModel("anthropic/claude", { names: { anthropic: ["claude-3-opus", "claude-3-sonnet", "claude-3-haiku", "claude-opus"] } }),
      closedModel("google/text-embedding", { names: { google: ["text-embedding-004"] } }),
      closedModel("xai/grok", { names: { xai: ["grok-3"] } }),
      closedModel("amazon/nova", { names: { other: ["nova", "nova-2"] } }),
    ]),
  ),
);

/** What is found in a document: each name with its role. */
function rolesIn(path: string, text: string): readonly string[] {
  return engine.analyze({ path, text }).references.map(({ candidate, role }) => `${candidate.text} ${role}`);
}

describe("models that a document only keeps for others", () => {
  it("are constants that are called as what they hold, where there are several", () => {
    assert.deepEqual(
      rolesIn(
        "models.go",
        `package openai\n\nconst (\n\tGPT4o = "gpt-4o"\n\tGPT4Dot1 = "gpt-4.1"\n\tCreateImageModelDallE3 = "dall-e-3"\n)\n`,
      ),
      ["gpt-4o option", "gpt-4.1 option", "dall-e-3 option"],
    );
    const constants = (mark: string): string =>
      ["Gpt4o", "Gpt41", "DallE3"].map((name, i) => `const char* ${mark}${name} = "${["gpt-4o", "gpt-4.1", "dall-e-3"][i]}";\n`).join("");
    assert.deepEqual(rolesIn("models.h", constants("k")), ["gpt-4o option", "gpt-4.1 option", "dall-e-3 option"]);
    assert.deepEqual(rolesIn("models.h", constants("ask")), ["gpt-4o use", "gpt-4.1 use", "dall-e-3 use"]);
  });

  it("are constants beside known ones that nobody knows, where they begin as models do", () => {
    const known = ["GPT_4O", "GPT_4_1", "DALL_E_3"].map(
      (name, i) => `pub const ${name}: &str = "${["gpt-4o", "gpt-4.1", "dall-e-3"][i]}";`,
    );
    const other = [
      'pub const GPT_4O_LIVE_2: &str = "gpt-4o-live-2";',
      'pub const CACHING_2024_07_31: &str = "caching-2024-07-31";',
      'pub const LIMIT_4: &str = "limit-4";',
      'pub const LATEST: &str = "gpt-4o-live-3";',
    ];
    assert.deepEqual(rolesIn("models.rs", [...known, ...other].join("\n")), [
      "gpt-4o option",
      "gpt-4.1 option",
      "dall-e-3 option",
      "gpt-4o-live-2 option",
    ]);
    assert.deepEqual(rolesIn("models.rs", other.join("\n")), []);
  });

  it("are no clients that are called as the models that they are made for", () => {
    const clients = [
      "gpt4o = ChatOpenAI(model='gpt-4o')",
      "gpt41 = ChatOpenAI(model='gpt-4.1')",
      "opus3 = ChatAnthropic(model='claude-3-opus')",
    ];
    const text = `from langchain_openai import ChatOpenAI\nfrom langchain_anthropic import ChatAnthropic\n${clients.join("\n")}\n`;
    assert.deepEqual(rolesIn("compare.py", text), ["gpt-4o use", "gpt-4.1 use", "claude-3-opus use"]);
    const kept =
      "class Compare:\n  def __init__(self):\n    self.gpt4o = 'gpt-4o'\n    self.gpt41 = 'gpt-4.1'\n    self.opus3 = 'claude-3-opus'\n";
    assert.deepEqual(rolesIn("compare.py", kept), ["gpt-4o use", "gpt-4.1 use", "claude-3-opus use"]);
  });

  it("are no variables that are few, where one is given one of several", () => {
    const text = "gpt_35_model = 'gpt-4o' if old else 'gpt-4o-mini'\ngpt_4o_model = 'gpt-4o'\n";
    assert.deepEqual(rolesIn("run.py", text), ["gpt-4o use", "gpt-4o-mini use", "gpt-4o use"]);
  });

  it("are the choices of a form, and the records of a list of models", () => {
    assert.deepEqual(
      rolesIn(
        "Form.jsx",
        'export const F = () => (<div><option value="gpt-4o">x</option><Select.Option value="gpt-4.1" /><SelectItem value="dall-e-3" /></div>);\n',
      ),
      ["gpt-4o option", "gpt-4.1 option", "dall-e-3 option"],
    );
    assert.deepEqual(rolesIn("Chat.jsx", 'export const C = () => <Chat model="gpt-4o" />;\n'), ["gpt-4o use"]);
    assert.deepEqual(
      rolesIn("Provider.php", "<?php\nfunction models() { return [new AiModel('gpt-4o', 'x'), new AiModel('gpt-4.1', 'y')]; }\n"),
      ["gpt-4o option", "gpt-4.1 option"],
    );
    assert.deepEqual(rolesIn("Provider.php", "<?php\n$model = new AiModel('gpt-4o', 'x');\n"), ["gpt-4o use"]);
  });

  it("are what a drop-down is given, and what an enum's members are written as", () => {
    assert.deepEqual(rolesIn("a.ts", 'menu.addOption("gpt-4o", "Omni");\nmenu.addModel("gpt-4.1");\n'), ["gpt-4o option", "gpt-4.1 use"]);
    const cases = ["gpt-4o", "gpt-4.1", "claude-3-opus"].map((name, at) => `      case .m${at}: return "${name}"\n`).join("");
    assert.deepEqual(rolesIn("A.swift", `enum Kind {\n  var value: String {\n    switch self {\n${cases}    }\n  }\n}\n`), [
      "gpt-4o option",
      "gpt-4.1 option",
      "claude-3-opus option",
    ]);
  });

  it("are constants of a large register that are called by words of what they hold", () => {
    const names = ["gpt-4o", "gpt-4o-mini", "gpt-4.1", "gpt-4.1-mini", "dall-e-2", "dall-e-3", "claude-3-opus", "claude-3-sonnet"];
    const symbol = (name: string): string => name.replace(/(?:^|[-.])(.)/g, (_, letter: string) => letter.toUpperCase());
    const register = names.map((name) => `  public const string ${symbol(name)} = "${name}";\n`).join("");
    const more = '  public const string TextEmbedding = "text-embedding-004";\n  public const string ChatModel = "gpt-4o";\n';
    assert.deepEqual(rolesIn("Models.cs", `class Models {\n${register}${more}}\n`).slice(-2), ["text-embedding-004 option", "gpt-4o use"]);
    assert.deepEqual(rolesIn("Models.cs", `class Models {\n${more}}\n`), ["text-embedding-004 use", "gpt-4o use"]);
  });

  it("are not what an option has where nobody chooses", () => {
    assert.deepEqual(rolesIn("cli.ts", 'const answer = ask({ type: "text", default: "gpt-4o", hint: { shown: "gpt-4.1" } });\n'), [
      "gpt-4o use",
      "gpt-4.1 option",
    ]);
  });

  it("are not what a setting has under a key of its own, but what a mapping gives by several", () => {
    assert.deepEqual(rolesIn("a.yaml", "reward:\n  path: gpt-4o\nwriter: { by: gpt-4.1 }\n"), ["gpt-4o use", "gpt-4.1 use"]);
    assert.deepEqual(rolesIn("a.yaml", "aliases:\n  fast: gpt-4o\n  smart: gpt-4.1\n  old: claude-3-opus\n"), [
      "gpt-4o option",
      "gpt-4.1 option",
      "claude-3-opus option",
    ]);
    const aliases = '{"a": {"x": "gpt-4o"}, "b": {"x": "gpt-4.1", "y": "gpt-4.1"}, "c": {"x": "claude-3-opus"}}\n';
    assert.deepEqual(new Set(rolesIn("a.json", aliases)), new Set(["gpt-4o option", "gpt-4.1 option", "claude-3-opus option"]));
  });

  it("are not what a command in a list of steps assigns", () => {
    assert.deepEqual(
      rolesIn(
        ".github/workflows/test.yml",
        `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo "FOR_TEST=gpt-4o-mini" >> "$GITHUB_ENV"\n`,
      ),
      ["gpt-4o-mini use"],
    );
  });

  it("are such constants where their numbers stand together, and where the word behind `Model` is the name's own", () => {
    assert.deepEqual(
      rolesIn(
        "Models.cs",
        `class Models {\n  public const string Claude3Opus = "claude-3-opus";\n  public const string Gpt41Mini = "gpt-4.1-mini";\n  public const string Gpt4o20240513 = "gpt-4o-2024-05-13";\n}\n`,
      ),
      ["claude-3-opus option", "gpt-4.1-mini option", "gpt-4o-2024-05-13 option"],
    );
    assert.deepEqual(rolesIn("models.go", `package a\n\nconst ModelTextDallE3 Model = "dall-e-3"\nconst ModelText = "dall-e-2"\n`), [
      "dall-e-3 use",
    ]);
  });

  it("are not the constants beside them that say which one is used", () => {
    assert.deepEqual(
      rolesIn(
        "Models.kt",
        `val GPT_4O = "gpt-4o"\nval GPT_4_1 = "gpt-4.1"\nval GPT_4O_MINI = "gpt-4o-mini"\nval DEFAULT_GPT_4O = "gpt-4o"\nval chatModel = "gpt-4.1"\n`,
      ),
      ["gpt-4o option", "gpt-4.1 option", "gpt-4o-mini option", "gpt-4o use", "gpt-4.1 use"],
    );
  });

  it("are not a program's one or two constants", () => {
    assert.deepEqual(rolesIn("App.swift", `let gpt4o = "gpt-4o"\nlet dallE3 = "dall-e-3"\n`), ["gpt-4o use", "dall-e-3 use"]);
  });

  it("are records behind such constants", () => {
    const text = ["Gpt4o|gpt-4o", "Gpt4_1|gpt-4.1", "ClaudeOpus3|claude-3-opus"]
      .map((pair) => pair.split("|"))
      .map(([name, id]) => `    val ${name}: LLModel = LLModel(provider = P, id = "${id}")`)
      .join("\n");
    assert.deepEqual(rolesIn("Models.kt", `object Models {\n${text}\n}\n`), ["gpt-4o option", "gpt-4.1 option", "claude-3-opus option"]);
  });

  it("are rows of a table, which names more models than a program runs", () => {
    const rows = (count: number): string =>
      JSON.stringify({ prices: Array.from({ length: count }, (_, at) => ({ model: `gpt-4o-20${10 + at}-01-01`, input: at })) }, null, 1);
    assert.ok(rolesIn("prices.json", rows(30)).every((found) => found.endsWith(" option")));
    assert.deepEqual(rolesIn("settings.json", rows(2)), ["gpt-4o-2010-01-01 use", "gpt-4o-2011-01-01 use"]);
  });

  it("are names that an enum's members are written with", () => {
    assert.deepEqual(
      rolesIn("image.rs", `enum ImageModel {\n    #[serde(rename = "dall-e-2")]\n    DallE2,\n}\nlet model = "dall-e-3";\n`),
      ["dall-e-2 option", "dall-e-3 use"],
    );
  });

  it("include what alone would be too little: a short name by its own constant, in a register", () => {
    const register = `val gpt_4o = "gpt-4o"\nval gpt_4_1 = "gpt-4.1"\nval claude_3_opus = "claude-3-opus"\n`;
    assert.deepEqual(rolesIn("Ids.scala", `${register}val grok_3 = "grok-3"\nval theme = "nova-2"\n`).at(-1), "grok-3 option");
    assert.deepEqual(rolesIn("Ids.scala", `val grok_3 = "grok-3"\nval claude_3_opus = "claude-3-opus"\n`), ["claude-3-opus use"]);
  });
});

describe("test code", () => {
  const inTest = (path: string, text = `val model = "gpt-4o"\n`): readonly boolean[] =>
    engine.analyze({ path, text }).references.map((reference) => reference.inTest);

  it("is known by the folders and files of each language", () => {
    for (const path of [
      "src/commonTest/kotlin/A.kt",
      "App.UnitTests/A.cs",
      "Tests/AppTests/A.swift",
      "app/ATests.swift",
      "src/ASpec.scala",
      "src/tests.rs",
      "spec/a.rb",
      "lib/a_spec.rb",
    ]) {
      assert.deepEqual(inTest(path), [true], path);
    }
    for (const path of ["src/latest/A.kt", "contests/A.cs", "src/Attest.kt", "Testimonials/A.kt", "src/Inspec/A.kt"]) {
      assert.deepEqual(inTest(path), [false], path);
    }
  });

  it("is a Rust file's test module, and not what stands before or behind it", () => {
    const text = `const MODEL: &str = "gpt-4o";\n\n#[cfg(test)]\nmod tests {\n    fn a() { let model = "gpt-4.1"; }\n}\n\nconst CHAT_MODEL: &str = "gpt-4o";\n`;
    assert.deepEqual(inTest("src/a.rs", text), [false, true, false]);
  });
});

describe("a name that nothing speaks for", () => {
  it("is no model behind an organisation that no record names, nor in a service's path or a film's file name", () => {
    assert.deepEqual(
      rolesIn(
        "a.go",
        `package a\n\nvar a = f("issue-5254/gpt")\nvar b = f("v2beta/images/gpt-4o-mini")\nvar c = g("x", "gpt-4o-mini.mp4")\n`,
      ),
      [],
    );
    assert.deepEqual(rolesIn("a.go", `package a\n\nvar a = f("openai/gpt-4o-mini")\n`), ["openai/gpt-4o-mini use"]);
  });

  it("is looked for in documents that have no word of models beside it", () => {
    assert.deepEqual(rolesIn("a.cs", `using OpenAI.Images;\nImageClient client = new("dall-e-2", key);\n`), ["dall-e-2 use"]);
  });
});
