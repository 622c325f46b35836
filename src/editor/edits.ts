import * as vscode from "vscode";
import type { SourceDocument } from "../detect/candidate.ts";
import type { Fix, FixEdit } from "../lint/finding.ts";
import { createLineIndex } from "../text.ts";

/** A document that a fix may change besides its own, as the engine was given it. */
export interface OtherDocument {
  readonly uri: vscode.Uri;
  readonly source: SourceDocument;
}

/** By the paths under which the engine was given them. */
export type OtherDocuments = ReadonlyMap<string, OtherDocument>;

/** What is to be changed in one file. */
export interface FileChange {
  readonly uri: vscode.Uri;
  /** the text that the edits are of */
  readonly text: string;
  readonly edits: readonly FixEdit[];
  /** what an edit without a label of its own is for, in the refactor preview */
  readonly title: string;
}

/** The changes of a fix, its own document's first, which has not changed since the fix was made. */
export function changesOf(
  document: vscode.TextDocument,
  { edits, title }: Pick<Fix, "edits" | "title">,
  others: OtherDocuments = new Map(),
): readonly FileChange[] {
  const paths = [...new Set(edits.map(({ path }) => path))];
  return paths.map((path) => {
    const own = edits.filter((edit) => edit.path === path);
    if (path === undefined) return { uri: document.uri, text: document.getText(), edits: own, title };
    const other = others.get(path);
    // the engine names no document that it was not given
    if (other === undefined) throw new Error(`a change of ${path}, which was not looked at`);
    return { uri: other.uri, text: other.source.text, edits: own, title };
  });
}

/** How many files are changed: the cells of a notebook lie in one. */
export function countFiles(changes: readonly FileChange[]): number {
  return new Set(changes.map(({ uri }) => `${uri.authority} ${uri.path}`)).size;
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
