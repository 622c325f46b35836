import { readFileSync } from "node:fs";
import { type CatalogSource, OtherVersion, readIndex } from "../catalog/indexFile.ts";
import { openSource } from "../catalog/open.ts";
import { createEngine } from "../createEngine.ts";
import type { Engine } from "../engine.ts";
import type { FileSystem } from "../project/fileSystem.ts";
import { withProjectRecords } from "./projectFile.ts";

/** Where the project's own records are looked for. */
export interface ProjectPlace {
  readonly fileSystem: FileSystem;
  readonly workingDirectory: string;
}

export interface LoadedEngine {
  readonly engine: Engine;
  /** what is wrong with the project's own records, a line each */
  readonly faults: readonly string[];
}

/**
 * Makes the engine from the index at `path`, and from the project's own records where `project` says where they are looked for.
 * @throws {Error} where there is no index, or none that this version reads: the installation is incomplete.
 */
export async function loadEngine(path: string, project: ProjectPlace | null): Promise<LoadedEngine> {
  let source: CatalogSource;
  try {
    // at once, as nothing can begin before it is there
    source = readIndex(readFileSync(path), (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString());
  } catch (error) {
    const reason = error instanceof OtherVersion ? "is of another version" : "cannot be read";
    throw new Error(`the catalog ${reason}: ${path}`, { cause: error });
  }
  const embedded = openSource(source);
  if (project === null) return { engine: createEngine(embedded), faults: [] };
  const { catalog, faults } = await withProjectRecords(embedded, project.fileSystem, project.workingDirectory);
  return { engine: createEngine(catalog, embedded), faults };
}
