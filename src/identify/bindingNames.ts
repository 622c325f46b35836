import { remembered } from "../remembered.ts";

/** What the name that a string is bound to (`model_name=`, `"baseModel":`, `OPENAI_MODEL=`, `--model-id`) says of it. */
export type BindingMeaning =
  /** the name says that a model is chosen here */
  | "model"
  /** a list of models to choose from */
  | "models"
  /** the name says that it is something else: a label, a folder, a type */
  | "other"
  /** the name says nothing */
  | "silent";

/** Words that make `model...` a model's property rather than the model. */
const properties = new Set(
  "type types class cls storage store cache arch archs arches publisher vendor org organization organisation dir directory folder file filename provider family label labels title description desc alias served display view config configuration card format state output save prefix prefixes suffix suffixes pattern patterns keyword keywords architecture architectures price cost context tokens author owner license licence category icon logo color tooltip placeholder help prompt message messages event events error log text url endpoint kind status revision revisions sha commit branch regex regexp role table field column template templates schema serializer form factory registry backend backends idx index result results node step job uid username user header headers".split(
    " ",
  ),
);

/** Words that only say which side of a thing is meant. */
const labels = new Set(
  "label title pretty description display tooltip help message content text summary note comment caption doc docs docstring placeholder served alias aliases".split(
    " ",
  ),
);

/** Those of them that are texts, which a model may write or read: it is called by them (`TITLE_MODEL`, `summaryModel`). */
const writings = new Set("title description message content text summary note comment caption doc docs docstring".split(" "));

/** Words behind which a list's name says which models they are. */
const specifying = new Set("supporting with without that which for by requiring needing having using".split(" "));

/** Words of what is no model whatever it is called: a folder, a Helm chart, a namespace of Kubernetes, a licence. */
const places = new Set(["dir", "directory", "folder", "savedir", "cachedir", "outdir", "chart", "namespace", "license", "licence"]);

const modelWords = new Set(["model", "llm", "embedder", "embedding", "embeddings", "reranker", "checkpoint", "ckpt"]);

/** The lower-case words of a name in any case convention: `baseModelId`, `BASE_MODEL_ID`, `--base-model-id`, `HFModel`. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== "");
}

/** Names in small letters without a mark between the words: `modelname`, `chatmodel`, `deploymentname`, of Java's and Terraform's settings. */
const runTogether =
  /^(ai|llm|chat|text|embed|embeddings?|image|vision|speech|audio|language|rerank|openai|default|base)?(model|deployment)(name|id)?$/;

/** The words of a name as they are judged. */
function judgedWords(name: string): readonly string[] {
  return wordsOf(name).flatMap((word) => {
    const [, which, what, part] = runTogether.exec(word) ?? [];
    return what === undefined ? [word] : [which, what, part].filter((one) => one !== undefined);
  });
}

/** Kubernetes labels and annotations: the domain says whose key it is, and only `model.` in front of `name` says of what (`llm-d.ai/guide`). */
const ofDomain = /^((?:[a-z\d-]{1,63}\.){1,9}[a-z]{2,20})\/([\w.-]+)$/;

/** Repositories that a run writes to: what comes of a test of a model, what a training pushes. */
const written = /(?:^| )(?:evals?|results?|leaderboard|output|push|upload) repo(?: id)?$/;

/** What a field of a form shows, which is called by what is written in it: `modelField.text`, `_modelController.text`, `modelInput.value`. */
const ofField = /^(.{1,60}?)_?(?:[Tt]ext)?_?(?:[Ff]ield|[Cc]ontroller|[Ii]nput|[Bb]ox|[Ee]dit|[Cc]ombo)\.(?:text|value|stringValue)$/;

/** The part of a key that says what stands under it. */
function tellingPart(key: string): string {
  const field = ofField.exec(key)?.[1];
  if (field !== undefined) return field;
  const [, domain, name] = ofDomain.exec(key) ?? [];
  if (domain === undefined || name === undefined) return key;
  return /^(?:name|id)$/.test(name) ? `${domain.slice(0, domain.indexOf("."))} ${name}` : name;
}

/** What a binding's name says. Pure; answers are kept, as projects use few names many times. */
export const meaningOf: (name: string) => BindingMeaning = remembered(10_000, (name: string) => {
  const words = judgedWords(tellingPart(name));
  const and = words.indexOf("and");
  if (and <= 0) return judge(words);
  // `model_and_revision`, of what gives two values
  const first = judge(words.slice(0, and));
  return first === "model" ? first : judge(words);
});

function judge(words: readonly string[]): BindingMeaning {
  if (words.length === 0) return "silent";
  const text = words.join(" ");
  if (/datasets?$/.test(words.at(-1) ?? "")) return "other";
  // hubs name data as they name models: `dataset_name_or_path`
  if (/(?:^| )data(?:sets?)? (?:repo )?(?:name|id|path|repo)(?: or (?:name|id|path))?$/.test(text)) return "other";
  // the repository that a training run pushes its result to
  if (text === "hub model id" || written.test(text)) return "other";
  // what a service is entered with, and what a value is called when it is shown: `customModel.apiKey`, `model_to_str`
  if (/(?:^| )(?:api ?key|secret|to str(?:ing)?)$/.test(text)) return "other";
  // transformers' `TrainingArguments`: by what the best model is told
  if (text === "metric for best model") return "other";
  // the vector of something
  if (/(?:^| )(?:chunk|document|doc|item|record|message|user|product|file|page|row|entry|memory) embeddings? ids?$/.test(text))
    return "silent";
  // `textEmbedding3`, `llm2`: one of several
  const at = words.findLastIndex((word) => modelWords.has(word.replace(/\d+$/, "")));
  // `TextModelName`: the model that writes
  const isLabel = (word: string, index: number): boolean => labels.has(word) && !(writings.has(word) && index < at);
  // what a file of weights says of its tokenizer: `tokenizer.ggml.model`
  if (words.includes("ggml")) return "other";
  // how it is run, unless it is the model's own
  if (at >= 0 && words[at] !== "model" && words.at(-1) === "source") return "other";
  if (
    /(?:^| )(?:repo id|hf repo|hf model|model name or path|name or path|model id|model name|model path|foundation model|deployment name|engine)$/.test(
      text,
    )
  ) {
    return words.some(isLabel) ? "other" : "model";
  }
  const listed = words.findLastIndex((word) => word === "models" || word === "llms");
  // `LLM_MODELS`, `embedding_models`: the word before says which models they are
  if (at >= 0 && at > listed) {
    // what a server is told to answer to is somebody's own word; what a local runtime calls an alias is often the model's name
    if (words[at + 1] === "alias" && at + 2 === words.length && !words.includes("served")) return "silent";
    // what stands before the word says which model (`PROMPT_MODEL`), what stands behind it says what of the model (`modelPrompt`)
    return words.some((word, index) => (index > at ? properties.has(word) : isLabel(word, index))) ? "other" : "model";
  }
  // where a service lists its models
  if (/(?:^| )models (?:path|route|uri)$/.test(text)) return "other";
  if (listed >= 0) {
    // which of them they are: `models_supporting_schema`, `modelsByProvider`
    const which = words.findIndex((word, index) => index > listed && specifying.has(word));
    // what stands before the word says whose they are (`USER_MODELS`), or what they write (`TEXT_MODELS`)
    const isOther = (word: string, index: number): boolean =>
      index < listed ? labels.has(word) && !writings.has(word) : index > listed && (which < 0 || index < which) && properties.has(word);
    return words.some(isOther) ? "other" : "models";
  }
  return words.some((word) => labels.has(word)) || places.has(words.at(-1) ?? "") ? "other" : "silent";
}
