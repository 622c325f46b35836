import assert from "node:assert/strict";
import { openCatalog } from "../../src/catalog/open.ts";
import { createEngine } from "../../src/createEngine.ts";
import type { Engine } from "../../src/engine.ts";
import { mayStandAlone } from "../../src/identify/bareNames.ts";
import { closedModel, index } from "../catalog/records.ts";

const engine: Engine = createEngine(
  openCatalog(index([closedModel("openai/gpt-4o", { names: { openai: ["gpt-4o", "gpt-4o-mini", "gpt-4.1"] } })])),
);

/** What is found in a document: each name with its role. */
function rolesIn(path: string, text: string): readonly string[] {
  return engine.analyze({ path, text }).references.map(({ candidate, role }) => `${candidate.text} ${role}`);
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

  it("is none where it is the path of an attribute", () => {
    const text = 'import transformers\nvision_model_keys = ["visual.patch_embed", "acme/vision-7b"]\n';
    assert.deepEqual(rolesIn("visual.py", text), ["acme/vision-7b option"]);
  });

  it("is none where it is the path of a module, and is not looked up for it", () => {
    assert.equal(mayStandAlone("community.azure.azure_rm_image_info"), false);
    assert.equal(mayStandAlone("anthropic.claude-v2"), true);
    assert.equal(mayStandAlone("vit_base_patch16_224.augreg_in21k"), true);
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
});

describe("a model that no record knows", () => {
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
});
