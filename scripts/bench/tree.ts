// Whole trees: the command line as it ships beside ripgrep, which only looks for one word, and beside other linters of all files.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Figure, Section } from "./figures.ts";
import { plainDocuments } from "./texts.ts";

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

/** Writes a tree of `files` files as projects have them: a few long ones, many short ones, one in fifty naming a model. */
export function writeTree(folder: string, files: number): void {
  const long = Object.entries(plainDocuments(1200));
  const short = Object.entries(plainDocuments(60)).map(
    ([name, text]) => [name, text.replaceAll(/^.*(?:openai|gpt-4o|llama3|model).*\n/gim, "")] as const,
  );
  for (let i = 0; i < files; i++) {
    const directory = join(folder, `part${i % 17}`, `area${i % 113}`);
    if (i < 17 * 113) mkdirSync(directory, { recursive: true });
    const [name, text] = (i % 50 === 0 ? long : short)[i % short.length] ?? ["", ""];
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
function time(command: string, args: readonly string[], cwd: string, accepted: readonly number[], times: number = runs): Run | null {
  let least = Number.POSITIVE_INFINITY;
  let stdout = "";
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    const run = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "ignore"] });
    if (run.status === null || !accepted.includes(run.status)) return null;
    least = Math.min(least, (performance.now() - start) / 1000);
    stdout = run.stdout;
  }
  return { least, stdout };
}

/** Files of a tree are compared in this many only, where a rival takes minutes for all. */
const comparedFiles = 1000;

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
  const some = someFiles(folder, comparedFiles);
  const ours = time(process.execPath, [command, "scan", "--format", "json", "--fail-on", "never", ...some], folder, [0, 2]);
  for (const [rival, script, args] of [
    [
      "secretlint",
      rivals.secretlint,
      ["--no-color", "--secretlintrcJSON", '{"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend"}]}'],
    ],
    ["cspell", rivals.cspell, ["lint", "--no-progress", "--no-color", "--no-gitignore"]],
  ] as const) {
    const run = script === null ? null : time(process.execPath, [script, ...args, ...some], folder, [0, 1], 1);
    if (run === null || ours === null) figures.push({ what: rival, value: script === null ? "not installed" : "failed" });
    else {
      const ratio = run.least / ours.least;
      const value = `${ratio.toFixed(0)} × (${seconds(run.least)} to ${seconds(ours.least)})`;
      figures.push({ what: `${rival} : scan, on ${some.length} of the files`, value, target: "≥ 50 ×", reached: ratio >= 50 });
    }
  }
  return { title: `Tree: ${name}, ${files} files, ${references.length} references`, figures };
}

function someFiles(folder: string, most: number): readonly string[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:py|ts|js|java|go|rs|rb|ya?ml|json|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes("node_modules") && !path.includes("/.git/"))
    .sort();
  const step = Math.max(1, Math.floor(all.length / most));
  return all.filter((_, i) => i % step === 0).slice(0, most);
}
