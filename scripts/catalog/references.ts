import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Claim } from "./claims.ts";
import { readModelsDev, readMot, readOsAiMap, readOsai } from "./readClaims.ts";

/** What a folder of copies of the public sources says, and one line for each file that could not be read. */
export interface References {
  readonly claims: readonly Claim[];
  readonly faults: readonly string[];
}

/** The sources with one YAML file an entry: their folder, the ending of its files, how an entry is read. */
const entryFolders = [
  { folder: "osai", ending: ".yaml", read: readOsai },
  { folder: "mot", ending: ".yml", read: readMot },
  { folder: "os-ai-map", ending: ".yaml", read: readOsAiMap },
] as const;

/** Reads `osai/*.yaml`, `mot/*.yml`, `os-ai-map/*.yaml` and `models.dev/models.json` of a folder. A source that is not there is a fault. */
export function readReferences(folder: string): References {
  const claims: Claim[] = [];
  const faults: string[] = [];
  /** Runs `read` on a file's text, and tells of it where that fails. */
  const attempt = (path: string, read: (text: string) => readonly Claim[]): void => {
    try {
      claims.push(...read(readFileSync(path, "utf8")));
    } catch (error) {
      faults.push(`${path}: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`);
    }
  };
  for (const { folder: name, ending, read } of entryFolders) {
    const source = join(folder, name);
    if (!existsSync(source)) {
      faults.push(`${source}: no such folder`);
      continue;
    }
    for (const file of readdirSync(source)
      .filter((entry) => entry.endsWith(ending))
      .sort()) {
      attempt(join(source, file), (text) => {
        const claim = read(parse(text, { logLevel: "error" }));
        return claim ? [claim] : [];
      });
    }
  }
  attempt(join(folder, "models.dev", "models.json"), (text) => readModelsDev(JSON.parse(text)));
  return { claims, faults };
}
