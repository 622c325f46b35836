import { readHubId } from "../identify/names.ts";
import { calls, embedding, ownNames, text } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** IBM watsonx.ai: its clients name models as the hub does (ibm.github.io/watsonx-ai-python-sdk). */
export const watsonx: Runtime = {
  id: "watsonx",
  name: "watsonx.ai client",
  ...ownNames("other"),
  modules: ["ibm_watsonx_ai", "langchain_ibm"],
  contexts: [...calls("ModelInference ChatWatsonx WatsonxLLM", "model_id", text), ...calls("WatsonxEmbeddings", "model_id", embedding)],
  read: readHubId,
  print: () => null,
};
