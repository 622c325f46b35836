import { calls, embedding, ownNames, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

const own = { modules: ["qianfan"] } as const;

/**
 * Baidu's clients, Qianfan, which has models of others as well, and its elder ERNIE Bot (https://ai.baidu.com/ai-doc/WENXINWORKSHOP/xlmokikxe,
 * https://pypi.org/project/erniebot/0.4.0).
 */
export const qianfan: Runtime = {
  id: "qianfan",
  name: "Qianfan client",
  ...ownNames("other"),
  modules: ["qianfan", "erniebot"],
  contexts: [
    ...calls("ChatCompletion Completion", "model", { ...text, ...own }),
    ...calls("Embedding", "model", { ...embedding, ...own }),
    // of chats, embeddings and pictures
    ...calls("do ado", "model", own),
    ...calls("ChatCompletion.create ChatCompletion.acreate", "model", { ...text, modules: ["erniebot"] }),
    ...calls("Embedding.create Embedding.acreate", "model", { ...embedding, modules: ["erniebot"] }),
    ...calls("QianfanChatEndpoint QianfanLLMEndpoint ErnieBotChat", "model model_name", text),
    ...calls("QianfanEmbeddingsEndpoint", "model", embedding),
  ],
  print: () => null,
};
