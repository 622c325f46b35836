import assert from "node:assert/strict";
import { join } from "node:path";
import { createReporter } from "../../src/cli/fileReport.ts";
import { loadEngine } from "../../src/cli/loadEngine.ts";
import { nodeFileSystem } from "../../src/cli/nodeFileSystem.ts";
import { scanJson } from "../../src/cli/scanJson.ts";
import type { FileReport } from "../../src/cli/scanResult.ts";
import { spareThreads, startScanThread } from "../../src/cli/scanThreads.ts";
import { inTemporaryFolder } from "../project/temporaryFolder.ts";
import { installed } from "./openRecipe.ts";

type Reports = readonly FileReport<unknown>[];

describe("startScanThread", () => {
  it("tells of files what this thread tells, in their order, message by message", () =>
    inTemporaryFolder(
      { "a.py": 'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o")\n', "b.py": "x = 1\n", "c.py": "\0" },
      async (folder) => {
        const installation = join((await installed()).folder, "dist");
        const catalogPath = join(installation, "catalog.json");
        const thread = startScanThread<unknown>(join(installation, "cli.cjs"), {
          catalogPath,
          workingDirectory: folder,
          projectRecords: false,
          format: "json",
          color: false,
          width: 80,
        });
        try {
          const answers: Reports[] = [];
          const answered = new Promise<void>((resolve, reject) => {
            thread.onReports((reports) => {
              if (answers.push(reports) === 2) resolve();
            });
            thread.onEnd(reject);
          });
          const paths = ["a.py", "b.py", "c.py", "gone.py"].map((name) => `${folder}/${name}`);
          thread.look(paths.slice(0, 2));
          thread.look(paths.slice(2));
          await answered;
          const { engine } = await loadEngine(catalogPath, null);
          const reporter = createReporter(nodeFileSystem, folder, engine, scanJson);
          const here: FileReport<unknown>[] = [];
          for (const path of paths) here.push(await reporter.onEntry({ kind: "file", path, named: false }));
          assert.deepEqual(
            answers.map(({ length }) => length),
            [2, 2],
          );
          assert.deepEqual(answers.flat(), here);
          assert.deepEqual(
            here.map(({ kind }) => kind),
            ["found", "nothing", "skipped", "skipped"],
          );
        } finally {
          thread.end();
        }
      },
    ));

  it("says why it has ended", async () => {
    const thread = startScanThread<unknown>(join((await installed()).folder, "no such.cjs"), {
      catalogPath: "",
      workingDirectory: "/",
      projectRecords: false,
      format: "json",
      color: false,
      width: 80,
    });
    const problem = await new Promise<string>((resolve) => thread.onEnd(resolve));
    assert.match(problem, /no such\.cjs/);
  });
});

describe("spareThreads", () => {
  it("leaves a processor to this thread and one to the garbage collector", () => {
    assert.deepEqual([1, 2, 3, 4, 8, 64].map(spareThreads), [0, 0, 1, 2, 6, 6]);
  });
});
