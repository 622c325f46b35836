import assert from "node:assert/strict";
import { bindingOf } from "../../src/detect/context.ts";
import type { Frame } from "../../src/detect/frame.ts";
import { argument, assignment, enumeration, fallback, flag, item, property } from "./scannerExpectations.ts";

const nameOf = (...context: readonly Frame[]): string | null => bindingOf(context)?.name ?? null;

describe("what a string is bound to", () => {
  it("is the nearest key, keyword or variable, past list elements", () => {
    assert.equal(nameOf(item(0), property("models"), argument("f", 0)), "models");
    assert.equal(nameOf(argument("f", "model"), assignment("x")), "model");
    assert.equal(nameOf(fallback(null), assignment("model")), "model");
    assert.equal(nameOf(fallback("CHAT_MODEL"), assignment("x")), "CHAT_MODEL");
  });

  it("is a model where a record that describes one is given its id, and no other record's id", () => {
    assert.equal(nameOf(argument("LLModel", "id"), assignment("Mini")), "model");
    assert.equal(nameOf(argument("openai.ChatModelInfo", "name")), "model");
    assert.equal(nameOf(argument("LLModel", "label")), "label");
    assert.equal(nameOf(argument("UserModel", "id")), "id");
    assert.equal(nameOf(argument("CarModel", "name")), "name");
  });

  it("is a model behind the name that an application's host gives it", () => {
    for (const callee of ["AddModel", "ollama.AddModel", "openai.AddDeployment", "container.addNamedModel"]) {
      assert.equal(nameOf(argument(callee, 1)), "model", callee);
    }
    for (const callee of ["scene.AddModel", "registry.addModels", "AddModelBinder", "cluster.AddDeployment"]) {
      assert.equal(nameOf(argument(callee, 1)), null, callee);
    }
  });

  it("is said by the name of a function that takes a model first", () => {
    for (const [callee, name] of [
      ["openai.WithModel", "Model"],
      ["withModel", "Model"],
      ["builder.modelName", "modelName"],
      ["options.setEmbeddingModelId", "EmbeddingModelId"],
      ["ModelId", "ModelId"],
      ["shared.ModelID", "ModelID"],
      ["ModelId::new", "ModelId"],
      ["domain::ChatModelName::from", "ChatModelName"],
      ["Acme::EmbeddingModel.new", "EmbeddingModel"],
      ["deploymentName", "deploymentName"],
      ["Client::builder().default_prompt_model", "default_prompt_model"],
      ["builder.with_default_model", "default_model"],
      ["llm.set_judge_model", "judge_model"],
    ] as const) {
      assert.equal(nameOf(argument(callee, 0)), name, callee);
      assert.equal(nameOf(argument(callee, 1)), null, callee);
    }
  });

  it("is said by the type that a value is made of in Swift, where that is one of models", () => {
    assert.equal(nameOf(argument("OllamaModel", "rawValue")), "OllamaModel");
    assert.equal(nameOf(argument("Voice", "rawValue")), "rawValue");
    assert.equal(nameOf(argument("OllamaModel", "name")), nameOf(argument("Model", "name")));
  });

  it("is what a call declares, where it states the default of it", () => {
    assert.equal(nameOf(argument("z.string().default", 0), property("model")), "model");
    assert.equal(nameOf(argument("Option", "DefaultValueFactory"), flag("--model"), assignment("o")), "--model");
    assert.equal(nameOf(argument("Option", 1), flag("--model"), assignment("o")), "--model");
    assert.equal(nameOf(argument("Option", 2), flag("--model"), assignment("o")), null);
    assert.equal(nameOf(argument("run", 1), flag("--model"), assignment("o")), null);
  });

  it("is nothing in a call that says nothing", () => {
    for (const callee of [
      "print",
      "listModels",
      "ModelError",
      "modelNames",
      "remodel.run",
      "model.new",
      "ModelError::new",
      "ModelId::validate",
      "GPT_4O",
      "load_model",
      "default_tokens_for_model",
      "set_for_model",
    ]) {
      assert.equal(nameOf(argument(callee, 0), enumeration("ChatModel")), null, callee);
    }
  });

  it("is what a function makes of the default in its object", () => {
    assert.equal(nameOf(property("default"), argument("Type.String", 0), property("model"), argument("t.Object", 0)), "model");
    assert.equal(nameOf(property("default"), argument("Flags.string", 0), assignment("model")), "model");
    assert.equal(nameOf(property("default"), argument("Column", 0)), "default");
    assert.equal(nameOf(property("default"), argument("f", 1), assignment("model")), "default");
    assert.equal(nameOf(property("defaults"), argument("f", 0), assignment("model")), "defaults");
  });

  it("is what has a value that may be missing, or that others may set", () => {
    assert.equal(nameOf(argument("v.optional", 1), property("model")), "model");
    assert.equal(nameOf(argument("fallback", 1), property("model")), "model");
    assert.equal(nameOf(argument("x.optional", 1), property("model")), null);
    assert.equal(nameOf(argument("v.optional", 0), property("model")), null);
    assert.equal(nameOf(argument("input", 0), assignment("model")), "model");
    assert.equal(nameOf(argument("form.input", 0), assignment("model")), null);
  });

  it("is what is chosen from what an element of Streamlit offers behind its label", () => {
    for (const callee of ["st.selectbox", "st.sidebar.selectbox", "sidebar.radio", "st.multiselect"]) {
      assert.equal(nameOf(item(0), argument(callee, 1), assignment("llm_model")), "llm_model", callee);
      assert.equal(nameOf(item(0), argument(callee, "options"), assignment("llm_model")), "llm_model", callee);
      assert.equal(nameOf(argument(callee, 0), assignment("llm_model")), null, callee);
    }
    assert.equal(nameOf(item(0), argument("st.write", 1), assignment("llm_model")), null);
  });

  it("is a model in the definition, descriptor, entry or option of one, and of no other thing", () => {
    for (const callee of ["ChatModelDefinition", "LLMDescriptor", "EmbeddingModelEntry", "AiModelOption", "CustomModelDefinition"]) {
      assert.equal(nameOf(argument(callee, "name")), "model", callee);
    }
    for (const callee of ["ModelDefinition", "CustomModel", "DataModelEntry", "ViewModelOption"]) {
      assert.equal(nameOf(argument(callee, "name")), "name", callee);
    }
  });
});
