import { readProviderId } from "../identify/names.ts";
import { readPrefixed } from "../identify/prefixed.ts";
import { calls, embedding, text } from "./places.ts";
import { routed } from "./routes.ts";
import type { Runtime } from "./runtime.ts";

const routes = routed({ ollama: "ollama:" });
const own = { modules: ["langchain", "langchain_core", "langgraph", "deepagents", "@langchain"] } as const;
const plain = { ...text, evidence: "generic" } as const;

/**
 * LangChain's factories, which take `provider:model`, or a plain name whose provider they guess or are told beside it (reference.langchain.com,
 * `init_chat_model`). The classes of each provider stand with that provider.
 */
export const langchain: Runtime = {
  id: "langchain",
  name: "LangChain",
  namespace: "openai",
  modules: ["langchain", "langgraph", "deepagents", "@langchain"],
  contexts: [
    // a plain name may be anybody's: the catalog decides
    ...calls("init_chat_model initChatModel", "0 model", plain),
    ...calls("init_embeddings", "0 model", { ...embedding, evidence: "generic" }),
    ...calls("create_agent createAgent create_react_agent createReactAgent create_deep_agent", "model 0 llm", { ...plain, ...own }),
  ],
  read: (name) => readPrefixed(name) ?? readProviderId("openai", name),
  print: routes.print,
  needs: (model, written) => [
    ...routes.needs(model, written),
    ...(written?.namespace === "ollama" ? [] : ["the package langchain-ollama"]),
    // a provider beside the name goes before the one in it
    "model_provider, where it is given, left out",
  ],
};
