import assert from "node:assert/strict";
import { closedModel } from "../catalog/records.ts";
import { rolesBy } from "./found.ts";

const rolesIn = rolesBy([
  closedModel("openai/gpt-4o", { names: { openai: ["gpt-4o", "gpt-4.1", "gpt-5"] } }),
  closedModel("xai/grok", { names: { xai: ["grok-4"] } }),
  closedModel("qwen/qwen3", { names: { huggingface: ["Qwen/Qwen3-8B", "Qwen/Qwen3-4B", "Qwen/Qwen3-1.7B"] } }),
]);

describe("a model that only what is further out says to be one", () => {
  it("is the value of a table of models, or an element of its lists", () => {
    assert.deepEqual(rolesIn("a.ts", 'const DEFAULT_MODELS = { xai: "grok-4" };\nconst modelMap = { fast: "grok-4" };\n'), [
      "grok-4 option",
      "grok-4 option",
    ]);
    assert.deepEqual(rolesIn("a.ts", 'const MODEL_LIST = { xai: ["grok-4"] };\n'), ["grok-4 option"]);
    assert.deepEqual(rolesIn("a.ts", 'const DEFAULT_ITEMS = { xai: "grok-4" };\nconst modelInfo = { fast: "grok-4" };\n'), []);
  });

  it("is a hub id that nobody knows in a table of models, where the file shows who reads it", () => {
    const table = (name: string): string => `${name} = {"ja": "acme/wave-large-ja", "ca": "acme/wave-large-ca"}\n`;
    assert.deepEqual(rolesIn("a.py", `import transformers\n${table("ALIGN_MODELS")}`), [
      "acme/wave-large-ja option",
      "acme/wave-large-ca option",
    ]);
    assert.deepEqual(rolesIn("a.py", table("ALIGN_MODELS")), []);
    assert.deepEqual(rolesIn("a.py", `import transformers\n${table("ALIGN_FILES")}`), []);
    assert.deepEqual(rolesIn("a.py", 'import transformers\nMODELS = {"dataset": "acme/pages-large"}\n'), []);
  });

  it("is one of a list in which others are known by their names alone", () => {
    const found = ["gpt-4o option", "gpt-4.1 option", "grok-4 option"];
    assert.deepEqual(rolesIn("a.ts", 'const offered = ["gpt-4o", "gpt-4.1", "grok-4", "grok"];\n'), found);
    assert.deepEqual(rolesIn("a.go", 'var s = []M{{Name: "gpt-4o"}, {Name: "gpt-4.1"}, {Name: "grok-4"}, {Name: "Grok"}}\n'), found);
    assert.deepEqual(rolesIn("a.ts", 'type Offered = "gpt-4o" | "gpt-4.1" | "grok-4";\n'), found);
    // one known name may be a coincidence, and a list beside it is another
    assert.deepEqual(rolesIn("a.ts", 'const offered = ["gpt-4o", "grok-4"];\n'), ["gpt-4o option"]);
    assert.deepEqual(rolesIn("a.ts", 'const offered = ["gpt-4o", "gpt-4.1"];\nconst ships = ["grok-4"];\n'), found.slice(0, 2));
    // what people call it is its label
    assert.deepEqual(rolesIn("a.ts", 'const offered = [["gpt-4o", "GPT-4o"], ["gpt-4.1", "GPT-4.1"]];\n'), found.slice(0, 2));
  });

  it("is one of a mapping, or of the values of a variable, that says nothing of models and has others", () => {
    const found = ["gpt-4o option", "gpt-4.1 option", "grok-4 option"];
    assert.deepEqual(
      rolesIn("a.ts", 'const tiers = { fast: "gpt-4o", mid: "gpt-4.1", best: "grok-4", brand: "grok", Brand: "Grok-4" };\n'),
      found,
    );
    assert.deepEqual(rolesIn("a.yaml", "tiers:\n  fast: gpt-4o\n  mid: gpt-4.1\n  best: grok-4\n"), found);
    assert.deepEqual(rolesIn("A.kt", 'val t = mapOf("fast" to "gpt-4o", "mid" to "gpt-4.1", "best" to "grok-4")\n'), found);
    const used = ["gpt-4o use", "gpt-4.1 use", "grok-4 use"];
    assert.deepEqual(rolesIn("a.py", 'tiers = dict(fast="gpt-4o", mid="gpt-4.1", best="grok-4")\n'), used);
    assert.deepEqual(rolesIn("a.ts", 'const tier = fast ? "gpt-4o" : mid ? "gpt-4.1" : "grok-4";\n'), used);
    assert.deepEqual(
      rolesIn("a.py", 'def pick(t):\n  if t == 1: return "gpt-4o"\n  if t == 2: return "gpt-4.1"\n  return "grok-4"\n'),
      used,
    );
    // one known name may be a coincidence, what stands beside the mapping is not in it, and a record says several things of one
    assert.deepEqual(rolesIn("a.ts", 'const tiers = { fast: "gpt-4o", best: "grok-4" };\n'), found.slice(0, 1));
    assert.deepEqual(
      rolesIn("a.ts", 'const a = { fast: "gpt-4o", mid: "gpt-4.1" };\nconst ship = { best: "grok-4" };\n'),
      found.slice(0, 2),
    );
    assert.deepEqual(rolesIn("a.json", '{"x": {"id": "gpt-4o", "name": "gpt-4.1", "hull": "grok-4"}}\n'), used.slice(0, 2));
    assert.deepEqual(rolesIn("a.json", '{"x": {"fast": "gpt-4o", "mid": "gpt-4.1", "architecture": "grok-4"}}\n'), used.slice(0, 2));
  });

  it("is one of several that a call is given, and there to choose from", () => {
    const attribute = (name: string): string => `param([${name}('gpt-4o', 'gpt-4.1', 'gpt-5', 'grok-4')][string]$Model)\n`;
    assert.deepEqual(rolesIn("a.ps1", attribute("Completions")), ["gpt-4o option", "gpt-4.1 option", "gpt-5 option", "grok-4 option"]);
    // two may be from and to
    assert.deepEqual(rolesIn("a.rb", 'move("gpt-4o", "gpt-4.1", "grok-4")\n'), ["gpt-4o use", "gpt-4.1 use"]);
    // one row each
    assert.deepEqual(rolesIn("a.rb", 'add("gpt-4o", 1)\nadd(1, "gpt-4o")\nadd(1, 2, "gpt-4o")\n'), [
      "gpt-4o use",
      "gpt-4o use",
      "gpt-4o use",
    ]);
  });

  it("is one of a list of models in which others are known, whether anybody knows it or not", () => {
    const list = (name: string, ...more: readonly string[]): string => `const ${name} = ${JSON.stringify(["gpt-4o", ...more])};\n`;
    assert.deepEqual(rolesIn("a.ts", list("models", "gpt-4.1", "acme-4k", "WAVE-7B")), [
      "gpt-4o option",
      "gpt-4.1 option",
      "acme-4k option",
    ]);
    assert.deepEqual(rolesIn("a.ts", list("models", "acme-4k")), ["gpt-4o option"]);
    assert.deepEqual(rolesIn("a.ts", list("models", "gpt-4.1", "my-custom-4k")).length, 2);
    // where nothing says that it is of models, the name has to say its size
    assert.deepEqual(rolesIn("a.ts", list("offered", "gpt-4.1", "acme-4k", "wave-vl:7b")), [
      "gpt-4o option",
      "gpt-4.1 option",
      "wave-vl:7b option",
    ]);
    assert.deepEqual(rolesIn("a.ts", list("offered", "wave-vl:7b")), ["gpt-4o option"]);
  });

  it("is the id of an option in a list of models, and of what describes one", () => {
    const option = (list: string): string => `const ${list} = [{ value: "grok-4", label: "Grok" }];\n`;
    assert.deepEqual(rolesIn("a.ts", option("modelList") + option("MODEL_OPTIONS")), ["grok-4 option", "grok-4 option"]);
    assert.deepEqual(rolesIn("a.ts", option("shipList")), []);
    assert.deepEqual(rolesIn("A.kt", 'val A = LocalModelSpec(id = "grok-4")\nval B = Ship(id = "grok-4")\n'), ["grok-4 option"]);
    // its name may be a label
    assert.deepEqual(rolesIn("A.kt", 'val a = f(ModelInfo(name = "grok-4"), ModelInfo(name = "Grok-4"), ModelInfo(name = "grok"))\n'), [
      "grok-4 option",
    ]);
  });

  it("is one of a record of a mapping, and of the members of an enum, in which others are known", () => {
    const records = "offers:\n  a: { id: gpt-4o }\n  b: { id: gpt-4.1 }\n  c: { id: grok-4 }\n";
    assert.deepEqual(rolesIn("a.yaml", records).length, 3);
    assert.deepEqual(rolesIn("a.yaml", records.replace("{ id: gpt-4.1 }", "{ at: gpt-4.1 }")).length, 2);
    const members = 'enum class M(val code: String) { A("gpt-4o"), B("gpt-4.1"), C("grok-4") }\n';
    assert.deepEqual(rolesIn("A.kt", members).length, 3);
    assert.deepEqual(rolesIn("A.kt", members.replace("class M", "class TemplateType")).length, 2);
  });

  it("is an organisation's name beside several known ones, whether anybody has listed it or not", () => {
    const list = (more: string): string => `const offered = ["Qwen/Qwen3-8B", "Qwen/Qwen3-4B", "Qwen/Qwen3-1.7B", "${more}"];\n`;
    assert.deepEqual(rolesIn("a.ts", list("acme/wave-7b")).length, 4);
    assert.deepEqual(rolesIn("a.ts", list("acme")).length, 3);
    assert.deepEqual(rolesIn("a.ts", list("acme/extra_params")).length, 3);
    assert.deepEqual(rolesIn("a.ts", 'const offered = ["Qwen/Qwen3-8B", "acme/wave-7b"];\n').length, 1);
  });

  it("is what a mapping gives for a provider, where the mapping's name says that it is a model", () => {
    assert.deepEqual(rolesIn("a.rb", "default_model = { xai: 'grok-4', ship: 'grok-4' }\n"), ["grok-4 option"]);
    assert.deepEqual(rolesIn("a.rb", "default_item = { xai: 'grok-4' }\n"), []);
  });

  it("is what a client is made with", () => {
    assert.deepEqual(rolesIn("a.rb", "c = AiClient.new('grok-4')\nd = Ship.new('grok-4')\n"), ["grok-4 use"]);
    assert.deepEqual(rolesIn("A.cs", 'var c = new ChatClient("grok-4");\nvar d = new Ship("grok-4");\nx.AddChatClient("grok-4", y);\n'), [
      "grok-4 use",
    ]);
  });

  it("is what is given to what makes a client of one who serves models, wherever it stands", () => {
    const call = (callee: string): string => `package a\n\nvar p = ${callee}("http://localhost", "grok-4", nil)\n`;
    for (const callee of [
      "NewOllamaProvider",
      "providers.NewXAIClient",
      "NewMistralProviderWithURL",
      "new_openai_client",
      "groq.NewGroqChat",
    ])
      assert.deepEqual(rolesIn("a.go", call(callee)), ["grok-4 use"], callee);
    for (const callee of ["NewShipProvider", "NewOllamaShip", "NewCollamaClient", "ollama"])
      assert.deepEqual(rolesIn("a.go", call(callee)), [], callee);
    // who serves is no model
    assert.deepEqual(rolesIn("a.go", 'package a\n\nvar p = NewOpenAIProvider("grok", nil)\n'), []);
  });

  it("is a member of an enum of kinds of models", () => {
    assert.deepEqual(rolesIn("a.ts", 'enum ChatModelType { GROK = "grok-4" }\n'), ["grok-4 option"]);
    assert.deepEqual(rolesIn("a.ts", 'enum ThemeType { GROK = "grok-4" }\n'), []);
  });

  it("is what a function makes a model of, and in use", () => {
    assert.deepEqual(rolesIn("a.ts", 'run({ model: provider("grok-4") });\nrun({ model: google("gpt-4o") });\n'), [
      "grok-4 use",
      "gpt-4o use",
    ]);
    assert.deepEqual(rolesIn("a.ts", 'run({ theme: provider("grok-4") });\nrun({ model: modelName("x").familyName("grok-4") });\n'), []);
  });

  it("is a name that nobody knows in a list of models of which several are known", () => {
    const list = (name: string, more: string): string => `const ${name} = ["gpt-4o", "gpt-4.1", "grok-4", "${more}"];\n`;
    assert.deepEqual(rolesIn("a.ts", list("SUPPORTED_MODELS", "acme-wave-2-large")).length, 4);
    assert.deepEqual(rolesIn("a.ts", list("SUPPORTED_MODELS", "acme-wave")).length, 3);
    assert.deepEqual(rolesIn("a.ts", list("SUPPORTED_MODELS", "custom-model-2")).length, 3);
    assert.deepEqual(rolesIn("a.ts", list("SUPPORTED_SHIPS", "acme-wave-2-large")).length, 3);
    assert.deepEqual(rolesIn("a.ts", 'const SUPPORTED_MODELS = ["gpt-4o", "acme-wave-2-large"];\n').length, 1);
  });

  it("is a hub's name that nobody knows, with a variant too, in a list of several known ones", () => {
    const list = (more: string): string => `const ids = ["Qwen/Qwen3-8B", "Qwen/Qwen3-4B", "Qwen/Qwen3-1.7B", "${more}"];\n`;
    for (const name of ["acme/wave-2b", "acme/wave-2b:free"]) assert.deepEqual(rolesIn("a.ts", list(name)).at(-1), `${name} option`);
    for (const name of ["acme/wave", "acme/wave-2b:Q9_Z"]) assert.equal(rolesIn("a.ts", list(name)).length, 3);
  });

  it("is one more of what a call is given, beside three that are known", () => {
    const names = ["gpt-4o", "gpt-4.1", "Qwen/Qwen3-8B"];
    const calls = (more: string): string => [...names, more].map((name) => `add(Spec("${name}"));\n`).join("");
    assert.deepEqual(rolesIn("a.ts", calls("acme-wave:70b")).length, 4);
    assert.deepEqual(rolesIn("a.ts", calls("acme-wave:latest")).length, 3);
    assert.deepEqual(rolesIn("a.ts", calls("acme-stub:70b")).length, 3);
    assert.deepEqual(rolesIn("a.ts", 'add(Spec("gpt-4o"));\nadd(Spec("gpt-4.1"));\nadd(Spec("acme-wave:70b"));\n').length, 2);
    assert.deepEqual(rolesIn("a.ts", `${calls("gpt-4o")}add(Other("acme-wave:70b"));\n`).length, 4);
  });

  it("is the id of a record that a mapping of models has", () => {
    assert.deepEqual(rolesIn("a.ts", 'const MODELS = { large: { id: "grok-4" } };\nconst themes = { large: { id: "grok-4" } };\n'), [
      "grok-4 option",
    ]);
  });

  it("is one of a provider's list in a mapping of models, whichever kind they are said to be of", () => {
    assert.deepEqual(rolesIn("a.json", '{ "LLM_AVAILABLE_MODELS": { "xai": ["grok-4"] }, "LLM_THEMES": { "xai": ["grok-4"] } }'), [
      "grok-4 option",
    ]);
  });

  it("is the value of a choice in a list of models", () => {
    assert.deepEqual(rolesIn("a.ts", 'const models = [{ value: "grok-4" }];\n'), ["grok-4 option"]);
    assert.deepEqual(rolesIn("a.ts", 'const themes = [{ value: "grok-4" }];\n'), []);
  });

  it("is what a member of an enum of models is made with under its own name, or is written as", () => {
    const java =
      'enum ModelName { SMALL(1, "acme-4k"), GROK_4(2, "grok-4", "gpt-4o"), WAVE_7B_Q4(7, "wave-7b-GGUF", "wave-7b.Q4.gguf"); }\n';
    assert.deepEqual(rolesIn("A.java", `import dev.langchain4j.x;\n${java}`), ["grok-4 option", "gpt-4o option", "wave-7b-GGUF option"]);
    assert.deepEqual(rolesIn("A.java", java.replace("ModelName", "Ship")), ["gpt-4o option"]);
    assert.deepEqual(rolesIn("a.dart", "enum AiModel { grok(name: 'Grok', id: 'grok-4') }\nenum Ship { grok(id: 'grok-4') }\n"), [
      "grok-4 option",
    ]);
    const written = (name: string): string => `enum ${name} { [EnumMember(Value = "grok-4")] Grok4, [Description("grok-4")] Other }\n`;
    assert.deepEqual(rolesIn("A.cs", written("ChatModel") + written("Ship")), ["grok-4 option"]);
    assert.deepEqual(
      rolesIn("a.rs", 'enum ChatModel { #[serde(rename = "grok-4")] Grok4, #[serde(rename_all = "kebab-case")] A { b: u8 } }\n'),
      ["grok-4 option"],
    );
  });

  it("is a constant of a class that keeps models by its name, and in use where it is the one that is taken", () => {
    const models = (name: string): string =>
      `object ${name} {\n  const val GPT_4O = "gpt-4o"\n  val GPT_41 = "gpt-4.1"\n  val GROK = "grok"\n  val GROK_4 = "grok-4"\n  val WAVE_CHAT = "wave-chat"\n  val MODE = "best-effort"\n}\n`;
    const found = ["gpt-4o option", "gpt-4.1 option", "grok-4 option", "wave-chat option"];
    assert.deepEqual(rolesIn("A.kt", models("ModelIds")), found);
    assert.deepEqual(rolesIn("A.kt", models("Ships")), ["gpt-4o use", "gpt-4.1 use"]);
    assert.deepEqual(rolesIn("A.cs", 'static class ChatModels { const string DefaultModel = "grok-4"; const string Hint = "grok-4"; }\n'), [
      "grok-4 use",
      "grok-4 option",
    ]);
    assert.deepEqual(rolesIn("A.cs", 'class ShipModel { const string Hint = "grok-4"; }\n'), []);
  });
});
