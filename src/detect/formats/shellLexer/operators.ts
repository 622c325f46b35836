import { endCommand, endWord } from "./commands.ts";
import { openSubstitution } from "./expansions.ts";
import { readHereDocuments } from "./hereDocuments.ts";
import { readRedirection } from "./redirections.ts";
import type { ShellScan } from "./state.ts";

const newline = 10;
const ampersand = 38;
const openParenthesis = 40;
const closeParenthesis = 41;
const semicolon = 59;
const greater = 62;
const backtick = 96;

/** The end of a line, of which `unit` is the character. */
export function readLineBreak(scan: ShellScan, unit: number): void {
  const { list } = scan;
  scan.i++;
  if (list.builder === null && list.words.length === 0 && scan.announced.length === 0) {
    list.redirected = false;
    return;
  }
  if (list.array !== null || list.inPatterns) endWord(scan);
  else endCommand(scan);
  if (unit === newline && scan.announced.length > 0) readHereDocuments(scan);
}

/** `;`, and `;;` or `;&` behind the commands of a case label. */
export function readSemicolon(scan: ShellScan): void {
  const { list } = scan;
  const next = scan.text.charCodeAt(scan.i + 1);
  if (list.array !== null) endWord(scan);
  else endCommand(scan);
  const { cases } = list;
  if ((next === semicolon || next === ampersand) && cases !== null && cases.length > 0) {
    cases[cases.length - 1] = true;
    scan.i++;
  }
  scan.i++;
}

/** `|` between commands or patterns. */
export function readPipe(scan: ShellScan): void {
  const { list } = scan;
  if (list.inPatterns || list.testing || list.array !== null) endWord(scan);
  else endCommand(scan);
  scan.i++;
}

/** `&`, `&&` and `&>`. */
export function readAmpersand(scan: ShellScan): void {
  const { list } = scan;
  if (list.testing || list.array !== null) endWord(scan);
  else if (scan.text.charCodeAt(scan.i + 1) === greater) {
    endWord(scan);
    scan.i++;
    readRedirection(scan);
    return;
  } else endCommand(scan);
  scan.i++;
}

/**
 * What stands for a word that its reader is to write: `--model <model-name> --port 80`, `<org>/<name>`. A redirection has its file behind it and
 * a descriptor, a blank or nothing before it: `<in >out`, `<in 2>err`.
 */
const placeholder = /<[A-Za-z](?:[\w ./:|-]{0,80}[\w.)])?(?<!\s\d)>(?![\w$~&("'])/y;

/** `<` and `>`: redirections, `<(...)`, comparisons in `[[ ]]`, or a placeholder, which is a template. */
export function readAngle(scan: ShellScan): void {
  const { list, text, i } = scan;
  placeholder.lastIndex = i;
  const shown = placeholder.exec(text)?.[0];
  if (shown !== undefined && !list.redirected) {
    scan.wordAt(i).replace("$", i, i + shown.length);
    scan.i += shown.length;
    return;
  }
  if (list.testing || list.array !== null) {
    endWord(scan);
    scan.i++;
  } else if (scan.text.charCodeAt(scan.i + 1) === openParenthesis) openSubstitution(scan, scan.i, scan.i + 2, closeParenthesis);
  else readRedirection(scan);
}

/** A backtick outside of quotes opens a substitution, or closes the one that it stands in. */
export function readBacktick(scan: ShellScan): void {
  const { i } = scan;
  if (scan.list.closer === backtick) {
    endCommand(scan);
    scan.close();
    scan.i++;
  } else if (scan.text.charCodeAt(i + 1) === backtick && !scan.isDeepest) {
    // nothing is in it
    scan.wordAt(i).replace("$", i, i + 1);
    scan.i += 2;
  } else openSubstitution(scan, i, i + 1, backtick);
}
