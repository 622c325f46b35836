import * as vscode from "vscode";
import type { Assessment } from "../assess/assessment.ts";
import { bibtexOf } from "../assess/bibtex.ts";
import { factsOf } from "../assess/words.ts";
import { fileOf } from "./analyses.ts";
import { messageText, shortName } from "./plainText.ts";
import type { Preview } from "./preview.ts";
import { builtWithLine, insertionOf } from "./readmeLine.ts";

/** Puts the BibTeX entry of the work that the model's makers ask to be cited into the clipboard. */
export async function copyCitation(assessment: Assessment): Promise<void> {
  if (assessment.citation === null) {
    void vscode.window.showInformationMessage(
      messageText(
        `There is no citation to copy: the catalog knows of no work to cite for ${shortName(assessment.name)} (${factsOf(assessment)}).`,
      ),
    );
    return;
  }
  await vscode.env.clipboard.writeText(bibtexOf(assessment.citation));
  void vscode.window.showInformationMessage(messageText(`The citation of ${shortName(assessment.name)} is in the clipboard.`));
}

/** Adds a line that names the open-recipe model to the nearest README, after it has been looked at. */
export async function addToReadme(document: vscode.TextDocument, assessment: Assessment, preview: Preview): Promise<void> {
  const name = shortName(assessment.name);
  const built = builtWithLine(assessment);
  if (built.kind === "none") {
    void vscode.window.showInformationMessage(messageText(`No line on ${name} is added to a README: ${built.reason}.`));
    return;
  }
  const uri = await nearestReadme(fileOf(document));
  if (uri === null) {
    void vscode.window.showInformationMessage("There is no README.md beside this file or above it.");
    return;
  }
  const readme = await vscode.workspace.openTextDocument(uri);
  const insertion = insertionOf(readme.getText(), built.line);
  if (insertion === null) {
    void vscode.window.showInformationMessage(messageText(`${vscode.workspace.asRelativePath(uri)} names ${name} already.`));
    return;
  }
  const title = `Name ${name} in the README`;
  await preview.confirm(title, [{ uri, text: readme.getText(), edits: [{ ...insertion, label: "the line on the model" }], title }]);
}

/** From the file's folder up to the root of its workspace folder; a file outside of all folders has its own folder alone. */
async function nearestReadme(file: vscode.Uri): Promise<vscode.Uri | null> {
  if (file.scheme === "untitled") {
    const [only, ...rest] = vscode.workspace.workspaceFolders ?? [];
    return only === undefined || rest.length > 0 ? null : readmeIn(only.uri);
  }
  const root = vscode.workspace.getWorkspaceFolder(file)?.uri ?? vscode.Uri.joinPath(file, "..");
  for (let folder = vscode.Uri.joinPath(file, ".."); folder.path.startsWith(root.path); folder = vscode.Uri.joinPath(folder, "..")) {
    const found = await readmeIn(folder);
    if (found !== null) return found;
    if (folder.path === root.path || folder.path === "/") break;
  }
  return null;
}

async function readmeIn(folder: vscode.Uri): Promise<vscode.Uri | null> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    const entry = entries.find(([name, type]) => type === vscode.FileType.File && /^readme\.(?:md|markdown)$/i.test(name));
    return entry === undefined ? null : vscode.Uri.joinPath(folder, entry[0]);
  } catch {
    // a folder that cannot be listed has none that could be written
    return null;
  }
}
