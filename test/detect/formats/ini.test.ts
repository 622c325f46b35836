import assert from "node:assert/strict";
import { ini } from "../../../src/detect/formats/ini.ts";
import { assertMarked, inContext } from "../candidates.ts";

describe("INI and its relatives", () => {
  it("finds values in their sections, without comments", () => {
    const candidates = assertMarked(
      ini,
      `; model = gpt-4
# model = gpt-4
top: «a-1»
[openai.chat]
model = «gpt-4o» ; gpt-4
other="«gpt-4o-mini»"  # gpt-4
host = «x.y»;
[remote "origin"]
	fetch = «b-2»
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: property top",
      "gpt-4o: property model < property chat < property openai",
      "gpt-4o-mini: property other < property chat < property openai",
      "x.y: property host < property chat < property openai",
      "b-2: property fetch < property origin < property remote",
    ]);
  });

  it("reads deeper lines as a list, and commands as commands", () => {
    const candidates = assertMarked(
      ini,
      `[x]
models =
    «a-1»
    «b-2»
c = «c-3», «d-4»
[testenv]
commands =
    ollama run «llama3»
    python run.py --model=«e-5»
[program:web]
command=litellm --model «f-6»
environment=MODEL="«g-7»",OTHER="1"
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: item 0 < property models < property x",
      "b-2: item 1 after a-1 < property models < property x",
      "c-3: item 0 < property c < property x",
      "d-4: item 1 after c-3 < property c < property x",
      "llama3: operand ollama run 0 < item 0 < property commands < property testenv",
      "e-5: flag run.py --model < item 1 after ollama run llama3 < property commands < property testenv",
      "f-6: flag litellm --model < property command < property program:web",
      "g-7: assignment MODEL < property program:web",
    ]);
  });

  it("knows blocks in braces", () => {
    const candidates = assertMarked(
      ini,
      `llm {
  // model = "gpt-4"
  chat = {
    model = "«gpt-4o»"
    model = \${?CHAT_MODEL}
    all = ["«a-1»", "«b-2»"]
  }
}
last = «c-3»
`,
    );
    assert.deepEqual(inContext(candidates), [
      "gpt-4o: property model < property chat < property llm",
      "a-1: item 0 < property all < property chat < property llm",
      "b-2: item 1 after a-1 < property all < property chat < property llm",
      "c-3: property last",
    ]);
  });

  it("reads lists in brackets over lines, of words and of objects", () => {
    const candidates = assertMarked(
      ini,
      `app {
  models = [
    # gpt-4
    "«gpt-4o»", // gpt-4
    '«a-1»', «b-2»
  ]
  more = ["«c-3»",
    "«d-4»"]
  cards = [
    {
      id = "«e-5»"
    },
    {
      id = "«f-6»"
    }
  ]
  last = «g-7»
}
`,
    );
    assert.deepEqual(inContext(candidates), [
      "gpt-4o: item 0 < property models < property app",
      "a-1: item 1 after gpt-4o < property models < property app",
      "b-2: item 2 after a-1 < property models < property app",
      "c-3: item 0 < property more < property app",
      "d-4: item 1 after c-3 < property more < property app",
      "e-5: property id < item 0 < property cards < property app",
      "f-6: property id < item 1 < property cards < property app",
      "g-7: property last < property app",
    ]);
  });

  it("ends a list that nobody has closed with the next entry or section", () => {
    const candidates = assertMarked(
      ini,
      `pattern = [
model = «a-1»
other = [
[section]
model = «b-2»
`,
    );
    assert.deepEqual(inContext(candidates), ["a-1: property model", "b-2: property model < property section"]);
  });
});
