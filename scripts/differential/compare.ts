import type { Candidate } from "../../src/detect/candidate.ts";
import { plausible } from "../../src/detect/plausible.ts";
import type { Literal } from "../../src/detect/scanner/state.ts";
import type { TextRange } from "../../src/text.ts";

/** A string as a grammar sees it: `[start, end)` stands between its quotes. */
export interface SeenString extends TextRange {
  /** code is filled in */
  readonly template: boolean;
  /** it may be passed over: one character, the name of an included file, text after a heredoc's mark */
  readonly optional: boolean;
}

/** A stretch in which no string begins; `directive`: the grammar does not look into it. */
export interface SeenStretch extends TextRange {
  readonly kind: "comment" | "regular expression" | "text" | "directive";
}

/** What a grammar sees in a text. */
export interface Seen {
  readonly strings: readonly SeenString[];
  readonly stretches: readonly SeenStretch[];
  /** where the grammar does not understand the text; null: it understands all of it */
  readonly broken: number | null;
}

/** A value as a library reads it; its place is null where the library does not tell it. */
export interface SeenValue {
  readonly text: string;
  readonly range: TextRange | null;
  /** the nearest key that it is a value of */
  readonly key: string | null;
  /** text over several lines: it may hold candidates, and is none */
  readonly block: boolean;
}

export interface Disagreement {
  readonly kind: "missed" | "other range" | "other template" | `in ${SeenStretch["kind"]}` | "no string" | "no value";
  readonly at: number;
  readonly end: number;
}

/** Where the scanner's strings are not those of a grammar. */
export function compareLiterals(text: string, seen: Seen, literals: readonly Literal[]): readonly Disagreement[] {
  const disagreements: Disagreement[] = [];
  const byStart = new Map(literals.map((literal) => [literal.start, literal]));
  const wanted = new Map(seen.strings.map((string) => [string.start, string]));
  for (const string of seen.strings) {
    const literal = byStart.get(string.start);
    if (string.optional && literal === undefined) continue;
    if (literal === undefined || literal.end !== string.end) {
      disagreements.push({ kind: literal === undefined ? "missed" : "other range", at: string.start, end: string.end });
    } else if (literal.filled !== string.template && !isWrittenTwice(text, literal)) {
      disagreements.push({ kind: "other template", at: string.start, end: string.end });
    }
  }
  const stretches = [...seen.stretches].sort((a, b) => a.start - b.start);
  for (const literal of literals) {
    if (wanted.has(literal.start)) continue;
    const stretch = stretchAt(stretches, literal.start);
    if (stretch?.kind === "directive") continue;
    disagreements.push({ kind: stretch === null ? "no string" : `in ${stretch.kind}`, at: literal.start, end: literal.end });
  }
  return disagreements.sort((a, b) => a.at - b.at);
}

/** The scanner holds a text with a quote or mark written twice for filled in, since it is not what is written. */
function isWrittenTwice(text: string, { start, end }: Literal): boolean {
  return /\{\{|\}\}|""|''/.test(text.slice(start, end));
}

/** The innermost stretch that holds `at`: stretches are sorted, and a later one that holds it lies inside. */
function stretchAt(stretches: readonly SeenStretch[], at: number): SeenStretch | null {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= 0 && i >= low - 50; i--) {
    const stretch = stretches[i];
    if (stretch !== undefined && at < stretch.end) return stretch;
  }
  return null;
}

/** Keys whose values a format passes over, or reads as a whole: tags, images of containers, words of a command. */
const passedOver =
  /^(?:keywords|tags|topics|classifiers|categories|.*image.*|container|cache_?from|args|arguments|entrypoint|cmd|run|.*(?:command|(?<!java|type)script|_args))$/i;

/** Images of containers show by their registry, too. */
const registry =
  /^(?:docker\.io|ghcr\.io|quay\.io|gcr\.io|nvcr\.io|mcr\.microsoft\.com|public\.ecr\.aws|registry\.[\w.]+|localhost:\d+|[\w.-]+\.(?:gcr\.io|azurecr\.io|pkg\.dev|amazonaws\.com))\//;

/**
 * Where a format's candidates are not the values that a library reads: each plausible value has to be a candidate at its place,
 * and each candidate has to lie inside of a value.
 */
export function compareValues(values: readonly SeenValue[], candidates: readonly Candidate[]): readonly Disagreement[] {
  const disagreements: Disagreement[] = [];
  const places = new Set(candidates.map(({ range }) => `${range.start}-${range.end}`));
  const counts = new Map<string, number>();
  for (const { text } of candidates) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const { text, range, block, key } of values) {
    if (block || !plausible(text) || registry.test(text) || (key !== null && passedOver.test(key))) continue;
    if (range === null) {
      const left = counts.get(text) ?? 0;
      if (left === 0) disagreements.push({ kind: "missed", at: 0, end: 0 });
      else counts.set(text, left - 1);
    } else if (text.includes("://") && candidates.some((candidate) => holds([range], candidate.range))) {
      // of an address only the model's part is a candidate
    } else if (!places.has(`${range.start}-${range.end}`)) disagreements.push({ kind: "missed", at: range.start, end: range.end });
  }
  const ranges = values.flatMap(({ range }) => (range === null ? [] : [range])).sort((a, b) => a.start - b.start);
  const placed = values.every(({ range }) => range !== null);
  for (const { range, text } of candidates) {
    const inside = placed ? holds(ranges, range) : values.some((value) => value.text.includes(text));
    if (!inside) disagreements.push({ kind: "no value", at: range.start, end: range.end });
  }
  return disagreements.sort((a, b) => a.at - b.at);
}

/** Whether one of the ranges, which are sorted and disjoint, holds the range. */
function holds(ranges: readonly TextRange[], { start, end }: TextRange): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const last = ranges[low - 1];
  return last !== undefined && end <= last.end;
}
