import { createHash } from "node:crypto";
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

type ReferencePart = Omit<ReferenceJson, "file">;

interface FindingPart extends Omit<FindingJson, keyof PlaceJson | "file" | "fingerprint"> {
  readonly place: PlaceJson;
}

/** What is said of one file. The findings' `reference` counts within the file. */
interface JsonPart {
  readonly references: readonly ReferencePart[];
  readonly findings: readonly FindingPart[];
}

/** Every reference and every finding as data, suppressed ones too. */
export const scanJson: ScanFormat<JsonPart> = {
  partOf({ text, analysis }, engine) {
    const lines = createLineIndex(text);
    const cells = cellLines(text);
    const fixes = new Map<number, readonly FixJson[]>();
    const findings: FindingPart[] = [];
    for (const finding of analysis.findings) {
      const reference = analysis.references[finding.reference];
      if (!reference) continue;
      const ways = fixes.get(finding.reference) ?? engine.fixes(reference).map((fix) => fixJson(fix, lines));
      fixes.set(finding.reference, ways);
      findings.push({
        rule: finding.rule,
        severity: finding.severity,
        message: finding.message,
        reference: finding.reference,
        suppressed: finding.suppressed,
        place: placeJson(finding.range, lines),
        fixes: ways,
      });
    }
    return { references: analysis.references.map((reference) => referencePart(reference, lines, cells)), findings };
  },

  print({ files, skipped, scanned }) {
    const references: ReferenceJson[] = [];
    const findings: FindingJson[] = [];
    for (const { file, part } of files) {
      const first = references.length;
      for (const reference of part.references) references.push({ file, ...reference });
      const occurrences = new Map<string, number>();
      for (const { rule, severity, message, reference, suppressed, place, fixes } of part.findings) {
        const named = part.references[reference]?.text ?? "";
        const kind = `${rule}\0${named}`;
        const occurrence = occurrences.get(kind) ?? 0;
        occurrences.set(kind, occurrence + 1);
        const fingerprint = fingerprintOf(rule, file, named, occurrence);
        findings.push({ rule, severity, message, reference: first + reference, suppressed, file, ...place, fingerprint, fixes });
      }
    }
    const byClass: Record<string, number> = {};
    for (const name of references.map((reference) => reference.class).sort()) byClass[name] = (byClass[name] ?? 0) + 1;
    const json: ScanJson = { version: 1, references, findings, skipped, summary: { files: scanned, byClass } };
    return `${toJson(json, 2)}\n`;
  },
};

/** What stays the same of a finding while lines move around it: rule, file, the text, and which one of that text it is (from 0). */
export function fingerprintOf(rule: string, file: string, text: string, occurrence: number): string {
  return createHash("sha256").update([rule, file, text, occurrence].join("\0")).digest("hex").slice(0, 16);
}

function referencePart(reference: AssessedReference, lines: LineIndex, cells: (cell: number) => LineIndex | null): ReferencePart {
  const { candidate, identity, role, evidence, runtime, assessment } = reference;
  const linesOfCell = candidate.cell === null ? null : cells(candidate.cell.index);
  return {
    ...placeJson(candidate.range, lines),
    cell:
      candidate.cell === null || linesOfCell === null
        ? null
        : { index: candidate.cell.index, ...placeJson(candidate.cell.range, linesOfCell) },
    text: candidate.text,
    role,
    evidence,
    runtime,
    identity: identityJson(identity),
    model: assessment.model,
    class: assessment.class,
    inferred: assessment.inferred,
    confidence: assessment.confidence,
    license: assessment.license,
    licenseKind: assessment.licenseKind,
    bases: assessment.bases.map(({ model, relation }) => ({ model, relation })),
    ...projectRecordsJson(assessment),
  };
}

function fixJson(fix: Fix, lines: LineIndex): FixJson {
  return {
    title: fix.title,
    preferred: fix.preferred,
    edits: fix.edits.map((edit) => ({ ...placeJson(edit.range, lines), text: edit.text })),
    needs: fix.needs,
  };
}

function placeJson(range: TextRange, lines: LineIndex): PlaceJson {
  const start = lines.positionAt(range.start);
  const end = lines.positionAt(range.end);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
