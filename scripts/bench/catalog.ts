// The catalog as it ships. Every figure is the median over fresh processes, of code bundled as for the package. A look-up is cold the first
// time that a name is asked for, tables being there already, and warm after that. As machines differ, a plain JSON.parse of the same bytes
// stands beside.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { inRoot } from "../root.ts";
import { type Figure, quantile, type Section } from "./figures.ts";

const processes = 20;

/** What one process measures: milliseconds, look-ups in microseconds. */
const probe = `
import { readFileSync } from "node:fs";
import { readIndex } from "./src/catalog/indexFile.ts";
import { openSource } from "./src/catalog/open.ts";
const path = process.argv[2];
const figures = {};
const timed = (name, work) => {
  const start = performance.now();
  const result = work();
  figures[name] = performance.now() - start;
  return result;
};
const named = (namespace, name) => ({ namespace, name, tag: null, quantization: null, revision: null, host: null });
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const bytes = timed("read the file", () => readFileSync(path));
const catalog = timed("load", () => openSource(readIndex(bytes, (part) => part.toString())));
timed("first name", () => catalog.find(named("openai", "gpt-4o")));
timed("first hub name", () => catalog.find(named("huggingface", "meta-llama/Llama-3.1-8B-Instruct")));
timed("first name that no record holds", () => catalog.find(named("huggingface", "somebody/Some-Model-7B-v3")));
const names = JSON.parse(bytes.toString()).models.flatMap((model) => model.names.huggingface ?? []);
const listed = names.filter((name) => !name.includes("*")).map((name) => named("huggingface", name));
const quantised = listed.slice(0, 800).map(({ name }) => named("huggingface", "bartowski/" + name.slice(name.indexOf("/") + 1) + "-GGUF"));
const unknown = Array.from({ length: 800 }, (_, i) => named("huggingface", "lab" + i + "/Model-" + i + "-7B-Instruct"));
for (const [kind, identities] of [["listed", listed.slice(0, 800)], ["quantised", quantised], ["unknown", unknown]]) {
  for (const heat of ["cold", "warm"]) {
    figures[kind + ", " + heat] = median(identities.map((identity) => {
      const start = performance.now();
      catalog.find(identity);
      return 1000 * (performance.now() - start);
    }));
  }
}
timed("read every record", () => catalog.models.length);
const text = bytes.toString();
timed("JSON.parse of all of it, for comparison", () => JSON.parse(text));
console.log(JSON.stringify(figures));
`;

const targets: Readonly<Record<string, number>> = {
  load: 10,
  "first name that no record holds": 10,
  "quantised, cold": 20,
  "listed, cold": 20,
};

/** Measures the index at `path`. */
export async function benchCatalog(path: string): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), "open-recipe-bench-"));
  try {
    const outfile = join(folder, "probe.cjs");
    const stdin = { contents: probe, resolveDir: inRoot(), loader: "js" } as const;
    await build({ stdin, outfile, bundle: true, minify: true, platform: "node", format: "cjs", target: "node20" });
    const runs: Readonly<Record<string, number>>[] = [];
    for (let i = 0; i < processes; i++) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [outfile, path], { encoding: "utf8" });
      if (status !== 0) throw new Error(stderr);
      runs.push(JSON.parse(stdout));
    }
    const bytes = readFileSync(path);
    const size = `${(bytes.length / 1e6).toFixed(2)} MB, ${(gzipSync(bytes, { level: 9 }).length / 1e6).toFixed(2)} MB gzipped`;
    const figures = Object.keys(runs[0] ?? {}).map((what): Figure => {
      const values = runs.map((run) => run[what] ?? Number.NaN);
      const unit = /, (?:cold|warm)$/.test(what) ? "µs" : "ms";
      const median = quantile(values, 0.5);
      const target = targets[what];
      return {
        what,
        value: `${median.toFixed(2)} ${unit} (least ${Math.min(...values).toFixed(2)})`,
        ...(target !== undefined && { target: `< ${target} ${unit}`, reached: median < target }),
      };
    });
    return { title: `Catalog: ${size}; medians of ${processes} processes`, figures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
