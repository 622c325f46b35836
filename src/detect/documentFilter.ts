import { lazy } from "../lazy.ts";
import { fold, holdsLiteral, isIn, isSmallLetter, keyMask, type Literals, literalsOf, someLiteral } from "./literals.ts";

/*
 * Most documents of a project have nothing to do with models: they are thrown out before anybody looks closer. In an editor this is done at
 * each keystroke, and in the scan of a tree it is most of the work. Of the words below at least one stands in every document that names a
 * model. All are in small letters, and found in letters of either case.
 */

/** Words that hardly any program holds that has nothing to do with models. */
const tellingLiterals: readonly string[] = [
  // places: arguments, keys, variables, files
  ...["pretrained", "deployment_name", "deploymentname", "chats.create", "_or_path", "repo_id", "repoid", "load_lora", "load_ip_adapter"],
  ...["getchatclient(", "getimageclient(", "getaudioclient(", "getresponsesclient(", "load_textual", "snapshot_download", "hub_download"],
  // programs, packages and services
  ...["hf download", "hugging", "hf.co", "hf://", "ollama", "vllm", "lmdeploy", "mlx_", "mergekit", "ultralytics", "openai", "genai"],
  ...[
    "groq",
    "litellm",
    "pywhispercpp",
    "workersai",
    "workers-ai",
    "ai.run",
    "xai(",
    "anthropic",
    "awsbedrock",
    "bedrock",
    "openrouter",
    "pydantic_ai",
    "langchain",
    "langgraph",
  ],
  ...["symfony\\ai", "ai-sdk", "dspy"],
  // families
  ...["gpt", "claude", "gemini", "gemma", "llama", "mistral", "mixtral", "codestral", "qwen", "deepseek", "command-a", "command-r"],
  ...["olmo", "pythia", "smollm", "davinci", "dalle", "dall-e", "imagen", "voyage", "sonar-", "minilm", "mpnet", "kimi", "glm-"],
  ...["phi3", "phi4", "phi-3", "phi-4", "tts-1", "eleven_", "o1-mini", "o3-mini", "o4-mini", "o1-pro", "o3-pro", "o4-pro"],
];

/** Words that stand in programs of any kind, too: a program with these alone is looked at where it holds a model's name as well. */
const vagueLiterals: readonly string[] = [
  ...["model", "pipeline", "agent(", "extractor(", "tokenizer", "processor_", "trainer", "embed", "rerank", "encoder", "checkpoint"],
  ...["prompts", "transformer", "llm", "optimum", "replicate", "codex", "cohere", "prism", "gateway.", "gateway("],
  ...["bert", "whisper", "grok", "diffusion", "flux", "granite"],
];

/** Words beside those that tell what a program is about: packages that run models or ask for them, and its own modules that do. */
const tellingNames: readonly string[] = [
  ...["axolotl", "unsloth", "sglang", "lm_eval", "lighteval", "hf_hub", "candle", "flagembedding", "diffusers", "mlxl", "mlxv"],
  ...["fastembed", "sentence_transformers", "sentencetransformers", "txtai", "keybert", "bertopic", "whisper_", "whisper."],
  ...["ellmer", "ctransformers", "xenova/", "text_generation", "text-generation", "text-embeddings"],
  ...["qdrant_client", "crewai", "aider", "vertexai", "aiplatform", "genkit", "generativeai", "generative_ai", "generative-ai"],
  ...["firebaseai", "firebase/ai", "firebase.ai", "firebase_ai", "google.adk", "ai.inference", "xai_", "elevenlabs", "watsonx"],
  ...["perplexity", "cloudflare/ai", "semantickernel", "semantic_kernel", "agent_framework", "autogen_", "deepagents", "promptfoo"],
  ...["@mastra", "agno.", "llphant", "llmchain", "\\prism", "rig_core", "rig::", "cohere-", "cohere_", "replicate-go", "docker model"],
  ...['"ai"', "'ai'", "/ai/"],
  // calls that only a model is asked by
  ...["completions.", "responses.create", "responses.parse", "responses.stream", "embeddings.create", "images.generate"],
  ...["moderations.create", "audio.speech", "messages.create", "messages.stream", "generate_content", "generatecontent"],
  ...["invoke_model", "invokemodel"],
  // a project's own modules
  ...[" llm", "_llm", ".llm", '"llm', "'llm", "/llm", "llm_", "llm-", "llm(", "llm.", "llms"],
  ...["base", "chat", "embedding", "embeddings", "foundation", "image"].flatMap(modelsOf),
  ...["language", "reranking", "speech", "transcription", "video"].flatMap(modelsOf),
];

/** Packages whose names are words of other trades: they tell something where they are imported. */
const packages: readonly string[] = [
  ...["accelerate", "agents", "autogen", "awq", "cohere", "fireworks", "haystack", "hub", "instructor", "optimum", "peft", "phi"],
  ...["replicate", "strands", "timm", "together", "tokenizers", "transformers", "trl", "whisper"],
];

/** What stands before a package that is imported; in quotes as well, which a call may be given. */
const imports: readonly string[] = ["from ", "import ", "require ", "use "];

function modelsOf(kind: string): readonly string[] {
  return [`${kind}model`, `${kind}_model`, `${kind}-model`];
}

/** What lets a document through. Kept short: it only decides whether a document is worth a scan. */
export const literals: readonly string[] = [...tellingLiterals, ...vagueLiterals];

/** A Modelfile's instruction, at the beginning of a line and before white space. Not in small letters: Python's imports begin so. */
const instruction = "FROM";

const all: () => Literals = lazy(() => literalsOf([...literals, instruction]));
const telling: () => Literals = lazy(() => literalsOf([...tellingLiterals, ...tellingNames, ...packages, instruction]));

/** Whether a document may name a model at all. One pass without parsing. */
export function mayHoldReference(text: string): boolean {
  return someLiteral(text, all(), stands);
}

/** Whether a document speaks of models by one word alone, so that in it also a name which nobody knows may be a model's. One pass without parsing. */
export function holdsTellingWord(text: string): boolean {
  return someLiteral(text, telling(), tells);
}

/** Whether a literal, or the instruction, stands at `start`. */
function stands(text: string, start: number, literal: string): boolean {
  return literal === instruction ? instructionStands(text, start) : holdsLiteral(text, start, literal);
}

/** Whether a literal or the instruction stands at `start`, and not within a word, `argptr` being no GPT; or a package that is imported. */
function tells(text: string, start: number, literal: string): boolean {
  if (!stands(text, start, literal) || isWithinWord(text, start)) return false;
  return !packages.includes(literal) || isImported(text, start);
}

function isImported(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  const isQuoted = before === doubleQuote || before === singleQuote;
  const end = isQuoted ? start - 1 : start;
  return (isQuoted && text.charCodeAt(end - 1) === openParenthesis) || imports.some((word) => holdsLiteral(text, end - word.length, word));
}

/** Whether a letter of the same case stands before the one at `start`, and not as an escape's. A word begins in `chatModel`, too. */
function isWithinWord(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  const first = text.charCodeAt(start);
  return (
    isSmallLetter(before | 32) && isSmallLetter(first | 32) && ((before ^ first) & 32) === 0 && text.charCodeAt(start - 2) !== backslash
  );
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

const [lineFeed, carriageReturn, space, doubleQuote, singleQuote, openParenthesis, backslash] = [10, 13, 32, 34, 39, 40, 92];

/**
 * Whether `bytes` are ASCII without a zero in it, and a text of which {@link mayHoldReference} says no: what most files of any project are,
 * told without decoding them, at four bytes a step. Where a literal begins, one of the four-byte words at hand holds two to four units of
 * it; only around words that are in the table of such words is looked closer.
 */
export function isPlainWithoutReference(bytes: Uint8Array): boolean {
  // of one class, whatever the bytes come as
  const aligned = bytes.byteOffset % 4 === 0 ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) : new Uint8Array(bytes);
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
  const near = wordsNearLiterals();
  const wanted = all();
  for (let i = nextNear(words, near, 0); i < words.length; i = nextNear(words, near, i + 1)) {
    if (holdsIn(aligned, wanted, Math.max(i * 4 - 2, 0), i * 4 + 3)) return false;
  }
  const end = words.length * 4;
  return (
    !holdsIn(aligned, wanted, Math.max(end - 2, 0), aligned.length) &&
    arePlain(words) &&
    aligned.subarray(end).every((byte) => byte > 0 && byte < 128)
  );
}

/** The first of `words` from `from` on of which `near` has the hash; their number where there is none. */
function nextNear(words: Int32Array, near: Uint8Array, from: number): number {
  let at = from;
  while (at < words.length && !isIn(near, hashOf(words[at] ?? 0))) at++;
  return at;
}

/** Whether none of the bytes is zero, or none of ASCII. */
function arePlain(words: Int32Array): boolean {
  let special = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? 0;
    // the highest bit of a byte that is none of ASCII, or of one below zero
    special |= word | ((word - 0x01010101) | 0);
  }
  return (special & 0x80808080) === 0;
}

/** Whether one of the literals begins from `start` on and before `end`. */
function holdsIn(bytes: Uint8Array, { byKey, isKey }: Literals, start: number, end: number): boolean {
  let key = (foldedAt(bytes, start) << 10) | (foldedAt(bytes, start + 1) << 5) | foldedAt(bytes, start + 2);
  for (let at = start; at < end; at++) {
    key = ((key << 5) | foldedAt(bytes, at + 3)) & keyMask;
    if (isIn(isKey, key) && byKey.get(key)?.some((literal) => standsInBytes(bytes, at, literal))) return true;
  }
  return false;
}

const foldedAt = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) & fold;

function standsInBytes(bytes: Uint8Array, start: number, literal: string): boolean {
  for (let i = 4; i < literal.length; i++) if (foldedAt(bytes, start + i) !== (literal.charCodeAt(i) & fold)) return false;
  // with what stands around it, which an instruction asks for
  const before = Math.min(start, 1);
  return stands(String.fromCharCode(...bytes.subarray(start - before, start + literal.length + 1)), before, literal);
}

/** Twenty bits of four bytes, the same for letters of either case. The factor is the golden ratio's, as Knuth hashes. */
const hashOf = (word: number): number => Math.imul(word & 0x1f1f1f1f, 0x9e3779b1) >>> 12;

const isLittleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

/** A bit for each hash: those of the words that a literal can make of the bytes around its beginning. */
const wordsNearLiterals: () => Uint8Array = lazy(() => {
  const bits = new Uint8Array(1 << 17);
  /** Marks the word that begins at `offset` of a literal; whatever stands before the literal or behind it may be in it. */
  const mark = (literal: string, offset: number): void => {
    let word = 0;
    const free: number[] = [];
    for (let at = 0; at < 4; at++) {
      const shift = isLittleEndian ? at * 8 : 24 - at * 8;
      const unit = literal.charCodeAt(offset + at);
      if (Number.isNaN(unit)) free.push(shift);
      else word |= (unit & fold) << shift;
    }
    const [first, second] = free;
    for (let one = 0; one <= (first === undefined ? 0 : fold); one++) {
      for (let other = 0; other <= (second === undefined ? 0 : fold); other++) {
        const hash = hashOf(word | (one << (first ?? 0)) | (other << (second ?? 0)));
        bits[hash >> 3] = (bits[hash >> 3] ?? 0) | (1 << (hash & 7));
      }
    }
  };
  for (const literal of [...literals, instruction]) {
    // wherever the literal begins, one of these words begins at a multiple of four, and has at least two units of it
    for (const offset of [-1, 0, 1, literal.length > 4 ? 2 : -2]) mark(literal, offset);
  }
  return bits;
});
