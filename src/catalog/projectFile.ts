import type { ProjectRecord } from "./catalog.ts";
import type { DatasetRecord, LicenseRecord, ModelRecord } from "./record.ts";

/** Where a workspace or project keeps its own records: at its root. */
export const projectFileName = "open-recipe.records.yaml";

/** Whether `path` is the project's own file, at the root or not: what it names is described there, not used. */
export function isProjectFile(path: string): boolean {
  return path === projectFileName || path.endsWith(`/${projectFileName}`);
}

/** The records of the project's own file, whole: corrections stand in the catalog's record already. */
export interface ProjectRecords {
  readonly records: readonly ProjectRecord[];
  readonly models: readonly ModelRecord[];
  readonly datasets: readonly DatasetRecord[];
  readonly licenses: readonly LicenseRecord[];
  /** of the corrected models: the names that the file itself states */
  readonly statedNames: ReadonlyMap<string, Pick<ModelRecord, "names" | "members">>;
}

export const noProjectRecords: ProjectRecords = { records: [], models: [], datasets: [], licenses: [], statedNames: new Map() };
