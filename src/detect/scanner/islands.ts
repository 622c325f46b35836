// Parts of a text that are no code of the language: heredocs, directives, what stands around islands.

import { beginsText, embeddedStrings } from "../embeddedText.ts";
import type { StringKind } from "../languages/profile.ts";
import { noteSeen } from "../trail.ts";
import { skipSpaces, wordEnd } from "./characters.ts";
import { endStatement } from "./nesting.ts";
import type { Scan } from "./state.ts";
import { lineEnd } from "./tables.ts";

/** After so many heredocs without an end the mark is taken for an operator. */
const mostOpenHeredocs = 8;

/** The beginning of the next stretch of code, in a language that stands between marks. */
export function nextIsland(scan: Scan, from: number): number {
  const { island } = scan.tables.profile;
  if (island === undefined) return from;
  for (let at = scan.text.indexOf(island.mark, from); at >= 0; at = scan.text.indexOf(island.mark, at + 1)) {
    const open = island.open.find((written) => scan.text.startsWith(written, at));
    if (open !== undefined) return at + open.length;
  }
  return scan.text.length;
}

/** `<<~NAME` and its like: the text begins on the next line. */
export function readHeredoc(scan: Scan, at: number, pattern: RegExp): number {
  if (scan.openHeredocs >= mostOpenHeredocs) return -1;
  pattern.lastIndex = at;
  const match = pattern.exec(scan.text);
  const delimiter = match?.[1] ?? match?.[2];
  if (match === null || delimiter === undefined) return -1;
  scan.heredocs.push({ delimiter, raw: match[0].includes("'") });
  scan.token = "string";
  scan.stringAlone = false;
  return at + match[0].length;
}

/**
 * Behind the heredocs that were announced on the line that ends at `at`; -1 where one of them has no end. What a request in one of them
 * names is added: the rest of a heredoc is text.
 */
export function skipHeredocs(scan: Scan, at: number): number {
  let i = at;
  for (const { delimiter, raw } of scan.heredocs) {
    const end = new RegExp(`[\\r\\n][ \\t]*${delimiter}(?!\\w)`, "g");
    end.lastIndex = i;
    const close = end.exec(scan.text);
    if (close === null) {
      noteSeen(scan, Number.POSITIVE_INFINITY);
      scan.openHeredocs++;
      scan.heredocs = [];
      return -1;
    }
    addRequest(scan, i, close.index, raw);
    i = end.lastIndex;
  }
  scan.heredocs = [];
  scan.token = "string";
  scan.stringAlone = false;
  return i;
}

/** How heredocs are escaped and filled in where their delimiter stands in single quotes: not at all. */
const rawKind: StringKind = { open: "'", close: "'", escapes: "none", multiLine: true };

function addRequest(scan: Scan, start: number, end: number, raw: boolean): void {
  const kind = raw ? rawKind : scan.tables.profile.strings.find(({ open }) => open === '"');
  if (kind === undefined || (scan.overflow > 0 && scan.depth === 0) || !beginsText(scan.text, start, end, kind)) return;
  const found = embeddedStrings(scan.text, start, end, kind, scan.interest);
  if (found.length === 0) return;
  for (const candidate of found) scan.candidates.push(candidate);
  scan.lastCandidate = found.at(-1)?.range.start ?? -1;
}

/** A comment between two marks that each begin a line: `=begin`, `=end`. */
export function readLineComment(scan: Scan, at: number): number {
  const end = scan.text.indexOf("\n=end", at);
  return end < 0 ? scan.text.length : lineEnd(scan.text, end + 1);
}

/** `#` at the beginning of a line. */
export function readDirective(scan: Scan, at: number): number {
  const { text, group } = scan;
  const start = skipSpaces(scan, at + 1);
  const end = wordEnd(scan, start);
  const word = text.slice(start, Math.min(end, start + 16));
  const name = skipSpaces(scan, end);
  if (word === "define") {
    scan.directive = true;
    const nameEnd = wordEnd(scan, name);
    if (text.charCodeAt(nameEnd) === 40) return nameEnd;
    if (group.holdsStatements) endStatement(scan);
    group.targetStart = name;
    group.targetEnd = nameEnd;
    group.targetIsKey = false;
    scan.token = "operator";
    return nameEnd;
  }
  const lineStop = lineEnd(text, end);
  if (word === "include" || word === "import") {
    const module = /^(?:<([^<>\r\n]*)>|"([^"\r\n]*)")/.exec(text.slice(name, Math.min(lineStop, name + 200)));
    const file = module?.[1] ?? module?.[2];
    if (file !== undefined && file !== "") scan.modules.push(file);
  }
  let stop = lineStop;
  // a directive goes on behind a backslash
  while (text.charCodeAt(stop - 1) === 92 && stop < text.length) stop = lineEnd(text, stop + (text.startsWith("\r\n", stop) ? 2 : 1));
  return stop;
}
