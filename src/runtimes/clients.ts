import type { Task } from "../catalog/record.ts";
import { aiSdkClients } from "./aiSdk.ts";
import { anthropicClients } from "./anthropic.ts";
import type { Client, PropertyClient } from "./client.ts";
import { langchain4jClients, langchain4jProperties } from "./langchain4j.ts";
import { litellmClients } from "./litellm.ts";
import { openaiClients } from "./openaiClients.ts";
import { semanticKernelClients } from "./semanticKernel.ts";
import type { Endpoint, Protocol } from "./servers.ts";
import { springAiProperties } from "./springAi.ts";

/** Every client that code makes. Each library's stand with its runtime; adding a library that has none yet is one line here. */
export const clients: readonly Client[] = [
  ...openaiClients,
  ...anthropicClients,
  ...aiSdkClients,
  ...litellmClients,
  ...langchain4jClients,
  ...semanticKernelClients,
];

/** Every client that configuration files make. */
export const propertyClients: readonly PropertyClient[] = [...springAiProperties, ...langchain4jProperties];

const protocols: ReadonlyMap<string, Protocol> = new Map([
  ...propertyClients.map(({ runtime, protocol }) => [runtime, protocol] as const),
  ...clients.flatMap(({ runtimes, protocol }) => runtimes.map((runtime) => [runtime, protocol] as const)),
]);

/** The protocol in which a runtime's places ask, or null where no server of open models speaks it. */
export function protocolOf(runtime: string): Protocol | null {
  return protocols.get(runtime) ?? null;
}

/** Whether a runtime's names say who is asked: a name without its route would be another provider's. */
export function isRouted(runtime: string): boolean {
  return clients.some(({ runtimes, routes }) => routes !== undefined && runtimes.includes(runtime));
}

/** Classes that reach a closed model in another way than by a base URL: moving them is another client, another address and other terms. */
export const otherWays: ReadonlyMap<string, string> = new Map([
  ["AzureOpenAI", "an Azure deployment: its class, endpoint and API version change too"],
  ["AsyncAzureOpenAI", "an Azure deployment: its class, endpoint and API version change too"],
  ["AzureOpenAIClient", "an Azure deployment: its class, endpoint and API version change too"],
  ["DefaultAzureConfig", "an Azure deployment: its configuration, endpoint and API version change too"],
  ["BedrockOpenAIOkHttpClient", "OpenAI's models through Bedrock: another class has to be made"],
  ["AnthropicBedrock", "Anthropic's models through Bedrock: another class has to be made"],
  ["AsyncAnthropicBedrock", "Anthropic's models through Bedrock: another class has to be made"],
  ["AnthropicVertex", "Anthropic's models through Vertex AI: another class has to be made"],
  ["AsyncAnthropicVertex", "Anthropic's models through Vertex AI: another class has to be made"],
]);

/** Environment variables that the makers' clients read. */
export const clientVariables: Readonly<Record<Protocol, { readonly baseUrl: readonly string[]; readonly apiKey: readonly string[] }>> = {
  openai: { baseUrl: ["OPENAI_BASE_URL", "OPENAI_API_BASE", "OPENAI_API_BASE_URL"], apiKey: ["OPENAI_API_KEY"] },
  anthropic: { baseUrl: ["ANTHROPIC_BASE_URL"], apiKey: ["ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN"] },
};

/** Calls of what OpenAI alone offers: training, assistants and their threads, speech in real time. */
const makersOwnEndpoint =
  /(?:^|\.)(?:fine_?[tT]uning\.|beta\.(?:assistants|threads|realtime|chatkit)\.|realtime\.)|FineTuning|Assistant(?:Client|\w*Params|\w*Request)|ThreadNewAndRunParams|ThreadRun/;

/** What a call asks of its server, by its dotted name and task; null where no server of open models answers that. */
export function endpointOf(protocol: Protocol, callee: string, task: Task | null): Endpoint | null {
  if (/(?:^|\.)batches\.create$/.test(callee)) return null;
  if (protocol === "anthropic") return "messages";
  if (makersOwnEndpoint.test(callee)) return null;
  if (task === "embedding" || /(?:^|\.)embeddings\.|[eE]mbedding/.test(callee)) return "embeddings";
  if (task !== null && task !== "text-generation" && task !== "vision-language") return null;
  if (/(?:^|\.)responses\.|Responses?(?:Client|NewParams|CreateParams)|CreateResponse(?:Args)?(?:\W|$)/.test(callee)) return "responses";
  if (/(?:^|[.:])(?:Create)?Completion(?:\.create|NewParams|CreateParams|Request)/.test(callee)) return "completions";
  return /(?:^|\.)completions(?:\.|$)/.test(callee) && !/chat\./.test(callee) ? "completions" : "chat";
}
