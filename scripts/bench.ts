// `npm run bench [-- [--with DIR] [--tree-files N] TREE...]`: measures what DESIGN and users expect of speed, prints tables and writes them to
// test/bench/RESULTS.md. A benchmark, not a test: nothing fails by it, as machines differ. DIR is where @vscode/ripgrep, secretlint (with
// @secretlint/secretlint-rule-preset-recommend) and cspell are installed; what is missing there is said and left out.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type BuildOptions, build } from "esbuild";
import { benchCatalog } from "./bench/catalog.ts";
import type { DocumentFigures } from "./bench/documents.ts";
import { type Figure, milliseconds, quantile, type Section, tableOf } from "./bench/figures.ts";
import { benchTree, findRivals, writeTree } from "./bench/tree.ts";
import { buildAll } from "./build.ts";
import { inRoot } from "./root.ts";

const { values: options, positionals: trees } = parseArgs({
  allowPositionals: true,
  options: { with: { type: "string" }, "tree-files": { type: "string", default: "20000" } },
});

await buildAll();
const catalogPath = inRoot("dist", "catalog.json");
const loads = [averageLoad()];
const folder = mkdtempSync(join(tmpdir(), "open-recipe-bench-"));
const sections: Section[] = [];
const report = (section: Section): void => {
  sections.push(section);
  console.log(tableOf(section));
};
try {
  // the package's files alone, in a place of their own
  const installed = join(folder, "installed");
  mkdirSync(join(installed, "dist"), { recursive: true });
  for (const name of ["cli.cjs", "commands.cjs", "catalog.json"]) cpSync(inRoot("dist", name), join(installed, "dist", name));
  cpSync(inRoot("package.json"), join(installed, "package.json"));
  const command = join(installed, "dist", "cli.cjs");
  const rivals = findRivals(options.with === undefined ? null : resolve(options.with));

  const generated = Number(options["tree-files"]);
  for (const files of [2500, generated]) {
    const tree = join(folder, `tree-${files}`);
    mkdirSync(tree);
    writeTree(tree, files);
    report(benchTree("generated", tree, command, rivals));
    rmSync(tree, { recursive: true, force: true });
  }
  for (const tree of trees) report(benchTree(basename(resolve(tree)), resolve(tree), command, rivals));
  loads.push(averageLoad());

  for (const section of await benchDocuments()) report(section);
  report(await benchCatalog(catalogPath));
  loads.push(averageLoad());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
mkdirSync(inRoot("test", "bench"), { recursive: true });
const machine = `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.versions.node}`;
writeFileSync(
  inRoot("test", "bench", "RESULTS.md"),
  `# What \`npm run bench\` measured\n\n${new Date().toISOString().slice(0, 10)} on ${machine}. Load of the machine (a minute's average) before, between and after: ${loads.join(", ")}; the bench itself is one of it.\n\n${sections.map(tableOf).join("\n")}`,
);

function averageLoad(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

async function benchDocuments(): Promise<readonly Section[]> {
  const probe = join(folder, "documents.cjs");
  const shared = {
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    mainFields: ["module", "main"],
  } satisfies BuildOptions;
  await build({ ...shared, entryPoints: [inRoot("scripts", "bench", "documents.ts")], outfile: probe, logLevel: "warning" });
  const fixtures = readdirSync(inRoot("test", "fixtures"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const run = spawnSync(process.execPath, [probe, catalogPath, ...fixtures], { encoding: "utf8", maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(`The documents could not be measured: ${run.stderr}`);
  const { throughput, keystrokes, hostile } = JSON.parse(run.stdout) as DocumentFigures;
  const worstOf = (key: "format" | "text"): readonly Figure[] =>
    [...new Set(hostile.map((each) => each[key]))].map((what) => {
      const worst = hostile.filter((each) => each[key] === what).reduce((a, b) => (b.perMegabyte > a.perMegabyte ? b : a));
      const value = `${milliseconds(worst.perMegabyte)} a MB (${key === "format" ? worst.text : worst.format}; 4 × the text: ${worst.growth.toFixed(1)} × the time)`;
      return { what, value, target: "≤ 50 ms a MB", reached: worst.perMegabyte <= 50 };
    });
  return [
    {
      title: "After a keystroke in 10,000 lines, the one before analysed: findings and all (by the clock)",
      figures: Object.entries(keystrokes).map(([what, times]) => {
        const [middle, high] = [quantile(times, 0.5), quantile(times, 0.99)];
        return {
          what,
          value: `median ${milliseconds(middle)}, 99th percentile ${milliseconds(high)}`,
          target: "< 8 ms",
          reached: high < 8,
        };
      }),
    },
    {
      title: "Detection alone, of fixtures again and again: far more models than in any program (processor time)",
      figures: Object.entries(throughput)
        .sort(([, a], [, b]) => b - a)
        .map(([what, speed]) => ({ what, value: `${speed.toFixed(0)} MB/s` })),
    },
    { title: "Hostile texts of 256 KB, by format: the worst (processor time)", figures: worstOf("format") },
    { title: "Hostile texts of 256 KB, by text: the worst (processor time)", figures: worstOf("text") },
  ];
}
