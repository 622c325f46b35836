import { lazy } from "../lazy.ts";
import { instruction, stands, tellingLiterals } from "./documentFilter.ts";
import { holdsLiteral, isSmallLetter, type Literals, literalsOf, someLiteral } from "./literals.ts";

const doubleQuote = 34;
const singleQuote = 39;
const openParenthesis = 40;
const backslash = 92;

/** Words beside {@link tellingLiterals} that tell what a program is about: packages that run models or ask for them, and its own modules that do. */
const tellingNames: readonly string[] = [
  ...["axolotl", "unsloth", "sglang", "lighteval", "candle", "flagembedding", "diffusers", "mlxl", "mlxv"],
  ...["mlx-community", "rollama", "springframework.ai"],
  ...["fastembed", "sentence_transformers", "sentencetransformers", "keybert", "bertopic", "whisper_", "whisper."],
  ...["ellmer", "ctransformers", "xenova/", "text_generation", "text-generation", "text-embeddings"],
  ...["qdrant_client", "crewai", "aider", "vertexai", "aiplatform", "genkit", "generativeai", "generative_ai", "generative-ai"],
  ...["firebaseai", "firebase/ai", "firebase.ai", "firebase_ai", "google.adk", "xai_", "elevenlabs", "watsonx"],
  ...["promptingtools", 'hgf"', "speechbrain", "bert_score", "open_clip", "spacy_llm", "setfit", "gliner"],
  ...["perplexity", "cloudflare/ai", "semantickernel", "semantic_kernel", "agent_framework", "autogen_", "deepagents", "promptfoo"],
  ...["@mastra", "agno.", "llphant", "llmchain", "\\prism", "rig_core", "rig::", "cohere-", "cohere_", "replicate-go", "docker model"],
  ...["codewithkyrian"],
  ...["pyannote", "span_marker", "parler_tts", "audiocraft", "colbert", "ragatouille", "pylate", "litgpt", "mteb", "rerankers"],
  ...["funasr", "llmlingua", "instructorembedding", "embedding_functions", "nemo.collections", "tts.utils"],
  ...["qianfan", "erniebot", "@livekit", "pipecat", "deepgram", "magentic", "deepeval", "lmms_eval", "ell.simple(", "ell.complex("],
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
  ...["clip", "comet", "gradio", "guidance", "livekit", "modelscope", "outlines", "tts"],
  ...["accelerate", "agents", "autogen", "awq", "cohere", "fireworks", "flair", "haystack", "hub", "instructor", "mall", "mlx"],
  ...["optimum", "peft", "phi", "replicate", "strands", "timm", "together", "tokenizers", "transformers", "trl", "whisper"],
];

/** What stands before a package that is imported; in quotes as well, which a call may be given. */
const imports: readonly string[] = ["from ", "import ", "require ", "use "];

function modelsOf(kind: string): readonly string[] {
  return [`${kind}model`, `${kind}_model`, `${kind}-model`];
}

const telling: () => Literals = lazy(() => literalsOf([...tellingLiterals, ...tellingNames, ...packages, instruction]));

/** Whether a document speaks of models by one word alone, so that in it also a name which nobody knows may be a model's. One pass without parsing. */
export function holdsTellingWord(text: string): boolean {
  return someLiteral(text, telling(), tells);
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
