import assert from "node:assert/strict";
import { toml } from "../../../src/detect/formats/toml.ts";
import { assertMarked, contextText, inContext } from "../candidates.ts";

describe("TOML", () => {
  it("finds the four kinds of strings, without comments and other values", () => {
    const candidates = assertMarked(
      toml,
      `# model = "gpt-4"
a = "«gpt-4o»" # "gpt-4"
b = '«claude-3-opus»'
c = """
«phi3»"""
d = '''«qwen3»'''
e = 1979-05-27T07:32:00Z
f = true
"quoted key" = "«x-1»"
g = "«gpt\\u002d4o»"
h = """\\
    «llama3»"""
`,
    );
    assert.deepEqual(inContext(candidates), [
      "gpt-4o: property a",
      "claude-3-opus: property b",
      "phi3: property c",
      "qwen3: property d",
      "x-1: property quoted key",
      "gpt-4o: property g",
      "llama3: property h",
    ]);
  });

  it("knows tables, dotted keys, arrays of tables, arrays and inline tables", () => {
    const candidates = assertMarked(
      toml,
      `[profiles.fast]
model = "«gpt-4o»"
llm.chat.model = "«gpt-4o-mini»"
choices = ["«a-1»", # one
  "«b-2»", 3, { name = "«c-3»", n = 1, deep.er = ["«d-4»"] },
  "«e-5»"
]
[[servers]]
model = "«f-6»"
[[servers]]
model = "«g-7»"
`,
    );
    assert.deepEqual(candidates.map(contextText), [
      "property model < property fast < property profiles",
      "property model < property chat < property llm < property fast < property profiles",
      "item 0 < property choices < property fast < property profiles",
      "item 1 after a-1 < property choices < property fast < property profiles",
      "property name < item 3 < property choices < property fast < property profiles",
      "item 0 < property er < property deep < item 3 < property choices < property fast < property profiles",
      "item 4 < property choices < property fast < property profiles",
      "property model < item 0 < property servers",
      "property model < item 1 < property servers",
    ]);
  });

  it("scans command lines, and lists of their words with the program beside them", () => {
    const candidates = assertMarked(
      toml,
      `[mcp_servers.x]
command = "«vllm»"
args = ["serve", "«org/name-7b»", "--tokenizer", "«org/other»"]
[tasks.serve]
run = "ollama run «llama3»"
`,
    );
    assert.deepEqual(
      candidates.slice(1, 3).map((candidate) => contextText(candidate).split(" < ")[0]),
      ["operand vllm serve 0", "flag vllm serve --tokenizer"],
    );
    assert.equal(contextText(candidates[3]), "operand ollama run 0 < property run < property serve < property tasks");
  });

  it("passes over what is nested too deep, and goes on behind it", () => {
    const nested = `${"[".repeat(10_001)}"gpt-4o", {model = "gpt-4o"}${"]".repeat(10_001)}`;
    const { candidates } = toml.detect(`a = { b = ${nested}, model = "phi3" }\nmodel = "llama3"\n`);
    assert.deepEqual(inContext(candidates), ["phi3: property model < property a", "llama3: property model"]);
  });

  it("goes on behind what is being typed", () => {
    assertMarked(
      toml,
      `a = "gpt-4\nb = [ "«x-1»",\nc = "«y-2»"\nd = { e = "«z-3»"\nf = "«w-4»"\n[unclosed\ng = "«v-5»"\nh = """no end\ni = "«u-6»"\n= "t-7"\n`,
    );
  });
});
