// A scan at rest: all that it remembers before an entry or a header, to be kept and to be gone on from after a change.

import { detached } from "../../../detached.ts";
import type { Checkpoint, ReaderState } from "../../resumption.ts";
import type { None, Trail } from "../../trail.ts";
import { factsAt, isShort, valuesOfFacts } from "../siblingState.ts";
import { type Level, noteElement, type TomlScan } from "./state.ts";

/** Longer names of arrays of tables, all together, would take longer to keep than to read. */
const longestNames = 4096;

/** Tells the trail where the scan stands, before an entry or a header. True: the rest is known. */
export function isRestKnown(scan: TomlScan, trail: Trail): boolean {
  return scan.namesLength <= longestNames && isShort(scan.root.facts) && trail.rest(scan.at, scan.seenTo, scan.absent, stateOf(scan));
}

/** What is remembered of the table that is open, and of the arrays of tables before it. */
function stateOf({ table, root, tables }: TomlScan): ReaderState {
  return { places: [], values: [detached(table), ...valuesOfFacts(root.facts), ...detached([...tables].flat())] };
}

/** Sets a new scan to where another one was at rest, and to what it remembered. */
export function restore(scan: TomlScan, { at, absent, state: { values } }: Checkpoint): void {
  const [table] = values;
  const { facts, end } = factsAt(values, 1);
  scan.at = at;
  scan.absent = absent;
  if (Array.isArray(table)) scan.table = table;
  scan.root.facts = facts;
  for (let i = end; i + 1 < values.length; i += 2) noteElement(scan, String(values[i]), Number(values[i + 1]));
}

/** What the trail keeps, or the next pass is given. */
type Given = "text" | "findings" | "at" | "absent" | "seenTo";
/** What is empty at rest, or made of the others. */
type Idle = "stack" | "beyond" | "top" | "surroundings" | "namesLength";

/** Never; compiles only while nothing is forgotten: a new field belongs into the state, or under one of the heads above. */
export type Forgotten =
  | None<Exclude<keyof TomlScan, "table" | "root" | "tables" | Given | Idle>>
  // of a table the key is read before its value, and an array alone has elements
  | None<Exclude<keyof Level, "facts" | "array" | "key" | "index" | "previous" | "list" | "outer">>;
