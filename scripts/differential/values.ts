import { visit } from "jsonc-parser";
import { parse } from "smol-toml";
import { isAlias, isMap, isPair, isScalar, isSeq, parseAllDocuments } from "yaml";
import type { Format } from "../../src/detect/candidate.ts";
import { json } from "../../src/detect/formats/json.ts";
import { toml } from "../../src/detect/formats/toml.ts";
import { yaml } from "../../src/detect/formats/yaml.ts";
import type { SeenValue } from "./compare.ts";

/** A library that reads the values of a configuration format. */
export interface Library {
  readonly id: string;
  readonly extensions: readonly string[];
  readonly format: Format;
  /** The strings that are values; null where the library does not understand the text. */
  readonly read: (text: string) => readonly SeenValue[] | null;
}

function readYaml(text: string): readonly SeenValue[] | null {
  const values: SeenValue[] = [];
  // in a key that is a collection, strings may be found and need not be
  const visitNode = (node: unknown, key: string | null, inKey: boolean): void => {
    if (isMap(node)) {
      for (const pair of node.items) {
        if (!isPair(pair)) continue;
        if (!isScalar(pair.key)) visitNode(pair.key, null, true);
        visitNode(pair.value, isScalar(pair.key) ? String(pair.key.value) : null, inKey);
      }
    } else if (isSeq(node)) for (const item of node.items) visitNode(item, key, inKey);
    else if (isScalar(node) && !isAlias(node) && node.range) {
      const [start, end] = node.range;
      const quote = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE" ? 1 : 0;
      const value = node.type === "PLAIN" ? (node.source ?? "") : String(node.value);
      const block = inKey || node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";
      values.push({ text: value, range: { start: start + quote, end: end - quote }, key, block });
    }
  };
  for (const document of parseAllDocuments(text, { keepSourceTokens: true, merge: false, uniqueKeys: false })) {
    if (document.errors.length > 0) return null;
    visitNode(document.contents, null, false);
  }
  return values;
}

function readToml(text: string): readonly SeenValue[] | null {
  const values: SeenValue[] = [];
  const visitValue = (value: unknown, key: string | null): void => {
    if (typeof value === "string") values.push({ text: value, range: null, key, block: value.includes("\n") });
    else if (Array.isArray(value)) for (const item of value) visitValue(item, key);
    else if (typeof value === "object" && value !== null && !(value instanceof Date)) {
      for (const [name, item] of Object.entries(value)) visitValue(item, name);
    }
  };
  try {
    visitValue(parse(text), null);
    return values;
  } catch {
    // what is no TOML is compared with nothing
    return null;
  }
}

function readJson(text: string): readonly SeenValue[] | null {
  const values: SeenValue[] = [];
  let broken = false;
  visit(
    text,
    {
      onLiteralValue: (value: unknown, offset, length, _line, _character, pathSupplier) => {
        const key = pathSupplier().findLast((part) => typeof part === "string") ?? null;
        const range = { start: offset + 1, end: offset + length - 1 };
        if (typeof value === "string") values.push({ text: value, range, key: key === null ? null : String(key), block: false });
      },
      onError: () => {
        broken = true;
      },
    },
    { allowTrailingComma: true },
  );
  return broken ? null : values;
}

export const libraries: readonly Library[] = [
  { id: "yaml", extensions: [".yaml", ".yml"], format: yaml, read: readYaml },
  { id: "toml", extensions: [".toml"], format: toml, read: readToml },
  { id: "json", extensions: [".json", ".jsonc"], format: json, read: readJson },
];

/** The library of a file, by its name; null where there is none. */
export function libraryOf(path: string): Library | null {
  return libraries.find(({ extensions }) => extensions.some((extension) => path.endsWith(extension))) ?? null;
}
