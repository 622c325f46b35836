/** A name with `*`, each standing for any run of characters without `/`. Made by {@link compilePattern}. */
export interface NamePattern {
  /** in lower case */
  readonly source: string;
  /** number of characters that are not `*` */
  readonly literals: number;
  /** what stands before the first star: every name that matches begins so */
  readonly start: string;
  /** the parts between `/`, each as the texts between its stars */
  readonly segments: readonly (readonly string[])[];
}

/** Reads `source` as a pattern. A source without `*` matches itself alone. Case does not count. */
export function compilePattern(source: string): NamePattern {
  return new CompiledPattern(source.toLowerCase());
}

/** A class, as thousands of them are made at once, and an object with an accessor of its own costs many times as much. */
class CompiledPattern implements NamePattern {
  readonly source: string;
  readonly literals: number;
  readonly start: string;
  #segments: readonly (readonly string[])[] | undefined;

  constructor(source: string) {
    let stars = 0;
    const first = source.indexOf("*");
    for (let at = first; at >= 0; at = source.indexOf("*", at + 1)) stars++;
    this.source = source;
    this.start = first < 0 ? source : source.slice(0, first);
    this.literals = source.length - stars;
  }

  /** Split at the first use: most patterns of a catalog are never compared with anything. */
  get segments(): readonly (readonly string[])[] {
    this.#segments ??= this.source.split("/").map((segment) => segment.split("*"));
    return this.#segments;
  }
}

/**
 * What each `*` stands for, or null where `name` (in lower case) does not match. A star takes as little as it can,
 * the last one of a segment the rest. Segments are matched one by one, so that no star can cross a `/`.
 */
export function matchPattern(pattern: NamePattern, name: string): readonly string[] | null {
  // most comparisons end here, before anything is split
  if (!name.startsWith(pattern.start)) return null;
  const parts = name.split("/");
  if (parts.length !== pattern.segments.length) return null;
  const fillers: string[] = [];
  for (const [index, pieces] of pattern.segments.entries()) {
    if (!matchSegment(pieces, parts[index] ?? "", fillers)) return null;
  }
  return fillers;
}

function matchSegment(pieces: readonly string[], text: string, fillers: string[]): boolean {
  const first = pieces[0] ?? "";
  const last = pieces.at(-1) ?? "";
  if (pieces.length === 1) return text === first;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (let i = 1; i < pieces.length - 1; i++) {
    const piece = pieces[i] ?? "";
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    fillers.push(text.slice(at, found));
    at = found + piece.length;
  }
  fillers.push(text.slice(at, end));
  return true;
}

/** Whether some name matches both patterns. */
export function patternsOverlap(a: NamePattern, b: NamePattern): boolean {
  const left = a.source.split("/");
  const right = b.source.split("/");
  return left.length === right.length && left.every((segment, i) => segmentsOverlap(segment, right[i] ?? ""));
}

function segmentsOverlap(a: string, b: string): boolean {
  // row[j]: whether a[i..] and b[j..] have a text in common; filled from the ends
  let below: boolean[] = [];
  for (let i = a.length; i >= 0; i--) {
    const row: boolean[] = new Array(b.length + 1).fill(false);
    for (let j = b.length; j >= 0; j--) {
      const x = a[i];
      const y = b[j];
      if (x === undefined && y === undefined) row[j] = true;
      // a star ends here, or takes the other side's next character
      else if (x === "*" || y === "*") row[j] = (i < a.length && below[j] === true) || (j < b.length && row[j + 1] === true);
      else row[j] = x !== undefined && x === y && below[j + 1] === true;
    }
    below = row;
  }
  return below[0] === true;
}
