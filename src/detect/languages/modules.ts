import type { Detection } from "../candidate.ts";

/** What was found, with further modules behind those that the code imports by its own words. */
export function withModules(detection: Detection, modules: Iterable<string>): Detection {
  const all = new Set([...detection.modules, ...modules]);
  return all.size === detection.modules.length ? detection : { ...detection, modules: [...all] };
}

/** No name that leads to a module is longer. */
const longestName = 48;
/** A line's beginning is looked for so far before a mark: behind more, nobody comments code out. */
const longestIndentation = 100;

/**
 * What stands right before `mark`, wherever it stands in code: the first group of `name`, asked of all of the word or path there. Lines that begin
 * with `#` are comments. Finds marks as fast as a text can be searched, since most texts have none.
 */
export function* namesBefore(text: string, mark: string, name: RegExp): Generator<string> {
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    let start = at;
    while (start > 0 && at - start < longestName && isPartOfPath(text.charCodeAt(start - 1))) start--;
    const found = start === at ? undefined : name.exec(text.slice(start, at))?.[1];
    if (found !== undefined && !isCommented(text, start)) yield found;
  }
}

/** A letter, digit, `_`, `.`, `:`, `@` or `$`. */
function isPartOfPath(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 64 && code <= 90) || (code >= 48 && code <= 58) || code === 95 || code === 46 || code === 36
  );
}

function isCommented(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - longestIndentation), at);
  return /^[ \t]*#/.test(before.slice(before.lastIndexOf("\n") + 1));
}
