import assert from "node:assert/strict";
import {
  citationLabel,
  energyLabel,
  frameworkLabel,
  gigabytesLabel,
  languagesLabel,
  makerLabel,
  memoryLabel,
  sizeLabel,
  taskLabel,
} from "../../src/assess/words.ts";

const source = { url: "https://example.org/paper", seen: "2026-06" };

describe("facts in words", () => {
  it("sizes", () => {
    assert.equal(
      sizeLabel({ name: "m", parameters: 30, activeParameters: 3, context: 131072, dimension: null }),
      "30B parameters, 3B active · 128K tokens of context",
    );
    assert.equal(
      sizeLabel({ name: "m", parameters: 0.568, activeParameters: null, context: null, dimension: 1024 }),
      "568M parameters · 1024 dimensions",
    );
    assert.equal(sizeLabel({ name: "m", parameters: null, activeParameters: null, context: null, dimension: null }), null);
    assert.deepEqual([14, 3.5, 0.272, 1342].map(gigabytesLabel), ["14 GB", "3.5 GB", "0.27 GB", "1342 GB"]);
    assert.equal(memoryLabel({ bits16: 14, bits4: 3.5 }), "14 GB at 16 bits, 3.5 GB at 4 bits (the weights alone, computed)");
  });

  it("who stands behind it, with the seat's name; a code that is none as it stands", () => {
    assert.equal(makerLabel({ id: "a", name: "A", kind: "public-body", seat: "CH" }), "public body, Switzerland");
    assert.equal(makerLabel({ id: "a", name: "A", kind: "company" }), "company");
    assert.equal(makerLabel({ id: "a", name: "A", kind: "company", seat: "1?" }), "company, 1?");
  });

  it("languages and tasks", () => {
    assert.equal(languagesLabel("english"), "English");
    assert.equal(languagesLabel("multilingual"), "many languages");
    assert.equal(languagesLabel(["de", "sv", "!"]), "German, Swedish, !");
    assert.equal(
      taskLabel({ tasks: ["text-generation", "code"], variant: "instruct", features: ["fill-in-the-middle"] }),
      "text generation, code · instruct · fill in the middle",
    );
    assert.equal(taskLabel({ tasks: [], variant: null, features: [] }), null);
  });

  it("energy, as far as it is disclosed", () => {
    assert.equal(
      energyLabel({ activity: "pre-training", energyCost: 131000, co2CostEquivalent: 52, note: "7B", source }),
      "pre-training: 131,000 kWh, 52 t CO2 equivalent (7B)",
    );
    assert.equal(energyLabel({ activity: "training", co2CostEquivalent: 0.3, source }), "training: 0.3 t CO2 equivalent");
  });

  it("what to cite", () => {
    assert.equal(
      citationLabel({ title: "OLMo 2", authors: ["Team OLMo", "others"], year: 2025, arxiv: "2501.00656" }),
      "Team OLMo and others (2025). OLMo 2. arXiv:2501.00656",
    );
    assert.equal(
      citationLabel({ title: "Why?", authors: ["A", "B", "C", "D"], year: 2024, doi: "10.1000/x" }),
      "A, B, C and others (2024). Why? https://doi.org/10.1000/x",
    );
    assert.equal(citationLabel({ title: "T", authors: ["A"], year: 2024 }), "A (2024). T.");
  });

  it("the framework's class, with what is missing", () => {
    assert.equal(frameworkLabel({ mofClass: "I", mofMissing: [] }), "class I");
    assert.equal(
      frameworkLabel({ mofClass: "III", mofMissing: ["training-code"] }),
      "class III; for the next, not known to be out under an open licence: training code",
    );
    assert.equal(
      frameworkLabel({ mofClass: "not determinable", mofMissing: ["data-card", "model-card"] }),
      "not determinable; not known to be out under an open licence: data card, model card",
    );
  });
});
