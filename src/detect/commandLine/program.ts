import { addEmbedded, type EmbeddedFormat } from "../formats/embedded.ts";
import { inside } from "../formats/values.ts";
import { javascript } from "../languages/javascript.ts";
import { python } from "../languages/python.ts";
import { r } from "../languages/r.ts";
import { ruby } from "../languages/ruby.ts";
import { readArguments } from "./arguments.ts";
import { readAssignment } from "./assignments.ts";
import { baseName, indexOrEnd, isLetter, isOperator } from "./looks.ts";
import { type ProgramKind, runners } from "./programs.ts";
import type { Command } from "./state.ts";
import { withSubcommands } from "./subcommands.ts";
import { addWord, wordFrom } from "./words.ts";

const dash = 45;

/** The program at `i`, whose base name is `name`, with all that it is given. */
export function readProgram(command: Command, name: string, kind: ProgramKind | null): void {
  const { word } = command;
  const { text } = word;
  if (text.includes("$") || name === "") {
    command.i++;
    readArguments(command, "", "");
  } else if (text.charCodeAt(0) === dash) {
    // what a container's shell is given, where the shell itself is its entrypoint
    const script = /^-[a-z]{0,9}c$/.test(text) ? command.words[command.i + 1] : undefined;
    if (script?.text.includes(" ") && command.i + 1 >= command.silent) command.scanNested(script, () => command.outer(script));
    else readArguments(command, "", "");
  } else if (text.includes(" ")) {
    if (command.i >= command.silent) command.scanNested(word, () => command.outer(word));
    command.i++;
    readArguments(command, "", "");
  } else readArgumentsOf(command, name, kind);
}

/** Passes over the arguments of a program that does nothing with them: `source env.sh \&\& python chat.py`. */
function skipToOperator(command: Command): void {
  while (!command.isRead && !command.runsRest) command.runsRest = isOperator(command.wordAt(command.i++).text);
}

/** A program whose arguments are its own. */
export function readOrdinary(command: Command, name: string): void {
  command.i++;
  if (isLetter(name.charCodeAt(0))) command.findings.modules.add(name);
  if (!command.isRead) readArguments(command, withSubcommands(command, name), name);
}

function readArgumentsOf(command: Command, name: string, kind: ProgramKind | null): void {
  switch (kind) {
    case "printer":
      skipToOperator(command);
      return;
    case "declaration":
      for (command.i++; !command.isRead; command.i++) readAssignment(command, command.word);
      return;
    case "test":
      readTest(command);
      return;
    case "evaluator":
      readEvaluated(command, name);
      return;
    case "shell":
      readShell(command);
      return;
    case "python":
      readPython(command);
      return;
    case "runner":
      readScriptRunner(command, name);
      return;
    case "container":
      readDockerModel(command);
      return;
    case "wrapper":
      // `bun run` wraps, `bun script.ts` runs
      if (runners.has(name)) readScriptRunner(command, name);
      else readOrdinary(command, name);
      return;
    default:
      readOrdinary(command, name);
  }
}

/** `eval "..."`, `alias x="..."` */
function readEvaluated(command: Command, name: string): void {
  for (command.i++; !command.isRead; command.i++) {
    const { word } = command;
    command.scanNested(name === "alias" ? wordFrom(word, word.text.indexOf("=") + 1) : word, () => command.outer(word));
  }
}

/** `docker model run`: the flags of docker itself stand before */
function readDockerModel(command: Command): void {
  command.i++;
  while (!command.isRead && command.word.text !== "model") command.i++;
  command.i++;
  command.findings.modules.add("docker model");
  readArguments(command, withSubcommands(command, "docker model"), "docker model");
}

/** `[ a = b ]` */
function readTest(command: Command): void {
  for (command.i++; !command.isRead; command.i++) {
    const { word } = command;
    if (word.text.charCodeAt(0) !== dash && word.text !== "]" && word.text !== "]]") {
      addWord(command.findings, word, () => inside({ kind: "comparison" }, command.outer(word)));
    }
  }
}

/** `bash -c "..."` and `bash script.sh ...` */
function readShell(command: Command): void {
  let k = command.i + 1;
  while (k < command.words.length) {
    const { text } = command.wordAt(k);
    if (text.charCodeAt(0) !== dash) break;
    k++;
    if (!/^-[a-z]*c$/.test(text)) continue;
    const script = command.words[k];
    if (script !== undefined && k >= command.silent) command.scanNested(script, () => command.outer(script));
    return;
  }
  command.i = k;
  readScript(command);
}

/** `python script.py ...`, `python -m module ...` */
function readPython(command: Command): void {
  command.i++;
  while (!command.isRead) {
    const { text } = command.word;
    if (text.charCodeAt(0) !== dash) break;
    command.i++;
    if (text === "-c") {
      readCode(command, python);
      return;
    }
    if (text === "-X" || text === "-W") command.i++;
    if (text === "-m") {
      const module = command.word.text;
      command.i++;
      command.findings.modules.add(module.slice(0, indexOrEnd(module, ".")));
      readArguments(command, withSubcommands(command, module), module);
      return;
    }
  }
  readScript(command);
}

/** The code at `i`, written in a word: `python -c "..."`. */
function readCode(command: Command, language: EmbeddedFormat): void {
  const { word } = command;
  if (!command.isRead && command.i >= command.silent) addEmbedded(command.findings, word, language, () => command.outer(word));
}

/** What programs take behind `-e`. */
const languageOf: ReadonlyMap<string, EmbeddedFormat> = new Map([
  ["node", javascript],
  ["bun", javascript],
  ["Rscript", r],
  ["ruby", ruby],
]);

/** `node script.js ...`, `deno run script.ts ...` */
function readScriptRunner(command: Command, runner: string): void {
  command.i++;
  while (!command.isRead) {
    const { text } = command.word;
    if (text !== "run" || (runner !== "deno" && runner !== "bun")) {
      if (text.charCodeAt(0) !== dash) break;
      if (text === "-e" || text === "--eval" || text === "-p") {
        command.i++;
        const language = languageOf.get(runner);
        if (language !== undefined) readCode(command, language);
        return;
      }
      if (text === "-r" || text === "--require" || text === "--import" || text === "--loader") command.i++;
    }
    command.i++;
  }
  readScript(command);
}

/** The script at `i` is the program, and what follows are its arguments. */
function readScript(command: Command): void {
  const script = baseName(command.word.text);
  command.i++;
  readArguments(command, script, script);
}
