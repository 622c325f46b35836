import { remembered } from "../../remembered.ts";
import { imageName, imageProgram, runsInstead } from "../commandLine/images.ts";
import { isJson, scanJson } from "../commandLine/json.ts";
import { assignmentAt } from "../commandLine/looks.ts";
import { scanPairs } from "../commandLine/pairs.ts";
import { addVariable, isWordList } from "../commandLine/variables.ts";
import { wordOf } from "../commandLine/words.ts";
import { scanCommand, scanScript } from "../commandLine.ts";
import type { CommandFindings } from "../findings.ts";
import type { Frame } from "../frame.ts";
import type { Interest } from "../interest.ts";
import { plausibleBetween } from "../plausible.ts";
import { type MappedText, subText } from "./mappedText.ts";
import type { Word } from "./shellLexer/word.ts";
import { addPlainName, addValue, addVariableValue, inside, isNameList, lookOf, shared } from "./values.ts";

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

/** Keys of lists whose elements are whole scripts, beside those that end in `commands`. */
const scriptKeys: ReadonlySet<string> = new Set([
  "script",
  "scripts",
  "before_script",
  "after_script",
  "run",
  "steps",
  "setup",
  "install",
  // Terraform's and Packer's provisioners
  "inline",
]);
/** Keys of command lines, as one text or as a list of words. */
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
  // Ansible
  "shell",
  // launchSettings.json
  "commandlineargs",
]);

/** What the value of a key is: a command line or a list of its words, a list of whole scripts, or neither. */
interface KeyKind {
  readonly isCommand: boolean;
  readonly listsScripts: boolean;
}

const ordinaryKey: KeyKind = { isCommand: false, listsScripts: false };

/** The letters that keys of commands and scripts end with, by their codes. Most other keys are told by that. */
const lastLetters: Uint8Array = lettersOf([...wordKeys, ...scriptKeys, "commands"].map((key) => key.charCodeAt(key.length - 1)));

function lettersOf(codes: readonly number[]): Uint8Array {
  const letters = new Uint8Array(128);
  for (const code of codes) letters[code] = 1;
  return letters;
}

const judged: (key: string) => KeyKind = remembered(10_000, (key: string) => judgeKey(key.toLowerCase()));

function kindOfKey(key: string): KeyKind {
  // in small letters, too: bit 5 is all that parts an ASCII letter from its capital
  return lastLetters[key.charCodeAt(key.length - 1) | 32] === 1 ? judged(key) : ordinaryKey;
}

function judgeKey(key: string): KeyKind {
  const listsScripts = scriptKeys.has(key) || key.endsWith("commands");
  const isCommand =
    wordKeys.has(key) || (listsScripts && key !== "steps" && key !== "scripts") || /(?:command|(?<!java|type)script|_args)$/.test(key);
  return { isCommand, listsScripts };
}

/** Whether the value of `key` is a command line, or a list of its words or lines. */
export function isCommandKey(key: string): boolean {
  return kindOfKey(key).isCommand;
}

/** The word list that a list begins whose first string is `first` and that is the value of `key`; null where it is an ordinary list. */
export function wordListFor(key: string | null, first: string): WordList | null {
  const kind = key === null ? ordinaryKey : kindOfKey(key);
  if (kind.listsScripts) return { words: [], scripts: true };
  return kind.isCommand || isFlag(first) ? { words: [], scripts: false } : null;
}

/** Whether a text begins like `-m` or `--model`. */
function isFlag(text: string): boolean {
  return text.charCodeAt(0) === 45 && /^--?[A-Za-z]/.test(text);
}

const siblingKeys: ReadonlySet<string> = new Set(["image", "command", "entrypoint", "program", "module", "name", "key", "Name"]);

/** The letters that they begin with, by their codes. */
const siblingLetters: Uint8Array = lettersOf([...siblingKeys].map((key) => key.charCodeAt(0)));

/** Whether {@link noteSibling} knows the key. */
export function isSiblingKey(key: string): boolean {
  return key.length <= 10 && siblingLetters[key.charCodeAt(0)] === 1 && siblingKeys.has(key);
}

/** The same for an open table, whose facts are made when the first of them is known. */
export function noteSiblingOf(table: { facts: SiblingFacts | null }, key: string, text: string, findings: CommandFindings): boolean {
  if (!isSiblingKey(key)) return false;
  table.facts ??= noFacts();
  return noteSibling(table.facts, key, text, findings);
}

/** What environment variables are called where `name` stands beside `value`. */
const environmentName = /^[A-Z][A-Z0-9_]{1,80}$/;

/** The settings that are given in the same form: Helm's `set`, and the parameters of Argo, Tekton and Kubeflow. Most of what has a name and a value is neither. */
const modelSetting =
  /^(?:[A-Za-z]\w{0,40}[.-]){0,6}(?:[A-Za-z]{1,20}_)?(?:model|models|modelId|modelName|model_id|model_name)(?:\.\w{1,20})?(?:\[\d{1,3}\])?$/;

/**
 * The settings of .NET, whose variables keep a section's own letters: `OpenAI__ChatModel`, or `OpenAI:ChatModel` where the host allows it
 * (github.com/dotnet/AspNetCore.Docs, "Naming of environment variables").
 */
const dotnetSetting = /^[A-Z][\w:]{0,80}(?:(?<!View)Model|ModelId|ModelName|Deployment|DeploymentName)$/;

function isSetting(name: string): boolean {
  return environmentName.test(name) || modelSetting.test(name) || dotnetSetting.test(name);
}

/** Notes what a value says about its siblings; true where it is a container image, which is no candidate. */
export function noteSibling(facts: SiblingFacts, key: string, text: string, findings: CommandFindings): boolean {
  switch (key) {
    case "image":
      if (!(text.includes("/") || text.includes(":")) || text.includes(" ") || text.includes("://")) return false;
      facts.image = text;
      if (!text.startsWith("$") && !text.includes("{")) findings.modules.add(imageName(text));
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
      facts.variable = isSetting(text) ? text : null;
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
  // what a container is told to do is given to its entrypoint
  if (key === "command" && first.charCodeAt(0) === 45 && isShell(facts.program[0] ?? "")) return facts.program;
  const program = facts.image === null ? null : imageProgram(facts.image);
  return program === null || runsInstead(first, program) ? [] : program;
}

function isShell(program: string): boolean {
  return /^(?:.*\/)?(?:ba|da)?sh$/.test(program);
}

/** `pretrained=x,dtype=y`: the arguments of a model in one text, as lm-eval writes them. */
const pairs = /^[A-Za-z_]\w{0,60}=/;

/** A command that runs or fetches a model, whatever its key: the program, and what no sentence has behind it. */
const modelCommand =
  /^(?:[\w./~-]{1,60}\/)?(?:vllm serve|ollama (?:run|pull)|llama-(?:server|cli)|hf download|huggingface-cli download|sglang serve|mlx_lm\.\w{1,20}|lms (?:load|get)|python3? -m (?:vllm|sglang|mlx_lm|llama_cpp)[\w.]{0,60}) (?:-|\S{0,100}[/:\d])/;
const longestCommandBeginning = 200;

/** Whether the text `[start, end)` is such a command. Asked of all texts of several words: most are told by their first letter. */
function isModelCommand(text: string, start: number, end: number): boolean {
  if (!"volhsmp/~.".includes(text.charAt(start))) return false;
  return modelCommand.test(text.slice(start, Math.min(end, start + longestCommandBeginning)));
}

/** Keys whose value may be the names of several models, with commas or semicolons between them. */
const modelsKey = /model|llm/i;

/** Keys whose value may be the names of several models, with blanks between them, over which a script loops. */
const listKey = /models$/i;

/** Whether a text is names with blanks between them, each with a number or an organisation: no sentence is of such words alone. */
function isSpacedList(text: string): boolean {
  return isWordList(text) && !/(?:^|\s)[^\s\d/]+(?:\s|$)/.test(text);
}

/** What can be told of a value before anything is made of it: nothing comes of it, it is a plain name, or it is to be looked at closer. */
export type Outlook = "nothing" | "name" | "other";

/**
 * What {@link addConfigValue} would find in the text `[start, end)` of a document as it is written, since most values are nothing, and most
 * others are names, for which {@link addPlainName} does. Not to be asked of a value that is a sibling of others which say what it is.
 * @param key the key whose value it is; null for an element of a list
 * @param isAroundOfInterest whether something around the value is of interest
 */
export function outlookOf(
  interest: Interest | null,
  text: string,
  start: number,
  end: number,
  key: string | null,
  isAroundOfInterest: (interest: Interest) => boolean,
): Outlook {
  switch (lookOf(text, start, end)) {
    case "name":
      if (!plausibleBetween(text, start, end)) return "nothing";
      return interest === null || interest.inText(text.slice(start, end)) || isAroundOfInterest(interest) ? "name" : "nothing";
    case "words":
      return key !== null && (isCommandKey(key) || modelsKey.test(key) || isModelCommand(text, start, end)) ? "other" : "nothing";
    default:
      return "other";
  }
}

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
  if (!isElement && key !== null && facts !== null && facts.variable !== null && /^(?:default_?)?value$/i.test(key)) {
    const name = facts.variable;
    addVariableValue(findings, value, () => inside({ kind: "assignment", name }, context()));
    return;
  }
  if (!isElement && key !== null && modelsKey.test(key) && isNameList(text)) {
    addVariableValue(findings, value, context);
    return;
  }
  if (!isElement && key !== null && listKey.test(key) && isSpacedList(text)) {
    addVariable(findings, key, value, context);
    return;
  }
  const look = lookOf(text, 0, text.length);
  if (look === "name") {
    if (plausibleBetween(text, 0, text.length)) addPlainName(findings, value, context);
    return;
  }
  const isCommand = !isElement && key !== null && (isCommandKey(key) || isModelCommand(text, 0, text.length));
  if (look === "words" && !isCommand) return;
  if (isElement) {
    const equals = assignmentAt(text);
    if (equals > 0) {
      const name = text.slice(0, equals);
      addVariableValue(findings, subText(value, equals + 1, text.length), () => inside({ kind: "assignment", name }, context()));
      return;
    }
  } else if (key !== null) {
    if (isCommand && text.includes(" ")) {
      scanScript(value, findings, context, wordsBefore(facts, key, text.slice(0, Math.max(0, text.indexOf(" ")))));
      return;
    }
    if (key.endsWith("_args") && pairs.test(text)) {
      scanPairs(wordOf(value, -1), findings, context);
      return;
    }
  }
  if (isJson(text)) scanJson(value, findings, context);
  else addValue(findings, value, context);
}

/** Adds what a finished list of words or lines holds. `context` is what surrounds the list itself. */
export function addWordList(
  findings: CommandFindings,
  list: WordList,
  key: string | null,
  facts: SiblingFacts | null,
  context: () => readonly Frame[],
): void {
  const { words } = list;
  const around = shared(context);
  let previousOf: Map<number, string> | null = null;
  const outer = (word: Word): readonly Frame[] => {
    if (word.index < 0) return around();
    previousOf ??= new Map(words.map(({ index, text }) => [index, text]));
    return inside({ kind: "item", index: word.index, previous: previousOf.get(word.index - 1) ?? null }, around());
  };
  if (list.scripts) {
    const isScript = words.some((word) => word.text.includes(" "));
    for (const word of words) {
      if (isScript) scanScript(word, findings, () => outer(word));
      else addValue(findings, word, () => outer(word));
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
