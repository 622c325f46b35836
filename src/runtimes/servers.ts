import type { Member } from "../catalog/record.ts";
import type { Identity } from "../identify/identity.ts";
import { named, readHubId, readOllamaName, readOpenRouterId } from "../identify/names.ts";
import type { FixHost } from "../lint/finding.ts";
import { llamaCpp } from "./llamaCpp.ts";
import { ollama } from "./ollama.ts";
import type { Runtime } from "./runtime.ts";
import { servedHubId } from "./vllm.ts";

/** How a client talks: whose API. */
export type Protocol = "openai" | "anthropic";

/** What is asked of a server. */
export type Endpoint = "chat" | "completions" | "responses" | "embeddings" | "messages";

/** A server of open models that speaks a closed API's protocol. */
export interface Server {
  readonly id: string;
  /** for people */
  readonly name: string;
  /** runs on the user's own machine */
  readonly local: boolean;
  /** as the makers' own clients of that protocol take it: OpenAI's with `/v1`, Anthropic's without */
  readonly baseUrls: Partial<Readonly<Record<Protocol, string>>>;
  readonly endpoints: readonly Endpoint[];
  /** `text`: any key does, and the clients ask for one; `variable`: the environment variable in which its users keep theirs */
  readonly key: { readonly kind: "text"; readonly text: string } | { readonly kind: "variable"; readonly name: string };
  /** the checkpoint's name there, exact; null where it does not serve it */
  readonly print: (member: Member) => string | null;
  /** how it reads a name */
  readonly read: (text: string) => Identity | null;
  /** a part of its addresses by which a document shows that it is asked */
  readonly mark: string;
  /** what has to be done before it answers to the printed name; `context` of the model, in tokens */
  readonly needs: (text: string, context: number | null) => readonly string[];
}

/** Reads a hub id that `host` serves. */
function hubIdAt(host: string): Server["read"] {
  return (text) => {
    const identity = readHubId(text);
    return identity && { ...identity, tag: null, host };
  };
}

/**
 * In the order in which they are offered. Sources, seen 2026-11-21: docs.ollama.com/openai.md and /api/anthropic-compatibility.md;
 * github.com/ollama/ollama, docs/context-length.mdx;
 * docs.vllm.ai/en/v0.8.1/serving/openai_compatible_server.html and /en/stable/serving/integrations/claude_code/;
 * docs.litellm.ai/docs/providers/publicai and LiteLLM's table of providers; huggingface.co/docs/inference-providers/en/providers/publicai;
 * openrouter.ai/docs/community/openai-sdk; github.com/ggml-org/llama.cpp, tools/server/README.md.
 */
export const servers: readonly Server[] = [
  {
    id: "ollama",
    name: "Ollama",
    local: true,
    baseUrls: { openai: "http://localhost:11434/v1", anthropic: "http://localhost:11434" },
    endpoints: ["chat", "completions", "responses", "embeddings", "messages"],
    key: { kind: "text", text: "ollama" },
    print: (member) => ollama.print({ member }, null),
    read: readOllamaName,
    mark: ":11434",
    needs: (text, context) => [
      `a running Ollama that has the model: ollama pull ${text}`,
      ...(context !== null && context <= 4096
        ? []
        : ["OLLAMA_CONTEXT_LENGTH at the server for long prompts: below 24 GiB of video memory it takes 4K tokens by default"]),
    ],
  },
  {
    id: "publicai",
    name: "Public AI",
    local: false,
    baseUrls: { openai: "https://api.publicai.co/v1" },
    endpoints: ["chat"],
    key: { kind: "variable", name: "PUBLICAI_API_KEY" },
    print: ({ hosts }) => hosts?.["publicai"] ?? null,
    read: (text) => named("other", text, { host: "publicai" }),
    mark: "api.publicai.co",
    needs: () => ["an account and key of Public AI: a new data processor"],
  },
  {
    id: "vllm",
    name: "vLLM",
    local: true,
    baseUrls: { openai: "http://localhost:8000/v1", anthropic: "http://localhost:8000" },
    endpoints: ["chat", "completions", "responses", "embeddings", "messages"],
    key: { kind: "text", text: "EMPTY" },
    print: servedHubId,
    read: hubIdAt("vllm"),
    mark: ":8000",
    needs: (text) => [`a running vLLM that serves the model: vllm serve ${text}`],
  },
  {
    id: "llama.cpp",
    name: "llama-server",
    local: true,
    baseUrls: { openai: "http://localhost:8080/v1", anthropic: "http://localhost:8080" },
    // embeddings have to be asked for when it is started
    endpoints: ["chat", "completions", "responses", "messages"],
    key: { kind: "text", text: "sk-no-key-required" },
    print: (member) => llamaCpp.print({ member }, null),
    read: readHubId,
    mark: ":8080",
    // its tool calls are read by the model's own template
    needs: (text) => [`a running llama-server (llama.cpp) that has the model: llama-server --jinja -hf ${text}`],
  },
  {
    id: "huggingface",
    name: "Hugging Face's router",
    local: false,
    baseUrls: { openai: "https://router.huggingface.co/v1" },
    endpoints: ["chat"],
    key: { kind: "variable", name: "HF_TOKEN" },
    // the provider behind the colon is the one that is known to serve it
    print: ({ hosts, names }) =>
      hosts?.["publicai"] === undefined || names.huggingface === undefined ? null : `${names.huggingface}:publicai`,
    read: hubIdAt("publicai"),
    mark: "router.huggingface.co",
    needs: () => ["an account and token of Hugging Face: a new data processor, as is Public AI behind it"],
  },
  {
    id: "openrouter",
    name: "OpenRouter",
    local: false,
    baseUrls: { openai: "https://openrouter.ai/api/v1" },
    endpoints: ["chat"],
    key: { kind: "variable", name: "OPENROUTER_API_KEY" },
    print: ({ names }) => names.openrouter ?? null,
    read: readOpenRouterId,
    mark: "openrouter.ai/api",
    needs: () => ["an account and key of OpenRouter: a new data processor, as is whom it routes to"],
  },
];

/**
 * What a name means that is asked for through a client which the document points at one of the servers: the scheme of the client's maker does
 * not have it, and that server's does. Null where no server is shown, or none reads the name as `isKnown` asks.
 */
export function servedName(text: string, document: string, isKnown: (identity: Identity) => boolean): Identity | null {
  for (const { mark, read } of servers) {
    const identity = document.includes(mark) ? read(text) : null;
    if (identity !== null && isKnown(identity)) return identity;
  }
  return null;
}

/** The tokens that a server takes for a checkpoint, or null where that is not known. */
function contextAt({ id }: Server, { context, limits }: Member): number | null {
  return limits?.find(({ host }) => host === id)?.context ?? context ?? null;
}

/** A server, asked through a client of that protocol, as a runtime: how names are printed and read there, and what a swap needs. */
export function runtimeAt(server: Server, protocol: Protocol): Runtime {
  const print: Runtime["print"] = ({ member }) => server.print(member);
  return {
    id: `${protocol}@${server.id}`,
    name: server.name,
    namespace: protocol,
    modules: [],
    contexts: [],
    read: server.read,
    print,
    needs: (model, written) => server.needs(print(model, written) ?? "", contextAt(server, model.member)),
  };
}

/** The server as a fix names it. */
export function hostOf({ id, name, local, key }: Server, baseUrl: string): FixHost {
  return { id, name, local, baseUrl, keyVariable: key.kind === "variable" ? key.name : null };
}
