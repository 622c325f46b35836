import type { Frame } from "./frame.ts";

/* What configurations in strings have in common, in whichever form they are written. */

/** Behind the comments with which what stands at `first` begins, and blanks; at most `end`. */
export function behindComments(text: string, first: number, end: number): number {
  let at = first;
  while (at < end && text.charCodeAt(at) === 35) {
    const feed = text.indexOf("\n", at);
    at = feed < 0 || feed >= end ? end : feed + 1;
    while (at < end && text.charCodeAt(at) <= 32) at++;
  }
  return at;
}

/** Keys under which, or right under which, a configuration names models. */
const tellingKey = /model|llm|embed|rerank|pretrained|checkpoint/i;

/** Whether a key of a model holds the string, or what is right around it. */
export function isTellingPlace(context: readonly Frame[]): boolean {
  const keys = context.filter((frame) => frame.kind === "property").slice(0, 2);
  return keys.some(({ key }) => tellingKey.test(key));
}

/** Whether a value is a word alone, which may stand for a type or a choice. */
export function isWord(value: string): boolean {
  return !/[\d/]|[a-z]-[a-z]/i.test(value);
}
