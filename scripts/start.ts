// `npm start [-- FOLDER] [--scan-only]`: the scan of a folder, and then a real VS Code with the extension in it on that folder.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildAll } from "./build.ts";
import { unpackExtension } from "./extensionPackage.ts";
import { hostParts } from "./host/parts.ts";
import { startServer } from "./host/server.ts";
import { inRoot } from "./root.ts";

const usage = "Usage: npm start [-- [--scan-only] [FOLDER]]";

async function serve(folder: string): Promise<void> {
  const parts = hostParts();
  const data = mkdtempSync(join(tmpdir(), "open-recipe-start-"));
  try {
    const extensions = join(data, "extensions");
    await unpackExtension(extensions);
    // Other pages and other users of this machine do not know the token.
    const token = randomBytes(16).toString("hex");
    const server = await startServer(parts, { data, extensions, token, settings: {} });
    const stop = (): void => void server.stop();
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
    const address = `${server.address}/?${new URLSearchParams({ tkn: token, folder })}`;
    console.log(`\nVS Code with Open Recipe in it, on ${folder}:\n\n  ${address}\n\nCtrl-C stops it.`);
    await server.ended;
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { "scan-only": { type: "boolean", default: false } } });
  // npm runs scripts in the package's folder and says in INIT_CWD where the user is.
  const here = process.env["INIT_CWD"] ?? process.cwd();
  const folder = positionals[0] === undefined ? inRoot("samples") : resolve(here, positionals[0]);
  if (positionals.length > 1) throw new Error(usage);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`There is no folder ${folder}. ${usage}`);
  await buildAll();
  // Findings are what the scan is for: its exit code says nothing about our own success.
  spawnSync(process.execPath, [inRoot("dist", "cli.cjs"), "scan", relative(here, folder) || "."], { cwd: here, stdio: "inherit" });
  if (!values["scan-only"]) await serve(folder);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
