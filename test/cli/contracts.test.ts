import assert from "node:assert/strict";
import { join } from "node:path";
import { checkProject } from "../../scripts/catalog.ts";
import type { CatalogIndex } from "../../src/catalog/record.ts";
import type { AlternativesJson } from "../../src/cli/alternatives.ts";
import type { ScanJson } from "../../src/cli/scanJson.ts";
import type { ShowJson } from "../../src/cli/showJson.ts";
import { type Installation, install, parseByContract } from "./openRecipe.ts";

const root = join(import.meta.dirname, "../..");

describe("the contracts of the JSON outputs, with the catalog that is shipped", () => {
  let catalog: CatalogIndex;
  let command: Installation;
  before(async () => {
    catalog = checkProject("2100-01-01").compiled.index;
    command = await install(catalog);
  });
  after(() => command.remove());

  it("hold for show, for every name in the catalog", async () => {
    const lines = catalog.models.flatMap((model) =>
      Object.entries(model.names).flatMap(([namespace, names]) => names.map((name) => `${namespace}\t${name}`)),
    );
    const run = await command.run(["show", "--stdin", "--format", "json"], { input: lines.join("\n") });
    assert.equal(run.code, 0, run.stderr);
    const answers = parseByContract("show", run.stdout) as readonly ShowJson[];
    assert.deepEqual(
      answers.map(({ query }) => query),
      lines.map((line) => line.slice(line.indexOf("\t") + 1)),
    );
  });

  it("hold for scan, for the samples and the fixtures", async () => {
    const run = await command.run(["scan", "--format", "json", "samples", "test/fixtures"], { cwd: root });
    assert.equal(run.stderr, "");
    const { references, findings, summary } = parseByContract("scan", run.stdout) as ScanJson;
    assert.ok(references.length > 20);
    assert.ok(findings.length > 20);
    assert.ok(findings.some(({ fixes }) => fixes.some(({ preferred }) => preferred)));
    assert.ok(references.some(({ cell }) => cell !== null));
    assert.equal(
      Object.values(summary.byClass).reduce((sum, number) => sum + number, 0),
      references.length,
    );
    for (const finding of findings) {
      const reference = references[finding.reference];
      assert.deepEqual([reference?.file, reference?.line, reference?.column], [finding.file, finding.line, finding.column]);
    }
  });

  it("hold for alternatives", async () => {
    for (const args of [["gpt-4o"], ["llama3.1:8b", "--runtime", "ollama"], ["openai/gpt-4o", "--runtime", "litellm"], ["who/knows"]]) {
      const run = await command.run(["alternatives", "--format", "json", ...args]);
      assert.equal(run.code, 0, run.stderr);
      const { alternatives } = parseByContract("alternatives", run.stdout) as AlternativesJson;
      assert.equal(alternatives.length > 0, args[0] !== "who/knows", args[0]);
    }
  });
});
