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
    for (const name of ["allenai/Olmo-3-7B-Instruct", "ollama_chat/olmo-3:7b-instruct", "olmo-3:7b-instruct"]) {
      assert.equal(builtWithLine(assessmentOf(name)), expected, name);
    }
  });

  it("is none for a model whose recipe is not open", () => {
    for (const name of ["gpt-4o", "meta-llama/Llama-3.1-8B-Instruct", "bigscience/bloom", "nobody/nothing"]) {
      assert.equal(builtWithLine(assessmentOf(name)), null, name);
    }
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
    const hostile = { class: "open-recipe", checkpoint: null, name: "a](x) *b*" } as const;
    const identity = { ...assessmentOf("allenai/Olmo-3-7B-Instruct").identity, name: "a](x) *b*" };
    assert.match(builtWithLine({ ...hostile, identity }) ?? "", /^Built with a\\\]\(x\) \\\*b\\\*, an/);
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
