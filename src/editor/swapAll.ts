import * as vscode from "vscode";
import { type PreferredSwaps, preferredSwaps } from "../alternatives/preferredSwaps.ts";
import { readDocuments } from "../project/documents.ts";
import type { Analyses } from "./analyses.ts";
import { changesOf, type FileChange, workspaceEditOf } from "./edits.ts";
import type { Preview } from "./preview.ts";
import { settingsFor } from "./settings.ts";
import { createWorkspaceFileSystem } from "./workspaceFileSystem.ts";

/** Makes every preferred swap of the document, as one step to undo. */
export async function swapAllInFile(document: vscode.TextDocument, analyses: Analyses): Promise<void> {
  const analysis = analyses.of(document);
  const { swaps, others } = analysis === null ? none : preferredSwaps(analysis, analyses.engineOf(document));
  if (swaps.length > 0) {
    const edits = swaps.flatMap(({ edits: own }) => own);
    await vscode.workspace.applyEdit(workspaceEditOf(changesOf(document, { title: "Swap", edits })));
  }
  void vscode.window.showInformationMessage(summary(swaps.length, 1, others, "file"));
}

const none: PreferredSwaps = { swaps: [], others: 0 };

/** Collects the preferred swaps of all folders and shows them; nothing is changed before they are confirmed. */
export async function swapAllInWorkspace(analyses: Analyses, preview: Preview): Promise<void> {
  const found = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: "Looking for models to swap", cancellable: true },
    (progress, token) => collect(analyses, progress, token),
  );
  if (found === null) return;
  const { changes, swaps, others } = found;
  const made = swaps > 0 && (await preview.confirm("Preferred swaps in the workspace", changes));
  if (made || swaps === 0) void vscode.window.showInformationMessage(summary(swaps, changes.length, others, "workspace"));
}

interface Found {
  readonly changes: readonly FileChange[];
  readonly swaps: number;
  readonly others: number;
}

/** Null where it was cancelled. */
async function collect(
  analyses: Analyses,
  progress: vscode.Progress<{ readonly message: string }>,
  token: vscode.CancellationToken,
): Promise<Found | null> {
  const changes: FileChange[] = [];
  let swaps = 0;
  let others = 0;
  let read = 0;
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    for await (const entry of readDocuments(createWorkspaceFileSystem(folder.uri), [folder.uri.path])) {
      if (token.isCancellationRequested) return null;
      // an editor reads such a file in the encoding that its user has set
      if (entry.kind !== "document" || entry.content.encoding === "iso-8859-1") continue;
      if (++read % 200 === 0) progress.report({ message: `${read} files` });
      const uri = folder.uri.with({ path: entry.path });
      const settings = settingsFor(uri);
      if (!settings.enabled) continue;
      // what is typed and not yet saved is what the swap has to fit
      const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
      const text = open?.getText() ?? entry.content.text;
      const engine = analyses.engineAt(uri);
      const path = vscode.workspace.asRelativePath(uri, false).replaceAll("\\", "/");
      const result = preferredSwaps(engine.analyze({ path, text }, settings.lint), engine);
      others += result.others;
      if (result.swaps.length === 0) continue;
      swaps += result.swaps.length;
      const edits = result.swaps.flatMap(({ edits: own, fix }) => own.map((edit) => ({ ...edit, label: fix.title })));
      changes.push({ uri, text, edits, title: "Swap" });
    }
  }
  return { changes, swaps, others };
}

function summary(swaps: number, files: number, others: number, where: "file" | "workspace"): string {
  const made =
    swaps === 0
      ? `No swap in this ${where} works without a choice of yours.`
      : `${counted(swaps, "swap")} made${where === "workspace" ? ` in ${counted(files, "file")}` : ""}.`;
  return others === 0 ? made : `${made} ${counted(others, "other place")} ${others === 1 ? "has" : "have"} alternatives to choose from.`;
}

function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
