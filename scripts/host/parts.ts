import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
// biome-ignore lint/correctness/useImportExtensions: it takes the declarations beside npm.mjs for the module itself
import { runNpm } from "../npm.mjs";
import { inRoot } from "../root.ts";

/** The installed parts of a real VS Code and of the browser that drives it. */
export interface HostParts {
  /** A folder of this installation alone, for files made at first use. */
  readonly folder: string;
  /** Node for the VS Code server. */
  readonly node: string;
  /** The VS Code server's folder. */
  readonly vscode: string;
}

const packages = inRoot("test", "host");
const cache = inRoot(".cache", "host");
const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

/** An installation is named after what it is made of, so that a folder with that name is whole and up to date. */
function installationName(): string {
  const lock = readFileSync(join(packages, "package-lock.json"));
  return createHash("sha256").update(lock).update(process.platform).update(process.arch).digest("hex").slice(0, 16);
}

function install(target: string): void {
  mkdirSync(cache, { recursive: true });
  // The only installation kept is the current one; each takes about 870 MB.
  for (const name of readdirSync(cache)) rmSync(join(cache, name), { recursive: true, force: true });
  const staging = `${target}.partial`;
  mkdirSync(staging, { recursive: true });
  // npm reads the nearest package.json upwards as the project: these copies make it this folder.
  for (const name of ["package.json", "package-lock.json"]) writeFileSync(join(staging, name), readFileSync(join(packages, name)));
  runNpm(["ci", ...quiet], staging);
  // The server's own dependencies, which code-server's install script would install; its native modules are not needed.
  runNpm(["install", "--omit=dev", ...quiet], join(staging, "node_modules", "code-server", "lib", "vscode"));
  renameSync(staging, target);
}

/**
 * The parts of the host, installed under .cache/ where they are missing: about 870 MB, from the npm registry alone.
 * @throws {Error} when they cannot be installed.
 */
export function hostParts(): HostParts {
  const folder = join(cache, installationName());
  if (!existsSync(folder)) {
    console.error("Installing a VS Code to run the extension in (once, about 870 MB) ...");
    try {
      install(folder);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`VS Code could not be installed: ${reason}. The npm registry must be in reach, once.`, { cause: error });
    }
  }
  const bundledNode = join(folder, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");
  const node = existsSync(bundledNode) ? bundledNode : process.execPath;
  if (node === process.execPath && Number(process.versions.node.split(".")[0]) < 22) {
    throw new Error(`VS Code needs Node 22 or newer on ${process.platform}-${process.arch}; this is ${process.versions.node}.`);
  }
  return { folder, node, vscode: join(folder, "node_modules", "code-server", "lib", "vscode") };
}
