import { availableParallelism } from "node:os";
import { parentPort, Worker, workerData } from "node:worker_threads";
import type { Engine } from "../engine.ts";
import { readDocument } from "../project/documents.ts";
import { loadEngine } from "./loadEngine.ts";
import { nodeFileSystem } from "./nodeFileSystem.ts";
import { displayPath } from "./paths.ts";
import type { ScanThread, Sight } from "./scanFiles.ts";

/** What a thread is started with. */
interface ThreadData {
  readonly catalogPath: string;
  readonly workingDirectory: string;
  readonly projectRecords: boolean;
}

/** More threads than this only wait for the same disk, and each one loads the engine. */
const mostThreads = 6;

/** How many threads there are to spare beside this one. */
export function spareThreads(): number {
  return Math.min(availableParallelism() - 1, mostThreads);
}

/** Starts a thread that runs `script` and does there what {@link runScanThread} does. */
export function startScanThread(script: string, data: ThreadData): ScanThread {
  const worker = new Worker(script, { workerData: data });
  return {
    look: (paths) => worker.postMessage(paths),
    onSeen: (listener) => worker.on("message", listener),
    onEnd: (listener) => {
      let problem: string | null = null;
      worker.on("error", (error: unknown) => {
        problem = error instanceof Error ? error.message : String(error);
      });
      worker.on("exit", (code) => listener(problem ?? `it ended with code ${code}`));
    },
    end: () => {
      void worker.terminate();
    },
  };
}

/** Looks at the files of each message, and answers with what it saw, in their order. */
export async function runScanThread(): Promise<void> {
  const { catalogPath, workingDirectory, projectRecords } = workerData as ThreadData;
  const { engine } = await loadEngine(catalogPath, projectRecords ? { fileSystem: nodeFileSystem, workingDirectory } : null);
  parentPort?.on("message", async (paths: readonly string[]) => {
    const seen: Sight[] = [];
    for (const path of paths) seen.push(await lookAt(path, engine, workingDirectory));
    parentPort?.postMessage(seen);
  });
}

async function lookAt(path: string, engine: Engine, workingDirectory: string): Promise<Sight> {
  const document = await readDocument(nodeFileSystem, { kind: "file", path, named: false });
  if (document.kind !== "document") return document;
  try {
    const { references } = engine.analyze({ path: displayPath(workingDirectory, path), text: document.content.text });
    return references.length === 0 ? "nothing" : "something";
  } catch {
    // the thread that prints fails with it, too, and tells
    return "something";
  }
}
