import * as vscode from "vscode";
import { type RuleId, ruleIds } from "../lint/finding.ts";

/** Scheme of the read-only documents that hold the bundled page of a rule. */
export const ruleScheme = "open-recipe-rule";

/**
 * The address behind a rule's code. VS Code opens no command there, so it is a document; the manifest has documents of this scheme
 * opened as a preview.
 */
export function ruleUri(rule: RuleId): vscode.Uri {
  return vscode.Uri.from({ scheme: ruleScheme, path: `/${rule}.md` });
}

export function createRuleProvider(extension: vscode.Uri): vscode.TextDocumentContentProvider {
  return {
    async provideTextDocumentContent(uri) {
      // anybody can open an address of our scheme: only names of rules become file names
      const rule = ruleIds.find((id) => uri.path === `/${id}.md`);
      if (rule === undefined) return "This address names no rule.";
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, "docs", "rules", `${rule}.md`)));
    },
  };
}
