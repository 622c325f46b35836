import { isPlainWithoutReference } from "../detect/documentFilter.ts";
import type { Engine } from "../engine.ts";
import type { Finding } from "../lint/finding.ts";
import { severityOrder } from "../lint/merge.ts";
import { documentOf, type FileOnDisk, readFromDisk } from "../project/documents.ts";
import type { Eventually, FileSystem } from "../project/fileSystem.ts";
import type { WalkEntry } from "../project/walk.ts";
import { displayPath } from "./paths.ts";
import type { FileReport, ScanFormat } from "./scanResult.ts";

/** Tells of files one by one, the same in every thread. Never fails. */
export interface Reporter<Part> {
  /** Reads a file, and tells of it. */
  readonly onEntry: (entry: WalkEntry) => Eventually<FileReport<Part>>;
  readonly onFile: (file: FileOnDisk) => FileReport<Part>;
}

/** Bytes that are kept for reading one file after the other; larger ones get their own. */
const scratchSize = 256 * 1024;

export function createReporter<Part>(
  fileSystem: FileSystem,
  workingDirectory: string,
  engine: Engine,
  format: Pick<ScanFormat<Part>, "partOf">,
): Reporter<Part> {
  // fresh memory for each file would cost more than reading it
  const scratch = new Uint8Array(scratchSize);
  const onFile = (file: FileOnDisk): FileReport<Part> => fileReport(file, displayPath(workingDirectory, file.path), engine, format);
  return {
    onFile,
    onEntry(entry) {
      const file = readFromDisk(fileSystem, entry, scratch);
      return file instanceof Promise ? file.then(onFile) : onFile(file);
    },
  };
}

/** `name`: what results call the file. */
function fileReport<Part>(file: FileOnDisk, name: string, engine: Engine, format: Pick<ScanFormat<Part>, "partOf">): FileReport<Part> {
  // most files, and without decoding them
  if (file.kind === "bytes" && isPlainWithoutReference(file.bytes)) return { kind: "nothing" };
  const document = documentOf(file);
  if (document.kind === "skipped") return { kind: "skipped", file: name, reason: document.reason, aloud: document.named };
  if (document.kind === "unreadable") {
    const reason = `cannot be read: ${document.problem}`;
    // what nobody asked for by its name is no input that the result hangs on
    return document.named ? { kind: "failed", file: name, reason } : { kind: "skipped", file: name, reason, aloud: true };
  }
  const { text } = document.content;
  try {
    const analysis = engine.analyze({ path: name, text });
    if (analysis.references.length === 0) return { kind: "nothing" };
    const part = format.partOf({ file: name, text, analysis }, engine);
    return { kind: "found", file: name, strongest: strongestOf(analysis.findings), part };
  } catch (error) {
    // Our own failure with one file must not cost the results of the others.
    return { kind: "failed", file: name, reason: `cannot be analysed: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Of the findings that count for the exit code: a model that the catalog does not know is no failure. */
function strongestOf(findings: readonly Finding[]): Finding["severity"] | null {
  const counted = findings.filter(({ suppressed, rule }) => !suppressed && rule !== "unknown-model");
  return severityOrder.find((severity) => counted.some((finding) => finding.severity === severity)) ?? null;
}
