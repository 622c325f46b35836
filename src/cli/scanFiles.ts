import { findDocuments, type ProjectDocument, readDocument } from "../project/documents.ts";
import type { FileSystem } from "../project/fileSystem.ts";

/** What another thread saw in a file: no model is named there, some are, or the file is none that can be looked at. */
export type Sight = "nothing" | "something" | Exclude<ProjectDocument, { readonly kind: "document" }>;

/** A thread beside this one that looks through files. */
export interface ScanThread {
  /** Sends the paths of files to be looked at. */
  look(paths: readonly string[]): void;
  /** `listener` gets the answers, one for each {@link look}, in their order. */
  onSeen(listener: (seen: readonly Sight[]) => void): void;
  /** Calls `listener` when the thread is no more, and says why. */
  onEnd(listener: (problem: string) => void): void;
  /** Ends the thread. */
  end(): void;
}

/** Where threads come from. */
export interface ScanThreads {
  /** how many there are to spare */
  readonly spare: number;
  start(): ScanThread;
}

export interface Receiver {
  /** A file that has to be read and analysed here, or could not be. */
  document(document: ProjectDocument): void;
  /** Another thread has looked at a file, and there is nothing to tell. */
  nothing(): void;
  /** A thread ended before it had looked at `path`. */
  lost(path: string, problem: string): void;
}

/** A tree of more files starts its threads as soon as that shows. */
const manyFiles = 5000;

/** Milliseconds after which threads are started for a smaller tree, which must be of large files: to load the engine takes about as long. */
const patience = 300;

/** Files that are not worth a thread. */
const fewFiles = 200;

/** Files in one message: enough that the messages do not count. */
const batchSize = 48;

/** Messages that lie before a thread, so that it does not wait for the next one. */
const ahead = 3;

/**
 * Gives every document of `paths` to `receiver`, in no particular order. In a large tree other threads look through the files as well; those
 * that name no model, most of any tree, are never read here, and all that is told comes from this thread's own analysis. At most the paths of
 * a tree are kept in memory, and one file a thread.
 */
export async function scanFiles(
  fileSystem: FileSystem,
  paths: readonly string[],
  threads: ScanThreads | null,
  receiver: Receiver,
): Promise<void> {
  const waiting: string[] = [];
  const pool = threads === null || threads.spare < 1 ? null : createPool(threads, waiting, receiver);
  try {
    let found = 0;
    for await (const entry of findDocuments(fileSystem, paths)) {
      if (pool === null || entry.kind === "unreadable" || entry.named) {
        receiver.document(await readDocument(fileSystem, entry));
        continue;
      }
      waiting.push(entry.path);
      found++;
      if (found === manyFiles) pool.start();
      if (found > manyFiles && found % 256 === 0) await messages();
    }
    const start = performance.now();
    let isStarted = found >= manyFiles;
    for (;;) {
      if (!isStarted && waiting.length > fewFiles && performance.now() - start > patience) {
        isStarted = true;
        pool?.start();
      }
      const path = waiting.pop();
      if (path !== undefined) receiver.document(await readDocument(fileSystem, { kind: "file", path, named: false }));
      // what the threads have seen may have come in meanwhile
      const more = pool?.interesting.pop();
      if (more !== undefined) receiver.document(await readDocument(fileSystem, { kind: "file", path: more, named: false }));
      if (path === undefined && more === undefined) {
        if (pool === null || pool.isDone()) break;
        await pool.news();
      } else if (pool?.isDue()) {
        await messages();
      }
    }
  } finally {
    pool?.end();
  }
}

/** Lets what other threads have sent come in. */
function messages(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

interface Pool {
  start(): void;
  /** paths of files in which models are named */
  readonly interesting: string[];
  /** Whether it is time to look for messages. */
  isDue(): boolean;
  /** Whether nothing is expected any more. */
  isDone(): boolean;
  /** Resolves at the next message or end of a thread. */
  news(): Promise<void>;
  end(): void;
}

function createPool(threads: ScanThreads, waiting: string[], receiver: Receiver): Pool {
  const running = new Set<ScanThread>();
  const interesting: string[] = [];
  let outstanding = 0;
  let tell: (() => void) | null = null;
  let sinceMessages = 0;
  const told = (): void => {
    sinceMessages = 0;
    tell?.();
    tell = null;
  };

  const start = (): void => {
    let thread: ScanThread;
    try {
      thread = threads.start();
    } catch {
      // the system gives no more threads: this one does the work
      return;
    }
    const batches: (readonly string[])[] = [];
    const feed = (): void => {
      while (batches.length < ahead && waiting.length > 0) {
        const batch = waiting.splice(0, batchSize);
        batches.push(batch);
        outstanding++;
        thread.look(batch);
      }
    };
    running.add(thread);
    thread.onSeen((seen) => {
      const batch = batches.shift() ?? [];
      outstanding--;
      for (const [index, sight] of seen.entries()) {
        if (sight === "something") interesting.push(batch[index] ?? "");
        else if (sight === "nothing") receiver.nothing();
        else receiver.document(sight);
      }
      feed();
      told();
    });
    thread.onEnd((problem) => {
      if (!running.delete(thread)) return;
      outstanding -= batches.length;
      for (const path of batches.splice(0).flat()) receiver.lost(path, problem);
      told();
    });
    feed();
  };

  return {
    start: () => {
      for (let i = 0; i < threads.spare; i++) start();
    },
    interesting,
    isDue: () => running.size > 0 && ++sinceMessages % 16 === 0,
    isDone: () => outstanding === 0 && waiting.length === 0 && interesting.length === 0,
    news: () =>
      new Promise((resolve) => {
        tell = resolve;
      }),
    end: () => {
      for (const thread of running) thread.end();
      running.clear();
    },
  };
}
