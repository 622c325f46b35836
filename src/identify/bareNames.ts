import { remembered } from "../remembered.ts";

/* What a name tells by itself, whatever stands around it. */

/** Families whose names are words of other trades: alone they need more than a number behind them. */
const everyday = new Set(
  "nova command param phi falcon granite gemma whisper sonar titan embed rerank jamba dolphin orca grok flux aya bark sora veo luna kimi step hermes solar olmo o1 o3 o4 yi dbrx bloom opt ada babbage curie davinci codex medium small large turbo instant core pro step haiku sonnet opus gemini claude llama mistral".split(
    " ",
  ),
);

/** Whether the whole name is a word (with at most a number) that means other things elsewhere. */
export function isEverydayWord(text: string): boolean {
  return everyday.has(text.toLowerCase()) || /^(?:o[134]|qwen|deepseek)$/.test(text);
}

/** One capitalised word: what people call a family or its maker, in records and on screens. */
export function isBrand(text: string): boolean {
  return /^[A-Z][a-z]+$/.test(text);
}

/** Families whose names were made up for them: behind one, a word is enough (`deepseek-chat`, `qwen-max`). */
const coined = new Set(
  "deepseek qwen qwq qvq codestral ministral mixtral magistral devstral pixtral hunyuan ernie minilm internlm chatglm".split(" "),
);

/** Names of an everyday family that its maker's API has and nobody else: a number is enough behind these. */
const exact = new Set(["whisper-1", "davinci-002", "babbage-002"]);

/** Whether a string that nothing speaks for can be a model's name and hardly anything else: a family, and a version or size. Keeps its answers. */
export const mayStandAlone: (text: string) => boolean = remembered(10_000, standsForItself);

function standsForItself(text: string): boolean {
  if (exact.has(text)) return true;
  // `gpt-researcher:8000` is a host and its port
  if (text.length < 5 || isIdentifier(text) || isHeading(text) || /:(?:80|443|[3589]\d{3}|\d{5})$/.test(text)) return false;
  // `v2beta/...` is a service's path
  if (text.includes("/")) return /\d|-/.test(text) && !/^v\d+(?:alpha|beta)?\d*\//.test(text);
  const words = text.toLowerCase().split(/[-_.:@]/);
  // `anthropic.claude-code` is an extension: Bedrock's names end in a version
  if (!/\d/.test(text)) return (words.length >= 3 && !text.includes(".")) || (words.length === 2 && coined.has(words[0] ?? ""));
  const first = (words[0] ?? "").replace(/\d+$/, "");
  return words.length >= (everyday.has(first) && !statesSize(text) ? 3 : 2);
}

/** The anchor of a heading: `step-1-install-the-package`. StepFun's models have one word behind the number. */
function isHeading(text: string): boolean {
  return /^step-\d{1,3}(?:-[a-z]{1,40}){2}/.test(text);
}

/** Whether the text is what hubs sort models by: `text-to-video`, `image-text-to-text`. */
export function isTask(text: string): boolean {
  return (
    /^(?:(?:text|image|video|audio|speech|any)-){1,2}to-(?:text|image|video|audio|speech|3d|any)$/i.test(text) ||
    /^(?:voice-activity-detection|speaker-(?:diarization|verification|recognition)|(?:zero-shot-)?(?:text|text2text|token|image|audio|video|object)-(?:classification|detection|segmentation|generation)|feature-extraction|question-answering|fill-mask|sentence-similarity)$/i.test(
      text,
    )
  );
}

const capitalRepository = /^[A-Z\d-]{2,40}\/[A-Z]{2,20}[-.\dA-Z]{0,40}-\d{1,3}(?:\.\d{1,2})?B(?:-|$)/;

/**
 * A word of code (`qwen2_vl`, `SESSION_ID`) or a path of such (`community.azure.azure_rm_image`): architectures, symbols, variables and modules are
 * written so, models are not, but for repositories of owners who write all in capitals: `LGAI-EXAONE/EXAONE-4.0-32B`.
 */
function isIdentifier(text: string): boolean {
  return /^\w*_\w*$|^[a-z_.]*_[a-z_.]*$/i.test(text) || (!/[a-z]/.test(text) && !capitalRepository.test(text));
}

/**
 * A name's form when the catalog does not know it: more than one word, or an organisation. `visual.patch_embed` is an attribute's path. No hub
 * takes `--` or `..` in a name (huggingface_hub, `validate_repo_id`), and no API has them. With a single letter in front of a colon, tests name
 * what has no name: `p:current`.
 */
export function looksLikeModelName(text: string): boolean {
  return text.length >= 3 && /[-/:]|\.(?:.*\d)/.test(text) && !/^https?:|^\w:|--|\.\./.test(text) && !isIdentifier(text) && !isOfCode(text);
}

/**
 * A tensor of a model's weights (`cap_embedder.0.weight`), a module of Python with what is meant in it (`llm.cli:main`), or a function of a registry
 * by library, name and version (`spacy.GPT-4.v3`; spacy.io, "Registered functions").
 */
function isOfCode(text: string): boolean {
  return (
    /\.(?:weight|bias|gamma|beta|running_mean|running_var)$|[a-z_]\.\d+\.[a-z_]/.test(text) ||
    /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+:[A-Za-z_]\w*$/.test(text) ||
    /^[a-z][\w-]*\.[A-Z][\w-]*\.v\d+$/.test(text)
  );
}

/** Whether a name has enough to it to be one by itself: an organisation, a number behind a word, or three words. */
export function isTellingName(text: string): boolean {
  const words = text.split(/[-_.:]/);
  return /\//.test(text) || words.length >= 3 || (words.length === 2 && /[a-z]{3,}.*\d/i.test(text));
}

/** Words by which people say that any model could stand here, or none: what bears them and is not known is no model's name. */
const stopgaps = new Set(
  "model models provider unknown unsupported missing invalid nonexistent test tests testing mock mocked fake dummy stub demo example sample custom different alternate other override persisted resolved foo bar baz primary secondary fallback placeholder mymodel yourmodel somemodel deployment session conversation thread job request tenant redacted branch not unused".split(
    " ",
  ),
);

/** Whether a name that no record knows only stands for one: `primary-model`, `provider:model`, `veo-unknown-model`. The organisation is no part of it. */
export function standsForAnother(text: string): boolean {
  return text
    .slice(text.lastIndexOf("/") + 1)
    .toLowerCase()
    .split(/[-_.:]/)
    .some((word) => stopgaps.has(word) || word.startsWith("nonexist"));
}

/** Words of programs that work with a family's models. */
const programs = new Set(
  "code cli desktop router acp agent agents sdk action actions monitor proxy plugin plugins hooks mem app ide vscode".split(" "),
);

/** Whether a name is a family's with nothing behind it but what programs are called, and a date: `claude-code`, `gemini-cli@latest`, `claude-code-20250219`. */
export function isProgram(text: string): boolean {
  const [, ...words] = text
    .toLowerCase()
    .replace(/@latest$|-20\d{6}$/, "")
    .split(/[-_.]/);
  return words.length > 0 && words.every((word) => programs.has(word));
}

/** The marks that those leave who convert weights at the hub (`-GGUF`, `-4bit`, `-AWQ`): nothing else is called so. */
const conversion =
  /^(?:hf:)?[\w.-]{2,96}\/[\w.-]{1,96}[-_](?:gguf(?::[\w.-]{2,20})?|gptq|awq|exl2|mlx|fp8|nvfp4|mxfp4|(?:mlx-|bnb-)?[3468]bit)$/i;

/**
 * Whether a hub id says of itself that it is a conversion or a quantisation of a model; MLX's community has nothing else, `@cf/maker/name` is
 * Cloudflare's alone, and `accounts/fireworks/models/name` Fireworks'.
 */
export function isConversion(text: string): boolean {
  // the cheapest questions first: this is asked of every string of a program
  return (
    text.length < 200 &&
    text.includes("/") &&
    (conversion.test(text) || /^(?:mlx-community|@(?:cf|hf)\/[\w-]+|accounts\/[\w-]+\/models)\/[\w.-]+$/.test(text))
  );
}

/** Whether the name says how many billions of parameters there are: `allam-2-7b`, `mixtral-8x7b`. */
export function statesSize(text: string): boolean {
  return /[-_:/.]\d+(?:\.\d+)?(?:x\d+)?b\d?(?=$|[-_:.])/i.test(text);
}
