import assert from "node:assert/strict";
import fc from "fast-check";
import { holdsTellingWord, isPlainWithoutReference, literals, mayHoldReference } from "../../src/detect/documentFilter.ts";
import { formatOf } from "../../src/detect/formats.ts";
import { someQuotedName, someUnquotedName } from "../../src/detect/mentionedNames.ts";
import { createInterest } from "../../src/identify/interest.ts";
import type { ContextPattern } from "../../src/runtimes/runtime.ts";
import { runtimes } from "../../src/runtimes/runtimes.ts";
import { projectCatalog, readFixtures } from "../fixtures.ts";

describe("mayHoldReference", () => {
  it("lets every fixture through that names a model", () => {
    for (const { name, text, expected } of readFixtures()) if (expected.length > 0) assert.ok(mayHoldReference(text), name);
  });

  it("lets through every place that a runtime describes", () => {
    const missed: string[] = [];
    for (const { id, contexts } of runtimes) {
      for (const { pattern, modules } of contexts) {
        for (const module of modules ?? [""]) {
          const text = `${module}\n${written(pattern)}`;
          if (!mayHoldReference(text)) missed.push(`${id}: ${text}`);
        }
      }
    }
    assert.deepEqual(missed, []);
  });

  it("keeps programs out that have nothing to do with models", () => {
    assert.equal(mayHoldReference("from os import path\nrun(command='ls')\n"), false);
  });

  it("knows a Modelfile by its instruction", () => {
    for (const text of ["FROM x", "# a\nFROM x", "\r\nFROM\tx", "FROM\u00a0x"]) assert.equal(mayHoldReference(text), true, text);
    for (const text of ["from x", "FROM", "FROMx", "# FROM x", "x\tFROM x"]) assert.equal(mayHoldReference(text), false, text);
  });

  it("finds exactly the literals, in letters of either case, and the instruction", () => {
    fc.assert(
      fc.property(text, (text) => {
        assert.equal(mayHoldReference(text), plainly(text));
      }),
      { numRuns: 3000 },
    );
  });
});

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

describe("isPlainWithoutReference", () => {
  it("says of ASCII what mayHoldReference says, wherever a literal begins and ends", () => {
    const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
    for (const literal of [...literals, "FROM x"]) {
      for (let before = 0; before < 5; before++) {
        for (let after = 0; after < 5; after++) {
          const around = `${"\n".repeat(before)}${literal}${"\n".repeat(after)}`;
          assert.equal(isPlainWithoutReference(bytesOf(around)), false, JSON.stringify(around));
          assert.equal(isPlainWithoutReference(bytesOf(around.toUpperCase())), false, JSON.stringify(around));
        }
      }
    }
    fc.assert(
      fc.property(text, fc.nat(3), (text, offset) => {
        const bytes = new Uint8Array(offset + text.length * 3);
        const { written } = new TextEncoder().encodeInto(text, bytes.subarray(offset));
        const isPlain = [...text].every((character) => character > "\0" && character < "\x80");
        assert.equal(isPlainWithoutReference(bytes.subarray(offset, offset + written)), isPlain && !plainly(text));
      }),
      { numRuns: 3000 },
    );
  });

  it("leaves to others what is no ASCII, or may be binary", () => {
    assert.equal(isPlainWithoutReference(Uint8Array.from([])), true);
    assert.equal(isPlainWithoutReference(Uint8Array.from([1, 127, 1, 127, 1])), true);
    for (const special of [0, 128, 255]) {
      for (let at = 0; at < 7; at++) {
        const bytes = new Uint8Array(7).fill(120);
        bytes[at] = special;
        assert.equal(isPlainWithoutReference(bytes), false, `${special} at ${at}`);
      }
    }
  });
});

/** Pieces of literals, whole ones, what may stand around them, and what looks like them when bits are left out. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...literals),
      fc.constantFrom(...literals).map((literal) => literal.toUpperCase()),
      fc.constantFrom(...literals).map((literal) => literal.slice(1)),
      fc.constantFrom(...literals).map((literal) => literal.slice(0, -1)),
      fc.constantFrom(...literals).map((literal) => literal.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) & 31))),
      fc.constantFrom("FROM", "FROM ", "\n", "\r", "from ", " ", "x", "\0", "\u00e9", "\u212a", "\u017f", "\u{1f600}"),
    ),
    { maxLength: 3 },
  )
  .map((pieces) => pieces.join(""));

/** The filter as one would say it. */
function plainly(text: string): boolean {
  const small = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return literals.some((literal) => small.includes(literal)) || /(?:^|[\n\r])FROM[\0-\x20\x80-\uffff]/.test(text);
}

/** The words that a document holds where something stands in such a place. */
function written(pattern: ContextPattern): string {
  switch (pattern.kind) {
    case "argument":
      return `${pattern.callee}(`;
    case "named":
      return `${pattern.callee}(${pattern.name}=`;
    case "property":
      // what such a file never lacks
      return `${pattern.path.join("\n")}: ${pattern.file?.some((name) => name.startsWith("promptfoo")) ? "prompts:" : ""}`;
    case "assignment":
      return `${pattern.name} = `;
    case "flag":
      return `${pattern.command ?? ""} ${pattern.name}`;
    case "operand":
      return pattern.command;
    case "instruction":
      return `${pattern.name} x`;
    case "address":
      return `https://${pattern.site === "huggingface" ? "huggingface.co" : "ollama.com"}/`;
  }
}
