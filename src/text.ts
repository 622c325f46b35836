/** A half-open range `[start, end)` of UTF-16 code units in a text. All positions inside the engine are of this kind. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Replaces the text in `range` by `text`. Fixes are data of this kind; a surface applies them. */
export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
}

/** A place for people and other programs: both numbers count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets of one text into lines and columns. */
export interface LineIndex {
  positionAt(offset: number): Position;
}

/** Indexes the lines of `text`, which may end in LF, CRLF or CR (as the Language Server Protocol has it). Linear, done once a text. */
export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return {
    positionAt(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    },
  };
}

/**
 * `text` with all `edits` made at once.
 * @throws RangeError when two edits overlap or one lies outside the text: applying half of a fix would lose data.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const parts: string[] = [];
  let from = 0;
  for (const { range, text: replacement } of sorted) {
    if (range.start < from || range.end < range.start || range.end > text.length) {
      throw new RangeError(`edits overlap or leave the text at ${range.start}-${range.end} of ${text.length}`);
    }
    parts.push(text.slice(from, range.start), replacement);
    from = range.end;
  }
  parts.push(text.slice(from));
  return parts.join("");
}
