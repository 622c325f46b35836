/*
 * What the words of SQL mean to somebody who looks for values: by the standard, and by the manuals of PostgreSQL, MySQL, SQL Server, Snowflake,
 * BigQuery and Databricks. Words have no case; here they stand in small letters.
 */

export type SqlWordMeaning =
  /** what stands behind it is compared: the string itself, or the list in parentheses */
  | "comparison"
  /** a clause begins in which `=` compares */
  | "condition"
  /** a clause begins in which `=` gives a value */
  | "assignment"
  /** the next value belongs to the column, parameter or variable that the element begins with */
  | "default"
  /** the next name begins an element: `ALTER COLUMN model` */
  | "element"
  /** begins a statement, also where none has ended before it */
  | "statement"
  /** what stands behind it is for people to read */
  | "prose"
  /** no name, and changes nothing */
  | "plain";

function table(words: Readonly<Record<SqlWordMeaning, string>>): ReadonlyMap<string, SqlWordMeaning> {
  return new Map(
    (Object.entries(words) as [SqlWordMeaning, string][]).flatMap(([meaning, list]) =>
      list.split(" ").map((word) => [word, meaning] as const),
    ),
  );
}

export const sqlWords: ReadonlyMap<string, SqlWordMeaning> = table({
  comparison: "between glob ilike in is like match regexp rlike similar when",
  condition: "check elseif elsif having if on qualify select until using where while",
  assignment: "declare set update",
  default: "default",
  element: "add begin change column else end go loop modify then type",
  statement: "alter call copy create delete drop exec execute explain grant insert merge replace revoke truncate",
  prose: "after before comment notice exception raise raiserror print",
  plain:
    "all and any array as asc by case cast constant constraint cross database desc distinct do domain enum except exists external for force foreign from full function group immutable inner inout intersect into join key language lateral left limit local natural not null only offset or order out outer over partition primary proc procedure references return returning returns right row schema session some table temp temporary to trigger unbounded union unique value values view window with",
});

/** Options in parentheses, in which `=` gives a value: of tables, indexes, remote models, services. */
export const optionLists: ReadonlySet<string> = new Set([
  "options",
  "parameters",
  "properties",
  "settings",
  "storage",
  "tblproperties",
  "with",
]);

/** Functions that make an object of keys and values in turn. */
export const pairCalls: ReadonlySet<string> = new Set([
  "json_build_object",
  "json_object",
  "jsonb_build_object",
  "map",
  "named_struct",
  "object_construct",
  "object_construct_keep_null",
]);

/** Functions whose arguments are looked for, compared or taken out of a text: a name there chooses nothing. */
export const comparingCalls: ReadonlySet<string> = new Set([
  "charindex",
  "contains",
  "decode",
  "endswith",
  "field",
  "find_in_set",
  "iff",
  "instr",
  "nullif",
  "position",
  "regexp_like",
  "regexp_matches",
  "regexp_replace",
  "replace",
  "split_part",
  "starts_with",
  "startswith",
  "strpos",
  "translate",
]);

/** Functions that give what they are given where nothing comes before it: `COALESCE(model, 'gpt-4o')`. */
export const fallbackCalls: ReadonlySet<string> = new Set(["coalesce", "ifnull", "isnull", "nvl"]);

/** Functions that give the text of their argument as it is, or in letters of one case. */
export const transparentCalls: ReadonlySet<string> = new Set([
  "array",
  "cast",
  "convert",
  "json",
  "lower",
  "parse_json",
  "quote_literal",
  "to_json",
  "to_jsonb",
  "to_variant",
  "trim",
  "upper",
]);
