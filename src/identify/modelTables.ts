/* Places of which no binding says that a model stands there, and of which what is further out does. */

import type { Frame } from "../detect/frame.ts";
import { meaningOf, wordsOf } from "./bindingNames.ts";
import { isWeightsFile } from "./names.ts";
import { isNeutralToNames } from "./neutralToNames.ts";
import { isSpelledBy } from "./offers.ts";
import { isSerialisedName } from "./roles.ts";

/** Whether the string is the value of a member of an enum or union whose name says that its members are models: `enum ChatModel`. */
export function declaresModels(context: readonly Frame[], text: string): boolean {
  const name = declaredName(context, text);
  if (name === null) return false;
  return /^(?:models?|llms?|names?|ids?)$/.test(wordsOf(name).at(-1) ?? "") && /^models?$/.test(meaningOf(name));
}

/** The name of the enum or union that the string is a member of, or what one of its members is made with or written as. */
function declaredName([frame, outer, outermost]: readonly Frame[], text: string): string | null {
  if (frame?.kind === "declaration") return frame.name;
  // C# and Rust have what is written in brackets: `[EnumMember(Value = "o3")] O3`
  const isInBrackets = outer?.kind === "item" && frame !== undefined && isSerialisedName(frame);
  const declaration = isInBrackets ? outermost : outer;
  if (declaration?.kind !== "declaration") return null;
  return frame?.kind !== "argument" || isInBrackets || isNameOfMember(frame, text) ? declaration.name : null;
}

/** How the levels of a quantisation end a constant's name: `_Q4_K_M`, `_IQ3_XS`, `_FP16`. */
const quantisation = /_(?:I?Q\d(?:_\w{1,4})*|B?F(?:P)?\d{1,2}|INT\d)$/i;

/**
 * Whether a string that a member of an enum is made with says which one it is: the first, what is its `id`, or what the constant is called as, in
 * `LLAMA2("Llama 2", "llama2", 4096)`. A file of weights stands beside the repository that holds it.
 */
function isNameOfMember(frame: Frame & { kind: "argument" }, text: string): boolean {
  if (frame.position === 0) return true;
  if (frame.keyword !== null) return /^(?:id|Id|ID|value|slug)$/.test(frame.keyword);
  return isSpelledBy({ symbol: frame.callee.replace(quantisation, ""), text }) && !isWeightsFile(text);
}

/** Whether the string is what a table gives for a key, and the table's name says that it gives models: `MODEL_IDS = { "llama3-8b": "..." }`. */
export function isInModelTable([inner, outer]: readonly Frame[]): boolean {
  return inner?.kind === "property" && /^models?$/.test(meaningOf(nameOf(outer)));
}

/** Whether the string is a hub id in a table of several models: there, one that no record knows is a model as well. */
export function isHubIdOfTable(context: readonly Frame[], text: string): boolean {
  return context[0]?.kind === "property" && text.includes("/") && isModelTable(context[1]) && !isNeutralToNames(context, text);
}

/**
 * Whether the string stands where models do: in a table (`DEFAULT_MODELS = { groq: "..." }`) or a table of lists, as a member of an enum of kinds
 * of models (`enum EmbeddingModelType`), or as what a function makes a model of (`model: provider("...")`).
 */
export function isAmongModels(context: readonly Frame[], text: string): boolean {
  const [inner, outer, outermost] = context;
  if (inner?.kind === "property") return isModelTable(outer) || (isProvider(inner.key) && meaningOf(nameOf(outer)) === "model");
  if (inner?.kind === "item") return outer?.kind === "property" && isModelTable(outermost);
  if (outer?.kind === "declaration") return /^models?$/.test(meaningOf((declaredName(context, text) ?? "").replace(/_?types?$/i, "")));
  if (inner?.kind === "argument" && inner.position !== null && clientOfProvider.test(inner.callee)) return true;
  if (inner?.kind !== "argument" || inner.position !== 0) return false;
  if (client.test(inner.callee)) return true;
  const taker = outer?.kind === "property" ? outer.key : outer?.kind === "argument" ? outer.keyword : null;
  return taker !== null && meaningOf(taker) === "model" && makesModel(inner.callee);
}

/** Constructors of what asks a model: `OllamaClient.new("llama3.3")`, `new ChatClient("llama3.3")`. */
const client = /^(?:[A-Z]\w*(?:\.|::))*[A-Z]\w*(?:Client|Chat|LLM|Llm|ChatModel|LanguageModel)(?:[.:]+(?:new|create))?$/;

/** Who serves models, as keys of a mapping say it. */
const providerNames =
  "openai anthropic google gemini mistral mistralai ollama groq cohere deepseek xai grok azure azureopenai bedrock vertex vertexai openrouter together fireworks perplexity huggingface lmstudio vllm cerebras";
const providers = new Set(providerNames.split(" "));

/** What makes a client of one who serves models, and takes the model beside the address and the key: `NewOllamaProvider(url, "llama2")`. */
const clientOfProvider = new RegExp(
  `(?:^|[.:>_]|\\bNew)(?:${providerNames.replaceAll(" ", "|")})_?(?:Chat|Embeddings?|Language)?_?(?:Provider|Client|LLM|Model|Chat|Embedder|Embeddings?)(?:With[A-Z]\\w{0,30})?(?:[.:]+(?:new|create))?$`,
  "i",
);

function isProvider(key: string): boolean {
  return providers.has(key.toLowerCase().replace(/[^a-z]/g, ""));
}

/** Whether a function may make a model of its name: what `.FamilyName("qwen2")` is given is none, whatever is made of it. */
function makesModel(callee: string): boolean {
  const name = callee.slice(callee.lastIndexOf(".") + 1);
  return /provider$/i.test(name) || meaningOf(`model_${name}`) === "model";
}

/** Whether a table's name says that it holds several models, by whatever key: `DEFAULT_MODELS`, `modelMap`. */
function isModelTable(frame: Frame | undefined): boolean {
  const name = nameOf(frame);
  const meaning = meaningOf(name);
  return (
    meaning === "models" || (meaning === "model" && /^(?:map|mapping|list|ids|names|table|defaults)$/.test(wordsOf(name).at(-1) ?? ""))
  );
}

function nameOf(frame: Frame | undefined): string {
  return frame?.kind === "assignment" ? frame.name : frame?.kind === "property" ? frame.key : "";
}
