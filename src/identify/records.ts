import type { SourceDocument } from "../detect/candidate.ts";
import type { Frame } from "../detect/frame.ts";
import { enclosingBrackets } from "./enclosing.ts";
import type { ModelReference } from "./reference.ts";

/** From how many records, with how many different names in them, a list is a table rather than somebody's choices. */
const fewestRecords = 10;
const fewestNames = 5;

/** The same for a list that is the whole document and whose records each describe a model: `[{ "model_name": "gpt-4o", ... }, ...]`. */
const fewestOfWhole = 3;

/** Data files by whose folder or name somebody keeps what has been run: `benchmark_results/x.json`, `testOutputs/x.json`, Jekyll's `_data/`, `leaderboard.yml`. */
const recordFile =
  /(?:^|\/)(?:_data|logs|(?:[^/]*[-_])?(?:results|outputs|traces|transcripts|leaderboards?)|[a-z][A-Za-z\d]*(?:Results|Outputs|Traces))\/.*\.(?:json|ya?ml|toml|xml)$|(?:^|[/_-])(?:results|leaderboards?)\.(?:json|ya?ml|toml|xml)$/i;

/** @param path the document's, with `/` */
export function isRecordFile(path: string): boolean {
  return recordFile.test(path);
}

/**
 * The references that stand in data and not in anybody's settings: in a list or mapping of many records that each name a model, as results of
 * runs, settings per model and galleries do; in price lists; in what files of results keep; and in JSON lines, which are logs, answers and training
 * data, but for the requests of a batch.
 */
export function recordedReferences(references: readonly ModelReference[], { path, text }: SourceDocument): ReadonlySet<ModelReference> {
  if (isRecordFile(path)) return new Set(references);
  if (/\.(?:jsonl|ndjson)$/i.test(path)) return new Set(references.filter(({ candidate }) => !isRequest(candidate.context)));
  const rows = references.filter(({ candidate }) => isDescribed(candidate.context));
  const described = new Set(rows.map(({ candidate }) => candidate.text)).size >= fewestOfWhole ? rows : [];
  const listed = references.filter(({ candidate }) => isInRow(candidate.context));
  // the whole text is looked through only where it is a list of rows
  const isPriceList = listed.length > 0 && price.test(text);
  const whole = isPriceList ? [...described, ...listed.filter((reference) => isPriced(reference, text))] : described;
  if (references.length < fewestRecords) return new Set(whole);
  const byTable = new Map<string, ModelReference[]>();
  for (const reference of references) {
    for (const table of tablesAround(reference.candidate.context)) {
      const rows = byTable.get(table);
      if (rows) rows.push(reference);
      else byTable.set(table, [reference]);
    }
  }
  const isTable = (rows: readonly ModelReference[]): boolean =>
    rows.length >= fewestRecords && new Set(rows.map(({ candidate }) => candidate.text)).size >= fewestNames;
  return new Set([...[...byTable.values()].filter(isTable).flat(), ...whole]);
}

function isDescribed(context: readonly Frame[]): boolean {
  const [key] = context;
  return isInRow(context) && key?.kind === "property" && /^model_?(?:name|id)$/i.test(key.key);
}

/** What a row of a price list says of its model, in any case convention: `"inputCost": 2.5`. */
const price = /(?:cost|price)\w{0,40}["']?\s{0,9}:\s{0,9}\d/i;

/** Whether the string stands in a row of a list that is the whole document. */
function isInRow([key, item, outer]: readonly Frame[]): boolean {
  return outer === undefined && item?.kind === "item" && key?.kind === "property";
}

/** Whether the row that the string stands in says what the model costs. */
function isPriced({ candidate }: ModelReference, text: string): boolean {
  const [row] = enclosingBrackets(text, candidate.range);
  return row !== undefined && price.test(text.slice(row.start, row.end));
}

/** One request a line, under `body`: the Batch API of OpenAI and of those who speak its protocol. */
function isRequest(context: readonly Frame[]): boolean {
  return context.some((frame) => frame.kind === "property" && frame.key === "body");
}

/**
 * The lists and mappings that a string stands in a record of, told by the path to them: `.models[]` for `models: [{ model: x }]`,
 * `.models{}.model` for `models: { fast: { model: x } }`. Lists that calls are given are no table together, nor are the steps of a workflow, which run
 * commands.
 */
function tablesAround(context: readonly Frame[]): readonly string[] {
  if (context.some(({ kind }) => kind === "flag" || kind === "operand")) return [];
  const lastCall = context.findLastIndex(({ kind }) => kind === "argument");
  const names = context.map(nameOf);
  const tables: string[] = [];
  for (let index = Math.max(lastCall, 1); index < context.length; index++) {
    const frame = context[index];
    if (frame?.kind === "item") tables.push(`${names.slice(index + 1).join("<")}[]`);
    else if (frame?.kind === "property" && context[index - 1]?.kind === "property")
      tables.push(`${names.slice(index + 1).join("<")}{}${names.slice(0, index).join("<")}`);
  }
  return tables;
}

function nameOf(frame: Frame): string {
  switch (frame.kind) {
    case "property":
      return `.${frame.key}`;
    case "assignment":
      return `=${frame.name}`;
    case "argument":
      return `(${frame.callee} ${frame.keyword ?? frame.position ?? ""}`;
    case "flag":
      return `${frame.command} ${frame.name}`;
    case "item":
      return "[]";
    default:
      return frame.kind;
  }
}
