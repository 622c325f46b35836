import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, marksOf, untilMarks, workspaceFolder } from "./editor.ts";

describe("Two folders in one window", () => {
  const text = 'import ollama\nollama.chat(model="llama3.1:8b")\n';
  const usual = "2:20-2:31 information open-weights-only";

  const write = async (folder: number, path: string, content: string): Promise<vscode.Uri> => {
    const uri = vscode.Uri.joinPath(workspaceFolder(folder).uri, path);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
    return uri;
  };
  const setGoal = (folder: number, goal: string | undefined): Thenable<void> =>
    vscode.workspace
      .getConfiguration("openRecipe", workspaceFolder(folder).uri)
      .update("goal", goal, vscode.ConfigurationTarget.WorkspaceFolder);

  afterEach(async () => {
    await setGoal(1, undefined);
    await closeEditors();
  });

  it("the documents of both are marked, whatever their folders are called", async () => {
    // what is called tests is the folder that is open, not a folder in it
    assert.equal(workspaceFolder(1).name, "tests");
    const first = await write(0, "folders.py", text);
    const second = await write(1, "folders.py", text);
    for (const uri of [first, second]) await vscode.window.showTextDocument(uri, { preview: false });
    await untilMarks(first, usual);
    await untilMarks(second, usual);
  });

  it("each folder's settings count for its documents and notebooks alone", async () => {
    const cells = [{ cell_type: "code", metadata: {}, source: [text], execution_count: null, outputs: [] }];
    const file = JSON.stringify({ cells, metadata: { language_info: { name: "python" } }, nbformat: 4, nbformat_minor: 5 });
    const first = await write(0, "settings.py", text);
    const second = await write(1, "settings.py", text);
    const notebook = await vscode.workspace.openNotebookDocument(await write(1, "settings.ipynb", file));
    for (const uri of [first, second]) await vscode.window.showTextDocument(uri, { preview: false });
    const cell = notebook.cellAt(0).document.uri;
    for (const uri of [first, second, cell]) await untilMarks(uri, usual);
    await setGoal(1, "open-weights");
    const ofLicense = "2:20-2:31 information restricted-license";
    for (const uri of [second, cell]) await untilMarks(uri, ofLicense);
    assert.deepEqual(marksOf(first), [usual]);
  });

  it("each folder's own records count for its documents alone", async () => {
    const first = await write(0, "records.py", text);
    const second = await write(1, "records.py", text);
    for (const uri of [first, second]) await vscode.window.showTextDocument(uri, { preview: false });
    for (const uri of [first, second]) await untilMarks(uri, usual);
    const closed = "models: [{ id: meta/llama-3.1-instruct, components: { model-parameters: withheld }, reason: x }]\n";
    const records = await write(1, "open-recipe.records.yaml", closed);
    await untilMarks(second, "2:20-2:31 warning closed-model");
    assert.deepEqual(marksOf(first), [usual]);
    await vscode.workspace.fs.delete(records);
    await untilMarks(second, usual);
  });
});
