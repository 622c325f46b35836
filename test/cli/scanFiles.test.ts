import assert from "node:assert/strict";
import { nodeFileSystem } from "../../src/cli/nodeFileSystem.ts";
import { type ScanThread, type ScanThreads, type Sight, scanFiles } from "../../src/cli/scanFiles.ts";
import { inTemporaryFolder } from "../project/temporaryFolder.ts";

/** Every file by what became of it. */
interface Outcome {
  readonly read: readonly string[];
  readonly skipped: readonly string[];
  readonly nothing: number;
  readonly lost: readonly string[];
}

async function outcomeOf(folder: string, threads: ScanThreads | null): Promise<Outcome> {
  const read: string[] = [];
  const skipped: string[] = [];
  const lost: string[] = [];
  let nothing = 0;
  const nameOf = (path: string): string => path.slice(folder.length + 1);
  await scanFiles(nodeFileSystem, [folder], threads, {
    document: (document) => (document.kind === "document" ? read : skipped).push(nameOf(document.path)),
    nothing: () => nothing++,
    lost: (path, problem) => lost.push(`${nameOf(path)}: ${problem}`),
  });
  return { read: read.sort(), skipped: skipped.sort(), nothing, lost: lost.sort() };
}

/** A thread that sees nothing in files named `none`, and answers in its own time. */
function createThread(deaths: number): ScanThread & { readonly looked: string[][] } {
  const looked: string[][] = [];
  let seen: (seen: readonly Sight[]) => void = () => {};
  let ended: (problem: string) => void = () => {};
  return {
    looked,
    look: (paths) => {
      looked.push([...paths]);
      if (looked.length === deaths) setTimeout(() => ended("out of memory"), 1);
      else if (deaths === 0) setTimeout(() => seen(paths.map((path) => (path.includes("none") ? "nothing" : "something"))), 1);
    },
    onSeen: (listener) => {
      seen = listener;
    },
    onEnd: (listener) => {
      ended = listener;
    },
    end: () => {},
  };
}

const tree = (files: number): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: files }, (_, i) => [`d${i % 7}/${i % 5 === 0 ? "some" : "none"}${i}.py`, "x = 1\n"]));

describe("scanFiles", () => {
  it("takes no other thread for few files", () =>
    inTemporaryFolder(tree(60), async (folder) => {
      const start = (): ScanThread => assert.fail("started a thread");
      const { read, nothing } = await outcomeOf(folder, { spare: 3, start });
      assert.equal(read.length, 60);
      assert.equal(nothing, 0);
    }));

  it("reads here what other threads have seen something in, and loses and doubles nothing", () =>
    inTemporaryFolder(tree(5600), async (folder) => {
      const alone = await outcomeOf(folder, null);
      const threads = [createThread(0), createThread(0)];
      const left = [...threads];
      const shared = await outcomeOf(folder, { spare: 2, start: () => left.pop() ?? assert.fail("one thread too many") });
      assert.equal(alone.read.length, 5600);
      assert.deepEqual([...new Set(shared.read)], shared.read);
      assert.equal(shared.read.length + shared.nothing, 5600);
      assert.deepEqual(
        shared.read.filter((name) => name.includes("some")),
        alone.read.filter((name) => name.includes("some")),
      );
      const looked = threads.flatMap((thread) => thread.looked.flat());
      assert.equal(looked.length > 0 && new Set(looked).size === looked.length, true);
    }));

  it("tells which files were lost with a thread, and goes on without it", () =>
    inTemporaryFolder(tree(5600), async (folder) => {
      const thread = createThread(2);
      const { read, nothing, lost } = await outcomeOf(folder, { spare: 1, start: () => thread });
      assert.equal(nothing, 0);
      assert.equal(read.length + lost.length, 5600);
      assert.deepEqual(
        lost,
        thread.looked
          .flat()
          .map((path) => `${path.slice(folder.length + 1)}: out of memory`)
          .sort(),
      );
    }));

  it("does without threads where the system gives none", () =>
    inTemporaryFolder(tree(5100), async (folder) => {
      const start = (): ScanThread => {
        throw new Error("too many threads");
      };
      assert.equal((await outcomeOf(folder, { spare: 1, start })).read.length, 5100);
    }));
});
