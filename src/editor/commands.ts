import * as vscode from "vscode";
import { classLabel, factsOf } from "../assess/words.ts";
import type { AssessedReference } from "../engine.ts";
import { ruleIds } from "../lint/finding.ts";
import { pickAlternative } from "./alternativesPicker.ts";
import { type Analyses, fileOf } from "./analyses.ts";
import { addToReadme, copyCitation } from "./citing.ts";
import { changesOf, workspaceEditOf } from "./edits.ts";
import { createPreview } from "./preview.ts";
import { recordUri } from "./recordDocument.ts";
import { ruleUri } from "./ruleDocument.ts";
import { swapAllInFile, swapAllInWorkspace } from "./swapAll.ts";

/** A place that a command's arguments name, once it has been found to be one. */
interface Place {
  readonly document: vscode.TextDocument;
  readonly reference: AssessedReference;
}

/** Commands behind links and light bulb. A link in a hover is an untrusted caller: arguments are compared with what the document holds now. */
export function registerCommands(context: vscode.ExtensionContext, analyses: Analyses): vscode.Disposable {
  const placeOf = (uri: unknown, start: unknown, end: unknown): Place | null => {
    const document = vscode.workspace.textDocuments.find((candidate) => candidate.uri.toString() === uri);
    if (document === undefined) return null;
    const reference = analyses
      .of(document)
      ?.references.find(({ candidate }) => candidate.range.start === start && candidate.range.end === end);
    return reference === undefined ? null : { document, reference };
  };

  const showRecord = async ({ document, reference }: Place): Promise<void> => {
    await vscode.commands.executeCommand("vscode.open", recordUri(reference.assessment, fileOf(document)), vscode.ViewColumn.Beside);
  };

  const reportFact = async ({ reference }: Place): Promise<void> => {
    await vscode.env.clipboard.writeText(reportText(reference, context));
    const address = bugsAddress(context);
    if (address === null) {
      void vscode.window.showInformationMessage("A report with what Open Recipe says about this model is in the clipboard.");
    } else {
      await vscode.env.openExternal(address);
    }
  };

  const swap = async ({ document, reference }: Place, text: unknown): Promise<void> => {
    const fix = analyses
      .engineOf(document)
      .fixes(reference)
      .find((candidate) => candidate.edits[0]?.text === text);
    if (fix !== undefined) await vscode.workspace.applyEdit(workspaceEditOf(changesOf(document, fix)));
  };

  const openRule = async (rule: unknown): Promise<void> => {
    const id = ruleIds.find((candidate) => candidate === rule);
    if (id !== undefined) await vscode.commands.executeCommand("vscode.open", ruleUri(id));
  };

  const preview = createPreview();
  const choose = ({ document, reference }: Place): Promise<void> => pickAlternative(document, reference, analyses, preview);
  const cite = ({ reference }: Place): Promise<void> => copyCitation(reference.assessment);
  const tell = ({ document, reference }: Place): Promise<void> => addToReadme(document, reference.assessment, preview);

  const atCursor = (act: (place: Place) => Promise<void>) => async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    const reference = editor && analyses.referenceAt(editor.document, editor.selection.active);
    if (editor && reference) await act({ document: editor.document, reference });
    else void vscode.window.showInformationMessage("There is no model's name at the cursor.");
  };

  const atPlace =
    (act: (place: Place, ...rest: readonly unknown[]) => Promise<void>) =>
    async (uri: unknown, start: unknown, end: unknown, ...rest: readonly unknown[]): Promise<void> => {
      const place = placeOf(uri, start, end);
      if (place !== null) await act(place, ...rest);
    };

  return vscode.Disposable.from(
    preview,
    vscode.commands.registerCommand("openRecipe.showRecord", atPlace(showRecord)),
    vscode.commands.registerCommand("openRecipe.reportFact", atPlace(reportFact)),
    vscode.commands.registerCommand("openRecipe.swap", atPlace(swap)),
    vscode.commands.registerCommand("openRecipe.openRule", openRule),
    vscode.commands.registerCommand("openRecipe.chooseAlternative", atPlace(choose)),
    vscode.commands.registerCommand("openRecipe.copyCitation", atPlace(cite)),
    vscode.commands.registerCommand("openRecipe.addToReadme", atPlace(tell)),
    vscode.commands.registerCommand("openRecipe.showRecordHere", atCursor(showRecord)),
    vscode.commands.registerCommand("openRecipe.chooseAlternativeHere", atCursor(choose)),
    vscode.commands.registerCommand("openRecipe.copyCitationHere", atCursor(cite)),
    vscode.commands.registerCommand("openRecipe.addToReadmeHere", atCursor(tell)),
    vscode.commands.registerCommand("openRecipe.swapAllInFileHere", async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document === undefined) void vscode.window.showInformationMessage("There is no text editor to swap models in.");
      else await swapAllInFile(document, analyses);
    }),
    vscode.commands.registerCommand("openRecipe.swapAllInWorkspaceHere", () => swapAllInWorkspace(analyses, preview)),
  );
}

/** The manifest's `bugs` address, where there is one. */
function bugsAddress(context: vscode.ExtensionContext): vscode.Uri | null {
  const { bugs } = context.extension.packageJSON as { readonly bugs?: unknown };
  const url = typeof bugs === "object" && bugs !== null && "url" in bugs ? bugs.url : bugs;
  return typeof url === "string" && /^https:\/\//.test(url) ? vscode.Uri.parse(url) : null;
}

/** A report that somebody can send as it is, after writing what is wrong. Holds nothing of the user's files but the model's name. */
function reportText({ identity, assessment }: AssessedReference, context: vscode.ExtensionContext): string {
  const { version } = context.extension.packageJSON as { readonly version: string };
  return [
    `Wrong fact about ${assessment.name}`,
    "",
    `Name: ${identity.name}${identity.tag === null ? "" : `:${identity.tag}`} (${identity.namespace})`,
    `Record: ${assessment.model ?? "none"}`,
    `Open Recipe ${version} says: ${classLabel(assessment.class)}, ${assessment.confidence}, licence ${assessment.license ?? "none stated"} (${assessment.licenseKind}), ${factsOf(assessment)}`,
    ...assessment.reasons.map((reason) => `- ${reason}`),
    "",
    "What is wrong, and where the right fact can be seen:",
    "",
  ].join("\n");
}
