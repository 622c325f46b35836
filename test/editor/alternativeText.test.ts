import assert from "node:assert/strict";
import type { Alternative } from "../../src/alternatives/alternative.ts";
import { alternativeText, fixText } from "../../src/editor/alternativeText.ts";

const olmo: Alternative = {
  id: "allenai/Olmo-3-7B-Instruct",
  text: "olmo-3:7b-instruct",
  group: "fits",
  preferred: true,
  class: "open-recipe",
  license: "Apache-2.0",
  licenseKind: "osi",
  task: "text-generation",
  parameters: 7,
  context: 65_536,
  memory: { bits16: 14, bits4: 3.5 },
  host: null,
  step: null,
  unmet: [],
  lastSeen: null,
  gains: ["open recipe"],
  losses: ["English only", "context 64K instead of 128K"],
  marks: ["taught by GPT-4.1 (instruction)"],
  needs: [],
};

describe("an alternative in the list", () => {
  it("says class, licence, size, memory and context in whole words", () => {
    assert.deepEqual(alternativeText(olmo), {
      label: "olmo-3:7b-instruct",
      description: "preferred, open recipe, Apache-2.0, 7B parameters, 14 GB of weights, 3.5 GB at 4 bits, 64K tokens of context",
      detail: "Loses: English only; context 64K instead of 128K. Note: taught by GPT-4.1 (instruction). Gains: open recipe.",
    });
  });

  it("says who serves it, what it needs and how far it goes, and nothing of what is not known", () => {
    const step: Alternative = {
      ...olmo,
      preferred: false,
      class: "open-weights",
      group: "step-up",
      license: null,
      parameters: null,
      memory: null,
      context: null,
      host: "OpenRouter",
      step: "Step 1 of 2: open weights.",
      losses: [],
      marks: [],
      needs: ["an account"],
    };
    assert.deepEqual(alternativeText(step), {
      label: "olmo-3:7b-instruct",
      description: "open weights, no licence stated, served by OpenRouter",
      detail: "Step 1 of 2: open weights. Needs: an account. Gains: open recipe.",
    });
  });

  it("holds no icon, whatever a project's own record says", () => {
    const texts = alternativeText({ ...olmo, text: "$(trash) x", license: "$(check)", losses: ["$(sync~spin)"] });
    for (const text of Object.values(texts)) assert.ok(!text.includes("$("), text);
  });
});

describe("a fix with its client in the list", () => {
  it("says how much changes where, and who will see what is sent", () => {
    const edit = { range: { start: 0, end: 1 }, text: "x" };
    const host = { id: "publicai", name: "Public AI", local: false, baseUrl: "https://api.publicai.co/v1", keyVariable: null };
    const fix = {
      title: "Swap to X on Public AI (open recipe)",
      preferred: false,
      edits: [edit, { ...edit, path: ".env" }],
      losses: ["a"],
      needs: ["b"],
      host,
    };
    assert.deepEqual(fixText(fix), {
      label: "X on Public AI (open recipe)",
      description: "2 changes in 2 files, shown before they are made; a new data processor: Public AI",
      detail: "Needs: b. Loses: a.",
    });
    const { host: _, ...local } = fix;
    assert.equal(fixText({ ...local, edits: [edit] }).description, "1 change, shown before it is made");
  });
});
