/** The words of a list in one text, as a set. */
export function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
