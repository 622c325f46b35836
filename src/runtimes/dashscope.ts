import { calls, embedding, image, ownNames, rerank, speech, text, transcription } from "./places.ts";
import type { Runtime } from "./runtime.ts";
import { voiceAgents } from "./voiceAgents.ts";

const own = { modules: ["dashscope"] } as const;

/** Alibaba's client, DashScope, for what Model Studio serves (https://pypi.org/project/dashscope/1.26.7/): its own names beside those of others. */
export const dashscope: Runtime = {
  id: "dashscope",
  name: "DashScope client",
  ...ownNames("other"),
  modules: ["dashscope", "llama_index.llms.dashscope", "llama_index.embeddings.dashscope"],
  contexts: [
    ...calls("Generation.call AioGeneration.call MultiModalConversation.call AioMultiModalConversation.call", "0 model", {
      ...text,
      ...own,
    }),
    ...calls("TextEmbedding.call MultiModalEmbedding.call BatchTextEmbedding.call", "0 model", { ...embedding, ...own }),
    ...calls("TextReRank.call", "0 model", { ...rerank, ...own }),
    ...calls("ImageSynthesis.call ImageSynthesis.async_call", "0 model", { ...image, ...own }),
    ...calls("VideoSynthesis.call VideoSynthesis.async_call", "0 model", own),
    ...calls("Recognition Transcription.call Transcription.async_call", "0 model", { ...transcription, ...own }),
    ...calls("SpeechSynthesizer SpeechSynthesizer.call", "0 model", { ...speech, ...own }),
    // LangChain's, LlamaIndex' and AgentScope's classes
    ...calls("ChatTongyi DashScope DashScopeChatModel", "model model_name", {
      ...text,
      modules: ["langchain_community", "llama_index.llms.dashscope", "agentscope"],
    }),
    ...calls("DashScopeEmbeddings DashScopeEmbedding", "model model_name", {
      ...embedding,
      modules: ["langchain_community", "llama_index.embeddings.dashscope"],
    }),
    ...voiceAgents(null, "Qwen"),
  ],
  print: () => null,
};
