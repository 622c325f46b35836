import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkProject } from "../scripts/catalog.ts";
import type { Catalog } from "../src/catalog/catalog.ts";
import { openCatalog } from "../src/catalog/open.ts";
import { createEngine } from "../src/createEngine.ts";
import type { Engine } from "../src/engine.ts";
import { type Fixture, parseFixture } from "./parseFixture.ts";

const folder = join(import.meta.dirname, "fixtures");

/** All fixtures of test/fixtures/, by name. */
export function readFixtures(): readonly Fixture[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => parseFixture(path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")));
}

let catalog: Catalog | undefined;

/** The project's own catalog, compiled from its YAML files once a run. */
export function projectCatalog(): Catalog {
  catalog ??= openCatalog(checkProject("2026-11-21").compiled.index);
  return catalog;
}

export function projectEngine(): Engine {
  return createEngine(projectCatalog());
}
