import type { Detection, Format } from "../candidate.ts";
import { beginsObject } from "../embeddedJson.ts";
import type { Frame } from "../frame.ts";
import type { Interest } from "../interest.ts";
import type { StringKind } from "../languages/profile.ts";
import { addEmbeddedObject } from "./embedded.ts";
import { isBlank, lineEndAt, skipBlanks } from "./lines.ts";
import { MappedTextBuilder } from "./mappedText.ts";
import { addValue, allInside, type DocumentFindings, detectionOf, noFindings } from "./values.ts";

const doubleQuote = 34;
const slash = 47;
const equals = 61;
const openBracket = 91;
const backslash = 92;
const openBrace = 123;
const closeBrace = 125;

/** What escapes stand for (prisma.io/docs/orm/reference/prisma-schema-reference). */
const letters: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

const quotes: StringKind = { open: '"', close: '"', escapes: "backslash", multiLine: false };

/**
 * Finds the values of Prisma's schemas, in which a line states one thing: the default of a field, how a member of an enum is stored (`@map`), a
 * setting of a generator or data source. A `model` is a table; names of tables, columns and relations are none of a model.
 */
function detectPrisma(text: string, interest?: Interest): Detection {
  const findings = noFindings(interest);
  let block = "";
  let name = "";
  for (let line = 0; line < text.length; ) {
    const end = lineEndAt(text, line);
    const first = skipBlanks(text, line, end);
    const unit = text.charCodeAt(first);
    if (unit === closeBrace) block = "";
    else if (unit !== slash && first < end) {
      const wordStop = wordEnd(text, first, end);
      const second = skipBlanks(text, wordStop, end);
      const secondEnd = wordEnd(text, second, end);
      if (block === "" && text.charCodeAt(skipBlanks(text, secondEnd, end)) === openBrace) {
        block = text.slice(first, Math.min(wordStop, first + 20));
        name = text.slice(second, secondEnd);
      } else if (block !== "") readLine(text, findings, { block, name, field: text.slice(first, wordStop) }, wordStop, end);
    }
    line = end + 1;
  }
  return detectionOf(findings);
}

/** What a line belongs to: its block's kind and name, and the field, member or setting that it begins with. */
interface Place {
  readonly block: string;
  readonly name: string;
  readonly field: string;
}

/** Reads a line behind its first word. */
function readLine(text: string, findings: DocumentFindings, place: Place, from: number, end: number): void {
  let attribute = "";
  let isSetting = false;
  let list = -1;
  let previous: string | null = null;
  for (let i = from; i < end; ) {
    const unit = text.charCodeAt(i);
    if (unit === slash && text.charCodeAt(i + 1) === slash) return;
    if (unit === doubleQuote) {
      const close = stringEnd(text, i + 1, end);
      if (close < 0) return;
      const frames = framesOf(place, attribute, isSetting);
      if (frames !== null) {
        const item: readonly Frame[] = list < 0 ? [] : [{ kind: "item", index: list, previous }];
        addString(text, findings, i + 1, close, () => allInside(item, frames));
      }
      previous = text.slice(i + 1, close);
      i = close + 1;
      continue;
    }
    const stop = attributeEnd(text, i, end);
    if (stop > i + 1) {
      attribute = text.slice(i, stop);
      i = stop;
      continue;
    }
    if (unit === equals) isSetting = true;
    else if (unit === openBracket && attribute !== "") {
      list = 0;
      previous = null;
    } else if (unit === 44 && list >= 0) list++;
    i++;
  }
}

/** What surrounds a string behind the attribute; null where it names a column, a table, a function of the database. */
function framesOf({ block, name, field }: Place, attribute: string, isSetting: boolean): readonly Frame[] | null {
  if (block === "enum") {
    if (attribute !== "@map") return null;
    return [
      { kind: "assignment", name: field },
      { kind: "declaration", of: "enum", name },
    ];
  }
  if (attribute === "@default") return [{ kind: "assignment", name: field }];
  return isSetting && attribute === "" ? [{ kind: "property", key: field }] : null;
}

function addString(text: string, findings: DocumentFindings, start: number, end: number, context: () => readonly Frame[]): void {
  if (beginsObject(text, start, end, quotes)) {
    addEmbeddedObject(findings, text, start, end, quotes, context);
    return;
  }
  const builder = new MappedTextBuilder(text);
  builder.copyEscaped(start, end, (at) => builder.escape(at, end, letters));
  addValue(findings, builder.build(), context);
}

/** The quote that closes the string which begins at `from`; -1 where its line has none. */
function stringEnd(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === backslash) i++;
    else if (unit === doubleQuote) return i;
  }
  return -1;
}

/** The end of an attribute's name: `@default`, `@@map`, `@db.VarChar`. */
function attributeEnd(text: string, from: number, end: number): number {
  if (text.charCodeAt(from) !== 64) return from;
  let i = from;
  while (i < end && text.charCodeAt(i) === 64) i++;
  while (i < end && /[\w.]/.test(text.charAt(i))) i++;
  return i;
}

function wordEnd(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && !isBlank(text.charCodeAt(i)) && text.charCodeAt(i) !== openBrace) i++;
  return i;
}

/** Schemas of Prisma. */
export const prisma: Format = {
  id: "prisma",
  languageIds: ["prisma"],
  fileNames: ["*.prisma"],
  namesAreQuoted: true,
  detect: detectPrisma,
};
