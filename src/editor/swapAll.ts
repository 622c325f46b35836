import * as vscode from "vscode";
import { type PreferredSwaps, preferredSwaps } from "../alternatives/preferredSwaps.ts";
import { readDocuments } from "../project/documents.ts";
import { type Analyses, notebookOf } from "./analyses.ts";
import { countFiles, type FileChange, workspaceEditOf } from "./edits.ts";
import type { Preview } from "./preview.ts";
import { settingsFor } from "./settings.ts";
import { createWorkspaceFileSystem } from "./workspaceFileSystem.ts";

/** Makes every preferred swap of the document, or of the whole notebook that it is a cell of, as one step to undo. */
export async function swapAllInFile(document: vscode.TextDocument, analyses: Analyses): Promise<void> {
  const { changes, swaps, others } = swapsIn(cellsOf(notebookOf(document)) ?? [document], analyses);
  if (swaps === 0 || (await vscode.workspace.applyEdit(workspaceEditOf(changes)))) {
    void vscode.window.showInformationMessage(summary(swaps, 1, others, "file"));
  } else {
    void vscode.window.showWarningMessage("The file cannot be changed: nothing was swapped.");
  }
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
  if (made || swaps === 0) void vscode.window.showInformationMessage(summary(swaps, countFiles(changes), others, "workspace"));
}

interface Found {
  readonly changes: readonly FileChange[];
  readonly swaps: number;
  readonly others: number;
}

/** The preferred swaps of documents as the editor holds them. */
function swapsIn(documents: readonly vscode.TextDocument[], analyses: Analyses): Found {
  const changes: FileChange[] = [];
  let swaps = 0;
  let others = 0;
  for (const document of documents) {
    const analysis = analyses.of(document);
    const found = analysis === null ? none : preferredSwaps(analysis, analyses.engineOf(document));
    others += found.others;
    swaps += found.swaps.length;
    const edits = found.swaps.flatMap(({ edits: own, fix }) => own.map((edit) => ({ ...edit, label: fix.title })));
    if (edits.length > 0) changes.push({ uri: document.uri, text: document.getText(), edits, title: "Swap" });
  }
  return { changes, swaps, others };
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
  // a folder of the workspace may lie inside of another one
  const read = new Set<string>();
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    for await (const entry of readDocuments(createWorkspaceFileSystem(folder.uri), [folder.uri.path])) {
      if (token.isCancellationRequested) return null;
      // an editor reads such a file in the encoding that its user has set
      if (entry.kind !== "document" || entry.content.encoding === "iso-8859-1") continue;
      const uri = folder.uri.with({ path: entry.path });
      if (read.has(uri.toString())) continue;
      read.add(uri.toString());
      if (read.size % 200 === 0) progress.report({ message: `${read.size} files` });
      const found = documentsOpen(uri) ?? (await documentsToSwap(uri, entry.content.text, analyses));
      const result = "swaps" in found ? found : swapsIn(found, analyses);
      changes.push(...result.changes);
      swaps += result.swaps;
      others += result.others;
    }
  }
  return { changes, swaps, others };
}

/** The file's documents, where it is open: what is typed and not yet saved is what a swap has to fit. */
function documentsOpen(uri: vscode.Uri): readonly vscode.TextDocument[] | null {
  const id = uri.toString();
  const notebook = vscode.workspace.notebookDocuments.find((each) => each.uri.toString() === id);
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === id);
  return cellsOf(notebook ?? null) ?? (document === undefined ? null : [document]);
}

/** The documents of a file that is not open, opened where there is something to swap in it; else how many places have a choice. */
async function documentsToSwap(uri: vscode.Uri, text: string, analyses: Analyses): Promise<readonly vscode.TextDocument[] | Found> {
  const settings = settingsFor(uri);
  if (!settings.enabled) return [];
  const engine = analyses.engineAt(uri);
  const path = vscode.workspace.asRelativePath(uri, false).replaceAll("\\", "/");
  const { swaps, others } = preferredSwaps(engine.analyze({ path, text }, settings.lint), engine);
  if (swaps.length === 0) return { changes: [], swaps: 0, others };
  try {
    // the text of a notebook's file is its editor's own: it is changed by its cells
    return uri.path.endsWith(".ipynb")
      ? (cellsOf(await vscode.workspace.openNotebookDocument(uri)) ?? [])
      : [await vscode.workspace.openTextDocument(uri)];
  } catch {
    // no editor can change what none can open
    return [];
  }
}

function cellsOf(notebook: vscode.NotebookDocument | null): readonly vscode.TextDocument[] | null {
  return notebook?.getCells().map(({ document }) => document) ?? null;
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
