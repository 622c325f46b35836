import assert from "node:assert/strict";
import { meaningOf, wordsOf } from "../../src/identify/bindingNames.ts";

describe("wordsOf", () => {
  it("splits every convention into lower-case words", () => {
    for (const name of ["baseModelId", "BASE_MODEL_ID", "--base-model-id", "base.model.id", "BaseModelID"])
      assert.deepEqual(wordsOf(name), ["base", "model", "id"], name);
  });
});

describe("meaningOf", () => {
  const table: Readonly<Record<ReturnType<typeof meaningOf>, readonly string[]>> = {
    model: [
      "model",
      "model_name",
      "modelId",
      "--model",
      "OPENAI_MODEL",
      "base_model",
      "model_name_or_path",
      "repo_id",
      "llm",
      "embedding_model",
      "defaultModel",
      "deployment_name",
      "GROQ_MODEL_DEFAULT",
      "textEmbedding3Large",
      "llm2",
      "TextModelName",
      "TEXT_MODEL_ID",
      "modelname",
      "chatmodel",
      "client.azureopenai.deploymentname",
      "TITLE_MODEL",
      "summaryModel",
      "AZURE_OPENAI_MESSAGE_MODEL_NAME",
      "model_source",
      "llm-d.ai/model",
      "model.example.ai/name",
      "modelField.text",
      "model_and_revision",
      "_modelTextController.text",
      "modelInput.value",
    ],
    models: ["models", "AVAILABLE_MODELS", "supportedModels", "OLLAMA_USER_MODELS", "LLM_AVAILABLE_MODELS", "embedding_models"],
    other: [
      "reasoningModelPrefixes",
      "MODEL_PATTERNS",
      "model_type",
      "model_dir",
      "modelClass",
      "served_model_name",
      "alias",
      "aliases",
      "served_model_alias",
      "model_provider",
      "output_model_path_dir",
      "label",
      "description",
      "modelConfig",
      "model_text",
      "labelModelName",
      "modelTitle",
      "models_table",
      "tokenizer.ggml.model",
      "LLM engine source",
      "src_dir",
      "helm.sh/chart",
      "namespace",
      "MODEL_HUB_ORGANIZATION",
      "metric_for_best_model",
      "LM_EVAL_REPO_ID",
      "customModel.apiKey",
      "model_version_to_str",
      "MODEL_REVISION",
      "model_default_headers",
      "model_name_regex",
      "modelLabel.text",
      "llm_backend",
      "GITHUB_PROCESS_LLM_RESULT",
      "model_info_by_idx",
      "pretty_model_name",
      "savedir",
      "embedding_datasets",
      "dataset_name_or_path",
      "data_path",
      "dataset_repo_id",
      "mamba_model_types",
      "LLM_PREFERENCE_CHANGED_EVENT",
      "id_for_llm_specific_messages",
      "license",
    ],
    // whose word an alias is, its name does not say
    silent: ["datamodel", "llm-d.ai/guide", "app.example.com/name", "DefaultModelAlias", "name", "id", "value", "engineer", "x", ""],
  };
  for (const [meaning, names] of Object.entries(table)) {
    for (const name of names) it(`${JSON.stringify(name)} is ${meaning}`, () => assert.equal(meaningOf(name), meaning));
  }
});
