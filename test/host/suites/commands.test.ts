import assert from "node:assert/strict";
import * as vscode from "vscode";
import { hoverCommands } from "../../../src/editor/commandLinks.ts";
import { actionsAt, closeEditors, isPreview, rangeOf, show, until, untilMarks } from "./editor.ts";

const activeTab = (): vscode.Tab | undefined => vscode.window.tabGroups.activeTabGroup.activeTab;
const untilPreview = (uri: string): Promise<void> =>
  until(
    vscode.window.tabGroups.onDidChangeTabs,
    () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => isPreview(tab, uri))),
    () => `a preview of ${uri}`,
  );
const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> => vscode.commands.executeCommand(command, ...args);

describe("Commands behind links", () => {
  const text = 'import ollama\nollama.chat(model="llama3.1:8b")\nollama.chat(model="mistral:7b")\n';
  let document: vscode.TextDocument;
  let place: readonly [string, number, number];

  beforeEach(async () => {
    document = await show("commands.py", text);
    await untilMarks(document.uri, "2:20-2:31 information open-weights-only", "3:20-3:30 information open-weights-only");
    const start = text.indexOf("llama3.1:8b");
    place = [document.uri.toString(), start, start + "llama3.1:8b".length];
  });
  afterEach(closeEditors);

  it("are all registered, and those of the palette too", async () => {
    const manifest = vscode.extensions.getExtension("open-recipe.open-recipe")?.packageJSON as {
      readonly contributes: { readonly commands: readonly { readonly command: string }[] };
    };
    const registered = await vscode.commands.getCommands(true);
    const expected = [...hoverCommands, ...manifest.contributes.commands.map(({ command }) => command)];
    assert.deepEqual(
      expected.filter((command) => !registered.includes(command)),
      [],
    );
  });

  it("openRule shows the bundled page of the rule", async () => {
    await run("openRecipe.openRule", "closed-model");
    await untilPreview("open-recipe-rule:/closed-model.md");
    assert.ok(isPreview(activeTab(), "open-recipe-rule:/closed-model.md"));
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse("open-recipe-rule:/closed-model.md"));
    assert.equal(page.lineAt(0).text, "# Closed model (`closed-model`)");
  });

  it("openRule shows nothing for what is no rule", async () => {
    for (const nonsense of ["nonsense", "../../README", "closed-model.md", "", null, undefined, 3, ["closed-model"], { path: "/etc" }]) {
      await run("openRecipe.openRule", nonsense);
    }
    assert.ok(activeTab()?.input instanceof vscode.TabInputText);
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse("open-recipe-rule:/../package.json"));
    assert.equal(page.getText(), "This address names no rule.");
  });

  it("showRecord shows the full record beside the code", async () => {
    const address = 'open-recipe-record:/meta-llama Llama-3.1-8B-Instruct.md?["ollama","llama3.1:8b"]';
    const uri = vscode.Uri.parse(address).toString();
    await run("openRecipe.showRecord", ...place);
    await untilPreview(uri);
    const record = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    assert.equal(record.lineAt(0).text, "# meta\\-llama\\/Llama\\-3\\.1\\-8B\\-Instruct");
    assert.ok(record.getText().includes("\n## Why this class\n"));
  });

  it("a record's address that nobody made is answered with a sentence", async () => {
    for (const query of ["", "nonsense", "[1,2]", '["nowhere","gpt-4o"]', '{"a":1}']) {
      const record = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: "open-recipe-record", path: "/x.md", query }));
      assert.equal(record.getText(), "This address names no record.", query);
    }
  });

  it("showRecordAtCursor shows the record of the model at the cursor", async () => {
    const editor = await vscode.window.showTextDocument(document);
    const { start } = rangeOf(document, "mistral:7b");
    editor.selection = new vscode.Selection(start, start);
    await run("openRecipe.showRecordAtCursor");
    await until(
      vscode.window.tabGroups.onDidChangeTabs,
      () =>
        vscode.window.tabGroups.all.some(({ tabs }) =>
          tabs.some(({ input }) => input instanceof vscode.TabInputCustom && input.uri.query === '["ollama","mistral:7b"]'),
        ),
      () => "no record",
    );
  });

  it("reportFact copies a report that names the model and nothing else of the user's", async () => {
    await vscode.env.clipboard.writeText("before");
    await run("openRecipe.reportFact", ...place);
    const report = await clipboardAfter("before");
    const lines = report.split("\n");
    assert.equal(lines[0], "Wrong fact about meta-llama/Llama-3.1-8B-Instruct");
    assert.equal(lines[2], "Name: llama3.1:8b (ollama)");
    assert.equal(lines[3], "Record: meta/llama-3.1-instruct");
    assert.ok(!report.includes("commands.py") && !report.includes("ollama.chat"));
  });

  it("swap writes what the link says", async () => {
    await run("openRecipe.swap", ...place, "olmo-3:7b-instruct");
    assert.equal(document.getText(), text.replace("llama3.1:8b", "olmo-3:7b-instruct"));
  });

  it("forged arguments change nothing", async () => {
    const [uri, start, end] = place;
    const swap = "olmo-3:7b-instruct";
    const other = text.indexOf("mistral:7b");
    const forged: readonly (readonly unknown[])[] = [
      [uri, start, end, "rm -rf /"],
      [uri, start, end, ""],
      [uri, start, end],
      [uri, start, end, [swap]],
      [uri, start + 1, end, swap],
      [uri, start, end + 1, swap],
      [uri, end, start, swap],
      [uri, other, other + 10, "ollama_chat/olmo-3:7b-instruct"],
      [uri, 0, text.length, swap],
      [uri, -1, 1e9, swap],
      [uri, String(start), String(end), swap],
      [uri, Number.NaN, end, swap],
      ["file:///etc/passwd", start, end, swap],
      [`${uri}x`, start, end, swap],
      [document.uri, start, end, swap],
      [null, null, null, null],
      [{}, [], () => swap],
      [],
    ];
    for (const args of forged)
      for (const command of ["swap", "showRecord", "reportFact"]) {
        // the true place with a wrong text is still a place of which the record may be shown
        if (command !== "swap" && args[0] === uri && args[1] === start && args[2] === end) continue;
        if (command !== "swap" && args[1] === other) continue;
        await run(`openRecipe.${command}`, ...args);
      }
    assert.equal(document.getText(), text);
    assert.equal(document.isDirty, false);
    assert.ok(activeTab()?.input instanceof vscode.TabInputText);
  });

  it("a link that is older than the text changes nothing", async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), "# new\n");
    await vscode.workspace.applyEdit(edit);
    await run("openRecipe.swap", ...place, "olmo-3:7b-instruct");
    assert.equal(document.getText(), `# new\n${text}`);
  });

  it("the light bulb's record entries name the place", async () => {
    const actions = await actionsAt(document, rangeOf(document, "llama3.1:8b"));
    assert.deepEqual(
      actions.filter(({ command }) => command !== undefined).map(({ command }) => [command?.command, command?.arguments]),
      [
        ["openRecipe.chooseAlternative", [...place]],
        ["openRecipe.showRecord", [...place]],
        ["openRecipe.reportFact", [...place]],
      ],
    );
  });
});

/** The clipboard has no event: its text is read again until it has changed. */
async function clipboardAfter(before: string): Promise<string> {
  const end = Date.now() + 5_000;
  for (;;) {
    const now = await vscode.env.clipboard.readText();
    if (now !== before) return now;
    assert.ok(Date.now() < end, "nothing was copied");
  }
}
