import { lazy } from "../lazy.ts";
import { holdsLiteral, type Literals, literalsOf, someLiteral } from "./literals.ts";

const lineFeed = 10;
const carriageReturn = 13;
const space = 32;

/*
 * Most documents of a project have nothing to do with models: they are thrown out before anybody looks closer. In an editor this is done at
 * each keystroke, and in the scan of a tree it is most of the work. Of the words below at least one stands in every document that names a
 * model. All are in small letters, and found in letters of either case.
 *
 * An editor loads this much at its start: what else tells of models is in tellingWords.ts, and the same for bytes in byteFilter.ts.
 */

/** Words that hardly any program holds that has nothing to do with models. */
export const tellingLiterals: readonly string[] = [
  // places: arguments, keys, variables, files
  ...["pretrained", "deployment_name", "deploymentname", "chats.create", "_or_path", "repo_id", "repoid", "load_lora"],
  ...["load_adapter", "load_ip_adapter", "lora_adapters", "engine_repository"],
  ...["hub.repo(", "hubrepo(", "snapshot(from", "getfilenames(from", "getfilemetadata(from"],
  ...["getchatclient(", "getimageclient(", "getaudioclient(", "getresponsesclient(", "load_textual", "snapshot_download", "hub_download"],
  ...["azureaiinference", "from_hparams", "lorarequest", "from_quantized", "foreign_class(", "promptcompressor", "torch.hub", "clip.load("],
  ...["from_single_file", "ckpt_name", "unet_name", "widgets_values", ".gguf"],
  // programs, packages and services
  ...["hf download", "hugging", "hf.co", "hf://", "ollama", "vllm", "lmdeploy", "mlx_", "mergekit", "ultralytics", "openai", "genai"],
  ...["groq", "litellm", "pywhispercpp", "workersai", "workers-ai", "ai.run", "xai(", "anthropic", "awsbedrock", "bedrock"],
  ...["openrouter", "pydantic_ai", "langchain", "langgraph", "symfony\\ai", "ai-sdk", "dspy"],
  ...["txtai", "bumblebee", "ai.inference", "extensions.ai", "fal_client", "fal-ai", "tts.api", "tts_models"],
  ...["livekit.agents", "livekit/agents", "stability_sdk", "stability.ai/v", "fal.run/", "from_provider(", "download-ggml-model"],
  ...["dashscope", "mirascope", "hf_hub", "lm_eval", "gr.load(", "gr.interface.load("],
  // functions of databases
  ...["ai_query(", "ai_complete(", "ai_embed(", "ai.generate", "snowflake.cortex", "pgml"],
  // families
  ...["gpt", "claude", "gemini", "gemma", "llama", "mistral", "mixtral", "codestral", "qwen", "deepseek", "command-a", "command-r"],
  ...["olmo", "pythia", "smollm", "davinci", "dalle", "dall-e", "imagen", "voyage", "sonar-", "minilm", "mpnet", "kimi", "glm-"],
  ...["phi3", "phi4", "phi-3", "phi-4", "tts-1", "eleven_", "o1-mini", "o3-mini", "o4-mini", "o1-pro", "o3-pro", "o4-pro"],
];

/** Words that stand in programs of any kind, too: a program with these alone is looked at where it holds a model's name as well. */
const vagueLiterals: readonly string[] = [
  ...["model", "pipeline", "agent(", "extractor(", "tokenizer", "processor_", "trainer", "embed", "rerank", "encoder", "checkpoint"],
  ...["prompts", "transformer", "llm", "optimum", "replicate", "codex", "cohere", "prism", "gateway.", "gateway("],
  ...["defaultrepo", "flair", "hgf(", "{:hf,", "bert", "whisper", "grok", "diffusion", "flux", "granite"],
  ...["wav2vec", "_tower", "-tower", "vocoder"],
];

/** What lets a document through. Kept short: it only decides whether a document is worth a scan. */
export const literals: readonly string[] = [...tellingLiterals, ...vagueLiterals];

/** A Modelfile's instruction, at the beginning of a line and before white space. Not in small letters: Python's imports begin so. */
export const instruction = "FROM";

/** All that lets a document through: {@link literals} and {@link instruction}. */
export const literalIndex: () => Literals = lazy(() => literalsOf([...literals, instruction]));

/** Whether a document may name a model at all. One pass without parsing. */
export function mayHoldReference(text: string): boolean {
  return someLiteral(text, literalIndex(), stands);
}

/** Whether a literal, or the instruction, stands at `start`. */
export function stands(text: string, start: number, literal: string): boolean {
  return literal === instruction ? instructionStands(text, start) : holdsLiteral(text, start, literal);
}

function instructionStands(text: string, start: number): boolean {
  const end = start + instruction.length;
  if (!text.startsWith(instruction, start) || end >= text.length) return false;
  const before = start === 0 ? lineFeed : text.charCodeAt(start - 1);
  if (before !== lineFeed && before !== carriageReturn) return false;
  const after = text.charCodeAt(end);
  // what is no ASCII may be white space, too
  return after <= space || after >= 128;
}
