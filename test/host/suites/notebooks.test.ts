import assert from "node:assert/strict";
import * as vscode from "vscode";
import { actionsAt, api, cardOf, closeEditors, hoverAt, linesOf, marksOf, rangeOf, until, untilMarks, write } from "./editor.ts";

/** A notebook's file, a cell for each text. */
function notebookFile(cells: readonly { readonly kind: "code" | "markdown"; readonly text: string }[]): string {
  const content = cells.map(({ kind, text }) => {
    const cell = { cell_type: kind, metadata: {}, source: [text] };
    return kind === "code" ? { ...cell, execution_count: null, outputs: [] } : cell;
  });
  const language = { kernelspec: { display_name: "Python 3", language: "python", name: "python3" }, language_info: { name: "python" } };
  return JSON.stringify({ cells: content, metadata: language, nbformat: 4, nbformat_minor: 5 });
}

async function open(path: string, cells: Parameters<typeof notebookFile>[0]): Promise<vscode.NotebookDocument> {
  const uri = await write(path, notebookFile(cells));
  const find = (): vscode.NotebookDocument | undefined =>
    vscode.workspace.notebookDocuments.find((notebook) => notebook.uri.toString() === uri.toString());
  const opened = until(
    vscode.workspace.onDidOpenNotebookDocument,
    () => find() !== undefined,
    () => `no notebook ${path}`,
  );
  // not by openNotebookDocument, which keeps a notebook open for minutes
  await vscode.commands.executeCommand("vscode.openWith", uri, "jupyter-notebook");
  await opened;
  const notebook = find();
  assert.ok(notebook);
  return notebook;
}

const uriOf = (notebook: vscode.NotebookDocument, cell: number): vscode.Uri => notebook.cellAt(cell).document.uri;

describe("Notebook cells", () => {
  before(api);
  afterEach(closeEditors);

  it("are marked at their own positions", async () => {
    const notebook = await open("models.ipynb", [
      { kind: "markdown", text: 'model = "gpt-4o"' },
      { kind: "code", text: "import ollama" },
      { kind: "code", text: '# two lines\nreply = ollama.chat(model="llama3.1:8b")' },
      { kind: "code", text: "!ollama pull mistral:7b" },
    ]);
    await untilMarks(uriOf(notebook, 2), "2:28-2:39 information open-weights-only");
    await untilMarks(uriOf(notebook, 3), "1:14-1:24 information open-weights-only");
    assert.deepEqual(marksOf(uriOf(notebook, 0)), []);
    assert.deepEqual(marksOf(uriOf(notebook, 1)), []);
    assert.deepEqual(marksOf(notebook.uri), []);
  });

  it("have hover and quick fix", async () => {
    const notebook = await open("fix.ipynb", [
      { kind: "code", text: "import ollama" },
      { kind: "code", text: 'ollama.chat(model="llama3.1:8b")' },
    ]);
    const { document } = notebook.cellAt(1);
    await untilMarks(document.uri, "1:20-1:31 information open-weights-only");
    const hover = await hoverAt(document, rangeOf(document, "llama3.1:8b"));
    assert.ok(hover);
    assert.match(linesOf(cardOf(hover))[0] ?? "", / Open weights: /);
    const [swap] = await actionsAt(document, rangeOf(document, "llama3.1:8b"));
    assert.ok(swap?.edit);
    assert.ok(await vscode.workspace.applyEdit(swap.edit));
    assert.equal(document.getText(), 'ollama.chat(model="olmo-3:7b-instruct")');
    await untilMarks(document.uri);
  });

  it("are read with what another cell imports, also when that changes", async () => {
    // a word that names a model only for a program that resolves it
    const notebook = await open("imports.ipynb", [
      { kind: "code", text: "x = 1" },
      { kind: "code", text: 'chat(model="acme-chat-xl")' },
    ]);
    const { analyze } = await api();
    const { document } = notebook.cellAt(1);
    assert.deepEqual((await analyze(document))?.references, []);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uriOf(notebook, 0), new vscode.Position(0, 0), "from openai import OpenAI\n");
    assert.ok(await vscode.workspace.applyEdit(edit));
    await untilMarks(document.uri, "1:13-1:25 hint unknown-model");
    const removal = new vscode.WorkspaceEdit();
    removal.set(notebook.uri, [vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(0, 1))]);
    assert.ok(await vscode.workspace.applyEdit(removal));
    await untilMarks(document.uri);
  });

  it("lose their marks when they are deleted and when the notebook is closed", async () => {
    const notebook = await open("closed.ipynb", [
      { kind: "code", text: 'model = "gpt-4o"' },
      { kind: "code", text: 'model = "gpt-4o-mini"' },
    ]);
    const [first, second] = [uriOf(notebook, 0), uriOf(notebook, 1)];
    await untilMarks(first, "1:10-1:16 warning closed-model");
    await untilMarks(second, "1:10-1:21 warning closed-model");
    const edit = new vscode.WorkspaceEdit();
    edit.set(notebook.uri, [vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(0, 1))]);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await untilMarks(first);
    await closeEditors();
    await untilMarks(second);
  });
});
