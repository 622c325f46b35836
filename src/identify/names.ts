import type { Identity, Namespace } from "./identity.ts";

/** How names of each scheme are read. Shared by the runtimes, which are data, and by names outside of any document. */

/** An identity with nothing but a name. */
export function named(namespace: Namespace, name: string, more: Partial<Omit<Identity, "namespace" | "name">> = {}): Identity {
  return { namespace, name, tag: null, quantization: null, revision: null, host: null, ...more };
}

/** Folders that projects put models and results in: `outputs/llama-8b` is a path, not a hub id. */
const localFolders = new Set(
  "output outputs model models pretrained pretrained_models checkpoint checkpoints ckpt ckpts save saves saved results result data dataset datasets tmp temp weights path paths runs logs log cache src lib app bin assets public static config configs scripts test tests docs examples fixture fixtures your-org your-username username user org organization root home mnt local path-to".split(
    " ",
  ),
);

/** Endings that make a name a file, or a script. Weights files inside of a hub repository are read by their address. */
const fileEnding =
  /\.(?:py|js|ts|sh|json|jsonl|ya?ml|toml|txt|md|csv|png|jpe?g|gif|webp|svg|wav|mp3|mp4|mov|webm|ogg|flac|m4a|pdf|html|xml|cfg|ini|conf|log|pt|pth|bin|ckpt|safetensors|gguf|ggml|onnx|h5|pkl|zip|gz|tar|mar|tflite|engine|exe|so|dll|jar|nvim|vim|parquet|ipynb|ts[x]|jsx|vue|css)$/i;

/** Whether the text ends as files of weights do. */
export function isWeightsFile(text: string): boolean {
  return /\.(?:gguf|safetensors|ckpt|onnx|pt|bin)$/i.test(text);
}

/** A file of a repository of conversions, by which LM Studio names what it runs: `org/name-GGUF/name.Q4_K_M.gguf`. */
const fileOfConversion = /^([\w.-]{2,96}\/[\w.-]{1,96}[-_]gguf)\/[\w.-]{1,128}\.gguf$/i;

/** Whether the name is that of a file in a repository of conversions, which may as well be a path. */
export function isFileOfConversion(text: string): boolean {
  return fileOfConversion.test(text);
}

/** Whether the text is an organisation and a name. */
export function isHubId(text: string): boolean {
  return /^[\w.-]+\/[\w.-]+$/.test(text);
}

/** Words that stand where a name will stand. */
const placeholder =
  /^(?:(?:your|my|the|some|test|dummy|mock|fake|actual|invalid|sample|example|unknown|nonexistent|non-existent|custom)[-_/].*|[\w.-]+[:/](?:your|my)[-_].*|no-such-.*|(?:provider|vendor|org|organization|owner|publisher)\/.*(?:model|name|id)|<.*|(?:my|your|example|test|fake|mock|dummy)model|[\w./-]+:tag|.*[-_/]x{3,}|path[-_]to[-_].*|x{3,}|model|models|model[-_]?(?:name|id)|model[-_]?\d?|default|auto|none|null|undefined|string|foo|bar|baz|dummy|fake|test|mock|example|placeholder|custom|todo|changeme|change[-_]me|org\/model|org\/name|.*[-_]placeholder|model[-_]value|\w+_(?:repo|model)_id|repo_id|llms?|embeddings?|embedder|tts|stt|rag|agent|chat|assistant|llama_?cpp)$/i;

/** Number formats, devices and rates: they stand beside models in every loader's and server's arguments. */
const numberFormat = /^(?:\d+\/(?:second|minute|hour|day)|b?float\d+|[bf][fp]\d+|u?int\d+|cuda(?::\d+)?|cpu|mps|torch\.\w+)$/i;

/** Deployments of Azure bear any name, and these say so; ids of jobs, files and checkpoints, and UUIDs, are told by their form. */
const deploymentOrId =
  /^(?:.*[-_])?deployment(?:[-_].*)?$|^[a-z]{2,12}[-_](?=[A-Za-z\d]*[A-Z])(?=[A-Za-z\d]*\d)[A-Za-z\d]{16,}$|^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;

/** Where a cloud has its machines: `us-central1`, `eu-west-2`. It stands beside models in every client. */
const region =
  /^(?:us|eu|europe|asia|ap|ca|sa|me|af|il|northamerica|southamerica|australia)-(?:gov-)?(?:central|east|west|north|south){1,2}-?\d$/;

/** Whether a name stands for one that is still to be chosen, or for a path: no runtime can be asked what it means. */
export function isPlaceholderOrPath(text: string): boolean {
  if (numberFormat.test(text) || deploymentOrId.test(text) || region.test(text)) return true;
  // resources of a cloud bear their owner's names, but for those that Bedrock gives
  if (text.startsWith("arn:") && !text.includes(":bedrock:")) return true;
  if (placeholder.test(text) || (fileEnding.test(text) && !isFileOfConversion(text))) return true;
  if (text.startsWith("/") || text.startsWith(".") || text.startsWith("~/") || text.includes("\\") || text.includes("//")) return true;
  // a path of a service's interface, or one with its version
  if (/^(?:api|v\d+(?:(?:alpha|beta)\d*)?)\//.test(text)) return true;
  // a folder of somebody's models; what an account at Fireworks has besides models
  if (/^[\w.-]+\/(?:models|checkpoints|weights)\/|^accounts\/[\w.-]+\/(?!models\/|deployedModels\/|deployments\/|routers\/)/.test(text))
    return true;
  // what names are searched by
  if (/\.[+*]|\(\?|\[a-z|\+$/i.test(text)) return true;
  // a folder of the hub's cache; a revision, as git has it
  if (/^(?:models|datasets|spaces)--|^refs\//.test(text)) return true;
  const slash = text.indexOf("/");
  return slash > 0 && localFolders.has(text.slice(0, slash).toLowerCase());
}

const quantizationTag = /^(?:I?Q\d[\w]*|[FB]F?(?:16|32)|UD-.+)$/i;
const quantizationInName =
  /(?:^|[-_.])((?:I?Q\d(?:_[A-Z0-9]+)*)|GPTQ(?:-Int[48])?|AWQ|FP8|NVFP4|MXFP4|INT[48]|[48]bit|bnb-4bit|w\d+a\d+|exl2|q\df\d{1,2}(?:_\d)?)(?=$|[-_.])/i;

/** The quantisation that a name states, as written, or null. */
export function quantizationOf(name: string): string | null {
  return quantizationInName.exec(name)?.[1] ?? null;
}

/**
 * Reads `org/name`, `org/name@revision`, `hf.co/org/name:Q4_K_M`, `hf://org/name`, and the few old names without an
 * organisation (`gpt2`, `bert-base-uncased`). Null for paths, files and placeholders.
 */
export function readHubId(text: string): Identity | null {
  const bare = text
    .replace(/^(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\//i, "")
    .replace(/^(?:(?:hf|huggingface):\/\/|hf:(?=[\w.-]+\/))/, "");
  if (isPlaceholderOrPath(bare)) return null;
  const repository = fileOfConversion.exec(bare)?.[1];
  if (repository !== undefined)
    return named("huggingface", repository, { quantization: quantizationOf(bare.slice(repository.length, -5)) });
  const match = /^([\w][\w.-]*(?:\/[\w][\w.-]*)?)(?:@([\w./-]+))?(?::([\w.-]+))?$/.exec(bare);
  if (!match?.[1]) return null;
  const [, name, revision, tag] = match;
  const isQuantization = tag !== undefined && quantizationTag.test(tag);
  return named("huggingface", name, {
    revision: revision ?? null,
    tag: tag !== undefined && !isQuantization ? tag : null,
    quantization: isQuantization ? tag : quantizationOf(name),
  });
}

/** Reads an Ollama name: `olmo-3:7b-instruct`, `user/name:tag`, and `hf.co/org/name:Q4_K_M`, which is a hub id served by Ollama. */
export function readOllamaName(text: string): Identity | null {
  if (/^(?:https?:\/\/)?(?:hf\.co|huggingface\.co)\//i.test(text)) {
    const hub = readHubId(text);
    return hub && { ...hub, host: "ollama" };
  }
  if (isPlaceholderOrPath(text)) return null;
  const match = /^((?:[\w][\w.-]*\/){0,2}[\w][\w.-]*)(?::([\w][\w.-]*))?$/.exec(text);
  if (!match?.[1]) return null;
  const [, name, tag] = match;
  return named("ollama", name.replace(/^(?:(?:registry\.ollama\.ai\/)?library|ollama)\//, ""), {
    tag: tag ?? null,
    quantization: tag === undefined ? null : (/(?:^|-)((?:q\d\w*|fp16|bf16))$/i.exec(tag)?.[1] ?? null),
  });
}

/** How much a model is to think, as agents take it behind its name: `openai-codex/gpt-5.5:high`. */
const effort = /:(?:none|minimal|low|medium|high|xhigh|max)$/;

/** Reads a provider's own id: one word without white space; a date at its end is a revision by the provider's own scheme and stays part of the name, how much to think does not. */
export function readProviderId(namespace: Namespace, text: string): Identity | null {
  const name = text.replace(/^models\//, "").replace(effort, "");
  if (isPlaceholderOrPath(name) || !/^[\w~@][\w.:@/+-]*$/.test(name)) return null;
  const date = /[-@]((?:20\d{2}-\d{2}-\d{2})|(?:20\d{6}))(?:$|[-:])/.exec(name)?.[1] ?? null;
  return named(namespace, name, { revision: date, quantization: null });
}

/** Reads OpenRouter's `vendor/name` with its variants: `:free`, `:nitro`, `:online`. */
export function readOpenRouterId(text: string): Identity | null {
  const match = /^(~?[\w.-]+\/[\w.-]+)(?::([\w-]+))?$/.exec(text.replace(/^openrouter\//, ""));
  if (!match?.[1] || isPlaceholderOrPath(match[1])) return null;
  return named("openrouter", match[1], { tag: match[2] ?? null });
}

interface PrefixedScheme {
  readonly read: (rest: string) => Identity | null;
}

const provider = (namespace: Namespace, host: string | null = null): PrefixedScheme => ({
  read: (rest) => {
    const identity = readProviderId(namespace, rest);
    return identity && (host === null ? identity : { ...identity, host });
  },
});
const hubVia = (host: string): PrefixedScheme => ({
  read: (rest) => {
    const identity = readHubId(rest);
    return identity && { ...identity, host };
  },
});

/** What LiteLLM takes between `bedrock/` and the model: the API that is called, and a region. */
const bedrockRoute = /^(?:(?:converse|converse_like|invoke)\/)?(?:[a-z]{2}(?:-gov)?-[a-z]{4,9}-\d\/)?/;

/**
 * Prefixes by which LiteLLM routes (docs.litellm.ai/docs/providers), and those that CrewAI, DSPy, promptfoo and
 * aider take over from it. `openai/` is OpenAI's own here; with another base URL it is whatever is served there.
 */
const routePrefixes: ReadonlyMap<string, PrefixedScheme> = new Map<string, PrefixedScheme>([
  ["openai", provider("openai")],
  ["text-completion-openai", provider("openai")],
  ["azure", provider("azure")],
  ["azure_ai", provider("azure")],
  ["anthropic", provider("anthropic")],
  ["gemini", provider("google")],
  ["google", provider("google")],
  ["vertex_ai", provider("vertex")],
  ["vertex_ai_beta", provider("vertex")],
  ["palm", provider("google")],
  ["bedrock", { read: (rest) => readProviderId("bedrock", rest.replace(bedrockRoute, "")) }],
  ["mistral", provider("mistral")],
  ["codestral", provider("mistral")],
  ["cohere", provider("cohere")],
  ["cohere_chat", provider("cohere")],
  ["xai", provider("xai")],
  ["deepseek", provider("deepseek")],
  ["perplexity", provider("perplexity")],
  ["voyage", provider("voyage")],
  ["groq", provider("groq")],
  ["together_ai", provider("together")],
  ["together", provider("together")],
  ["fireworks_ai", provider("fireworks")],
  ["deepinfra", provider("deepinfra")],
  ["nvidia_nim", provider("nvidia")],
  ["cloudflare", provider("cloudflare")],
  ["replicate", provider("replicate")],
  ["github", provider("github-models")],
  ["github_copilot", provider("openai", "github-copilot")],
  ["moonshot", provider("other", "moonshot")],
  ["dashscope", provider("other", "dashscope")],
  ["zai", provider("other", "zai")],
  ["minimax", provider("other", "minimax")],
  ["elevenlabs", provider("other", "elevenlabs")],
  ["deepgram", provider("other", "deepgram")],
  ["watsonx", hubVia("watsonx")],
  ["cerebras", hubVia("cerebras")],
  ["sambanova", hubVia("sambanova")],
  ["huggingface", hubVia("huggingface")],
  ["hosted_vllm", hubVia("vllm")],
  ["vllm", hubVia("vllm")],
  ["publicai", provider("other", "publicai")],
  ["lm_studio", hubVia("lm-studio")],
  ["ollama", { read: readOllamaName }],
  ["ollama_chat", { read: readOllamaName }],
  ["openrouter", { read: readOpenRouterId }],
  // DSPy.rb, whose other half RubyLLM knows every provider's names
  ["ruby_llm", provider("other", "ruby-llm")],
]);

/** Whether `text` starts with a route's prefix (`groq/`, `ollama_chat/`). */
export function hasRoutePrefix(text: string): boolean {
  return routePrefixes.has(text.slice(0, Math.max(0, text.indexOf("/"))));
}

/** Reads `prefix/name` as LiteLLM routes it; null where the prefix is none of its own. */
export function readRoutedName(text: string): Identity | null {
  const slash = text.indexOf("/");
  if (slash <= 0) return null;
  const scheme = routePrefixes.get(text.slice(0, slash));
  return scheme?.read(text.slice(slash + 1)) ?? null;
}

/** A Bedrock id as it is, or the model's part of a foundation-model ARN. */
export function bedrockName(text: string): string {
  return /^arn:[^/]*:foundation-model\/(.+)$/.exec(text)?.[1] ?? text;
}

/** Bedrock model ids, inference profiles and ARNs: `us.anthropic.claude-3-5-sonnet-20240620-v1:0`. */
export function looksLikeBedrockId(text: string): boolean {
  return (
    /^arn:aws[\w-]*:bedrock:/.test(text) ||
    /^(?:(?:us|eu|apac|au|jp|ca|global|us-gov)\.)?(?:anthropic|amazon|meta|mistral|cohere|ai21|deepseek|qwen|openai|stability|luma|nvidia|google|minimax|moonshotai?|writer|twelvelabs|xai|zai)\.[a-z0-9]/.test(
      text,
    )
  );
}
