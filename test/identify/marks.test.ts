import assert from "node:assert/strict";
import fc from "fast-check";
import { createMarkFinder, type Mark, mayShow, shows } from "../../src/identify/marks.ts";
import { placeMarks } from "../../src/identify/placeFacts.ts";
import { tiedMarks } from "../../src/identify/tiedSettings.ts";

/** Texts of the words that a mark's expression is made of, as settings, arguments, options and calls. */
function textsOf({ mark }: Mark): readonly string[] {
  const plain = mark.source.replace(/\\[bswd]/g, " ").replace(/\\/g, "");
  // `(?:half)?vec(?:tor)?` and `with_?structured` are whole words only without what sets them apart
  const words = [plain, plain.replace(/\(\?:|[()?]/g, "")].flatMap((source) => source.match(/[A-Za-z_-]*[A-Za-z][\w-]*/g) ?? []);
  const heads = ["", "--", "--chat-", "PARAMETER ", "base_", "is_", "{", "fsdp_", "<|", "VectorParams(size=", "PeftModel."];
  const tails = [
    ": x",
    ": 1024\n",
    "=1024 ",
    " 1024",
    "(1024)",
    ': "en"',
    " en ",
    ': ["<s>"]',
    '="awq"',
    "= [",
    "(",
    "}",
    " x",
    ': "image"',
    ': "json"',
    ": 3fa1b2c",
    "ForCausalLM",
    "_part=",
    "|>",
  ];
  return [...new Set(words)].flatMap((word) => heads.flatMap((head) => tails.map((tail) => `${head}${word}${tail}`)));
}

describe("marks", () => {
  it("have a stem wherever their expression matches", () => {
    const everything = [...placeMarks, ...tiedMarks];
    const find = createMarkFinder(everything);
    const texts = [...new Set(everything.flatMap(textsOf))];
    for (const each of everything) {
      const { mark } = each;
      const matched = texts.filter((text) => text.search(mark) >= 0);
      assert.ok(matched.length > 0, `no text for ${mark}`);
      assert.deepEqual(
        matched.filter((text) => !mayShow(find(text), each)),
        [],
      );
    }
  });

  it("are shown by what their expression matches, not by a stem alone", () => {
    const each = { stems: ["max_"], mark: /\bmax_tokens=/ };
    const find = createMarkFinder([each]);
    assert.equal(shows(find("max_tokens=1"), each), true);
    assert.equal(shows(find("max_tokens"), each), false);
    assert.equal(shows(find("tokens=1"), each), false);
  });

  it("have stems of any case, but for their capitals", () => {
    const stop = { stems: ["PARAMETER", "stop"], mark: /./ };
    const find = createMarkFinder([stop]);
    for (const text of ["PARAMETER x", "Stop", "nonSTOP", "stop"]) assert.equal(mayShow(find(text), stop), true, text);
    for (const text of ["parameter", "PARAMETEr", "st", "s top", "st\u00f6p", "PARAMETE", ""])
      assert.equal(mayShow(find(text), stop), false, text);
  });

  it("share stems, and stems that begin in the same way", () => {
    const [tool, tools, both] = [
      { stems: ["tool"], mark: /./ },
      { stems: ["toolbox", "tool-box"], mark: /./ },
      { stems: ["tool", "else"], mark: /./ },
    ] as const;
    const find = createMarkFinder([tool, tools, both]);
    assert.deepEqual([...find("no toolbo x").possible], [tool, both]);
    assert.deepEqual([...find("tool tool-box").possible], [tool, both, tools]);
    assert.deepEqual([...find("elsewhere").possible], [both]);
  });

  it("are found as if each stem were looked for by itself", () => {
    const stems = [...placeMarks, ...tiedMarks].flatMap((mark) => mark.stems);
    const marks = stems.map((stem): Mark => ({ stems: [stem], mark: /./ }));
    const find = createMarkFinder(marks);
    const ofAnyCase = (stem: string): RegExp =>
      new RegExp(stem.replace(/[^\w-]/g, "\\$&").replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`));
    const piece = fc.oneof(
      fc.constantFrom(...stems, ...stems.map((stem) => stem.slice(0, -1)), ...stems.map((stem) => stem.toUpperCase()), " ", "\n"),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join("");
        const { possible } = find(text);
        for (const mark of marks) {
          const [stem = ""] = mark.stems;
          assert.equal(possible.has(mark), ofAnyCase(stem).test(text), stem);
        }
      }),
    );
  });
});
