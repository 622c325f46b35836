import * as vscode from "vscode";
import type { DirectoryEntry, FileSystem } from "../project/fileSystem.ts";

/** The files of a workspace folder as the project walk sees them: paths are those of its URIs, so that it works on every kind of folder. */
export function createWorkspaceFileSystem(root: vscode.Uri): FileSystem {
  const uriOf = (path: string): vscode.Uri => root.with({ path });
  return {
    caseSensitive: true,
    async readFile(path, maximumBytes) {
      const uri = uriOf(path);
      const { size } = await vscode.workspace.fs.stat(uri);
      return size > maximumBytes ? null : await vscode.workspace.fs.readFile(uri);
    },
    async readDirectory(path) {
      const entries = await vscode.workspace.fs.readDirectory(uriOf(path));
      return entries.map(([name, type]): DirectoryEntry => ({ name, kind: kindOf(type) }));
    },
    async kindOf(path) {
      const { type } = await vscode.workspace.fs.stat(uriOf(path));
      return (type & vscode.FileType.Directory) !== 0 ? "directory" : (type & vscode.FileType.File) !== 0 ? "file" : "other";
    },
    // VS Code does not tell where a link leads: the walk is told that it leads nowhere else, and links are left out by `kindOf` below
    realPath: (path) => path,
  };
}

/** A link is `other`: what it shares with the folder is reached by its own name, and what lies outside is not the project's. */
function kindOf(type: vscode.FileType): DirectoryEntry["kind"] {
  if ((type & vscode.FileType.SymbolicLink) !== 0) return "other";
  return type === vscode.FileType.Directory ? "directory" : type === vscode.FileType.File ? "file" : "other";
}
