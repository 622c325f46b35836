/*
 * What re-uploaders do to a hub name: quantisers and converters add marks to the model's own name, fine-tuners put
 * the base's name into theirs. Only names are read here; whether a record answers is decided by whoever asks.
 */

/**
 * One mark of a number format, a file format or a quantisation method, at the end of a name. Longer forms go first.
 * Sources: the hub's own tag lists of libraries and quantisations, and names in public use.
 */
const mark = new RegExp(
  `[-_. ](?:${[
    "i?q[1-8](?:_[a-z0-9]{1,3}){0,3}",
    // MLC's, which may end in the context for which it was compiled: `-q4f16_1-MLC-1k`
    "q\\db?f(?:16|32)(?:_\\d)?(?:-\\dk)?|mlc(?:-\\dk)?",
    "w\\d{1,2}a(?:fp)?\\d{1,2}(?:kv\\d{1,2})?",
    "(?:bnb-)?\\d(?:\\.\\d{1,2})?[- ]?(?:bits?|bpw)",
    "(?:nv|mx)?fp(?:4|8|16|32)(?:-v\\d)?",
    "bf16|f16|f32|float16|float32|nf4|fp8kv",
    "u?int[248]",
    "g\\d{2,3}|gs\\d{2,3}|\\d{2,3}g",
    "gguf|ggml|gptq|gptq-int[48]|awq|exl[23]|hqq|aqlm|quip|eetq|marlin|autoround|auto-round|torchao|dwq|qat",
    "mlx|onnx|openvino|ov|coreml|tensorrt|trt|llamafile|ctranslate2|ct2|safetensors|sharded",
    "onnx-q|repackaged|archive|comfyui|imatrix|imat|i1|ud|bnb|unsloth|quantized|quantised|quant|dynamic|block|kv|sym|asym|v?smashed",
  ].join("|")})$`,
);

/** Suffix marks removed at most: no name in use has more. */
const mostMarks = 8;

/** A file name's or hub name's stem without the marks at its end, each step of the way; the first is the name itself. */
export function withoutMarks(basename: string): readonly string[] {
  const steps = [basename];
  let rest = basename;
  for (let i = 0; i < mostMarks; i++) {
    const shorter = rest.replace(mark, "");
    if (shorter === rest || shorter === "") break;
    steps.push(shorter);
    rest = shorter;
  }
  return steps;
}

/** Organisations that publish other labs' models in other formats. Their name alone says nothing of whose model it is. */
export const converters: ReadonlySet<string> = new Set([
  "thebloke",
  "bartowski",
  "unsloth",
  "lmstudio-community",
  "mlx-community",
  "second-state",
  "maziyarpanahi",
  "quantfactory",
  "mradermacher",
  "redhatai",
  "neuralmagic",
  "nm-testing",
  "ggml-org",
  "ggerganov",
  "onnx-community",
  "xenova",
  "casperhansen",
  "turboderp",
  "hugging-quants",
  "openvino",
  "qwantfactory",
  "cyankiwi",
  "llmware",
  "legraphista",
  "city96",
  "intel",
  "amd",
  "mlc-ai",
  "comfy-org",
  "qdrant",
]);

/**
 * The key under which basenames are compared: `Meta-Llama-3.1-8B_Instruct-hf` and `llama-3.1-8b-instruct` are one.
 * Meta dropped its own prefix between uploads of the same weights; `-hf` only says which library reads the file.
 */
export function basenameKey(basename: string): string {
  return basename
    .toLowerCase()
    .replaceAll("_", "-")
    .replace(/^meta-(?=llama)/, "")
    .replace(/-hf$/, "");
}

/** Whether a basename is a model's own and no everyday word: `K2`, `large` and `model` could be anybody's. */
export function isDistinctive(key: string): boolean {
  return (key.length >= 4 && /\d/.test(key) && /[a-z]{2}/.test(key)) || (key.length >= 8 && key.includes("-"));
}

/** Whether the very same basename elsewhere must be a copy: many train a `roberta-base` or a `gpt2` of their own. */
export function isUnmistakable(key: string): boolean {
  return key.length >= 6 && /\d/.test(key) && key.includes("-");
}

const sizeOrVersion = /^(?:\d+|\d+[bmkt]|\d+x\d+b|[ae]\d+b|\d+e|mini|small|medium|large|xl|xxl|tiny|nano|micro|huge|giant)?$/;
const variant = /^(?:instruct|chat|base|it|hf|pt|preview|thinking|cased|uncased|deduped|multilingual|text|vl|vision|code|coder|math)$/;

/**
 * Whether what a `*` stands for is a size or a version, as within a family: `-7b-1124`. A pattern is written for its own
 * organisation's names; under another's, anything else in that place is somebody's own work, `-v2` too. Variants (`-instruct`) are
 * believed only of names that are known to be copies: others tune models to be instructed, too.
 */
export function isFamilyFiller(filler: string, copied: boolean): boolean {
  return filler.length <= 60 && filler.split(/[-_.]/).every((token) => sizeOrVersion.test(token) || (copied && variant.test(token)));
}

/** Words of a date, build, training stage, number format or serving form, which a developer's own scheme adds to a name. */
const formWord =
  /^(?:v\d+|r\d+|rc\d*|exp|experimental|beta|alpha|preview|latest|main|stable|free|sft|dpo|rl|rlvr|rlhf|grpo|(?:step|stage|patch|window|seed|layer|layers|epoch|tokens?|rev)\d*[a-z]?|\d+(?:k|gb|hz|khz|dim|steps|tokens)|\d+x\d+|[ksml]|xs|xxs|reranker|reward|rm|int\d)$/;

/** ISO 639-1, by which the members of many families differ: `opus-mt-en-de`. */
const languageCodes: ReadonlySet<string> = new Set(
  "aa ab af ak am ar as av ay az ba be bg bi bn bo br bs ca ce co cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ik io is it iu ja jv ka kg ki kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split(
    " ",
  ),
);

/**
 * Whether what a `*` of a record's own pattern stands for is a form that the pattern's author can have meant: sizes, versions, dates,
 * builds, training stages, number formats, languages, the usual variants. Anything else is a name that nobody has listed.
 */
export function isDocumentedForm(filler: string): boolean {
  if (filler.length > 60) return false;
  // the filler may begin with the mark itself
  const bare = withoutMarks(`x-${filler}`).at(-1) ?? "";
  return bare
    .slice(1)
    .split(/[-_.:@/ ]/)
    .every((word) => sizeOrVersion.test(word) || variant.test(word) || formWord.test(word) || languageCodes.has(word));
}

/** Names with these words hold a base model's name without being made of its weights. */
const notTheModel =
  /(?:^|[-_.])(?:eagle\d?|draft|drafter|speculator|medusa|sae|saes|tokenizer|probe|probes|random|dummy|config|pretrained|scratch|repro)(?=$|[-_.])/;

/** More words than any name in use has. */
const mostWords = 24;

/**
 * The parts of a fine-tune's basename (as {@link basenameKey} writes it) that could be a base model's full basename, longest first. A part
 * stands between delimiters, begins as a known name does (`begins`), and says version and size: `llama-3.1-8b-instruct`. The
 * whole name is not among them.
 */
export function containedNames(key: string, begins: (start: string) => boolean): readonly string[] {
  const words = key.split("-");
  if (words.length > mostWords || notTheModel.test(key)) return [];
  const parts: string[][] = [];
  for (let start = 0; start < words.length; start++) {
    if (!/^[a-z]{2}/.test(words[start] ?? "") || !begins(words.slice(start, start + 3).join("-"))) continue;
    let sized = false;
    let versioned = false;
    for (let end = start; end < words.length; end++) {
      const word = words[end] ?? "";
      if (size.test(word)) sized = true;
      else if (/\d/.test(word) && !/^a\d+b$/.test(word)) versioned = true;
      if (sized && versioned && end + 1 - start < words.length) parts.push(words.slice(start, end + 1));
    }
  }
  return parts.sort((a, b) => b.length - a.length).map((part) => part.join("-"));
}

const size = /^(?:\d+(?:\.\d+)?[bm]|\d+x\d+(?:\.\d+)?b|e\d+b)$/;
