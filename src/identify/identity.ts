/** Naming schemes: who decides what a name means. The contract of `--namespace` and of the JSON output. */
export const namespaces = [
  "huggingface",
  "openai",
  "anthropic",
  "google",
  "mistral",
  "cohere",
  "xai",
  "deepseek",
  "perplexity",
  "voyage",
  "bedrock",
  "azure",
  "vertex",
  "ollama",
  "openrouter",
  "groq",
  "together",
  "fireworks",
  "deepinfra",
  "nvidia",
  "cloudflare",
  "github-models",
  "replicate",
  "docker",
  "sentence-transformers",
  "timm",
  "modelscope",
  "other",
] as const;

export type Namespace = (typeof namespaces)[number];

/** Schemes that their maker alone decides. */
export const makersSchemes: readonly Namespace[] = [
  "openai",
  "anthropic",
  "google",
  "mistral",
  "cohere",
  "xai",
  "deepseek",
  "perplexity",
  "voyage",
];

/** Whether the scheme is one of {@link makersSchemes}. */
export function isMakersScheme(namespace: Namespace): boolean {
  return makersSchemes.includes(namespace);
}

/** A name as written, understood. Nothing here comes from the catalog: an identity says what is named, not what it is. */
export interface Identity {
  readonly namespace: Namespace;
  /** the name in its scheme, without tag, revision and prefixes of the runtime: `allenai/Olmo-3-7B-Instruct`, `gpt-4o`, `olmo-3` */
  readonly name: string;
  /** Ollama's and Docker's tag: `7b-instruct`; OpenRouter's variant: `free` */
  readonly tag: string | null;
  /** a quantisation that the name or tag states, as written: `Q4_K_M`, `AWQ` */
  readonly quantization: string | null;
  /** hub revision, provider's date or version: `main`, `2024-08-06` */
  readonly revision: string | null;
  /** who serves it, where that is not the namespace itself: `groq`, `azure`, `publicai` */
  readonly host: string | null;
}
