import type { Word } from "../formats/shellLexer/word.ts";
import { readAssignments, readLoop } from "./assignments.ts";
import { baseName, isPython, isSimpleName } from "./looks.ts";
import { readOrdinary, readProgram } from "./program.ts";
import { programKind, remarkableWords, reservedWords } from "./programs.ts";
import type { Command } from "./state.ts";
import { readWrapper } from "./wrappers.ts";

/** Reads a whole command: reserved words, variables, what runs the rest, the program and its arguments. */
export function readCommand(command: Command): void {
  const { text } = command.word;
  if (isSimpleName(text) && !remarkableWords.has(text) && !isPython(text)) {
    // most are a plain program
    readOrdinary(command, text);
    if (!command.runsRest) return;
  }
  while (!command.isRead && isReserved(command.word)) command.i++;
  if (readLoop(command)) return;
  // every turn passes over at least one word
  while (!command.isRead) {
    readAssignments(command);
    if (command.isRead) return;
    const name = baseName(command.word.text);
    const kind = programKind(name);
    if (kind === null || !readWrapper(command, name, kind)) {
      command.runsRest = false;
      readProgram(command, name, kind);
      if (!command.runsRest) return;
    }
  }
}

function isReserved({ text, quoted }: Word): boolean {
  return text.length <= longestReserved && !quoted && reservedWords.has(text);
}

/** `while` and `until` */
const longestReserved = 5;
