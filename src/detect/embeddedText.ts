import type { Candidate } from "./candidate.ts";
import { afterBlanks, beginsObject, embeddedObject, longestFilled, writtenText } from "./embeddedJson.ts";
import { beginsStatement, statementStrings } from "./embeddedSql.ts";
import type { Interest } from "./interest.ts";
import type { StringKind } from "./languages/profile.ts";

/* What strings of programs hold of other formats: JSON, YAML and settings, and statements of SQL. */

/** Whether the string `[start, end)` of `text` begins as text of another format does. */
export function beginsText(text: string, start: number, end: number, kind: StringKind): boolean {
  return beginsObject(text, start, end, kind) || beginsStatement(text, afterBlanks(text, start, end), end);
}

/** The strings that the text of another format holds, as candidates with their place in `source` and what surrounds them there. */
export function embeddedStrings(
  source: string,
  start: number,
  end: number,
  kind: StringKind,
  interest: Interest | null,
): readonly Candidate[] {
  if (beginsObject(source, start, end, kind)) return embeddedObject(source, start, end, kind);
  if (kind.interpolation !== undefined && end - start > longestFilled) return [];
  return statementStrings(writtenText(source, start, end, kind), interest);
}
