import assert from "node:assert/strict";
import fc from "fast-check";
import type { Assessment } from "../../src/assess/assessment.ts";
import { builtWithLine, insertionOf } from "../../src/editor/readmeLine.ts";
import { applyEdits } from "../../src/text.ts";
import { projectEngine } from "../fixtures.ts";

const line = "Built with [Olmo-3-7B-Instruct](https://huggingface.co/allenai/Olmo-3-7B-Instruct), an open-recipe model.";

function added(text: string): string {
  const insertion = insertionOf(text, line);
  assert.ok(insertion);
  return applyEdits(text, [insertion]);
}

describe("the line that a README gets", () => {
  const assessmentOf = (name: string): Assessment => {
    const engine = projectEngine();
    return engine.assess(engine.identify(name));
  };

  it("names the model by its hub page, however the code writes it", () => {
    const expected =
      "Built with [Olmo-3-7B-Instruct](https://huggingface.co/allenai/Olmo-3-7B-Instruct), an open-recipe model: its weights, training data and training code are open.";
    const sure = (name: string): Assessment => ({ ...assessmentOf(name), confidence: "sure" });
    for (const name of ["allenai/Olmo-3-7B-Instruct", "ollama_chat/olmo-3:7b-instruct", "olmo-3:7b-instruct"]) {
      assert.deepEqual(builtWithLine(sure(name)), { kind: "line", line: expected }, name);
    }
  });

  it("is none for a model whose recipe is not open", () => {
    for (const name of ["gpt-4o", "meta-llama/Llama-3.1-8B-Instruct", "bigscience/bloom", "nobody/nothing"]) {
      assert.deepEqual(builtWithLine(assessmentOf(name)), { kind: "none", reason: "it is not an open-recipe model" }, name);
    }
  });

  const olmo = "allenai/Olmo-3-7B-Instruct";

  it("says how far it is known where that is not beyond doubt, with the date", () => {
    const built = builtWithLine({ ...assessmentOf(olmo), confidence: "likely", asOf: "2026-08-14" });
    assert.equal(
      built.kind === "line" && built.line,
      `Built with [Olmo-3-7B-Instruct](https://huggingface.co/${olmo}), an open-recipe model: its weights, training data and training code are open, as far as is known (facts of 2026-08).`,
    );
  });

  it("is none where that is disputed, told by the name alone, or by the project's own record", () => {
    const assessment = assessmentOf(olmo);
    const reason = (changes: Partial<Assessment>): string | null => {
      const built = builtWithLine({ ...assessment, ...changes });
      return built.kind === "none" ? built.reason : null;
    };
    assert.equal(reason({}), null);
    assert.equal(reason({ confidence: "disputed" }), "whether it is an open-recipe model is disputed");
    const projectRecords = [{ kind: "model", id: "x", adds: true, reason: "Ours." }] as unknown as Assessment["projectRecords"];
    assert.equal(reason({ projectRecords }), "it is an open-recipe model by the project's own record, and not by the catalog");
    const inferred = assessmentOf("somebody/Olmo-3-7B-Instruct-GGUF");
    assert.equal(inferred.class, "open-recipe");
    assert.deepEqual(builtWithLine(inferred), { kind: "none", reason: "it is taken for an open-recipe model by its name alone" });
  });

  it("is not added beside one of another date", () => {
    const built = (asOf: string): string => {
      const of = builtWithLine({ ...assessmentOf(olmo), confidence: "likely", asOf });
      return of.kind === "line" ? of.line : assert.fail(of.reason);
    };
    const text = `# App\n\n${built("2026-01")}\n`;
    assert.equal(insertionOf(text, built("2026-08")), null);
  });

  it("goes to the end of the section in which people look for it", () => {
    const text = "# App\n\n## Models\n\nWe use:\n\n- this\n\n\n## Licence\n\nMIT\n";
    assert.equal(added(text), `# App\n\n## Models\n\nWe use:\n\n- this\n\n${line}\n\n\n## Licence\n\nMIT\n`);
  });

  it("begins a section of its own at the end where there is none", () => {
    assert.equal(added("# App\n\nText\n"), `# App\n\nText\n\n## Built with\n\n${line}\n`);
    assert.equal(added("# App"), `# App\n\n## Built with\n\n${line}\n`);
    assert.equal(added(""), `## Built with\n\n${line}\n`);
  });

  it("takes deeper headings for a part of the section, and headings in code for code", () => {
    assert.equal(added("## Credits\n\n### People\n\nA\n"), `## Credits\n\n### People\n\nA\n\n${line}\n`);
    assert.equal(added("```md\n## Models\n```\n"), `\`\`\`md\n## Models\n\`\`\`\n\n## Built with\n\n${line}\n`);
  });

  it("knows headings by the line below them too", () => {
    for (const end of ["\n", "\r\n"]) {
      const written = (...parts: readonly string[]): string => parts.join(end) + end;
      assert.equal(
        added(written("App", "===", "", "Models", "------", "", "A", "", "Licence", "-------", "", "MIT")),
        written("App", "===", "", "Models", "------", "", "A", "", line, "", "Licence", "-------", "", "MIT"),
      );
      assert.equal(added(written("## Credits", "", "- A", "---", "B")), written("## Credits", "", "- A", "---", "B", "", line));
    }
  });

  it("takes a fence that says a language for a part of the code that it stands in", () => {
    assert.equal(added("```\n```md\n## Models\n```\n"), `\`\`\`\n\`\`\`md\n## Models\n\`\`\`\n\n## Built with\n\n${line}\n`);
  });

  it("makes no link or markup of a name that is no hub id", () => {
    const assessment = assessmentOf(olmo);
    const identity = { ...assessment.identity, name: "a](x) *b*" };
    const built = builtWithLine({ ...assessment, name: "a](x) *b*", identity });
    assert.match(built.kind === "line" ? built.line : built.reason, /^Built with a\\\]\(x\) \\\*b\\\*, an/);
  });

  it("keeps the text's line ends", () => {
    assert.equal(added("# App\r\n\r\n## Models\r\n\r\nA\r\n"), `# App\r\n\r\n## Models\r\n\r\nA\r\n\r\n${line}\r\n`);
  });

  it("is not added twice", () => {
    assert.equal(insertionOf(added("# App\n"), line), null);
  });

  it("changes nothing else, whatever the README holds", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("# A", "## Models", "text", "```", "", "### b", "\r", "## Credits ##")), (lines) => {
        const text = lines.join("\n");
        const insertion = insertionOf(text, line);
        assert.ok(insertion);
        assert.equal(insertion.range.start, insertion.range.end);
        assert.ok(applyEdits(text, [insertion]).includes(line));
      }),
    );
  });
});
