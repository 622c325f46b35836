import type { Frame } from "../candidate.ts";
import { assignmentAt, type CommandFindings, imageName, imageProgram, scanCommand, scanPairs, scanScript, wordOf } from "../commandLine.ts";
import { type MappedText, subText } from "./mappedText.ts";
import type { Word } from "./shellLexer.ts";
import { addValue, addVariableValue } from "./values.ts";

/** What the values of one object or mapping say about the others beside them. */
export interface SiblingFacts {
  /** the container image, in compose files and Kubernetes */
  image: string | null;
  /** what `command`, `entrypoint` or `program` run: the words before an argument list */
  program: readonly string[];
  /** the variable that a `value` beside a `name` or `key` is for, as Kubernetes and others write environments */
  variable: string | null;
}

/** A list that is a command line, while its elements are read. */
export interface WordList {
  readonly words: Word[];
  /** its elements are whole scripts, not words: GitLab's `script` */
  readonly scripts: boolean;
}

const scriptKeys: ReadonlySet<string> = new Set([
  "script",
  "scripts",
  "before_script",
  "after_script",
  "run",
  "steps",
  "commands",
  "setup",
  "install",
]);
const wordKeys: ReadonlySet<string> = new Set([
  "command",
  "cmd",
  "args",
  "entrypoint",
  "exec",
  "arguments",
  "extraargs",
  "extra_args",
  "argv",
]);

/** Whether the value of `key` is a command line, or a list of its words or lines. */
export function isCommandKey(key: string): boolean {
  const kept = commandKeys.get(key);
  if (kept !== undefined) return kept;
  const isCommand = judgeKey(key);
  if (commandKeys.size < 10_000) commandKeys.set(key, isCommand);
  return isCommand;
}

/** What has been asked before: projects use few keys many times. */
const commandKeys = new Map<string, boolean>();

function judgeKey(key: string): boolean {
  const lower = key.toLowerCase();
  return (
    wordKeys.has(lower) ||
    (scriptKeys.has(lower) && lower !== "steps" && lower !== "scripts") ||
    /(?:command|(?<!java|type)script|_args)$/.test(lower)
  );
}

/** The word list that a list begins whose first string is `first` and that is the value of `key`; null where it is an ordinary list. */
export function wordListFor(key: string | null, first: string): WordList | null {
  if (key !== null) {
    const lower = key.toLowerCase();
    if (scriptKeys.has(lower)) return { words: [], scripts: true };
    if (isCommandKey(key)) return { words: [], scripts: false };
  }
  return /^--?[A-Za-z]/.test(first) ? { words: [], scripts: false } : null;
}

/** The keys that {@link noteSibling} knows. */
export const siblingKeys: ReadonlySet<string> = new Set(["image", "command", "entrypoint", "program", "module", "name", "key", "Name"]);

/** The same for an open table, whose facts are made when the first of them is known. */
export function noteSiblingOf(table: { facts: SiblingFacts | null }, key: string, text: string, findings: CommandFindings): boolean {
  if (!siblingKeys.has(key)) return false;
  table.facts ??= noFacts();
  return noteSibling(table.facts, key, text, findings);
}

/** Notes what a value says about its siblings; true where it is a container image, which is no candidate. */
export function noteSibling(facts: SiblingFacts, key: string, text: string, findings: CommandFindings): boolean {
  switch (key) {
    case "image":
      if (!/[/:]/.test(text) || text.includes(" ") || text.includes("://")) return false;
      facts.image = text;
      if (!/^[$]|[{]/.test(text)) findings.modules.add(imageName(text));
      return true;
    case "command":
    case "entrypoint":
      facts.program = text.split(/\s+/, 8);
      return false;
    case "program":
      facts.program = ["python", text];
      return false;
    case "module":
      facts.program = ["python", "-m", text];
      return false;
    case "name":
    case "key":
    case "Name":
      facts.variable = /^[A-Z][A-Z0-9_]{1,80}$/.test(text) ? text : null;
      return false;
    default:
      return false;
  }
}

/** The words that stand before a command line under `key`: what its siblings or the container's image run. */
function wordsBefore(facts: SiblingFacts | null, key: string | null, first: string): readonly string[] {
  if (facts === null || key === null || key === "entrypoint") return [];
  const isArguments = /args$|^arguments$|^argv$/i.test(key);
  if (isArguments && facts.program.length > 0) return facts.program;
  const program = facts.image === null ? null : imageProgram(facts.image);
  if (program === null || /^(?:.*\/)?(?:sh|bash|python3?)$/.test(first) || first === program[0]) return [];
  return program;
}

/** `pretrained=x,dtype=y`: the arguments of a model in one text, as lm-eval writes them. */
const pairs = /^[A-Za-z_]\w{0,60}=/;

/** Adds what a string outside of lists of words holds: a command line, the value of a variable, or a plain value. */
export function addConfigValue(
  findings: CommandFindings,
  value: MappedText,
  key: string | null,
  facts: SiblingFacts | null,
  isElement: boolean,
  context: () => readonly Frame[],
): void {
  const { text } = value;
  if (key !== null && !isElement && text.includes(" ") && isCommandKey(key)) {
    scanScript(value, findings, context, wordsBefore(facts, key, text.slice(0, Math.max(0, text.indexOf(" ")))));
    return;
  }
  if (key !== null && !isElement && pairs.test(text) && /_args$/.test(key)) {
    scanPairs(wordOf(value, -1), findings, context);
    return;
  }
  if (isElement) {
    const equals = assignmentAt(text);
    if (equals > 0) {
      const name = text.slice(0, equals);
      addVariableValue(findings.candidates, subText(value, equals + 1, text.length), () => [{ kind: "assignment", name }, ...context()]);
      return;
    }
  } else if (key !== null && facts !== null && facts.variable !== null && /^(?:default_?)?value$/i.test(key)) {
    const name = facts.variable;
    addVariableValue(findings.candidates, value, () => [{ kind: "assignment", name }, ...context()]);
    return;
  }
  addValue(findings.candidates, value, context);
}

/** Adds what a finished list of words or lines holds. `context` is what surrounds the list itself. */
export function addWordList(
  findings: CommandFindings,
  list: WordList,
  key: string | null,
  facts: SiblingFacts | null,
  context: readonly Frame[],
): void {
  const { words } = list;
  const previousOf = new Map<number, string>();
  for (const word of words) previousOf.set(word.index, word.text);
  const outer = (word: Word): readonly Frame[] => {
    const item: Frame = { kind: "item", index: word.index, previous: previousOf.get(word.index - 1) ?? null };
    return word.index < 0 ? context : [item, ...context];
  };
  if (list.scripts) {
    const isScript = words.some((word) => word.text.includes(" "));
    for (const word of words) {
      if (isScript) scanScript(word, findings, () => outer(word));
      else addValue(findings.candidates, word, () => outer(word));
    }
    return;
  }
  scanCommand(words, findings, outer, wordsBefore(facts, key, words[0]?.text ?? ""));
  if (facts !== null && (key === "command" || key === "entrypoint")) facts.program = words.slice(0, 8).map((word) => word.text);
}

/** A fresh record of what siblings say. */
export function noFacts(): SiblingFacts {
  return { image: null, program: [], variable: null };
}

/** Adds an element to a list of words. */
export function addElement(list: WordList, value: MappedText, index: number): void {
  list.words.push(wordOf(value, index));
}
