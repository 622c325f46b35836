import assert from "node:assert/strict";
import type * as vscode from "vscode";
import { hoverCommands } from "../../../src/editor/commandLinks.ts";
import { api, cardOf, closeEditors, hoverAt, linesOf, linksOf, rangeOf, show } from "./editor.ts";

const text = `import ollama
from openai import OpenAI
from transformers import AutoModel

print("gpt-4o")  # nothing here
OpenAI().chat.completions.create(model="gpt-4o-mini")
ollama.chat(model="llama3.1:8b")
ollama.chat(model="olmo-3:7b-instruct")
AutoModel.from_pretrained("acme-lab/private-7b")
`;

describe("The hover", () => {
  let document: vscode.TextDocument;
  before(async () => {
    document = await show("hover.py", text);
    const { analyze } = await api();
    await analyze(document);
  });
  after(closeEditors);

  /** The facts' month is the catalog's own and changes with it. */
  const read = async (name: string): Promise<{ readonly card: vscode.MarkdownString; readonly lines: readonly string[] }> => {
    const range = rangeOf(document, name);
    const hover = await hoverAt(document, range);
    assert.ok(hover, `There is no hover at ${name}`);
    assert.ok(hover.range?.isEqual(range), "the hover's range is not the name's");
    const card = cardOf(hover);
    assert.deepEqual(card.isTrusted, { enabledCommands: [...hoverCommands] });
    assert.ok(!/[^\\](?:https?:|www\.)/.test(card.value), "something may become a link");
    const lines = linesOf(card).map((line) => line.replace(/facts of \d{4}-\d{2}/, "facts of YYYY-MM"));
    assert.ok(lines.length <= 12, `it has ${lines.length} lines`);
    return { card, lines };
  };

  it("of a closed model", async () => {
    assert.deepEqual((await read("gpt-4o-mini")).lines, [
      "$(lock) Closed: an API or a product, no weights to download",
      "gpt-4o-mini by OpenAI · confidence: sure · facts of YYYY-MM · Full record",
      "$(close) weights $(close) data $(close) code $(question) checkpoints $(question) report",
      "With limits use commercially · cannot run, fine-tune, keep, audit, reproduce, compete with, improve",
      "$(law) proprietary terms",
      "$(arrow-swap) Swap to allenai/Olmo-3-7B-Instruct + open recipe, weights to keep and run yourself − English only, context 64K instead of 128K",
      "$(arrow-swap) Swap to swiss-ai/Apertus-8B-Instruct-2509 + open recipe, weights to keep and run yourself − context 64K instead of 128K, tool calls, images: not known to work, not used here",
      "$(tools) Both need: base_url of a server that serves it, such as vLLM",
      "More alternatives...",
      "Report a wrong fact",
    ]);
  });

  it("of a model with open weights", async () => {
    assert.deepEqual((await read("llama3.1:8b")).lines, [
      "$(package) Open weights: the weights can be downloaded, the recipe is withheld",
      "meta-llama/Llama-3.1-8B-Instruct by Meta · confidence: sure · facts of YYYY-MM · Full record",
      "$(check) weights $(close) data $(close) code $(question) checkpoints $(question) report",
      "Can run, fine-tune, keep · with limits use commercially · cannot audit, reproduce, compete with, improve",
      "$(law) Llama 3.1 Community License: Above 700 million monthly users at the release date, a licence of Meta is needed.",
      "$(git-branch) fine-tune of Llama 3.1 (open weights)",
      "$(arrow-swap) Swap to olmo-3:7b-instruct + open recipe, Apache-2.0 instead of Llama 3.1 Community License − English only, context 64K instead of 128K",
      "$(arrow-swap) Swap to hf.co/unsloth/Apertus-8B-Instruct-2509-GGUF + open recipe, Apache-2.0 instead of Llama 3.1 Community License − context 64K instead of 128K, tool calls: not known to work, not used here",
      "More alternatives...",
      "Report a wrong fact",
    ]);
  });

  it("of a model with an open recipe", async () => {
    assert.deepEqual((await read("olmo-3:7b-instruct")).lines, [
      "$(pass-filled) Open recipe: weights, training data and training code are open",
      "allenai/Olmo-3-7B-Instruct by Ai2 · confidence: sure · facts of YYYY-MM · Full record",
      "$(check) weights $(check) data $(check) code $(check) checkpoints $(check) report",
      "Can run, fine-tune, use commercially, keep, audit, reproduce, compete with, improve",
      "$(law) Apache License 2.0",
      "$(git-branch) fine-tune of Olmo 3 Base (open recipe)",
      "$(mortar-board) taught by GPT-4.1 in instruction (302,406 of 2,152,112 SFT samples hold its answers)",
      "Report a wrong fact",
    ]);
  });

  it("of a model that the catalog does not know", async () => {
    assert.deepEqual((await read("acme-lab/private-7b")).lines, [
      "$(question) Unknown: not in the catalog",
      "acme-lab/private-7b · facts of YYYY-MM · Full record",
      "Report a wrong fact",
    ]);
  });

  it("links to the place's own commands and to nothing else", async () => {
    const { card } = await read("llama3.1:8b");
    const start = document.getText().indexOf("llama3.1:8b");
    const at = [document.uri.toString(), start, start + "llama3.1:8b".length];
    assert.deepEqual(linksOf(card), [
      { command: "openRecipe.showRecord", args: at },
      { command: "openRecipe.swap", args: [...at, "olmo-3:7b-instruct"] },
      { command: "openRecipe.swap", args: [...at, "hf.co/unsloth/Apertus-8B-Instruct-2509-GGUF"] },
      { command: "openRecipe.chooseAlternative", args: at },
      { command: "openRecipe.reportFact", args: at },
    ]);
    assert.equal(card.value.match(/\]\(/g)?.length, 5);
  });

  it("shows a crafted name as the text that it is", async () => {
    const name = "acme/$(x)](command:a)<b>**![i](u)_7b_`c`";
    const crafted = await show("crafted.py", `from transformers import AutoModel\nAutoModel.from_pretrained("${name}")\n`);
    const hover = await hoverAt(crafted, rangeOf(crafted, name));
    // what cannot be a model's name is none; where it is taken for one, its text is escaped
    if (hover !== null) assert.ok(linesOf(cardOf(hover)).join("\n").includes(name));
  });

  it("is not there where no model is named", async () => {
    assert.equal(await hoverAt(document, rangeOf(document, 'print("gpt-4o")')), null);
    assert.equal(await hoverAt(document, rangeOf(document, "gpt-4o")), null);
    assert.equal(await hoverAt(document, rangeOf(document, "import ollama")), null);
  });
});
