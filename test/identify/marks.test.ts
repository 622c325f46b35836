import assert from "node:assert/strict";
import { type Mark, markedText, mayShow, shows } from "../../src/identify/marks.ts";
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
    const texts = [...new Set(everything.flatMap(textsOf))];
    for (const each of everything) {
      const { mark } = each;
      const matched = texts.filter((text) => text.search(mark) >= 0);
      assert.ok(matched.length > 0, `no text for ${mark}`);
      assert.deepEqual(
        matched.filter((text) => !mayShow(markedText(text), each)),
        [],
      );
    }
  });

  it("are shown by what their expression matches, not by a stem alone", () => {
    const each = { stems: ["max_"], mark: /\bmax_tokens=/ };
    assert.equal(shows(markedText("max_tokens=1"), each), true);
    assert.equal(shows(markedText("max_tokens"), each), false);
    assert.equal(shows(markedText("tokens=1"), each), false);
  });
});
