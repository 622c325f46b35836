// `npm run build`: the catalog and the bundles, into dist/.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { inRoot, root } from "./root.ts";

/** Bundles are CommonJS named .cjs, because VS Code loads extensions with `require` and our own package.json says `module`. */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  // jsonc-parser's `main` is a UMD module, whose inner requires a bundler cannot see.
  mainFields: ["module", "main"],
  outExtension: { ".js": ".cjs" },
  outdir: "dist",
  logLevel: "warning",
  // In a CommonJS bundle import.meta is empty; these two say the same.
  define: { "import.meta.dirname": "__dirname", "import.meta.filename": "__filename" },
} as const satisfies BuildOptions;

const shipped = {
  ...common,
  minify: true,
  // Kept beside the bundles for the debugger; .vscodeignore leaves the maps out of the package.
  sourcemap: "linked",
  metafile: true,
  // `import("./editor.ts")` becomes a `require` at that moment: the editor's hook for `vscode` is on `require`.
  supported: { "dynamic-import": false },
} as const satisfies BuildOptions;

/** Keeps a stub small: the bundle that it loads, `name`, stays a file of its own. */
const apart = (name: string): Plugin => ({
  name: `${name}-apart`,
  setup(bundle) {
    bundle.onResolve({ filter: new RegExp(`^\\./${name}\\.cjs$`) }, ({ path }) => ({ path, external: true }));
  },
});

const testEntries = (): readonly string[] => [
  "test/host/index.ts",
  ...readdirSync(inRoot("test/host/suites"))
    .filter((name) => name.endsWith(".test.ts"))
    .sort()
    .map((name) => `test/host/suites/${name}`),
];

const bundles = (): Readonly<Record<string, BuildOptions>> => ({
  extension: { ...shipped, entryPoints: ["src/editor/extension.ts"], external: ["vscode"], plugins: [apart("editor")] },
  editor: { ...shipped, entryPoints: ["src/editor/editor.ts"], external: ["vscode"] },
  cli: { ...shipped, entryPoints: ["src/cli/cli.ts"], plugins: [apart("commands")], ...shebang("src/cli/cli.ts") },
  commands: { ...shipped, entryPoints: [{ in: "src/cli/main.ts", out: "commands" }] },
  "host tests": {
    ...common,
    entryPoints: [...testEntries()],
    outbase: "test/host",
    outdir: "dist/test",
    sourcemap: "inline",
    external: ["vscode", "mocha"],
  },
});

function shebang(entry: string): BuildOptions {
  const path = inRoot(entry);
  const has = existsSync(path) && readFileSync(path, "utf8").startsWith("#!");
  return has ? {} : { banner: { js: "#!/usr/bin/env node" } };
}

function entryFiles(options: BuildOptions): readonly string[] {
  const entries = options.entryPoints;
  if (!Array.isArray(entries)) return [];
  return entries.map((entry) => (typeof entry === "string" ? entry : entry.in));
}

async function buildBundle(name: string, options: BuildOptions): Promise<void> {
  const missing = entryFiles(options).filter((path) => !existsSync(inRoot(path)));
  if (missing.length > 0) throw new Error(`The ${name} bundle cannot be built: there is no ${missing.join(", ")}.`);
  const result = await build(options);
  // What each bundle holds, byte by byte: for size checks and for https://esbuild.github.io/analyze/.
  if (result.metafile) writeFileSync(inRoot("dist", `${name}.meta.json`), JSON.stringify(result.metafile));
}

/** The time of the newest file in a folder, in milliseconds; 0 when there is none. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), own.mtimeMs);
}

function buildCatalog(): void {
  const script = inRoot("scripts", "catalog.ts");
  if (!existsSync(script)) throw new Error("The catalog cannot be built: there is no scripts/catalog.ts.");
  const target = inRoot("dist", "catalog.json");
  const sources = [
    inRoot("src", "catalog"),
    inRoot("src", "assess"),
    inRoot("src", "identify"),
    inRoot("src", "detect", "filter.ts"),
    script,
  ];
  if (existsSync(target) && statSync(target).mtimeMs > Math.max(...sources.map(newest))) return;
  const result = spawnSync(process.execPath, ["--import", "tsx", script, "build"], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  if (result.status !== 0) throw new Error("The catalog could not be built (see above).");
}

/** Builds all of dist/. @throws {Error} naming the first part that could not be built. */
export async function buildAll(): Promise<void> {
  // First: a bundle may take the catalog in.
  buildCatalog();
  await Promise.all(Object.entries(bundles()).map(([name, options]) => buildBundle(name, options)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const start = performance.now();
  try {
    await buildAll();
    console.error(`Built dist/ in ${Math.round(performance.now() - start)} ms.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
