// Checks the catalog's YAML files, and builds the index from them.
//
//   npx tsx scripts/catalog.ts check           faults as `file:line: message` on stderr; exit 1 where there are any
//   npx tsx scripts/catalog.ts build           the same, then writes dist/catalog.json
//   npx tsx scripts/catalog.ts compare DIR     what OSAI, MOT, os-ai-map and models.dev say otherwise; exit 1 while the records do not answer
//   npx tsx scripts/catalog.ts export [DIR]    CSV and JSON for others to use, into DIR (default dist/catalog-export)
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { LineCounter, parseDocument } from "yaml";
import { checkCatalog } from "../src/catalog/check.ts";
import { type CatalogFile, type CompiledCatalog, compileCatalog } from "../src/catalog/compile.ts";
import { writeIndex } from "../src/catalog/indexFile.ts";
import { openCatalog } from "../src/catalog/open.ts";
import type { CatalogIndex } from "../src/catalog/record.ts";
import { datasetsFileSchema, licensesFileSchema, modelsFileSchema } from "../src/catalog/schema.ts";
import { type Keys, offsetOf } from "../src/project/yamlPlaces.ts";
import { compareClaims, comparisonReport } from "./catalog/compare.ts";
import { exportCatalog } from "./catalog/export.ts";
import { readReferences } from "./catalog/references.ts";

export interface LocatedFault {
  readonly severity: "fault" | "warning";
  readonly path: string;
  /** counts from 1 */
  readonly line: number;
  readonly message: string;
}

export interface CheckedCatalog {
  readonly compiled: CompiledCatalog;
  readonly faults: readonly LocatedFault[];
}

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
const validators: Readonly<Record<CatalogFile["kind"], ValidateFunction>> = {
  models: ajv.compile(modelsFileSchema),
  datasets: ajv.compile(datasetsFileSchema),
  licenses: ajv.compile(licensesFileSchema),
};

interface ReadFile {
  readonly file: CatalogFile | null;
  readonly lineOf: (keys: Keys) => number;
  readonly faults: readonly LocatedFault[];
}

/** Reads one file. `file` is null where its content is not of the schema: the rest of the check would only stumble. */
export function readCatalogFile(kind: CatalogFile["kind"], path: string, text: string): ReadFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (keys: Keys): number => lines.linePos(offsetOf(document, keys)).line;
  const fault = (line: number, message: string): LocatedFault => ({ severity: "fault", path, line, message });
  const syntax = [...document.errors, ...document.warnings].map((error) =>
    fault(error.linePos?.[0].line ?? 1, error.message.split("\n")[0] ?? error.message),
  );
  if (syntax.length > 0) return { file: null, lineOf, faults: syntax };
  const content: unknown = document.toJS();
  const validate = validators[kind];
  if (!validate(content)) {
    const faults = (validate.errors ?? [])
      .filter((error) => error.keyword !== "anyOf")
      .map((error) => {
        const keys = [...error.instancePath.split("/").slice(1).map(unescapePointer), ...unknownKey(error)];
        return fault(lineOf(keys), `${keys.join(".")}: ${describe(error)}`);
      });
    return { file: null, lineOf, faults: unique(faults) };
  }
  // the schema has proved the shape
  const file = { kind, path, id: basename(path, ".yaml"), content } as CatalogFile;
  return { file, lineOf, faults: [] };
}

/** Reads and checks all files; `today` is `YYYY-MM-DD`. Records of files with faults are left out of the index. */
export function checkFiles(
  files: readonly { readonly kind: CatalogFile["kind"]; readonly path: string; readonly text: string }[],
  today: string,
): CheckedCatalog {
  const read = files.map(({ kind, path, text }) => ({ path, ...readCatalogFile(kind, path, text) }));
  const compiled = compileCatalog(read.flatMap(({ file }) => (file ? [file] : [])));
  const faults = read.flatMap((one) => one.faults);
  // with a file left out, what others refer to would seem to be missing
  const complete = read.every(({ file }) => file !== null);
  const lineOf = new Map(read.map((one) => [one.path, one.lineOf]));
  for (const found of checkCatalog(compiled, today)) {
    if (!complete && / no (model|dataset) record | is not in licenses\.yaml$/.test(found.message)) continue;
    faults.push({ severity: found.severity, path: found.path, line: lineOf.get(found.path)?.(found.keys) ?? 1, message: found.message });
  }
  faults.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
  return { compiled, faults };
}

function unescapePointer(part: string): string | number {
  return /^\d+$/.test(part) ? Number(part) : part.replaceAll("~1", "/").replaceAll("~0", "~");
}

function unknownKey(error: ErrorObject): Keys {
  const key: unknown = error.params["additionalProperty"];
  return typeof key === "string" ? [key] : [];
}

function describe(error: ErrorObject): string {
  if (error.keyword === "additionalProperties") return "unknown key";
  if (error.keyword === "enum") return `must be one of ${(error.params["allowedValues"] as readonly unknown[]).join(", ")}`;
  return error.message ?? error.keyword;
}

function unique(faults: readonly LocatedFault[]): readonly LocatedFault[] {
  return [...new Map(faults.map((fault) => [`${fault.line} ${fault.message}`, fault])).values()];
}

const root = fileURLToPath(new URL("..", import.meta.url));

/** Reads the project's own files. */
export function checkProject(today: string): CheckedCatalog {
  const folder = join(root, "src", "catalog");
  const inFolder = (kind: "models" | "datasets") =>
    readdirSync(join(folder, kind))
      .filter((file) => file.endsWith(".yaml"))
      .sort()
      .map((file) => ({ kind, file: join(folder, kind, file) }));
  const files = [...inFolder("models"), ...inFolder("datasets"), { kind: "licenses" as const, file: join(folder, "licenses.yaml") }];
  return checkFiles(
    files.map(({ kind, file }) => ({ kind, path: relative(root, file).replaceAll("\\", "/"), text: readFileSync(file, "utf8") })),
    today,
  );
}

const usage = "usage: catalog.ts check | build | compare DIR | export [DIR]";

type Command = { readonly kind: "check" | "build" } | { readonly kind: "compare" | "export"; readonly folder: string };

/** The command that the arguments give, or null where they give none. */
export function readCommand(args: readonly string[]): Command | null {
  const [kind, folder, ...rest] = args;
  if (rest.length > 0) return null;
  if ((kind === "check" || kind === "build") && folder === undefined) return { kind };
  if (kind === "compare" && folder !== undefined) return { kind, folder: resolve(folder) };
  if (kind === "export") return { kind, folder: folder === undefined ? join(root, "dist", "catalog-export") : resolve(folder) };
  return null;
}

/** Checks and tells, then does what it was asked to, where the records have no faults. Returns the exit code. */
function main(args: readonly string[]): number {
  const command = readCommand(args);
  if (command === null) {
    console.error(usage);
    return 2;
  }
  const { compiled, faults } = checkProject(new Date().toISOString().slice(0, 10));
  for (const { severity, path, line, message } of faults) {
    console.error(`${path}:${line}: ${severity === "warning" ? "warning: " : ""}${message}`);
  }
  const { models, datasets, licenses } = compiled.index;
  const count = faults.filter(({ severity }) => severity === "fault").length;
  const total = `catalog: ${models.length} models, ${datasets.length} datasets, ${licenses.length} licences; ${count} faults`;
  if (command.kind === "compare") console.error(total);
  else console.log(total);
  if (count > 0) return 1;
  switch (command.kind) {
    case "check":
      return 0;
    case "build":
      mkdirSync(join(root, "dist"), { recursive: true });
      writeFileSync(join(root, "dist", "catalog.json"), writeIndex(compiled.index));
      return 0;
    case "export":
      writeExport(command.folder, compiled.index);
      return 0;
    case "compare":
      return compareWith(command.folder, compiled.index);
  }
}

function writeExport(folder: string, index: CatalogIndex): void {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string };
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of exportCatalog(index, version)) {
    writeFileSync(join(folder, name), text);
    console.log(`wrote ${join(folder, name)}`);
  }
}

/** Prints the disagreements. 1 while some are open; 2 where something could not be read. */
function compareWith(folder: string, index: CatalogIndex): number {
  const { claims, faults } = readReferences(folder);
  const comparison = compareClaims(claims, openCatalog(index), index.licenses);
  for (const line of comparisonReport(comparison)) console.log(line);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) return 2;
  return comparison.disagreements.some(({ answered }) => !answered) ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
