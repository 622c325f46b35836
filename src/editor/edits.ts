import * as vscode from "vscode";
import type { Fix, FixEdit } from "../lint/finding.ts";
import { createLineIndex } from "../text.ts";

/** Documents that a fix may change besides its own, by the paths under which the engine was given them. */
export type OtherDocuments = ReadonlyMap<string, vscode.TextDocument>;

/** What is to be changed in one file. */
export interface FileChange {
  readonly uri: vscode.Uri;
  /** the file's text now, which the edits are of */
  readonly text: string;
  readonly edits: readonly FixEdit[];
  /** what an edit without a label of its own is for, in the refactor preview */
  readonly title: string;
}

/** The changes of a fix, its own document's first. */
export function changesOf(
  document: vscode.TextDocument,
  { edits, title }: Pick<Fix, "edits" | "title">,
  others: OtherDocuments = new Map(),
): readonly FileChange[] {
  const paths = [...new Set(edits.map(({ path }) => path))];
  return paths.map((path) => {
    const target = path === undefined ? document : others.get(path);
    // the engine names no document that it was not given
    if (target === undefined) throw new Error(`a change of ${path}, which was not looked at`);
    return { uri: target.uri, text: target.getText(), edits: edits.filter((edit) => edit.path === path), title };
  });
}

/** Changes as VS Code makes them: one step to undo in each file, each with the words that its refactor preview shows. */
export function workspaceEditOf(changes: readonly FileChange[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, text, edits, title } of changes) {
    const lines = createLineIndex(text);
    const at = (offset: number): vscode.Position => {
      const { line, column } = lines.positionAt(offset);
      return new vscode.Position(line - 1, column - 1);
    };
    for (const { range, text: replacement, label } of edits) {
      const words = label ?? title;
      edit.replace(uri, new vscode.Range(at(range.start), at(range.end)), replacement, {
        label: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
        description: replacement,
        needsConfirmation: false,
      });
    }
  }
  return edit;
}
