import assert from "node:assert/strict";
import * as vscode from "vscode";
import { api, closeEditors, setText, untilMarks, write } from "./editor.ts";

// The first suite of its window: once the engine is loaded, it stays.
describe("Activation", () => {
  after(closeEditors);

  it("takes less than 30 ms", async () => {
    const { activationTime } = await api();
    assert.ok(activationTime < 30, `it took ${activationTime} ms`);
  });

  it("loads no engine while no document names a model, and loads it when one does", async () => {
    const { isLoaded } = await api();
    assert.deepEqual(
      vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === "file").map(({ uri }) => uri.path),
      [],
      "documents are open already",
    );
    const uri = await write("activation.py", "greeting = 'hello'\n");
    const { document } = await vscode.window.showTextDocument(uri);
    assert.equal(isLoaded(), false);
    await setText(document, 'client.chat.completions.create(model="gpt-4o")\n');
    await untilMarks(uri, "1:39-1:45 warning closed-model");
    assert.equal(isLoaded(), true);
  });
});
