// Compares what the scanner sees in real files with what grammars and libraries see in them.
//
//   npx tsx scripts/differential.ts [--show N] [--only ID] [--most N] TREE ...
//
// Code: every string of a Lezer grammar, with its range and whether something is filled in, and no other. Configuration: every
// plausible value of the `yaml`, `smol-toml` and `jsonc-parser` libraries as a candidate, and no candidate outside of a value.
// Prints a table; exit 1 where anything disagrees. Files that a grammar or library does not understand itself are counted
// apart: it may be wrong there. --show prints N disagreements of each kind and language, --most takes N files of each language and tree.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { literalsOf } from "../src/detect/scanner.ts";
import { compareLiterals, compareValues, type Disagreement } from "./differential/compare.ts";
import { grammarOf, seenBy } from "./differential/grammars.ts";
import { libraryOf } from "./differential/values.ts";

/** Larger files are generated. */
const largestFile = 300_000;

/** What comparing a file gave; `broken`: the grammar does not understand it. */
interface Comparison {
  readonly id: string;
  readonly strings: number;
  readonly broken: boolean;
  readonly disagreements: readonly Disagreement[];
}

function compareFile(path: string, text: string): Comparison | null {
  const grammar = grammarOf(path);
  if (grammar !== null) {
    const { id, profile } = grammar;
    const seen = seenBy(grammar, text);
    const disagreements = compareLiterals(text, seen, literalsOf(text, profile));
    return { id, strings: seen.strings.length, broken: seen.broken !== null, disagreements };
  }
  const library = libraryOf(path);
  if (library === null) return null;
  const { id } = library;
  const values = library.read(text);
  if (values === null) return { id, strings: 0, broken: true, disagreements: [] };
  return { id, strings: values.length, broken: false, disagreements: compareValues(values, library.format.detect(text).candidates) };
}

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && entry.name !== ".git" && entry.name !== "node_modules") yield* filesIn(path);
  }
}

interface Tally {
  files: number;
  strings: number;
  readonly kinds: Map<Disagreement["kind"], number>;
}

/** Of the files that the grammar understands, and of the others. */
interface Tallies {
  readonly whole: Tally;
  readonly broken: Tally;
}

const newTally = (): Tally => ({ files: 0, strings: 0, kinds: new Map() });

function kindsText({ kinds }: Tally): string {
  return kinds.size === 0 ? "none" : [...kinds].map(([kind, number]) => `${kind} ${number}`).join(", ");
}

/** The line that holds a disagreement, as `path:line: kind: "string" in line`. */
function described(path: string, text: string, { kind, at, end }: Disagreement): string {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const line = text.slice(start, Math.min(start + 160, `${text}\n`.indexOf("\n", start))).trim();
  return `${path}:${text.slice(0, at).split("\n").length}: ${kind}: ${JSON.stringify(text.slice(at, Math.min(end, at + 60)))} in ${line}`;
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      show: { type: "string", default: "0" },
      only: { type: "string" },
      most: { type: "string", default: String(Number.MAX_SAFE_INTEGER) },
    },
  });
  const [show, most] = [Number(values.show), Number(values.most)];
  if (positionals.length === 0) throw new Error("Usage: npx tsx scripts/differential.ts [--show N] [--only ID] [--most N] TREE ...");
  const tallies = new Map<string, Tallies>();
  for (const tree of positionals) {
    const taken = new Map<string, number>();
    for (const path of filesIn(tree)) {
      const id = (grammarOf(path) ?? libraryOf(path))?.id;
      const count = taken.get(id ?? "") ?? 0;
      if (id === undefined || count >= most || (values.only !== undefined && values.only !== id)) continue;
      const bytes = readFileSync(path);
      if (bytes.length > largestFile || bytes.includes(0)) continue;
      taken.set(id, count + 1);
      // as an editor shows it: without the byte order mark
      const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
      const comparison = compareFile(path, text);
      if (comparison === null) continue;
      const both = tallies.get(id) ?? { whole: newTally(), broken: newTally() };
      tallies.set(id, both);
      const tally = comparison.broken ? both.broken : both.whole;
      tally.files++;
      tally.strings += comparison.strings;
      for (const disagreement of comparison.disagreements) {
        const number = (tally.kinds.get(disagreement.kind) ?? 0) + 1;
        tally.kinds.set(disagreement.kind, number);
        if (number <= show) console.log(`${comparison.broken ? "(not understood) " : ""}${described(path, text, disagreement)}`);
      }
    }
  }
  console.log("| language | files | strings | disagreements | files not understood | strings | disagreements |");
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const [id, { whole, broken }] of tallies) {
    const cells = [whole, broken].flatMap((tally) => [tally.files, tally.strings, kindsText(tally)]);
    console.log(`| ${id} | ${cells.join(" | ")} |`);
    if (whole.kinds.size > 0) process.exitCode = 1;
  }
}

main();
