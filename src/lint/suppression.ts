import { createLineIndex } from "../text.ts";
import type { RuleId } from "./finding.ts";

/** Tells whether a finding of `rule` that starts at `offset` is silenced by a comment. */
export type IsSuppressed = (rule: RuleId, offset: number) => boolean;

const marker = "open-recipe-disable-";
const directive = /open-recipe-disable-(line|next-line|file)((?:[ \t,]+[a-z][a-z-]*)*)/y;

/**
 * Reads the comments that silence findings, in any language, as ESLint words them: `open-recipe-disable-line`, `-next-line`, `-file`,
 * each followed by rule ids, or by none for all rules. They are looked for in the whole text: nobody writes them anywhere else.
 */
export function readSuppressions(text: string): IsSuppressed {
  if (!text.includes(marker)) return () => false;
  const lines = createLineIndex(text);
  const byLine = new Map<number, Set<string> | "all">();
  let wholeFile: Set<string> | "all" | null = null;
  for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + marker.length)) {
    directive.lastIndex = at;
    const match = directive.exec(text);
    if (!match) continue;
    const ids = (match[2] ?? "").split(/[ \t,]+/).filter((id) => id !== "");
    if (match[1] === "file") {
      wholeFile = join(wholeFile, ids);
    } else {
      const line = lines.positionAt(at).line + (match[1] === "next-line" ? 1 : 0);
      byLine.set(line, join(byLine.get(line) ?? null, ids));
    }
  }
  const covers = (ids: Set<string> | "all" | null | undefined, rule: RuleId): boolean => ids === "all" || (ids?.has(rule) ?? false);
  return (rule, offset) => covers(wholeFile, rule) || covers(byLine.get(lines.positionAt(offset).line), rule);
}

function join(before: Set<string> | "all" | null, ids: readonly string[]): Set<string> | "all" {
  if (before === "all" || ids.length === 0) return "all";
  return new Set([...(before ?? []), ...ids]);
}
