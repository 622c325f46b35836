import type { ShellScan } from "./state.ts";

const openBrace = 123;

/** Longer templates are none. */
const longestTemplate = 400;

/**
 * Behind the template `{{ ... }}` that begins at the brace at `at`, if it ends on the line; else behind that brace. What fills in
 * templates has done so before any shell sees the text: the words and quotes in them are not the shell's.
 */
export function templateEnd(scan: ShellScan, at: number): number {
  const { text } = scan;
  if (text.charCodeAt(at + 1) !== openBrace) return at + 1;
  if (scan.templateClose < at + 2) {
    const close = text.indexOf("}}", at + 2);
    scan.templateClose = close < 0 ? Number.POSITIVE_INFINITY : close;
  }
  if (scan.templateClose - at > longestTemplate) return at + 1;
  return text.slice(at, scan.templateClose).includes("\n") ? at + 1 : scan.templateClose + 2;
}
