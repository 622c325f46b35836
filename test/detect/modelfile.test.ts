import assert from "node:assert/strict";
import fc from "fast-check";
import { modelfile } from "../../src/detect/formats/modelfile.ts";
import { assertLinear, assertMarked, assertSound, contextText, fragments } from "./candidates.ts";

describe("Modelfiles", () => {
  it("finds bases and adapters, in any case and with quotes", () => {
    const candidates = assertMarked(
      modelfile,
      `# FROM x1\nFROM «llama3.2:3b»\r\n  from "«qwen3»"\nADAPTER «org/lora»\nFROM «hf.co/bartowski/X-GGUF:Q4_K_M»\nPARAMETER stop gpt-4o\nMESSAGE user gpt-4o`,
    );
    assert.deepEqual(candidates.map(contextText), ["instruction FROM", "instruction FROM", "instruction ADAPTER", "instruction FROM"]);
  });

  it("finds the model in a hub's address", () => {
    assert.equal(contextText(assertMarked(modelfile, "FROM https://huggingface.co/«a/b»\n")[0]), "address huggingface < instruction FROM");
  });

  it("passes over blocks of text", () => {
    assertMarked(modelfile, `SYSTEM """\nFROM gpt-4o\n"""\nTEMPLATE """{{ .Prompt }}"""\nFROM «phi3»\nLICENSE """\nFROM x1`);
  });

  it("runs Ollama", () => {
    assert.deepEqual(modelfile.detect("").modules, ["ollama"]);
  });

  it("survives any text and stays inside of it", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 60 }), (parts) => assertSound(modelfile, parts.join(""))),
      { numRuns: 500 },
    );
  });

  it("takes linear time on hostile text", () => {
    for (const repeated of ['"""', 'SYSTEM """ """\n', "FROM x\n", "FROM", '"""\n', "S "]) assertLinear(modelfile, repeated);
  });
});
