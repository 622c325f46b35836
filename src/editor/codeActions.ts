import * as vscode from "vscode";
import { titleWithNeeds } from "../alternatives/words.ts";
import type { AssessedReference, Engine } from "../engine.ts";
import type { Fix } from "../lint/finding.ts";
import { type Analyses, fileOf, rangeIn } from "./analyses.ts";
import { changesOf, workspaceEditOf } from "./edits.ts";
import { shortName } from "./plainText.ts";
import { builtWithLine } from "./readmeLine.ts";
import { settingsFor } from "./settings.ts";
import { changesInFile } from "./swapAll.ts";

/** Swaps in the light bulb; the others are behind "More alternatives". */
const mostSwaps = 2;

/** Only by this very name: saving with `source.fixAll` must not change which model a program asks for. */
export const fixAllKind: vscode.CodeActionKind = vscode.CodeActionKind.SourceFixAll.append("openRecipe");

export function createCodeActionProvider(analyses: Analyses): vscode.CodeActionProvider {
  // asked for at every move of the cursor; a reference is one of a single version of its document
  const kept = new WeakMap<AssessedReference, readonly Fix[]>();
  return {
    provideCodeActions(document, range, context) {
      if (context.only !== undefined && !context.only.contains(vscode.CodeActionKind.QuickFix)) return [];
      // one place only: what would be changed must be plain before the light bulb is opened
      const reference = analyses.referenceAt(document, range.start);
      if (reference === null || !rangeIn(document, reference.candidate.range).contains(range)) return [];
      const diagnostics = context.diagnostics.filter((diagnostic) => diagnostic.source === "Open Recipe");
      const swaps = kept.get(reference) ?? bestSwaps(analyses.engineOf(document), analyses, document, reference);
      kept.set(reference, swaps);
      return [...swaps.map((fix) => swapAction(document, fix, diagnostics)), ...commandActions(document, reference, diagnostics)];
    },
  };
}

/** `source.fixAll.openRecipe`: every preferred swap of the document at once, where a setting allows it. */
export function createFixAllProvider(analyses: Analyses): vscode.CodeActionProvider {
  return {
    provideCodeActions(document, _range, context) {
      if (context.only === undefined || !fixAllKind.contains(context.only)) return [];
      if (settingsFor(fileOf(document)).fixAll !== "preferred") return [];
      const changes = changesInFile(document, analyses);
      if (changes.length === 0) return [];
      const action = new vscode.CodeAction("Make all preferred swaps", fixAllKind);
      action.edit = workspaceEditOf(changes);
      return [action];
    },
  };
}

/**
 * A swap that works as it stands goes first; for a closed API that is one that moves the client too, where the file shows all of it: to the
 * user's own machine, and to a host.
 */
function bestSwaps(engine: Engine, analyses: Analyses, document: vscode.TextDocument, reference: AssessedReference): readonly Fix[] {
  const fixes = engine.fixes(reference);
  if (reference.assessment.class !== "closed" || fixes[0]?.preferred) return fixes.slice(0, mostSwaps);
  const client = engine.clientFixes(reference, analyses.sourceOf(document));
  if (client.missing !== null) return fixes.slice(0, mostSwaps);
  const local = client.fixes.find(({ host }) => host?.local === true);
  const hosted = client.fixes.find(({ host }) => host?.local === false);
  const whole = [local, hosted].filter((fix) => fix !== undefined);
  return [...whole, ...fixes].slice(0, mostSwaps);
}

function swapAction(document: vscode.TextDocument, fix: Fix, diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction {
  const action = new vscode.CodeAction(titleWithNeeds(fix), vscode.CodeActionKind.QuickFix);
  action.edit = workspaceEditOf(changesOf(document, fix));
  action.diagnostics = [...diagnostics];
  // where nothing is said, as at a place that a comment silences, the command Auto Fix has nothing to fix
  action.isPreferred = fix.preferred && diagnostics.length > 0;
  return action;
}

function commandActions(
  document: vscode.TextDocument,
  reference: AssessedReference,
  diagnostics: readonly vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  const { assessment, candidate, swappable } = reference;
  const at = [document.uri.toString(), candidate.range.start, candidate.range.end];
  const action = (title: string, command: string): vscode.CodeAction => {
    const entry = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    entry.command = { title, command, arguments: at };
    entry.diagnostics = [...diagnostics];
    return entry;
  };
  const isOpen = assessment.class === "open-recipe";
  const isPraised = builtWithLine(assessment).kind === "line";
  const name = shortName(assessment.name);
  return [
    ...(diagnostics.length === 0 || isOpen || assessment.class === "unknown" || !swappable
      ? []
      : [action("More alternatives...", "openRecipe.chooseAlternative")]),
    ...(assessment.citation === null || assessment.class === "closed"
      ? []
      : [action(`Copy the citation of ${name} (BibTeX)`, "openRecipe.copyCitation")]),
    ...(isPraised ? [action(`Add ${name} to the README`, "openRecipe.addToReadme")] : []),
    ...(diagnostics.length === 0
      ? []
      : [
          action(`Show the full record of ${name}`, "openRecipe.showRecord"),
          action(`Report a wrong fact about ${name}`, "openRecipe.reportFact"),
        ]),
  ];
}
