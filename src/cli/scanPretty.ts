import { classes, type OpennessClass } from "../assess/assessment.ts";
import { classLabel } from "../assess/words.ts";
import { projectFileName } from "../catalog/projectFile.ts";
import type { Engine } from "../engine.ts";
import type { Finding, Fix } from "../lint/finding.ts";
import { type MergedFinding, mergeFindings, severityOrder } from "../lint/merge.ts";
import { createLineIndex } from "../text.ts";
import type { ScannedFile, ScanResult } from "./scanResult.ts";
import { count, type Paint, printable, type Style, wrap } from "./terminalText.ts";

export interface PrettyStyle {
  readonly paint: Paint;
  readonly width: number;
}

const severityStyles: Readonly<Record<Finding["severity"], Style>> = {
  error: "red",
  warning: "yellow",
  information: "blue",
  hint: "cyan",
};

/** The result of a scan for people: one mark a place, by file, and what could be done. */
export function scanPretty(result: ScanResult, engine: Engine, style: PrettyStyle): string {
  const marks: MergedFinding[] = [];
  const parts: string[] = [];
  let marked = 0;
  for (const file of result.files) {
    const merged = mergeFindings(file.analysis.findings);
    if (merged.length === 0) continue;
    marked++;
    for (const mark of merged) marks.push(mark);
    parts.push(filePart(file, merged, engine, style));
  }
  parts.push(summary(result, marks, marked, style));
  return parts.join("\n");
}

function filePart(file: ScannedFile, marks: readonly MergedFinding[], engine: Engine, { paint, width }: PrettyStyle): string {
  const lines = createLineIndex(file.text);
  const places = marks.map((mark) => {
    const { line, column } = lines.positionAt(mark.range.start);
    return `${line}:${column}`;
  });
  const placeWidth = places.reduce((width, place) => Math.max(width, place.length), 0);
  const severityWidth = marks.reduce((width, mark) => Math.max(width, mark.severity.length), 0);
  const indent = " ".repeat(2 + placeWidth + 2 + severityWidth + 2);
  const room = Math.max(width - indent.length, 30);
  const output = [paint("bold", printable(file.file))];
  marks.forEach((mark, index) => {
    const head = `  ${(places[index] ?? "").padStart(placeWidth)}  ${paint(severityStyles[mark.severity], mark.severity.padEnd(severityWidth))}  `;
    const [first = "", ...rest] = wrap(printable(mark.message), room);
    output.push(head + first, ...rest.map((line) => indent + line));
    output.push(indent + paint("dim", mark.rule));
    const reference = file.analysis.references[mark.reference];
    const fix = reference && bestOf(engine.fixes(reference));
    if (fix) {
      const [title = "", ...more] = wrap(printable(fix.title), room - 2);
      output.push(`${indent}${paint("green", "→")} ${title}`, ...more.map((line) => `${indent}  ${line}`));
      for (const remark of [...fix.losses.map((loss) => `loses: ${loss}`), ...fix.needs.map((need) => `needs: ${need}`)]) {
        wrap(printable(remark), room - 2).forEach((line, at) => {
          output.push(`${indent}  ${at === 0 ? "" : "  "}${line}`);
        });
      }
    }
  });
  return `${output.join("\n")}\n`;
}

function bestOf(fixes: readonly Fix[]): Fix | undefined {
  return fixes.find((fix) => fix.preferred) ?? fixes[0];
}

function summary(result: ScanResult, marks: readonly MergedFinding[], marked: number, { paint, width }: PrettyStyle): string {
  const bySeverity = severityOrder
    .map((severity) => ({ severity, number: marks.filter((mark) => mark.severity === severity).length }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => (severity === "information" ? `${number} information` : count(number, severity)));
  const found =
    marks.length === 0
      ? `No findings in ${count(result.scanned, "file")}.`
      : `${count(marks.length, "finding")} in ${marked} of ${count(result.scanned, "file")}: ${bySeverity.join(", ")}.`;
  const suppressed = result.files.reduce((sum, { analysis }) => sum + analysis.findings.filter((finding) => finding.suppressed).length, 0);
  const numbers = new Map<OpennessClass, number>();
  for (const { analysis } of result.files) {
    for (const { assessment } of analysis.references) numbers.set(assessment.class, (numbers.get(assessment.class) ?? 0) + 1);
  }
  const order: readonly OpennessClass[] = [...classes, "unknown"];
  const byClass = order.flatMap((name) => (numbers.has(name) ? [`${numbers.get(name)} ${classLabel(name)}`] : []));
  const projects = result.files.reduce(
    (sum, { analysis }) => sum + analysis.references.filter(({ assessment }) => assessment.projectRecords.length > 0).length,
    0,
  );
  const apart = [
    suppressed > 0 ? `${suppressed} suppressed` : "",
    result.skipped.length > 0 ? `${count(result.skipped.length, "file")} skipped` : "",
  ];
  const lines = [
    ...wrap(found, width).map((line) => paint("bold", line)),
    ...(byClass.length > 0 ? wrap(`Models named: ${byClass.join(", ")}.`, width) : []),
    // findings that a project record takes away would leave no other trace
    ...(projects > 0 ? wrap(`Project records decide on ${count(projects, "place")}: see ${projectFileName}.`, width) : []),
    ...(apart.filter((text) => text !== "").length > 0 ? [`${apart.filter((text) => text !== "").join(", ")}.`] : []),
  ];
  return `${lines.join("\n")}\n`;
}
