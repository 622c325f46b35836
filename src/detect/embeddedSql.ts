import type { Candidate } from "./candidate.ts";
import { documentRange, type MappedText } from "./formats/mappedText.ts";
import { SqlReader } from "./formats/sql/reader.ts";
import { noFindings } from "./formats/values.ts";
import type { Interest } from "./interest.ts";

/*
 * Programs seed their databases and ask their extensions for answers by SQL in strings. A sentence may begin as a statement does, but is written with
 * one capital letter.
 */

/** What statements begin with that can name a model, all in capital letters or all in small ones. */
const statement =
  /^(?:INSERT (?:INTO|OR)|REPLACE INTO|MERGE INTO|UPDATE [\w."`[]|CREATE (?:OR|TABLE|TYPE|EXTERNAL|MODEL|FUNCTION)|ALTER TABLE|SELECT [\w."'`*(]|WITH \w|insert (?:into|or)|replace into|merge into|update [\w."`[]|create (?:or|table|type|external|model|function)|alter table|select [\w."'`*(]|with \w)/;
const longestBeginning = 24;
const shortestStatement = 16;

/** What goes on behind, without which it is a sentence. */
const clause = /\b(?:VALUES|values|SET|set|FROM|from|TABLE|table|ENUM|enum|MODEL|model|SELECT|select)\b[^\w]|\w\(/;
const furthestClause = 2000;

/** Whether the text that begins at `first`, behind white space, and ends at `end` begins as a statement of SQL does, and holds a string. */
export function beginsStatement(text: string, first: number, end: number): boolean {
  if (end - first < shortestStatement || seconds[text.charCodeAt(first)] !== text.charCodeAt(first + 1)) return false;
  if (!statement.test(text.slice(first, Math.min(end, first + longestBeginning)).replace(/\s+/g, " "))) return false;
  const written = text.slice(first, Math.min(end, first + furthestClause));
  return written.includes("'") && clause.test(written);
}

/** For each letter that statements begin with the one behind it. Asked of every string of a program. */
const seconds: Uint8Array = new Uint8Array(128);
for (const begun of ["IN", "RE", "ME", "UP", "CR", "AL", "SE", "WI"]) {
  for (const written of [begun, begun.toLowerCase()]) seconds[written.charCodeAt(0)] = written.charCodeAt(1);
}

/** The strings of the statements that the value is, as candidates with their place in the document. Bodies of functions in other languages are not read. */
export function statementStrings(value: MappedText, interest: Interest | null): readonly Candidate[] {
  const findings = noFindings(interest ?? undefined);
  new SqlReader(value.text, findings, () => null).read();
  return findings.candidates.map((candidate) => ({
    ...candidate,
    range: documentRange(value, candidate.range.start, candidate.range.end),
  }));
}
