/** A cell of a table: a list is joined, nothing is an empty cell. */
export type Cell = string | number | readonly string[] | null | undefined;

/** Stands between the entries of a list in one cell. */
export const listSeparator = " | ";

/**
 * Text as a spreadsheet may open it: what would be taken for a formula gets an apostrophe before it
 * (https://owasp.org/www-community/attacks/CSV_Injection). Leading white space is looked through, as some programs drop it.
 */
function withoutFormula(text: string): string {
  return /^\s*[=+\-@＝＋－＠]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

/** One field by RFC 4180, section 2: quoted where it holds a quote, a comma or a line break, or where its edges are blank. */
export function csvField(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const text = withoutFormula(typeof cell === "string" ? cell : cell.join(listSeparator));
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table with a header; every line ends in CRLF, as RFC 4180 has it. */
export function csvTable(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(csvField).join(",")}\r\n`).join("");
}
