import type { Identity } from "../identify/identity.ts";
import { readHubId, readProviderId, readRoutedName } from "../identify/names.ts";
import type { PrintableModel, Runtime } from "./runtime.ts";

/**
 * LiteLLM, and what routes as it does (CrewAI, DSPy, aider): `provider/name`, a plain name for OpenAI's and Anthropic's
 * own (docs.litellm.ai/docs/providers).
 */
export const litellm: Runtime = {
  id: "litellm",
  name: "LiteLLM",
  namespace: "openai",
  modules: ["litellm", "crewai", "dspy", "smolagents"],
  contexts: [
    { pattern: { kind: "argument", callee: "litellm.completion", keyword: "model" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "litellm.acompletion", keyword: "model" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "litellm.embedding", keyword: "model" }, task: "embedding" },
    { pattern: { kind: "argument", callee: "completion", keyword: "model" }, modules: ["litellm"], task: "text-generation" },
    { pattern: { kind: "argument", callee: "acompletion", keyword: "model" }, modules: ["litellm"], task: "text-generation" },
    { pattern: { kind: "argument", callee: "embedding", keyword: "model" }, modules: ["litellm"], task: "embedding" },
    { pattern: { kind: "argument", callee: "LiteLLMModel", keyword: "model_id" } },
    { pattern: { kind: "argument", callee: "ChatLiteLLM", keyword: "model" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "dspy.LM", position: 0 }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "dspy.LM", keyword: "model" }, task: "text-generation" },
    { pattern: { kind: "argument", callee: "LLM", keyword: "model" }, modules: ["crewai"], task: "text-generation" },
    { pattern: { kind: "argument", callee: "Agent", keyword: "llm" }, modules: ["crewai"], task: "text-generation" },
    { pattern: { kind: "property", path: ["litellm_params", "model"] } },
    { pattern: { kind: "flag", command: "litellm", name: "--model" } },
    { pattern: { kind: "flag", command: "aider", name: "--model" } },
  ],
  read: readLitellmName,
  print: (model, written) => routeTo(model, written)?.text ?? null,
  needs: (model, written) => routeTo(model, written)?.needs ?? [],
};

interface Route {
  readonly text: string;
  readonly needs: readonly string[];
}

/** The way to a model: the route written now where it can serve it, else the one that asks least of the user. */
function routeTo({ member }: PrintableModel, written: Identity | null): Route | null {
  const hub = member.names.huggingface;
  const ollama = member.names.ollama?.includes(":") ? member.names.ollama : undefined;
  const publicAi = member.hosts?.["publicai"];
  const router = member.names.openrouter;
  if (written?.namespace === "ollama" && ollama !== undefined) return { text: `ollama_chat/${ollama}`, needs: [] };
  if (written?.namespace === "openrouter" && router !== undefined) return { text: `openrouter/${router}`, needs: [] };
  if (written?.host === "publicai" && publicAi !== undefined) return { text: `publicai/${publicAi}`, needs: [] };
  if (written?.host === "vllm" && hub !== undefined) return { text: `hosted_vllm/${hub}`, needs: [] };
  if (publicAi !== undefined)
    return { text: `publicai/${publicAi}`, needs: ["an account and key of Public AI (PUBLICAI_API_KEY): a new data processor"] };
  if (router !== undefined)
    return { text: `openrouter/${router}`, needs: ["an account and key of OpenRouter (OPENROUTER_API_KEY): a new data processor"] };
  if (ollama !== undefined) return { text: `ollama_chat/${ollama}`, needs: ["a running Ollama that has pulled the model"] };
  return hub === undefined ? null : { text: `hosted_vllm/${hub}`, needs: ["a vLLM server of your own (api_base) that serves the model"] };
}

/** `provider/name`, else a provider's own name by its form; an `org/name` without a route is a hub id of a server behind LiteLLM. */
function readLitellmName(text: string): Identity | null {
  const routed = readRoutedName(text);
  if (routed) return routed;
  if (text.includes("/")) return readHubId(text);
  return readProviderId(
    /^claude/.test(text) ? "anthropic" : /^gemini/.test(text) ? "google" : /^command/.test(text) ? "cohere" : "openai",
    text,
  );
}
