import * as vscode from "vscode";
import { readIndex } from "../catalog/indexFile.ts";
import { openSource } from "../catalog/open.ts";
import { type Analyses, createAnalyses } from "./analyses.ts";
import { createCodeActionProvider, createFixAllProvider, fixAllKind } from "./codeActions.ts";
import { registerCommands } from "./commands.ts";
import { publishDiagnostics } from "./diagnostics.ts";
import { openEngines } from "./engines.ts";
import { createHoverProvider } from "./hover.ts";
import { createRecordProvider, recordScheme } from "./recordDocument.ts";
import { createRuleProvider, ruleScheme } from "./ruleDocument.ts";
import { schemes } from "./schemes.ts";

/** Starts everything that the editor shows. Called by the stub, once, at the first document that may name a model. */
export async function startEditor(context: vscode.ExtensionContext): Promise<Analyses> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, "dist", "catalog.json"));
  const decoder = new TextDecoder();
  const engines = await openEngines(openSource(readIndex(bytes, (part) => decoder.decode(part))));
  const analyses = createAnalyses(engines);
  const selector: vscode.DocumentSelector = schemes.map((scheme) => ({ scheme }));
  context.subscriptions.push(
    engines,
    registerCommands(context, analyses),
    publishDiagnostics(analyses, engines.onDidChange),
    vscode.languages.registerHoverProvider(selector, createHoverProvider(analyses)),
    vscode.languages.registerCodeActionsProvider(selector, createCodeActionProvider(analyses), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    vscode.languages.registerCodeActionsProvider(selector, createFixAllProvider(analyses), { providedCodeActionKinds: [fixAllKind] }),
    vscode.workspace.registerTextDocumentContentProvider(recordScheme, createRecordProvider(engines)),
    vscode.workspace.registerTextDocumentContentProvider(ruleScheme, createRuleProvider(context.extensionUri)),
  );
  return analyses;
}
