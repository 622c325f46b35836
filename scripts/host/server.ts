import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { HostParts } from "./parts.ts";

/** How a VS Code server is to be started. */
export interface ServerOptions {
  /** A folder for the server's data: its settings, logs and, if not said otherwise, its extensions. */
  readonly data: string;
  /** User settings, as in settings.json. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly extensions?: string;
  /** A secret that a browser must show in the address; without it, everyone on this machine is let in. */
  readonly token?: string;
  /** True: folders are not trusted, so that extensions run restricted. */
  readonly restricted?: boolean;
  /** True: the address may say which extension and tests to load. */
  readonly testDriver?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A running VS Code server. */
export interface Server {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  /** `127.0.0.1:PORT`, the authority of vscode-remote addresses. */
  readonly authority: string;
  /** What the server has printed so far. */
  readonly output: () => string;
  /** Settles when the server has ended, however it did. */
  readonly ended: Promise<void>;
  /** Ends the server and all its children; settles when they are gone. */
  readonly stop: () => Promise<void>;
}

/** Settings of every VS Code that we start: no advertising, no questions, nothing beside our own marks and actions. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  "chat.disableAIFeatures": true,
  "extensions.ignoreRecommendations": true,
  "git.openRepositoryInParentFolders": "never",
  "security.workspace.trust.startupPrompt": "never",
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
};

const startTimeout = 60_000;
const stopTimeout = 5_000;

/** Starts a VS Code server on a free port of 127.0.0.1 and waits until it listens. @throws {Error} with its output, when it does not. */
export async function startServer(parts: HostParts, options: ServerOptions): Promise<Server> {
  mkdirSync(join(options.data, "data", "User"), { recursive: true });
  writeFileSync(join(options.data, "data", "User", "settings.json"), JSON.stringify({ ...quietSettings, ...options.settings }, null, 2));
  const child = spawn(parts.node, [join(parts.vscode, "out", "server-main.js"), ...serverFlags(options)], {
    cwd: parts.vscode,
    env: { ...process.env, ...options.environment },
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own, so that its children (extension host, file watcher, terminals) can be ended with it.
    detached: process.platform !== "win32",
  });
  // A run that is ended from outside takes the server with it.
  const endWithUs = (): void => killGroup(child, "SIGKILL");
  process.once("exit", endWithUs);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => {
      // Its children outlive a server that crashed.
      endWithUs();
      process.off("exit", endWithUs);
      resolve();
    });
  });
  let output = "";
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const stop = async (): Promise<void> => {
    killGroup(child, "SIGTERM");
    const insist = setTimeout(() => killGroup(child, "SIGKILL"), stopTimeout);
    await ended;
    clearTimeout(insist);
  };
  try {
    const port = await listeningPort(child, () => output);
    return { address: `http://127.0.0.1:${port}`, authority: `127.0.0.1:${port}`, output: () => output, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serverFlags(options: ServerOptions): readonly string[] {
  const token = options.token === undefined ? ["--without-connection-token"] : ["--connection-token", options.token];
  return [
    "--host=127.0.0.1",
    "--port=0",
    ...token,
    "--accept-server-license-terms",
    "--telemetry-level=off",
    "--server-data-dir",
    options.data,
    ...(options.extensions === undefined ? [] : ["--extensions-dir", options.extensions]),
    ...(options.restricted ? [] : ["--disable-workspace-trust"]),
    ...(options.testDriver ? ["--enable-smoke-test-driver"] : []),
  ];
}

function listeningPort(child: ChildProcess, output: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`VS Code ${why}. It printed:\n${output()}`));
    const timer = setTimeout(() => fail("did not start within a minute"), startTimeout);
    child.once("error", (error) => fail(`could not be started: ${error.message}`));
    child.once("exit", (code) => fail(`ended with exit code ${code} while starting`));
    child.stdout?.on("data", () => {
      const port = /agent listening on (\d+)/.exec(output())?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
  });
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // The group has ended already.
  }
}
