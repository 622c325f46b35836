import { formatOf } from "../detect/formats.ts";
import { type DecodedText, decodeText } from "./encoding.ts";
import type { Eventually, FileSystem } from "./fileSystem.ts";
import { isMinified } from "./minified.ts";
import { type WalkEntry, walk } from "./walk.ts";

/** The largest file that is read. What is larger is data, and says nothing of a project's choices. */
export const largestDocument: number = 16 * 1024 * 1024;

export type ProjectDocument =
  /** `bytes` are what lay on disk when it was read */
  | { readonly kind: "document"; readonly path: string; readonly bytes: Uint8Array; readonly content: DecodedText }
  /** left out for what it is; `named` tells that the user asked for this very file */
  | { readonly kind: "skipped"; readonly path: string; readonly named: boolean; readonly reason: string }
  /** could not be read; what was `named` was meant to be */
  | { readonly kind: "unreadable"; readonly path: string; readonly named: boolean; readonly problem: string };

/** A file as it lies on disk, or what keeps it from being read. */
export type FileOnDisk =
  | { readonly kind: "bytes"; readonly path: string; readonly named: boolean; readonly bytes: Uint8Array }
  | Exclude<ProjectDocument, { readonly kind: "document" }>;

/** Reads all documents that `paths` (absolute) name, see {@link walk}. Only files of a known format are read. */
export async function* readDocuments(fileSystem: FileSystem, paths: readonly string[]): AsyncGenerator<ProjectDocument, void, void> {
  for await (const entry of findDocuments(fileSystem, paths)) yield documentOf(await readFromDisk(fileSystem, entry));
}

/** What {@link readDocuments} would read. */
export async function* findDocuments(fileSystem: FileSystem, paths: readonly string[]): AsyncGenerator<WalkEntry, void, void> {
  for await (const entry of walk(fileSystem, paths, (path) => mayBeScript(path) || hasKnownFormat(path))) {
    const isDoubtful = entry.kind === "file" && !entry.named && mayBeScript(entry.path) && !hasKnownFormat(entry.path);
    if (!isDoubtful || (await isScript(fileSystem, entry.path))) yield entry;
  }
}

/** Reads one of {@link findDocuments}, into `scratch` where it may, see {@link FileSystem.readFile}. Never fails: what cannot be read is told. */
export function readFromDisk(fileSystem: FileSystem, entry: WalkEntry, scratch?: Uint8Array): Eventually<FileOnDisk> {
  if (entry.kind === "unreadable") return entry;
  const { path, named } = entry;
  const isDoubtful = named && !hasKnownFormat(path);
  if (isDoubtful && !mayBeScript(path)) return { kind: "skipped", path, named, reason: "format not known" };
  const read = (bytes: Uint8Array | null): FileOnDisk => {
    if (isDoubtful && (bytes === null || !beginsScript(path, bytes))) return { kind: "skipped", path, named, reason: "format not known" };
    return bytes === null ? { kind: "skipped", path, named, reason: "larger than 16 MB" } : { kind: "bytes", path, named, bytes };
  };
  const failed = (error: unknown): FileOnDisk => {
    return { kind: "unreadable", path, named, problem: error instanceof Error ? error.message : String(error) };
  };
  try {
    const bytes = fileSystem.readFile(path, largestDocument, scratch);
    // no promise where none is needed: there are tens of thousands of files
    return bytes instanceof Promise ? bytes.then(read, failed) : read(bytes);
  } catch (error) {
    return failed(error);
  }
}

/** The text of a file, or what keeps it from being one. */
export function documentOf(file: FileOnDisk): ProjectDocument {
  if (file.kind !== "bytes") return file;
  const { path, named, bytes } = file;
  if (!named && isMinified(path, bytes)) return { kind: "skipped", path, named, reason: "minified" };
  const content = decodeText(bytes);
  return content.kind === "text" ? { kind: "document", path, bytes, content } : { kind: "skipped", path, named, reason: content.reason };
}

function hasKnownFormat(path: string): boolean {
  return formatOf({ path }) !== null;
}

/** The largest file that is read to see whether it is a script. What is larger is built. */
const largestScript = 256 * 1024;

/** Bytes of a first line that tell what a script is run by. */
const tellingBytes = 256;

const [hash, exclamationMark] = [35, 33] as const;

/** Whether the name says as little as those of scripts do, which have no ending. What is written in capitals is for people: `LICENSE`. */
function mayBeScript(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return !name.includes(".") && name !== name.toUpperCase();
}

async function isScript(fileSystem: FileSystem, path: string): Promise<boolean> {
  try {
    const bytes = await fileSystem.readFile(path, largestScript);
    return bytes !== null && beginsScript(path, bytes);
  } catch {
    // nobody expects a file without an ending to be read
    return false;
  }
}

/** Whether the file's first line names a program whose scripts are of a known format. */
export function beginsScript(path: string, bytes: Uint8Array): boolean {
  if (bytes[0] !== hash || bytes[1] !== exclamationMark) return false;
  return formatOf({ path, text: new TextDecoder().decode(bytes.subarray(0, tellingBytes)) }) !== null;
}
