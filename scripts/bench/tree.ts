// Whole trees: the command line as it ships beside ripgrep, which only looks for one word, and beside other linters of all files.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Figure, Section } from "./figures.ts";
import { plainDocument, plainNames } from "./texts.ts";

/** Programs that a scan is compared with; null where there is none. */
export interface Rivals {
  readonly ripgrep: string | null;
  readonly secretlint: string | null;
  readonly cspell: string | null;
}

/** Looks for the programs among the packages installed in `folder` (`npm install @vscode/ripgrep secretlint cspell` there) and in PATH. */
export function findRivals(folder: string | null): Rivals {
  const installed = (path: string): string | null => {
    const file = folder === null ? null : join(folder, "node_modules", path);
    return file !== null && existsSync(file) ? file : null;
  };
  const inPath = spawnSync("rg", ["--version"]).status === 0 ? "rg" : null;
  const packages = folder === null ? "" : join(folder, "node_modules", "@vscode");
  const build = packages !== "" && existsSync(packages) ? readdirSync(packages).find((name) => name.startsWith("ripgrep-")) : undefined;
  return {
    ripgrep: installed(`@vscode/${build ?? "ripgrep"}/bin/rg`) ?? installed("@vscode/ripgrep/bin/rg") ?? inPath,
    secretlint: installed("secretlint/bin/secretlint.js"),
    cspell: installed("cspell/bin.mjs"),
  };
}

/** Lines of a long file of a tree, and of a short one. */
const longFile = 1200;
const shortFile = 60;

/** Lines of the short files that name no model leave out whatever tells of one. */
const tellingLine = /^.*(?:openai|gpt-4o|llama3|model).*\n/gim;

/** Writes a tree of `files` files as projects have them, no two of them the same: a few long ones, many short ones, one in fifty naming models. */
export function writeTree(folder: string, files: number): void {
  for (let i = 0; i < files; i++) {
    const directory = join(folder, `part${i % 17}`, `area${i % 113}`);
    if (i < 17 * 113) mkdirSync(directory, { recursive: true });
    const name = plainNames[i % plainNames.length] ?? "";
    const text = i % 50 === 0 ? plainDocument(name, longFile, i) : plainDocument(name, shortFile, i).replaceAll(tellingLine, "");
    writeFileSync(join(directory, `${i}-${name}`), text);
  }
  writeFileSync(join(folder, ".gitignore"), "*.log\n/out/\n**/cache/\n!keep.log\n");
}

const runs = 5;

interface Run {
  /** seconds, the least of several runs */
  readonly least: number;
  readonly stdout: string;
}

/** Times a program; null where it fails. `accepted`: exit codes that are no failure. */
function time(command: string, args: readonly string[], cwd: string, accepted: readonly number[]): Run | null {
  let least = Number.POSITIVE_INFINITY;
  let stdout = "";
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    const run = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "ignore"] });
    if (run.status === null || !accepted.includes(run.status)) return null;
    least = Math.min(least, (performance.now() - start) / 1000);
    stdout = run.stdout;
  }
  return { least, stdout };
}

/** Milliseconds after which a rival is stopped: some take a quarter of an hour for a large tree. */
const patience = 240_000;

/** Seconds that a rival takes for a tree: the least where it was stopped; null where it fails. */
function timeRival(script: string, args: readonly string[], cwd: string): { readonly seconds: number; readonly isDone: boolean } | null {
  const start = performance.now();
  const run = spawnSync(process.execPath, [script, ...args], { cwd, timeout: patience, stdio: "ignore" });
  const seconds = (performance.now() - start) / 1000;
  if (run.signal !== null) return { seconds, isDone: false };
  // 1: it has found something
  return run.status === 0 || run.status === 1 ? { seconds, isDone: true } : null;
}

/** Measures the scan of a tree. `name` is what the report calls it. */
export function benchTree(name: string, folder: string, command: string, rivals: Rivals): Section {
  const figures: Figure[] = [];
  const scanned = time(process.execPath, [command, "scan", "--format", "json", "--fail-on", "never", "."], folder, [0]);
  if (scanned === null) return { title: name, figures: [{ what: "scan", value: "failed" }] };
  const { summary, references } = JSON.parse(scanned.stdout) as { summary: { files: number }; references: readonly { file: string }[] };
  const files = summary.files;
  const seconds = (value: number): string => `${value.toFixed(3)} s`;
  figures.push({
    what: "open-recipe scan",
    value: seconds(scanned.least),
    ...(files <= 2600 && { target: "≤ 0.3 s", reached: scanned.least <= 0.3 }),
  });
  const searched = rivals.ripgrep === null ? null : time(rivals.ripgrep, ["-c", "gpt"], folder, [0, 1]);
  if (searched === null) figures.push({ what: "rg -c gpt", value: "not installed" });
  else {
    const ratio = scanned.least / searched.least;
    figures.push({ what: "rg -c gpt", value: seconds(searched.least) });
    const wanted = files >= 20_000 ? { target: "≤ 4 ×", reached: ratio <= 4 } : {};
    figures.push({ what: "scan : rg", value: `${ratio.toFixed(1)} ×`, ...wanted });
  }
  const start = time(process.execPath, ["-e", ""], folder, [0]);
  figures.push({ what: "Node alone", value: seconds(start?.least ?? Number.NaN) });
  for (const [rival, script, args] of [
    [
      "secretlint",
      rivals.secretlint,
      ["--no-color", "--secretlintrcJSON", '{"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend"}]}', "**/*"],
    ],
    ["cspell", rivals.cspell, ["lint", "--no-progress", "--no-color", "--no-gitignore", "**"]],
  ] as const) {
    const run = script === null ? null : timeRival(script, args, folder);
    if (run === null) figures.push({ what: rival, value: script === null ? "not installed" : "failed" });
    else {
      const ratio = run.seconds / scanned.least;
      const value = `${run.isDone ? "" : "more than "}${ratio.toFixed(0)} × (${run.isDone ? "" : "stopped after "}${seconds(run.seconds)})`;
      figures.push({ what: `${rival} : scan`, value, target: "≥ 50 ×", reached: ratio >= 50 });
    }
  }
  return { title: `Tree: ${name}, ${files} files, ${references.length} references`, figures };
}
