import type { Detection, Format } from "../candidate.ts";
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
import { type JsonContainer, jsonContext, mappedJsonString, readJsonStrings } from "./jsonStrings.ts";
import { sliceOf } from "./mappedText.ts";
import { detectionOf } from "./values.ts";

interface ContainerData {
  readonly facts: SiblingFacts;
  list: WordList | null;
}

type Container = JsonContainer<ContainerData>;

function detectJson(text: string): Detection {
  const findings: CommandFindings = { candidates: [], modules: new Set() };
  readJsonStrings<ContainerData>(text, {
    string(value, stack, start, end) {
      const top = stack[stack.length - 1];
      if (top === undefined) {
        addConfigValue(findings, mappedJsonString(text, value, start, end), null, null, false, () => jsonContext(stack));
        return;
      }
      if (top.array) {
        if (top.index === 0) {
          const list = wordListFor(keyOf(stack[stack.length - 2]), value);
          if (list !== null) dataOf(top).list = list;
        }
        const list = top.data?.list ?? null;
        if (list !== null) addElement(list, mappedJsonString(text, value, start, end), top.index);
        else addConfigValue(findings, mappedJsonString(text, value, start, end), null, null, true, () => jsonContext(stack));
        return;
      }
      const key = top.key ?? "";
      if (siblingKeys.has(key) && noteSibling(dataOf(top).facts, key, value, findings)) return;
      // a command line of package.json: the key is the script's own name
      const commandKey = keyOf(stack[stack.length - 2]) === "scripts" && !isCommandKey(key) ? "script" : key;
      addConfigValue(findings, mappedJsonString(text, value, start, end), commandKey, top.data?.facts ?? null, false, () =>
        jsonContext(stack),
      );
    },
    literal(start, end, stack) {
      const top = stack[stack.length - 1];
      if (top?.array && top.data?.list) addElement(top.data.list, sliceOf(text, start, end), top.index);
    },
    close(container, stack) {
      const list = container.data?.list;
      if (!list) return;
      const parent = stack[stack.length - 1];
      const isValue = parent !== undefined && !parent.array;
      const facts = isValue
        ? parent.key === "command" || parent.key === "entrypoint"
          ? dataOf(parent).facts
          : (parent.data?.facts ?? null)
        : null;
      addWordList(findings, list, isValue ? parent.key : null, facts, jsonContext(stack));
    },
  });
  return detectionOf(findings);
}

function dataOf(container: Container): ContainerData {
  if (container.data === null) container.data = { facts: noFacts(), list: null };
  return container.data;
}

/** The key whose value is being read in an object; null for an array. */
function keyOf(container: Container | undefined): string | null {
  return container === undefined || container.array ? null : container.key;
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
