import type { Detection } from "./candidate.ts";
import type { Interest } from "./interest.ts";
import type { LanguageProfile } from "./languages/profile.ts";
import { readBlockWord } from "./scanner/blocks.ts";
import { nextMark } from "./scanner/candidates.ts";
import { isOpening, wordEnd } from "./scanner/characters.ts";
import { isRestKnown, restore } from "./scanner/checkpoint.ts";
import { readClose } from "./scanner/closing.ts";
import { endElement, readComma } from "./scanner/elements.ts";
import { nextIsland } from "./scanner/islands.ts";
import { readChildren } from "./scanner/markup.ts";
import { readOpen } from "./scanner/opening.ts";
import { readBackslash, readOperator, readSlash } from "./scanner/operators.ts";
import { type Literal, Scan } from "./scanner/state.ts";
import { readLineBreak, readSemicolon } from "./scanner/statements.ts";
import { readLoneQuote, readString, resumeString } from "./scanner/strings.ts";
import { classes, commentAt, commentEnd, lineEnd, stringAt, tablesOf } from "./scanner/tables.ts";
import { readWord } from "./scanner/words.ts";
import { Trail } from "./trail.ts";

/**
 * Finds the strings of a program that may name a model, each with what surrounds it, in one forward pass over the
 * characters. Brackets are kept on a stack; of the element that is being read in each only positions are remembered,
 * and names are cut out of the text when a plausible string asks for its context.
 *
 * Left out: comments, docstrings, keys of objects, regular expressions, text between tags, names of modules, types that
 * a value is cast to, strings that are a part of a longer one (interpolation, `+`, side by side), and whatever
 * {@link plausible} denies. Total and linear: broken code ends at the next line that shows it is broken.
 *
 * With `before`, see {@link Format.detect}, only what a change can reach is scanned again, and the result is that of a whole pass.
 *
 * The rooms in scanner/, each of which imports those before it only:
 *
 * - shapes: profiles of one shape; tables: a profile as tables; comments, strings, operators and words at a place
 * - group: an open bracket and its element; frames: what surrounds a string, made of groups; state: all that a pass remembers
 * - characters: where blanks, comments and words end; following: what stands behind a place
 * - elements: keys, targets, types, values before an operator; nesting: into brackets and out of them
 * - commands: commands and lists in strings; candidates: from a string to a candidate
 * - islands: heredocs, directives, what stands around code; markup: JSX
 * - statements: lines and statements; opening, closing: brackets; strings; words: names, key words, commands; operators
 * - blocks: what words open and close
 * - checkpoint: the state of a pass between two lines, to go on from after a change
 */
export function scanCode(text: string, profile: LanguageProfile, interest: Interest | null = null, before?: Detection | null): Detection {
  const trail = before === undefined ? null : new Trail(text, profile, interest, before);
  const scan = new Scan(text, tablesOf(profile), interest, trail);
  readAll(scan);
  return trail === null ? { candidates: scan.candidates, modules: [...new Set(scan.modules)] } : trail.detection();
}

/** Every whole string that {@link scanCode} reads, plausible or not, in the order of their ends: what tests compare with grammars. */
export function literalsOf(text: string, profile: LanguageProfile): readonly Literal[] {
  const scan = new Scan(text, tablesOf(profile), null, null);
  const literals: Literal[] = [];
  scan.literals = literals;
  readAll(scan);
  return literals;
}

/** Sets the scan to where it begins: to the checkpoint that it goes on from, or behind what stands before all code. */
function begin(scan: Scan): number {
  const { text } = scan;
  const start = scan.trail?.start;
  if (start) {
    restore(scan, start.at, start.state);
    return start.at;
  }
  scan.group.outer = [];
  nextMark(scan, 0);
  // `#![...]` is an attribute of Rust
  const code = text.startsWith("#!") && !text.startsWith("#![") ? lineEnd(text, 0) : 0;
  return scan.tables.profile.island === undefined ? code : nextIsland(scan, code);
}

function readAll(scan: Scan): void {
  const { text } = scan;
  const { characterClasses, profile } = scan.tables;
  const { markup } = profile;
  const wordBlocks = profile.wordBlocks !== undefined || profile.moduleAttributes === true;
  let i = begin(scan);
  while (i < text.length) {
    if (markup && scan.group.role === "children" && scan.overflow === 0) {
      i = readChildren(scan, i);
      continue;
    }
    const code = text.charCodeAt(i);
    switch (code < 128 ? characterClasses[code] : classes.word) {
      case classes.space:
        i++;
        break;
      case classes.word:
        i = wordBlocks ? readBlockWord(scan, i) : readWord(scan, i);
        break;
      case classes.newline:
        i = readLineBreak(scan, i);
        if (i >= scan.nextRest && isRestKnown(scan, i)) return;
        break;
      case classes.quote: {
        const kind = stringAt(scan.tables.strings[code], text, i);
        if (kind !== null) i = readString(scan, i, kind);
        // `[` where `[[` would begin a string
        else i = isOpening(code) ? readOpen(scan, i, code) : readLoneQuote(scan, i);
        break;
      }
      case classes.open:
        i = readOpen(scan, i, code);
        break;
      case classes.close:
        i = readClose(scan, i, code);
        if (scan.token === "close" && scan.closedRole === "interpolation") i = resumeString(scan, i);
        break;
      case classes.comma:
        endElement(scan);
        readComma(scan);
        i++;
        break;
      case classes.semicolon:
        readSemicolon(scan);
        i++;
        break;
      case classes.digit:
        scan.nameStart = i;
        i = wordEnd(scan, i + 1);
        scan.nameEnd = i;
        scan.token = "number";
        break;
      case classes.comment:
        if (commentAt(scan.tables, text, i)) i = commentEnd(scan.tables, text, i);
        // `{` where `{-` would begin a comment
        else i = isOpening(code) ? readOpen(scan, i, code) : readSlash(scan, i);
        break;
      case classes.backslash:
        i = readBackslash(scan, i);
        break;
      default:
        i = readOperator(scan, i);
    }
  }
}
