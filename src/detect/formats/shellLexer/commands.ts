import { type CommandList, noWords, type ShellScan } from "./state.ts";
import type { Word } from "./word.ts";

/** No command of anybody has so many words: what stands behind them is read as another, so that few are kept at a time. */
const mostWords = 2048;

/** Ends the word that is being read, if one is. */
export function endWord(scan: ShellScan): void {
  const { list } = scan;
  if (list.builder === null) return;
  const { text, offset, segments } = list.builder.build();
  const word = { text, offset: text === "" ? list.wordStart : offset, segments, quoted: list.quoted, literal: list.literal, index: -1 };
  scan.dropWord();
  list.quoted = false;
  list.literal = false;
  list.flat = false;
  addWord(scan, word);
}

/** Adds a whole word to the command that is being read. */
export function addWord(scan: ShellScan, word: Word): void {
  const { list } = scan;
  if (list.redirected) {
    list.redirected = false;
    if (list.output) list.target = word.text;
    return;
  }
  if (list.words.length === 0) list.words = [word];
  else {
    if (list.words.length >= mostWords) {
      endCommand(scan);
      list.words = [];
    }
    list.words.push(word);
  }
  const { length } = word.text;
  if ((length === 2 || length === 4) && !word.quoted && list.array === null) noteKeyword(list, word.text);
}

/** What follows `[[` is a test, and what follows `case x in` are patterns. */
function noteKeyword(list: CommandList, text: string): void {
  const { words } = list;
  if (text === "[[" && words.length === 1) list.testing = true;
  else if (text === "]]") list.testing = false;
  else if (text === "in" && words.length > 2 && words[words.length - 3]?.text === "case") {
    list.words = noWords;
    list.cases ??= [];
    list.cases.push(true);
  } else if (text === "esac" && words.length === 1 && list.cases !== null && list.cases.length > 0) {
    list.words = noWords;
    list.cases.pop();
  }
}

/** Ends the command that is being read, and hands it out if it has words. */
export function endCommand(scan: ShellScan): void {
  endWord(scan);
  const { list } = scan;
  const { array, words, target } = list;
  list.redirected = false;
  list.testing = false;
  list.target = null;
  if (words.length === 0) return;
  list.words = noWords;
  scan.onCommand({ kind: array === null ? "command" : "array", name: array, words, target });
}

/** Ends the patterns of a case label, and hands them out. */
export function endPatterns(scan: ShellScan): void {
  endWord(scan);
  const { list } = scan;
  const { words, cases } = list;
  if (words.length > 0) scan.onCommand({ kind: "patterns", name: null, words, target: null });
  list.words = noWords;
  if (cases !== null && list.inPatterns) cases[cases.length - 1] = false;
}
