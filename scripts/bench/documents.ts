// What scripts/bench.ts runs in a process of its own, bundled as for the package: the engine over documents. Prints JSON.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { readIndex } from "../../src/catalog/indexFile.ts";
import { openSource } from "../../src/catalog/open.ts";
import { createEngine } from "../../src/createEngine.ts";
import { formatOf, formats } from "../../src/detect/formats.ts";
import { type Analysis, defaultLintOptions } from "../../src/engine.ts";
import { hostileTexts, plainDocuments } from "./texts.ts";

/** What the process prints. */
export interface DocumentFigures {
  /** MB a second of detection, by format */
  readonly throughput: Readonly<Record<string, number>>;
  /** milliseconds of the analyses of a document of 10,000 lines after each of many keystrokes in an editor, by file name and way of typing */
  readonly keystrokes: Readonly<Record<string, readonly number[]>>;
  /** milliseconds a MB, by format and kind of text */
  readonly hostile: readonly { readonly format: string; readonly text: string; readonly perMegabyte: number; readonly growth: number }[];
}

const keystrokes = 300;
const warmUp = 40;
const hostileLength = 256 * 1024;

const [, , catalogPath = "", ...fixturePaths] = process.argv;
const decoder = new TextDecoder();
const engine = createEngine(openSource(readIndex(readFileSync(catalogPath), (bytes) => decoder.decode(bytes))));

/** Milliseconds of processor time, all threads: what others do on the machine meanwhile does not count. */
function timed(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Milliseconds as the editor waits for them: what collects garbage or compiles beside it does not count, what others do on the machine does. */
function waited(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

function throughput(): Record<string, number> {
  const texts = new Map<string, string>();
  for (const path of fixturePaths) {
    const format = formatOf({ path: basename(path) });
    if (format) texts.set(format.id, `${texts.get(format.id) ?? ""}${readFileSync(path, "utf8").replaceAll(/[«»]|\{[a-z-]+\}/g, "")}\n`);
  }
  const speeds: Record<string, number> = {};
  for (const format of formats) {
    const sample = texts.get(format.id);
    // a notebook is one JSON value: more of it is not several in a row
    if (sample === undefined || format.id === "jupyter") continue;
    const text = sample.repeat(Math.ceil(400_000 / sample.length));
    const times = Array.from({ length: 7 }, () => timed(() => format.detect(text)));
    speeds[format.id] = text.length / 1000 / Math.min(...times);
  }
  return speeds;
}

/** Keys, and what an editor that closes brackets and quotes writes for them. */
const keys: Readonly<Record<string, string>> = { x: "x", '"': '""', "'": "''", "(": "()", "{": "{}", " ": " ", "\n": "\n", "#": "#" };

/** A session: at places all over the document a key is hit, and that is taken back, each a keystroke after which the editor asks again. */
function typed(): Record<string, number[]> {
  const figures: Record<string, number[]> = {};
  for (const [path, text] of Object.entries(plainDocuments(10_000))) {
    for (const [typing, writtenFor] of [
      ["", (key: string) => keys[key] ?? key],
      [", brackets and quotes typed alone", (key: string) => key],
    ] as const) {
      let analysis: Analysis | null = null;
      const ask = (asked: string): void => {
        analysis = engine.analyze({ path, text: asked }, defaultLintOptions, analysis);
      };
      for (let i = 0; i < 20; i++) engine.analyze({ path, text });
      ask(text);
      const times: number[] = [];
      let seed = 7;
      for (let i = 0; i < warmUp + keystrokes; i++) {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        const at = seed % text.length;
        const written = writtenFor(Object.keys(keys)[i % 8] ?? "");
        for (const next of [`${text.slice(0, at)}${written}${text.slice(at)}`, text]) {
          // the editor's text is flat, and another string each time
          const flat = Buffer.from(next).toString();
          times.push(waited(() => ask(flat)));
        }
      }
      figures[`${path}${typing}`] = times.slice(2 * warmUp);
    }
  }
  return figures;
}

function hostile(): DocumentFigures["hostile"] {
  const figures: DocumentFigures["hostile"][number][] = [];
  for (const format of formats) {
    for (const [name, make] of Object.entries(hostileTexts)) {
      const small = make(hostileLength / 4);
      const large = make(hostileLength);
      const once = (text: string): number => Math.min(...[0, 1, 2].map(() => timed(() => format.detect(text))));
      const [little, much] = [once(small), once(large)];
      figures.push({ format: format.id, text: name, perMegabyte: (much * 1e6) / large.length, growth: much / Math.max(little, 0.05) });
    }
  }
  return figures;
}

process.stdout.write(JSON.stringify({ throughput: throughput(), keystrokes: typed(), hostile: hostile() } satisfies DocumentFigures));
