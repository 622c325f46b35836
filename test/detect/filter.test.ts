import assert from "node:assert/strict";
import { beginningOf, createFilter } from "../../src/detect/filter.ts";
import { resolve } from "../../src/identify/resolve.ts";
import { projectCatalog } from "../fixtures.ts";

describe("beginningOf", () => {
  it("is a name's first letters and digits, without case and delimiters", () => {
    assert.equal(beginningOf("Llama-3.1-8B"), "llama318b#");
    assert.equal(beginningOf("command-r-plus-08-2024"), "commandrpl");
    assert.equal(beginningOf("qwen*"), "qwen");
    assert.equal(beginningOf("gpt-4o"), "gpt4o#");
  });

  it("ends at a star, behind which no letter goes on where a delimiter stands before it", () => {
    assert.equal(beginningOf("opt-*"), "opt#");
    assert.equal(beginningOf("gpt-4*"), "gpt4");
  });

  it("is the next word's where the first is no name, and none where no word is", () => {
    assert.equal(beginningOf("o3-*"), "o3#");
    assert.equal(beginningOf("*-bison"), "bison#");
    assert.equal(beginningOf("*bison"), null);
    assert.equal(beginningOf("7"), null);
  });
});

describe("createFilter", () => {
  const passes = createFilter(["llama#", "qwen", "commandrpl", "o3mini#", "v0#"]);

  for (const text of [
    "Meta-Llama-3",
    "llama3",
    "my.LLAMA",
    '"\\nllama 3"',
    "ChatLlama",
    "qwenfoo",
    "command_r-plus",
    "O3-mini",
    "x/llama",
    "v0-1.5",
  ]) {
    it(`lets ${text} through`, () => assert.equal(passes(text), true));
  }

  for (const text of ["", "llamas", "ollama", "command-line", "v0x", "o3", "o3-minimum", "-", "\\", "l", "qwe"]) {
    it(`keeps ${text || "nothing"} out`, () => assert.equal(passes(text), false));
  }
});

describe("a catalog's mayHold", () => {
  it("lets through all that a look-up finds by a name of the catalog, as it is written and as others write it", function () {
    this.timeout(120_000);
    const catalog = projectCatalog();
    const names = new Set<string>();
    for (const { names: listed, members = [] } of catalog.models) {
      for (const list of Object.values(listed)) for (const name of list) names.add(name.replaceAll("*", "7b"));
      for (const member of members) for (const name of Object.values(member.names)) names.add(name);
    }
    const missed: string[] = [];
    for (const name of names) {
      const spellings = [
        name,
        name.toUpperCase(),
        name.replaceAll("-", "_"),
        `openrouter/${name}`,
        `us.${name}`,
        `${name}-latest`,
        `${name}-2025-01-01`,
      ];
      for (const text of spellings) {
        // plain words of everyday use are no names by themselves
        if (text.length < 5 || (!/[\d/]/.test(text) && text.split(/[-_.:@]/).length < 3) || catalog.mayHold(text)) continue;
        const match = resolve(text, catalog, [])?.match;
        if (match && match.inferred === null && (match.family === null || /[\d/]/.test(text))) missed.push(`${text} is ${match.record.id}`);
      }
    }
    assert.deepEqual(missed, []);
  });
});
