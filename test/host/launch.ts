import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { type Browser, startBrowser } from "../../scripts/host/browser.ts";
import { type HostParts, hostParts } from "../../scripts/host/parts.ts";
import { type Server, startServer } from "../../scripts/host/server.ts";
import { inRoot, root } from "../../scripts/root.ts";
import { environmentNames, type ResultLine, readResults } from "./results.ts";
import { type Session, sessions } from "./sessions.ts";

/** How many tests passed and failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** A session made ready: its folders copied, its suites found. */
export interface PreparedSession {
  readonly session: Session;
  /** A fresh temporary folder for all that the session writes. */
  readonly folder: string;
  /** What to open: a folder, or a .code-workspace file. */
  readonly workspace: string;
  readonly resultsFile: string;
  /** The environment of the extension host. */
  readonly environment: Readonly<Record<string, string>>;
}

const sessionTimeout = 180_000;

/** The user's settings in the tests: a suite serves documents of Git's scheme itself, which VS Code's own extension would do. */
export const testSettings: Readonly<Record<string, unknown>> = { "git.enabled": false };

function suiteNames(): readonly string[] {
  return readdirSync(inRoot("test", "host", "suites"))
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => basename(name, ".test.ts"))
    .sort();
}

function suitesOf(session: Session): readonly string[] {
  const all = suiteNames();
  if (session.suites !== "rest") {
    const missing = session.suites.filter((name) => !all.includes(name));
    if (missing.length > 0) throw new Error(`Session "${session.name}" names suites that do not exist: ${missing.join(", ")}.`);
    return session.suites;
  }
  const elsewhere = new Set(sessions.flatMap(({ suites }) => (suites === "rest" ? [] : suites)));
  // The smoke suite runs everywhere.
  return all.filter((name) => name === "smoke" || !elsewhere.has(name));
}

function prepare(session: Session): PreparedSession {
  const suites = suitesOf(session);
  // Real path: on some systems the temporary folder is a link, and VS Code reports files where they really lie.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "open-recipe-")));
  const copies = session.folders.map((source) => {
    const copy = join(folder, "workspace", basename(source));
    cpSync(inRoot(source), copy, { recursive: true });
    return copy;
  });
  const [only] = copies;
  const resultsFile = join(folder, "results.jsonl");
  const environment = { [environmentNames.suites]: suites.join(","), [environmentNames.results]: resultsFile };
  if (only !== undefined && copies.length === 1) return { session, folder, workspace: only, resultsFile, environment };
  const workspace = join(folder, "workspace", "tests.code-workspace");
  writeFileSync(workspace, JSON.stringify({ folders: copies.map((path) => ({ path })) }));
  return { session, folder, workspace, resultsFile, environment };
}

/** Runs each session with a launcher that starts VS Code and settles when it has ended; prints and counts the results. */
export async function runSessions(launch: (prepared: PreparedSession) => Promise<void>): Promise<Counts> {
  let passed = 0;
  let failed = 0;
  for (const session of sessions) {
    const start = performance.now();
    const counts = await runSession(session, launch);
    passed += counts.passed;
    failed += counts.failed;
    console.log(`    (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  }
  return { passed, failed };
}

async function runSession(session: Session, launch: (prepared: PreparedSession) => Promise<void>): Promise<Counts> {
  console.log(`  ${session.name}`);
  let prepared: PreparedSession | null = null;
  let failure: unknown = null;
  try {
    prepared = prepare(session);
    await launch(prepared);
  } catch (error) {
    failure = error;
  }
  const lines = prepared === null ? [] : readResults(prepared.resultsFile);
  lines.forEach(printResult);
  const count = (kind: ResultLine["kind"]): number => lines.filter((line) => line.kind === kind).length;
  let failed = count("failed");
  // A run that broke off counts as a failure of its own; failed tests are told above.
  if (count("ended") === 0 || (failure !== null && failed === 0)) {
    failed += 1;
    console.log(`    ✗ ${failure instanceof Error ? failure.message : "the run did not come to its end"}`);
  }
  if (prepared !== null) rmSync(prepared.folder, { recursive: true, force: true });
  return { passed: count("passed"), failed };
}

function printResult(line: ResultLine): void {
  if (line.kind === "passed") console.log(`    ✓ ${line.title} (${line.milliseconds} ms)`);
  if (line.kind === "failed") console.log(`    ✗ ${line.title}\n${line.error.replace(/^/gm, "      ")}`);
}

/** The host tests in a VS Code server, driven by a headless browser. @throws {Error} when these cannot be installed. */
export async function runInServer(): Promise<Counts> {
  const parts = hostParts();
  const browser = await startBrowser(parts);
  try {
    return await runSessions((prepared) => runPrepared(parts, browser, prepared));
  } finally {
    await browser.close();
  }
}

async function runPrepared(parts: HostParts, browser: Browser, prepared: PreparedSession): Promise<void> {
  const server = await startServer(parts, {
    data: join(prepared.folder, "server"),
    settings: testSettings,
    restricted: prepared.session.restricted,
    testDriver: true,
    environment: prepared.environment,
  });
  const log: string[] = [];
  try {
    await runInPage(browser, server, prepared, log);
  } catch (error) {
    const file = inRoot(".cache", "logs", `${prepared.session.name.replaceAll(" ", "-")}.log`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, [...log, "", server.output()].join("\n"));
    throw new Error(`${error instanceof Error ? error.message : error} (VS Code's log: ${file.slice(root.length + 1)})`, { cause: error });
  } finally {
    await server.stop();
  }
}

async function runInPage(browser: Browser, server: Server, prepared: PreparedSession, log: string[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    const ended = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`VS Code did not end within ${sessionTimeout / 1000} s`)), sessionTimeout);
      const settle = (act: () => void) => (): void => {
        clearTimeout(timer);
        act();
      };
      page.on(
        "crash",
        settle(() => reject(new Error("The browser's page crashed"))),
      );
      page.on("pageerror", (error) => log.push(`page error: ${error.stack ?? error.message}`));
      page.on("console", (message) => log.push(`${message.type()}: ${message.text()}`));
      void server.ended.then(settle(() => reject(new Error("The VS Code server ended before the tests did"))));
      void page.exposeFunction("codeAutomationExit", (code: number) =>
        settle(code === 0 ? resolve : () => reject(new Error("The run failed")))(),
      );
    });
    // The page's console already has what this one is told; the workbench demands that it is there.
    await page.exposeFunction("codeAutomationLog", () => undefined);
    await page.goto(testAddress(server, prepared.workspace));
    await ended;
  } finally {
    await page.close();
  }
}

/** The workbench's address, with the extension under test and its tests in it. */
function testAddress(server: Server, workspace: string): string {
  const remote = (path: string): string => `vscode-remote://${server.authority}${path}`;
  const payload = [
    ["extensionDevelopmentPath", remote(root)],
    ["extensionTestsPath", remote(inRoot("dist", "test", "index.cjs"))],
    ["skipWelcome", "true"],
  ];
  const parameters = new URLSearchParams({
    [workspace.endsWith(".code-workspace") ? "workspace" : "folder"]: workspace,
    payload: JSON.stringify(payload),
  });
  return `${server.address}/?${parameters}`;
}
