import assert from "node:assert/strict";
import fc from "fast-check";
import { checkProject } from "../../scripts/catalog.ts";
import { bibtexOf } from "../../src/assess/bibtex.ts";

describe("a citation in BibTeX", () => {
  it("is an article where arXiv has it", () => {
    assert.equal(
      bibtexOf({
        title: "Pythia: A Suite for Analyzing Large Language Models Across Training and Scaling",
        authors: ["Stella Biderman", "Hailey Schoelkopf", "others"],
        year: 2023,
        arxiv: "2304.01373",
      }),
      `@article{biderman2023pythia,
  title = {{Pythia: A Suite for Analyzing Large Language Models Across Training and Scaling}},
  author = {Stella Biderman and Hailey Schoelkopf and others},
  year = {2023},
  journal = {arXiv preprint arXiv:2304.01373},
  eprint = {2304.01373},
  archivePrefix = {arXiv},
  url = {https://arxiv.org/abs/2304.01373},
}
`,
    );
  });

  it("keeps an organisation whole, and is of no kind where only an address is known", () => {
    assert.equal(
      bibtexOf({ title: "The Gemma 3 & 4 report", authors: ["Gemma Team"], year: 2025, url: "https://example.org/a_b" }),
      `@misc{team2025gemma,
  title = {{The Gemma 3 \\& 4 report}},
  author = {{Gemma Team}},
  year = {2025},
  url = {https://example.org/a_b},
}
`,
    );
  });

  it("keeps organisations whole, and lets names of people be taken apart", () => {
    const authors = [
      "Hugging Face",
      "BigScience Workshop",
      "DeepSeek-AI",
      "Team OLMo",
      "Research and Data",
      "Quoc V. Le",
      "Benjamin Van Durme",
    ];
    assert.match(
      bibtexOf({ title: "T", authors, year: 2025 }),
      / {2}author = \{\{Hugging Face\} and \{BigScience Workshop\} and \{DeepSeek-AI\} and \{Team OLMo\} and \{Research and Data\} and Quoc V\. Le and Benjamin Van Durme\},\n/,
    );
  });

  it("makes its key of letters and digits alone", () => {
    assert.match(
      bibtexOf({ title: "Über-Modelle", authors: ["Æther Müller-Lüdenscheidt"], year: 2024 }),
      /^@misc\{mullerludenscheidt2024uber,\n/,
    );
  });

  it("has its braces in balance, whatever stands in the record", () => {
    const balance = (text: string): number =>
      // BibTeX counts those behind a backslash too
      [...text].reduce((depth, character) => depth + (character === "{" ? 1 : character === "}" ? -1 : 0), 0);
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", minLength: 1 }),
        fc.array(fc.string({ minLength: 1 }), { minLength: 1 }),
        (title, authors) => {
          assert.equal(balance(bibtexOf({ title, authors, year: 2025, url: title })), 0);
        },
      ),
    );
  });

  it("can be made of every record that has one, with keys that a program reads", () => {
    const cited = checkProject("2026-11-21").compiled.index.models.flatMap(({ citation }) => (citation === undefined ? [] : [citation]));
    assert.ok(cited.length > 90, `${cited.length}`);
    for (const citation of cited) assert.match(bibtexOf(citation), /^@(?:article|misc)\{[a-z0-9]+,\n {2}title = \{\{/);
  });
});
