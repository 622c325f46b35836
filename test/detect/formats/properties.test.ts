import assert from "node:assert/strict";
import { properties } from "../../../src/detect/formats/properties.ts";
import { assertMarked, inContext } from "../candidates.ts";

describe("Java properties", () => {
  it("finds values by their keys' paths", () => {
    const candidates = assertMarked(
      properties,
      `# model=gpt-4
! model=gpt-4
spring.ai.openai.chat.options.model=«gpt-4o»
a.b : «x-1»
c   «y-2»
  d = «z-3»\r
models[0]=«m-1»
models[1].name=«m-2»
list=«p-1», «p-2»
empty=
key\\=with\\:signs=«k-1»
`,
    );
    assert.deepEqual(inContext(candidates), [
      "gpt-4o: property model < property options < property chat < property openai < property ai < property spring",
      "x-1: property b < property a",
      "y-2: property c",
      "z-3: property d",
      "m-1: item 0 < property models",
      "m-2: property name < item 1 < property models",
      "p-1: item 0 < property list",
      "p-2: item 1 after p-1 < property list",
      "k-1: property key=with:signs",
    ]);
  });

  it("finds defaults, and leaves look-ups without one alone", () => {
    const candidates = assertMarked(
      properties,
      `a.model=\${CHAT_MODEL:«gpt-4o»}\nb.model=\${CHAT_MODEL}\nc.url=http://host/x\nd.model=\${app.chat-model:«phi3»}\ne.version=\${spring-ai.version}\n`,
    );
    assert.deepEqual(inContext(candidates), [
      "gpt-4o: fallback CHAT_MODEL < property model < property a",
      "phi3: fallback app.chat-model < property model < property d",
    ]);
  });

  it("maps escapes and continued lines", () => {
    const candidates = assertMarked(properties, "a=«llama3\\:8b»\nb=«gpt-\\\n    4o»\nc=«gpt\\u002D4o»\nd=x\\\\\ne=«y-1»\n");
    assert.deepEqual(
      candidates.map(({ text }) => text),
      ["llama3:8b", "gpt-4o", "gpt-4o", "y-1"],
    );
  });
});
