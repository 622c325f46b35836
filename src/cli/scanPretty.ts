import { classes, type OpennessClass } from "../assess/assessment.ts";
import { classLabel } from "../assess/words.ts";
import { projectFileName } from "../catalog/projectFile.ts";
import type { Engine } from "../engine.ts";
import type { Finding, Fix } from "../lint/finding.ts";
import { type MergedFinding, mergeFindings, severityOrder } from "../lint/merge.ts";
import { createLineIndex } from "../text.ts";
import type { AnalysedFile, ScanFormat, ScanResult } from "./scanResult.ts";
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

/** What is said of one file. */
interface PrettyPart {
  /** its findings, without its name; null where none is to be shown */
  readonly output: string | null;
  /** of its marks */
  readonly severities: readonly Finding["severity"][];
  /** of the models that it names */
  readonly classes: readonly OpennessClass[];
  /** how many findings a comment silences */
  readonly suppressed: number;
  /** at how many places the project's own records decide */
  readonly projectRecords: number;
}

/** The result of a scan for people: one mark a place, by file, and what could be done. */
export function scanPretty(style: PrettyStyle): ScanFormat<PrettyPart> {
  return {
    partOf(file, engine) {
      const { references, findings } = file.analysis;
      const marks = mergeFindings(findings);
      return {
        output: marks.length === 0 ? null : fileOutput(file, marks, engine, style),
        severities: marks.map(({ severity }) => severity),
        classes: references.map(({ assessment }) => assessment.class),
        suppressed: findings.filter(({ suppressed }) => suppressed).length,
        projectRecords: references.filter(({ assessment }) => assessment.projectRecords.length > 0).length,
      };
    },
    print(result) {
      const outputs = result.files.flatMap(({ file, part }) =>
        part.output === null ? [] : [`${style.paint("bold", printable(file))}\n${part.output}`],
      );
      return [[...outputs, summary(result, style)].join("\n")];
    },
  };
}

function fileOutput(file: AnalysedFile, marks: readonly MergedFinding[], engine: Engine, { paint, width }: PrettyStyle): string {
  const lines = createLineIndex(file.text);
  const places = marks.map((mark) => {
    const { line, column } = lines.positionAt(mark.range.start);
    return `${line}:${column}`;
  });
  const placeWidth = places.reduce((width, place) => Math.max(width, place.length), 0);
  const severityWidth = marks.reduce((width, mark) => Math.max(width, mark.severity.length), 0);
  const indent = " ".repeat(2 + placeWidth + 2 + severityWidth + 2);
  const room = Math.max(width - indent.length, 30);
  const output: string[] = [];
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

function summary({ files, scanned, skipped }: ScanResult<PrettyPart>, { paint, width }: PrettyStyle): string {
  const parts = files.map(({ part }) => part);
  const total = (numberOf: (part: PrettyPart) => number): number => parts.reduce((sum, part) => sum + numberOf(part), 0);
  const marks = total(({ severities }) => severities.length);
  const bySeverity = severityOrder
    .map((severity) => ({ severity, number: total(({ severities }) => severities.filter((each) => each === severity).length) }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => (severity === "information" ? `${number} information` : count(number, severity)));
  const marked = parts.filter(({ output }) => output !== null).length;
  const found =
    marks === 0
      ? `No findings in ${count(scanned, "file")}.`
      : `${count(marks, "finding")} in ${marked} of ${count(scanned, "file")}: ${bySeverity.join(", ")}.`;
  const suppressed = total((part) => part.suppressed);
  const numbers = new Map<OpennessClass, number>();
  for (const name of parts.flatMap((part) => part.classes)) numbers.set(name, (numbers.get(name) ?? 0) + 1);
  const order: readonly OpennessClass[] = [...classes, "unknown"];
  const byClass = order.flatMap((name) => (numbers.has(name) ? [`${numbers.get(name)} ${classLabel(name)}`] : []));
  const projects = total((part) => part.projectRecords);
  const apart = [suppressed > 0 ? `${suppressed} suppressed` : "", skipped.length > 0 ? `${count(skipped.length, "file")} skipped` : ""];
  const lines = [
    ...wrap(found, width).map((line) => paint("bold", line)),
    ...(byClass.length > 0 ? wrap(`Models named: ${byClass.join(", ")}.`, width) : []),
    // findings that a project record takes away would leave no other trace
    ...(projects > 0 ? wrap(`Project records decide on ${count(projects, "place")}: see ${projectFileName}.`, width) : []),
    ...(apart.filter((text) => text !== "").length > 0 ? [`${apart.filter((text) => text !== "").join(", ")}.`] : []),
  ];
  return `${lines.join("\n")}\n`;
}
