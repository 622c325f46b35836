import type { Identity } from "../identify/identity.ts";
import type { PrintableModel, Runtime } from "./runtime.ts";
import { servedHubId } from "./vllm.ts";

/** How a router that takes `provider` and a name together spells its ways to models with an open recipe; what is absent it has no way to. */
export interface Spelling {
  readonly ollama?: string;
  /** Ollama's embedding endpoint, where that is another way */
  readonly ollamaEmbedding?: string;
  readonly openrouter?: string;
  readonly publicai?: string;
  /** an OpenAI-compatible server that serves hub ids */
  readonly vllm?: string;
}

interface Route {
  readonly text: string;
  readonly needs: readonly string[];
}

/** How a router prints: the way written now where it leads to the model, else the one that asks least of the user. */
export function routed(spelling: Spelling): Required<Pick<Runtime, "print" | "needs">> {
  return {
    print: (model, written) => routeTo(spelling, model, written)?.text ?? null,
    needs: (model, written) => routeTo(spelling, model, written)?.needs ?? [],
  };
}

/** What stands beside the name goes on to be sent, whoever is asked. */
const oldSettings = "another key and base URL where they are set beside the name: those are the old provider's";

function routeTo(spelling: Spelling, { member }: PrintableModel, written: Identity | null): Route | null {
  const way = (prefix: string | undefined, name: string | undefined): string | null =>
    prefix === undefined || name === undefined ? null : prefix + name;
  const tagged = member.names.ollama?.includes(":") ? member.names.ollama : undefined;
  const isEmbedding = member.dimension !== undefined;
  const ollama = way(isEmbedding ? (spelling.ollamaEmbedding ?? spelling.ollama) : spelling.ollama, tagged);
  const openrouter = way(spelling.openrouter, member.names.openrouter);
  const publicAi = way(spelling.publicai, member.hosts?.["publicai"]);
  const vllm = way(spelling.vllm, servedHubId(member) ?? undefined);
  if (written?.namespace === "ollama" && ollama !== null) return { text: ollama, needs: [] };
  if (written?.namespace === "openrouter" && openrouter !== null) return { text: openrouter, needs: [] };
  if (written?.host === "publicai" && publicAi !== null) return { text: publicAi, needs: [] };
  if (written?.host === "vllm" && vllm !== null) return { text: vllm, needs: ["the server behind it has to serve it"] };
  const other = (text: string, need: string): Route => ({ text, needs: [need, oldSettings] });
  if (publicAi !== null) return other(publicAi, "an account and key of Public AI (PUBLICAI_API_KEY): a new data processor");
  if (openrouter !== null) return other(openrouter, "an account and key of OpenRouter (OPENROUTER_API_KEY): a new data processor");
  if (ollama !== null) return other(ollama, "a running Ollama that has pulled the model");
  return vllm === null ? null : other(vllm, "a vLLM server of your own (api_base) that serves the model");
}
