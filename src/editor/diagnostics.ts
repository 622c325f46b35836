import * as vscode from "vscode";
import type { Finding } from "../lint/finding.ts";
import { mergeFindings } from "../lint/merge.ts";
import { type Analyses, longestText, notebookOf, rangeIn } from "./analyses.ts";
import { ruleUri } from "./ruleDocument.ts";
import { isOwnScheme } from "./schemes.ts";

/** Quiet time after the last keystroke before findings are renewed. */
const typingPause = 250;

const severityOf: Readonly<Record<Finding["severity"], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Keeps the diagnostics of all open documents true: on open, change, language change, close, delete change of settings and of records (`onRecords`). */
export function publishDiagnostics(analyses: Analyses, onRecords: vscode.Event<void>): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection("open-recipe");
  const tooLong = vscode.languages.createLanguageStatusItem("openRecipe.tooLong", []);
  tooLong.name = "Open Recipe";
  tooLong.text = "$(book) Open Recipe: file not scanned";
  tooLong.detail = `longer than ${longestText / 1024 / 1024} MB`;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const clear = (uri: vscode.Uri): void => {
    const id = uri.toString();
    clearTimeout(timers.get(id));
    timers.delete(id);
    collection.delete(uri);
  };

  const publish = (document: vscode.TextDocument): void => {
    timers.delete(document.uri.toString());
    if (document.isClosed || !isOwnScheme(document.uri.scheme)) return;
    const analysis = analyses.of(document);
    const diagnostics = mergeFindings(analysis?.findings ?? []).map((merged) => {
      const diagnostic = new vscode.Diagnostic(rangeIn(document, merged.range), merged.message, severityOf[merged.severity]);
      diagnostic.source = "Open Recipe";
      diagnostic.code = { value: merged.rule, target: ruleUri(merged.rule) };
      return diagnostic;
    });
    // an empty list where there was none before would still wake every listener in the editor
    if (diagnostics.length > 0 || collection.has(document.uri)) collection.set(document.uri, diagnostics);
  };

  /** The other cells of a notebook may read differently once one of them imports something else. */
  const withItsCells = (document: vscode.TextDocument): readonly vscode.TextDocument[] => cellsOf(notebookOf(document)) ?? [document];

  const later = (document: vscode.TextDocument): void => {
    if (!isOwnScheme(document.uri.scheme)) return;
    const id = document.uri.toString();
    clearTimeout(timers.get(id));
    timers.set(
      id,
      setTimeout(() => withItsCells(document).forEach(publish), typingPause),
    );
  };

  const all = (): void => vscode.workspace.textDocuments.forEach(publish);
  const renew = (): void => {
    analyses.forgetAll();
    all();
  };

  const listeners = [
    vscode.workspace.onDidOpenTextDocument(publish),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) later(document);
    }),
    // cells are opened before their notebook is, and come and go in it
    vscode.workspace.onDidOpenNotebookDocument((notebook) => cellsOf(notebook)?.forEach(publish)),
    vscode.workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
      if (contentChanges.length > 0) cellsOf(notebook)?.forEach(publish);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      analyses.forget(document);
      clear(document.uri);
    }),
    vscode.workspace.onDidDeleteFiles(({ files }) => {
      collection.forEach((uri) => {
        if (files.some((file) => uri.toString() === file.toString() || uri.toString().startsWith(`${file.toString()}/`))) clear(uri);
      });
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("openRecipe")) renew();
    }),
    onRecords(renew),
    vscode.window.onDidChangeActiveTextEditor((editor) => showLength(editor?.document)),
  ];

  /** The item is shown beside the active document alone, so that it may be for all while that one is too long. */
  const showLength = (document: vscode.TextDocument | undefined): void => {
    const isTooLong = document !== undefined && isOwnScheme(document.uri.scheme) && document.getText().length > longestText;
    tooLong.selector = isTooLong ? [{ scheme: document.uri.scheme }] : [];
  };

  all();
  showLength(vscode.window.activeTextEditor?.document);
  return vscode.Disposable.from(
    collection,
    tooLong,
    ...listeners,
    new vscode.Disposable(() => {
      for (const timer of timers.values()) clearTimeout(timer);
    }),
  );
}

function cellsOf(notebook: vscode.NotebookDocument | null): readonly vscode.TextDocument[] | null {
  return notebook?.getCells().map((cell) => cell.document) ?? null;
}
