import { readArguments } from "./arguments.ts";
import { readAssignment } from "./assignments.ts";
import { containerFlagsAlone } from "./flags.ts";
import { imageName, imageProgram } from "./images.ts";
import { baseName, isPython } from "./looks.ts";
import { shells } from "./programs.ts";
import type { Command } from "./state.ts";
import { withSubcommands } from "./subcommands.ts";
import { wordFrom } from "./words.ts";

const dash = 45;

/**
 * `docker run IMAGE ...`, `docker exec NAME ...`, `docker compose run SERVICE ...`: passes over what stands before the command in the
 * container. False for `docker model`, which is a program of its own.
 */
export function readContainer(command: Command, name: string): boolean {
  const { words } = command;
  let k = command.i + 1;
  let compose = name.endsWith("-compose");
  if (command.wordAt(k).text === "compose") {
    compose = true;
    k++;
  }
  while (command.wordAt(k).text.charCodeAt(0) === dash) k += command.wordAt(k).text.includes("=") ? 1 : 2;
  const action = command.wordAt(k).text;
  if (action === "model") return false;
  k++;
  if (action === "exec" || (compose && action === "run")) command.i = skipContainerFlags(command, k) + 1;
  else if (action === "run" || action === "create") readImage(command, skipContainerFlags(command, k));
  else {
    // images, networks and the like: no models; a build's arguments are variables
    for (; k < words.length; k++) if (command.wordAt(k).text === "--build-arg") readAssignment(command, command.wordAt(k + 1));
    command.i = words.length;
  }
  return true;
}

/** The image at `at`, and what is run in it where the words behind it do not say so by themselves. */
function readImage(command: Command, at: number): void {
  const { words } = command;
  const image = command.wordAt(at).text;
  command.i = Math.min(at + 1, words.length);
  if (at >= words.length) return;
  if (!image.includes("$")) command.findings.modules.add(imageName(image));
  const program = imageProgram(image);
  const { text } = command.word;
  if (program !== null && !startsProgram(text, program)) {
    readArguments(command, withSubcommands(command, program.join(" ")), program[0] ?? "");
    command.i = words.length;
  } else if (text.charCodeAt(0) === dash) {
    readArguments(command, imageName(image), imageName(image));
    command.i = words.length;
  }
}

function skipContainerFlags(command: Command, from: number): number {
  let k = from;
  while (k < command.words.length) {
    const word = command.wordAt(k);
    const { text } = word;
    if (text.charCodeAt(0) !== dash) break;
    if (text === "-e" || text === "--env") {
      readAssignment(command, command.wordAt(k + 1));
      k += 2;
    } else if (text.startsWith("--env=")) {
      readAssignment(command, wordFrom(word, "--env=".length));
      k++;
    } else k += text.includes("=") || /^-[ditP]+$/.test(text) || containerFlagsAlone.has(text) ? 1 : 2;
  }
  return k;
}

function startsProgram(text: string, program: readonly string[]): boolean {
  const name = baseName(text);
  return name === program[0] || shells.has(name) || isPython(name);
}
