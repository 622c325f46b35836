import { availableParallelism } from "node:os";
import { parentPort, Worker, workerData } from "node:worker_threads";
import type { ScanCommand } from "./commandLine.ts";
import { createReporter } from "./fileReport.ts";
import { loadEngine } from "./loadEngine.ts";
import { nodeFileSystem } from "./nodeFileSystem.ts";
import type { ScanThread } from "./scanFiles.ts";
import { scanJson } from "./scanJson.ts";
import { scanPretty } from "./scanPretty.ts";
import type { FileReport } from "./scanResult.ts";
import { createPaint } from "./terminalText.ts";

/** What a thread is started with. */
interface ThreadData {
  readonly catalogPath: string;
  readonly workingDirectory: string;
  readonly projectRecords: boolean;
  readonly format: ScanCommand["format"];
  readonly color: boolean;
  readonly width: number;
}

/** More threads than this only wait for the same disk, and each one loads the engine. */
const mostThreads = 6;

/**
 * How many threads there are to spare beside this one, on so many processors. One more processor is left to what compiles and collects garbage for
 * all of them: with two, a thread of its own makes every scan slower.
 */
export function spareThreads(processors: number = availableParallelism()): number {
  return Math.max(0, Math.min(processors - 2, mostThreads));
}

/** Starts a thread that runs `script` and does there what {@link runScanThread} does. `Part` is what the format's parts are. */
export function startScanThread<Part>(script: string, data: ThreadData): ScanThread<Part> {
  const worker = new Worker(script, { workerData: data });
  return {
    look: (paths) => worker.postMessage(paths),
    onReports: (listener) => worker.on("message", listener),
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

/** Looks at the files of each message, and answers with the reports, in their order. */
export async function runScanThread(): Promise<void> {
  const { catalogPath, workingDirectory, projectRecords, format, color, width } = workerData as ThreadData;
  const { engine } = await loadEngine(catalogPath, projectRecords ? { fileSystem: nodeFileSystem, workingDirectory } : null);
  const scanFormat = format === "json" ? scanJson : scanPretty({ paint: createPaint(color), width });
  const reporter = createReporter<unknown>(nodeFileSystem, workingDirectory, engine, scanFormat);
  parentPort?.on("message", async (paths: readonly string[]) => {
    const reports: FileReport<unknown>[] = [];
    for (const path of paths) reports.push(await reporter.onEntry({ kind: "file", path, named: false }));
    parentPort?.postMessage(reports);
  });
}
