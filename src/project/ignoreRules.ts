import ignore, { type Ignore } from "ignore";

/** The patterns of one ignore file, and of those that weigh less: git asks the nearest file first. */
export interface IgnoreRules {
  /** the directory that the patterns are relative to, without links */
  readonly base: string;
  readonly patterns: Ignore;
  readonly outer: IgnoreRules | null;
}

/** `outer`, with the patterns of the ignore file `text` before it; `base` is the directory they are relative to. */
export function addIgnoreRules(outer: IgnoreRules | null, base: string, text: string, caseSensitive: boolean): IgnoreRules {
  return { base, patterns: ignore({ ignorecase: !caseSensitive, allowRelativePaths: true }).add(text), outer };
}

/**
 * Whether git would leave `path` out. It must lie in the bases of all rules, and the directories that hold it must
 * not be ignored themselves: a walk never enters those, see {@link reopen}.
 */
export function isIgnored(rules: IgnoreRules | null, path: string, isDirectory: boolean): boolean {
  for (let level = rules; level !== null; level = level.outer) {
    const result = level.patterns.test(relativePath(level.base, path, isDirectory));
    if (result.ignored) return true;
    if (result.unignored) return false;
  }
  return false;
}

/**
 * The rules as they hold inside of `directory` when it is entered although one of them ignores it: because a nearer
 * file takes it back, or because it was named by the user. `ignore` judges a path by its parents too, so that without
 * this everything below would stay ignored, whereas git looks only at the patterns that match the path itself.
 */
export function reopen(rules: IgnoreRules | null, directory: string): IgnoreRules | null {
  if (rules === null) return null;
  const outer = reopen(rules.outer, directory);
  const relative = relativePath(rules.base, directory, true);
  if (!rules.patterns.test(relative).ignored) return outer === rules.outer ? rules : { ...rules, outer };
  const patterns = ignore({ ignorecase: false, allowRelativePaths: true }).add(rules.patterns);
  for (let slash = relative.indexOf("/"); slash >= 0; slash = relative.indexOf("/", slash + 1)) {
    patterns.add(`!/${escapePattern(relative.slice(0, slash))}/`);
  }
  return { base: rules.base, patterns, outer };
}

function relativePath(base: string, path: string, isDirectory: boolean): string {
  const relative = path.slice(base.endsWith("/") ? base.length : base.length + 1);
  return isDirectory ? `${relative}/` : relative;
}

function escapePattern(path: string): string {
  return path.replace(/[\\*?[\]! #]/g, "\\$&");
}
