import * as vscode from "vscode";
import { formatOf } from "../detect/formats.ts";
import { type Analyses, fileOf, longestText } from "./analyses.ts";
import type { OtherDocument, OtherDocuments } from "./edits.ts";

/** Files beside a program that set the environment it runs in. */
const environmentFile = /^(?:\.env(?:\..+)?|.+\.env|(?:docker-)?compose(?:\.[\w-]+)?\.ya?ml)$/i;

/** More of them than this in one folder are no project's set-up. */
const mostFiles = 12;

/** The environment files in the document's folder and in its workspace folder's root. */
export async function clientDocuments(document: vscode.TextDocument, analyses: Analyses): Promise<OtherDocuments> {
  const file = fileOf(document);
  const found = new Map<string, OtherDocument>();
  if (file.scheme === "untitled") return found;
  const root = vscode.workspace.getWorkspaceFolder(file)?.uri;
  const own = vscode.Uri.joinPath(file, "..");
  const folders = root === undefined || root.toString() === own.toString() ? [own] : [own, root];
  for (const folder of folders) {
    for (const uri of await environmentFiles(folder)) {
      if (uri.toString() === file.toString() || found.size >= mostFiles) continue;
      const other = await opened(uri);
      if (other === null) continue;
      const source = analyses.sourceOf(other);
      if (source.text.length <= longestText) found.set(source.path, { uri, source });
    }
  }
  return found;
}

async function environmentFiles(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries
      .filter(([name, type]) => type === vscode.FileType.File && environmentFile.test(name) && formatOf({ path: name }) !== null)
      .map(([name]) => vscode.Uri.joinPath(folder, name));
  } catch {
    // a folder that cannot be listed has nothing to offer
    return [];
  }
}

async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | null> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    // binary, too large for an editor, or gone since
    return null;
  }
}
