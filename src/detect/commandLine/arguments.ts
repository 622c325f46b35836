import type { Frame } from "../candidate.ts";
import type { Word } from "../formats/shellLexer/word.ts";
import { inside } from "../formats/values.ts";
import { takesValue } from "./flags.ts";
import { scanJson } from "./json.ts";
import { isFlagText, keyAt, mayBeName } from "./looks.ts";
import { scanPairs } from "./pairs.ts";
import type { Command } from "./state.ts";
import { settingCommands } from "./subcommands.ts";
import { addWord, wordFrom } from "./words.ts";

const dash = 45;
const openBracket = 91;
const openBrace = 123;

/** The rest of a command: the flags and operands of `name`, which is `program` with its subcommands. */
export function readArguments(command: Command, name: string, program: string): void {
  const { words, silent } = command;
  if (command.isRead) return;
  const isSetting = settingCommands.has(name);
  let position = 0;
  let flags = true;
  let lastOperand = "";
  while (command.i < words.length) {
    const index = command.i++;
    const word = command.wordAt(index);
    const { text } = word;
    if (!flags || text.length < 2 || text.charCodeAt(0) !== dash) {
      if (isSetting) {
        if (position === 1) addArgument(command, word, { kind: "assignment", name: lastOperand });
      } else if (index >= silent && mayBeName(text)) addArgument(command, word, { kind: "operand", command: name, position });
      position++;
      lastOperand = text;
    } else if (text === "--") flags = false;
    else if (text.includes(" ")) {
      // a whole tail of a command line in one word
      if (index >= silent) command.scanNested(word, () => command.outer(word));
    } else {
      const equals = text.indexOf("=");
      if (equals > 0) {
        const frame: Frame = { kind: "flag", command: name, name: text.slice(0, equals) };
        if (index >= silent) addArgument(command, wordFrom(word, equals + 1), frame, word);
      } else if (takesValue(program, text)) readFlagValues(command, name, text);
    }
  }
}

/** The words behind a flag that takes one, or any number of them. */
function readFlagValues(command: Command, name: string, flag: string): void {
  const frame: Frame = { kind: "flag", command: name, name: flag };
  const many = /models?[-_]?names$|models$/.test(flag);
  for (let count = 0; !command.isRead && (count === 0 || many); count++) {
    const value = command.word;
    if (value.text.charCodeAt(0) === dash && !(value.quoted && value.text.includes(" "))) break;
    if (command.i >= command.silent) addArgument(command, value, frame);
    command.i++;
  }
}

/** Adds what an argument holds: JSON, more flags, pairs of keys and values, or a plain value. `whole` is the word of which it is a part. */
function addArgument(command: Command, word: Word, frame: Frame, whole: Word = word): void {
  const { text } = word;
  if (!mayBeName(text)) return;
  const first = text.charCodeAt(0);
  const context = (): readonly Frame[] => inside(frame, command.outer(whole));
  if ((first === openBrace || first === openBracket) && text.includes('"') && !text.startsWith("{{")) {
    scanJson(word, command.findings, context);
  } else if (first === dash && isFlagText(text)) command.scanNested(word, context);
  else if (text.includes("=") && keyAt(text) > 0) scanPairs(word, command.findings, context);
  else addWord(command.findings, word, context);
}
