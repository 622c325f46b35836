import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { noProjectRecords } from "../../src/catalog/projectFile.ts";
import { largestProjectFile, type ParsedProjectFile, parseProjectFile } from "../../src/project/projectRecords.ts";
import { catalog, model } from "../catalog/records.ts";
import { projectCatalog } from "../fixtures.ts";

const embedded = catalog([model("lab/base")]);
const read = (text: string): ParsedProjectFile => parseProjectFile(new TextEncoder().encode(text), embedded);
const faultsOf = (text: string): readonly string[] => read(text).faults.map(({ line, column, message }) => `${line}:${column}: ${message}`);

describe("parseProjectFile", () => {
  it("tells line and column of what is wrong", () => {
    const text = [
      "models:",
      "  - id: lab/base",
      "    license: Nobodys-1.0",
      "    reason: x",
      "  - id: lab/new",
      "    colour: red",
      "    reason: x",
    ].join("\r\n");
    assert.ok(faultsOf(text).includes("3:5: models[0].license: licence Nobodys-1.0 is not in the catalog: add it under `licenses`"));
    assert.ok(faultsOf(text).includes("6:5: models[1].colour: unknown key"));
    assert.deepEqual(faultsOf("models: [\n  {id: lab/base, license: MIT, reason: x}\n"), [
      "3:1: Flow sequence in block collection must be sufficiently indented and end with a ]",
    ]);
  });

  it("finds nothing wrong with the example of the documentation", () => {
    const page = readFileSync("docs/project-records.md", "utf8");
    const [, example = ""] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    const { records, faults } = parseProjectFile(new TextEncoder().encode(example), projectCatalog());
    assert.deepEqual(faults, []);
    assert.deepEqual(
      records.records.map(({ kind, id, corrects }) => [kind, id, ...corrects]),
      [
        ["license", "LicenseRef-Acme-Meta"],
        ["dataset", "acme-tickets"],
        ["model", "acme/assistant"],
        ["model", "meta/llama-3.1-instruct", "license"],
      ],
    );
  });

  it("reads a file of comments, and one with a byte order mark", () => {
    for (const text of ["", "# nothing yet\n", "---\n"]) assert.deepEqual(read(text), { records: noProjectRecords, faults: [] });
    assert.equal(read("\ufeffmodels: [{ id: lab/base, license: MIT, reason: x }]").records.models.length, 1);
  });

  it("says so where a key stands twice, the whole is no map, or the bytes are no text", () => {
    assert.deepEqual(faultsOf("models: []\nmodels: []\n"), ["2:1: models stands here twice"]);
    assert.deepEqual(faultsOf("- models\n"), ["1:1: must be a map of keys: models, datasets, licenses"]);
    assert.deepEqual(parseProjectFile(Uint8Array.of(0, 1, 2), embedded).faults, [
      { line: 1, column: 1, message: "cannot be read: binary" },
    ]);
  });

  it("executes no tag and makes no object of other kinds", () => {
    for (const text of [
      "models: !!js/function 'x'",
      "%YAML 1.1\n---\nmodels: !!set {a}",
      "%YAML 1.1\n---\nreviewed: 2026-01-01\nmodels: !!binary aGk=",
    ]) {
      assert.ok(read(text).faults.length > 0, text);
      assert.deepEqual(read(text).records, noProjectRecords);
    }
    const proto = read("models: [{ id: lab/base, reason: x, __proto__: { license: MIT } }]\n");
    assert.deepEqual(proto.records, noProjectRecords);
    assert.equal(Object.hasOwn(Object.prototype, "license"), false);
  });

  const size = largestProjectFile - 100;
  const bombs: Readonly<Record<string, string>> = {
    "aliases of aliases": Array.from(
      { length: 30 },
      (_, i) =>
        `a${i}: &a${i} [${
          i === 0
            ? "x"
            : Array(9)
                .fill(`*a${i - 1}`)
                .join(", ")
        }]`,
    ).join("\n"),
    "an alias of itself": "models: &a [*a]",
    "open brackets": "[".repeat(size),
    "open braces": "{a: ".repeat(size / 4),
    quotes: '"'.repeat(size),
    "question marks": "? ".repeat(size / 2),
    dashes: "- ".repeat(size / 2),
    "deep indentation": Array.from({ length: 600 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
    "many keys": Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join("\n"),
    "many documents": "---\n".repeat(size / 4),
    "too many bytes": "#".repeat(largestProjectFile + 1),
  };
  for (const [name, text] of Object.entries(bombs)) {
    it(`survives ${name}`, () => {
      const { records, faults } = read(text);
      assert.deepEqual(records, noProjectRecords);
      assert.ok(faults.length > 0 && faults.length <= 50);
    }).timeout(10_000);
  }

  it("never throws", () => {
    const bits = fc.constantFrom(
      "models:",
      "- ",
      "id: lab/base",
      "\n",
      "  ",
      "{",
      "}",
      "[",
      "]",
      ":",
      "&a ",
      "*a",
      "!!set ",
      '"',
      "'",
      "|\n",
      "reason: x",
      "\u0000",
      "%YAML 1.1\n---\n",
      "<<: ",
      "? ",
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), (parts) => {
        read(parts.join(""));
      }),
      { numRuns: 1000 },
    );
  });
});
