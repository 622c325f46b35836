/*
 * Most documents of a project, and most strings of a program, have nothing to do with models: both are thrown out before anybody looks closer.
 * Strings are asked for beginnings: the first letters of a name, compared without case and delimiters, so that `llama` stands for
 * `Meta-Llama-3`, `llama3` and `LLAMA_MODEL`.
 */

/** Letters and digits of a beginning at most: `commandrpl` tells Cohere's models from any other command. What follows is written in many ways. */
const longestBeginning = 10;

/** Letters and digits of a beginning at least, where the name has a word of so many. */
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
const codeOf = (kind: number): number => (kind === kindDigit ? digit : kind & 31);

/** Closes a beginning behind which no letter goes on: `gpt4o` and `gpt-4o` begin with `gpt#`, `gptq` does not. */
const closed = "#";
const closedCode = 35;

/**
 * By which `name` is found in a text: its first letters and digits in lower case, from the first word on that has enough of them, up to a `*`,
 * or whatever no name goes on after. A name that has no such word is found by its first two, `o3#`; null where there is nothing
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
    let at = start;
    for (; at < name.length && beginning.length < longestBeginning; at++) {
      const kind = kindOf(name.charCodeAt(at));
      if (kind === kindDelimiter) continue;
      if (kind === 0) break;
      beginning += name.charAt(at);
    }
    if (beginning.length >= enoughLetters) {
      const goesOn =
        beginning.length === longestBeginning || (name.charAt(at) === "*" && kindOf(name.charCodeAt(at - 1)) !== kindDelimiter);
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
  const add = (start: number, beginning: string): void => {
    isStart[start] = 1;
    const list = byStart[start];
    if (list) list.push(beginning);
    else byStart[start] = [beginning];
  };
  const codeAt = (beginning: string, at: number): number => (at < beginning.length ? codeOf(kindOf(beginning.charCodeAt(at))) : 0);
  for (const beginning of beginnings) {
    const first = codeAt(beginning, 0);
    const second = codeAt(beginning, 1);
    const third = codeAt(beginning, 2);
    const fourth = codeAt(beginning, 3);
    if (fourth !== 0 || beginning.endsWith(closed)) add(startOf(first, second, third, fourth), beginning);
    // any letter or digit may follow
    else for (let next = 0; next <= digit; next++) add(startOf(first, second, third, next), beginning);
  }
  const holds = (text: string, at: number, start: number): boolean =>
    isStart[start] === 1 && (byStart[start] ?? []).some((beginning) => goesOn(text, at, beginning));
  const endsWord = (text: string, at: number): boolean => (kindOf(text.charCodeAt(at)) & kindLetter) === 0;
  const holdsAt = (text: string, at: number, first: number): boolean => {
    let next = afterDelimiters(text, at + 1);
    const second = codeOf(kindOf(text.charCodeAt(next)));
    if (second === 0) return false;
    if (endsWord(text, next + 1) && holds(text, at, startOf(first, second, 0, 0))) return true;
    next = afterDelimiters(text, next + 1);
    const third = codeOf(kindOf(text.charCodeAt(next)));
    if (third === 0) return false;
    if (endsWord(text, next + 1) && holds(text, at, startOf(first, second, third, 0))) return true;
    next = afterDelimiters(text, next + 1);
    const fourth = codeOf(kindOf(text.charCodeAt(next)));
    return fourth !== 0 && holds(text, at, startOf(first, second, third, fourth));
  };
  return (text) => {
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

/** The code of any digit. */
const digit = 27;

/** Where the first four letters of a beginning, or what follows it, are found in a table of 1 << 15. */
function startOf(first: number, second: number, third: number, fourth: number): number {
  return (((first << 10) | (second << 5) | third) ^ (fourth * 1117)) & 0x7fff;
}

function afterDelimiters(text: string, from: number): number {
  let at = from;
  while (kindOf(text.charCodeAt(at)) === kindDelimiter) at++;
  return at;
}

const backslash = 92;

/** Whether the text goes on like this from `start`, delimiters and case aside. */
function goesOn(text: string, start: number, beginning: string): boolean {
  let at = start;
  for (let i = 0; i < beginning.length; at++) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    const expected = beginning.charCodeAt(i);
    if (expected === closedCode) return (kind & kindLetter) === 0;
    if (kind === kindDelimiter) continue;
    i++;
    if (kind & kindLetter ? (code | 32) !== expected : code !== expected) return false;
  }
  return true;
}
