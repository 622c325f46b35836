import assert from "node:assert/strict";
import fc from "fast-check";
import { mayHoldReference } from "../../src/detect/documentFilter.ts";
import type { ContextPattern } from "../../src/runtimes/runtime.ts";
import { runtimes } from "../../src/runtimes/runtimes.ts";
import { readFixtures } from "../fixtures.ts";
import { nearLiterals, plainly } from "./nearLiterals.ts";

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
      fc.property(nearLiterals, (text) => {
        assert.equal(mayHoldReference(text), plainly(text));
      }),
      { numRuns: 3000 },
    );
  });
});

/** The words that a document holds where something stands in such a place. */
function written(pattern: ContextPattern): string {
  switch (pattern.kind) {
    case "argument":
      return `${pattern.callee}(`;
    case "named":
      return `${pattern.callee}(${pattern.name}=`;
    case "property":
      if (pattern.format === "elixir") return pattern.path.map((key) => `{:${key}, `).join("");
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
