import assert from "node:assert/strict";
import fc from "fast-check";
import { dotenv } from "../../src/detect/formats/dotenv.ts";
import { assertLinear, assertMarked, assertSound, contextText, fragments } from "./candidates.ts";

describe("files of environment variables", () => {
  it("finds bare and quoted values, without comments", () => {
    const candidates = assertMarked(
      dotenv,
      `# A=gpt-4\nB=«gpt-4o» # the model\r\nexport C = "«claude-3-opus»"\n  D='«phi3»'#x\nE: «qwen3»\nF=a#b \n`,
    );
    assert.deepEqual(candidates.map(contextText), ["assignment B", "assignment C", "assignment D", "assignment E"]);
  });

  it("finds defaults and lists", () => {
    const candidates = assertMarked(
      dotenv,
      `A="\${B:-«gpt-4o»}"\nC=«gpt-4», «o1-mini»\nD='\${B:-gpt-4o}'\nE=--model «x/y» --n 1\nF=openai://x\n`,
    );
    assert.deepEqual(candidates.map(contextText), [
      "fallback B < assignment A",
      "item 0 < assignment C",
      "item 1 after gpt-4 < assignment C",
      "flag  --model < assignment E",
    ]);
  });

  it("takes apart words with blanks between them where the variable holds models", () => {
    const candidates = assertMarked(dotenv, `PULL_MODELS="«llama3.2» «phi3:mini»"\nMODEL_DIRS="a1 b2"\n`);
    assert.deepEqual(candidates.map(contextText), ["item 0 < assignment PULL_MODELS", "item 1 after llama3.2 < assignment PULL_MODELS"]);
  });

  it("knows values over several lines, and quotes that are being typed", () => {
    assertMarked(dotenv, `K="-----BEGIN\nM=gpt-4o\n"\nA=«phi3»\nB="gpt-4o\nC=«qwen3»\n`);
  });

  it("survives any text and stays inside of it", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 60 }), (parts) => assertSound(dotenv, parts.join(""))),
      { numRuns: 500 },
    );
  });

  it("takes linear time on hostile text", () => {
    for (const repeated of ['A="\n', `A='x\nB="y\n`, "A=b\n", "A=", "a", 'A="\\', "A=${", 'A_MODELS="b2 ']) assertLinear(dotenv, repeated);
  });
});
