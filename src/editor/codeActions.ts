import * as vscode from "vscode";
import type { AssessedReference } from "../engine.ts";
import type { Fix } from "../lint/finding.ts";
import { type Analyses, rangeIn } from "./analyses.ts";

/** Swaps in the light bulb; with the record and the report, our entries stay at five. */
const mostSwaps = 3;

export function createCodeActionProvider(analyses: Analyses): vscode.CodeActionProvider {
  return {
    provideCodeActions(document, range, context) {
      if (context.only !== undefined && !context.only.contains(vscode.CodeActionKind.QuickFix)) return [];
      // one place only: what would be changed must be plain before the light bulb is opened
      const reference = analyses.referenceAt(document, range.start);
      if (reference === null || !rangeIn(document, reference.candidate.range).contains(range)) return [];
      const diagnostics = context.diagnostics.filter((diagnostic) => diagnostic.source === "Open Recipe");
      const swaps = analyses
        .engineOf(document)
        .fixes(reference)
        .slice(0, mostSwaps)
        .map((fix) => swapAction(document, fix, diagnostics));
      return [...swaps, ...recordActions(document, reference, diagnostics)];
    },
  };
}

function swapAction(document: vscode.TextDocument, fix: Fix, diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction {
  const title = fix.needs.length === 0 ? fix.title : `${fix.title}; needs: ${fix.needs[0]}`;
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = workspaceEdit(document, fix);
  action.diagnostics = [...diagnostics];
  action.isPreferred = fix.preferred;
  return action;
}

/** A fix as VS Code applies it: one step to undo. */
export function workspaceEdit(document: vscode.TextDocument, fix: Fix): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { range, text } of fix.edits) edit.replace(document.uri, rangeIn(document, range), text);
  return edit;
}

function recordActions(
  document: vscode.TextDocument,
  reference: AssessedReference,
  diagnostics: readonly vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  if (diagnostics.length === 0) return [];
  const at = [document.uri.toString(), reference.candidate.range.start, reference.candidate.range.end];
  const action = (title: string, command: string): vscode.CodeAction => {
    const entry = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    entry.command = { title, command, arguments: at };
    entry.diagnostics = [...diagnostics];
    return entry;
  };
  return [
    action(`Show the full record of ${reference.assessment.name}`, "openRecipe.showRecord"),
    action(`Report a wrong fact about ${reference.assessment.name}`, "openRecipe.reportFact"),
  ];
}
