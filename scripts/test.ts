// `npm test`: everything that has to hold. The last line is `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import type { Counts } from "../test/host/launch.ts";
import { buildAll } from "./build.ts";
import { checkPackage } from "./extensionPackage.ts";
import { inRoot, root } from "./root.ts";

interface Step {
  readonly name: string;
  /** Throws where the step fails as a whole; counts single tests where it has them. */
  readonly run: () => Promise<Counts | undefined> | Counts | undefined;
}

const steps: readonly Step[] = [
  { name: "Types", run: () => runTool("typescript/bin/tsc", ["-p", "."]) },
  { name: "Types of the pure rooms", run: () => runTool("typescript/bin/tsc", ["-p", "src/tsconfig.pure.json"]) },
  { name: "Lint", run: () => runTool("@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]) },
  { name: "Build", run: () => buildAll().then(() => undefined) },
  { name: "Unit tests", run: unitTests },
  { name: "Package", run: () => checkPackage().then(() => undefined) },
  { name: "Tests in VS Code", run: hostTests },
];

/** Runs a tool of node_modules with our own Node. @throws {Error} when it fails. */
function runTool(script: string, parameters: readonly string[]): undefined {
  const result = spawnSync(process.execPath, [inRoot("node_modules", ...script.split("/")), ...parameters], {
    cwd: root,
    stdio: "inherit",
  });
  if (result.status !== 0) throw new Error(`${script.split("/").at(-1)} ${parameters.join(" ")} failed`);
}

/** The part of Mocha's JSON report that is used. */
interface MochaReport {
  readonly stats: { readonly tests: number; readonly passes: number; readonly failures: number };
  readonly failures: readonly { readonly fullTitle: string; readonly err: { readonly message?: string; readonly stack?: string } }[];
}

function unitTests(): Counts {
  const reportFile = inRoot(".cache", "unit-tests.json");
  mkdirSync(inRoot(".cache"), { recursive: true });
  rmSync(reportFile, { force: true });
  const mocha = ["--forbid-only", "--forbid-pending", "--reporter", "json", "--reporter-option", `output=${reportFile}`];
  const result = spawnSync(process.execPath, [inRoot("node_modules", "mocha", "bin", "mocha.js"), ...mocha], {
    cwd: root,
    stdio: "inherit",
  });
  let report: MochaReport;
  try {
    report = JSON.parse(readFileSync(reportFile, "utf8"));
  } catch (error) {
    throw new Error(`the run did not come to its end (exit code ${result.status})`, { cause: error });
  }
  for (const { fullTitle, err } of report.failures)
    console.log(`  ✗ ${fullTitle}\n${(err.stack ?? err.message ?? "").replace(/^/gm, "    ")}`);
  const { passes, failures } = report.stats;
  if (passes + failures === 0) throw new Error("there are none");
  console.log(`  ${passes} passed, ${failures} failed`);
  return { passed: passes, failed: failures };
}

/** In a VS Code server from the npm registry; on macOS and Windows, for which that has no browser, in a VS Code that is downloaded. */
async function hostTests(): Promise<Counts> {
  if (process.platform === "linux") return (await import("../test/host/launch.ts")).runInServer();
  return (await import("../test/host/launchElectron.ts")).runInElectron();
}

let passed = 0;
let failed = 0;
for (const { name, run } of steps) {
  console.log(`\n${name}`);
  const start = performance.now();
  try {
    const counts = (await run()) ?? { passed: 1, failed: 0 };
    passed += counts.passed;
    failed += counts.failed;
  } catch (error) {
    failed += 1;
    console.log(`  ✗ ${error instanceof Error ? error.message : error}`);
  }
  console.log(`  (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
