import type { Frame } from "../candidate.ts";
import type { SimpleCommand, Word } from "../formats/shellLexer/word.ts";
import { addVariableValue, inside } from "../formats/values.ts";
import type { CommandFindings, OuterContext } from "./findings.ts";
import { assignmentAt, isFlagText } from "./looks.ts";
import type { Command } from "./state.ts";
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
  if (isFlagText(value.text)) command.scanNested(value, context);
  else if (!value.literal) addVariableValue(command.findings, value, context);
}

/** `for NAME in a b c`; false where the command is no loop. */
export function readLoop(command: Command): boolean {
  if (command.words.length < command.i + 3) return false;
  const { text } = command.word;
  if ((text !== "for" && text !== "select" && text !== "foreach") || command.wordAt(command.i + 2).text !== "in") return false;
  const name = command.wordAt(command.i + 1).text;
  const from = command.i + 3;
  let previous: string | null = null;
  for (let k = from; k < command.words.length; k++) {
    const word = command.wordAt(k);
    const item: Frame = { kind: "item", index: k - from, previous };
    addWord(command.findings, word, () => inside(item, inside({ kind: "assignment", name }, command.outer(word))));
    previous = word.text;
  }
  return true;
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
