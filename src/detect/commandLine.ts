import { readArguments } from "./commandLine/arguments.ts";
import { endLoops, scanArray } from "./commandLine/assignments.ts";
import { readCommand } from "./commandLine/command.ts";
import { assignmentAt, isFlag } from "./commandLine/looks.ts";
import { overrideAt } from "./commandLine/pairs.ts";
import { Command } from "./commandLine/state.ts";
import { addWord, silentWord } from "./commandLine/words.ts";
import type { CommandFindings, OuterContext } from "./findings.ts";
import { documentRange, type MappedText, subText } from "./formats/mappedText.ts";
import type { HereDocument, SimpleCommand, Word } from "./formats/shellLexer/word.ts";
import { readCommands } from "./formats/shellLexer.ts";
import { inside } from "./formats/values.ts";
import type { Frame } from "./frame.ts";

const dollar = 36;

/** Command lines inside command lines (`sh -c "..."`, `ssh host "..."`) are followed to this depth. */
const maximumScriptDepth = 4;

const noFrames: OuterContext = () => [];

/**
 * Scans the shell text that is the value `script`: variables, defaults, flags and operands of its commands. `outer` is what
 * surrounds the whole; `before` are words that stand before the first command in another place, and are not added;
 * `onHereDocument` is told the texts in the script that are none of the shell's.
 *
 * The rooms in commandLine/, each of which imports those before it only:
 *
 * - findings: where candidates are gathered; looks: what a word is by its characters; words; state: the command that is being read
 * - programs, subcommands, flags, images: what is known of programs
 * - pairs, json, variables: texts of other kinds in a word; assignments: variables, loops and arrays; arguments: flags and operands
 * - containers, wrappers: what runs another program; program; command: one from its first word to its last
 */
export function scanScript(
  script: MappedText,
  findings: CommandFindings,
  outer: () => readonly Frame[],
  before: readonly string[] = [],
  onHereDocument?: (document: HereDocument) => void,
): void {
  scanNested(script, findings, outer, 0, before, onHereDocument);
}

/**
 * Scans one command given as words, the program first: flags' values and operands become candidates, wrappers (`sudo`,
 * `uv run`, `docker exec NAME`) are passed over. `before` are words that stand before it in another place, and are not added.
 */
export function scanCommand(
  words: readonly Word[],
  findings: CommandFindings,
  outer: OuterContext = noFrames,
  before: readonly string[] = [],
): void {
  const command = commandAt(0, findings, outer);
  command.begin(before.length === 0 ? words : [...before.map(silentWord), ...words], before.length);
  readCommand(command);
  endLoops(command);
}

/** Commands that stand so deep in others. */
function commandAt(depth: number, findings: CommandFindings, outer: OuterContext): Command {
  return new Command(findings, outer, (script, around) => {
    if (depth < maximumScriptDepth) scanNested(script, findings, around, depth + 1);
  });
}

function scanNested(
  script: MappedText,
  findings: CommandFindings,
  outer: () => readonly Frame[],
  depth: number,
  before: readonly string[] = [],
  onHereDocument?: (document: HereDocument) => void,
): void {
  const plain = script.segments === null && script.offset === 0;
  const local: CommandFindings = plain ? findings : { ...findings, candidates: [] };
  const command = commandAt(depth, local, outer);
  let pending = before;
  readCommands(
    script.text,
    (simple) => {
      if (pending.length > 0 && simple.kind === "command") {
        command.begin([...pending.map(silentWord), ...simple.words], pending.length);
        readCommand(command);
        pending = [];
      } else scanSimpleCommand(simple, command);
    },
    onHereDocument,
  );
  endLoops(command);
  if (plain) return;
  for (const candidate of local.candidates) {
    findings.candidates.push({ ...candidate, range: documentRange(script, candidate.range.start, candidate.range.end) });
  }
}

function scanSimpleCommand(simple: SimpleCommand, command: Command): void {
  const { words, target } = simple;
  switch (simple.kind) {
    case "patterns":
      for (const word of words) addWord(command.findings, word, () => inside({ kind: "comparison" }, command.outer(word)));
      return;
    case "array":
      if (simple.words.some(({ text }) => isFlag(text) || overrideAt(text) > 0)) readArgumentList(simple, command);
      else scanArray(simple, command.findings, command.outer);
      return;
    default:
      // a substitution or a variable alone runs what nobody knows
      if (words.length === 1 && words[0]?.text.charCodeAt(0) === dollar) return;
      if (target !== null && isEnvironmentFile(target) && isPrinter(words)) {
        for (const word of words.slice(1)) scanPrinted(word, command);
        return;
      }
      command.begin(words, 0);
      readCommand(command);
  }
}

/** `ARGUMENTS=(--model x --port 80)`, or a whole command: what a list holds that is put behind a program. */
function readArgumentList({ words }: SimpleCommand, command: Command): void {
  command.begin(words, 0);
  const { text } = command.word;
  if (overrideAt(text) > 0) readArguments(command, "", "");
  else readCommand(command);
}

/** Whether lines like `NAME=value` in the file are variables of what runs next: GitHub's files of a workflow, `.env`, a shell's profile. */
function isEnvironmentFile(file: string): boolean {
  return /\bGITHUB_(?:ENV|OUTPUT)\b|(?:^|\/)(?:\.env[\w.-]*|[\w.-]+[._-]env|\.(?:bash|zsh)(?:rc|_profile|env)|\.z?profile|environment)$/.test(
    file,
  );
}

function isPrinter(words: readonly Word[]): boolean {
  const name = words[0]?.text;
  return name === "echo" || name === "printf";
}

/** `echo "MODEL=x" >> .env`: what is printed sets variables there. */
function scanPrinted(word: Word, command: Command): void {
  if (word.literal) return;
  const end = word.text.endsWith("\\n") ? word.text.length - 2 : word.text.length;
  const line = subText(word, 0, end);
  if (assignmentAt(line.text.replace(/^export /, "")) > 0) command.scanNested(line, () => command.outer(word));
}
