// Whether a text begins as a command line does, for texts that do not say that they are of a shell.

import { assignmentAt, baseName } from "./looks.ts";
import { programKind } from "./programs.ts";
import { isSubcommand } from "./subcommands.ts";
import { setOf } from "./wordSets.ts";

/** So many words are looked at: settings, `sudo`, a program and what it is given first. */
const mostWords = 8;

/** Programs that are given their model by a flag, and have no subcommands that would tell them from words. */
const flagPrograms: ReadonlySet<string> = setOf(
  "whisper whisperx whisper-ctranslate2 llama-server llama-cli text-generation-launcher text-embeddings-router aider lm_eval",
);

/** A line that gives a variable its value and does nothing else, as files of settings have them: `MODEL="org/name"`. */
const settingLine = /^[A-Z][A-Z\d_]{1,60}=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[^\s"'`]{0,200})\s{0,20}(?:#|$)/;

/**
 * Whether a line is a command by the program that it begins with, and by what stands behind that: prose begins with the names of programs too.
 * `ollama run x`, `CUDA_VISIBLE_DEVICES=0 python train.py`, `docker run image`, `export MODEL=x`, `MODEL=x`.
 */
export function beginsAsCommand(line: string): boolean {
  const command = line.trim();
  if (settingLine.test(command)) return true;
  const words = command.split(/\s+/, mostWords);
  const first = words.findIndex((word) => word !== "sudo" && assignmentAt(word) < 0);
  const [program = "", next = ""] = first < 0 ? [] : words.slice(first);
  const name = baseName(program);
  if (isSubcommand(name, next) || (flagPrograms.has(name) && /^--?[a-z]|\.\w{2,4}$/.test(next))) return true;
  switch (programKind(name)) {
    case "python":
    case "runner":
      return /^-m$|\.(?:py|js|ts|mjs|rb|php|pl|R)$/.test(next);
    case "launcher":
      return /^(?:launch|-.*|.*\.py)$/.test(next);
    case "container":
      return /^(?:run|exec|compose)$/.test(next);
    case "declaration":
      return name === "export" && assignmentAt(next) > 0;
    default:
      return /^(?:curl|wget)$/.test(name) && /^(?:-|["']?https?:)/.test(next);
  }
}
