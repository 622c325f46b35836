// `npm run install:vscode`: packages the extension and installs it into the user's own editor.
import { spawnSync } from "node:child_process";
import { buildAll } from "./build.ts";
import { packageExtension } from "./extensionPackage.ts";

const shell = process.platform === "win32";
const editor = ["code", "codium"].find((command) => spawnSync(command, ["--version"], { shell, stdio: "ignore" }).status === 0);
if (editor === undefined) {
  console.error("Neither `code` nor `codium` is on the PATH. `npm start` serves a VS Code of its own.");
  process.exitCode = 1;
} else {
  await buildAll();
  const path = await packageExtension();
  const result = spawnSync(editor, ["--install-extension", shell ? `"${path}"` : path, "--force"], { shell, stdio: "inherit" });
  process.exitCode = result.status ?? 1;
}
