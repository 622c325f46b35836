import assert from "node:assert/strict";
import { formatOf } from "../../../src/detect/formats.ts";
import { assertMarked, assertSound, inContext } from "../candidates.ts";

const format = formatOf({ path: "guide.adoc" });
assert.ok(format);
const asciiDoc = format;

describe("AsciiDoc", () => {
  it("finds blocks by the language of their attributes, as examples", () => {
    const candidates = assertMarked(
      asciiDoc,
      `= Title
Use \`gpt-4o\` or model: gpt-4o.

[source,yaml]
----
model: «a-1»
----

[source%nowrap, python, subs="+attributes"]
.A title
....
Model("«b-2»")
....
[,toml]
----
model = "«c-3»"
----
[source,yaml]

model: gpt-4

[NOTE]
----
model: gpt-4
----

\`\`\`yaml
model: «d-4»
\`\`\`
`,
    );
    assert.deepEqual(inContext(candidates), [
      "a-1: property model < example",
      "b-2: argument Model 0 < example",
      "c-3: property model < example",
      "d-4: property model < example",
    ]);
  });

  it("takes the document's language where a block says none", () => {
    assertMarked(asciiDoc, ":source-language: yaml\n\n[source]\n----\nmodel: «a-1»\n----\n\n----\nmodel: gpt-4\n----\n");
  });

  it("reads commands behind prompts, and no comment", () => {
    assertMarked(
      asciiDoc,
      "----\n$ ollama run «a-1»\n----\n////\n[source,yaml]\n----\nmodel: gpt-4\n----\n////\n----\n$ ollama run «b-2»\n",
    );
  });

  it("reads what is cut off anywhere", () => {
    const text =
      ":source-language: yaml\n[source,python]\n.T\n----\nModel('gpt-4o')\n----\n[source]\n....\nmodel: x\n....\n////\nc\n////\n";
    for (let end = 0; end <= text.length; end++) assertSound(asciiDoc, text.slice(0, end));
  });
});
