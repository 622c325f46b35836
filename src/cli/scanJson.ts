import { hash } from "node:crypto";
import type { Assessment } from "../assess/assessment.ts";
import type { AssessedReference } from "../engine.ts";
import type { Fix } from "../lint/finding.ts";
import { createLineIndex, type LineIndex, type TextRange } from "../text.ts";
import { cellLines } from "./cells.ts";
import { type IdentityJson, identityJson } from "./identityJson.ts";
import { type ProjectRecordJson, projectRecordsJson } from "./projectRecordsJson.ts";
import type { ScanFormat } from "./scanResult.ts";
import { toJson } from "./terminalText.ts";

/** Both ends of a range; lines and columns count from 1, columns in UTF-16 units. */
export interface PlaceJson {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ReferenceJson extends PlaceJson {
  readonly file: string;
  readonly cell: ({ readonly index: number } & PlaceJson) | null;
  readonly text: string;
  readonly role: string;
  readonly evidence: string;
  readonly runtime: string | null;
  readonly identity: IdentityJson;
  readonly model: string | null;
  readonly class: string;
  readonly inferred: boolean;
  readonly confidence: string;
  readonly license: string | null;
  readonly licenseKind: string;
  readonly bases: readonly { readonly model: string; readonly relation: string }[];
  /** what of the verdict the project itself says in its own file; absent where every fact is the catalog's */
  readonly projectRecords?: readonly ProjectRecordJson[];
}

export interface FixJson {
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly (PlaceJson & { readonly text: string })[];
  readonly needs: readonly string[];
}

export interface FindingJson extends PlaceJson {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly reference: number;
  readonly suppressed: boolean;
  readonly file: string;
  readonly fingerprint: string;
  readonly fixes: readonly FixJson[];
}

/** The contract of `scan --format json`. */
export interface ScanJson {
  readonly version: 1;
  readonly references: readonly ReferenceJson[];
  readonly findings: readonly FindingJson[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
  readonly summary: { readonly files: number; readonly byClass: Readonly<Record<string, number>> };
}

/**
 * What is said of one file, as pieces of the JSON text: they are put together once, wherever the file is read, and then only joined. Copies of
 * a file share them; what differs between copies is left out, their name and what hangs on it.
 */
interface JsonPart {
  readonly references: readonly ReferencePart[];
  readonly findings: readonly FindingPart[];
  /** the value of `fixes` for each reference that a finding stands at */
  readonly fixes: readonly string[];
}

interface ReferencePart {
  /** its members from behind `file` on */
  readonly members: string;
  /** its `text` and `class` */
  readonly text: string;
  readonly class: string;
}

interface FindingPart {
  readonly rule: string;
  /** its members before `reference` */
  readonly head: string;
  /** index within the file */
  readonly reference: number;
  readonly suppressed: boolean;
  /** its members that tell the place */
  readonly place: string;
  /** index within the file */
  readonly fixes: number;
}

/** Characters that are put together before they are handed on: the whole of it is more than one string should hold. */
const chunkSize = 1 << 18;

/** Every reference and every finding as data, suppressed ones too. */
export const scanJson: ScanFormat<JsonPart> = {
  partOf({ text, analysis }, engine) {
    const lines = createLineIndex(text);
    const cells = cellLines(text);
    const fixes: string[] = [];
    const fixesOf = new Map<number, number>();
    const findings: FindingPart[] = [];
    for (const finding of analysis.findings) {
      const reference = analysis.references[finding.reference];
      if (!reference) continue;
      let ways = fixesOf.get(finding.reference);
      if (ways === undefined) {
        ways =
          fixes.push(
            listText(
              engine.fixes(reference).map((fix) => fixText(fix, lines)),
              fixIndent,
            ),
          ) - 1;
        fixesOf.set(finding.reference, ways);
      }
      findings.push({
        rule: finding.rule,
        head: `"rule": ${toJson(finding.rule)},${indent}"severity": ${toJson(finding.severity)},${indent}"message": ${toJson(finding.message)}`,
        reference: finding.reference,
        suppressed: finding.suppressed,
        place: placeText(finding.range, lines, indent),
        fixes: ways,
      });
    }
    return { references: analysis.references.map((reference) => referencePart(reference, lines, cells)), findings, fixes };
  },

  *print({ files, skipped, scanned }) {
    let pieces = ['{\n  "version": 1,\n  "references": ['];
    let length = 0;
    let count = 0;
    const add = (piece: string): void => {
      pieces.push(count++ === 0 ? "" : ",", "\n    {", indent, piece, "\n    }");
      length += piece.length;
    };
    const taken = (): string => {
      const text = pieces.join("");
      pieces = [];
      length = 0;
      return text;
    };
    const byClass = new Map<string, number>();
    for (const { file, part } of files) {
      const name = `"file": ${toJson(file)},${indent}`;
      for (const reference of part.references) {
        add(name + reference.members);
        byClass.set(reference.class, (byClass.get(reference.class) ?? 0) + 1);
        if (length > chunkSize) yield taken();
      }
    }
    pieces.push(`${count === 0 ? "" : "\n  "}],\n  "findings": [`);
    count = 0;
    let first = 0;
    for (const { file, part } of files) {
      const name = `"file": ${toJson(file)}`;
      const occurrences = new Map<string, number>();
      for (const { rule, head, reference, suppressed, place, fixes } of part.findings) {
        const named = part.references[reference]?.text ?? "";
        const kind = `${rule}\0${named}`;
        const occurrence = occurrences.get(kind) ?? 0;
        occurrences.set(kind, occurrence + 1);
        const which = `"reference": ${first + reference},${indent}"suppressed": ${suppressed}`;
        const fingerprint = `"fingerprint": "${fingerprintOf(rule, file, named, occurrence)}"`;
        add([head, which, name, place, fingerprint, `"fixes": ${part.fixes[fixes] ?? "[]"}`].join(`,${indent}`));
        if (length > chunkSize) yield taken();
      }
      first += part.references.length;
    }
    const summary = { files: scanned, byClass: Object.fromEntries([...byClass].sort(([a], [b]) => (a < b ? -1 : 1))) };
    pieces.push(`${count === 0 ? "" : "\n  "}],\n${toJson({ skipped, summary }, 2).slice(2)}\n`);
    yield taken();
  },
};

/** What stays the same of a finding while lines move around it: rule, file, the text, and which one of that text it is (from 0). */
export function fingerprintOf(rule: string, file: string, text: string, occurrence: number): string {
  return hash("sha256", `${rule}\0${file}\0${text}\0${occurrence}`).slice(0, 16);
}

/** Before each member of a reference or finding. */
const indent = "\n      ";
/** Before each fix of a finding, before its members, and before its edits and their members. */
const fixIndent = "\n        ";
const fixMemberIndent = "\n          ";
const editIndent = "\n            ";
const editMemberIndent = "\n              ";

function referencePart(reference: AssessedReference, lines: LineIndex, cells: (cell: number) => LineIndex | null): ReferencePart {
  const { candidate, role, evidence, runtime, assessment } = reference;
  const linesOfCell = candidate.cell === null ? null : cells(candidate.cell.index);
  const cell =
    candidate.cell === null || linesOfCell === null
      ? "null"
      : `{${fixIndent}"index": ${candidate.cell.index},${fixIndent}${placeText(candidate.cell.range, linesOfCell, fixIndent)}${indent}}`;
  const members = [
    placeText(candidate.range, lines, indent),
    `"cell": ${cell}`,
    `"text": ${toJson(candidate.text)}`,
    `"role": "${role}"`,
    `"evidence": "${evidence}"`,
    `"runtime": ${toJson(runtime)}`,
    verdictText(assessment),
  ].join(`,${indent}`);
  return { members, text: candidate.text, class: assessment.class };
}

/** The members that the identity decides on: the same few stand in a project many times over. */
function verdictText(assessment: Assessment): string {
  const known = verdictTexts.get(assessment);
  if (known !== undefined) return known;
  const verdict: VerdictJson = {
    identity: identityJson(assessment.identity),
    model: assessment.model,
    class: assessment.class,
    inferred: assessment.inferred,
    confidence: assessment.confidence,
    license: assessment.license,
    licenseKind: assessment.licenseKind,
    bases: assessment.bases.map(({ model, relation }) => ({ model, relation })),
    ...projectRecordsJson(assessment),
  };
  // without its braces, as deep as a reference is
  const text = toJson(verdict, 2).slice(4, -2).replaceAll("\n", "\n    ");
  verdictTexts.set(assessment, text);
  return text;
}

const verdictTexts = new WeakMap<Assessment, string>();

type VerdictJson = Omit<ReferenceJson, keyof PlaceJson | "file" | "cell" | "text" | "role" | "evidence" | "runtime">;

function fixText({ title, preferred, edits, needs }: Fix, lines: LineIndex): string {
  const editTexts = edits.map(
    ({ range, text }) =>
      `{${editMemberIndent}${placeText(range, lines, editMemberIndent)},${editMemberIndent}"text": ${toJson(text)}${editIndent}}`,
  );
  return (
    `{${fixMemberIndent}"title": ${toJson(title)},${fixMemberIndent}"preferred": ${preferred},` +
    `${fixMemberIndent}"edits": ${listText(editTexts, editIndent)},` +
    `${fixMemberIndent}"needs": ${listText(
      needs.map((need) => toJson(need)),
      editIndent,
    )}${fixIndent}}`
  );
}

/** A list of what is written already, each thing behind `before`: a line feed and its indentation. */
function listText(items: readonly string[], before: string): string {
  if (items.length === 0) return "[]";
  // joined to one plain string: one that is put together of many is gone through again for every copy of the file
  const last = items.length - 1;
  return items
    .map((item, index) => `${index === 0 ? "[" : ","}${before}${item}${index === last ? `${before.slice(0, -2)}]` : ""}`)
    .join("");
}

/** The members of a place, each but the first behind `before`. */
function placeText(range: TextRange, lines: LineIndex, before: string): string {
  const start = lines.positionAt(range.start);
  const end = lines.positionAt(range.end);
  return `"line": ${start.line},${before}"column": ${start.column},${before}"endLine": ${end.line},${before}"endColumn": ${end.column}`;
}
