import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  api,
  closeEditors,
  diagnosticsOf,
  marksOf,
  rangeOf,
  setText,
  show,
  until,
  untilMarks,
  untilOthersAreLookedAt,
  write,
} from "./editor.ts";

const llama = 'import ollama\n\nollama.chat(model="llama3.1:8b")\n';

describe("Diagnostics", () => {
  before(api);
  afterEach(closeEditors);

  it("stand on the exact text when a document is opened, one a place, with rule and page", async () => {
    const document = await show("opened.py", llama);
    await untilMarks(document.uri, "3:20-3:31 information open-weights-only");
    const [diagnostic] = diagnosticsOf(document.uri);
    assert.ok(diagnostic);
    assert.equal(document.getText(diagnostic.range), "llama3.1:8b");
    assert.match(
      diagnostic.message,
      /^meta-llama\/Llama-3\.1-8B-Instruct: the weights can be downloaded, the recipe is withheld \(facts of \d{4}-\d{2}\)\. Also: restricted-license\.$/,
    );
    const { code } = diagnostic;
    assert.ok(typeof code === "object");
    assert.equal(code.value, "open-weights-only");
    assert.equal(code.target.toString(), "open-recipe-rule:/open-weights-only.md");
  });

  it("have exact ranges behind tabs, emoji and CRLF", async () => {
    const document = await show("ranges.py", '# 🦙\r\nx = 1\r\n\tmodel = ["😀", openai.chat(model="gpt-4o")]\r\n');
    await untilMarks(document.uri, "3:36-3:42 warning closed-model");
    assert.equal(document.getText(diagnosticsOf(document.uri)[0]?.range), "gpt-4o");
  });

  it("come when a model's name is typed and go when it is deleted", async () => {
    const { uri } = await show("typed.py", "import ollama\nollama.chat(model=)\n");
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const at = new vscode.Position(1, 18);
    editor.selection = new vscode.Selection(at, at);
    for (const key of '"llama3.1:8b') await vscode.commands.executeCommand("type", { text: key });
    assert.equal(editor.document.lineAt(1).text, 'ollama.chat(model="llama3.1:8b")');
    await untilMarks(uri, "2:20-2:31 information open-weights-only");
    await editor.edit((edit) => edit.delete(rangeOf(editor.document, "llama3.1:8b")));
    await untilMarks(uri);
  });

  it("move with the text", async () => {
    const document = await show("moved.py", llama);
    await untilMarks(document.uri, "3:20-3:31 information open-weights-only");
    await setText(document, `# one line more\n${llama}`);
    await untilMarks(document.uri, "4:20-4:31 information open-weights-only");
  });

  it("go when the document's tab is closed", async () => {
    const uri = await write("closed.py", llama);
    // not by openTextDocument, which keeps a document open for minutes
    await vscode.commands.executeCommand("vscode.open", uri);
    await untilMarks(uri, "3:20-3:31 information open-weights-only");
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await untilMarks(uri);
  });

  it("go when the file is deleted", async () => {
    const uri = await write("deleted.py", llama);
    await vscode.commands.executeCommand("vscode.open", uri);
    await untilMarks(uri, "3:20-3:31 information open-weights-only");
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(uri);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await untilMarks(uri);
  });

  it("go with the old name when the file is renamed, and come with the new", async () => {
    const uri = await write("before.py", llama);
    const renamed = uri.with({ path: uri.path.replace("before.py", "after.py") });
    await vscode.commands.executeCommand("vscode.open", uri);
    await untilMarks(uri, "3:20-3:31 information open-weights-only");
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, renamed, { overwrite: true });
    assert.ok(await vscode.workspace.applyEdit(edit));
    await untilMarks(uri);
    await untilMarks(renamed, "3:20-3:31 information open-weights-only");
  });

  it("go when the language becomes plain text and come back with it", async () => {
    const document = await show("language.py", llama);
    await untilMarks(document.uri, "3:20-3:31 information open-weights-only");
    await vscode.languages.setTextDocumentLanguage(document, "plaintext");
    await untilMarks(document.uri);
    await vscode.languages.setTextDocumentLanguage(document, "python");
    await untilMarks(document.uri, "3:20-3:31 information open-weights-only");
  });

  it("come in an untitled document while it is typed", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "typescript", content: "" });
    await vscode.window.showTextDocument(document);
    assert.equal(document.uri.scheme, "untitled");
    await setText(document, 'const model = "gpt-4o";\n');
    await untilMarks(document.uri, "1:16-1:22 warning closed-model");
  });

  it("come in documents that have no language of their own", async () => {
    const modelfile = await show("Modelfile", "FROM llama3.1:8b\n");
    assert.equal(modelfile.languageId, "plaintext");
    await untilMarks(modelfile.uri, "1:6-1:17 information open-weights-only");
    const environment = await show(".env", "OPENAI_MODEL=gpt-4o\n");
    await untilMarks(environment.uri, "1:14-1:20 warning closed-model");
    const local = await show("env.local", "OPENAI_MODEL=gpt-4o\n");
    assert.equal(local.languageId, "plaintext");
    await untilMarks(local.uri, "1:14-1:20 warning closed-model");
  });

  it("are hints in test files and where a model is only offered", async () => {
    const test = await show("tests/test_answer.py", 'model = "gpt-4o"\n');
    await untilMarks(test.uri, "1:10-1:16 hint closed-model");
    const menu = await show("menu.py", 'import openai\nMODELS = ["gpt-4o", "gpt-4o-mini"]\n');
    await untilMarks(menu.uri, "2:12-2:18 hint closed-model", "2:22-2:33 hint closed-model");
  });

  it("are silenced by a comment", async () => {
    const document = await show("silenced.py", 'model = "gpt-4o"  # open-recipe-disable-line\nmodel = "gpt-4o-mini"\n');
    await untilMarks(document.uri, "2:10-2:21 warning closed-model");
  });

  it("say nothing of git's versions, of output and of our own documents", async () => {
    const text = 'model = "gpt-4o"\n';
    const git = vscode.workspace.registerTextDocumentContentProvider("git", { provideTextDocumentContent: () => text });
    const output = vscode.window.createOutputChannel("Models");
    try {
      const version = await vscode.workspace.openTextDocument(vscode.Uri.parse("git:/old/app.py?HEAD"));
      assert.equal(version.languageId, "python");
      output.append(text);
      // its text stays empty where VS Code runs without spdlog, which writes it; that nothing is said of it shows all the same
      const isOutput = ({ uri }: vscode.TextDocument): boolean => uri.scheme === "output" && uri.path.includes("Models");
      const opened = until(
        vscode.workspace.onDidOpenTextDocument,
        () => vscode.workspace.textDocuments.some(isOutput),
        () => "the output as a document",
      );
      output.show(true);
      await opened;
      const page = await vscode.workspace.openTextDocument(vscode.Uri.parse("open-recipe-rule:/closed-model.md"));
      await untilOthersAreLookedAt();
      const written = vscode.workspace.textDocuments.find(isOutput);
      assert.ok(written);
      for (const { uri } of [version, written, page]) assert.deepEqual(marksOf(uri), [], uri.toString());
      const { analyze } = await api();
      for (const document of [version, written, page]) assert.equal(await analyze(document), null, document.uri.toString());
    } finally {
      output.dispose();
      git.dispose();
    }
  });
});

describe("Settings", () => {
  const text = 'import ollama\nmodel = "gpt-4o"\nollama.chat(model="llama3.1:8b")\n';
  const usual = ["2:10-2:16 warning closed-model", "3:20-3:31 information open-weights-only"] as const;
  const configuration = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration("openRecipe");
  const change = (name: string, value: unknown): Thenable<void> =>
    configuration().update(name, value, vscode.ConfigurationTarget.Workspace);

  let document: vscode.TextDocument;
  before(async () => {
    document = await show("settings.py", text);
  });
  beforeEach(() => untilMarks(document.uri, ...usual));
  afterEach(async () => {
    for (const name of ["goal", "severities", "enable"]) await change(name, undefined);
    await untilMarks(document.uri, ...usual);
  });
  after(closeEditors);

  it("goal: a team that accepts open weights reads of the licence alone", async () => {
    await change("goal", "open-weights");
    await untilMarks(document.uri, "2:10-2:16 warning closed-model", "3:20-3:31 information restricted-license");
  });

  it("severities: rules speak louder, lower or not at all", async () => {
    await change("severities", { "closed-model": "error", "open-weights-only": "off", "restricted-license": "hint" });
    await untilMarks(document.uri, "2:10-2:16 error closed-model", "3:20-3:31 hint restricted-license");
    await change("severities", {
      "closed-model": "off",
      "open-weights-only": "hint",
      "restricted-license": "off",
      "unpinned-model": "warning",
    });
    await untilMarks(document.uri, "2:10-2:16 warning unpinned-model", "3:20-3:31 hint open-weights-only");
  });

  it("severities: values that are none leave the rules as they are", async () => {
    await change("severities", { "closed-model": "loud", "no-such-rule": "error", "unpinned-model": 3 });
    await change("goal", 7);
    await untilMarks(document.uri, ...usual);
  });

  it("enable: off takes every mark away", async () => {
    await change("enable", "off");
    await untilMarks(document.uri);
    assert.equal(await (await api()).analyze(document), null);
  });
});
