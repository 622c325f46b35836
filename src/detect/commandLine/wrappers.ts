import { readContainer } from "./containers.ts";
import { type ProgramKind, sshValueFlags, wrappers } from "./programs.ts";
import type { Command } from "./state.ts";

const dash = 45;

/** Passes over a program that runs the rest of the words; false where the word is the program itself. */
export function readWrapper(command: Command, name: string, kind: ProgramKind): boolean {
  switch (kind) {
    case "wrapper":
      return skipWrapper(command, name);
    case "ssh":
      skipHost(command);
      return true;
    case "container":
      return readContainer(command, name);
    case "cluster":
      return skipToDashes(command);
    case "launcher":
      return (name !== "accelerate" || command.wordAt(command.i + 1).text === "launch") && skipLauncher(command, name, command.i + 1);
    case "python":
      return startsTorchModule(command) && skipLauncher(command, name, command.i + 2);
    default:
      return false;
  }
}

function skipWrapper(command: Command, name: string): boolean {
  const { i } = command;
  for (let count = 3; count > 0; count--) {
    const known = wrappers.get([name, command.wordAt(i + 1).text, command.wordAt(i + 2).text].slice(0, count).join(" "));
    if (known === undefined) continue;
    command.i += count;
    skipFlags(command, known.valueFlags);
    command.i += known.operands;
    return !command.isRead;
  }
  return false;
}

/** `ssh -p 22 host command`, or the whole command in one word. */
function skipHost(command: Command): void {
  command.i++;
  skipFlags(command, sshValueFlags);
  command.i++;
  const { word } = command;
  if (!word.text.includes(" ")) return;
  command.scanNested(word, () => command.outer(word));
  command.i = command.words.length;
}

/** `kubectl exec pod -- command` */
function skipToDashes(command: Command): boolean {
  for (let k = command.i + 1; k < command.words.length; k++) {
    if (command.wordAt(k).text !== "--") continue;
    command.i = k + 1;
    return true;
  }
  return false;
}

/** `python -m torch.distributed.launch` */
function startsTorchModule(command: Command): boolean {
  return command.wordAt(command.i + 1).text === "-m" && command.wordAt(command.i + 2).text.startsWith("torch.distributed.");
}

/** `torchrun --nproc_per_node 8 train.py ...`: what is launched is the first script or module from `from` on. */
function skipLauncher(command: Command, name: string, from: number): boolean {
  for (let k = from; k < command.words.length; k++) {
    const { text } = command.wordAt(k);
    const isModule = text === "-m" || text === "--module";
    if (!isModule && !text.endsWith(".py")) continue;
    command.findings.modules.add(name);
    command.i = isModule ? k + 1 : k;
    return true;
  }
  return false;
}

function skipFlags(command: Command, valueFlags: ReadonlySet<string>): void {
  while (!command.isRead) {
    const { text } = command.word;
    if (text === "--") {
      command.i++;
      return;
    }
    if (text.charCodeAt(0) !== dash) return;
    command.i += valueFlags.has(text) ? 2 : 1;
  }
}
