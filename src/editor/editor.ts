import * as vscode from "vscode";
import { openCatalog } from "../catalog/open.ts";
import type { CatalogIndex } from "../catalog/record.ts";
import { createEngine } from "../createEngine.ts";
import { type Analyses, createAnalyses } from "./analyses.ts";
import { createCodeActionProvider } from "./codeActions.ts";
import { registerCommands } from "./commands.ts";
import { publishDiagnostics } from "./diagnostics.ts";
import { createHoverProvider } from "./hover.ts";
import { createRecordProvider, recordScheme } from "./recordDocument.ts";
import { createRuleProvider, ruleScheme } from "./ruleDocument.ts";
import { schemes } from "./schemes.ts";

/** Starts everything that the editor shows. Called by the stub, once, at the first document that may name a model. */
export async function startEditor(context: vscode.ExtensionContext): Promise<Analyses> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, "dist", "catalog.json"));
  const index = JSON.parse(new TextDecoder().decode(bytes)) as CatalogIndex;
  const engine = createEngine(openCatalog(index));
  const analyses = createAnalyses(engine);
  const selector: vscode.DocumentSelector = schemes.map((scheme) => ({ scheme }));
  context.subscriptions.push(
    registerCommands(context, engine, analyses),
    publishDiagnostics(analyses),
    vscode.languages.registerHoverProvider(selector, createHoverProvider(engine, analyses)),
    vscode.languages.registerCodeActionsProvider(selector, createCodeActionProvider(engine, analyses), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    vscode.workspace.registerTextDocumentContentProvider(recordScheme, createRecordProvider(engine)),
    vscode.workspace.registerTextDocumentContentProvider(ruleScheme, createRuleProvider(context.extensionUri)),
  );
  return analyses;
}
