import writeFileAtomic from "write-file-atomic";
import type { FileSystem } from "../project/fileSystem.ts";

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
  try {
    const now = await fileSystem.readFile(path, expected.length);
    if (now === null || Buffer.compare(now, expected) !== 0) return "it changed since it was read";
    await writeFileAtomic(path, Buffer.from(replacement));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
