import type { Catalog } from "../catalog/catalog.ts";
import { overlayCatalog } from "../catalog/overlay.ts";
import { projectFileName } from "../catalog/projectFile.ts";
import { type FileSystem, joinPath, parentPath } from "../project/fileSystem.ts";
import { displayPath } from "./paths.ts";

export interface WithProjectRecords {
  /** with the project's records over it, where there are any */
  readonly catalog: Catalog;
  /** `file:line:column: what is wrong` */
  readonly faults: readonly string[];
}

/**
 * Lays the records of the project's own file over the catalog: the nearest one from the working directory up to the root of its repository;
 * outside of a repository the working directory's own alone, as others may write in the directories above.
 */
export async function withProjectRecords(catalog: Catalog, fileSystem: FileSystem, workingDirectory: string): Promise<WithProjectRecords> {
  const path = await findProjectFile(fileSystem, workingDirectory);
  if (path === null) return { catalog, faults: [] };
  const file = displayPath(workingDirectory, path);
  // the parser is large, and most projects have no such file
  const { largestProjectFile, parseProjectFile, tooLargeMessage } = await import("../project/projectRecords.ts");
  let bytes: Uint8Array | null;
  try {
    bytes = await fileSystem.readFile(path, largestProjectFile);
  } catch (error) {
    return { catalog, faults: [`${file}: cannot be read: ${error instanceof Error ? error.message : String(error)}`] };
  }
  if (bytes === null) return { catalog, faults: [`${file}: ${tooLargeMessage}`] };
  const { records, faults } = parseProjectFile(bytes, catalog);
  return {
    catalog: overlayCatalog(catalog, records),
    faults: faults.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`),
  };
}

async function findProjectFile(fileSystem: FileSystem, workingDirectory: string): Promise<string | null> {
  const own = joinPath(workingDirectory, projectFileName);
  if (await exists(fileSystem, own)) return own;
  let nearest: string | null = null;
  for (let directory: string | null = workingDirectory; directory !== null; directory = parentPath(directory)) {
    const path = joinPath(directory, projectFileName);
    if (nearest === null && (await exists(fileSystem, path))) nearest = path;
    // a worktree or submodule has a file of this name
    if (await exists(fileSystem, joinPath(directory, ".git"))) return nearest;
  }
  return null;
}

async function exists(fileSystem: FileSystem, path: string): Promise<boolean> {
  try {
    await fileSystem.kindOf(path);
    return true;
  } catch {
    return false;
  }
}
