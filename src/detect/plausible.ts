/** What an ASCII character can be in a model's name; 0 where it can stand in none. */
const letter = 1;
const digit = 2;
const mark = 4;

const characterKinds: Uint8Array = (() => {
  const kinds = new Uint8Array(128);
  for (const start of [65, 97]) kinds.fill(letter, start, start + 26);
  for (let code = 48; code <= 57; code++) kinds[code] = digit;
  for (const character of "._:/@+~-") kinds[character.charCodeAt(0)] = mark;
  return kinds;
})();

/** Whether an ASCII character of that code can stand in a model's name. */
export function isNameCharacter(code: number): boolean {
  return code < 128 && characterKinds[code] !== 0;
}

/** The lengths between which a name or address can lie, in UTF-16 units. */
const shortest = 2;
const longest = 300;

/** Schemes whose addresses name models. Any other `scheme://` is a service, a file or a page. */
const modelSchemes: readonly string[] = ["hf://", "HF://", "huggingface://", "modelscope://", "ollama://", "djl://"];
const hubPages: readonly string[] = [
  "https://huggingface.co/",
  "https://hf.co/",
  "https://ollama.com/",
  "http://huggingface.co/",
  "https://www.huggingface.co/",
];

/** The ending of the one kind of file that is called as the model in it is, so that a path to it names one. */
const weightsEnding = ".gguf";

/**
 * Whether `text` could be the name or address of a model at all: 2 to 300 ASCII letters, digits and `. _ : / @ + ~ -`, with a
 * letter, not a number or version, not the beginning of something longer (`gpt-`, `org/`), no address but a hub's, and no path but one to weights.
 * Cheap on purpose: it says no to most strings of a program, and never yes by itself.
 */
export function plausible(text: string): boolean {
  return plausibleBetween(text, 0, text.length);
}

/** {@link plausible} for the part `[start, end)` of a longer text, without a copy of it. */
export function plausibleBetween(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length < shortest || length > longest) return false;
  let letters = 0;
  let slashes = 0;
  let last = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const kind = code < 128 ? (characterKinds[code] ?? 0) : 0;
    if (kind === 0) return false;
    if (kind === letter) letters++;
    else if (code === 47) slashes++;
    last = code;
  }
  if (letters === 0) return false;
  // `command-r+` and `name_` are names; what ends in another mark is cut off
  if ((characterKinds[last] ?? 0) === mark && last !== 43 && last !== 95) return false;
  const first = text.charCodeAt(start);
  if ((characterKinds[first] ?? 0) === mark) {
    if (first === 126 && text.charCodeAt(start + 1) !== 47) return true;
    return text.startsWith("@cf/", start) || text.startsWith("@hf/", start) || text.startsWith(weightsEnding, end - weightsEnding.length);
  }
  if (letters === 1 && (first === 118 || first === 86) && isVersion(text, start + 1, end)) return false;
  if (slashes > 1) {
    const scheme = text.indexOf("://", start);
    if (scheme >= 0 && scheme < end) return startsWithOne(text, start, modelSchemes) || startsWithOne(text, start, hubPages);
  }
  return true;
}

function startsWithOne(text: string, start: number, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => text.startsWith(beginning, start));
}

/** Digits and dots only: the rest of `v1.2`. */
function isVersion(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== 46 && (code < 48 || code > 57)) return false;
  }
  return true;
}
