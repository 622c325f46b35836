import assert from "node:assert/strict";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ScanJson } from "../../src/cli/scanJson.ts";
import { inTemporaryFolder } from "../project/temporaryFolder.ts";
import { type Installation, installed, parseByContract, type Run } from "./openRecipe.ts";

const closed = 'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o", messages=[])\n';
const openWeights = 'from transformers import AutoModel\nAutoModel.from_pretrained("bolt-ai/Bolt-8B-Instruct")\n';
const openRecipe = 'from transformers import AutoModel\nAutoModel.from_pretrained("acme/Open-7B-Instruct")\n';
const unknown = 'from transformers import AutoModel\nAutoModel.from_pretrained("nobody/knows-7b")\n';
const nothing = "print('hello')\n";

function parse(run: Run): ScanJson {
  return parseByContract("scan", run.stdout) as ScanJson;
}

/** `file:line:column-endLine:endColumn text` of every reference. */
function placesOf(result: ScanJson): string[] {
  return result.references.map(
    ({ file, line, column, endLine, endColumn, text }) => `${file}:${line}:${column}-${endLine}:${endColumn} ${text}`,
  );
}

describe("open-recipe scan", () => {
  let command: Installation;
  before(async () => {
    command = await installed();
  });
  const inProject = (files: Readonly<Record<string, string | Uint8Array>>, use: (folder: string) => Promise<void>): Promise<void> =>
    inTemporaryFolder(files, use);
  const scan = (cwd: string, ...args: string[]): Promise<Run> => command.run(["scan", ...args], { cwd });
  const json = async (cwd: string, ...args: string[]): Promise<ScanJson> => parse(await scan(cwd, "--format", "json", ...args));

  describe("exits with", () => {
    const cases: readonly [what: string, file: string, args: readonly string[], code: number][] = [
      ["0 where no model is named", nothing, ["--fail-on", "hint"], 0],
      ["0 where the recipe is open", openRecipe, ["--fail-on", "hint"], 0],
      ["0 where findings stay below the fail level", closed, [], 0],
      ["1 where a finding is at the fail level", closed, ["--fail-on", "warning"], 1],
      ["1 where a finding is above the fail level", closed, ["--fail-on", "hint"], 1],
      ["0 where the worst finding is below the fail level", openWeights, ["--fail-on", "warning"], 0],
      ["1 where information is the fail level", openWeights, ["--fail-on", "information"], 1],
      ["0 for a model that is not in the catalog", unknown, ["--fail-on", "hint"], 0],
      ["0 where nothing may fail", closed, ["--fail-on", "never"], 0],
    ];
    for (const [what, text, args, code] of cases) {
      it(what, () =>
        inProject({ "app.py": text }, async (folder) => {
          for (const format of ["pretty", "json"]) {
            const run = await scan(folder, "--format", format, ...args);
            assert.equal(run.code, code);
            assert.equal(run.stderr, "");
          }
        }),
      );
    }

    it("2 where some input cannot be read, after all other results", () =>
      inProject({ "app.py": closed }, async (folder) => {
        symlinkSync("nowhere.py", join(folder, "broken.py"));
        const run = await scan(folder, "--format", "json", "--fail-on", "warning", ".", "missing.py", "gone");
        assert.equal(run.code, 2);
        assert.deepEqual(run.stderr.trimEnd().split("\n").sort(), [
          "broken.py: skipped: cannot be read: no such file or directory",
          "gone: cannot be read: no such file or directory",
          "missing.py: cannot be read: no such file or directory",
        ]);
        const result = parse(run);
        assert.deepEqual(placesOf(result), ["app.py:2:41-2:47 gpt-4o"]);
        assert.deepEqual(
          result.skipped.map(({ file }) => file),
          ["broken.py", "gone", "missing.py"],
        );
      }));

    it("0 where a link in the tree leads nowhere: nobody asked for it", () =>
      inProject({ "app.py": "x = 1\n" }, async (folder) => {
        symlinkSync("nowhere.py", join(folder, "broken.py"));
        const run = await scan(folder, "--format", "json");
        assert.equal(run.code, 0);
        assert.equal(run.stderr, "broken.py: skipped: cannot be read: no such file or directory\n");
        assert.deepEqual(parse(run).skipped, [{ file: "broken.py", reason: "cannot be read: no such file or directory" }]);
      }));

    it("2 for wrong usage, with one line that names it", () =>
      inProject({}, async (folder) => {
        const run = await scan(folder, "--wrong");
        assert.deepEqual(run, { code: 2, stdout: "", stderr: "open-recipe: unknown option '--wrong' (see open-recipe --help)\n" });
      }));
  });

  describe("prints JSON", () => {
    it("that keeps the contract, with what is known of each place", () =>
      inProject({ "src/app.py": closed, "b.py": openWeights, "a.py": unknown, "c.py": openRecipe, "d.py": nothing }, async (folder) => {
        const result = await json(folder);
        assert.deepEqual(placesOf(result), [
          "a.py:2:28-2:43 nobody/knows-7b",
          "b.py:2:28-2:52 bolt-ai/Bolt-8B-Instruct",
          "c.py:2:28-2:49 acme/Open-7B-Instruct",
          "src/app.py:2:41-2:47 gpt-4o",
        ]);
        assert.deepEqual(result.references[1], {
          file: "b.py",
          line: 2,
          column: 28,
          endLine: 2,
          endColumn: 52,
          cell: null,
          text: "bolt-ai/Bolt-8B-Instruct",
          role: "use",
          evidence: "runtime",
          runtime: "transformers",
          identity: {
            namespace: "huggingface",
            name: "bolt-ai/Bolt-8B-Instruct",
            tag: null,
            revision: null,
            host: null,
            purl: "pkg:huggingface/bolt-ai/Bolt-8B-Instruct",
          },
          model: "bolt/bolt-instruct",
          class: "open-weights",
          inferred: false,
          confidence: "sure",
          license: "LicenseRef-Bolt",
          licenseKind: "use-restricted",
          bases: [],
        });
        assert.deepEqual(
          result.findings.map(({ file, rule, severity, reference }) => [file, rule, severity, reference]),
          [
            ["a.py", "unknown-model", "hint", 0],
            ["b.py", "open-weights-only", "information", 1],
            ["b.py", "restricted-license", "information", 1],
            ["src/app.py", "closed-model", "warning", 3],
          ],
        );
        assert.deepEqual(result.findings[1]?.fixes, [
          {
            title: "Swap to acme/Open-7B-Instruct (open recipe)",
            preferred: true,
            edits: [{ line: 2, column: 28, endLine: 2, endColumn: 52, text: "acme/Open-7B-Instruct" }],
            needs: [],
          },
        ]);
        assert.deepEqual(result.summary, { files: 5, byClass: { closed: 1, "open-recipe": 1, "open-weights": 1, unknown: 1 } });
        assert.deepEqual(result.skipped, []);
      }));

    it("twice the same", () =>
      inProject({ "a.py": closed, "b/c.py": openWeights, "b.py": unknown, "x.bin.py": "\0" }, async (folder) => {
        const first = await scan(folder, "--format", "json");
        assert.deepEqual(await scan(folder, "--format", "json"), first);
        assert.deepEqual(await scan(folder, "--format", "json", "b.py", "b", "a.py", "x.bin.py").then((run) => run.stdout), first.stdout);
      }));

    it("with fingerprints that stay while lines move, and tell places apart", () =>
      inProject({ "app.py": closed + closed }, async (folder) => {
        const first = (await json(folder)).findings.map((finding) => finding.fingerprint);
        assert.equal(new Set(first).size, 2);
        writeFileSync(join(folder, "app.py"), `import os\n\n${closed}\n# more\n${closed}`);
        const moved = await json(folder);
        assert.deepEqual(
          moved.findings.map((finding) => finding.fingerprint),
          first,
        );
        assert.notEqual(moved.findings[0]?.line, 2);
      }));

    it("with suppressed findings, which neither fail nor show to people", () =>
      inProject({ "app.py": closed.replace("\nOpenAI", "\n# open-recipe-disable-next-line\nOpenAI") }, async (folder) => {
        const run = await scan(folder, "--format", "json", "--fail-on", "hint");
        assert.equal(run.code, 0);
        assert.deepEqual(
          parse(run).findings.map(({ rule, suppressed }) => [rule, suppressed]),
          [["closed-model", true]],
        );
        const pretty = await scan(folder);
        assert.equal(pretty.stdout, "No findings in 1 file.\nModels named: 1 closed.\n1 suppressed.\n");
      }));

    it("with the place in the cell of a notebook", () => {
      const notebook = {
        cells: [
          { cell_type: "markdown", source: ["# gpt-4o\n"], metadata: {} },
          {
            cell_type: "code",
            source: ["from openai import OpenAI\n", '"é"; OpenAI().chat.completions.create(model="gpt-4o")\n'],
            metadata: {},
          },
        ],
        metadata: { kernelspec: { language: "python", name: "python3" } },
        nbformat: 4,
        nbformat_minor: 5,
      };
      return inProject({ "n.ipynb": JSON.stringify(notebook, undefined, 1) }, async (folder) => {
        const [reference, ...more] = (await json(folder)).references;
        assert.deepEqual(more, []);
        assert.equal(reference?.line, 14);
        assert.deepEqual(reference?.cell, { index: 1, line: 2, column: 46, endLine: 2, endColumn: 52 });
      });
    });

    it("with columns of the text as an editor shows it, whatever the bytes", () => {
      const text = `x = "🦊é"; ${closed.split("\n")[1]}`;
      const files = {
        "bom.py": `\ufeff${closed.split("\n")[1]}`,
        "crlf.py": closed.replaceAll("\n", "\r\n"),
        "utf16.py": Buffer.from(`\ufeff${closed}`, "utf16le"),
        "wide.py": text,
      };
      return inProject(files, async (folder) => {
        assert.deepEqual(placesOf(await json(folder)), [
          "bom.py:1:41-1:47 gpt-4o",
          "crlf.py:2:41-2:47 gpt-4o",
          "utf16.py:2:41-2:47 gpt-4o",
          "wide.py:1:52-1:58 gpt-4o",
        ]);
      });
    });
  });

  describe("takes", () => {
    it("what .gitignore leaves, and named files in any case", () =>
      inProject(
        { ".gitignore": "private/\n", "private/app.py": closed, "app.py": closed, "node_modules/m/a.py": closed, "notes.txt": closed },
        async (folder) => {
          assert.deepEqual(placesOf(await json(folder)), ["app.py:2:41-2:47 gpt-4o"]);
          assert.deepEqual(placesOf(await json(folder, "private/app.py")), ["private/app.py:2:41-2:47 gpt-4o"]);
          const run = await scan(folder, "--format", "json", "notes.txt");
          assert.equal(run.stderr, "notes.txt: skipped: format not known\n");
          assert.deepEqual(parse(run).skipped, [{ file: "notes.txt", reason: "format not known" }]);
          assert.equal(run.code, 0);
        },
      ));

    it("scripts without an ending, as files and as standard input", () =>
      inProject({ "bin/chat": `#!/usr/bin/env python3\n${closed}`, "bin/notes": closed }, async (folder) => {
        const report = await json(folder);
        assert.deepEqual(placesOf(report), ["bin/chat:3:41-3:47 gpt-4o"]);
        assert.equal(report.summary.files, 1);
        const args = ["scan", "--stdin", "--stdin-filename", "bin/chat", "--format", "json"];
        assert.deepEqual(placesOf(parse(await command.run(args, { cwd: folder, input: `#!/usr/bin/python\n${closed}` }))), [
          "bin/chat:3:41-3:47 gpt-4o",
        ]);
        assert.equal((await command.run(args, { cwd: folder, input: closed })).stderr, "bin/chat: skipped: format not known\n");
      }));

    it("paths with brackets and parentheses, and paths outside of the working directory", () =>
      inProject({ "app/[slug]/(x)/a.py": closed, "elsewhere/b.py": closed }, async (folder) => {
        assert.deepEqual(placesOf(await json(folder, "app/[slug]/(x)")), ["app/[slug]/(x)/a.py:2:41-2:47 gpt-4o"]);
        assert.deepEqual(placesOf(await json(join(folder, "app"), "../elsewhere", join(folder, "app"))), [
          "../elsewhere/b.py:2:41-2:47 gpt-4o",
          "[slug]/(x)/a.py:2:41-2:47 gpt-4o",
        ]);
      }));

    it("standard input, under a name that tells the format", () =>
      inProject({}, async (folder) => {
        const args = ["scan", "--stdin", "--stdin-filename", "src/app.py", "--format", "json", "--fail-on", "warning"];
        const run = await command.run(args, { cwd: folder, input: closed });
        assert.equal(run.code, 1);
        assert.deepEqual(placesOf(parse(run)), ["src/app.py:2:41-2:47 gpt-4o"]);
        const binary = await command.run(args, { cwd: folder, input: "\0\0" });
        assert.deepEqual(parse(binary).skipped, [{ file: "src/app.py", reason: "binary" }]);
        assert.equal(binary.stderr, "src/app.py: skipped: binary\n");
        const other = await command.run(["scan", "--stdin", "--stdin-filename", "notes.txt"], { cwd: folder, input: closed });
        assert.equal(other.stderr, "notes.txt: skipped: format not known\n");
      }));
  });

  it("loses no other file's results over broken, huge and hostile ones", () =>
    inProject(
      {
        "app.py": closed,
        "cut.json": '{"model": "gpt-4o", "messages": [{"role": "us',
        "bad.yaml": 'model: gpt-4o\nother: : [{"x\n\t- &a *a !!binary "',
        "deep.json": `${'{"model":['.repeat(20_000)}`,
        "cut.ipynb": '{"cells": [{"cell_type": "code", "source": ["from openai import Op',
        "line.json": `{"text": "${"model x ".repeat(650_000)}", "model": "gpt-4o"}`,
        "binary.py": Buffer.from([0x70, 0x00, 0x01, 0x02]),
        "latin.py": Buffer.from('caf\u00e9 = "gpt-4o"', "latin1"),
        "large.json": Buffer.alloc(16 * 1024 * 1024 + 1, 0x20),
        "empty.py": "",
      },
      async (folder) => {
        const run = await scan(folder, "--format", "json");
        assert.equal(run.stderr, "");
        assert.equal(run.code, 0);
        const result = parse(run);
        assert.ok(placesOf(result).includes("app.py:2:41-2:47 gpt-4o"));
        assert.ok(placesOf(result).includes("cut.json:1:12-1:18 gpt-4o"));
        assert.ok(placesOf(result).includes("bad.yaml:1:8-1:14 gpt-4o"));
        assert.ok(placesOf(result).includes("latin.py:1:9-1:15 gpt-4o"));
        assert.ok(placesOf(result).includes("line.json:1:5200024-1:5200030 gpt-4o"));
        assert.deepEqual(result.skipped, [
          { file: "binary.py", reason: "binary" },
          { file: "large.json", reason: "larger than 16 MB" },
        ]);
        assert.equal(result.summary.files, 8);
      },
    ));

  describe("prints for people", () => {
    it("one mark a place, with the fix, in 80 columns", () =>
      inProject({ "src/app.py": closed, "lib.py": openWeights }, async (folder) => {
        const run = await scan(folder);
        assert.deepEqual(run.stdout.split("\n"), [
          "lib.py",
          "  2:28  information  bolt-ai/Bolt-8B-Instruct: the weights can be downloaded,",
          "                     the recipe is withheld (facts of 2026-05). Also:",
          "                     restricted-license.",
          "                     open-weights-only",
          "                     → Swap to acme/Open-7B-Instruct (open recipe)",
          "                       loses: context 64K instead of 128K",
          "",
          "src/app.py",
          "  2:41  warning  GPT-4o: closed. The weights are not available, and OpenAI can",
          "                 change or withdraw the model (facts of 2026-05).",
          "                 closed-model",
          "                 → Swap to acme/Open-7B-Instruct (open recipe)",
          "                   loses: the provider's own moderation",
          "                   needs: base_url of a server that serves it, such as vLLM",
          "",
          "2 findings in 2 of 2 files: 1 warning, 1 information.",
          "Models named: 1 closed, 1 open weights.",
          "",
        ]);
      }));

    it("says so where there is nothing to say", () =>
      inProject({ "a.py": nothing, "b.py": "\0" }, async (folder) => {
        assert.deepEqual(await scan(folder), { code: 0, stdout: "No findings in 1 file.\n1 file skipped.\n", stderr: "" });
      }));

    it("neither colours nor controls where no terminal is", () =>
      inProject({ "a\u001b[31m.py": `${unknown}# \u001b[2J\n`, "b.py": closed }, async (folder) => {
        const run = await command.run(["scan", ".", "gone\u001b[31m"], { cwd: folder, env: { FORCE_COLOR: "1" } });
        assert.ok(run.stdout.includes("a[31m.py"));
        assert.ok(!run.stdout.includes("\u001b"));
        assert.equal(run.stderr, "gone[31m: cannot be read: no such file or directory\n");
      }));
  });
});
