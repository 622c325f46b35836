import * as vscode from "vscode";
import { applyEdits } from "../text.ts";
import { countFiles, type FileChange, workspaceEditOf } from "./edits.ts";
import { messageText } from "./plainText.ts";

/** What files will hold, for the right side of a diff. */
export const changedScheme = "open-recipe-changed";

/** Shows changes before they are made. */
export interface Preview extends vscode.Disposable {
  /**
   * Shows the files side by side with what they would become, and asks; makes the changes where that is confirmed. On Escape, and where a file
   * has changed meanwhile, nothing is changed.
   * @returns whether the changes were made
   */
  confirm(title: string, changes: readonly FileChange[]): Promise<boolean>;
}

interface Answer extends vscode.QuickPickItem {
  readonly isYes: boolean;
}

export function createPreview(): Preview {
  const texts = new Map<string, string>();
  let shown = 0;
  const provider = vscode.workspace.registerTextDocumentContentProvider(changedScheme, {
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? "",
  });
  return {
    async confirm(title, changes) {
      const pairs = changes.map((change) => {
        const changed = vscode.Uri.from({ scheme: changedScheme, path: change.uri.path, query: `${shown++}` });
        texts.set(changed.toString(), applyEdits(change.text, change.edits));
        return { change, changed };
      });
      try {
        // VS Code's editor for several diffs at once, which shows a single one as well
        await vscode.commands.executeCommand(
          "vscode.changes",
          title,
          pairs.map(({ change, changed }) => [change.uri, change.uri, changed]),
        );
        if (!(await isConfirmed(title, changes))) return false;
        const other = await firstChanged(changes);
        if (other !== null) {
          const name = vscode.workspace.asRelativePath(other.uri);
          void vscode.window.showInformationMessage(messageText(`${name} has changed meanwhile: nothing was changed.`));
          return false;
        }
      } finally {
        await closePreview(title);
        for (const { changed } of pairs) texts.delete(changed.toString());
      }
      return await vscode.workspace.applyEdit(workspaceEditOf(changes));
    },
    dispose: () => provider.dispose(),
  };
}

async function isConfirmed(title: string, changes: readonly FileChange[]): Promise<boolean> {
  const count = changes.reduce((sum, { edits }) => sum + edits.length, 0);
  const files = countFiles(changes);
  const what = `${count} change${count === 1 ? "" : "s"}${files === 1 ? "" : ` in ${files} files`}`;
  const labels = [...new Set(changes.flatMap(({ edits }) => edits.map(({ label }) => label ?? "the model's name")))];
  const answers: readonly Answer[] = [
    { label: `Make ${what}`, detail: labels.join(", "), isYes: true },
    { label: "Change nothing", isYes: false },
  ];
  // the diff is there to be scrolled through while the question stands
  const answer = await vscode.window.showQuickPick(answers, { title, placeHolder: "Escape changes nothing", ignoreFocusOut: true });
  return answer?.isYes === true;
}

async function closePreview(title: string): Promise<void> {
  // VS Code adds the number of files to the title
  const isOurs = ({ label }: vscode.Tab): boolean => label === title || label.startsWith(`${title} (`);
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(isOurs);
  await vscode.window.tabGroups.close(tabs);
}

/** The first of the files that does not hold the text any more that its edits are of. */
async function firstChanged(changes: readonly FileChange[]): Promise<FileChange | null> {
  for (const change of changes) {
    const now = (await vscode.workspace.openTextDocument(change.uri)).getText();
    if (withPlainLineEnds(now) !== withPlainLineEnds(change.text)) return change;
  }
  return null;
}

/** An editor gives every line of a file the same end; edits are made by line and column, which stay the same. */
function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
