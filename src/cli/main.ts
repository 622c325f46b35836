import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { isMainThread } from "node:worker_threads";
import { parseCommandLine } from "./commandLine.ts";
import type { Environment, ExitCode } from "./environment.ts";

/** Where package.json and dist/ stand: above this file, whether it runs from dist/ or from the sources. */
function installationFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json")) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/**
 * Writes to a stream that may be closed at its other end at any time, as by `| head`: then there is nobody to tell, and no failure.
 * Anything else that keeps results from being written (a full disk) is one: an empty report must not pass for a clean one.
 */
function createWriter(stream: NodeJS.WriteStream): (text: string) => Promise<boolean> {
  let open = true;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    open = false;
    if (error.code === "EPIPE" || stream === process.stderr) return;
    process.exitCode = 2;
    process.stderr.write(`open-recipe: the results could not be written: ${error.message}\n`);
  });
  return (text) =>
    new Promise((resolve) => {
      if (open) stream.write(text, (error) => resolve(!error));
      else resolve(false);
    });
}

async function main(): Promise<ExitCode> {
  const print = createWriter(process.stdout);
  const sayText = createWriter(process.stderr);
  const commandLine = parseCommandLine(process.argv.slice(2));
  switch (commandLine.kind) {
    case "wrong-usage": {
      const { printable } = await import("./terminalText.ts");
      await sayText(`open-recipe: ${printable(commandLine.message)} (see open-recipe --help)\n`);
      return 2;
    }
    case "help": {
      const { helpText } = await import("./help.ts");
      await print(helpText(commandLine.topic));
      return 0;
    }
    case "version": {
      const { readFileSync } = await import("node:fs");
      await print(`${JSON.parse(readFileSync(join(installationFolder(), "package.json"), "utf8")).version}\n`);
      return 0;
    }
    case "run": {
      const { printable } = await import("./terminalText.ts");
      const { nodeFileSystem, toSlashes } = await import("./nodeFileSystem.ts");
      const { spareThreads, startScanThread } = await import("./scanThreads.ts");
      const catalogPath = join(installationFolder(), "dist", "catalog.json");
      const { projectRecords } = commandLine;
      const terminal = process.stdout.isTTY === true;
      const width = terminal ? Math.max(process.stdout.columns || 80, 40) : 80;
      const color = commandLine.color && terminal && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb";
      const workingDirectory = toSlashes(process.cwd());
      let said: Promise<unknown> = Promise.resolve();
      let faults: readonly string[] = [];
      const environment: Environment = {
        workingDirectory,
        fileSystem: nodeFileSystem,
        threads: {
          spare: spareThreads(),
          start: (format) => startScanThread(import.meta.filename, { catalogPath, workingDirectory, projectRecords, format, color, width }),
        },
        width,
        terminal,
        color,
        print,
        say: (line) => {
          said = sayText(`${printable(line)}\n`);
        },
        input: () => process.stdin,
        loadEngine: async () => {
          const { loadEngine } = await import("./loadEngine.ts");
          const project = projectRecords ? { fileSystem: nodeFileSystem, workingDirectory } : null;
          const loaded = await loadEngine(catalogPath, project);
          faults = loaded.faults;
          return loaded.engine;
        },
      };
      const { runCommand } = await import("./runCommand.ts");
      const code = await runCommand(commandLine.command, environment);
      // what could not be read is told after everything else
      faults.forEach(environment.say);
      await said;
      return faults.length > 0 ? 2 : code;
    }
  }
}

async function start(): Promise<ExitCode> {
  if (isMainThread) return main();
  const { runScanThread } = await import("./scanThreads.ts");
  await runScanThread();
  return 0;
}

start().then(
  (code) => {
    process.exitCode = Math.max(code, Number(process.exitCode ?? 0));
  },
  (error: unknown) => {
    process.exitCode = 2;
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`open-recipe: ${message.split("\n")[0]}\n`);
  },
);
