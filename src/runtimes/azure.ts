import { addresses, calls, embedding, keys, ownNames, text, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const known = { evidence: "known" } as const;
const client = { ...known, modules: ["Azure.AI.OpenAI"] } as const;
/** What a deployment is made of. */
const deployed = { needs: ["format and version beside the name, which are those of the old model and its publisher"] } as const;
const inference = { ...known, modules: ["Azure.AI.Inference"] } as const;

/**
 * Azure OpenAI and AI Foundry. What stands in a client is the name of a deployment, which its owner chose freely: it counts where it is a
 * model's name. What a deployment is made of stands in its resource (learn.microsoft.com/azure/templates, "deployments").
 */
export const azure: Runtime = {
  id: "azure",
  name: "Azure OpenAI",
  ...ownNames("azure"),
  modules: [
    "Azure.AI.OpenAI",
    "com.azure.ai.openai",
    "azure.ai.inference",
    "Azure.AI.Inference",
    "dev.langchain4j.model.azure",
    "org.springframework.ai.azure.openai",
  ],
  contexts: [
    ...calls("GetChatClient GetEmbeddingClient", "0 deployment_name", client),
    // the previews before the client of OpenAI's own
    ...calls("ChatCompletionsOptions CompletionsOptions", "0 deployment_name", { ...client, ...text }),
    ...calls("EmbeddingsOptions", "0 deployment_name", { ...client, ...embedding }),
    ...calls(
      "AddAzureOpenAIChatCompletion AddAzureOpenAIChatClient AzureOpenAIChatCompletionService AddAzureOpenAITextEmbeddingGeneration AddAzureOpenAIEmbeddingGenerator",
      "0 deployment_name",
      known,
    ),
    ...calls("AddAzureOpenAIChatCompletion AddAzureOpenAIChatClient", "model_id"),
    ...calls("AddAzureAIInferenceChatCompletion AddAzureAIInferenceChatClient", "0 model_id", { ...known, ...text }),
    ...calls("AddAzureAIInferenceEmbeddingGenerator", "0 model_id", { ...known, ...embedding }),
    // Microsoft.Extensions.AI: what is asked for where the options do not say
    ...calls("AsIChatClient AsChatClient", "0 default_model_id model_id", { ...inference, ...text }),
    ...calls("AsIEmbeddingGenerator AsEmbeddingGenerator", "0 default_model_id model_id", { ...inference, ...embedding }),
    ...calls("AzureChatOpenAI", "azure_deployment deployment_name", known),
    ...calls("AzureChatOpenAI", "model model_name", { task: "text-generation" }),
    ...calls("AzureOpenAIEmbeddings AzureOpenAIEmbedding", "azure_deployment deployment_name", { ...known, ...embedding }),
    ...calls("AzureOpenAI", "azure_deployment deployment_name engine", known),
    ...calls("AzureOpenAIModel AzureOpenAIServerModel", "model_id", known),
    ...calls("AzureChatCompletion AzureTextEmbedding", "deployment_name", known),
    ...calls("deploymentName", "0", known),
    ...addresses("azure").map((context) => ({ ...context, ...known })),
    ...keys(
      "azure.openai.chat.options.deployment-name azure.openai.embedding.options.deployment-name azure-open-ai.chat-model.deployment-name",
      known,
    ),
    ...keys("azurerm_cognitive_deployment.model.name", deployed),
    // the same of the resource's own schema, in templates and in what others write it with
    ...keys("properties.model.name", { ...deployed, ...known }),
    ...keys("model.name", { ...deployed, ...known, format: "bicep" }),
    ...variables(
      "AZURE_OPENAI_DEPLOYMENT AZURE_OPENAI_DEPLOYMENT_NAME AZURE_OPENAI_CHAT_DEPLOYMENT AZURE_OPENAI_CHAT_DEPLOYMENT_NAME",
      known,
    ),
    ...variables("AZURE_OPENAI_EMBEDDING_DEPLOYMENT AZURE_OPENAI_EMBEDDING_DEPLOYMENT_NAME", known),
  ],
};
