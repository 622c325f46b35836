import type { Identity } from "../identify/identity.ts";
import { readHubId, readProviderId, readRoutedName } from "../identify/names.ts";
import { type Client, setting } from "./client.ts";
import { calls, embedding, flags, keys, rerank, text, variables } from "./places.ts";
import { routed } from "./routes.ts";
import type { Runtime } from "./runtime.ts";

const own = { modules: ["litellm"] } as const;
const crew = { ...text, modules: ["crewai"] } as const;

/**
 * LiteLLM, and what routes as it does (CrewAI, DSPy, smolagents, Google's ADK, aider): `provider/name`, a plain name for OpenAI's and
 * Anthropic's own (docs.litellm.ai/docs/providers).
 */
export const litellm: Runtime = {
  id: "litellm",
  name: "LiteLLM",
  namespace: "openai",
  modules: ["litellm", "crewai", "dspy", "langchain_litellm", "llama_index.llms.litellm", "aider"],
  contexts: [
    ...calls("litellm.completion litellm.acompletion litellm.text_completion litellm.responses", "model 0", text),
    ...calls("litellm.embedding litellm.aembedding", "model 0", embedding),
    ...calls("litellm.rerank litellm.arerank", "model", rerank),
    ...calls("completion acompletion", "model 0", { ...text, ...own }),
    ...calls("embedding aembedding", "model 0", { ...embedding, ...own }),
    ...calls("ChatLiteLLM LiteLLMModel LiteLlm", "model model_id 0", text),
    ...calls("LiteLLM", "model id", { ...text, modules: ["llama_index", "agno"] }),
    ...calls("dspy.LM", "0 model", text),
    ...calls("dspy.Embedder", "0", embedding),
    ...calls("LM", "0 model", { ...text, modules: ["dspy"] }),
    // DSPy.rb writes the names as DSPy does; its tests and adapters take others
    ...calls("DSPy::LM.new", "0", { ...text, evidence: "generic" }),
    ...calls("LLM", "0 model", crew),
    ...calls("litellm.call", "0 model", { ...text, modules: ["mirascope"] }),
    ...calls("LitellmChatModel", "0 model", { ...text, modules: ["magentic"] }),
    ...calls("Agent Crew", "llm manager_llm function_calling_llm planning_llm", crew),
    ...keys("litellm_params.model model_list.litellm_params.model"),
    // what a deployment is, where its own name does not tell (docs.litellm.ai/docs/proxy/custom_pricing)
    ...keys("model_info.base_model litellm_params.base_model", { evidence: "generic", swappable: false }),
    // CrewAI's agents.yaml: { researcher: { role, goal, llm } }
    ...keys("*.llm", { ...text, format: "yaml", file: ["agents.yaml", "agents.yml"] }),
    ...flags(["litellm"], "--model -m", text),
    ...flags(["aider"], "--model --weak-model --editor-model", text),
    ...keys("model weak-model editor-model", { ...text, format: "yaml", file: [".aider.conf.yml"] }),
    ...variables("LITELLM_MODEL AIDER_MODEL", { ...text, evidence: "runtime" }),
  ],
  read: readLitellmName,
  ...routed({ publicai: "publicai/", openrouter: "openrouter/", ollama: "ollama_chat/", ollamaEmbedding: "ollama/", vllm: "hosted_vllm/" }),
};

/** `provider/name`, else a provider's own name by its form; an `org/name` without a route is a hub id of a server behind LiteLLM. */
function readLitellmName(name: string): Identity | null {
  const found = readRoutedName(name);
  if (found) return found;
  if (name.includes("/")) return readHubId(name);
  return readProviderId(
    /^claude/.test(name) ? "anthropic" : /^gemini/.test(name) ? "google" : /^command/.test(name) ? "cohere" : "openai",
    name,
  );
}

const client = {
  runtimes: ["litellm"],
  languages: ["python"],
  protocol: "openai",
  notation: { kind: "arguments" },
  holdsModel: true,
  baseUrl: setting("api_base base_url"),
  apiKey: setting("api_key"),
  routes: {
    ollama: { prefix: "ollama_chat/", baseUrl: "http://localhost:11434" },
    vllm: { prefix: "hosted_vllm/" },
    publicai: { prefix: "publicai/" },
    openrouter: { prefix: "openrouter/" },
  },
} as const;

/** Ollama's embeddings have another route than its chats. */
const embeddingRoutes = { ollama: { prefix: "ollama/", baseUrl: "http://localhost:11434" }, vllm: { prefix: "hosted_vllm/" } } as const;

/**
 * Sources, seen 2026-11-21: docs.litellm.ai/docs/providers/ollama.md; docs.vllm.ai/en/stable/deployment/frameworks/litellm/;
 * github.com/stanfordnlp/dspy, docs/docs/learn/programming/language_models.md; docs.crewai.com/en/learn/llm-connections/index.html.
 */
export const litellmClients: readonly Client[] = [
  { ...client, modules: ["litellm"], constructors: ["completion", "acompletion"] },
  { ...client, modules: ["litellm"], constructors: ["embedding", "aembedding"], routes: embeddingRoutes },
  { ...client, modules: ["dspy"], constructors: ["LM"] },
  { ...client, modules: ["dspy"], constructors: ["Embedder"], routes: embeddingRoutes },
  {
    ...client,
    modules: ["crewai"],
    constructors: ["LLM"],
    baseUrl: setting("base_url api_base"),
    needs: ["LiteLLM beside CrewAI: the extra crewai[litellm]"],
  },
];
