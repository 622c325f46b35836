import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  actionsAt,
  cardOf,
  closeEditors,
  hoverAt,
  linesOf,
  linksOf,
  rangeOf,
  show,
  until,
  untilMarks,
  workspaceFolder,
  write,
} from "./editor.ts";

const fileName = "open-recipe.records.yaml";

describe("The project's own records", () => {
  afterEach(async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder().uri, fileName);
    await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
    await closeEditors();
  });

  const text = 'from transformers import AutoModel\nAutoModel.from_pretrained("ours/Assistant-8B")\n';
  const added = `reviewed: 2026-11-01
models:
  - id: ours/assistant
    name: Assistant
    names: { huggingface: [ours/Assistant-8B] }
    tasks: [text-generation]
    components: { model-parameters: open }
    confidence: sure
    reason: Our own fine-tune.
`;
  const unknown = "2:28-2:45 hint unknown-model";

  it("are read when they come, change and go; hover and record say that they speak", async () => {
    const document = await show("own-records.py", text);
    await untilMarks(document.uri, unknown);
    await write(fileName, added);
    await untilMarks(document.uri, "2:28-2:45 information open-weights-only");
    const hover = await hoverAt(document, rangeOf(document, "ours/Assistant-8B"));
    assert.ok(hover);
    assert.match(linesOf(cardOf(hover)).join("\n"), /^\$\(repo\) Project record of ours\/assistant: Our own fine-tune\.$/m);
    const link = linksOf(cardOf(hover)).find(({ command }) => command === "openRecipe.showRecord");
    assert.ok(link);
    await vscode.commands.executeCommand(link.command, ...link.args);
    const record = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "open-recipe-record" && uri.path.includes("Assistant"));
    const shown = (record?.getText() ?? "").replace(/\\([!-/:-@[-`{-~])/g, "$1");
    assert.match(shown, /## Project records\n\n- project record of ours\/assistant: Our own fine-tune\./);
    await write(fileName, added.replace("model-parameters: open", "model-parameters: withheld"));
    await untilMarks(document.uri, "2:28-2:45 warning closed-model");
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(workspaceFolder().uri, fileName));
    await untilMarks(document.uri, unknown);
  });

  it("are told where they are wrong, in their own file, until they are right", async () => {
    const document = await show("own-faults.py", text);
    await untilMarks(document.uri, unknown);
    const uri = await write(fileName, `${added}    colour: red\n`);
    const faults = (): readonly string[] =>
      vscode.languages
        .getDiagnostics(uri)
        .filter(({ source }) => source === "Open Recipe")
        .map(({ range, message }) => `${range.start.line + 1}:${range.start.character + 1}: ${message}`);
    const isTold = (): boolean => faults().length === 1;
    await until(vscode.languages.onDidChangeDiagnostics, isTold, () => "the fault");
    assert.deepEqual(faults(), ["10:5: models[0].colour: unknown key"]);
    await write(fileName, added);
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => faults().length === 0,
      () => "no fault",
    );
    await untilMarks(document.uri, "2:28-2:45 information open-weights-only");
  });

  it("make no swap preferred", async () => {
    const document = await show("own-swap.py", 'import ollama\nollama.chat(model="llama3.1:8b")\n');
    const range = rangeOf(document, "llama3.1:8b");
    await untilMarks(document.uri, "2:20-2:31 information open-weights-only");
    assert.equal((await actionsAt(document, range))[0]?.isPreferred, true);
    await write(fileName, "models: [{ id: meta/llama-3.1-instruct, components: { training-code: open }, reason: They sent it. }]\n");
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => vscode.languages.getDiagnostics(document.uri).some(({ message }) => message.includes("Project record: They sent it.")),
      () => "the corrected record",
    );
    assert.notEqual((await actionsAt(document, range))[0]?.isPreferred, true);
  });
});
