import type { Eventually } from "../project/fileSystem.ts";
import type { WalkEntry } from "../project/walk.ts";
import type { FileReport } from "./scanResult.ts";

/** A thread beside this one that looks at files. */
export interface ScanThread<Part> {
  /** Sends the paths of files to be looked at. */
  look(paths: readonly string[]): void;
  /** `listener` gets the answers, one for each {@link look}, in their order. */
  onReports(listener: (reports: readonly FileReport<Part>[]) => void): void;
  /** Calls `listener` when the thread is no more, and says why. */
  onEnd(listener: (problem: string) => void): void;
  /** Ends the thread. */
  end(): void;
}

/** Where threads come from. */
export interface ScanThreads<Part> {
  /** how many there are to spare */
  readonly spare: number;
  start(): ScanThread<Part>;
}

/** A tree of more files starts its threads while it is still walked. */
const manyFiles = 8000;

/** Milliseconds of work that must lie ahead for threads to be started later on: to load the engine takes each of them half of that. */
const worthThreads = 500;

/** Milliseconds of work from which is told how much lies ahead; those before it, in which all is done for the first time, take several times as long. */
const sample = 80;

/** Milliseconds after which this thread looks for messages of others. */
const patience = 10;

/** Files in one message: enough that the messages do not count, and few enough that all threads end at nearly the same time. */
const batchSize = 32;

/** Messages that lie before a thread, so that it does not wait for the next one. */
const ahead = 2;

/** Tells of a file. Other threads do the same. */
type ReportOn<Part> = (entry: WalkEntry) => Eventually<FileReport<Part>>;

/**
 * Gives a report on each of `entries` to `receive`, in no particular order: from `reportOn`, and in a large tree from other threads, too. At
 * most the paths of a tree are kept in memory, and one file a thread.
 */
export async function scanFiles<Part>(
  entries: AsyncIterable<WalkEntry>,
  reportOn: ReportOn<Part>,
  threads: ScanThreads<Part> | null,
  receive: (report: FileReport<Part>) => void,
): Promise<void> {
  const waiting: string[] = [];
  const pool = createPool(threads, waiting, receive);
  try {
    let found = 0;
    for await (const entry of entries) {
      if (entry.kind === "unreadable" || entry.named) {
        receive(await reportOn(entry));
        continue;
      }
      waiting.push(entry.path);
      if (++found === manyFiles) pool.start();
      if (found > manyFiles && found % 256 === 0) await messages();
    }
    let last = performance.now();
    let sampled = { from: last, files: 0, isFirst: true };
    for (;;) {
      const path = waiting.pop();
      const entry: WalkEntry | undefined = path === undefined ? pool.lost.pop() : { kind: "file", path, named: false };
      if (entry === undefined) {
        if (pool.isDone()) break;
        await pool.news();
        continue;
      }
      receive(await reportOn(entry));
      sampled.files++;
      const now = performance.now();
      const spent = now - sampled.from;
      if (spent > sample) {
        if (!sampled.isFirst && (spent / sampled.files) * waiting.length > worthThreads) pool.start();
        sampled = { from: now, files: 0, isFirst: false };
      }
      if (now - last > patience) {
        await messages();
        last = now;
      }
    }
  } finally {
    pool.end();
  }
}

/** Lets what other threads have sent come in. */
function messages(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

interface Pool {
  /** Starts the threads, unless they are. */
  start(): void;
  /** files that a thread was given, and ended before it had answered */
  readonly lost: WalkEntry[];
  /** Whether nothing is expected any more. */
  isDone(): boolean;
  /** Resolves at the next message or end of a thread. */
  news(): Promise<void>;
  end(): void;
}

function createPool<Part>(threads: ScanThreads<Part> | null, waiting: string[], receive: (report: FileReport<Part>) => void): Pool {
  const running = new Set<ScanThread<Part>>();
  const lost: WalkEntry[] = [];
  let isStarted = false;
  let outstanding = 0;
  let tell: (() => void) | null = null;
  const told = (): void => {
    tell?.();
    tell = null;
  };

  const startOne = ({ start }: ScanThreads<Part>): void => {
    let thread: ScanThread<Part>;
    try {
      thread = start();
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
    thread.onReports((reports) => {
      batches.shift();
      outstanding--;
      reports.forEach(receive);
      feed();
      told();
    });
    thread.onEnd((problem) => {
      if (!running.delete(thread)) return;
      outstanding -= batches.length;
      for (const path of batches.splice(0).flat())
        lost.push({ kind: "unreadable", path, named: true, problem: `its thread was lost: ${problem}` });
      told();
    });
    feed();
  };

  return {
    start: () => {
      if (isStarted || threads === null) return;
      isStarted = true;
      for (let i = 0; i < threads.spare; i++) startOne(threads);
    },
    lost,
    isDone: () => outstanding === 0,
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
