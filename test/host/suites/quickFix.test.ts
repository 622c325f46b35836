import assert from "node:assert/strict";
import * as vscode from "vscode";
import { actionsAt, api, closeEditors, rangeOf, setText, show, until, untilMarks } from "./editor.ts";

describe("The quick fix", () => {
  before(api);
  afterEach(closeEditors);

  /** Opens a document, and gives our entries at the name once it is marked. */
  const offered = async (
    path: string,
    text: string,
    name: string,
  ): Promise<{ readonly document: vscode.TextDocument; readonly actions: readonly vscode.CodeAction[] }> => {
    const document = await show(path, text);
    const { analyze } = await api();
    assert.ok(await analyze(document));
    const range = rangeOf(document, name);
    const isMarked = (): boolean => vscode.languages.getDiagnostics(document.uri).some((diagnostic) => diagnostic.range.isEqual(range));
    await until(vscode.languages.onDidChangeDiagnostics, isMarked, () => `a mark on ${name}`);
    const actions = await actionsAt(document, range);
    assert.ok(actions.length <= 5, `there are ${actions.length} entries`);
    for (const action of actions) assert.ok(vscode.CodeActionKind.QuickFix.contains(action.kind ?? vscode.CodeActionKind.Empty));
    return { document, actions };
  };

  const titles = (actions: readonly vscode.CodeAction[]): readonly string[] =>
    actions.map(({ title, isPreferred }) => `${isPreferred ? "preferred: " : ""}${title}`);

  /** Applies an entry, compares the whole text, takes it back in one step, and compares again. */
  const applyAndUndo = async (document: vscode.TextDocument, action: vscode.CodeAction | undefined, expected: string): Promise<void> => {
    assert.ok(action?.edit);
    const before = document.getText();
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    assert.equal(document.getText(), expected);
    const undone = until(
      vscode.workspace.onDidChangeTextDocument,
      () => document.getText() === before,
      () => document.getText(),
    );
    await vscode.commands.executeCommand("undo");
    await undone;
  };

  it("writes a tag where Ollama reads it", async () => {
    const text = 'import ollama\nollama.chat(model="llama3.1:8b", messages=[])\n';
    const { document, actions } = await offered("ollama.py", text, "llama3.1:8b");
    assert.deepEqual(titles(actions), [
      "preferred: Swap to olmo-3:7b-instruct (open recipe)",
      "Swap to hf.co/unsloth/Apertus-8B-Instruct-2509-GGUF (open recipe)",
      "More alternatives...",
      "Show the full record of meta-llama/Llama-3.1-8B-Instruct",
      "Report a wrong fact about meta-llama/Llama-3.1-8B-Instruct",
    ]);
    await applyAndUndo(document, actions[0], text.replace("llama3.1:8b", "olmo-3:7b-instruct"));
  });

  it("writes a hub id for transformers, and changes the tokenizer with the model", async () => {
    const name = "meta-llama/Llama-3.1-8B-Instruct";
    const text = `from transformers import AutoModelForCausalLM, AutoTokenizer
tokenizer = AutoTokenizer.from_pretrained("${name}")
model = AutoModelForCausalLM.from_pretrained("${name}")
`;
    const document = await show("hub.py", text);
    await untilMarks(document.uri, "2:44-2:76 information open-weights-only", "3:47-3:79 information open-weights-only");
    const actions = await actionsAt(document, rangeOf(document, name, 1));
    assert.deepEqual(titles(actions), [
      "preferred: Swap to allenai/Olmo-3-7B-Instruct (open recipe)",
      "Swap to swiss-ai/Apertus-8B-Instruct-2509 (open recipe); needs: acceptance of its use policy on the hub; a Hugging Face token",
      "More alternatives...",
      "Show the full record of meta-llama/Llama-3.1-8B-Instruct",
      "Report a wrong fact about meta-llama/Llama-3.1-8B-Instruct",
    ]);
    await applyAndUndo(document, actions[0], text.replaceAll(name, "allenai/Olmo-3-7B-Instruct"));
    // no swap at the tokenizer: it goes with its model
    assert.deepEqual(titles(await actionsAt(document, rangeOf(document, name, 0))), [
      "Show the full record of meta-llama/Llama-3.1-8B-Instruct",
      "Report a wrong fact about meta-llama/Llama-3.1-8B-Instruct",
    ]);
  });

  it("keeps LiteLLM's prefix", async () => {
    const text = "model_list:\n  - model_name: local\n    litellm_params:\n      model: ollama/llama3.1:8b\n";
    const { document, actions } = await offered("litellm.yaml", text, "ollama/llama3.1:8b");
    assert.deepEqual(titles(actions), [
      "preferred: Swap to ollama_chat/olmo-3:7b-instruct (open recipe)",
      "Swap to ollama_chat/olmo-3.1:32b-instruct (open recipe)",
      "More alternatives...",
      "Show the full record of meta-llama/Llama-3.1-8B-Instruct",
      "Report a wrong fact about meta-llama/Llama-3.1-8B-Instruct",
    ]);
    await applyAndUndo(document, actions[0], text.replace("ollama/llama3.1:8b", "ollama_chat/olmo-3:7b-instruct"));
  });

  it("changes an OpenAI client along with its model, prefers neither, and says what has to be there", async () => {
    const text = 'from openai import OpenAI\n\nOpenAI().chat.completions.create(model="gpt-4o-mini", messages=[])\n';
    const { document, actions } = await offered("client.py", text, "gpt-4o-mini");
    assert.deepEqual(titles(actions), [
      "Swap to olmo-3:7b-instruct on Ollama (open recipe); needs: a running Ollama that has the model, and 1 more",
      "Swap to allenai/Olmo-3-7B-Instruct on Public AI (open recipe); needs: PUBLICAI_API_KEY where the program runs, and 1 more",
      "More alternatives...",
      "Show the full record of gpt-4o-mini",
      "Report a wrong fact about gpt-4o-mini",
    ]);
    const moved = text
      .replace("OpenAI()", 'OpenAI(base_url="http://localhost:11434/v1", api_key="ollama")')
      .replace("gpt-4o-mini", "olmo-3:7b-instruct");
    await applyAndUndo(document, actions[0], moved);
  });

  it("works on a selection inside the name and at its ends", async () => {
    const { document, actions } = await offered("inside.py", 'import ollama\nollama.chat(model="llama3.1:8b")\n', "llama3.1:8b");
    const { start, end } = rangeOf(document, "llama3.1:8b");
    const places = [new vscode.Range(start, start), new vscode.Range(end, end), rangeOf(document, "3.1")];
    for (const place of places) assert.deepEqual(titles(await actionsAt(document, place)), titles(actions));
  });

  it("takes the mark away", async () => {
    const { document, actions } = await offered("gone.py", 'import ollama\nollama.chat(model="llama3.1:8b")\n', "llama3.1:8b");
    assert.ok(actions[0]?.edit);
    await vscode.workspace.applyEdit(actions[0].edit);
    await untilMarks(document.uri);
  });

  it("is offered as a quick fix alone", async () => {
    const { document } = await offered("kinds.py", 'import ollama\nollama.chat(model="llama3.1:8b")\n', "llama3.1:8b");
    const range = rangeOf(document, "llama3.1:8b");
    for (const kind of ["refactor", "refactor.rewrite", "source", "source.fixAll", "source.organizeImports"]) {
      assert.deepEqual(titles(await actionsAt(document, range, kind)), [], kind);
    }
    assert.notDeepEqual(titles(await actionsAt(document, range, "quickfix")), []);
  });

  it("offers nothing for a range over two names, beside a name, or after the name is gone", async () => {
    const document = await show("two.py", 'import openai\nMODELS = ["gpt-4o", "gpt-4o-mini"]\n');
    await untilMarks(document.uri, "2:12-2:18 hint closed-model", "2:22-2:33 hint closed-model");
    assert.deepEqual(titles(await actionsAt(document, rangeOf(document, 'gpt-4o", "gpt-4o-mini'))), []);
    assert.deepEqual(titles(await actionsAt(document, rangeOf(document, '["gpt-4o"'))), []);
    assert.deepEqual(titles(await actionsAt(document, rangeOf(document, "MODELS"))), []);
    await setText(document, "import openai\nMODELS = []\n");
    await untilMarks(document.uri);
    assert.deepEqual(titles(await actionsAt(document, new vscode.Range(1, 10, 1, 11))), []);
  });
});
