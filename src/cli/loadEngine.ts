import { readFile } from "node:fs/promises";
import { openCatalog } from "../catalog/open.ts";
import type { CatalogIndex } from "../catalog/record.ts";
import { createEngine } from "../createEngine.ts";
import type { Engine } from "../engine.ts";

/**
 * Makes the engine from the index at `path`.
 * @throws {Error} where there is no index, or none that this version reads: the installation is incomplete.
 */
export async function loadEngine(path: string): Promise<Engine> {
  let index: CatalogIndex;
  try {
    index = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw new Error(`the catalog cannot be read: ${path}`, { cause: error });
  }
  if (index.version !== 1) throw new Error(`the catalog is of another version: ${path}`);
  return createEngine(openCatalog(index));
}
