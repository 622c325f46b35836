import type { Engine } from "../engine.ts";
import type { FileSystem } from "../project/fileSystem.ts";
import type { ScanCommand } from "./commandLine.ts";
import type { ScanThread } from "./scanFiles.ts";

/** Where threads come from that help with a scan. */
export interface EnvironmentThreads {
  /** how many there are to spare */
  readonly spare: number;
  /** Starts one that reports in a format, with its parts. */
  start<Part>(format: ScanCommand["format"]): ScanThread<Part>;
}

/** What a command sees of the process that it runs in. */
export interface Environment {
  /** absolute, with `/` */
  readonly workingDirectory: string;
  readonly fileSystem: FileSystem;
  /** threads that help with many files; null where there are none */
  readonly threads: EnvironmentThreads | null;
  /** columns of the terminal, 80 where there is none */
  readonly width: number;
  /** whether results go to a person's terminal, and not to a file or program */
  readonly terminal: boolean;
  readonly color: boolean;
  /** Writes results. Resolves when they have left this process; false when nobody reads them any more. */
  print(text: string): Promise<boolean>;
  /** Says one line to the person at the keyboard, apart from the results. */
  say(line: string): void;
  /** Standard input, as it comes in. */
  input(): AsyncIterable<Uint8Array>;
  /** Reads the catalog and makes the engine. @throws {Error} where the installation is incomplete. */
  loadEngine(): Promise<Engine>;
}

/** 0: done, nothing at or above the fail level. 1: findings at or above it. 2: wrong usage, or some input could not be read. */
export type ExitCode = 0 | 1 | 2;
