import { aiSdk } from "./aiSdk.ts";
import { anthropic } from "./anthropic.ts";
import { bedrock } from "./bedrock.ts";
import { cohere } from "./cohere.ts";
import { dockerModel } from "./dockerModel.ts";
import { google } from "./google.ts";
import { groq } from "./groq.ts";
import { litellm } from "./litellm.ts";
import { mistral } from "./mistral.ts";
import { ollama } from "./ollama.ts";
import { openai } from "./openai.ts";
import { openrouter } from "./openrouter.ts";
import type { Runtime } from "./runtime.ts";
import { sentenceTransformers } from "./sentenceTransformers.ts";
import { transformers } from "./transformers.ts";
import { vllm } from "./vllm.ts";

/** Every runtime; where two describe the same place with equal care, the earlier one answers. Adding one is one file and one line. */
export const runtimes: readonly Runtime[] = [
  ollama,
  vllm,
  sentenceTransformers,
  litellm,
  openrouter,
  ...aiSdk,
  anthropic,
  google,
  mistral,
  cohere,
  groq,
  bedrock,
  dockerModel,
  openai,
  transformers,
];

const byId: ReadonlyMap<string, Runtime> = new Map(runtimes.map((runtime) => [runtime.id, runtime]));

export function runtimeById(id: string): Runtime | undefined {
  return byId.get(id);
}
