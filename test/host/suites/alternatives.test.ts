import assert from "node:assert/strict";
import * as vscode from "vscode";
import { actionsAt, closeEditors, rangeOf, setText, show, until, untilMarks, workspaceFolder, write } from "./editor.ts";

const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> => vscode.commands.executeCommand(command, ...args);
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Repeats a key press of the user until what waits for it has settled: the list or the preview may not be there yet. */
async function pressUntilSettled(waiting: Thenable<unknown>, press: () => Thenable<unknown>): Promise<void> {
  let settled = false;
  const done = Promise.resolve(waiting).finally(() => {
    settled = true;
  });
  for (let i = 0; i < 60 && !settled; i++) {
    await pause(250);
    if (!settled) await press();
  }
  await done;
}

const placeOf = (document: vscode.TextDocument, name: string): readonly [string, number, number] => {
  const range = rangeOf(document, name);
  return [document.uri.toString(), document.offsetAt(range.start), document.offsetAt(range.end)];
};

const pressEnter = (): Thenable<unknown> => run("workbench.action.acceptSelectedQuickOpenItem");
const pressEscape = (): Thenable<unknown> => run("workbench.action.closeQuickOpen");

async function titlesAt(document: vscode.TextDocument, name: string, kind?: string): Promise<readonly string[]> {
  return (await actionsAt(document, rangeOf(document, name), kind)).map(({ title }) => title);
}

describe("More alternatives", () => {
  afterEach(closeEditors);

  const ollama = 'import ollama\nollama.chat(model="llama3.1:8b", messages=[])\n';

  it("swaps to what is chosen in the list, as one step to undo", async () => {
    const document = await show("choose.py", ollama);
    await untilMarks(document.uri, "2:20-2:31 information open-weights-only");
    await pressUntilSettled(run("openRecipe.chooseAlternative", ...placeOf(document, "llama3.1:8b")), pressEnter);
    assert.equal(document.getText(), ollama.replace("llama3.1:8b", "olmo-3:7b-instruct"));
    const undone = until(
      vscode.workspace.onDidChangeTextDocument,
      () => document.getText() === ollama,
      () => document.getText(),
    );
    await run("undo");
    await undone;
  });

  it("changes nothing on Escape", async () => {
    const document = await show("escape.py", ollama);
    await untilMarks(document.uri, "2:20-2:31 information open-weights-only");
    await pressUntilSettled(run("openRecipe.chooseAlternative", ...placeOf(document, "llama3.1:8b")), pressEscape);
    assert.equal(document.getText(), ollama);
  });

  it("changes nothing where the document has changed under the list", async () => {
    const document = await show("changed.py", ollama);
    await untilMarks(document.uri, "2:20-2:31 information open-weights-only");
    const choosing = run("openRecipe.chooseAlternative", ...placeOf(document, "llama3.1:8b"));
    await pause(500);
    const edited = `# first\n${ollama}`;
    await setText(document, edited);
    await pressUntilSettled(choosing, pressEnter);
    assert.equal(document.getText(), edited);
  });

  const client = `import OpenAI from "openai";

const client = new OpenAI();
const answer = await client.chat.completions.create({ model: "gpt-4o-mini", messages: [] });
`;

  it("shows a client's change before it is made, and makes it whole when it is confirmed", async () => {
    const document = await show("client.mjs", client);
    await untilMarks(document.uri, "4:63-4:74 warning closed-model");
    const choosing = run("openRecipe.chooseAlternative", ...placeOf(document, "gpt-4o-mini"));
    await pause(700);
    await pressEnter();
    await pause(700);
    assert.equal(document.getText(), client, "nothing is changed while the preview is open");
    await pressUntilSettled(choosing, pressEnter);
    const text = document.getText();
    assert.match(text, /new OpenAI\(\{ baseURL: "http:\/\/(?:localhost|127\.0\.0\.1):11434\/v1", apiKey: "ollama" \}\)/);
    assert.match(text, /model: "olmo-3:7b-instruct"/);
    await untilMarks(document.uri);
  });

  it("changes nothing of a client whose preview is discarded", async () => {
    const document = await show("discarded.mjs", client);
    await untilMarks(document.uri, "4:63-4:74 warning closed-model");
    const choosing = run("openRecipe.chooseAlternative", ...placeOf(document, "gpt-4o-mini"));
    await pause(700);
    await pressEnter();
    await pause(700);
    await pressUntilSettled(choosing, pressEscape);
    assert.equal(document.getText(), client);
    assert.ok(
      !vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.startsWith("Swap to "))),
      "the preview is closed",
    );
  });

  it("are offered in the light bulb behind at most two swaps, with the client's change where the file shows all of it", async () => {
    const document = await show("bulb.mjs", client);
    await untilMarks(document.uri, "4:63-4:74 warning closed-model");
    assert.deepEqual(await titlesAt(document, "gpt-4o-mini"), [
      "Swap to olmo-3:7b-instruct on Ollama (open recipe); needs: a running Ollama that has the model, and 1 more",
      "Swap to allenai/Olmo-3-7B-Instruct on Public AI (open recipe); needs: PUBLICAI_API_KEY where the program runs, and 1 more",
      "More alternatives...",
      "Show the full record of gpt-4o-mini",
      "Report a wrong fact about gpt-4o-mini",
    ]);
  });
});

describe("Sets of swaps", () => {
  afterEach(async () => {
    await vscode.workspace.getConfiguration("openRecipe").update("fixAll", undefined, vscode.ConfigurationTarget.Workspace);
    await closeEditors();
  });

  // names that stand in no file of the workspace beside: one that cannot be swapped would hold them back
  const chat = (name: string): string => `ollama.chat(model="${name}", messages=[])\n`;
  const text = `import ollama\n${chat("gemma2:9b")}${chat("qwen2.5:7b")}`;
  const marks = ["2:20-2:29 information open-weights-only", "3:20-3:30 information open-weights-only"];
  const swapped = `import ollama\n${chat("olmo-3:7b-instruct")}${chat("olmo-3:7b-instruct")}`;

  it("of a file are made at once, and undone at once", async () => {
    const document = await show("all.py", text);
    await untilMarks(document.uri, ...marks);
    await run("openRecipe.swapAllInFile");
    assert.equal(document.getText(), swapped);
    await run("undo");
    assert.equal(document.getText(), text);
  });

  it("of the workspace wait in the preview until they are confirmed", async () => {
    const document = await show("workspace.py", text);
    await untilMarks(document.uri, ...marks);
    const discarded = run("openRecipe.swapAllInWorkspace");
    await pressUntilSettled(discarded, pressEscape);
    assert.equal(document.getText(), text);
    await pressUntilSettled(run("openRecipe.swapAllInWorkspace"), pressEnter);
    assert.equal(document.getText(), swapped);
    await setText(document, text);
  });

  it("reach the cells of a notebook that is not open", async () => {
    const code = { cell_type: "code", execution_count: null, metadata: {}, outputs: [], source: text.split(/(?<=\n)/) };
    const metadata = { language_info: { name: "python" } };
    const file = await write("set.ipynb", JSON.stringify({ cells: [code], metadata, nbformat: 4, nbformat_minor: 5 }));
    const saved = await vscode.workspace.fs.readFile(file);
    await pressUntilSettled(run("openRecipe.swapAllInWorkspace"), pressEnter);
    const notebook = vscode.workspace.notebookDocuments.find(({ uri }) => uri.toString() === file.toString());
    assert.equal(`${notebook?.cellAt(0).document.getText().trimEnd()}\n`, swapped);
    assert.deepEqual(await vscode.workspace.fs.readFile(file), saved, "not behind the editor's back");
    await notebook?.save();
    await vscode.workspace.fs.delete(file);
  });

  it("are made by source.fixAll.openRecipe where the setting allows it, and by no other name", async () => {
    const document = await show("fix-all.py", text);
    await untilMarks(document.uri, ...marks);
    const whole = (kind: string): Promise<readonly vscode.CodeAction[]> => actionsAt(document, rangeOf(document, text), kind);
    assert.deepEqual(await whole("source.fixAll.openRecipe"), [], "off is the default");
    await vscode.workspace.getConfiguration("openRecipe").update("fixAll", "preferred", vscode.ConfigurationTarget.Workspace);
    for (const kind of ["source.fixAll", "source", "quickfix", "source.fixAll.other"]) assert.deepEqual(await whole(kind), [], kind);
    const [action, ...rest] = await whole("source.fixAll.openRecipe");
    assert.deepEqual(rest, []);
    assert.equal(action?.title, "Make all preferred swaps");
    assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)));
    assert.equal(document.getText(), swapped);
  });

  it("leave a name as it is wherever it stands where one file of the workspace cannot change", async () => {
    const before = `import ollama\n${chat("llama3:8b")}`;
    const config = await write("held/config.yaml", "llm:\n  model: llama3:8b\n");
    const other = await show("held/other.py", text);
    const document = await show("held/app.py", before);
    await untilMarks(document.uri, "2:20-2:29 information open-weights-only");
    await pressUntilSettled(run("openRecipe.swapAllInWorkspace"), pressEnter);
    assert.equal(document.getText(), before);
    assert.equal(other.getText(), swapped);
    await setText(other, text);
    // whoever asks for one file is not held back by another
    await vscode.window.showTextDocument(document);
    await run("openRecipe.swapAllInFile");
    assert.equal(document.getText(), before.replace("llama3:8b", "olmo-3:7b-instruct"));
    await setText(document, before);
    for (const uri of [config, other.uri, document.uri]) await vscode.workspace.fs.delete(uri);
  });

  it("leave a name of one file as it is wherever it stands there where one place of it cannot change", async () => {
    const before = `import ollama\nMODELS = ["gemma2:9b", "gpt-4o"]\n${chat("gemma2:9b")}`;
    const document = await show("held-here.py", before);
    await untilMarks(
      document.uri,
      "2:12-2:21 hint open-weights-only",
      "2:25-2:31 hint closed-model",
      "3:20-3:29 information open-weights-only",
    );
    await run("openRecipe.swapAllInFile");
    assert.equal(document.getText(), before);
    await vscode.workspace.getConfiguration("openRecipe").update("fixAll", "preferred", vscode.ConfigurationTarget.Workspace);
    assert.deepEqual(await actionsAt(document, rangeOf(document, before), "source.fixAll.openRecipe"), []);
    await vscode.workspace.fs.delete(document.uri);
  });
});

describe("Citing an open model", () => {
  const readme = (): vscode.Uri => vscode.Uri.joinPath(workspaceFolder().uri, "citing", "README.md");
  afterEach(closeEditors);

  const text = 'from transformers import AutoModelForCausalLM\nAutoModelForCausalLM.from_pretrained("allenai/Olmo-3-7B-Instruct")\n';
  const line =
    "Built with [Olmo-3-7B-Instruct](https://huggingface.co/allenai/Olmo-3-7B-Instruct), an open-recipe model: its weights, training data and training code are open";

  it("is offered at its name, which has no mark", async () => {
    const document = await show("citing/offered.py", text);
    assert.deepEqual(await titlesAt(document, "allenai/Olmo-3-7B-Instruct"), [
      "Copy the citation of allenai/Olmo-3-7B-Instruct (BibTeX)",
      "Add allenai/Olmo-3-7B-Instruct to the README",
    ]);
  });

  it("copies the BibTeX entry of its makers' work", async () => {
    const document = await show("citing/copied.py", text);
    const editor = await vscode.window.showTextDocument(document);
    const { start } = rangeOf(document, "allenai/Olmo-3-7B-Instruct");
    editor.selection = new vscode.Selection(start, start);
    await run("openRecipe.copyCitationAtCursor");
    assert.match(await vscode.env.clipboard.readText(), /^@article\{olmo2025olmo,\n {2}title = \{\{Olmo 3\}\},\n[\s\S]+\n\}\n$/);
  });

  it("adds an honest line to the nearest README once it has been confirmed, and only once", async () => {
    await write("citing/README.md", "# App\n\n## Models\n\nWe use models.\n\n## Licence\n\nMIT\n");
    const document = await show("citing/deep/app.py", text);
    const place = placeOf(document, "allenai/Olmo-3-7B-Instruct");
    await pressUntilSettled(run("openRecipe.addToReadme", ...place), pressEnter);
    const shown = await vscode.workspace.openTextDocument(readme());
    const [before, after, ...rest] = shown.getText().split(line);
    assert.equal(before, "# App\n\n## Models\n\nWe use models.\n\n");
    assert.match(after ?? "", /^(?:, as far as is known \(facts of \d{4}-\d{2}\))?\.\n\n## Licence\n\nMIT\n$/);
    assert.deepEqual(rest, []);
    await run("openRecipe.addToReadme", ...place);
    assert.equal(shown.getText().split(line).length, 2);
    await shown.save();
  });

  it("says nothing in favour of a closed model", async () => {
    const document = await show("citing/closed.py", 'import openai\nmodel = "gpt-4o"\n');
    await untilMarks(document.uri, "2:10-2:16 warning closed-model");
    const before = (await vscode.workspace.openTextDocument(readme())).getText();
    await run("openRecipe.addToReadme", ...placeOf(document, "gpt-4o"));
    assert.equal((await vscode.workspace.openTextDocument(readme())).getText(), before);
  });
});
