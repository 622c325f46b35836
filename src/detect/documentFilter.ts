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
  ...["groq", "workersai", "workers-ai", "ai.run", "xai(", "anthropic", "bedrock", "openrouter", "pydantic_ai", "langchain", "langgraph"],
  ...["symfony\\ai", "ai-sdk", "dspy", "gateway.", "gateway("],
  // families
  ...["gpt", "claude", "gemini", "gemma", "llama", "mistral", "mixtral", "codestral", "qwen", "deepseek", "command-a", "command-r"],
  ...["olmo", "pythia", "smollm", "davinci", "dalle", "dall-e", "imagen", "voyage", "sonar-", "minilm", "mpnet", "kimi", "glm-"],
  ...["phi3", "phi4", "phi-3", "phi-4", "tts-1", "eleven_", "o1-mini", "o3-mini", "o4-mini", "o1-pro", "o3-pro", "o4-pro"],
];

/** Words that stand in programs of any kind, too: a program with these alone is looked at where it holds a model's name as well. */
const vagueLiterals: readonly string[] = [
  ...["model", "pipeline", "agent(", "extractor(", "tokenizer", "processor_", "trainer", "embed", "rerank", "encoder", "checkpoint"],
  ...["prompts", "transformer", "llm", "optimum", "replicate", "codex", "cohere", "prism"],
  ...["bert", "whisper", "grok", "diffusion", "flux", "granite"],
];

/** Words beside those that tell what a program is about: packages that run models or ask for them, and its own modules that do. */
const tellingNames: readonly string[] = [
  ...["axolotl", "unsloth", "sglang", "lm_eval", "lighteval", "hf_hub", "candle", "flagembedding", "diffusers", "mlxl", "mlxv"],
  ...["fastembed", "haystack", "sentence_transformers", "sentencetransformers", "txtai", "keybert", "bertopic", "whisper", "timm"],
  ...["peft", "ellmer", "ctransformers", "xenova/", "tokenizers", "text_generation", "text-generation", "text-embeddings"],
  ...["qdrant_client", "crewai", "aider", "vertexai", "aiplatform", "genkit", "generativeai", "generative_ai", "generative-ai"],
  ...["firebaseai", "firebase/ai", "firebase.ai", "firebase_ai", "google.adk", "ai.inference", "xai_", "elevenlabs", "watsonx"],
  ...["perplexity", "cloudflare/ai", "semantickernel", "semantic_kernel", "agent_framework", "autogen_", "deepagents", "promptfoo"],
  ...["@mastra", "agno.", "llphant", "llmchain", "\\prism", "rig_core", "rig::", "cohere-", "cohere_", "replicate-go", "docker model"],
  ...['"ai"', "'ai'", "/ai/", "from transformers", "import transformers", "from trl", "import trl", "import hub"],
  // packages whose names are words of other trades, where they are imported
  ...["accelerate", "agents", "autogen", "awq", "cohere", "fireworks"].flatMap(imported),
  ...["instructor", "optimum", "phi", "replicate", "strands", "together"].flatMap(imported),
  // calls that only a model is asked by
  ...["completions.", "responses.create", "responses.parse", "responses.stream", "embeddings.create", "images.generate"],
  ...["moderations.create", "audio.speech", "messages.create", "messages.stream", "generate_content", "generatecontent"],
  ...["invoke_model", "invokemodel"],
  // a project's own modules
  ...[" llm", "_llm", ".llm", '"llm', "'llm", "/llm", "llm_", "llm-", "llm(", "llm.", "llms"],
  ...["base", "chat", "embedding", "embeddings", "foundation", "image"].flatMap(modelsOf),
  ...["language", "reranking", "speech", "transcription", "video"].flatMap(modelsOf),
];

function imported(name: string): readonly string[] {
  return [`from ${name}`, `import ${name}`, `"${name}"`, `'${name}'`];
}

function modelsOf(kind: string): readonly string[] {
  return [`${kind}model`, `${kind}_model`, `${kind}-model`];
}

/** What lets a document through. Kept short: it only decides whether a document is worth a scan. */
export const literals: readonly string[] = [...tellingLiterals, ...vagueLiterals];

/** A Modelfile's instruction, at the beginning of a line and before white space. Not in small letters: Python's imports begin so. */
const instruction = "FROM";

/** A text, or bytes of which those below 128 are ASCII. */
type Units = string | Uint8Array;

const unitAt = (units: Units, at: number): number => (typeof units === "string" ? units.charCodeAt(at) : (units[at] ?? 0));

/** Five bits of each unit: the same for a letter in either case, and for some others, which a comparison tells apart. */
const fold = 0x1f;

/** Literals by their first three units, and where there are any. */
interface Literals {
  readonly byFirstThree: readonly (readonly string[] | undefined)[];
  readonly isFirstThree: Uint8Array;
}

const all: Literals = byBeginning([...literals, instruction]);
const telling: Literals = byBeginning([...tellingLiterals, ...tellingNames, instruction]);

function byBeginning(list: readonly string[]): Literals {
  const byFirstThree: (string[] | undefined)[] = new Array(1 << 15);
  const isFirstThree = new Uint8Array(1 << 15);
  for (const literal of list) {
    const three = firstThree(literal);
    isFirstThree[three] = 1;
    byFirstThree[three] = [...(byFirstThree[three] ?? []), literal];
  }
  return { byFirstThree, isFirstThree };
}

function firstThree(literal: string): number {
  return ((literal.charCodeAt(0) & fold) << 10) | ((literal.charCodeAt(1) & fold) << 5) | (literal.charCodeAt(2) & fold);
}

/** Whether one of the literals, of which some begin with these folded units, begins at `start`. */
function holdsAt({ byFirstThree }: Literals, units: Units, start: number, three: number): boolean {
  for (const literal of byFirstThree[three] ?? []) {
    if (literal === instruction ? holdsInstruction(units, start) : holdsLiteral(units, start, literal)) return true;
  }
  return false;
}

/** Whether `literal` stands at `start`: a small letter of it for itself in both cases, anything else for itself alone. */
export function holdsLiteral(units: Units, start: number, literal: string): boolean {
  for (let i = 0; i < literal.length; i++) {
    const expected = literal.charCodeAt(i);
    const unit = unitAt(units, start + i);
    if (unit !== expected && (!isLetter(expected) || (unit | 32) !== expected)) return false;
  }
  return true;
}

const isLetter = (unit: number): boolean => unit >= 97 && unit <= 122;

function holdsInstruction(units: Units, start: number): boolean {
  for (let i = 0; i < instruction.length; i++) if (unitAt(units, start + i) !== instruction.charCodeAt(i)) return false;
  const before = start === 0 ? lineFeed : unitAt(units, start - 1);
  if (before !== lineFeed && before !== carriageReturn) return false;
  const end = start + instruction.length;
  // what is no ASCII may be white space, too
  return end < units.length && (unitAt(units, end) <= space || unitAt(units, end) >= 128);
}

const lineFeed = 10;
const carriageReturn = 13;
const space = 32;

/** Whether a document may name a model at all. One pass without parsing. */
export function mayHoldReference(text: string): boolean {
  return holdsOne(all, text);
}

/** Whether a document speaks of models by one word alone, so that in it also a name which nobody knows may be a model's. One pass without parsing. */
export function holdsTellingWord(text: string): boolean {
  return holdsOne(telling, text);
}

function holdsOne(wanted: Literals, text: string): boolean {
  const { isFirstThree } = wanted;
  let three = 0;
  for (let at = 0; at < text.length; at++) {
    three = ((three << 5) | (text.charCodeAt(at) & fold)) & 0x7fff;
    if (isFirstThree[three] === 1 && holdsAt(wanted, text, at - 2, three)) return true;
  }
  return false;
}

/**
 * Whether `bytes` are ASCII without a zero in it, and a text of which {@link mayHoldReference} says no: what most files of any project are,
 * told without decoding them, at four bytes a step. Where a literal begins, one of the four-byte words at hand holds two to four units of
 * it; only around words that are in the table of such words is looked closer.
 */
export function isPlainWithoutReference(bytes: Uint8Array): boolean {
  nearLiterals ??= wordsNearLiterals();
  const near = nearLiterals;
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
  let special = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? 0;
    // the highest bit of a byte that is none of ASCII, or of one below zero
    special |= word | ((word - 0x01010101) | 0);
    const hash = hashOf(word);
    if (((near[hash >> 3] ?? 0) >> (hash & 7)) & 1 && holdsIn(aligned, i * 4 - 2, i * 4 + 3)) return false;
  }
  if ((special & 0x80808080) !== 0) return false;
  const end = words.length * 4;
  for (let at = end; at < aligned.length; at++) if (unitAt(aligned, at) === 0 || unitAt(aligned, at) >= 128) return false;
  return !holdsIn(aligned, end - 2, aligned.length);
}

/** Whether a literal begins from `start` on and before `end`. */
function holdsIn(bytes: Uint8Array, start: number, end: number): boolean {
  const first = Math.max(start, 0);
  let three = (((bytes[first] ?? 0) & fold) << 5) | ((bytes[first + 1] ?? 0) & fold);
  for (let at = first; at < end; at++) {
    three = ((three << 5) | ((bytes[at + 2] ?? 0) & fold)) & 0x7fff;
    if (all.isFirstThree[three] === 1 && holdsAt(all, bytes, at, three)) return true;
  }
  return false;
}

/** Twenty bits of four bytes, the same for letters of either case. The factor is the golden ratio's, as Knuth hashes. */
const hashOf = (word: number): number => Math.imul(word & 0x1f1f1f1f, 0x9e3779b1) >>> 12;

/** A bit for each hash: those of the words that a literal can make of the bytes around its beginning. Made when first needed. */
let nearLiterals: Uint8Array | undefined;

const isLittleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

function wordsNearLiterals(): Uint8Array {
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
}
