// What the suites ask of VS Code: documents, marks, hover and light bulb, each awaited by its event.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { ExtensionApi } from "../../../src/editor/extension.ts";

/** How long anything may take until it shows, in milliseconds. */
const patience = 15_000;

/** The extension's API object, once it is active. */
export async function api(): Promise<ExtensionApi> {
  const extension = vscode.extensions.getExtension<ExtensionApi>("open-recipe.open-recipe");
  assert.ok(extension, "VS Code does not know the extension");
  return extension.activate();
}

/** Settles when `holds` does, which is asked now and at each event. @throws {Error} when it never does, with what `describe` says. */
export function until(event: vscode.Event<unknown>, holds: () => boolean, describe: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (holds()) {
      resolve();
      return;
    }
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      listener.dispose();
      act();
    };
    const timer = setTimeout(() => settle(() => reject(new Error(`Not within ${patience / 1000} s: ${describe()}`))), patience);
    const listener = event(() => {
      if (holds()) settle(resolve);
    });
  });
}

/** A folder of the window's workspace. */
export function workspaceFolder(index: number = 0): vscode.WorkspaceFolder {
  const folder = vscode.workspace.workspaceFolders?.[index];
  assert.ok(folder, `The window has no folder ${index}`);
  return folder;
}

/** Writes a file of the first folder and gives its address. */
export async function write(path: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(workspaceFolder().uri, path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Writes a file of the first folder and shows it. */
export async function show(path: string, text: string): Promise<vscode.TextDocument> {
  const { document } = await vscode.window.showTextDocument(await write(path, text), { preview: false });
  return document;
}

/** Replaces the whole text of a document, as typing would. */
export async function setText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

/** Our diagnostics of a document, in the order of the text. */
export function diagnosticsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === "Open Recipe")
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** A mark as the tests write it: `2:9-2:15 warning closed-model`, lines and columns from 1 as people see them. */
export function marksOf(uri: vscode.Uri): readonly string[] {
  return diagnosticsOf(uri).map(({ range, severity, code }) => {
    const place = ({ line, character }: vscode.Position): string => `${line + 1}:${character + 1}`;
    const rule = typeof code === "object" ? String(code.value) : "no code";
    return `${place(range.start)}-${place(range.end)} ${vscode.DiagnosticSeverity[severity]?.toLowerCase()} ${rule}`;
  });
}

/** Waits until a document has exactly these marks. */
export async function untilMarks(uri: vscode.Uri, ...expected: readonly string[]): Promise<void> {
  const isEqual = (): boolean => JSON.stringify(marksOf(uri)) === JSON.stringify(expected);
  try {
    await until(vscode.languages.onDidChangeDiagnostics, isEqual, () => `marks of ${uri.toString()}`);
  } catch (error) {
    assert.deepEqual(marksOf(uri), expected, error instanceof Error ? error.message : undefined);
  }
}

/**
 * Waits until a document that was opened now has been marked: what was open before it would have been marked as well, since documents are
 * looked at in the order in which they are opened.
 */
export async function untilOthersAreLookedAt(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: "python", content: 'model = "gpt-4o"\n' });
  await untilMarks(document.uri, "1:10-1:16 warning closed-model");
  await setText(document, 'model = "gpt-4o-mini"\n');
  await untilMarks(document.uri, "1:10-1:21 warning closed-model");
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
}

/** The range of the only occurrence, or of the one counted from 0. */
export function rangeOf(document: vscode.TextDocument, text: string, occurrence: number = 0): vscode.Range {
  let offset = -1;
  for (let i = 0; i <= occurrence; i++) offset = document.getText().indexOf(text, offset + 1);
  assert.ok(offset >= 0, `There is no "${text}" in the document`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

/** Our hover in the middle of a text, or null. */
export async function hoverAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.Hover | null> {
  const middle = document.positionAt(Math.floor((document.offsetAt(range.start) + document.offsetAt(range.end)) / 2));
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, middle);
  return hovers.find((hover) => cardOf(hover).value.includes("command:openRecipe.")) ?? null;
}

/** The Markdown of a hover that holds one card. */
export function cardOf(hover: vscode.Hover): vscode.MarkdownString {
  const [card] = hover.contents;
  assert.ok(card instanceof vscode.MarkdownString && hover.contents.length === 1);
  return card;
}

/** What a reader sees of a card, a line each: icons keep their names; links, emphasis, colours and escapes are taken away. */
export function linesOf(card: vscode.MarkdownString): readonly string[] {
  return card.value
    .replace(/<\/?span[^>]*>/g, "")
    .replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, "$1")
    .replace(/\*\*/g, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replaceAll("\u00a0", " ")
    .split(/ {2}\n|\n\n/)
    .map((line) => line.replace(/ +/g, " ").trim());
}

/** The links of a card: what they call, with which arguments. */
export function linksOf(card: vscode.MarkdownString): readonly { readonly command: string; readonly args: readonly unknown[] }[] {
  return [...card.value.matchAll(/\]\(command:([\w.]+)\?([^)]*)\)/g)].map(([, command = "", query = ""]) => ({
    command,
    args: JSON.parse(decodeURIComponent(query)) as unknown[],
  }));
}

/** Our entries of the light bulb for a range, in their order. */
export async function actionsAt(document: vscode.TextDocument, range: vscode.Range, kind?: string): Promise<readonly vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, range, kind);
  return actions.filter(({ title }) =>
    /^Swap to |^More alternatives\.\.\.$|^Make all preferred swaps$|^Copy the citation of |^Add .+ to the README$|^Show the full record of |^Report a wrong fact /.test(
      title,
    ),
  );
}

/** Whether the active tab shows this address as rendered Markdown. */
export function isPreview(tab: vscode.Tab | undefined, uri: string): boolean {
  return (
    tab?.input instanceof vscode.TabInputCustom &&
    tab.input.viewType === "vscode.markdown.preview.editor" &&
    tab.input.uri.toString() === uri
  );
}
