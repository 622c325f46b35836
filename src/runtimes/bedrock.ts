import { bedrockName, looksLikeBedrockId, readProviderId } from "../identify/names.ts";
import { calls, embedding, flags, keys, methods, ownNames, text, variables } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** Files that use these with other makers' clients as well. */
const extensions = { modules: ["Amazon.BedrockRuntime"], evidence: "generic" } as const;

/**
 * Amazon Bedrock in the AWS SDKs, its command line, Terraform and CloudFormation: model ids, inference profiles and ARNs
 * (docs.aws.amazon.com/bedrock, "Supported foundation models").
 */
export const bedrock: Runtime = {
  id: "bedrock",
  name: "Amazon Bedrock",
  ...ownNames("bedrock"),
  modules: [
    "langchain_aws",
    "@langchain/aws",
    "@aws-sdk/client-bedrock-runtime",
    "@aws-sdk/client-bedrock-agent-runtime",
    "@ai-sdk/amazon-bedrock",
    "llama_index.llms.bedrock",
    "llama_index.llms.bedrock_converse",
    "software.amazon.awssdk.services.bedrockruntime",
    "aws.sdk.kotlin.services.bedrockruntime",
    "Amazon.BedrockRuntime",
    "Aws\\BedrockRuntime",
    "AWSBedrockRuntime",
    "aws_sdk_bedrockruntime",
    "aws-sdk-bedrockruntime",
    "github.com/aws/aws-sdk-go-v2/service/bedrockruntime",
    "dev.langchain4j.model.bedrock",
    "org.springframework.ai.bedrock",
    "strands",
  ],
  contexts: [
    // boto3, and the SDKs whose calls take the parameters themselves
    ...calls(
      "invoke_model invoke_model_with_response_stream converse converse_stream invokeModel invokeModelWithResponseStream converseStream count_tokens",
      "model_id",
    ),
    // JavaScript commands; Go inputs; .NET, Kotlin and Swift requests
    ...calls("InvokeModelCommand InvokeModelWithResponseStreamCommand ConverseCommand ConverseStreamCommand", "model_id"),
    ...calls("InvokeModelInput InvokeModelWithResponseStreamInput ConverseInput ConverseStreamInput", "model_id"),
    ...calls("InvokeModelRequest InvokeModelWithResponseStreamRequest ConverseRequest ConverseStreamRequest", "model_id"),
    ...methods("FoundationModel", "from_foundation_model_id from_foundation_model", "1"),
    ...calls("FoundationModelIdentifier", "0"),
    ...calls("ChatBedrock ChatBedrockConverse BedrockLLM Bedrock BedrockChat", "model_id model", text),
    ...calls("BedrockConverse", "model", { ...text, modules: ["llama_index"] }),
    ...calls("BedrockConverseModel", "0 model_name", { ...text, modules: ["pydantic_ai"] }),
    ...calls("BedrockModel", "model_id", { ...text, modules: ["strands"] }),
    ...calls("AwsBedrock", "id", { ...text, modules: ["agno"] }),
    ...calls("AmazonBedrockGenerator AmazonBedrockChatGenerator", "model", text),
    ...calls("BedrockChatCompletion", "model_id", text),
    ...calls("AddBedrockChatCompletionService AddBedrockTextGenerationService", "0 model_id", text),
    ...calls("AddBedrockTextEmbeddingGenerationService AddBedrockEmbeddingGenerator", "0 model_id", embedding),
    // Microsoft.Extensions.AI: what is asked for where the options do not say
    ...calls("AsIChatClient", "0 default_model_id", { ...text, ...extensions }),
    ...calls("AsIEmbeddingGenerator", "0 default_model_id", { ...embedding, ...extensions }),
    ...calls("BedrockEmbeddings BedrockEmbedding", "model_id model_name model", embedding),
    ...calls("chat_aws_bedrock chat_bedrock", "model", { ...text, modules: ["ellmer"] }),
    ...keys(
      "aws_bedrockagent_agent.foundation_model aws_bedrock_foundation_model.model_id aws_bedrock_custom_model.base_model_identifier aws_bedrock_inference_profile.model_source.copy_from",
    ),
    ...keys("Properties.FoundationModel Properties.ModelId ModelSource.CopyFrom", { format: "yaml" }),
    ...keys("spring.ai.bedrock.converse.chat.options.model quarkus.langchain4j.bedrock.chat-model.model-id", text),
    ...flags(["aws bedrock-runtime", "aws bedrock"], "--model-id --model-identifier --base-model-identifier"),
    ...variables("BEDROCK_MODEL BEDROCK_MODEL_ID AWS_BEDROCK_MODEL_ID"),
  ],
  read: (name) => (looksLikeBedrockId(name) ? readProviderId("bedrock", bedrockName(name)) : null),
};
