import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { build } from "esbuild";
import type { CatalogIndex } from "../../src/catalog/record.ts";
import { fixtureCatalog } from "./fixtureCatalog.ts";

/** What a run of the command left behind. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** The command as it is installed: one bundle, a catalog and a package.json. */
export interface Installation {
  readonly folder: string;
  run(args: readonly string[], options?: RunOptions): Promise<Run>;
  start(args: readonly string[], options?: RunOptions): ChildProcess;
  remove(): void;
}

let shared: Promise<Installation> | undefined;

/** One installation with the made-up catalog for all tests that only run it. */
export function installed(): Promise<Installation> {
  shared ??= install();
  return shared;
}

after(async () => {
  (await shared)?.remove();
});

/** Installs the command in a folder of its own, as scripts/build.ts bundles it. */
export async function install(catalog: CatalogIndex = fixtureCatalog): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), "open-recipe-installed-"));
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "open-recipe", version: "1.2.3" }));
  writeFileSync(join(folder, "dist/catalog.json"), JSON.stringify(catalog));
  const command = join(folder, "dist/cli.cjs");
  await build({
    entryPoints: ["src/cli/main.ts"],
    outfile: command,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    mainFields: ["module", "main"],
    logLevel: "warning",
    define: { "import.meta.dirname": "__dirname", "import.meta.filename": "__filename" },
    supported: { "dynamic-import": false },
  });
  const start = (args: readonly string[], options: RunOptions = {}): ChildProcess => {
    const child = spawn(process.execPath, [command, ...args], {
      cwd: options.cwd ?? folder,
      env: { ...process.env, NO_COLOR: "", ...options.env },
    });
    // The command may end without reading its input; that is its business.
    child.stdin.on("error", () => undefined);
    return child;
  };
  return {
    folder,
    start,
    run: (args, options = {}) =>
      new Promise((resolve, reject) => {
        const child = start(args, options);
        let stdout = "";
        let stderr = "";
        child.stdout?.setEncoding("utf8").on("data", (text) => {
          stdout += text;
        });
        child.stderr?.setEncoding("utf8").on("data", (text) => {
          stderr += text;
        });
        child.on("error", reject);
        child.on("close", (code) => resolve({ code, stdout, stderr }));
        child.stdin?.end(options.input ?? "");
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const ajv = new Ajv({ allErrors: true, strict: true });
const validators = new Map<string, ValidateFunction>();

/** The JSON in `output`, once the contract `test/contracts/NAME.schema.json` has passed it. */
export function parseByContract(name: "scan" | "show" | "alternatives", output: string): unknown {
  let validate = validators.get(name);
  if (!validate) {
    validate = ajv.compile(JSON.parse(readFileSync(join(import.meta.dirname, `../contracts/${name}.schema.json`), "utf8")));
    validators.set(name, validate);
  }
  const value: unknown = JSON.parse(output);
  assert.ok(validate(value), ajv.errorsText(validate.errors, { separator: "\n" }));
  return value;
}
