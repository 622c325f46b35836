import { createLineIndex, type LineIndex } from "../text.ts";

/**
 * The lines of each cell of a notebook, by the cell's place among all cells (nbformat 4: `source` is a string, or a list
 * of strings to be joined). Cells without text, and notebooks that are no valid JSON, give none.
 */
export function cellLines(notebook: string): (cell: number) => LineIndex | null {
  let cells: readonly unknown[] | undefined;
  const indexes = new Map<number, LineIndex | null>();
  return (cell) => {
    cells ??= cellsOf(notebook);
    const known = indexes.get(cell);
    if (known !== undefined) return known;
    const source = sourceOf(cells[cell]);
    const lines = source === null ? null : createLineIndex(source);
    indexes.set(cell, lines);
    return lines;
  };
}

function cellsOf(notebook: string): readonly unknown[] {
  try {
    const content: unknown = JSON.parse(notebook);
    if (typeof content === "object" && content !== null && "cells" in content && Array.isArray(content.cells)) {
      return content.cells.filter((cell) => typeof cell === "object" && cell !== null);
    }
  } catch {
    // Half a notebook: what it names still has its place in the file, if none in a cell.
  }
  return [];
}

function sourceOf(cell: unknown): string | null {
  if (typeof cell !== "object" || cell === null || !("source" in cell)) return null;
  const { source } = cell;
  if (typeof source === "string") return source;
  if (!Array.isArray(source)) return null;
  const lines = source.filter((line) => typeof line === "string");
  // Editors end a line that lacks its end, save for the last one.
  return lines.map((line, index) => (index === lines.length - 1 || line.endsWith("\n") ? line : `${line}\n`)).join("");
}
