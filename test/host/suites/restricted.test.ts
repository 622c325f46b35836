import assert from "node:assert/strict";
import * as vscode from "vscode";
import { actionsAt, cardOf, closeEditors, hoverAt, linesOf, rangeOf, show, untilMarks, write } from "./editor.ts";

describe("Restricted mode", () => {
  after(closeEditors);

  it("has diagnostics, hover and quick fix: nothing of the workspace is executed for them", async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const document = await show("untrusted.py", 'import ollama\nollama.chat(model="llama3.1:8b")\n');
    await untilMarks(document.uri, "2:20-2:31 information open-weights-only");
    const range = rangeOf(document, "llama3.1:8b");
    const hover = await hoverAt(document, range);
    assert.ok(hover);
    assert.match(linesOf(cardOf(hover))[0] ?? "", / Open weights: /);
    const [swap] = await actionsAt(document, range);
    assert.equal(swap?.title, "Swap to olmo-3:7b-instruct (open recipe)");
  });

  it("passes over the project's own records, and over what is wrong with them", async () => {
    const records = await write("open-recipe.records.yaml", "models: [{ id: meta/llama-3.1-instruct, license: MIT, reason: x }, 7]\n");
    const document = await show("untrusted-records.py", 'import ollama\nollama.chat(model="llama3.1:8b")\n');
    await untilMarks(document.uri, "2:20-2:31 information open-weights-only");
    const hover = await hoverAt(document, rangeOf(document, "llama3.1:8b"));
    assert.ok(hover);
    assert.doesNotMatch(cardOf(hover).value, /[Pp]roject record/);
    assert.deepEqual(vscode.languages.getDiagnostics(records), []);
  });
});
