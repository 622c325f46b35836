import assert from "node:assert/strict";
import { openCatalog } from "../../src/catalog/open.ts";
import { createReporter } from "../../src/cli/fileReport.ts";
import { nodeFileSystem } from "../../src/cli/nodeFileSystem.ts";
import { scanJson } from "../../src/cli/scanJson.ts";
import { scanPretty } from "../../src/cli/scanPretty.ts";
import type { FileReport, ScanFormat } from "../../src/cli/scanResult.ts";
import { createEngine } from "../../src/createEngine.ts";
import type { Engine } from "../../src/engine.ts";
import type { FileOnDisk } from "../../src/project/documents.ts";
import { fixtureCatalog } from "./fixtureCatalog.ts";

const engine = createEngine(openCatalog(fixtureCatalog));
const pretty = scanPretty({ paint: (style, text) => `<${style}>${text}`, width: 80 });

function report<Part>(file: FileOnDisk, format: ScanFormat<Part>, by: Engine = engine): FileReport<Part> {
  return createReporter(nodeFileSystem, "/project", by, format).onFile(file);
}

const written = (text: string | Uint8Array): FileOnDisk => ({
  kind: "bytes",
  path: "/project/src/a.py",
  named: false,
  bytes: typeof text === "string" ? new TextEncoder().encode(text) : text,
});

const closed = 'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o", messages=[])\n';

describe("a file's report", () => {
  it("is nothing where no model is named, whether or not the words are there", () => {
    for (const text of ["", "x = 1\n", "caf\u00e9 = 1\n", "model = 1\n"])
      assert.deepEqual(report(written(text), scanJson), { kind: "nothing" });
  });

  it("tells what is no text, though no model could be named in it", () => {
    const expected = { kind: "skipped", file: "src/a.py", reason: "binary", aloud: false };
    assert.deepEqual(report(written("x = 1\0"), scanJson), expected);
    assert.deepEqual(report(written(Uint8Array.from([0xe9, 1])), scanJson), expected);
  });

  it("is plain data in every format, as another thread has to send it", () => {
    for (const format of [scanJson, pretty]) {
      const sent: FileReport<unknown> = report<unknown>(written(closed), format as ScanFormat<unknown>);
      assert.equal(sent.kind === "found" && sent.strongest, "warning");
      assert.deepEqual(structuredClone(sent), sent);
    }
  });

  it("fails for what was named and cannot be read, and for what we cannot analyse", () => {
    const unreadable = { kind: "unreadable", path: "/project/b.py", problem: "gone" } as const;
    const reason = "cannot be read: gone";
    assert.deepEqual(report({ ...unreadable, named: true }, scanJson), { kind: "failed", file: "b.py", reason });
    assert.deepEqual(report({ ...unreadable, named: false }, scanJson), { kind: "skipped", file: "b.py", reason, aloud: true });
    const broken: Engine = {
      ...engine,
      analyze: () => {
        throw new Error("a fault of ours");
      },
    };
    assert.deepEqual(report(written(closed), scanJson, broken), {
      kind: "failed",
      file: "src/a.py",
      reason: "cannot be analysed: a fault of ours",
    });
  });

  it("is made once for copies that the engine cannot tell apart, and says of each what it would say alone", () => {
    let analysed = 0;
    const counting: Engine = {
      ...engine,
      analyze: (document, options) => {
        analysed++;
        return engine.analyze(document, options);
      },
    };
    const bytes = new TextEncoder().encode(closed);
    const paths = ["src/a.py", "src/v2/a.py", "tests/a.py", "a/tests/v2/a.py", "src/b.py", "a.py"];
    for (const format of [scanJson, pretty] as readonly ScanFormat<unknown>[]) {
      analysed = 0;
      const reporter = createReporter<unknown>(nodeFileSystem, "/project", counting, format);
      const reports = paths.map((path) => reporter.onFile({ kind: "bytes", path: `/project/${path}`, named: false, bytes }));
      assert.equal(analysed, 3);
      const alone = paths.map((path) => report<unknown>({ kind: "bytes", path: `/project/${path}`, named: false, bytes }, format));
      assert.deepEqual(reports, alone);
      assert.deepEqual(
        reports.map((each) => each.kind === "found" && [each.file, each.strongest]),
        paths.map((path) => [path, path.includes("tests/") ? "hint" : "warning"]),
      );
    }
  });
});
