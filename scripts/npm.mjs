import { spawnSync } from "node:child_process";

/**
 * Runs npm, its talk on our stderr.
 * @param {readonly string[]} parameters
 * @param {string} folder
 * @throws {Error} with npm's exit code, when it fails.
 */
export function runNpm(parameters, folder) {
  // Under `npm run` this is the very npm that runs us. Without it, Windows finds npm.cmd only through a shell.
  const npm = process.env["npm_execpath"];
  const [command, first] = npm?.endsWith("js") ? [process.execPath, [npm]] : ["npm", []];
  const result = spawnSync(command, [...first, ...parameters], {
    cwd: folder,
    // npm's own settings of the outer run (its prefix, its script's name) would follow us into the inner one.
    env: { ...process.env, npm_config_local_prefix: folder, INIT_CWD: folder },
    shell: command === "npm" && process.platform === "win32",
    stdio: ["ignore", 2, 2],
  });
  if (result.error) throw new Error(`npm could not be started: ${result.error.message}`, { cause: result.error });
  if (result.status !== 0) throw new Error(`\`npm ${parameters.join(" ")}\` failed with exit code ${result.status}`);
}
