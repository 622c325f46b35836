import type { CommandFindings, OuterContext } from "../findings.ts";
import type { SimpleCommand, Word } from "../formats/shellLexer/word.ts";
import { allInside, inside } from "../formats/values.ts";
import type { Frame } from "../frame.ts";
import { assignmentAt, baseName, isFlagText } from "./looks.ts";
import { programKind } from "./programs.ts";
import type { Command } from "./state.ts";
import { isSubcommand } from "./subcommands.ts";
import { addVariable } from "./variables.ts";
import { addWord, wordFrom } from "./words.ts";

/** The `NAME=value` words before a program. */
export function readAssignments(command: Command): void {
  while (!command.isRead) {
    const { word } = command;
    const equals = assignmentAt(word.text);
    if (equals < 0) return;
    if (command.i >= command.silent) addAssignment(command, word, equals);
    command.i++;
  }
}

/** A word that sets a variable, if it does. */
export function readAssignment(command: Command, word: Word): void {
  const equals = assignmentAt(word.text);
  if (equals > 0) addAssignment(command, word, equals);
}

function addAssignment(command: Command, word: Word, equals: number): void {
  // a value of one character names nothing
  if (word.text.length < equals + 3) return;
  const name = word.text.slice(0, word.text.charCodeAt(equals - 1) === 43 ? equals - 1 : equals);
  const value = wordFrom(word, equals + 1);
  const context = (): readonly Frame[] => inside({ kind: "assignment", name }, command.outer(word));
  if (isFlagText(value.text) || isCommandText(value.text)) command.scanNested(value, context);
  else if (!value.literal) addVariable(command.findings, name, value, context);
}

/** Whether a value is a command with flags, or one with a subcommand, that is run later: `RUN="python train.py --model x"`. */
function isCommandText(text: string): boolean {
  const [program = "", next = ""] = text.slice(0, longestBeginning).split(/\s+/, 2);
  if (program === "" || next === "") return false;
  const name = baseName(program);
  if (isSubcommand(name, next)) return true;
  const kind = programKind(name);
  return kind !== null && kind !== "printer" && kind !== "test" && /\s--?[A-Za-z]/.test(text);
}

/** Programs with their folder are no longer. */
const longestBeginning = 300;

/** `for NAME in a b c`; false where the command is no loop. What the words are may show only where the variable stands. */
export function readLoop(command: Command): boolean {
  if (command.words.length < command.i + 3) return false;
  const { text } = command.word;
  if ((text !== "for" && text !== "select" && text !== "foreach") || command.wordAt(command.i + 2).text !== "in") return false;
  const name = command.wordAt(command.i + 1).text;
  addLoop(command, name);
  const words = command.words.slice(command.i + 3);
  if (/model|llm/i.test(name)) addLoopWords(command, { name, words });
  else command.loops.set(name, words);
  return true;
}

/** Adds the words of all loops whose variables are not given to anything. */
export function endLoops(command: Command): void {
  for (const name of command.loops.keys()) addLoop(command, name);
}

function addLoop(command: Command, name: string): void {
  const words = command.loops.get(name);
  if (words !== undefined) addLoopWords(command, { name, words });
  command.loops.delete(name);
}

interface Loop {
  readonly name: string;
  readonly words: readonly Word[];
}

/** @param use what the variable is given to, each time with another of the words: `ollama pull $NAME` */
export function addLoopWords(command: Command, { name, words }: Loop, use: readonly Frame[] = []): void {
  let previous: string | null = null;
  words.forEach((word, index) => {
    const item: Frame = { kind: "item", index, previous };
    addWord(command.findings, word, () => allInside(use, inside(item, inside({ kind: "assignment", name }, command.outer(word)))));
    previous = word.text;
  });
}

/** `NAME=(a b [key]=c)` */
export function scanArray(array: SimpleCommand, findings: CommandFindings, outer: OuterContext): void {
  const name = array.name ?? "";
  let previous: string | null = null;
  array.words.forEach((word, index) => {
    const keyed = /^\[([^\]]{1,64})\]=/.exec(word.text);
    const item: Frame = { kind: "item", index, previous };
    previous = word.text;
    if (keyed === null) addWord(findings, word, () => inside(item, inside({ kind: "assignment", name }, outer(word))));
    else {
      addWord(findings, wordFrom(word, keyed[0].length), () => [
        { kind: "property", key: keyed[1] ?? "" },
        { kind: "assignment", name },
        ...outer(word),
      ]);
    }
  });
}
