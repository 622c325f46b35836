import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openCatalog } from "../../src/catalog/open.ts";
import type { Environment } from "../../src/cli/environment.ts";
import { fix as runFix } from "../../src/cli/fix.ts";
import { nodeFileSystem } from "../../src/cli/nodeFileSystem.ts";
import { createEngine } from "../../src/createEngine.ts";
import { inTemporaryFolder } from "../project/temporaryFolder.ts";
import { fixtureCatalog } from "./fixtureCatalog.ts";
import { type Installation, installed, type Run } from "./openRecipe.ts";

const call = (name: string): string => `model = AutoModel.from_pretrained("${name}")`;
const withModel = (name: string): string => `from transformers import AutoModel\n\n${call(name)}\nprint(model)\n`;
const original = withModel("bolt-ai/Bolt-8B-Instruct");
const swapped = withModel("acme/Open-7B-Instruct");

describe("open-recipe fix", () => {
  let command: Installation;
  before(async () => {
    command = await installed();
  });
  const fix = (cwd: string, ...args: string[]): Promise<Run> => command.run(["fix", ...args], { cwd });

  it("shows the preferred swaps as a diff, and changes nothing", () =>
    inTemporaryFolder({ "src/app.py": original }, async (folder) => {
      const run = await fix(folder);
      assert.deepEqual(run, {
        code: 0,
        stdout: [
          "--- a/src/app.py",
          "+++ b/src/app.py",
          "@@ -1,4 +1,4 @@",
          " from transformers import AutoModel",
          " ",
          `-${call("bolt-ai/Bolt-8B-Instruct")}`,
          `+${call("acme/Open-7B-Instruct")}`,
          " print(model)",
          "",
        ].join("\n"),
        stderr: "1 swap in 1 file; make them with --write.\n",
      });
      assert.equal(readFileSync(join(folder, "src/app.py"), "utf8"), original);
    }));

  it("makes them with --write, and then has nothing left to do", () =>
    inTemporaryFolder({ "src/app.py": original }, async (folder) => {
      assert.deepEqual(await fix(folder, "--write"), {
        code: 0,
        stdout: "",
        stderr: "src/app.py:3:36: bolt-ai/Bolt-8B-Instruct → acme/Open-7B-Instruct\n1 swap made in 1 file.\n",
      });
      assert.equal(readFileSync(join(folder, "src/app.py"), "utf8"), swapped);
      assert.deepEqual(await fix(folder, "--write"), { code: 0, stdout: "", stderr: "No preferred swaps: nothing to do.\n" });
    }));

  it("changes a tokenizer along with its model", () => {
    const pair = (name: string): string =>
      `from transformers import AutoModel, AutoTokenizer\nm = AutoModel.from_pretrained("${name}")\nt = AutoTokenizer.from_pretrained("${name}")\n`;
    return inTemporaryFolder({ "app.py": pair("bolt-ai/Bolt-8B-Instruct") }, async (folder) => {
      await fix(folder, "--write");
      assert.equal(readFileSync(join(folder, "app.py"), "utf8"), pair("acme/Open-7B-Instruct"));
    });
  });

  const served = (name: string): Record<string, string> => ({
    "app.py": `import ollama\nollama.chat(model="${name}", messages=[])\n`,
    "deploy/setup.sh": `#!/bin/sh\nollama pull ${name}\n`,
    "src/llm.py": `import litellm\nlitellm.completion(model="${name.startsWith("acme") ? "ollama_chat" : "ollama"}/${name}", messages=[])\n`,
  });
  const holds = (folder: string, files: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(files)) assert.equal(readFileSync(join(folder, name), "utf8"), text, name);
  };

  it("changes a name in every file that asks for it, and in what fetches it", () =>
    inTemporaryFolder(served("bolt:8b"), async (folder) => {
      assert.deepEqual(await fix(folder, "--write"), {
        code: 0,
        stdout: "",
        stderr: [
          "app.py:2:20: bolt:8b → acme-open:7b-instruct",
          "deploy/setup.sh:2:13: bolt:8b → acme-open:7b-instruct",
          "src/llm.py:2:27: ollama/bolt:8b → ollama_chat/acme-open:7b-instruct",
          "3 swaps made in 3 files.",
          "",
        ].join("\n"),
      });
      holds(folder, served("acme-open:7b-instruct"));
    }));

  it("changes a name nowhere where one place of it has to be chosen, and says which", () => {
    const files = { ...served("bolt:8b"), "compose.yaml": "services:\n  app:\n    environment:\n      MODEL: bolt:8b\n" };
    return inTemporaryFolder({ ...files, "other.py": original }, async (folder) => {
      const run = await fix(folder, "--write");
      assert.equal(run.code, 0);
      assert.deepEqual(run.stderr.split("\n").slice(0, 3), [
        "other.py:3:36: bolt-ai/Bolt-8B-Instruct → acme/Open-7B-Instruct",
        "1 swap made in 1 file.",
        "bolt:8b is not swapped in 2 places: compose.yaml:4 names it too, and cannot be swapped along with them.",
      ]);
      holds(folder, { ...files, "other.py": swapped });
    });
  });

  it("knows of what it was given, and of no more", () => {
    const files = { ...served("bolt:8b"), "compose.yaml": "services:\n  app:\n    environment:\n      MODEL: bolt:8b\n" };
    return inTemporaryFolder(files, async (folder) => {
      assert.match((await fix(folder, "--write", "src")).stderr, /1 swap made in 1 file\./);
      holds(folder, { ...files, "src/llm.py": served("acme-open:7b-instruct")["src/llm.py"] ?? "" });
    });
  });

  it("tells where documentation shows the old name still", () =>
    inTemporaryFolder({ ...served("bolt:8b"), "README.md": "# App\n\n```sh\nollama run bolt:8b\n```\n" }, async (folder) => {
      assert.match((await fix(folder)).stderr, /^README\.md:4 still shows bolt:8b\.$/m);
    }));

  it("leaves a read-only file alone, and every place of its names", () =>
    inTemporaryFolder({ ...served("bolt:8b"), "other.py": original }, async (folder) => {
      chmodSync(join(folder, "src/llm.py"), 0o444);
      const run = await fix(folder, "--write");
      assert.equal(run.code, 2);
      assert.deepEqual(run.stderr.split("\n").slice(0, 4), [
        "src/llm.py: left as it is: it is read-only",
        "other.py:3:36: bolt-ai/Bolt-8B-Instruct → acme/Open-7B-Instruct",
        "1 swap made in 1 file.",
        "bolt:8b is not swapped in 1 place: src/llm.py:2 names it too, and cannot be swapped along with it.",
      ]);
      holds(folder, { ...served("bolt:8b"), "other.py": swapped });
      assert.equal(statSync(join(folder, "src/llm.py")).mode & 0o777, 0o444);
    }));

  it("puts back what it wrote where a later file changes under it", () =>
    inTemporaryFolder(served("bolt:8b"), async (folder) => {
      const engine = createEngine(openCatalog(fixtureCatalog));
      const said: string[] = [];
      let reads = 0;
      const environment: Environment = {
        workingDirectory: folder,
        fileSystem: {
          ...nodeFileSystem,
          readFile(path, most) {
            // found, checked, and changed by somebody before it is replaced
            if (path.endsWith("src/llm.py") && ++reads === 3) writeFileSync(path, "# mine\n");
            return nodeFileSystem.readFile(path, most);
          },
        },
        threads: null,
        width: 80,
        terminal: false,
        color: false,
        print: async () => true,
        say: (line) => void said.push(line),
        input: () => assert.fail("nothing is read from standard input"),
        loadEngine: async () => engine,
      };
      assert.equal(await runFix({ kind: "fix", paths: ["."], write: true }, environment), 2);
      assert.deepEqual(said.slice(0, 1), ["src/llm.py: cannot be replaced: it changed since it was read. No swap was made."]);
      assert.ok(!said.some((line) => line.includes("→")));
      holds(folder, { ...served("bolt:8b"), "src/llm.py": "# mine\n" });
    }));

  it("leaves alone what has to be chosen, and what is suppressed", () => {
    const closed = 'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o")\n';
    const silenced = original.replace("model =", "# open-recipe-disable-next-line\nmodel =");
    return inTemporaryFolder({ "a.py": closed, "b.py": silenced }, async (folder) => {
      const run = await fix(folder, "--write");
      assert.deepEqual(run, {
        code: 0,
        stdout: "",
        stderr: "No preferred swaps: nothing to do.\n1 other place has a swap that you have to choose yourself: see open-recipe scan.\n",
      });
      assert.equal(readFileSync(join(folder, "a.py"), "utf8"), closed);
      assert.equal(readFileSync(join(folder, "b.py"), "utf8"), silenced);
    });
  });

  it("prints a diff that git applies to what --write makes", () => {
    const files: Record<string, string | Uint8Array> = {
      "plain.py": original,
      "crlf.py": original.replaceAll("\n", "\r\n"),
      "mixed.py": original.replace("\n", "\r\n"),
      "no end.py": original.trimEnd(),
      "last line.py": original.split("\n").slice(0, 3).join("\n"),
      "mark.py": `\ufeff${original}`,
      "mark first.py": `\ufefffrom transformers import AutoModel; ${call("bolt-ai/Bolt-8B-Instruct")}`,
      "dir (x)/[slug]/é🦊.py": original,
      'quo"te\\d.py': original,
      "far.py": `${original}${"#\n".repeat(50)}${original}`,
      "twice.py": `from transformers import AutoModel\nx = [AutoModel.from_pretrained("bolt-ai/Bolt-8B-Instruct"), AutoModel.from_pretrained("bolt-ai/Bolt-8B-Instruct")]\n`,
      "untouched.py": swapped,
    };
    return inTemporaryFolder({}, (folder) =>
      inTemporaryFolder(files, async (written) => {
        cpSync(written, folder, { recursive: true });
        const diff = await fix(folder);
        assert.equal(diff.code, 0);
        const apply = spawnSync("git", ["apply", "--whitespace=nowarn", "-"], { cwd: folder, input: diff.stdout, encoding: "utf8" });
        assert.equal(apply.status, 0, apply.stderr);
        const run = await fix(written, "--write");
        assert.equal(run.code, 0);
        for (const name of Object.keys(files)) {
          assert.deepEqual(readFileSync(join(folder, name)), readFileSync(join(written, name)), name);
          assert.ok(!readFileSync(join(written, name)).includes("bolt-ai"), name);
        }
      }),
    );
  });

  it("keeps mode, line ends, byte order mark and encoding", () =>
    inTemporaryFolder(
      {
        "crlf.py": original.replaceAll("\n", "\r\n"),
        "mark.py": `\ufeff${original}`,
        "utf16.py": Buffer.from(`\ufeff${original}`, "utf16le"),
      },
      async (folder) => {
        chmodSync(join(folder, "crlf.py"), 0o755);
        const diff = await fix(folder, "utf16.py");
        assert.deepEqual([diff.code, diff.stdout], [0, ""]);
        assert.match(diff.stderr, /^utf16\.py: left as it is: it is UTF-16, which a diff cannot carry; --write changes it\n/);
        assert.equal((await fix(folder, "--write")).code, 0);
        assert.equal(readFileSync(join(folder, "crlf.py"), "utf8"), swapped.replaceAll("\n", "\r\n"));
        assert.equal(statSync(join(folder, "crlf.py")).mode & 0o777, 0o755);
        assert.equal(readFileSync(join(folder, "mark.py"), "utf8"), `\ufeff${swapped}`);
        assert.deepEqual(readFileSync(join(folder, "utf16.py")), Buffer.from(`\ufeff${swapped}`, "utf16le"));
      },
    ));

  it("writes through a named link, and never out of the project through one it meets", () =>
    inTemporaryFolder({ "project/a.py": swapped, "elsewhere/b.py": original }, async (folder) => {
      const link = join(folder, "project/b.py");
      symlinkSync("../elsewhere/b.py", link);
      assert.match((await fix(join(folder, "project"), "--write")).stderr, /nothing to do/);
      assert.equal(readFileSync(join(folder, "elsewhere/b.py"), "utf8"), original);
      assert.equal((await fix(join(folder, "project"), "--write", "b.py")).code, 0);
      assert.equal(readFileSync(join(folder, "elsewhere/b.py"), "utf8"), swapped);
      assert.ok(lstatSync(link).isSymbolicLink());
    }));

  it("goes on after what cannot be read, and exits with 2", () =>
    inTemporaryFolder({ "app.py": original, "binary.py": "\0" }, async (folder) => {
      const run = await fix(folder, "--write", "missing.py", "binary.py", ".");
      assert.equal(run.code, 2);
      assert.deepEqual(run.stderr.trimEnd().split("\n"), [
        "missing.py: cannot be read: no such file or directory",
        "binary.py: skipped: binary",
        "app.py:3:36: bolt-ai/Bolt-8B-Instruct → acme/Open-7B-Instruct",
        "1 swap made in 1 file.",
      ]);
      assert.equal(readFileSync(join(folder, "app.py"), "utf8"), swapped);
    }));
});
