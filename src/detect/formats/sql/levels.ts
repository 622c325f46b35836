import type { Frame } from "../../frame.ts";
import type { Interest } from "../../interest.ts";
import { maximumContextDepth } from "../values.ts";
import { fallbackCalls, pairCalls, transparentCalls } from "./words.ts";

/** What a pair of brackets is, or the statement around all of them. */
export type SqlLevelKind =
  | "statement"
  /** parentheses around an expression or a query */
  | "group"
  /** the arguments of a function, the columns of a table, options */
  | "call"
  /** the values of a row of `VALUES` */
  | "row"
  /** the names of the columns that rows have values for */
  | "columns"
  /** `ARRAY[...]`, `[...]` */
  | "list"
  /** `{'key': 'value'}` */
  | "object"
  /** the strings that a column or a type may be: `ENUM (...)`, `CHECK (x IN (...))` */
  | "choices";

/** An open bracket, and the element of it that is being read. */
export interface SqlLevel {
  readonly kind: SqlLevelKind;
  /** of a call the function, in small letters; of choices what they are declared for */
  readonly name: string;
  /** inside of `CHECK (...)` */
  readonly isCheck: boolean;
  /** what stands in it is compared */
  readonly isCompared: boolean;
  /** a list of options, in which `=` names them */
  readonly isOptions: boolean;
  index: number;
  /** `=` gives a value, by the clause; and in this element, where a condition may stand inside of it */
  clauseAssigns: boolean;
  assigns: boolean;
  /** the names that the element begins with, and that stand last in it; the same of variables: `@name` */
  first: string | null;
  last: string | null;
  variable: string | null;
  /** what `ALTER COLUMN` and its like are about, for a clause behind it */
  subject: string | null;
  /** what the next value is given to */
  target: string | null;
  /** the name of the argument, the key of the pair */
  key: string | null;
  /** the string before, in a list */
  previous: string | null;
}

export function sqlLevel(
  kind: SqlLevelKind,
  name: string,
  given: Partial<Pick<SqlLevel, "isCheck" | "isCompared" | "isOptions" | "assigns">> = {},
): SqlLevel {
  const { isCheck = false, isCompared = false, isOptions = false, assigns = false } = given;
  return {
    kind,
    name,
    isCheck,
    isCompared,
    isOptions,
    index: 0,
    clauseAssigns: assigns,
    assigns,
    first: null,
    last: null,
    variable: null,
    subject: null,
    target: null,
    key: null,
    previous: null,
  };
}

/** Begins an element, as a comma does. */
export function beginElement(at: SqlLevel): void {
  at.assigns = at.clauseAssigns;
  at.first = null;
  at.last = null;
  at.variable = null;
  at.subject = null;
  at.target = null;
  at.key = null;
}

/** What a statement says of the rows that it makes. */
export interface SqlRows {
  readonly table: string;
  readonly columns: readonly string[];
  /** the row that is being read */
  readonly row: number;
}

/** The column that a row's value at `index` belongs to, or null. */
function columnAt({ columns }: SqlRows, index: number): string | null {
  return columns[index] ?? null;
}

/** Tables of models: what is said to be a model there is to choose from. */
const modelTable =
  /(?:^|[a-z_])(?:models|llms)$|^(?:ai_?|llm_?)?model_?(?:references?|registry|catalog|lists?|options?|infos?|versions?|definitions?)$/i;

function isOffered(table: string, column: string): boolean {
  return modelTable.test(table) && /model|llm/i.test(column);
}

/** What surrounds the value that is being read: the innermost layer first. A row is a record of a list that is called as its table. */
export function sqlContext(stack: readonly SqlLevel[], rows: SqlRows): readonly Frame[] {
  const frames: Frame[] = [];
  for (let depth = stack.length - 1; depth >= 0 && frames.length < maximumContextDepth - 4; depth--) {
    const at = stack[depth];
    if (at === undefined || addLevel(frames, at, rows)) break;
  }
  return frames.slice();
}

/** Adds what one level says; true where nothing outside of it says more. */
function addLevel(frames: Frame[], at: SqlLevel, rows: SqlRows): boolean {
  switch (at.kind) {
    case "list":
      frames.push({ kind: "item", index: at.index, previous: at.previous });
      return false;
    case "object":
      if (at.key !== null) frames.push({ kind: "property", key: at.key });
      return false;
    case "choices":
      frames.push({ kind: "item", index: at.index, previous: at.previous }, { kind: "declaration", of: "enum", name: at.name });
      frames.push({ kind: "assignment", name: at.name });
      return true;
    case "row":
      addRow(frames, at.index, rows);
      return true;
    case "call":
      if (at.target !== null) {
        frames.push({ kind: "assignment", name: at.target });
        return true;
      }
      addCall(frames, at);
      return false;
    default:
      if (at.target === null) return false;
      frames.push({ kind: "assignment", name: at.target });
      if (isOffered(rows.table, at.target)) frames.push({ kind: "declaration", of: "enum", name: rows.table });
      return true;
  }
}

/** What surrounds the value at `index` of the row that is being read. */
export function rowContext(rows: SqlRows, index: number): readonly Frame[] {
  const frames: Frame[] = [];
  addRow(frames, index, rows);
  return frames;
}

function addRow(frames: Frame[], index: number, rows: SqlRows): void {
  const { table, row } = rows;
  const column = columnAt(rows, index);
  if (column === null) {
    // what a value is called that is none of a named column, the table's name does not say
    frames.push({ kind: "item", index, previous: null }, { kind: "item", index: row, previous: null });
    return;
  }
  frames.push({ kind: "property", key: column });
  if (isOffered(table, column)) frames.push({ kind: "declaration", of: "enum", name: table });
  frames.push({ kind: "item", index: row, previous: null });
  if (table !== "") frames.push({ kind: "assignment", name: table });
}

function addCall(frames: Frame[], at: SqlLevel): void {
  const { name, key, index } = at;
  if (pairCalls.has(name) && key !== null) frames.push({ kind: "property", key });
  else if (fallbackCalls.has(name)) {
    if (index > 0) frames.push({ kind: "fallback", name: at.previous });
  } else if (!transparentCalls.has(name) && name !== "") {
    frames.push({ kind: "argument", callee: name, position: key === null ? index : null, keyword: key });
  }
}

/** Whether a name around the value is one of a place for models; far cheaper than the context. */
export function isSqlPlaceOfInterest(stack: readonly SqlLevel[], rows: SqlRows, { inName }: Interest): boolean {
  for (let depth = stack.length - 1; depth >= 0 && depth > stack.length - maximumContextDepth; depth--) {
    const at = stack[depth];
    if (at === undefined) break;
    const { kind, name, target, key } = at;
    if (kind === "row") {
      const column = columnAt(rows, at.index);
      return column !== null && (inName(column) || inName(rows.table));
    }
    if (kind === "choices") return inName(name);
    if (target !== null) return inName(target);
    if (key !== null && inName(key)) return true;
    if (kind === "call" && name !== "" && !at.isOptions && inName(name)) return true;
    if (kind === "call" && at.previous !== null && inName(at.previous)) return true;
  }
  return false;
}
