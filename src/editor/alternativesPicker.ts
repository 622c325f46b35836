import * as vscode from "vscode";
import type { AlternativeGroup } from "../alternatives/alternative.ts";
import type { AssessedReference, ClientFixes } from "../engine.ts";
import type { Fix } from "../lint/finding.ts";
import { alternativeText, fixText } from "./alternativeText.ts";
import type { Analyses } from "./analyses.ts";
import { clientDocuments } from "./clientDocuments.ts";
import { changesOf, type OtherDocuments, workspaceEditOf } from "./edits.ts";
import { messageText, shortName } from "./plainText.ts";
import type { Preview } from "./preview.ts";

/** What can be chosen: a name, or a name with the client that asks for it. */
type Choice =
  | { readonly kind: "swap"; readonly fix: Fix }
  /** several places, or files: looked at before they are changed */
  | { readonly kind: "client"; readonly fix: Fix; readonly others: OtherDocuments };

export interface AlternativeItem extends vscode.QuickPickItem {
  readonly choice?: Choice;
}

const groupTitles: Readonly<Record<AlternativeGroup, string>> = {
  fits: "Fits here",
  "step-up": "A step up, not yet an open recipe",
  "open-recipe-but": "Open recipe, but a need is not met",
};

/** More of the same models on more hosts is no choice but a catalogue. */
const mostClientFixes = 12;

/** Lets the user choose among all alternatives for a place, and makes the choice. Nothing is changed where nothing is chosen. */
export async function pickAlternative(
  document: vscode.TextDocument,
  reference: AssessedReference,
  analyses: Analyses,
  preview: Preview,
): Promise<void> {
  const version = document.version;
  const { items, placeholder } = await alternativeItems(document, reference, analyses);
  if (items.length === 0) {
    void vscode.window.showInformationMessage(messageText(placeholder));
    return;
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: `Alternatives to ${shortName(reference.assessment.name)}`,
    placeHolder: placeholder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked?.choice === undefined) return;
  if (document.isClosed || document.version !== version) {
    void vscode.window.showInformationMessage("The document has changed meanwhile: nothing was swapped.");
    return;
  }
  const { choice } = picked;
  if (choice.kind === "swap") await vscode.workspace.applyEdit(workspaceEditOf(changesOf(document, choice.fix)));
  else await preview.confirm(choice.fix.title, changesOf(document, choice.fix, choice.others));
}

/** The entries of the list, and the line above them; no entries where there is nothing to choose, with the reason. */
export async function alternativeItems(
  document: vscode.TextDocument,
  reference: AssessedReference,
  analyses: Analyses,
): Promise<{ readonly items: readonly AlternativeItem[]; readonly placeholder: string }> {
  const engine = analyses.engineOf(document);
  const alternatives = engine.alternativesFor(reference);
  const isClosed = reference.assessment.class === "closed";
  // the text that the reference is of: it may change while other files are read
  const source = analyses.sourceOf(document);
  const others: OtherDocuments = isClosed ? await clientDocuments(document, analyses) : new Map();
  const client: ClientFixes = isClosed
    ? engine.clientFixes(
        reference,
        source,
        [...others.values()].map((other) => other.source),
      )
    : { fixes: [], missing: null };
  const names = alternatives.map((alternative): { readonly group: AlternativeGroup; readonly item: AlternativeItem } => ({
    group: alternative.group,
    item: { ...alternativeText(alternative), choice: { kind: "swap", fix: engine.swap(reference, alternative) } },
  }));
  const clients = client.fixes
    .slice(0, mostClientFixes)
    .map((fix): AlternativeItem => ({ ...fixText(fix), choice: { kind: "client", fix, others } }));
  // a long title would take the place of the first entry's texts
  const clientTitle = client.missing === null ? "With its client" : "The name alone";
  const grouped = (Object.keys(groupTitles) as AlternativeGroup[]).flatMap((group) =>
    section(
      groupTitles[group],
      names.filter((each) => each.group === group).map(({ item }) => item),
    ),
  );
  const items = [...section(clientTitle, clients), ...grouped];
  const nothingFits = engine.nothingFitsFor(reference);
  const missing = client.missing === null || clients.length === 0 ? null : `Only the name can be changed: ${client.missing}.`;
  const remarks = [nothingFits, missing].filter((remark) => remark !== null);
  const usual = items.length === 0 ? "There is no alternative to offer here." : "Type to filter; Escape changes nothing";
  return { items, placeholder: remarks.length === 0 ? usual : remarks.join(" ") };
}

function section(label: string, items: readonly AlternativeItem[]): readonly AlternativeItem[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}
