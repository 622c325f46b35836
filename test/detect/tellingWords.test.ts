import assert from "node:assert/strict";
import { mayHoldReference } from "../../src/detect/documentFilter.ts";
import { formatOf } from "../../src/detect/formats.ts";
import { someQuotedName, someUnquotedName } from "../../src/detect/mentionedNames.ts";
import { holdsTellingWord } from "../../src/detect/tellingWords.ts";
import { createInterest } from "../../src/identify/interest.ts";
import { runtimes } from "../../src/runtimes/runtimes.ts";
import { projectCatalog, readFixtures } from "../fixtures.ts";

describe("holdsTellingWord", () => {
  it("tells a program by every package that shows a runtime", () => {
    const modules = new Set(
      runtimes.flatMap((runtime) => [...runtime.modules, ...runtime.contexts.flatMap((context) => context.modules ?? [])]),
    );
    const missed = [...modules].filter(
      (name) => ![`from ${name} import x`, `import x from "${name}"`, `import ${name}.X;`, `use ${name}::x;`].some(holdsTellingWord),
    );
    assert.deepEqual(missed, []);
  });

  it("is not taken in by words of other trades", () => {
    for (const text of [
      "class User < ApplicationModel",
      "embed(robert, fulfillment)",
      "import org.webflux.Encoder;",
      "pipeline { agent any }",
    ]) {
      assert.equal(holdsTellingWord(text), false, text);
      assert.equal(mayHoldReference(text), true, text);
    }
  });

  it("does not find a word within another, but behind an escape and at a capital", () => {
    for (const text of ["va_arg(argptr)", "ARGPTR", "readspy()", "xllama"]) assert.equal(holdsTellingWord(text), false, text);
    for (const text of ["x = ChatGPT", "my_gpt", "gpt", '"\\ngpt"', "2llama"]) assert.equal(holdsTellingWord(text), true, text);
  });

  it("tells a program by a package with a name of another trade where it is imported", () => {
    for (const text of ["from together import x", "import Replicate from 'replicate'", 'require("cohere")', "use whisper"]) {
      assert.equal(holdsTellingWord(text), true, text);
    }
    for (const text of ["strpos($haystack)", '["replicate", "together"]', "instructor('peft')"])
      assert.equal(holdsTellingWord(text), text.endsWith("peft')"), text);
  });

  it("lets every document of the fixtures through that names a model, or a name in it does", () => {
    const { isName } = createInterest(projectCatalog());
    const someName = (name: string): typeof someQuotedName =>
      formatOf({ path: name })?.namesAreQuoted ? someQuotedName : someUnquotedName;
    const missed = readFixtures()
      .filter(({ expected }) => expected.length > 0)
      .filter(({ name, text }) => !holdsTellingWord(text) && !someName(name)(text, isName));
    assert.deepEqual(
      missed.map(({ name }) => name),
      [],
    );
  });
});
