import { isMap, Lexer, LineCounter, parseDocument, visit } from "yaml";
import type { Catalog } from "../catalog/catalog.ts";
import { noProjectRecords, type ProjectRecords } from "../catalog/projectFile.ts";
import { readProjectFile } from "../catalog/readProjectFile.ts";
import { decodeText } from "./encoding.ts";
import { offsetOf } from "./yamlPlaces.ts";

/** Something wrong in the project's own file. Line and column count from 1, columns in UTF-16 units. */
export interface ProjectFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface ParsedProjectFile {
  readonly records: ProjectRecords;
  readonly faults: readonly ProjectFault[];
}

/** Bytes: room for a few hundred records. */
export const largestProjectFile: number = 256 * 1024;

/** What no file of records comes near, and what the YAML library takes minutes or all memory for. */
const mostTokens = 60_000;
const deepestNesting = 24;
const deepestIndentation = 200;
const mostIndicatorsInLine = 100;
/** Values that aliases may stand for altogether. */
const mostAliased = 100;

/** Reads the project's own file. Total: what cannot be read, or not in full, is told in the faults. */
export function parseProjectFile(bytes: Uint8Array, catalog: Catalog): ParsedProjectFile {
  const whole = (message: string, line: number = 1): ParsedProjectFile => ({
    records: noProjectRecords,
    faults: [{ line, column: 1, message }],
  });
  if (bytes.length > largestProjectFile) return whole(tooLargeMessage);
  const decoded = decodeText(bytes);
  if (decoded.kind !== "text") return whole(`cannot be read: ${decoded.reason}`);
  // a reason in a broken encoding would be shown as rubbish
  if (decoded.encoding === "iso-8859-1") return whole("cannot be read: not UTF-8");
  const { text } = decoded;
  const excess = lineOfExcess(text);
  if (excess !== null) return whole("nested too deeply, or longer than a file of records can be", excess);
  const lines = new LineCounter();
  const placeOf = (offset: number): { readonly line: number; readonly column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  try {
    // the library compares each key with all before it: twins are looked for below instead
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false, logLevel: "silent" });
    const faults: ProjectFault[] = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
      ...placeOf(pos[0]),
      message: message.split("\n")[0] ?? message,
    }));
    visit(document, {
      Map(_, map) {
        const keys = new Set<string>();
        for (const { key } of map.items) {
          const name = String(key);
          if (keys.has(name)) faults.push({ ...placeOf(rangeStart(key)), message: `${name} stands here twice` });
          keys.add(name);
        }
      },
    });
    if (faults.length > 0) return { records: noProjectRecords, faults: faults.slice(0, mostTold) };
    if (document.contents !== null && !isMap(document.contents) && document.toJS() !== null) {
      return whole("must be a map of keys: models, datasets, licenses");
    }
    const read = readProjectFile(document.toJS({ maxAliasCount: mostAliased }), catalog);
    const told = read.faults.map(({ keys, message }) => ({
      ...placeOf(offsetOf(document, keys)),
      message: keys.length === 0 ? message : `${pathOf(keys)}: ${message}`,
    }));
    return { records: read.records, faults: told.sort((a, b) => a.line - b.line || a.column - b.column).slice(0, mostTold) };
  } catch (error) {
    // the library throws on aliases that stand for too much
    return whole(`cannot be read: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`);
  }
}

/** Faults told at most: after that nobody reads on. */
const mostTold = 50;

export const tooLargeMessage: string = `larger than ${largestProjectFile / 1024} KB`;

function rangeStart(key: unknown): number {
  return typeof key === "object" && key !== null && "range" in key && Array.isArray(key.range) ? Number(key.range[0]) : 0;
}

/** `models[0].bases[1].model` */
function pathOf(keys: readonly (string | number)[]): string {
  return keys.map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${key}`)).join("");
}

/**
 * The line where the text goes beyond what a file of records can be, or null. Tokens alone are looked at: the library's own parser overflows,
 * or needs all memory, on deep nesting.
 */
function lineOfExcess(text: string): number | null {
  let line = 1;
  let tokens = 0;
  let depth = 0;
  let inLine = 0;
  for (const token of new Lexer().lex(text)) {
    if (++tokens > mostTokens) return line;
    if (token === "[" || token === "{") depth++;
    else if (token === "]" || token === "}") depth--;
    else if (token === "-" || token === "?" || token === ":") inLine++;
    else if (token.length > deepestIndentation && token.trim() === "") return line;
    if (depth > deepestNesting || inLine > mostIndicatorsInLine) return line;
    for (let at = token.indexOf("\n"); at >= 0; at = token.indexOf("\n", at + 1)) {
      line++;
      inLine = 0;
    }
  }
  return null;
}
