// `node scripts/setup.mjs [SCRIPT.ts [ARGUMENT...]]` installs the project's dependencies where they are missing, and then
// runs a TypeScript script of this folder in the same process. It is what a fresh clone starts with, so that it uses
// nothing but Node's own modules.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
// biome-ignore lint/correctness/useImportExtensions: it takes the declarations beside npm.mjs for the module itself
import { runNpm } from "./npm.mjs";

const scripts = dirname(fileURLToPath(import.meta.url));
const root = dirname(scripts);

/** True when node_modules holds every package of the lock file in its version (those for other systems aside). */
function dependenciesAreInstalled() {
  // npm writes this copy of the lock file last, so that an interrupted installation does not pass.
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  const locked = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(locked).every(([path, entry]) => path === "" || entry.optional || installed[path]?.version === entry.version);
}

function setUp() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  if (dependenciesAreInstalled()) return;
  console.error("Installing the dependencies (npm ci) ...");
  try {
    runNpm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], root);
  } catch (error) {
    throw new Error(`The dependencies could not be installed: ${error.message}. The npm registry must be in reach, once.`, {
      cause: error,
    });
  }
}

try {
  setUp();
  const [, , script] = process.argv;
  if (script) {
    // The script finds its own name and arguments where it would, had it been started by itself.
    process.argv.splice(1, 2, join(scripts, script));
    const { register } = await import("tsx/esm/api");
    register();
    await import(pathToFileURL(join(scripts, script)).href);
  }
} catch (error) {
  console.error(error.message);
  // A cause is told where its words are not in the message already.
  if (error.cause instanceof Error && !error.message.includes(error.cause.message)) console.error(error.cause.message);
  process.exitCode = 1;
}
