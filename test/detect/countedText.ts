import assert from "node:assert/strict";
import type { Format } from "../../src/detect/candidate.ts";

/** How many characters have been looked at. */
interface Work {
  characters: number;
}

/** Longer parts of a text are counted as the text itself is; what is done with shorter ones is bounded by their length. */
const longestPlain = 200;

/**
 * A text that counts the characters that are looked at, each time anew: what a reader costs that does not depend on the machine. A search
 * counts what it passes over (a regular expression too, inside of {@link countingSearches}), what needs the whole text counts all of it, a
 * slice costs nothing until something is done with it.
 */
class CountedText extends String {
  // the methods of String would ask for the whole text first
  readonly #text: string;
  readonly #work: Work;

  constructor(text: string, work: Work) {
    super(text);
    this.#text = text;
    this.#work = work;
  }

  #whole(): string {
    this.#work.characters += this.length;
    return this.#text;
  }

  #part(part: string): string {
    if (part.length > longestPlain) return new CountedText(part, this.#work) as unknown as string;
    this.#work.characters += part.length;
    return part;
  }

  /** What `exec` of the pattern finds from its `lastIndex` on. */
  found(pattern: RegExp): RegExpExecArray | null {
    const from = pattern.global || pattern.sticky ? pattern.lastIndex : 0;
    const match = execute.call(pattern, this.#text);
    const end = match === null ? (pattern.sticky ? from + 1 : this.length) : match.index + match[0].length;
    this.#work.characters += Math.max(1, end - from);
    return match;
  }

  override charCodeAt(index: number): number {
    this.#work.characters++;
    return this.#text.charCodeAt(index);
  }

  override charAt(index: number): string {
    this.#work.characters++;
    return this.#text.charAt(index);
  }

  override indexOf(part: string, from = 0): number {
    const at = this.#text.indexOf(part, from);
    this.#work.characters += Math.max(0, (at < 0 ? this.length : at + part.length) - from);
    return at;
  }

  override lastIndexOf(part: string, from: number = this.length): number {
    const at = this.#text.lastIndexOf(part, from);
    this.#work.characters += from - Math.max(at, 0);
    return at;
  }

  override includes(part: string, from = 0): boolean {
    return this.indexOf(part, from) >= 0;
  }

  override startsWith(part: string, from = 0): boolean {
    this.#work.characters += part.length;
    return this.#text.startsWith(part, from);
  }

  override endsWith(part: string, end: number = this.length): boolean {
    this.#work.characters += part.length;
    return this.#text.endsWith(part, end);
  }

  override slice(start?: number, end?: number): string {
    return this.#part(this.#text.slice(start, end));
  }

  override substring(start: number, end?: number): string {
    return this.#part(this.#text.substring(start, end));
  }

  override trim(): string {
    return this.#part(this.#text.trim());
  }

  override trimStart(): string {
    return this.#part(this.#text.trimStart());
  }

  override split(separator: string | RegExp | { [Symbol.split](text: string, limit?: number): string[] }, limit?: number): string[] {
    return this.#whole().split(separator as string, limit);
  }

  override toLowerCase(): string {
    return this.#whole().toLowerCase();
  }

  override toString(): string {
    return this.#whole();
  }

  override valueOf(): string {
    return this.#whole();
  }
}

const execute = RegExp.prototype.exec;

/** Does `work` while regular expressions count what they pass over in a {@link CountedText}, and not all of it. */
function countingSearches(work: () => void): void {
  RegExp.prototype.exec = function (text): RegExpExecArray | null {
    const searched: unknown = text;
    return searched instanceof CountedText ? searched.found(this) : execute.call(this, text);
  };
  try {
    work();
  } finally {
    RegExp.prototype.exec = execute;
  }
}

/** How many characters a format looks at in a text, one looked at twice counted twice. */
export function workOf(format: Format, text: string): number {
  const work: Work = { characters: 0 };
  const counted = new CountedText(text, work) as unknown as string;
  countingSearches(() => format.detect(counted));
  return work.characters;
}

/** The length of the shorter texts, and how many times as long the longer ones are. */
const shorter = 8 * 1024;
const times = 4;

/** How often a format may look at a character, on the average. */
const mostLooks = 24;

/**
 * Asserts that a format looks at the characters of a long text no more often than at those of a short one, and not often at that. What is
 * quadratic looks four times as often.
 */
export function assertLinearWork(format: Format, name: string, make: (length: number) => string): void {
  const [small, large] = [make(shorter), make(times * shorter)];
  const [little, much] = [workOf(format, small), workOf(format, large)];
  assert.ok(much <= mostLooks * large.length, `${name}: ${(much / large.length).toFixed(1)} looks at each character`);
  assert.ok(much <= 2 * times * Math.max(little, small.length), `${name}: ${little} characters, then ${much}`);
}
