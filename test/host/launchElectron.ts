import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { quietSettings } from "../../scripts/host/server.ts";
import { inRoot, root } from "../../scripts/root.ts";
import { type Counts, type PreparedSession, runSessions, testSettings } from "./launch.ts";

/** The host tests in a desktop VS Code, which is downloaded at the first run. */
export function runInElectron(): Promise<Counts> {
  return runSessions(runPrepared);
}

async function runPrepared(prepared: PreparedSession): Promise<void> {
  const data = join(prepared.folder, "user-data");
  mkdirSync(join(data, "User"), { recursive: true });
  writeFileSync(join(data, "User", "settings.json"), JSON.stringify({ ...quietSettings, ...testSettings }, null, 2));
  await runTests({
    cachePath: inRoot(".cache", "vscode"),
    extensionDevelopmentPath: root,
    extensionTestsPath: inRoot("dist", "test", "index.cjs"),
    extensionTestsEnv: prepared.environment,
    launchArgs: [
      prepared.workspace,
      "--disable-extensions",
      "--disable-telemetry",
      "--skip-welcome",
      "--skip-release-notes",
      "--user-data-dir",
      data,
      ...(prepared.session.restricted ? [] : ["--disable-workspace-trust"]),
    ],
  });
}
