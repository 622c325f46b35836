// Commands and lists that strings of a program hold: read by their words, as they are short and nothing in them is filled in. The shell's own
// reader cannot be asked here, since it asks this scanner for the code in its commands.

import { takesRevision } from "../commandLine/flags.ts";
import { isSubcommand, mayBeSubcommand } from "../commandLine/subcommands.ts";
import type { Frame } from "../frame.ts";
import { isSmallLetter } from "../literals.ts";
import { plausible, plausibleBetween } from "../plausible.ts";
import type { Group } from "./group.ts";

/** A name in a string: where it stands in the text, and what it is there. */
export interface NameInString<Kind extends Frame["kind"]> {
  readonly name: string;
  readonly at: number;
  readonly frame: Extract<Frame, { readonly kind: Kind }>;
}

/** Longer names are no flags. */
const longestFlag = 64;

/** A flag and the mark before its value. */
const flagBefore = /^--?[A-Za-z][\w.-]*=/;

/** What stands for a value where a flag is declared: `opts.on("--model=NAME")`. */
const standIn = /^[A-Z_]+$/;

/** The flag that the string `[start, end)` gives with its value: `--model=org/name`. The value goes on from `start` to the string's end. */
export function flagValueIn(text: string, start: number, end: number): { readonly flag: string; readonly start: number } | null {
  const written = flagBefore.exec(text.slice(start, Math.min(end, start + longestFlag)))?.[0];
  if (written === undefined) return null;
  const from = start + written.length;
  const flag = written.slice(0, -1);
  if (!plausibleBetween(text, from, end) || takesRevision(flag) || standIn.test(text.slice(from, end))) return null;
  return { flag, start: from };
}

/** Longer words choose nothing of what a program does. */
const longestSubcommand = 12;

/** A program, in quotes, before what it is told to do, which stands beside it or begins a list of arguments: `Command::new("vllm").args(["serve"`. */
const programBefore = /["'`](?:[\w./~-]{0,30}\/)?([a-z][\w.-]{1,24})["'`](?:[\s,([{c]{1,12}|\)\s{0,20}\.args\(&?\[\s{0,20})["'`]$/;

/** How far {@link programBefore} reaches. */
const longestBefore = 60;

/** The program and its subcommand, where the element stands behind them in a list of words: `["ollama", "pull", "x"]`, `spawn("ollama", ["pull", "x"])`. */
export function commandBefore(group: Group, text: string): string | null {
  const { previousStart, previousEnd } = group;
  if (previousStart < 0 || previousEnd - previousStart > longestSubcommand || group.keyStart >= 0) return null;
  if (group.role !== "list" && group.role !== "call" && group.role !== "object") return null;
  // most strings are told by their letters
  for (let i = previousStart; i < previousEnd; i++) if (!isSmallLetter(text.charCodeAt(i))) return null;
  const subcommand = text.slice(previousStart, previousEnd);
  if (!mayBeSubcommand(subcommand)) return null;
  const program = programBefore.exec(text.slice(Math.max(0, previousStart - longestBefore), previousStart))?.[1];
  if (program === undefined) return null;
  return isSubcommand(program, subcommand) ? `${program} ${subcommand}` : null;
}

/** A flag whose value stands beside it. */
const separateFlag = /^--[A-Za-z][\w-]*$/;

/**
 * The flag whose value the element is, where it stands behind that in a list of words: `["--model", "x"]`, `run("serve", "--model", "x")`. Null
 * where the call declares a flag, behind which stands what it is called.
 */
export function flagBeside({ role, keyStart, flagStart, previousStart, previousEnd }: Group, text: string): string | null {
  if (keyStart >= 0 || flagStart >= 0 || (role !== "list" && role !== "call" && role !== "object")) return null;
  if (previousStart < 0 || previousEnd - previousStart > longestFlag || text.charCodeAt(previousStart) !== 45) return null;
  const flag = text.slice(previousStart, previousEnd);
  return separateFlag.test(flag) && !takesRevision(flag) ? flag : null;
}

/** A program of Rust's `Command` or another's of its kind, and what the methods between give it, one word or list each. */
const builtCommand =
  /Command::new\(\s{0,20}"(?:[\w./~-]{0,60}\/)?([a-z][\w.-]{1,24})"\s{0,20}\)((?:\s{0,40}\.\w{1,30}\([^()]{0,80}\)){0,12})\s{0,40}\.arg$/;

/** A flag that the method before was given. */
const flagOfMethod = /\.arg\(\s{0,20}"(--?[A-Za-z][\w-]{0,60})"\s{0,20}\)\s{0,40}\.arg$/;

/** How far a chain of methods is followed back. */
const longestChain = 600;

/** What a program is given by one method after the other, where the call gives it the next word: `Command::new("ollama").arg("run").arg("x")`. */
export function chainedBefore({ role, index, keyStart, nameEnd }: Group, text: string): Frame | null {
  if (role !== "call" || index !== 0 || keyStart >= 0 || !text.startsWith(".arg", nameEnd - 4)) return null;
  const before = text.slice(Math.max(0, nameEnd - longestChain), nameEnd);
  const flag = flagOfMethod.exec(before)?.[1];
  const [, program, given = ""] = builtCommand.exec(before) ?? [];
  const first = /\.args?\((?:&?\[)?\s{0,20}"([^"]{1,60})"/.exec(given);
  const subcommand = first?.[1];
  const isTold = program !== undefined && subcommand !== undefined && isSubcommand(program, subcommand);
  const command = isTold ? `${program} ${subcommand}` : (program ?? "");
  if (flag !== undefined)
    return takesRevision(flag) || (command === "" && !separateFlag.test(flag)) ? null : { kind: "flag", command, name: flag };
  // right behind what the program is told to do
  return isTold && /^\s*\.arg\([^()]*\)$/.test(given) ? { kind: "operand", command, position: 0 } : null;
}

/** Longer lists are data. */
const longestList = 2000;

/** A piece of a list: a name, which may be the value of a setting (`provider=x,model=y`). */
const piece = /[ \t]*(?:([A-Za-z_]\w{0,40})=)?([\w./:@+~-]{1,200})[ \t]*(?:[,;]|$)/y;

/** Words by which a list is told to people: `e.g., gpt-4o, etc.` */
const spoken = /^(?:e\.g\.?|i\.e\.?|etc\.*|or|and)$/i;

/** The names that the string `[start, end)` holds with commas or semicolons between them: `gpt-4o,gpt-4.1`. With anything else in it, such as a row's numbers, it is no list. */
export function listedIn(text: string, start: number, end: number): readonly NameInString<"item" | "property">[] {
  if (end - start > longestList) return [];
  const written = text.slice(start, end);
  const found: NameInString<"item" | "property">[] = [];
  let previous: string | null = null;
  for (let from = 0, index = 0; from < written.length; index++) {
    piece.lastIndex = from;
    const [whole, key, name] = piece.exec(written) ?? [];
    if (whole === undefined || name === undefined || /^[\d.]+$/.test(name) || spoken.test(name)) return [];
    const at = start + from + whole.indexOf(name, key === undefined ? 0 : key.length + 1);
    found.push({ name, at, frame: key === undefined ? { kind: "item", index, previous } : { kind: "property", key } });
    previous = name;
    from += whole.length;
  }
  return found;
}

/** Longer strings are scripts. */
const longestCommand = 1000;

/** A program that is told what to do, and the first word that it is given. */
const programWithOperand = /^(?:[\w./~-]{0,60}\/)?([a-z][\w.-]{1,24}) ([a-z][\w-]{1,11}) ([\w@][\w./:@-]{1,199})(?=\s|$)/;

/** A flag of models with its value. */
const modelFlag = /\s(-m|-hf|--[\w-]{0,40}model[\w-]{0,40})[ =]([\w@][\w./:@-]{1,199})(?=\s|$)/g;

/** What may be models in the command line that the string `[start, end)` is: a program's first operand, and its flags' values. */
export function commandLineIn(text: string, start: number, end: number): readonly NameInString<"operand" | "flag">[] {
  if (end - start > longestCommand) return [];
  const written = text.slice(start, end);
  const [whole = "", program = "", subcommand = "", operand = ""] = programWithOperand.exec(written) ?? [];
  const isKnown = whole !== "" && isSubcommand(program, subcommand);
  // most strings of several words are prose
  if (!isKnown && !/\s(?:-m|-hf|--[\w-]*model)/.test(written)) return [];
  const command = isKnown ? `${program} ${subcommand}` : (/^(?:\S*\/)?([\w.-]+)/.exec(written)?.[1] ?? "");
  const found: NameInString<"operand" | "flag">[] = [];
  if (isKnown) found.push({ name: operand, at: start + whole.length - operand.length, frame: { kind: "operand", command, position: 0 } });
  for (const { 0: flag, 1: name = "", 2: value = "", index } of written.matchAll(modelFlag)) {
    if (!takesRevision(name))
      found.push({ name: value, at: start + index + flag.length - value.length, frame: { kind: "flag", command, name } });
  }
  return found.filter(({ name }) => plausible(name));
}

/** Functions that run a command line, and shells. */
const runner =
  /(?:^|[.:>])_?(?:system|popen|Popen|run|call|check_call|check_output|getoutput|exec|execSync|spawn|spawnSync|execa\w*|shell|shell_exec|passthru|proc_open|sh|bash|cmd|jobstart|create_subprocess_shell|(?:exec|run|execute)_?(?:[cC]ommand|[cC]md|[sS]hell)|capture[23]e?|termopen)$/;

/** What a command line is kept under. */
const commandName = /(?:^|[._])(?:cmd|command|commands|commandline|command_line|script|entry_?point)$|(?:Cmd|Command|Script)$/;

/** Whether what stands here is run, or kept for it. */
export function isRun(context: readonly Frame[]): boolean {
  const frame = context.find(({ kind }) => kind !== "item" && kind !== "fallback");
  switch (frame?.kind) {
    case "argument":
      return frame.keyword === null ? runner.test(frame.callee) : commandName.test(frame.keyword);
    case "property":
      return commandName.test(frame.key);
    case "assignment":
      return commandName.test(frame.name);
    default:
      return false;
  }
}
