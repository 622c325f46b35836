import { bedrockName, looksLikeBedrockId, readProviderId } from "../identify/names.ts";
import type { Runtime } from "./runtime.ts";

/** Amazon Bedrock: model ids, inference profiles and ARNs (docs.aws.amazon.com/bedrock, "Supported foundation models"). */
export const bedrock: Runtime = {
  id: "bedrock",
  name: "Amazon Bedrock",
  namespace: "bedrock",
  modules: ["langchain_aws", "@aws-sdk/client-bedrock-runtime", "@langchain/aws", "@ai-sdk/amazon-bedrock"],
  contexts: [
    { pattern: { kind: "argument", callee: "invoke_model", keyword: "modelId" } },
    { pattern: { kind: "argument", callee: "converse", keyword: "modelId" } },
    { pattern: { kind: "argument", callee: "converse_stream", keyword: "modelId" } },
    { pattern: { kind: "option", callee: "InvokeModelCommand", key: "modelId" } },
    { pattern: { kind: "option", callee: "ConverseCommand", key: "modelId" } },
    { pattern: { kind: "argument", callee: "ChatBedrock", keyword: "model_id" } },
    { pattern: { kind: "argument", callee: "ChatBedrockConverse", keyword: "model" } },
    { pattern: { kind: "argument", callee: "BedrockEmbeddings", keyword: "model_id" }, task: "embedding" },
  ],
  read: (text) => (looksLikeBedrockId(text) ? readProviderId("bedrock", bedrockName(text)) : null),
  print: ({ member }) => member.names.bedrock ?? null,
};
