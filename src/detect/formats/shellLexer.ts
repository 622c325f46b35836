import { addWord, endCommand, endWord } from "./shellLexer/commands.ts";
import { readArithmetic, readDollar, readParameter } from "./shellLexer/expansions.ts";
import { readAmpersand, readAngle, readBacktick, readLineBreak, readPipe, readSemicolon } from "./shellLexer/operators.ts";
import { readCloseParenthesis, readOpenParenthesis } from "./shellLexer/parentheses.ts";
import { readBackslash, readDoubleQuotes, readQuoted, readSingleQuotes } from "./shellLexer/quotes.ts";
import { wordRunEnd } from "./shellLexer/runs.ts";
import { ShellScan } from "./shellLexer/state.ts";
import { templateEnd } from "./shellLexer/templates.ts";
import type { HereDocument, SimpleCommand } from "./shellLexer/word.ts";

const tab = 9;
const newline = 10;
const carriageReturn = 13;
const space = 32;
const doubleQuote = 34;
const hash = 35;
const dollar = 36;
const ampersand = 38;
const singleQuote = 39;
const openParenthesis = 40;
const closeParenthesis = 41;
const semicolon = 59;
const less = 60;
const greater = 62;
const backslash = 92;
const backtick = 96;
const openBrace = 123;
const pipe = 124;

/**
 * Splits shell text into its simple commands, those in substitutions included, each when it ends. Total and linear:
 * nesting is kept on a stack of its own, bodies of here-documents are handed out, what is cut ends at the end of the text.
 *
 * The rooms in shellLexer/, each of which imports those before it only:
 *
 * - runs: what characters are to a word; word: what is handed out; state: all that a pass remembers, and what is open
 * - commands: where words and commands end; expansions: `$`, `${`, `$(`, `$((`; templates: `{{ }}`; quotes
 * - here-documents, redirections, parentheses, operators: what stands between words
 */
export function readCommands(
  text: string,
  onCommand: (command: SimpleCommand) => void,
  onHereDocument: (document: HereDocument) => void = () => {},
): void {
  const scan = new ShellScan(text, onCommand, onHereDocument);
  while (scan.i < text.length) {
    switch (scan.stretch) {
      case "commands":
        readCommandText(scan);
        break;
      case "double":
        readQuoted(scan);
        break;
      case "parameter":
        readParameter(scan);
        break;
      case "arithmetic":
        readArithmetic(scan);
        break;
    }
  }
  while (!scan.isOutermost) {
    if (scan.stretch === "commands") endCommand(scan);
    scan.close();
  }
  endCommand(scan);
}

/** What stands at `i` in a list of commands. */
function readCommandText(scan: ShellScan): void {
  const { text, i } = scan;
  const unit = text.charCodeAt(i);
  switch (unit) {
    case space:
    case tab:
      endWord(scan);
      scan.i++;
      return;
    case newline:
    case carriageReturn:
      readLineBreak(scan, unit);
      return;
    case hash:
      if (scan.list.builder === null) {
        const lineEnd = text.indexOf("\n", i);
        scan.i = lineEnd < 0 ? text.length : lineEnd;
      } else {
        scan.list.builder.copy(i, i + 1);
        scan.i++;
      }
      return;
    case backslash:
      readBackslash(scan);
      return;
    case singleQuote:
      readSingleQuotes(scan);
      return;
    case doubleQuote:
      readDoubleQuotes(scan);
      return;
    case dollar: {
      const next = text.charCodeAt(i + 1);
      if (next === singleQuote) {
        scan.wordAt(i);
        scan.i++;
        readSingleQuotes(scan);
      } else if (next === doubleQuote) scan.i++;
      else readDollar(scan);
      return;
    }
    case backtick:
      readBacktick(scan);
      return;
    case openParenthesis:
      readOpenParenthesis(scan);
      return;
    case closeParenthesis:
      readCloseParenthesis(scan);
      return;
    case semicolon:
      readSemicolon(scan);
      return;
    case pipe:
      readPipe(scan);
      return;
    case ampersand:
      readAmpersand(scan);
      return;
    case less:
    case greater:
      readAngle(scan);
      return;
    default:
      readPlain(scan);
  }
}

/** Ordinary characters at `i`: a word with the blank behind it, or a part of one. */
function readPlain(scan: ShellScan): void {
  const { text, i } = scan;
  let end = wordRunEnd(text, i);
  while (end < text.length && text.charCodeAt(end) === openBrace) end = wordRunEnd(text, templateEnd(scan, end));
  const next = end < text.length ? text.charCodeAt(end) : newline;
  if (scan.list.builder === null && (next === space || next === newline)) {
    scan.i = next === space ? end + 1 : end;
    addWord(scan, { text: text.slice(i, end), offset: i, segments: null, quoted: false, literal: false, index: -1 });
    return;
  }
  scan.wordAt(i).copy(i, end);
  scan.i = end;
}
