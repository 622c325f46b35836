import { hash } from "node:crypto";
import { isPlainWithoutReference } from "../detect/byteFilter.ts";
import type { Engine } from "../engine.ts";
import type { Finding } from "../lint/finding.ts";
import { severityOrder } from "../lint/merge.ts";
import { documentOf, type FileOnDisk, readFromDisk } from "../project/documents.ts";
import type { Eventually, FileSystem } from "../project/fileSystem.ts";
import type { WalkEntry } from "../project/walk.ts";
import { tellingPath } from "../tellingPath.ts";
import { displayPath } from "./paths.ts";
import type { FileReport, FoundInFile, ScanFormat } from "./scanResult.ts";

/** Tells of files one by one, the same in every thread. Never fails. */
export interface Reporter<Part> {
  /** Reads a file, and tells of it. */
  readonly onEntry: (entry: WalkEntry) => Eventually<FileReport<Part>>;
  readonly onFile: (file: FileOnDisk) => FileReport<Part>;
}

/** Bytes that are kept for reading one file after the other; larger ones get their own. */
const scratchSize = 256 * 1024;

/** What was found in a file, and in every copy of it. */
type Found<Part> = { readonly kind: "nothing" } | Omit<FoundInFile<Part>, "file">;

/** Files and references that are kept at most for copies of the same files; then all are dropped. */
const mostKept = 20_000;

export function createReporter<Part>(
  fileSystem: FileSystem,
  workingDirectory: string,
  engine: Engine,
  format: Pick<ScanFormat<Part>, "partOf">,
): Reporter<Part> {
  // fresh memory for each file would cost more than reading it
  const scratch = new Uint8Array(scratchSize);
  const kept = new Map<string, Found<Part>>();
  let weight = 0;

  const keep = (key: string, found: Found<Part>, references: number): Found<Part> => {
    weight += 1 + references;
    if (weight > mostKept) {
      kept.clear();
      weight = 1 + references;
    }
    kept.set(key, found);
    return found;
  };

  /** `name`: what results call the file. */
  const fileReport = (file: FileOnDisk, name: string): FileReport<Part> => {
    // most files, and without decoding them
    if (file.kind === "bytes" && isPlainWithoutReference(file.bytes)) return { kind: "nothing" };
    const key = file.kind === "bytes" ? contentKey(file.bytes, name) : "";
    const copy = kept.get(key);
    if (copy !== undefined) return named(copy, name);
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
      const { references, findings } = analysis;
      const found: Found<Part> =
        references.length === 0
          ? { kind: "nothing" }
          : { kind: "found", strongest: strongestOf(findings), part: format.partOf({ text, analysis }, engine) };
      return named(keep(key, found, references.length), name);
    } catch (error) {
      // Our own failure with one file must not cost the results of the others.
      return { kind: "failed", file: name, reason: `cannot be analysed: ${error instanceof Error ? error.message : String(error)}` };
    }
  };

  const onFile = (file: FileOnDisk): FileReport<Part> => fileReport(file, displayPath(workingDirectory, file.path));
  return {
    onFile,
    onEntry(entry) {
      const file = readFromDisk(fileSystem, entry, scratch);
      return file instanceof Promise ? file.then(onFile) : onFile(file);
    },
  };
}

/** The same for files that the engine cannot tell apart: documentation of several versions and languages, generated code, vendored packages. */
function contentKey(bytes: Uint8Array, path: string): string {
  return `${hash("sha256", bytes, "base64")} ${tellingPath(path)}`;
}

function named<Part>(found: Found<Part>, file: string): FileReport<Part> {
  return found.kind === "nothing" ? found : { ...found, file };
}

/** Of the findings that count for the exit code: a model that the catalog does not know is no failure. */
function strongestOf(findings: readonly Finding[]): Finding["severity"] | null {
  const counted = findings.filter(({ suppressed, rule }) => !suppressed && rule !== "unknown-model");
  return severityOrder.find((severity) => counted.some((finding) => finding.severity === severity)) ?? null;
}
