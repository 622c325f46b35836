import assert from "node:assert/strict";
import { openCatalog } from "../../src/catalog/open.ts";
import { fingerprintOf, scanJson } from "../../src/cli/scanJson.ts";
import type { FoundInFile } from "../../src/cli/scanResult.ts";
import { createEngine } from "../../src/createEngine.ts";
import { fixtureCatalog } from "./fixtureCatalog.ts";

type Part = ReturnType<typeof scanJson.partOf>;

const engine = createEngine(openCatalog(fixtureCatalog));

/** A file as a thread tells of it. */
function found(file: string, text: string): FoundInFile<Part> {
  const analysis = engine.analyze({ path: file, text });
  return structuredClone({ kind: "found", file, strongest: null, part: scanJson.partOf({ text, analysis }, engine) });
}

function printed(files: readonly FoundInFile<Part>[]): readonly string[] {
  return [...scanJson.print({ files, skipped: [{ file: "x.py", reason: "binary" }], scanned: 3 })];
}

const call = 'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o")\n';
const loads = 'from transformers import pipeline\npipeline(model="bolt/Bolt-8B")\n# \u2028 \u0085\npipeline(model="gpt-4o")\n';
const notebook = JSON.stringify({ cells: [{ cell_type: "code", source: [call] }], metadata: {}, nbformat: 4, nbformat_minor: 5 });

describe("a scan as JSON", () => {
  it("is laid out as JSON.stringify lays out what it holds, whatever it holds", () => {
    const files = [found("a.py", call), found("b\u0085.py", loads + call), found("c.ipynb", notebook)];
    for (const some of [[], files.slice(0, 1), files]) {
      const text = printed(some).join("");
      const expected = JSON.stringify(JSON.parse(text), undefined, 2).replaceAll("\u0085", "\\u0085");
      assert.equal(text, `${expected}\n`);
    }
  });

  it("tells of the copies of a file by their own names, and counts references over all files", () => {
    const { part } = found("a.py", call);
    const { references, findings, summary } = JSON.parse(
      printed(["a.py", "b.py"].map((file) => ({ kind: "found", file, strongest: null, part }))).join(""),
    );
    assert.ok(references.length > 0 && findings.length > 0);
    const half = references.length / 2;
    for (const [index, reference] of references.entries()) assert.equal(reference.file, index < half ? "a.py" : "b.py");
    for (const [index, finding] of findings.entries()) {
      const isFirst = index < findings.length / 2;
      assert.equal(finding.file, isFirst ? "a.py" : "b.py");
      assert.equal(references[finding.reference].file, finding.file);
      assert.equal(finding.fingerprint, fingerprintOf(finding.rule, finding.file, references[finding.reference].text, 0));
    }
    assert.equal(
      Object.values(summary.byClass as Readonly<Record<string, number>>).reduce((sum, number) => sum + number, 0),
      references.length,
    );
  });

  it("is handed on in pieces where one file names more models than a string can hold", () => {
    const pieces = printed([found("a.py", `${call}OpenAI().chat.completions.create(model="gpt-4o")\n`.repeat(1500))]);
    assert.ok(pieces.length > 2, `${pieces.length}`);
    for (const piece of pieces) assert.ok(piece.length < 400_000, `${piece.length}`);
    assert.equal(JSON.parse(pieces.join("")).references.length, 3000);
  });

  it("is handed on in pieces where it is long", () => {
    const { part } = found("a.py", call);
    const pieces = printed(Array.from({ length: 2000 }, (_, index) => ({ kind: "found", file: `${index}.py`, strongest: null, part })));
    assert.ok(pieces.length > 2, `${pieces.length}`);
    assert.ok(
      pieces.every((piece) => piece.length < 1 << 20),
      "a piece is too long",
    );
    assert.equal(JSON.parse(pieces.join("")).references.length, 2000 * part.references.length);
  });

  it("has fingerprints that do not change from release to release", () => {
    assert.equal(fingerprintOf("closed-model", "src/app.py", "gpt-4o", 0), "57b08e2d7338f4eb");
  });
});
