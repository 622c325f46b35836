import type { Detection, Format, Frame } from "../candidate.ts";
import type { CommandFindings } from "../commandLine.ts";
import {
  addConfigValue,
  addElement,
  addWordList,
  isCommandKey,
  noFacts,
  noteSibling,
  type SiblingFacts,
  siblingKeys,
  type WordList,
  wordListFor,
} from "./configCommands.ts";
import { type JsonContainer, type JsonVisitor, jsonContext, readJsonStrings } from "./jsonReader.ts";
import { mappedJsonString } from "./jsonStrings.ts";
import { type MappedText, sliceOf } from "./mappedText.ts";
import { detectionOf } from "./values.ts";

interface ContainerData {
  readonly facts: SiblingFacts;
  list: WordList | null;
}

type Container = JsonContainer<ContainerData>;

function detectJson(text: string): Detection {
  const findings: CommandFindings = { candidates: [], modules: new Set() };
  readJsonStrings(text, new JsonValues(text, findings));
  return detectionOf(findings);
}

/** Adds the values of a document as its strings are read. */
class JsonValues implements JsonVisitor<ContainerData> {
  private readonly text: string;
  private readonly findings: CommandFindings;
  private stack: readonly Container[] = [];
  private readonly surroundings = (): readonly Frame[] => jsonContext(this.stack);

  constructor(text: string, findings: CommandFindings) {
    this.text = text;
    this.findings = findings;
  }

  string(start: number, end: number, escaped: boolean, stack: readonly Container[]): void {
    this.stack = stack;
    const value = mappedJsonString(this.text, start, end, escaped);
    const top = stack[stack.length - 1];
    if (top === undefined) addConfigValue(this.findings, value, null, null, false, this.surroundings);
    else if (top.array) this.addElement(top, value);
    else this.addProperty(top, value);
  }

  private addElement(top: Container, value: MappedText): void {
    if (top.index === 0) {
      const list = wordListFor(this.stack[this.stack.length - 2]?.key ?? null, value.text);
      if (list !== null) dataOf(top).list = list;
    }
    const list = top.data?.list ?? null;
    if (list !== null) addElement(list, value, top.index);
    else addConfigValue(this.findings, value, null, null, true, this.surroundings);
  }

  private addProperty(top: Container, value: MappedText): void {
    const key = top.key ?? "";
    if (siblingKeys.has(key) && noteSibling(dataOf(top).facts, key, value.text, this.findings)) return;
    // a command line of package.json: the key is the script's own name
    const commandKey = this.stack[this.stack.length - 2]?.isAt("scripts") && !isCommandKey(key) ? "script" : key;
    addConfigValue(this.findings, value, commandKey, top.data?.facts ?? null, false, this.surroundings);
  }

  literal(start: number, end: number, stack: readonly Container[]): void {
    const top = stack[stack.length - 1];
    if (top?.array && top.data?.list) addElement(top.data.list, sliceOf(this.text, start, end), top.index);
  }

  close(container: Container, stack: readonly Container[]): void {
    this.stack = stack;
    const list = container.data?.list;
    if (!list) return;
    const parent = stack[stack.length - 1];
    const isValue = parent !== undefined && !parent.array;
    const makesFacts = isValue && (parent.key === "command" || parent.key === "entrypoint");
    const facts = makesFacts ? dataOf(parent).facts : isValue ? (parent.data?.facts ?? null) : null;
    addWordList(this.findings, list, isValue ? parent.key : null, facts, this.surroundings);
  }
}

function dataOf(container: Container): ContainerData {
  if (container.data === null) container.data = { facts: noFacts(), list: null };
  return container.data;
}

/** JSON, with comments and trailing commas, and JSON lines. */
export const json: Format = {
  id: "json",
  languageIds: ["json", "jsonc", "jsonl"],
  fileNames: [
    "*.json",
    "*.jsonc",
    "*.jsonl",
    "*.ndjson",
    "*.code-workspace",
    "*.webmanifest",
    ".babelrc",
    ".eslintrc",
    ".prettierrc",
    ".swcrc",
  ],
  detect: detectJson,
};
