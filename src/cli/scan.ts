import { formatOf } from "../detect/formats.ts";
import type { Analysis, Engine } from "../engine.ts";
import { severityOrder } from "../lint/merge.ts";
import { largestDocument, type ProjectDocument } from "../project/documents.ts";
import { type DecodedText, decodeText } from "../project/encoding.ts";
import type { FailLevel, ScanCommand } from "./commandLine.ts";
import type { Environment, ExitCode } from "./environment.ts";
import { absolutePath, displayPath } from "./paths.ts";
import { scanFiles } from "./scanFiles.ts";
import { scanJson } from "./scanJson.ts";
import { scanPretty } from "./scanPretty.ts";
import type { ScannedFile, ScanResult } from "./scanResult.ts";
import { createPaint, toJson } from "./terminalText.ts";

/** Scans files, or standard input, and prints what was found. */
export async function scan(command: ScanCommand, environment: Environment): Promise<ExitCode> {
  const engine = await environment.loadEngine();
  const collector = createCollector(engine, environment);
  if (command.stdinName === null) await scanPaths(command.paths, environment, collector);
  else await scanInput(command.stdinName, environment, collector);
  const result = collector.result();
  await environment.print(
    command.format === "json"
      ? `${toJson(scanJson(result, engine), 2)}\n`
      : scanPretty(result, engine, { paint: createPaint(environment.color), width: environment.width }),
  );
  collector.tell();
  if (collector.failed()) return 2;
  return reaches(result, command.failOn) ? 1 : 0;
}

interface Collector {
  document(file: string, content: DecodedText): void;
  /** a file that has been looked at, and names no model */
  nothing(): void;
  /** `aloud`: the user is told */
  skip(file: string, reason: string, aloud: boolean): void;
  /** some input could not be read */
  fail(file: string, reason: string): void;
  /** Says what has to be told, in the order of the files, whichever thread came first. */
  tell(): void;
  failed(): boolean;
  result(): ScanResult;
}

function createCollector(engine: Engine, environment: Environment): Collector {
  const files: ScannedFile[] = [];
  const skipped: { file: string; reason: string }[] = [];
  const told: string[] = [];
  let scanned = 0;
  let failed = false;
  const fail = (file: string, reason: string): void => {
    failed = true;
    skipped.push({ file, reason });
    told.push(`${file}: ${reason}`);
  };
  return {
    document(file, { text }) {
      let analysis: Analysis;
      try {
        analysis = engine.analyze({ path: file, text });
      } catch (error) {
        // Our own failure with one file must not cost the results of the others.
        fail(file, `cannot be analysed: ${error instanceof Error ? error.message : String(error)}`);
        return;
      }
      scanned++;
      if (analysis.references.length > 0) files.push({ file, text, analysis });
    },
    nothing: () => {
      scanned++;
    },
    skip(file, reason, aloud) {
      skipped.push({ file, reason });
      if (aloud) told.push(`${file}: skipped: ${reason}`);
    },
    fail,
    tell: () => told.sort().forEach(environment.say),
    failed: () => failed,
    result: () => ({ files: files.sort(byFile), skipped: skipped.sort(byFile), scanned }),
  };
}

async function scanPaths(paths: readonly string[], environment: Environment, collector: Collector): Promise<void> {
  const { workingDirectory, fileSystem, threads } = environment;
  const absolute = paths.map((path) => absolutePath(workingDirectory, path));
  await scanFiles(fileSystem, absolute, threads, {
    document: (document) => take(document, displayPath(workingDirectory, document.path), collector),
    nothing: collector.nothing,
    lost: (path, problem) => collector.fail(displayPath(workingDirectory, path), `cannot be analysed: its thread was lost: ${problem}`),
  });
}

function take(document: ProjectDocument, file: string, collector: Collector): void {
  if (document.kind === "document") collector.document(file, document.content);
  else if (document.kind === "skipped") collector.skip(file, document.reason, document.named);
  else if (document.named) collector.fail(file, `cannot be read: ${document.problem}`);
  // what nobody asked for by its name is no input that the result hangs on
  else collector.skip(file, `cannot be read: ${document.problem}`, true);
}

async function scanInput(name: string, environment: Environment, collector: Collector): Promise<void> {
  const file = displayPath(environment.workingDirectory, absolutePath(environment.workingDirectory, name));
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of environment.input()) {
      length += chunk.length;
      if (length <= largestDocument) chunks.push(chunk);
    }
  } catch (error) {
    collector.fail(file, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return;
  }
  if (formatOf({ path: file }) === null) {
    collector.skip(file, "format not known", true);
    return;
  }
  if (length > largestDocument) {
    collector.skip(file, "larger than 16 MB", true);
    return;
  }
  const content = decodeText(Buffer.concat(chunks));
  if (content.kind === "text") collector.document(file, content);
  else collector.skip(file, content.reason, true);
}

function byFile(a: { readonly file: string }, b: { readonly file: string }): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}

/** Whether a finding that counts is at or above the level. A model that the catalog does not know is no failure. */
function reaches(result: ScanResult, level: FailLevel): boolean {
  if (level === "never") return false;
  const limit = severityOrder.indexOf(level);
  return result.files.some(({ analysis }) =>
    analysis.findings.some(
      (finding) => !finding.suppressed && finding.rule !== "unknown-model" && severityOrder.indexOf(finding.severity) <= limit,
    ),
  );
}
