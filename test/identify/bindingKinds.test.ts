import assert from "node:assert/strict";
import { closedModel, model } from "../catalog/records.ts";
import { namesBy } from "./found.ts";

const namesIn = namesBy([
  closedModel("openai/gpt-4o", { names: { openai: ["gpt-4o", "gpt-4o-mini", "o3"] } }),
  closedModel("openai-open/gpt2", { names: { huggingface: ["gpt2"], ollama: ["mistral"] } }),
]);

describe("a name with its provider", () => {
  it("is a model's where the provider is asked for, and a provider alone is none", () => {
    for (const name of ["provider", "llm_provider", "LLM_PROVIDER"]) {
      assert.deepEqual(namesIn("a.py", `${name} = "openai/gpt-4o"\n`), ["openai/gpt-4o"], name);
      for (const text of ["gpt-4o", "openai", "acme/gpt-4o-mini-x", "github/actions"])
        assert.deepEqual(namesIn("a.py", `llm_${name} = "${text}"\n`), [], text);
    }
    assert.deepEqual(namesIn("a.py", 'parser.add_argument("--llm-provider", default="openai/gpt-4o", help="as openai/gpt-4o-mini")\n'), [
      "openai/gpt-4o",
    ]);
  });
});

describe("a name that no record knows", () => {
  const bound = (name: string, text: string): string => `import openai, transformers\n${name} = "${text}"\n`;

  it("is its owner's where a deployment is named, and no model's where an engine is", () => {
    for (const name of ["deployment_name", "AZURE_OPENAI_DEPLOYMENT_NAME", "engine"]) {
      assert.deepEqual(namesIn("a.py", bound(name, "acme-70b-fast-1")), [], name);
      assert.deepEqual(namesIn("a.py", bound(name, "gpt-4o")), ["gpt-4o"], name);
    }
    assert.deepEqual(namesIn("a.py", bound("model_name", "acme-70b-fast-1")), ["acme-70b-fast-1"]);
  });

  it("is no repository of the hub without its organisation", () => {
    assert.deepEqual(namesIn("a.py", bound("repo_id", "acme-tgi-inference-2")), []);
    assert.deepEqual(namesIn("a.py", bound("repo_id", "acme/tgi-inference-2")), ["acme/tgi-inference-2"]);
    assert.deepEqual(namesIn("a.py", bound("repo_id", "gpt2")), ["gpt2"]);
  });

  it("is the version of a model that stands elsewhere", () => {
    assert.deepEqual(namesIn("a.py", bound("MODEL_VERSION_LARGE", "acme-base-v1-0")), []);
    assert.deepEqual(namesIn("a.py", bound("MODEL_VERSIONED", "acme-base-v1-0")), ["acme-base-v1-0"]);
  });

  it("is what a training makes", () => {
    for (const name of ["new_model", "output_model_name", "fine_tuned_model", "merged_model"])
      assert.deepEqual(namesIn("a.py", bound(name, "acme-2-7b-mine")), [], name);
    assert.deepEqual(namesIn("a.py", bound("pre_trained_model", "acme-2-7b-mine")), ["acme-2-7b-mine"]);
    assert.deepEqual(namesIn("a.py", bound("new_model", "gpt-4o")), ["gpt-4o"]);
    assert.deepEqual(namesIn("a.py", bound("new_model", "acme/base-2-7b")), ["acme/base-2-7b"]);
  });

  it("is a hub id where a name or id of a model is asked for, whoever reads it", () => {
    assert.deepEqual(namesIn("a.py", 'import my_llm\nencoder_model_name: str = "acme/retriever-base"\nTTS_MODEL_ID = "acme/speech-1"\n'), [
      "acme/retriever-base",
      "acme/speech-1",
    ]);
    assert.deepEqual(namesIn("a.py", 'model_name = "shop/product"\nencoder_name = "acme/retriever-base"\n'), []);
    assert.deepEqual(namesIn("a.py", 'import transformers\ncfg = dict(model=dict(name="acme/retriever-base"))\n'), ["acme/retriever-base"]);
  });

  it("is no plain name where only the hub's programs are shown, but for one with a number", () => {
    const loads = (name: string): readonly string[] => namesIn("a.py", `import transformers\nmodel_name = "${name}"\n`);
    assert.deepEqual([loads("acme-crf"), loads("acme-crf-2"), loads("acme/crf")], [[], ["acme-crf-2"], ["acme/crf"]]);
  });

  it("is an adapter's where the file shows who loads it, with its organisation", () => {
    for (const name of ["lora_id", "adapter_id", "ADAPTER_PATH", "lora_repo_id"]) {
      assert.deepEqual(namesIn("a.py", bound(name, "acme/tuned-sql-2")), ["acme/tuned-sql-2"], name);
      assert.deepEqual(namesIn("a.py", bound(name, "tuned-sql-2")), [], name);
    }
    assert.deepEqual(namesIn("a.py", 'adapter_id = "acme/tuned-sql-2"\n'), []);
    assert.deepEqual(namesIn("a.py", bound("adapter_path", "outputs/tuned-sql-2")), []);
  });

  it("is what it is elsewhere in the document", () => {
    const loaded = 'AutoModel.from_pretrained("acme/base")\n';
    const named = 'class A:\n    path_model = "acme/base"\n';
    assert.deepEqual(namesIn("a.py", `from transformers import AutoModel\n${loaded}${named}`).length, 2);
    const again = (place: string): number => namesIn("a.py", `import transformers\nmodel_id = "acme/gpt2-tiny-1"\n${place}\n`).length;
    assert.equal(again('cases = [("acme/gpt2-tiny-1", LoraConfig, {"r": 8})]'), 2);
    assert.equal(again('cases = [("acme/gpt2-tiny-2", LoraConfig, {"r": 8})]'), 1);
    assert.equal(again('model.push_to_hub("acme/gpt2-tiny-1")'), 1);
    assert.equal(again('print("acme/gpt2-tiny-1")'), 1);
    assert.equal(again('service = Chat(service_id="acme/gpt2-tiny-1")'), 1);
  });

  it("is what it is elsewhere in the document where it is read from another's name", () => {
    const ofFamily = namesBy([model("meta/llama-2-chat", { names: { huggingface: ["meta-llama/Llama-2-7b-chat"] } })]);
    const place = 'let repo = "acme/Llama-2-7b-chat-coreml"\n';
    const listed = 'let files = try await Hub.getFilenames(from: "acme/Llama-2-7b-chat-coreml")\n';
    assert.equal(ofFamily("a.swift", `import Hub\n${place}`).length, 0);
    assert.equal(ofFamily("a.swift", `import Hub\n${listed}${place}print("acme/Llama-2-7b-chat-coreml")\n`).length, 2);
  });

  it("has no form that hubs and APIs refuse, nor one of code", () => {
    for (const text of [
      "acme-0--5b",
      "acme..base-2",
      "acme/base--2",
      "cap_embedder.0.weight",
      "acme.Wave-2.v1",
      "llm_acme.plugin:register",
      "acme-4.+-preview",
      "p:current",
    ])
      assert.deepEqual(namesIn("a.py", bound("model_name", text)), [], text);
    for (const text of ["acme-0-5b", "acme3.2:latest", "acme/base-2.0.1"])
      assert.deepEqual(namesIn("a.py", bound("model_name", text)), [text], text);
  });
});

describe("a known name", () => {
  it("is one where its kind is said to be it, and no architecture", () => {
    assert.deepEqual(namesIn("a.py", 'model_type = "gpt-4o-mini"\n'), ["gpt-4o-mini"]);
    assert.deepEqual(namesIn("a.py", 'model_type = "gpt2"\nmodel_dir = "gpt-4o-mini"\n'), []);
  });

  it("may be an everyday word under `model`, where it is OpenAI's", () => {
    assert.deepEqual(namesIn("a.json", '{ "model": "o3", "car_model": "o3" }\n'), ["o3"]);
  });

  it("is a group of Hydra's settings in one word, unless Ollama is shown", () => {
    const families = namesBy([closedModel("qwen/qwen", { names: { ollama: ["qwen"] } })]);
    assert.deepEqual(families("a.sh", "python launch.py loss=kto model=qwen data=x\n"), []);
    assert.deepEqual(families("a.py", 'import ollama\nollama.chat(model="qwen")\n'), ["qwen"]);
  });

  it("is a family where others are listed that nobody who is shown reads", () => {
    assert.deepEqual(namesIn("a.py", 'import transformers\nMODELS = {"mistral", "gemma"}\n'), []);
    assert.deepEqual(namesIn("a.py", 'import ollama\nMODELS = ["mistral", "gemma"]\n'), ["mistral"]);
    assert.deepEqual(namesIn("a.py", 'import transformers\nmodel = "mistral"\n'), ["mistral"]);
  });

  it("is no engine's in one word", () => {
    assert.deepEqual(namesIn("a.yaml", "engine: mistral\nOPENAI_ENGINE: gpt-4o\n"), ["gpt-4o"]);
  });

  it("is a program where only such words follow a family", () => {
    const programs = namesBy([closedModel("anthropic/claude-unlisted", { names: { anthropic: ["claude-*"] } })]);
    assert.deepEqual(
      programs("a.nix", '{ tools = [ "claude-code-router" "claude-code@latest" "claude-code-20250219" "claude-code-2" ]; }\n'),
      ["claude-code-2"],
    );
  });

  it("is a brand in one capitalised word", () => {
    assert.deepEqual(namesIn("a.ts", 'const config = { model: "Mistral" };\n'), []);
    assert.deepEqual(namesIn("a.ts", 'const config = { ollamaModel: "Mistral" };\n'), ["Mistral"]);
  });
});

describe("what is bound to who serves a model", () => {
  it("is a model where both are named, and nobody has to guess either", () => {
    assert.deepEqual(namesIn("a.py", 'c = Config(llm_provider="openai/gpt-4o-mini")\n'), ["openai/gpt-4o-mini"]);
    assert.deepEqual(namesIn("a.sh", "export LLM_PROVIDER=openai/gpt-4o-mini\n"), ["openai/gpt-4o-mini"]);
    assert.deepEqual(namesIn("a.py", 'c = Config(llm_provider="openai", model_provider="gpt-4o-mini", llm_provider="acme/wave-2")\n'), []);
  });
});
