import type { Detection, Format } from "../candidate.ts";
import { scanScript } from "../commandLine.ts";
import type { Interest } from "../interest.ts";
import { addEmbedded, type EmbeddedFormat } from "./embedded.ts";
import { sliceOf } from "./mappedText.ts";
import type { HereDocument } from "./shellLexer/word.ts";
import { detectionOf, noFindings } from "./values.ts";

/** The format of the file with this name, or null. */
export type FormatByName = (fileName: string) => EmbeddedFormat | null;

function detectShell(text: string, formatOf: FormatByName, interest?: Interest): Detection {
  const findings = noFindings(interest);
  const documents: HereDocument[] = [];
  scanScript(
    sliceOf(text, 0, text.length),
    findings,
    () => [],
    [],
    (document) => documents.push(document),
  );
  if (documents.length > 0) {
    for (const document of documents) {
      const name = fileNameOf(document.line, text.slice(document.start, Math.min(document.end, document.start + 100)));
      const format = name === null ? null : formatOf(name);
      if (format !== null) addEmbedded(findings, sliceOf(text, document.start, document.end), format);
    }
    findings.candidates.sort((a, b) => a.range.start - b.range.start);
  }
  return detectionOf(findings);
}

/**
 * What a here-document is, by the line that announces it, as a file name: the file that it is written to, what is applied to a cluster, what a
 * language's program or a shell reads, the command that `read` keeps in a variable. What only a variable names is told by its text, and so is a
 * shell's profile, whatever it is called. A text that begins with a brace is JSON, such as the body of a request.
 */
export function fileNameOf(line: string, text: string): string | null {
  const written = /(?:>>?[ \t]{0,9}|\btee (?:-a )?)["']?([^\s"'|&;<>()]{1,200})/.exec(line)?.[1];
  const isVariable = written !== undefined && /^\$\w+$|^\$\{\w+\}$/.test(written);
  if (written !== undefined && !isVariable && !written.startsWith("/dev/")) {
    const name = written.slice(written.lastIndexOf("/") + 1).toLowerCase();
    return bareFileName.test(name) && exportsFirst(text) ? "script.sh" : name;
  }
  if (/\b(?:kubectl|oc|helm)\b.* (?:-f|--values|--filename)[ =]-(?:\s|$)/.test(line)) return "manifest.yaml";
  if (/\bollama create\b.* (?:-f|--file)[ =]?-(?:\s|$)/.test(line)) return "modelfile";
  if (/(?:^|[\s;|&(/])python[\d.]{0,5}(?= )/.test(line)) return "script.py";
  if (/(?:^|[\s;|&(/])node(?= )/.test(line)) return "script.js";
  if (readByShell.test(line) || (keptByRead.test(line) && beginsCommand(text))) return "script.sh";
  if (isVariable) {
    if (exportsFirst(text)) return "script.sh";
    if (beginsMapping(text)) return "file.yaml";
  }
  return /^\s{0,99}\{\s{0,99}"/.test(text) ? "body.json" : null;
}

/** A file name without an ending that says what it holds: `.profile`, `.toolrc`. */
const bareFileName = /^\.?(?!makefile$)[\w-]+$/;

/** Whether a text begins as a shell's profile does. */
function exportsFirst(text: string): boolean {
  return /^export [A-Za-z_]\w*=/.test(withoutComments(text));
}

/** Whether a text begins as YAML does: with a key in small letters. */
function beginsMapping(text: string): boolean {
  return /^[a-z_][\w.-]*:(?:[ \t]|\r?\n)/.test(withoutComments(text).replace(/^---\s+/, ""));
}

function withoutComments(text: string): string {
  return text.replace(/^[ \t]*#.*$/gm, "").trimStart();
}

/** What reads shell text from its input: a shell, here or on another machine, and the batch systems of clusters. */
const readByShell = /(?:^|[\s;|&(/])(?:(?:ba|da|k|z)?sh|ssh|sbatch|qsub|bsub)(?=[ <])/;

/** Bash's `read -d ''` takes the whole text; a command with flags is there to be run. */
const keptByRead = /(?:^|[\s;|&(])read(?= ).{0,80} -d ?(?:''|"")/;

/** Whether a text begins with a program, whose flags follow: prose begins with a capital letter. */
function beginsCommand(text: string): boolean {
  return /^\s{0,99}[a-z./$][\w.${}/-]{0,99}[ \t]/.test(text) && /\s--?[A-Za-z]/.test(text);
}

const fileNames = [
  "*.sh",
  "*.slurm",
  "*.sbatch",
  "*.bash",
  "*.zsh",
  "*.ksh",
  ".bashrc",
  ".bash_profile",
  ".bash_aliases",
  ".profile",
  ".zshrc",
  ".zshenv",
  ".zprofile",
  ".envrc",
];

/** Scripts for sh, bash, zsh and ksh, with the files that they write and the requests that they send. */
export function shellWith(formatOf: FormatByName): Format {
  return {
    id: "shell",
    languageIds: ["shellscript"],
    fileNames,
    interpreters: ["sh", "bash", "zsh", "dash", "ksh", "ash", "bashio"],
    detect: (text, interest) => detectShell(text, formatOf, interest),
  };
}

/** Shell text in other documents. */
export const shell: Format = shellWith(() => null);
