import assert from "node:assert/strict";
import fc from "fast-check";
import { detectCell, notebook } from "../../src/detect/formats/notebook.ts";
import { assertLinear, assertSound, contextText, fragments, inContext } from "./candidates.ts";

interface WrittenCell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly metadata?: unknown;
  readonly outputs?: unknown;
}

function write(cells: readonly WrittenCell[], metadata: unknown = {}, indent = 1): string {
  return JSON.stringify({ cells, metadata, nbformat: 4 }, null, indent);
}

/** The text of a cell as VS Code's deserializer joins it. */
function cellText(source: string | readonly string[]): string {
  if (typeof source === "string") return source;
  return source.map((line, index) => (index < source.length - 1 && !line.endsWith("\n") ? `${line}\n` : line)).join("");
}

describe("notebooks", () => {
  it("finds the candidates of code cells, in the file and in the cell", () => {
    const cells: readonly WrittenCell[] = [
      { cell_type: "markdown", source: ['m = "gpt-4"'] },
      {
        cell_type: "code",
        metadata: {},
        outputs: [{ text: 'm = "gpt-4"' }],
        source: ["import openai\n", 'm = "gpt-4o" # é 😀 \\\n', "f(model='o1-mini')"],
      },
      { cell_type: "raw", source: 'm = "gpt-4"' },
      { cell_type: "code", source: 'n = "phi3"\r\no = "qwen3"' },
      { cell_type: "code", source: ['p = "a1"', 'q = "b2"'] },
    ];
    const text = write(cells, { kernelspec: { language: "python" } });
    const { candidates, modules } = notebook.detect(text);
    assert.deepEqual(
      candidates.map((candidate) => [candidate.cell?.index, candidate.text, text.slice(candidate.range.start, candidate.range.end)]),
      [
        [1, "gpt-4o", "gpt-4o"],
        [1, "o1-mini", "o1-mini"],
        [3, "phi3", "phi3"],
        [3, "qwen3", "qwen3"],
        [4, "a1", "a1"],
        [4, "b2", "b2"],
      ],
    );
    for (const { cell, text: value } of candidates) {
      const source = cellText(cells[cell?.index ?? 0]?.source ?? "");
      assert.equal(source.slice(cell?.range.start, cell?.range.end), value);
    }
    assert.deepEqual(modules, ["openai"]);
  });

  it("keeps the range of what is written where the source has escapes", () => {
    const text = String.raw`{"cells": [{"source": "m = \"meta\/x\"", "cell_type": "code"}]}`;
    const [candidate] = notebook.detect(text).candidates;
    assert.equal(candidate?.text, "meta/x");
    assert.equal(text.slice(candidate.range.start, candidate.range.end), String.raw`meta\/x`);
    assert.deepEqual(candidate.cell, { index: 0, range: { start: 5, end: 11 } });
  });

  it("reads shell cells and lines, and sets of the environment", () => {
    const python = "%%time\nimport x\n!ollama pull llama3 \\\n  && ollama pull phi3\n%env MODEL=gpt-4o\n%pip install gpt-4\nm = 'qwen3'\n";
    const { candidates, modules } = detectCell(python, "python");
    assert.deepEqual(inContext(candidates).slice().sort(), [
      "gpt-4o: assignment MODEL",
      "llama3: operand ollama pull 0",
      "phi3: operand ollama pull 0",
      "qwen3: assignment m",
    ]);
    assert.deepEqual(modules, ["x", "ollama"]);
    assert.deepEqual(inContext(detectCell("%%bash\nollama run phi3", "python").candidates), ["phi3: operand ollama run 0"]);
    assert.deepEqual(detectCell("m = 'gpt-4o'", "julia").candidates, []);
  });

  it("reads the file that a cell writes by its name", () => {
    const texts = (cell: string): readonly string[] => inContext(detectCell(cell, "python").candidates);
    assert.deepEqual(texts("%%writefile src/agent.py\nm = 'gpt-4o'"), ["gpt-4o: assignment m"]);
    assert.deepEqual(texts("%%writefile -a config/config.yml\nrag:\n  model: qwen3"), ["qwen3: property model < property rag"]);
    assert.deepEqual(texts('%%file "conf.toml"\nmodel = "phi3"'), ["phi3: property model"]);
    assert.deepEqual(texts("%%writefile .env\nMODEL=phi3"), ["phi3: assignment MODEL"]);
    assert.deepEqual(texts("%%writefile index.js\nconst m = 'phi3';"), ["phi3: assignment m"]);
    assert.deepEqual(texts("%%writefile Dockerfile\nENV MODEL=phi3"), ["phi3: assignment MODEL"]);
    const cell = "\n%%writefile a.py\r\nm = 'gpt-4o'";
    const [written] = detectCell(cell, "python").candidates;
    assert.equal(cell.slice(written?.range.start, written?.range.end), "gpt-4o");
  });

  it("passes over cells that write what nothing reads, and cells of other magics", () => {
    for (const magic of ["%%writefile notes.md", "%%writefile main.asm", "%%writefile", "%%html", "%%latex"]) {
      assert.deepEqual(detectCell(`${magic}\nm = 'gpt-4o'`, "python").candidates, [], magic);
    }
    assert.deepEqual(detectCell("%%writefile a.py", "python").candidates, []);
  });

  it("reads the files that shell cells write, and the commands of line magics", () => {
    const texts = (cell: string): readonly string[] => inContext(detectCell(cell, "python").candidates);
    assert.deepEqual(texts("%%bash\ncat > a.yaml <<EOF\nmodel: phi3\nEOF"), ["phi3: property model"]);
    assert.deepEqual(texts("%run train.py --model phi3"), ["phi3: flag train.py --model"]);
    assert.deepEqual(texts("%run -i train.py --model phi3"), ["phi3: flag train.py --model"]);
    assert.deepEqual(texts("%sx ollama run phi3"), ["phi3: operand ollama run 0"]);
    assert.deepEqual(texts("%runner train.py --model phi3"), []);
  });

  it("follows the notebook's language, and a cell's own", () => {
    const shellCell: WrittenCell = { cell_type: "code", source: "ollama run phi3" };
    const [inBash] = notebook.detect(write([shellCell], { kernelspec: { language: "bash" } })).candidates;
    assert.equal(contextText(inBash), "operand ollama run 0");
    assert.deepEqual(notebook.detect(write([shellCell], { language_info: { name: "R" } })).candidates, []);
    const [own] = notebook.detect(write([{ ...shellCell, metadata: { vscode: { languageId: "shellscript" } } }])).candidates;
    assert.equal(contextText(own), "operand ollama run 0");
  });

  it("has cell ranges that fit the cell's text, whatever the source", () => {
    const piece = fc.constantFrom(
      "m = 'gpt-4o'",
      'f("a/b")',
      "é",
      "😀",
      "\\",
      '"',
      "'",
      "\n",
      "\r\n",
      "\t",
      "!ollama run phi3",
      "%env A=b1",
      "# c",
      "x",
      " ",
    );
    const source = fc.oneof(
      fc.array(piece, { maxLength: 8 }),
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(fc.array(source, { maxLength: 4 }), fc.constantFrom(0, 1), (sources, indent) => {
        const text = write(
          sources.map((each) => ({ cell_type: "code", source: each })),
          {},
          indent,
        );
        const { candidates } = notebook.detect(text);
        const inCells = sources.flatMap((each, index) =>
          detectCell(cellText(each), "python").candidates.map(({ text: value, range }) => ({ value, cell: { index, range } })),
        );
        assert.deepEqual(
          candidates.map(({ text: value, cell }) => ({ value, cell })),
          inCells,
        );
        for (const { text: value, range, cell } of candidates) {
          // a shell word may have quotes in its midst, which its value lacks
          if (cell === null || cell.range.end - cell.range.start !== value.length) continue;
          assert.equal(JSON.parse(`"${text.slice(range.start, range.end)}"`), value);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("survives any text and stays inside of it", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 60 }), (parts) => assertSound(notebook, parts.join(""))),
      { numRuns: 500 },
    );
    const whole = write([{ cell_type: "code", source: ["a = 'gpt-4o'\n", "!ollama run phi3"] }]);
    for (let length = 0; length < whole.length; length++) assertSound(notebook, whole.slice(0, length));
  });

  it("takes linear time on hostile text", () => {
    for (const repeated of ['"', "[", "{", '{"cells":[{"cell_type":"code","source":["', '{"cell_type":"code","source":["x"]},'])
      assertLinear(notebook, repeated);
  });

  it("reads cells of other kernels in their own language", () => {
    const text = JSON.stringify({
      cells: [{ cell_type: "code", source: ['chat <- chat_openai(model = "gpt-4o")\n', "# model = 'gpt-4'"] }],
      metadata: { kernelspec: { name: "ir", language: "R" } },
    });
    const { candidates } = notebook.detect(text);
    assert.deepEqual(
      candidates.map(
        (candidate) => `${candidate.text} ${contextText(candidate)} ${text.slice(candidate.range.start, candidate.range.end)}`,
      ),
      ["gpt-4o argument chat_openai model < assignment chat gpt-4o"],
    );
  });
});
