import assert from "node:assert/strict";
import { openCatalog } from "../../src/catalog/open.ts";
import { createEngine } from "../../src/createEngine.ts";
import type { Engine } from "../../src/engine.ts";
import { mayStandAlone } from "../../src/identify/bareNames.ts";
import { closedModel, index } from "../catalog/records.ts";
import { namesBy } from "./found.ts";

const engine: Engine = createEngine(
  openCatalog(index([closedModel("openai/gpt-4o", { names: { openai: ["gpt-4o", "gpt-4o-mini", "gpt-4.1"] } })])),
);

/** What is found in a document: each name with its role. */
function rolesIn(path: string, text: string): readonly string[] {
  return engine.analyze({ path, text }).references.map(({ candidate, role }) => `${candidate.text} ${role}`);
}

const everyday: Engine = createEngine(
  openCatalog(index([closedModel("openai/gpt-4o", { names: { openai: ["gpt-4o", "gpt-4o-mini", "gpt-4.1", "o3"] } })])),
);

/** The same with a name that is an everyday word. */
function everydayIn(path: string, text: string): readonly string[] {
  return everyday.analyze({ path, text }).references.map(({ candidate }) => candidate.text);
}

describe("what looks like a model", () => {
  it("is none where a text is rewritten", () => {
    assert.deepEqual(rolesIn("names.py", 'model = name.replace("gpt_4o", "gpt-4o")\n'), []);
    assert.deepEqual(rolesIn("names.py", 'model = choose("x", "gpt-4o")\n'), ["gpt-4o use"]);
  });

  it("is none where it is what clients call it, or where a run pushes its result", () => {
    const proxy = "model_list:\n  - model_name: gpt-4o\n    litellm_params:\n      model: openai/gpt-4.1\n";
    assert.deepEqual(rolesIn("litellm.yaml", proxy), ["openai/gpt-4.1 use"]);
    assert.deepEqual(rolesIn("train.yaml", "base_model: acme/base-7b\nhub_model_id: acme/tuned-7b\n"), ["acme/base-7b use"]);
  });

  it("is shown, not chosen, under a schema's examples", () => {
    const yaml = "model:\n  type: string\n  example: gpt-4o\nrequest:\n  examples:\n    - model: gpt-4o\nserver:\n  model: gpt-4.1\n";
    assert.deepEqual(rolesIn("openapi.yaml", yaml), ["gpt-4o option", "gpt-4.1 use"]);
  });

  it("is none where what is made for a model is called as the model is", () => {
    assert.deepEqual(rolesIn("a.go", 'package a\n\nfunc parserName(arch string) string {\n\treturn "gpt-4o"\n}\n'), []);
    assert.deepEqual(rolesIn("a.go", 'package a\n\nfunc pick(arch string) string {\n\treturn "gpt-4o"\n}\n'), ["gpt-4o use"]);
    assert.deepEqual(rolesIn("a.go", 'package a\n\nvar p = parsers.ParserForName("gpt-4o")\nvar q = parser.Run("gpt-4o")\n'), [
      "gpt-4o use",
    ]);
    assert.deepEqual(rolesIn("vllm.yaml", "reasoning_parser: gpt-4o\nrenderer: gpt-4o\n"), []);
    // what lists the values of an argument only checks them
    assert.deepEqual(rolesIn("a.rs", '#[arg(long, value_parser = ["gpt-4o"])]\nmodel: String,\n'), ["gpt-4o option"]);
    assert.deepEqual(rolesIn("a.py", 'settings = Settings(service_id="gpt-4o", ai_model_id="gpt-4.1")\n'), ["gpt-4.1 use"]);
  });

  it("is none where it is the path of an attribute", () => {
    const text = 'import transformers\nvision_model_keys = ["visual.patch_embed", "acme/vision-7b"]\n';
    assert.deepEqual(rolesIn("visual.py", text), ["acme/vision-7b option"]);
  });

  it("needs no number behind a family's name that was made up for it", () => {
    for (const name of ["deepseek-chat", "qwen-max", "codestral-latest"]) assert.equal(mayStandAlone(name), true, name);
    for (const name of ["nova-pro", "command-light", "granite-code", "deepseek", "qwen_max"])
      assert.equal(mayStandAlone(name), false, name);
  });

  it("is none where a test says that any could stand there", () => {
    const unlisted = createEngine(openCatalog(index([closedModel("openai/gpt-unlisted", { names: { openai: ["gpt-*"] } })])));
    const names = (text: string): readonly string[] => unlisted.analyze({ path: "a.py", text }).references.map((one) => one.candidate.text);
    assert.deepEqual(names('Model("x", model="gpt-test")\nModel("x", model="gpt-9")\nModel("x", model="gpt-5.1-custom")\n'), ["gpt-9"]);
  });

  it("is none where it is the path of a module, and is not looked up for it", () => {
    assert.equal(mayStandAlone("community.azure.azure_rm_image_info"), false);
    assert.equal(mayStandAlone("anthropic.claude-v2"), true);
    assert.equal(mayStandAlone("param-1"), false);
    assert.equal(mayStandAlone("whisper-1"), true);
    assert.equal(mayStandAlone("whisper-2"), false);
    // an extension of VS Code
    assert.equal(mayStandAlone("anthropic.claude-code"), false);
    assert.equal(mayStandAlone("vit_base_patch16_224.augreg_in21k"), true);
    // in capitals, symbols and parts of devices, unless an owner writes its models so
    assert.equal(mayStandAlone("ACME-AI/WAVE-4.0-32B"), true);
    assert.equal(mayStandAlone("WAVE/WAVE-4-9B-0414"), true);
    for (const name of ["AV2010/21B", "SNZB-02B", "MODEL/WAVE-4", "WAVE-7B"]) assert.equal(mayStandAlone(name), false, name);
  });

  it("is none where a test expects it", () => {
    for (const [path, text] of [
      ["a_test.py", 'expected_model = "gpt-4o"\n'],
      ["a_test.py", 'expected = {"model": "gpt-4o"}\n'],
      ["a_test.go", 'package a\n\nvar tests = []T{{name: "x", want: "gpt-4o"}}\n'],
      ["a_test.go", 'package a\n\nvar tests = []T{{want: request{Model: "gpt-4o"}}}\n'],
      ["a.test.ts", 'expect(request).toMatchInlineSnapshot(`\n  {\n    "model": "gpt-4o",\n  }\n`);\n'],
      ["a.test.ts", 'expect(request).toMatchInlineSnapshot({ model: "gpt-4o" });\n'],
      ["a_test.py", 'from inline_snapshot import snapshot\nassert result == snapshot([Answer(model="gpt-4o")])\n'],
      ["a_test.py", 'assert url == "https://huggingface.co/openai/gpt-4o"\n'],
    ] as const) {
      assert.deepEqual(rolesIn(path, text), [], text);
    }
    assert.deepEqual(
      rolesIn("a_test.py", 'expected_text = ask(model="gpt-4o")\nassert ask(model="gpt-4o") == snapshot(model="gpt-4o")\n'),
      ["gpt-4o use", "gpt-4o use", "gpt-4o use"],
    );
    assert.deepEqual(rolesIn("a.py", 'wanted_model = "gpt-4o"\nexpectation = "gpt-4o"\n'), ["gpt-4o use", "gpt-4o use"]);
  });

  it("is none where a family's name only begins the name of something else", () => {
    const text = '@Profile("gpt-4o-chat-test")\nclass ChatIT { String session = "gpt-4o-session-2"; String model = "gpt-4o-chat"; }\n';
    assert.deepEqual(rolesIn("ChatIT.java", text), []);
  });

  it("is none where it only begins as a maker's names do that nobody has listed", () => {
    const catalog = openCatalog(index([closedModel("acme/gpt-unlisted", { names: { openai: ["gpt-*"] } })]));
    const found = (text: string): readonly string[] =>
      createEngine(catalog)
        .analyze({ path: "a.ts", text })
        .references.map(({ candidate }) => candidate.text);
    assert.deepEqual(found('const slug = "gpt-researcher-setup-2", other = "gpt-guide.yml";\n'), []);
    assert.deepEqual(found('const slug = "gpt-9-nova", other = "gpt-large-9-fast";\n'), ["gpt-9-nova", "gpt-large-9-fast"]);
    assert.deepEqual(found('import OpenAI from "openai";\nconst slug = "gpt-live-preview-2";\n'), ["gpt-live-preview-2"]);
    assert.deepEqual(found('const gptLivePreview2 = "gpt-live-preview-2";\n'), ["gpt-live-preview-2"]);
  });

  it("is none where a page for people is told", () => {
    const text =
      '{ "docsUrl": "https://huggingface.co/acme/base-7b", "url": "https://huggingface.co/acme/base-7b/blob/main/README.md",' +
      ' "weights": "https://huggingface.co/acme/base-7b/resolve/main/model.gguf" }\n';
    assert.deepEqual(rolesIn("models.json", text), ["acme/base-7b use"]);
  });

  it("is none where it names a cloud's resource of its own", () => {
    assert.deepEqual(rolesIn("main.tf", 'model_package_name = "arn:aws:sagemaker:us-east-1:1:model-package/gpt-4o-7b"\n'), []);
  });

  it("is called so where the key of a look-up says nothing of it", () => {
    assert.deepEqual(rolesIn("A.cs", 'var deploymentName = config["Azure:Deployment"] ?? "gpt-4o";\n'), ["gpt-4o use"]);
    // what is looked up says more than the key
    assert.deepEqual(rolesIn("A.kt", 'fun modelId(displayName: String) = known[displayName] ?: "gpt-4o"\n'), ["gpt-4o use"]);
    assert.deepEqual(rolesIn("A.kt", 'fun title(displayName: String) = known[displayName] ?: "gpt-4o"\n'), []);
    assert.deepEqual(rolesIn("a.md", '```python\nmodel_name = os.getenv("X", "gpt-4o")\n```\n'), ["gpt-4o option"]);
    assert.deepEqual(rolesIn("a.md", '```python\ntitle = os.getenv("X", "gpt-4o")\n```\n'), []);
  });

  it("is none where it only stands for one", () => {
    for (const name of ["provider/model-id", "primary-model", "veo-unknown-model", "custom-chat-v2", "my-deployment", "provider:model"]) {
      assert.deepEqual(rolesIn("app.py", `import openai\nmodel = "${name}"\n`), [], name);
    }
    assert.deepEqual(rolesIn("app.py", 'import openai\nmodel = "acme-chat-v2"\n'), ["acme-chat-v2 use"]);
    // an organisation's name is no part of the model's
    assert.deepEqual(rolesIn("app.py", 'import transformers\nmodel = "acme-test/chat-v2"\n'), ["acme-test/chat-v2 use"]);
  });

  it("is none where its form is an id's", () => {
    for (const id of ["ft-AF1WoRqd3aJAHsqc9NY7iL8F", "c42c4e6b-f054-44d7-ae1f-6726cc41da88"]) {
      assert.deepEqual(rolesIn("app.py", `import openai\nmodel = "${id}"\n`), [], id);
    }
  });

  it("is none where a training's own checkpoint is named", () => {
    assert.deepEqual(rolesIn("train.py", 'import transformers\ntrain(checkpoint="single-best")\n'), []);
    assert.deepEqual(rolesIn("train.py", 'import transformers\ntrain(checkpoint="acme/chat-v2")\n'), ["acme/chat-v2 use"]);
  });

  it("is none where it is a host with its port", () => {
    const hosts = openCatalog(index([closedModel("openai/gpt", { names: { other: ["gpt-chat-2*"], ollama: ["gpt-chat-2:7b"] } })]));
    const found = (text: string): number => createEngine(hosts).analyze({ path: "a.py", text }).references.length;
    assert.equal(found('connect("gpt-chat-2:8000")\n'), 0);
    assert.equal(found('connect("gpt-chat-2:7b")\n'), 1);
  });

  it("is kept for a choice where it is registered", () => {
    assert.deepEqual(rolesIn("plugin.py", 'import openai\nregister(Chat("gpt-4o"))\nrun(Chat("gpt-4.1"))\n'), [
      "gpt-4o option",
      "gpt-4.1 use",
    ]);
  });

  it("is none where people are only shown it", () => {
    assert.deepEqual(rolesIn("A.swift", 'Text("gpt-4o")\nLabel("gpt-4o", systemImage: "sun.max")\n'), []);
    assert.deepEqual(rolesIn("A.swift", 'Text("GPT").tag("gpt-4o")\n'), ["gpt-4o use"]);
    assert.deepEqual(rolesIn("A.java", 'var a = builder().modelName("gpt-4o").displayName("gpt-4.1").build();\n'), ["gpt-4o use"]);
    assert.deepEqual(rolesIn("A.java", 'modelField.setText("gpt-4o");\n'), ["gpt-4o use"]);
  });

  it("is none where its page at the hub is read: a licence, a task's references", () => {
    const page = "https://huggingface.co/acme/base-7b";
    assert.deepEqual(rolesIn("A.kt", `val a = Weights(licenceUrl = "${page}")\n`), []);
    assert.deepEqual(rolesIn("A.kt", `val a = Weights(downloadUrl = "${page}/resolve/main/a.bin")\n`), ["acme/base-7b use"]);
    assert.deepEqual(rolesIn("a.yaml", `references:\n  - "${page}"\n`), []);
    assert.deepEqual(rolesIn("a.yaml", `weights:\n  - "${page}"\n`), ["acme/base-7b use"]);
  });

  it("is none where names only begin with it", () => {
    assert.deepEqual(rolesIn("a.ts", 'const reasoningModelPrefixes = ["gpt-4o", "gpt-4.1"];\n'), []);
    assert.deepEqual(rolesIn("a.ts", 'const reasoningModels = ["gpt-4o", "gpt-4.1"];\n'), ["gpt-4o option", "gpt-4.1 option"]);
  });

  it("is none where it is the task that a hub sorts models by", () => {
    const tasks = 'import OpenAI from "openai";\nconst models = ["image-text-to-text", "text2text-generation", "acme-text-to-video-2"];\n';
    assert.deepEqual(rolesIn("a.ts", tasks), ["acme-text-to-video-2 option"]);
  });

  it("is an everyday word that a register of models calls a constant by", () => {
    const cases = 'case gpt4o = "gpt-4o"\n  case gpt4oMini = "gpt-4o-mini"\n  case gpt41 = "gpt-4.1"\n';
    assert.deepEqual(everydayIn("A.swift", `enum ChatModel: String {\n  ${cases}  case o3 = "o3"\n}\n`), [
      "gpt-4o",
      "gpt-4o-mini",
      "gpt-4.1",
      "o3",
    ]);
    const constants = cases.replace(/case/g, "let");
    assert.deepEqual(everydayIn("A.swift", `struct Names {\n  ${constants}  let gas = "o3"\n}\n`), ["gpt-4o", "gpt-4o-mini", "gpt-4.1"]);
  });

  it("is an everyday word that others of its list go on from, or that the file's runtime takes for a size", () => {
    const sonar = namesBy([
      closedModel("perplexity/sonar", { names: { perplexity: ["sonar", "sonar-pro-2", "sonar-mini-2"] } }),
      closedModel("openai/whisper", { names: { huggingface: ["openai/whisper-small", "openai/whisper-tiny", "openai/whisper-large-v3"] } }),
    ]);
    assert.deepEqual(sonar("a.R", 'models <- c("sonar", "sonar-pro-2", "sonar-mini-2")\n'), ["sonar", "sonar-pro-2", "sonar-mini-2"]);
    assert.deepEqual(sonar("a.R", 'models <- c("sonar", "sonar-pro-2", "radar", "echo")\n'), ["sonar-pro-2"]);
    assert.deepEqual(sonar("a.R", 'menu <- c("sonar-pro-2", "sonar-mini-2", "pro")\n'), ["sonar-pro-2", "sonar-mini-2"]);
    const sizes = 'models = ["tiny", "small", "large-v3", "none"]\n';
    assert.deepEqual(sonar("a.py", `import whisper\n${sizes}`), ["tiny", "small", "large-v3"]);
    assert.deepEqual(sonar("a.py", sizes), []);
  });

  it("is the id of a record in a list of models, also an everyday word", () => {
    const list = (id: string): string => `{ "models": [{ "id": "gpt-4o" }, { "id": "gpt-4.1" }, { "id": "${id}", "name": "X" }] }`;
    assert.deepEqual(everydayIn("a.json", list("o3")), ["gpt-4o", "gpt-4.1", "o3"]);
    assert.deepEqual(everydayIn("a.json", list("o9")), ["gpt-4o", "gpt-4.1"]);
  });
});

describe("a model that no record knows", () => {
  it("is what Fireworks has under an account, whoever reads it", () => {
    assert.deepEqual(rolesIn("a.ts", 'ask("accounts/fireworks/models/acme-wave-2");\nask("accounts/acme/shapes/wave-2");\n'), [
      "accounts/fireworks/models/acme-wave-2 use",
    ]);
  });

  const provider = (module: string): string => `import { create } from "${module}";\nconst modelId = "acme-dream-2";\n`;

  it("is believed where the project's own modules are about such models", () => {
    assert.deepEqual(rolesIn("video.ts", provider("./acme-video-model")), ["acme-dream-2 use"]);
    assert.deepEqual(rolesIn("video.ts", provider("../llm/base")), ["acme-dream-2 use"]);
  });

  it("is not believed where models may be a database's, or a device's", () => {
    assert.deepEqual(rolesIn("device.ts", provider("./device-model")), []);
    assert.deepEqual(rolesIn("device.ts", provider("./email/base")), []);
  });

  it("is not believed for a bare word of two", () => {
    assert.deepEqual(rolesIn("video.ts", 'import { create } from "./acme-video-model";\nconst modelId = "echo-streaming";\n'), []);
  });

  it("is none where a test asks about it", () => {
    for (const [path, text] of [
      ["a.rs", 'fn t() { assert!(!is_chat_model("gpt-4o")); }\n'],
      ["ATests.cs", 'Assert.True(Plugin.UsesResponsesApi("gpt-4o"));\n'],
      ["a.test.ts", 'expect(supportsTools("gpt-4o")).toBe(true);\n'],
    ] as const) {
      assert.deepEqual(rolesIn(path, text), [], text);
    }
    assert.deepEqual(rolesIn("a.rs", 'fn t() { assert!(ask("gpt-4o").is_ok()); }\n'), ["gpt-4o use"]);
    assert.deepEqual(rolesIn("a.ts", 'const r = route(isFast("gpt-4o"));\n'), ["gpt-4o use"]);
  });

  it("is a model where others of its kind stand under the same name, also an everyday word", () => {
    const table = (names: readonly string[]): string =>
      `package a\n\nvar all = []T{\n${names.map((name) => `\t{ModelName: "${name}"},\n`).join("")}}\n`;
    assert.deepEqual(everydayIn("a.go", table(["o3", "gpt-4o", "gpt-4o-mini", "gpt-4.1"])), ["o3", "gpt-4o", "gpt-4o-mini", "gpt-4.1"]);
    assert.deepEqual(everydayIn("a.go", table(["o3", "gpt-4o"])), ["gpt-4o"]);
  });

  it("is a model in a list of models that has several others, also an everyday word", () => {
    assert.deepEqual(everydayIn("A.swift", 'let c = Config(models: ["gpt-4o", "gpt-4o-mini", "o3", "gpt-4.1", "acme-9"])\n'), [
      "gpt-4o",
      "gpt-4o-mini",
      "o3",
      "gpt-4.1",
      "acme-9",
    ]);
    assert.deepEqual(everydayIn("A.swift", 'let c = Config(models: ["gpt-4o", "gpt-4.1", "o3"])\n').length, 3);
    assert.deepEqual(everydayIn("A.swift", 'let c = Config(models: ["gpt-4o", "o3"])\n'), ["gpt-4o"]);
  });

  it("is a model where the name says whose, also an everyday word", () => {
    const source = (key: string): string => `let m = UserDefaults.standard.string(forKey: "${key}") ?? "o3"\n`;
    assert.deepEqual(everydayIn("A.swift", source("openaiSelectedModel")), ["o3"]);
    assert.deepEqual(everydayIn("A.swift", source("carModel")), []);
    assert.deepEqual(everydayIn("de.json", '{ "Settings.LlmModel": "LLM-Modell" }\n'), []);
  });

  it("is none where the name says who publishes models, or how they are built", () => {
    assert.deepEqual(everydayIn("a.go", 'package a\n\nconst ModelPublisherOpenAI ModelPublisher = "o3"\n'), []);
    assert.deepEqual(everydayIn("A.cs", 'var embeddingOnlyArchs = new List<string> { "gpt-4o" };\n'), []);
  });

  it("is none where data is named, and may be one where a setting is set", () => {
    assert.deepEqual(everydayIn("a.py", 'data_sets = ["gpt-4o"]\n'), []);
    assert.deepEqual(everydayIn("a.cpp", 'obs_data_set_default_string(s, "cloud_model", "gpt-4o");\n'), ["gpt-4o"]);
  });

  it("is none where it names an image, a folder or a chart", () => {
    assert.deepEqual(rolesIn("values.yaml", "image:\n  repository: openai/gpt-4o\n  tag: latest\nmodel: gpt-4o\n"), ["gpt-4o use"]);
    assert.deepEqual(rolesIn("values.yaml", "src_dir: charts/gpt-4o\nlabels:\n  helm.sh/chart: gpt-4o-mini\n"), []);
  });

  it("is none in a recording of HTTP", () => {
    const recorded =
      '- request:\n    headers:\n      X-Model:\n        - gpt-4o\n    body:\n      string: |\n        {"model": "gpt-4o"}\n';
    assert.deepEqual(rolesIn("cassettes/chat.yml", `http_interactions:\n${recorded}`), []);
    assert.deepEqual(rolesIn("cassettes/chat.yaml", `interactions:\n${recorded}`), []);
    assert.deepEqual(rolesIn("calls.yaml", `calls:\n${recorded}`), ["gpt-4o option", "gpt-4o use"]);
    const mocked = 'then:\n  status: 200\n  body: |\n    {"model": "gpt-4o", "text": "Hi"}\n';
    assert.deepEqual(rolesIn("chat.yaml", `when:\n  path: /chat\n${mocked}`), []);
    assert.deepEqual(rolesIn("chat.yaml", mocked.replace("then:", "job:")), ["gpt-4o use"]);
  });

  it("is none where a query asks for it, or a page is searched for it", () => {
    assert.deepEqual(rolesIn("a.rb", 'Chat.where(model: "gpt-4o").update_all(model: "gpt-4.1")\n'), ["gpt-4.1 use"]);
    assert.deepEqual(rolesIn("a.php", "<?php\n$chats = Chat::where('model', 'gpt-4o')->get();\n"), []);
    assert.deepEqual(rolesIn("a.test.ts", "screen.getByText('gpt-4o');\npage.getByRole('option', { name: 'gpt-4.1' });\n"), []);
  });

  it("is none where it is the version of a model that stands elsewhere", () => {
    assert.deepEqual(rolesIn(".env", "OLLAMA_HOST=x\nOLLAMA_CHAT_MODEL=gpt-4o\nAZURE_OPENAI_MODEL_VERSION=0125-preview\n"), ["gpt-4o use"]);
  });

  it("is none where it is the anchor of a heading", () => {
    assert.equal(mayStandAlone("step-1-install-the-package"), false);
    assert.equal(mayStandAlone("step-2-16k"), true);
  });

  it("is a model under the key by which a declaration has its value", () => {
    for (const [path, text] of [
      ["schema.json", '{ "properties": { "model": { "type": "string", "default": "gpt-4o" } } }\n'],
      ["main.json", '{ "parameters": { "chatModelName": { "type": "string", "defaultValue": "gpt-4o" } } }\n'],
      ["main.parameters.json", '{ "parameters": { "chatModel": { "value": "gpt-4o" } } }\n'],
      ["stack.yaml", "Parameters:\n  ModelId:\n    Type: String\n    Default: gpt-4o\n"],
      ["a.dart", "final names = {ModelKind.model: 'gpt-4o'};\n"],
      ["flow.json", '{ "model": { "__rl": true, "value": "gpt-4o" } }\n'],
      ["main.parameters.json", '{ "deployments": { "value": [{ "model": { "format": "OpenAI", "name": "gpt-4o" } }] } }\n'],
      ["a.ts", 'const defaultModel = { id: "gpt-4o", name: "GPT" };\n'],
      ["a.vue", '<script setup>\nconst model = ref("gpt-4o");\n</script>\n'],
    ] as const) {
      const [reference] = engine.analyze({ path, text }).references;
      assert.deepEqual([reference?.candidate.text, reference?.role, reference?.evidence], ["gpt-4o", "use", "generic"], text);
    }
    assert.deepEqual(rolesIn("a.json", '{ "models": { "fast": { "id": "gpt-4o" } }, "chat": { "value": "gpt-4.1" } }\n'), [
      "gpt-4o option",
      "gpt-4.1 use",
    ]);
    // a name that nobody knows may be anything that a record has
    assert.deepEqual(rolesIn("a.ts", 'import OpenAI from "openai";\nconst model = { name: "user-profile-2" };\n'), []);
  });
});
