import type { Detection, Format } from "../candidate.ts";
import type { CommandFindings } from "../findings.ts";
import type { Frame } from "../frame.ts";
import type { Interest } from "../interest.ts";
import { Trail } from "../trail.ts";
import {
  addConfigValue,
  addElement,
  addWordList,
  isCommandKey,
  isSiblingKey,
  noFacts,
  noteSibling,
  outlookOf,
  wordListFor,
} from "./configCommands.ts";
import { isJsonContextOfInterest, type JsonContainer, jsonContext } from "./json/containers.ts";
import { type JsonVisitor, readJsonStrings } from "./json/reader.ts";
import { type ContainerData, JsonTrail } from "./json/rest.ts";
import { jsonText, mappedJsonString } from "./json/strings.ts";
import { type MappedText, sliceOf } from "./mappedText.ts";
import { addPlainName, detectionOf, findingsOf, inOrder, noFindings } from "./values.ts";

type Container = JsonContainer<ContainerData>;

/**
 * Finds the strings of JSON that are values, each with the keys and elements around it, in one pass and without a tree.
 *
 * The rooms in json/, each of which imports those before it only:
 *
 * - strings: what a string decodes to; tokens: what is none; containers: what is open around a string
 * - reader: from the text to its strings; rest: from where one can go on after a change
 */
function detectJson(text: string, interest?: Interest, before?: Detection | null): Detection {
  if (before === undefined) {
    const findings = noFindings(interest);
    readJsonStrings(text, new JsonValues(text, findings));
    return detectionOf(findings);
  }
  const trail = new Trail(text, JsonTrail, interest ?? null, before);
  readJsonStrings(text, new JsonValues(text, findingsOf(trail)), new JsonTrail(trail));
  inOrder(trail.candidates);
  return trail.detection();
}

/** Adds the values of a document as its strings are read. */
class JsonValues implements JsonVisitor<ContainerData> {
  private readonly text: string;
  private readonly findings: CommandFindings;
  private stack: readonly Container[] = [];
  private readonly surroundings = (): readonly Frame[] => jsonContext(this.stack);
  private readonly isAroundOfInterest = (interest: Interest): boolean => isJsonContextOfInterest(this.stack, interest);

  constructor(text: string, findings: CommandFindings) {
    this.text = text;
    this.findings = findings;
  }

  string(start: number, end: number, escaped: boolean, stack: readonly Container[]): void {
    this.stack = stack;
    const top = stack[stack.length - 1];
    if (top === undefined) this.addAlone(start, end, escaped);
    else if (top.array) this.addElement(top, start, end, escaped);
    else this.addProperty(top, start, end, escaped);
  }

  private value(start: number, end: number, escaped: boolean): MappedText {
    return mappedJsonString(this.text, start, end, escaped);
  }

  /** The container that holds the innermost one. Asked for by an index below zero, an array takes its time. */
  private get parent(): Container | undefined {
    const { stack } = this;
    return stack.length > 1 ? stack[stack.length - 2] : undefined;
  }

  /** A document that is one string, or a line of such a document. */
  private addAlone(start: number, end: number, escaped: boolean): void {
    if (escaped || !this.addPlain(start, end, null)) {
      addConfigValue(this.findings, this.value(start, end, escaped), null, null, false, this.surroundings);
    }
  }

  private addElement(top: Container, start: number, end: number, escaped: boolean): void {
    if (top.index === 0) {
      const list = wordListFor(this.parent?.key ?? null, jsonText(this.text, start, end, escaped));
      if (list !== null) dataOf(top).list = list;
    }
    const list = top.data?.list ?? null;
    if (list !== null) addElement(list, this.value(start, end, escaped), top.index);
    else if (escaped || !this.addPlain(start, end, null))
      addConfigValue(this.findings, this.value(start, end, escaped), null, null, true, this.surroundings);
  }

  private addProperty(top: Container, start: number, end: number, escaped: boolean): void {
    const key = top.key ?? "";
    // a command line of package.json: the key is the script's own name
    const commandKey = this.parent?.isAt("scripts") && !isCommandKey(key) ? "script" : key;
    const isSibling = isSiblingKey(key);
    const isPlain = !isSibling && !escaped && (top.data === null || top.data.facts.variable === null);
    if (isPlain && this.addPlain(start, end, commandKey)) return;
    const value = this.value(start, end, escaped);
    if (isSibling && noteSibling(dataOf(top).facts, key, value.text, this.findings)) return;
    addConfigValue(this.findings, value, commandKey, top.data?.facts ?? null, false, this.surroundings);
  }

  /** Adds a value as it is written, if it is a name or nothing; false where it is to be looked at closer. */
  private addPlain(start: number, end: number, key: string | null): boolean {
    const outlook = outlookOf(this.findings.interest, this.text, start, end, key, this.isAroundOfInterest);
    if (outlook === "name") addPlainName(this.findings, sliceOf(this.text, start, end), this.surroundings);
    return outlook !== "other";
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
