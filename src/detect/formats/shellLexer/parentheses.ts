import { endCommand, endPatterns, endWord } from "./commands.ts";
import { openArithmetic } from "./expansions.ts";
import { noWords, type ShellScan } from "./state.ts";

const openParenthesis = 40;
const closeParenthesis = 41;
const equals = 61;

/** `name=(`, `name()`, `((`, or a list of commands in a shell of its own. */
export function readOpenParenthesis(scan: ShellScan): void {
  const { text, list, i } = scan;
  if (list.inPatterns || list.testing || scan.isDeepest) {
    endWord(scan);
    scan.i++;
    return;
  }
  const isAssignment = list.builder !== null && list.array === null && text.charCodeAt(i - 1) === equals;
  const target = isAssignment ? (list.builder?.build().text ?? "") : "";
  if (target.endsWith("=")) {
    scan.wordAt(i).replace("$", i, i + 1);
    scan.openList(closeParenthesis, target.slice(0, target.endsWith("+=") ? -2 : -1));
    scan.i++;
    return;
  }
  endWord(scan);
  const next = text.charCodeAt(i + 1);
  if (next === closeParenthesis) {
    // a function's head: its name is no command
    list.words = noWords;
    scan.i += 2;
  } else if (next === openParenthesis && list.words.length === 0) {
    openArithmetic(scan);
    scan.i += 2;
  } else {
    scan.openList(closeParenthesis, null);
    scan.i++;
  }
}

/** The end of a case label, of a group, a substitution or an array, or one that closes nothing. */
export function readCloseParenthesis(scan: ShellScan): void {
  const { list } = scan;
  if (list.inPatterns) endPatterns(scan);
  else if (list.testing) endWord(scan);
  else {
    endCommand(scan);
    if (list.closer === closeParenthesis) scan.close();
  }
  scan.i++;
}
