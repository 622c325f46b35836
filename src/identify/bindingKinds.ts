import type { Binding } from "../detect/context.ts";
import { wordsOf } from "./bindingNames.ts";

/* What the name of a binding says beyond its meaning: which kind of name stands there, and whose. */

/** Whether the binding alone says that a hub's or a provider's model is meant: `model_name_or_path`, `repo_id`, `base_model`. */
export function isSpelledOut(binding: Binding | null, text: string): boolean {
  if (binding === null) return false;
  const name = lettersOf(binding);
  return text.includes("/")
    ? /^(?:modelnameorpath|pretrainedmodelnameorpath|repoid|hfmodel|hfrepo|basemodel|hfmodelid|huggingfacemodel)$/.test(name) ||
        (/(?:modelnameorpath|modelname|modelid|hfmodel|hfrepo|basemodel)$/.test(name) && /\/.*[-\d]/.test(text))
    : /^(?:llm|llmmodel|chatmodel|embeddingmodel|openaimodel|anthropicmodel|foundationmodel)$/.test(name) ||
        (name === "model" && /^o[134]$/.test(text));
}

/** Whether the binding's name says which kind or whose model stands here: there, a name may be an everyday word. `ollamaSelectedModel`, `CHAT_MODEL_NAME`. */
export function saysWhose(binding: Binding | null): boolean {
  return binding !== null && /(?:llm|chat|embedding|ollama|openai|anthropic)[a-z]{0,10}model(?:name|id)?$/.test(lettersOf(binding));
}

/**
 * Whether a name that no record knows is somebody's own by what it is bound to, or is none: a training's checkpoints (`checkpoint="single-best"`),
 * the version of a model that stands elsewhere (`MODEL_VERSION=0125-preview`), a deployment, which its owner names freely, what some engine is, and
 * a repository without an organisation, which the hub has given to few models, all known.
 */
export function isOwnName({ name }: Binding, text: string): boolean {
  if (/version(?:$|_)/i.test(name) || /(?:deployment|engine)(?:_?(?:name|id))?$/i.test(name)) return true;
  return !text.includes("/") && /checkpoint|ckpt|repo_?id$/i.test(name);
}

/** Whether what is bound is what does something, which a model rarely is: `engine: brave` searches. */
export function isEngine({ name }: Binding): boolean {
  return /engine(?:_?(?:name|id))?$/i.test(name);
}

/** Whether the binding's name says which kind of a model it is: an architecture as a rule, and for some a name (`model_type="gpt-4o-mini"`). */
export function isKind({ name }: Binding): boolean {
  return /model_?types?$/i.test(name);
}

/** Whether the binding's name says who serves a model, with whom some programs name the model as well: `llm_provider="openai/gpt-4o"`. */
export function isProvider({ name }: Binding): boolean {
  return /provider$/i.test(name);
}

/** Whether what is called so is an adapter, which hubs name as they name models: `lora_id`, `adapter_path`. */
export function isAdapter(name: string): boolean {
  return /(?:lora|adapter)_?(?:id|name|path|repo|repo_?id|model_?id|name_?or_?path)$/i.test(name);
}

/** Whether the binding's name asks for a file by its path, and for no name of a hub: `model_path`. */
export function isPath({ name }: Binding): boolean {
  return /path|file/i.test(name);
}

/** Words in front of `model` that say that a training makes it. */
const made = new Set(["new", "output", "tuned", "finetuned", "merged", "trained"]);

/** Whether what is bound is the name that a training gives to what it makes: `new_model = "llama-2-7b-mine"`. */
export function isOfTraining({ name }: Binding): boolean {
  const words = wordsOf(name);
  const at = words.lastIndexOf("model");
  return made.has(words[at - 1] ?? "") && words[at - 2] !== "pre";
}

function lettersOf({ name }: Binding): string {
  return name.toLowerCase().replace(/[^a-z]/g, "");
}
