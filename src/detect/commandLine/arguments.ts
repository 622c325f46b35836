import { subText } from "../formats/mappedText.ts";
import type { Word } from "../formats/shellLexer/word.ts";
import { addValue, addVariableValue, inside } from "../formats/values.ts";
import type { Frame } from "../frame.ts";
import { addLoopWords } from "./assignments.ts";
import { takesModels, takesRevision, takesValue } from "./flags.ts";
import { scanJson } from "./json.ts";
import { isFlagText, isLongFlag, isOperator, keyAt, mayBeName } from "./looks.ts";
import { overrideAt, scanOverride, scanPairs } from "./pairs.ts";
import { taskRunners } from "./programs.ts";
import type { Command } from "./state.ts";
import { settingCommands } from "./subcommands.ts";
import { addWord, wordFrom } from "./words.ts";

const dollar = 36;
const dash = 45;
const openBracket = 91;
const openBrace = 123;

/** The rest of a command, or what of it stands before another one: the flags and operands of `name`, which is `program` with its subcommands. */
export function readArguments(command: Command, name: string, program: string): void {
  const { words, silent } = command;
  if (command.isRead || isAboutData(command, name)) return;
  const isSetting = settingCommands.has(name);
  let position = 0;
  let flags = true;
  let lastOperand = "";
  while (command.i < words.length) {
    const index = command.i++;
    const word = command.wordAt(index);
    const { text } = word;
    if (isOperator(text)) {
      command.runsRest = true;
      return;
    }
    if (!flags || text.length < 2 || text.charCodeAt(0) !== dash) {
      if (isSetting) {
        if (position === 1) addArgument(command, word, { kind: "assignment", name: lastOperand });
      } else if (program === "jq" && position === 0 && index >= silent) addFilter(command, word);
      else if (index >= silent && mayBeName(text)) addArgument(command, word, { kind: "operand", command: name, position });
      position++;
      lastOperand = text;
    } else if (text === "--") {
      command.runsRest = startsCommand(command);
      if (command.runsRest) return;
      flags = taskRunners.has(program);
    } else if (text.includes(" ") && !isOneValue(text)) {
      // a whole tail of a command line in one word
      if (index >= silent) command.scanNested(word, () => command.outer(word));
    } else {
      const equals = text.indexOf("=");
      if (equals > 0) {
        const frame: Frame = { kind: "flag", command: name, name: text.slice(0, equals) };
        if (index >= silent) addArgument(command, wordFrom(word, equals + 1), frame, word);
      } else if (program === "jq") {
        if (text === "--arg") readNamedValue(command);
        else if (/^--(?:argjson|slurpfile|rawfile)$/.test(text)) command.i += 2;
      } else if (takesValue(program, text)) readFlagValues(command, name, text);
    }
  }
}

/** Whether a flag with its value has blanks in that alone: behind the commas of a list (`--models=gpt-4o, o3`), in an object or array. */
function isOneValue(text: string): boolean {
  return text.includes("=") && (!/[^,\s]\s/.test(text) || /^--?[A-Za-z][\w.-]{0,60}=[[{]/.test(text));
}

/** Whether a download or upload of the hub's is of a dataset or a Space (huggingface.co, "Command Line Interface": `--repo-type`). */
function isAboutData(command: Command, name: string): boolean {
  if (!/^(?:hf|huggingface-cli|modelscope) (?:down|up)load/.test(name)) return false;
  return command.words.some(({ text }, index) => {
    const [flag, value = command.wordAt(index + 1).text] = text.split("=", 2);
    return (flag === "--repo-type" && /^(?:dataset|space)s?$/.test(value)) || flag === "--dataset";
  });
}

/** So far behind `--` a command shows its flags. */
const furthestFlag = 64;

/** Whether what follows `--` is a command that the program is to run, and no list of files: `ray job submit -- python train.py --model x`. */
function startsCommand(command: Command): boolean {
  const { i, words } = command;
  if (command.isRead || command.word.text.charCodeAt(0) === dash) return false;
  for (let k = i + 1; k < Math.min(words.length, i + furthestFlag); k++) if (isLongFlag(command.wordAt(k).text)) return true;
  return false;
}

/** The words behind a flag that takes one, or any number of them. */
function readFlagValues(command: Command, name: string, flag: string): void {
  const frame: Frame = { kind: "flag", command: name, name: flag };
  const many = /models?[-_]?names$|models$/.test(flag);
  for (let count = 0; !command.isRead && (count === 0 || many); count++) {
    const value = command.word;
    if (isOperator(value.text) || (value.text.charCodeAt(0) === dash && !(value.quoted && value.text.includes(" ")))) break;
    if (command.i >= command.silent) addArgument(command, value, frame);
    command.i++;
  }
}

/** jq's `--arg model gpt-4o` sets a variable of the filter (jq manual, "Invoking jq"). */
function readNamedValue(command: Command): void {
  const { text } = command.word;
  const value = command.wordAt(++command.i);
  if (!command.isRead && command.i >= command.silent) addArgument(command, value, { kind: "assignment", name: text });
  command.i++;
}

/** A key of the object that a filter makes, or what it sets, and the text there: `{model: "gpt-4o"}`, `.model = "gpt-4o"`. */
const constructed = /([A-Za-z_]\w{0,60})"?\s{0,9}(?::|(?<![=!<>|])=(?!=))\s{0,9}"([^"\\$()\s]{2,200})"/g;

/** Longer filters are programs. */
const longestFilter = 4000;

/** Adds what a filter of jq writes (jq manual, "Object Construction", "Plain assignment"). */
function addFilter(command: Command, word: Word): void {
  if (word.text.length > longestFilter) return;
  for (const { 0: whole, 1: key = "", 2: value = "", index } of word.text.matchAll(constructed)) {
    const start = index + whole.length - 1 - value.length;
    addValue(command.findings, subText(word, start, start + value.length), () => inside({ kind: "property", key }, command.outer(word)));
  }
}

/** Gives the words of the loop whose variable the argument is to the command; false where it is another variable. */
function giveLoop(command: Command, text: string, frame: Frame): boolean {
  const name = text.startsWith("${") ? text.slice(2, -1) : text.slice(1);
  const words = command.loops.get(name);
  if (words === undefined) return false;
  command.loops.delete(name);
  addLoopWords(command, { name, words }, [frame]);
  return true;
}

/** Adds what an argument holds: JSON, more flags, pairs of keys and values, a list with commas, or a plain value. `whole` is the word of which it is a part. */
function addArgument(command: Command, word: Word, frame: Frame, whole: Word = word): void {
  const { text } = word;
  if (!mayBeName(text) || (frame.kind === "flag" && takesRevision(frame.name))) return;
  const first = text.charCodeAt(0);
  if (first === dollar && giveLoop(command, text, frame)) return;
  const context = (): readonly Frame[] => inside(frame, command.outer(whole));
  if ((first === openBrace || first === openBracket) && /["']/.test(text) && !text.startsWith("{{")) {
    scanJson(word, command.findings, context);
  } else if (first === dash && isFlagText(text)) command.scanNested(word, context);
  else if (text.includes("=") && keyAt(text) > 0) {
    const equals = frame.kind === "operand" ? overrideAt(text) : -1;
    if (equals > 0) scanOverride(word, equals, command.findings, context);
    else scanPairs(word, command.findings, context);
  } else if (frame.kind === "flag" && !word.literal && takesModels(frame.name, text)) addVariableValue(command.findings, word, context);
  else addWord(command.findings, word, context);
}
