import { formatOf } from "../detect/formats.ts";
import { severityOrder } from "../lint/merge.ts";
import { beginsScript, type FileOnDisk, findDocuments, largestDocument } from "../project/documents.ts";
import type { FailLevel, ScanCommand } from "./commandLine.ts";
import type { Environment, ExitCode } from "./environment.ts";
import { createReporter } from "./fileReport.ts";
import { absolutePath } from "./paths.ts";
import { scanFiles } from "./scanFiles.ts";
import { scanJson } from "./scanJson.ts";
import { scanPretty } from "./scanPretty.ts";
import type { FileReport, FoundInFile, ScanFormat, ScanResult } from "./scanResult.ts";
import { createPaint } from "./terminalText.ts";

/** Scans files, or standard input, and prints what was found. */
export function scan(command: ScanCommand, environment: Environment): Promise<ExitCode> {
  if (command.format === "json") return scanAs(scanJson, command, environment);
  return scanAs(scanPretty({ paint: createPaint(environment.color), width: environment.width }), command, environment);
}

async function scanAs<Part>(format: ScanFormat<Part>, command: ScanCommand, environment: Environment): Promise<ExitCode> {
  const { workingDirectory, fileSystem, threads } = environment;
  const engine = await environment.loadEngine();
  const reporter = createReporter(fileSystem, workingDirectory, engine, format);
  const collector = createCollector<Part>();
  if (command.stdinName === null) {
    const paths = command.paths.map((path) => absolutePath(workingDirectory, path));
    const help = threads && { spare: threads.spare, start: () => threads.start<Part>(command.format) };
    await scanFiles(findDocuments(fileSystem, paths), reporter.onEntry, help, collector.take);
  } else {
    collector.take(reporter.onFile(await inputFile(absolutePath(workingDirectory, command.stdinName), environment)));
  }
  const result = collector.result();
  for (const text of format.print(result)) if (!(await environment.print(text))) break;
  for (const line of collector.told()) environment.say(line);
  if (collector.failed()) return 2;
  return reaches(result, command.failOn) ? 1 : 0;
}

interface Collector<Part> {
  readonly take: (report: FileReport<Part>) => void;
  /** what has to be said, in the order of the files, whichever thread came first */
  told(): readonly string[];
  /** whether some input could not be read */
  failed(): boolean;
  result(): ScanResult<Part>;
}

function createCollector<Part>(): Collector<Part> {
  const files: FoundInFile<Part>[] = [];
  const skipped: { file: string; reason: string }[] = [];
  const told: string[] = [];
  let scanned = 0;
  let failed = false;
  return {
    take(report) {
      if (report.kind === "nothing" || report.kind === "found") scanned++;
      else skipped.push({ file: report.file, reason: report.reason });
      if (report.kind === "found") files.push(report);
      if (report.kind === "skipped" && report.aloud) told.push(`${report.file}: skipped: ${report.reason}`);
      if (report.kind === "failed") {
        failed = true;
        told.push(`${report.file}: ${report.reason}`);
      }
    },
    told: () => told.sort(),
    failed: () => failed,
    result: () => ({ files: files.sort(byFile), skipped: skipped.sort(byFile), scanned }),
  };
}

function byFile(a: { readonly file: string }, b: { readonly file: string }): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}

/** Standard input as if it were the file of that path. */
async function inputFile(path: string, environment: Environment): Promise<FileOnDisk> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of environment.input()) {
      length += chunk.length;
      if (length <= largestDocument) chunks.push(chunk);
    }
  } catch (error) {
    return { kind: "unreadable", path, named: true, problem: error instanceof Error ? error.message : String(error) };
  }
  const skipped = (reason: string): FileOnDisk => ({ kind: "skipped", path, named: true, reason });
  const bytes = Buffer.concat(chunks);
  if (formatOf({ path }) === null && !beginsScript(path, bytes)) return skipped("format not known");
  if (length > largestDocument) return skipped("larger than 16 MB");
  return { kind: "bytes", path, named: true, bytes };
}

/** Whether a finding that counts is at or above the level. */
function reaches(result: ScanResult<unknown>, level: FailLevel): boolean {
  if (level === "never") return false;
  const limit = severityOrder.indexOf(level);
  return result.files.some(({ strongest }) => strongest !== null && severityOrder.indexOf(strongest) <= limit);
}
