import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inTemporaryFolder } from "../project/temporaryFolder.ts";
import { fixtureCatalog } from "./fixtureCatalog.ts";
import { type Installation, install, installed } from "./openRecipe.ts";

const manyModels = 'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o")\n'.repeat(1000);

describe("open-recipe, the process", () => {
  let command: Installation;
  before(async () => {
    command = await installed();
  });

  it("tells its version and how to use it", async () => {
    assert.deepEqual(await command.run(["--version"]), { code: 0, stdout: "1.2.3\n", stderr: "" });
    const help = await command.run(["scan", "--help"]);
    assert.equal(help.code, 0);
    assert.equal(help.stderr, "");
    assert.match(help.stdout, /^Usage: open-recipe scan/);
    assert.deepEqual(await command.run([]), {
      code: 2,
      stdout: "",
      stderr: "open-recipe: no command given (see open-recipe --help)\n",
    });
  });

  it("gives a pipe all of its output, however slowly it is read", () =>
    inTemporaryFolder({ "app.py": manyModels }, async (folder) => {
      const child = command.start(["scan", "--format", "json"], { cwd: folder });
      child.stdin?.end();
      const { stdout } = child;
      assert.ok(stdout);
      const chunks: Buffer[] = [];
      // Nothing is read until the command waits for its reader, if it ever does.
      await once(stdout, "readable");
      for await (const chunk of stdout) {
        chunks.push(chunk);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      const output = Buffer.concat(chunks);
      assert.ok(output.length > 500_000);
      assert.equal(JSON.parse(output.toString()).references.length, 1000);
    }));

  it("loses nothing where one file names very many models", () =>
    inTemporaryFolder({ "a.py": 'f("gpt-4o-mini");\n'.repeat(20_000), "b.py": manyModels }, async (folder) => {
      const run = await command.run(["scan", "--fail-on", "never"], { cwd: folder });
      assert.equal(run.code, 0);
      assert.equal(run.stderr, "");
      assert.match(run.stdout, /^b\.py$/m);
    }));

  it("is quiet where its reader leaves early", () =>
    inTemporaryFolder({ "app.py": manyModels }, async (folder) => {
      const child = command.start(["scan", "--format", "json"], { cwd: folder });
      child.stdin?.end();
      let stderr = "";
      child.stderr?.on("data", (text) => {
        stderr += text;
      });
      child.stdout?.once("data", () => child.stdout?.destroy());
      const [code] = await once(child, "close");
      assert.equal(stderr, "");
      assert.equal(code, 0);
    }));

  it("is quiet where the reader of many answers leaves early", async () => {
    const child = command.start(["show", "--stdin"]);
    let stderr = "";
    child.stderr?.on("data", (text) => {
      stderr += text;
    });
    child.stdout?.once("data", () => child.stdout?.destroy());
    child.stdin?.end("gpt-4o\n".repeat(20_000));
    const [code] = await once(child, "close");
    assert.equal(stderr, "");
    assert.equal(code, 0);
  });

  it("says in one line that its catalog is missing or of another version", async () => {
    const other = await install();
    try {
      writeFileSync(join(other.folder, "dist/catalog.json"), JSON.stringify({ ...fixtureCatalog, version: 2 }));
      const version = await other.run(["show", "gpt-4o"]);
      assert.equal(version.code, 2);
      assert.match(version.stderr, /^open-recipe: the catalog is of another version: [^\n]+catalog\.json\n$/);
      writeFileSync(join(other.folder, "dist/catalog.json"), '{"version"');
      const broken = await other.run(["scan"]);
      assert.equal(broken.code, 2);
      assert.match(broken.stderr, /^open-recipe: the catalog cannot be read: [^\n]+catalog\.json\n$/);
    } finally {
      other.remove();
    }
  });

  it("answers a question about itself without the catalog", async () => {
    const other = await install();
    try {
      rmSync(join(other.folder, "dist/catalog.json"));
      for (const question of ["--version", "--help"]) assert.equal((await other.run([question])).code, 0, question);
      assert.equal((await other.run(["show", "gpt-4o"])).code, 2);
    } finally {
      other.remove();
    }
  });

  it("starts at once: a question about itself costs less than one that needs the engine", () => {
    // Processor time, because the machine may be busy with other things; beyond that of Node alone, because that is not ours; compared
    // with a question that needs the engine, because machines differ.
    const hook = join(command.folder, "time.cjs");
    writeFileSync(hook, 'process.on("exit", () => { const { user, system } = process.cpuUsage(); console.error(user + system); });');
    const time = (args: readonly string[]): number => {
      const run = spawnSync(process.execPath, ["--require", hook, ...args], { encoding: "utf8" });
      assert.equal(run.status, 0, run.stderr);
      return Number(run.stderr) / 1000;
    };
    const cli = join(command.folder, "dist/cli.cjs");
    // in turn, so that a busy minute is everybody's
    const rounds = Array.from({ length: 7 }, () =>
      [
        ["-e", "0"],
        [cli, "--version"],
        [cli, "show", "gpt-4o"],
      ].map(time),
    );
    const best = (question: number): number => Math.min(...rounds.map((times) => times[question] ?? 0));
    const alone = best(0);
    const asked = best(1) - alone;
    const answered = best(2) - alone;
    assert.ok(asked < answered * 0.75, `${Math.round(asked)} ms more than Node alone, where an answer takes ${Math.round(answered)} ms`);
  });
});
