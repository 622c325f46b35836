/*
 * Most documents of a project, and most strings of a program, have nothing to do with models: both are thrown out before anybody looks closer.
 * Strings are asked for beginnings: the first letters of a name, compared without case and delimiters, so that `llama` stands for
 * `Meta-Llama-3`, `llama3` and `LLAMA_MODEL`.
 */

/** Letters and digits of a beginning at most: `commandrpl` tells Cohere's models from any other command. */
const longestBeginning = 10;

/** Letters after which a digit ends the beginning, as delimiters and versions behind it are written in many ways. */
const enoughLetters = 3;

const kindLetter = 32;
const kindDigit = 64;
const kindDelimiter = 128;

/** For each ASCII code: letters 33 to 58 without case, digits 64, delimiters within a name 128, else 0. */
const kinds: Uint8Array = (() => {
  const table = new Uint8Array(128);
  for (let i = 0; i < 26; i++) {
    table[65 + i] = kindLetter + 1 + i;
    table[97 + i] = kindLetter + 1 + i;
  }
  for (let i = 48; i < 58; i++) table[i] = kindDigit;
  for (const delimiter of "-_.:") table[delimiter.charCodeAt(0)] = kindDelimiter;
  return table;
})();

const kindOf = (code: number): number => (code < 128 ? (kinds[code] ?? 0) : 0);

/** Letters as 1 to 26, any digit as 27. */
const codeOf = (kind: number): number => (kind === kindDigit ? 27 : kind & 31);

/** Closes a beginning behind which no letter goes on: `gpt4o` and `gpt-4o` begin with `gpt#`, `gptq` does not. */
const closed = "#";

/**
 * By which `name` is found in a text: its first letters and digits in lower case, from the first word on that has enough of them, up to a
 * digit, a `*`, or whatever no name goes on after. A name that has no such word is found by its first two, `o3#`; null where there is nothing
 * to look for.
 */
export function beginningOf(name: string): string | null {
  let short: string | null = null;
  for (let start = 0; start < name.length; start++) {
    if ((kindOf(name.charCodeAt(start)) & kindLetter) === 0) continue;
    // what stands behind a star need not begin a word
    if (name[start - 1] === "*") {
      while ((kindOf(name.charCodeAt(start + 1)) & (kindLetter | kindDigit)) !== 0) start++;
      continue;
    }
    let beginning = "";
    let letters = 0;
    let at = start;
    for (; at < name.length && beginning.length < longestBeginning; at++) {
      const kind = kindOf(name.charCodeAt(at));
      if (kind === kindDelimiter) continue;
      if (kind === 0 || (kind === kindDigit && letters >= enoughLetters)) break;
      if (kind & kindLetter) letters++;
      beginning += name.charAt(at);
    }
    if (beginning.length >= enoughLetters) {
      const goesOn = beginning.length === longestBeginning || name.charAt(at) === "*";
      return beginning.toLowerCase() + (goesOn ? "" : closed);
    }
    if (beginning.length === enoughLetters - 1) short ??= beginning.toLowerCase() + closed;
    start = at;
  }
  return short;
}

/** Whether `text` may hold what is looked for; false only where it cannot. */
export type Filter = (text: string) => boolean;

/** A filter for texts with one of `beginnings` (as {@link beginningOf} makes them). One pass, linear in the text. */
export function createFilter(beginnings: Iterable<string>): Filter {
  const byStart: (string[] | undefined)[] = new Array(1 << 15);
  const isStart = new Uint8Array(1 << 15);
  const short: string[] = [];
  for (const beginning of new Set(beginnings)) {
    if (beginning.length === enoughLetters && beginning.endsWith(closed)) {
      short.push(beginning.slice(0, -1));
      continue;
    }
    let start = 0;
    for (let i = 0; i < enoughLetters; i++) start = (start << 5) | codeOf(kindOf(beginning.charCodeAt(i)));
    isStart[start] = 1;
    const list = byStart[start];
    if (list) list.push(beginning);
    else byStart[start] = [beginning];
  }
  const holdsAt = (text: string, start: number, first: number): boolean => {
    let at = start;
    let code = first;
    for (let i = 1; i < enoughLetters; i++) {
      let kind = kindOf(text.charCodeAt(++at));
      while (kind === kindDelimiter) kind = kindOf(text.charCodeAt(++at));
      if (kind === 0) return false;
      code = (code << 5) | codeOf(kind);
    }
    return isStart[code] === 1 && (byStart[code] ?? []).some((beginning) => goesOn(text, start, beginning));
  };
  const shortWord = short.length === 0 ? null : new RegExp(`(?<![a-z\\d])(?:${short.join("|")})(?![a-z])`, "i");
  return (text) => {
    if (shortWord?.test(text)) return true;
    const { length } = text;
    let previous = 0;
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at);
      const kind = code < 128 ? (kinds[code] ?? 0) : 0;
      if ((kind & kindLetter) !== 0) {
        // a word begins behind anything that is no letter, and at a capital: `ChatModel`, `HFModel`
        if (((previous & kindLetter) === 0 || code < 97) && holdsAt(text, at, kind & 31)) return true;
      } else if (code === backslash && at + 1 < length) {
        // behind an escape, too: in `"\nmodel"` the word is `model`
        at++;
        const escaped = kindOf(text.charCodeAt(at));
        if ((escaped & kindLetter) !== 0 && holdsAt(text, at, escaped & 31)) return true;
        previous = 0;
        continue;
      }
      previous = kind;
    }
    return false;
  };
}

const backslash = 92;

/** Whether the text goes on like this from `start`, delimiters and case aside. */
function goesOn(text: string, start: number, beginning: string): boolean {
  let at = start;
  for (let i = 0; i < beginning.length; at++) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (beginning[i] === closed) return (kind & kindLetter) === 0;
    if (kind === kindDelimiter) continue;
    const expected = beginning.charCodeAt(i++);
    if (kind & kindLetter ? (code | 32) !== expected : code !== expected) return false;
  }
  return true;
}

/**
 * Literals of which at least one stands in every document that names a model: words of the places (`model`, `from_pretrained`, `ollama`),
 * or of the families whose names can stand alone. Kept short: it only decides whether a document is worth a scan.
 */
const literals =
  /model|pretrained|pipeline|hugging|openai|gateway\(|gateway\.|deployment_?name|chats\.create|genai|groq|replicate|workers-?ai|\bai\.run|xai\(|codex|pydantic_ai|agent\(|extractor\(|langchain|langgraph|prism|symfony\\ai|prompts|anthropic|cohere|ai-sdk|openrouter|dspy|mergekit|ultralytics|snapshot_download|hub_download|hf download|_or_path|tokenizer|processor_|trainer|load_(?:lora|ip_adapter|textual)|lmdeploy|optimum|mlx_|hf\.co|hf:\/\/|ollama|vllm|llm|transformer|embed|rerank|encoder|gpt|claude|gemini|gemma|llama|mistral|mixtral|qwen|deepseek|command-[ar]|bert|whisper|olmo|pythia|smollm|davinci|bedrock|repo_?id|checkpoint|dall-?e|grok|imagen|diffusion|flux|codestral|granite|voyage|sonar-|minilm|mpnet|kimi|glm-|phi-?[34]|o[134]-(?:mini|pro)|tts-1|eleven_/i;

/** A Modelfile's instruction. Not in small letters: Python's imports begin so. */
const instruction = /^FROM\s/m;

/** Whether a document may name a model at all. One pass without parsing. */
export function mayHoldReference(text: string): boolean {
  return literals.test(text) || instruction.test(text);
}
