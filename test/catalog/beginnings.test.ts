import assert from "node:assert/strict";
import { collectBeginnings } from "../../src/catalog/beginnings.ts";

const beginnings = (...names: readonly string[]): readonly string[] => collectBeginnings([{ names: { other: names } }]);

describe("what names begin with", () => {
  it("is the beginning of the name without its organisation", () => {
    assert.deepEqual(beginnings("lab/Atlas-7B", "lab/Borea-2*"), ["atlas7b#", "borea2"]);
  });

  it("is the organisation's where the pattern of the name itself is anybody's: a few letters, or a version", () => {
    assert.deepEqual(beginnings("ideogram/v2*"), ["ideogram#"]);
    assert.deepEqual(beginnings("flux-pro/v1.1*"), ["fluxpro#"]);
  });

  it("is nothing of a plain word, which means other things elsewhere", () => {
    assert.deepEqual(beginnings("nova"), []);
  });
});
