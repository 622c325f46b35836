// Runs in VS Code's extension host: the suites that the environment names, each result as a line of a file.
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type Mocha from "mocha";
import { environmentNames, type ResultLine } from "./results.ts";

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`The environment variable ${name} is not set`);
  return value;
}

/** What VS Code calls; settles when the tests have ended, and rejects when one failed. */
export async function run(): Promise<void> {
  const resultsFile = fromEnvironment(environmentNames.results);
  const report = (line: ResultLine): void => appendFileSync(resultsFile, `${JSON.stringify(line)}\n`);
  // Mocha is an ES module and this file is bundled as CommonJS.
  const { default: MochaRunner } = await import("mocha");
  // The base of all reporters collects and prints nothing: the launcher does, from the results file.
  const reporter = MochaRunner.reporters.Base;
  const mocha = new MochaRunner({ ui: "bdd", timeout: 30_000, reporter, forbidOnly: true, forbidPending: true });
  for (const suite of fromEnvironment(environmentNames.suites).split(",")) mocha.addFile(join(__dirname, "suites", `${suite}.test.cjs`));
  await mocha.loadFilesAsync();
  const failures = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on("pass", (test: Mocha.Test) => report({ kind: "passed", title: test.fullTitle(), milliseconds: test.duration ?? 0 }))
      // Also called for a hook that failed.
      .on("fail", (test: Mocha.Test, error: unknown) =>
        report({ kind: "failed", title: test.fullTitle(), error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
      );
  });
  report({ kind: "ended" });
  if (failures > 0) throw new Error(`${failures} failed`);
}
