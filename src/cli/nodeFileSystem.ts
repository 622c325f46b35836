import { closeSync, type Dirent, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from "node:fs";
import { sep } from "node:path";
import type { DirectoryEntry, FileSystem } from "../project/fileSystem.ts";

/**
 * The disk. The calls block on purpose: a command line has nothing else to do meanwhile, and tens of thousands of small
 * reads take a fraction of the time that the thread pool's round trips would.
 */
export const nodeFileSystem: FileSystem = {
  caseSensitive: process.platform !== "win32" && process.platform !== "darwin",
  readFile: (path, maximumBytes, scratch) => inWords(() => readUpTo(path, maximumBytes, scratch)),
  readDirectory: (path) => inWords(() => readdirSync(path, { withFileTypes: true }).map(entryOf)),
  kindOf: (path) =>
    inWords(() => {
      const status = statSync(path);
      return status.isFile() ? "file" : status.isDirectory() ? "directory" : "other";
    }),
  realPath: (path) => inWords(() => toSlashes(realpathSync.native(path))),
};

/** A path as the project room writes it. */
export function toSlashes(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

function readUpTo(path: string, maximumBytes: number, scratch?: Uint8Array): Uint8Array | null {
  const file = openSync(path, "r");
  try {
    const status = fstatSync(file);
    if (status.isDirectory()) throw Object.assign(new Error("a directory"), { code: "EISDIR" });
    if (status.size > maximumBytes) return null;
    const bytes = scratch && status.size <= scratch.length ? scratch : Buffer.allocUnsafe(status.size);
    let length = 0;
    while (length < status.size) {
      const count = readSync(file, bytes, length, status.size - length, length);
      if (count === 0) break;
      length += count;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function entryOf(entry: Dirent): DirectoryEntry {
  const kind = entry.isFile() ? "file" : entry.isDirectory() ? "directory" : entry.isSymbolicLink() ? "link" : "other";
  return { name: entry.name, kind };
}

const wordsOfCodes: Readonly<Record<string, string>> = {
  ENOENT: "no such file or directory",
  EACCES: "permission denied",
  EPERM: "operation not permitted",
  EISDIR: "a directory, not a file",
  ENOTDIR: "not a directory",
  ELOOP: "links lead in a circle",
  ENAMETOOLONG: "name too long",
  EMFILE: "too many open files",
  EIO: "the disk reports an error",
};

/** Makes the messages of failures fit for one line that already names the path. */
function inWords<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Error(wordsOfCodes[code] ?? (error instanceof Error ? error.message : String(error)), { cause: error });
  }
}
