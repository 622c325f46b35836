import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { FileSystem } from "../project/fileSystem.ts";

/**
 * What would keep the file from being replaced, or null: it does not hold the `expected` bytes any more, its owner has made it read-only, or
 * its directory takes no new files. A file that is replaced by renaming could be changed in spite of its mode: the mode is a wish to be heeded.
 */
export async function whyNotReplaceable(fileSystem: FileSystem, path: string, expected: Uint8Array): Promise<string | null> {
  try {
    const now = await fileSystem.readFile(path, expected.length);
    if (now === null || Buffer.compare(now, expected) !== 0) return "it changed since it was read";
    const file = realpathSync(path);
    if ((statSync(file).mode & 0o222) === 0 || !isWritable(file)) return "it is read-only";
    return isWritable(dirname(file)) ? null : "its directory is read-only";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    // whatever the reason: the answer is the same
    return false;
  }
}

/**
 * Puts `replacement` in the place of `expected`, whole or not at all: it is written beside the file and renamed. Links
 * are followed to the file that they lead to; mode and owner stay. Returns what kept the file from being replaced, or null.
 */
export async function replaceFile(
  fileSystem: FileSystem,
  path: string,
  expected: Uint8Array,
  replacement: Uint8Array,
): Promise<string | null> {
  const problem = await whyNotReplaceable(fileSystem, path, expected);
  if (problem !== null) return problem;
  try {
    await writeFileAtomic(path, Buffer.from(replacement));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
