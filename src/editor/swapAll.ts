import * as vscode from "vscode";
import { preferredSwaps } from "../alternatives/preferredSwaps.ts";
import { type PlaceIn, type SwapDocument, swapSet } from "../alternatives/swapSet.ts";
import { heldBackSentence, stillShownSentence } from "../alternatives/words.ts";
import { readDocuments } from "../project/documents.ts";
import { createLineIndex, type TextRange } from "../text.ts";
import { type Analyses, notebookOf } from "./analyses.ts";
import { countFiles, type FileChange, workspaceEditOf } from "./edits.ts";
import { messageText } from "./plainText.ts";
import type { Preview } from "./preview.ts";
import { settingsFor } from "./settings.ts";
import { createWorkspaceFileSystem } from "./workspaceFileSystem.ts";

/**
 * Makes the preferred swaps of the document, or of the whole notebook that it is a cell of, as one step to undo. A name is swapped wherever it
 * stands in the file or nowhere; other files are not looked at, since this file is what was asked for.
 */
export async function swapAllInFile(document: vscode.TextDocument, analyses: Analyses): Promise<void> {
  const found = swapsIn(fileDocuments(document), analyses);
  if (found.swaps === 0 || (await vscode.workspace.applyEdit(workspaceEditOf(found.changes)))) {
    void vscode.window.showInformationMessage(messageText(summary(found, 1, "file")));
  } else {
    void vscode.window.showWarningMessage("The file cannot be changed: nothing was swapped.");
  }
}

/** The preferred swaps of one document. A name of its file, which may be a notebook of many documents, is swapped in all of them or in none. */
export function changesInFile(document: vscode.TextDocument, analyses: Analyses): readonly FileChange[] {
  return swapsIn(fileDocuments(document), analyses).changes.filter(({ uri }) => uri.toString() === document.uri.toString());
}

/** Collects the preferred swaps of all folders and shows them; nothing is changed before they are confirmed. */
export async function swapAllInWorkspace(analyses: Analyses, preview: Preview): Promise<void> {
  const documents = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: "Looking for models to swap", cancellable: true },
    (progress, token) => collect(analyses, progress, token),
  );
  if (documents === null) return;
  const found = foundIn(documents);
  const made = found.swaps > 0 && (await preview.confirm("Preferred swaps in the workspace", found.changes));
  if (made || found.swaps === 0) {
    void vscode.window.showInformationMessage(messageText(summary(found, countFiles(found.changes), "workspace")));
  }
}

/** A document in which models are named, open or not. */
interface Named {
  readonly uri: vscode.Uri;
  readonly text: string;
  /** where a place of it is, for people: `src/app.py:12` */
  readonly placeLabel: (range: TextRange) => string;
}

interface Found {
  readonly changes: readonly FileChange[];
  readonly swaps: number;
  /** places of which somebody has to choose a swap */
  readonly others: number;
  /** what is not swapped, and what still shows an old name, a sentence each */
  readonly remarks: readonly string[];
}

function fileDocuments(document: vscode.TextDocument): readonly vscode.TextDocument[] {
  return cellsOf(notebookOf(document)) ?? [document];
}

function swapsIn(documents: readonly vscode.TextDocument[], analyses: Analyses): Found {
  return foundIn(documents.map((document) => looked(document, analyses)));
}

/** The swaps to be made together. */
function foundIn(documents: readonly SwapDocument<Named>[]): Found {
  const set = swapSet(documents);
  const labels = (places: readonly PlaceIn<Named>[]): readonly string[] => places.map(({ document, range }) => document.placeLabel(range));
  return {
    changes: set.documents.map(({ document: { uri, text }, swaps }) => ({
      uri,
      text,
      edits: swaps.flatMap(({ edits, title }) => edits.map((edit) => ({ ...edit, label: title }))),
      title: "Swap",
    })),
    swaps: set.documents.reduce((sum, { swaps }) => sum + swaps.length, 0),
    others: set.others,
    remarks: [
      ...set.heldBack.map(({ places, ...held }) => heldBackSentence(held, labels(places))),
      ...set.shown.map(({ text, places }) => stillShownSentence(text, labels(places))),
    ],
  };
}

/** A document as the editor holds it. */
function looked(document: vscode.TextDocument, analyses: Analyses): SwapDocument<Named> {
  const analysis = analyses.of(document);
  const places = analysis === null ? [] : preferredSwaps(analysis, analyses.engineOf(document)).places;
  const notebook = notebookOf(document);
  const cell = notebook?.getCells().findIndex((each) => each.document === document) ?? -1;
  const file = vscode.workspace.asRelativePath(notebook?.uri ?? document.uri);
  const named = cell < 0 ? file : `${file}, cell ${cell + 1}`;
  return { document: namedIn(document.uri, document.getText(), named), places };
}

function namedIn(uri: vscode.Uri, text: string, file: string): Named {
  return { uri, text, placeLabel: ({ start }) => `${file}:${createLineIndex(text).positionAt(start).line}` };
}

/** Null where it was cancelled. */
async function collect(
  analyses: Analyses,
  progress: vscode.Progress<{ readonly message: string }>,
  token: vscode.CancellationToken,
): Promise<readonly SwapDocument<Named>[] | null> {
  const documents: SwapDocument<Named>[] = [];
  // a folder of the workspace may lie inside of another one
  const read = new Set<string>();
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    for await (const entry of readDocuments(createWorkspaceFileSystem(folder.uri), [folder.uri.path])) {
      if (token.isCancellationRequested) return null;
      if (entry.kind !== "document") continue;
      const uri = folder.uri.with({ path: entry.path });
      if (read.has(uri.toString())) continue;
      read.add(uri.toString());
      if (read.size % 200 === 0) progress.report({ message: `${read.size} files` });
      const { text, encoding } = entry.content;
      const open = documentsOpen(uri);
      if (open !== null) documents.push(...open.map((document) => looked(document, analyses)));
      // an editor reads such a file in the encoding that its user has set: it is not changed from here
      else if (encoding === "iso-8859-1") documents.push({ ...unopened(uri, text, analyses), isFixed: true });
      else documents.push(...(await lookedAt(uri, text, analyses)));
    }
  }
  return documents.filter(({ places }) => places.length > 0);
}

/** The file's documents, where it is open: what is typed and not yet saved is what a swap has to fit. */
function documentsOpen(uri: vscode.Uri): readonly vscode.TextDocument[] | null {
  const id = uri.toString();
  const notebook = vscode.workspace.notebookDocuments.find((each) => each.uri.toString() === id);
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === id);
  return cellsOf(notebook ?? null) ?? (document === undefined ? null : [document]);
}

/** A file that is not open, as it lies on disk; without any place where Open Recipe is switched off for it. */
function unopened(uri: vscode.Uri, text: string, analyses: Analyses): SwapDocument<Named> {
  const document = namedIn(uri, text, vscode.workspace.asRelativePath(uri));
  const settings = settingsFor(uri);
  if (!settings.enabled) return { document, places: [] };
  const engine = analyses.engineAt(uri);
  const path = vscode.workspace.asRelativePath(uri, false).replaceAll("\\", "/");
  return { document, places: preferredSwaps(engine.analyze({ path, text }, settings.lint), engine).places };
}

/** A file that is not open: its documents, opened where something may be swapped in it, else the text alone. */
async function lookedAt(uri: vscode.Uri, text: string, analyses: Analyses): Promise<readonly SwapDocument<Named>[]> {
  const read = unopened(uri, text, analyses);
  const isNotebook = uri.path.endsWith(".ipynb");
  // a tokenizer follows its model, which few have a swap for: there are too many of them to be opened
  if (!read.places.some(({ swap, follows }) => swap !== null || (isNotebook && follows))) return [read];
  try {
    // the text of a notebook's file is its editor's own: it is changed by its cells
    const documents = isNotebook
      ? (cellsOf(await vscode.workspace.openNotebookDocument(uri)) ?? [])
      : [await vscode.workspace.openTextDocument(uri)];
    return documents.map((document) => looked(document, analyses));
  } catch {
    // no editor can change what none can open
    return [{ ...read, isFixed: true }];
  }
}

function cellsOf(notebook: vscode.NotebookDocument | null): readonly vscode.TextDocument[] | null {
  return notebook?.getCells().map(({ document }) => document) ?? null;
}

/** A notification is a few lines; `open-recipe fix` tells of every name. */
const mostRemarks = 3;

function summary({ swaps, others, remarks }: Found, files: number, where: "file" | "workspace"): string {
  const made =
    swaps === 0
      ? `No swap in this ${where} works without a choice of yours.`
      : `${counted(swaps, "swap")} made${where === "workspace" ? ` in ${counted(files, "file")}` : ""}.`;
  const more = others === 0 ? [] : [`${counted(others, "other place")} ${others === 1 ? "has" : "have"} alternatives to choose from.`];
  const unsaid = remarks.length - mostRemarks;
  const rest = unsaid > 0 ? [`So it is with ${counted(unsaid, "other name")}.`] : [];
  return [made, ...remarks.slice(0, mostRemarks), ...rest, ...more].join(" ");
}

function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
