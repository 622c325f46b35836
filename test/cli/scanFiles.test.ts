import assert from "node:assert/strict";
import { nodeFileSystem } from "../../src/cli/nodeFileSystem.ts";
import { type ScanThread, type ScanThreads, scanFiles } from "../../src/cli/scanFiles.ts";
import type { FileReport } from "../../src/cli/scanResult.ts";
import { findDocuments } from "../../src/project/documents.ts";
import type { WalkEntry } from "../../src/project/walk.ts";
import { inTemporaryFolder } from "../project/temporaryFolder.ts";

/** A report tells who made it. */
type Maker = "here" | "other thread";

const found = (path: string, part: Maker): FileReport<Maker> => ({ kind: "found", file: path, strongest: null, part });

/** Finds models in every file, unless it cannot be read. */
const reportHere = (entry: WalkEntry): FileReport<Maker> =>
  entry.kind === "unreadable" ? { kind: "failed", file: entry.path, reason: entry.problem } : found(entry.path, "here");

async function reportsOf(folder: string, threads: ScanThreads<Maker> | null): Promise<readonly FileReport<Maker>[]> {
  const reports: FileReport<Maker>[] = [];
  await scanFiles(findDocuments(nodeFileSystem, [folder]), reportHere, threads, (report) => reports.push(report));
  return reports;
}

const filesOf = (reports: readonly FileReport<Maker>[]): readonly string[] =>
  reports.map((report) => (report.kind === "nothing" ? "" : report.file)).sort();

const madeBy = (maker: Maker, reports: readonly FileReport<Maker>[]): readonly string[] =>
  filesOf(reports.filter((report) => report.kind === "found" && report.part === maker));

/** A thread that answers in its own time; at its `deaths`th message it ends instead, and has answered none before. */
function createThread(deaths = 0): ScanThread<Maker> & { readonly looked: string[][]; ended(): boolean } {
  const looked: string[][] = [];
  let answer: (reports: readonly FileReport<Maker>[]) => void = () => {};
  let die: (problem: string) => void = () => {};
  let isEnded = false;
  return {
    looked,
    ended: () => isEnded,
    look: (paths) => {
      looked.push([...paths]);
      if (looked.length === deaths) setTimeout(() => die("out of memory"), 1);
      else if (deaths === 0) setTimeout(() => answer(paths.map((path) => found(path, "other thread"))), 1);
    },
    onReports: (listener) => {
      answer = listener;
    },
    onEnd: (listener) => {
      die = listener;
    },
    end: () => {
      isEnded = true;
    },
  };
}

const tree = (files: number): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: files }, (_, i) => [`d${i % 7}/${i}.py`, "x = 1\n"]));

describe("scanFiles", () => {
  it("takes no other thread for few files", () =>
    inTemporaryFolder(tree(60), async (folder) => {
      const start = (): ScanThread<Maker> => assert.fail("started a thread");
      assert.equal(madeBy("here", await reportsOf(folder, { spare: 3, start })).length, 60);
    }));

  it("shares many files with other threads, loses and doubles none, and ends the threads", () =>
    inTemporaryFolder(tree(8600), async (folder) => {
      const alone = await reportsOf(folder, null);
      const threads = [createThread(), createThread()];
      const left = [...threads];
      const shared = await reportsOf(folder, { spare: 2, start: () => left.pop() ?? assert.fail("one thread too many") });
      assert.equal(alone.length, 8600);
      assert.deepEqual(filesOf(shared), filesOf(alone));
      assert.deepEqual(madeBy("other thread", shared), threads.flatMap(({ looked }) => looked.flat()).sort());
      assert.ok(threads.every(({ looked, ended }) => looked.length > 0 && ended()));
    }));

  it("tells which files were lost with a thread, and goes on without it", () =>
    inTemporaryFolder(tree(8600), async (folder) => {
      const thread = createThread(2);
      const reports = await reportsOf(folder, { spare: 1, start: () => thread });
      const lost = reports.filter((report) => report.kind === "failed");
      assert.equal(reports.length, 8600);
      assert.equal(madeBy("here", reports).length + lost.length, 8600);
      assert.deepEqual(filesOf(lost), thread.looked.flat().sort());
      assert.equal(lost[0]?.kind === "failed" && lost[0].reason, "its thread was lost: out of memory");
    }));

  it("does without threads where the system gives none", () =>
    inTemporaryFolder(tree(8100), async (folder) => {
      const start = (): ScanThread<Maker> => {
        throw new Error("too many threads");
      };
      assert.equal(madeBy("here", await reportsOf(folder, { spare: 1, start })).length, 8100);
    }));
});
