import * as vscode from "vscode";
import type { Catalog } from "../catalog/catalog.ts";
import { overlayCatalog } from "../catalog/overlay.ts";
import { noProjectRecords, projectFileName } from "../catalog/projectFile.ts";
import { createEngine } from "../createEngine.ts";
import type { Engine } from "../engine.ts";
import type { ParsedProjectFile } from "../project/projectRecords.ts";

/** The engine for each document: the embedded catalog's, or one with the records of the folder that the document lies in. */
export interface Engines extends vscode.Disposable {
  /** A document outside of all folders, as an untitled one, counts to the folder where there is only one. Null: the embedded catalog's. */
  engineFor(uri: vscode.Uri | null): Engine;
  /** a folder's records are others now */
  readonly onDidChange: vscode.Event<void>;
}

interface FolderRecords {
  readonly folder: vscode.WorkspaceFolder;
  readonly watcher: vscode.Disposable;
  /** counts the readings: of two that overlap the later one holds */
  reading: number;
  engine: Engine | null;
}

const nothingRead: ParsedProjectFile = { records: noProjectRecords, faults: [] };

/**
 * Reads the records of every folder's own file, and again when it changes. In restricted mode none is read: a folder that nobody trusts must
 * not decide on verdicts.
 */
export async function openEngines(embedded: Catalog): Promise<Engines> {
  const plain = createEngine(embedded);
  const folders = new Map<string, FolderRecords>();
  const changed = new vscode.EventEmitter<void>();
  const collection = vscode.languages.createDiagnosticCollection("open-recipe-records");

  /** Reads the folder's file anew; whether its engine is another one after that. */
  const read = async (entry: FolderRecords): Promise<boolean> => {
    const number = ++entry.reading;
    const uri = vscode.Uri.joinPath(entry.folder.uri, projectFileName);
    const { records, faults } = vscode.workspace.isTrusted ? await readRecords(uri, embedded) : nothingRead;
    if (number !== entry.reading || folders.get(keyOf(entry.folder)) !== entry) return false;
    collection.set(uri, faults.map(diagnosticOf));
    const before = entry.engine;
    entry.engine = records.records.length === 0 ? null : createEngine(overlayCatalog(embedded, records), embedded);
    return before !== null || entry.engine !== null;
  };
  const readLater = (entry: FolderRecords): void => {
    void read(entry).then((isOther) => {
      if (isOther) changed.fire();
    });
  };

  const add = (folder: vscode.WorkspaceFolder): FolderRecords => {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, projectFileName));
    const entry: FolderRecords = { folder, watcher, reading: 0, engine: null };
    for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete]) event(() => readLater(entry));
    folders.set(keyOf(folder), entry);
    return entry;
  };
  const remove = (folder: vscode.WorkspaceFolder): void => {
    folders.get(keyOf(folder))?.watcher.dispose();
    folders.delete(keyOf(folder));
    collection.delete(vscode.Uri.joinPath(folder.uri, projectFileName));
  };

  // the first marks are to be right: they wait for one small file a folder
  await Promise.all((vscode.workspace.workspaceFolders ?? []).map((folder) => read(add(folder))));
  const listeners = [
    vscode.workspace.onDidGrantWorkspaceTrust(() => folders.forEach(readLater)),
    vscode.workspace.onDidChangeWorkspaceFolders((event) => {
      event.removed.forEach(remove);
      for (const folder of event.added) readLater(add(folder));
      // a document may count to another folder now
      changed.fire();
    }),
  ];
  return {
    onDidChange: changed.event,
    engineFor(uri) {
      if (uri === null) return plain;
      const all = vscode.workspace.workspaceFolders ?? [];
      const folder = vscode.workspace.getWorkspaceFolder(uri) ?? (all.length === 1 ? all[0] : undefined);
      return (folder && folders.get(keyOf(folder))?.engine) ?? plain;
    },
    dispose() {
      for (const { watcher } of folders.values()) watcher.dispose();
      folders.clear();
      for (const listener of [...listeners, collection, changed]) listener.dispose();
    },
  };
}

function keyOf(folder: vscode.WorkspaceFolder): string {
  return folder.uri.toString();
}

async function readRecords(uri: vscode.Uri, embedded: Catalog): Promise<ParsedProjectFile> {
  let size: number;
  try {
    size = (await vscode.workspace.fs.stat(uri)).size;
  } catch {
    // most projects have no such file
    return nothingRead;
  }
  const { largestProjectFile, parseProjectFile, tooLargeMessage } = await import("../project/projectRecords.ts");
  const failed = (message: string): ParsedProjectFile => ({ records: noProjectRecords, faults: [{ line: 1, column: 1, message }] });
  if (size > largestProjectFile) return failed(tooLargeMessage);
  try {
    return parseProjectFile(await vscode.workspace.fs.readFile(uri), embedded);
  } catch (error) {
    return failed(`cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function diagnosticOf({ line, column, message }: ParsedProjectFile["faults"][number]): vscode.Diagnostic {
  const start = new vscode.Position(line - 1, column - 1);
  // VS Code marks the word that begins at an empty range
  const diagnostic = new vscode.Diagnostic(new vscode.Range(start, start), message, vscode.DiagnosticSeverity.Error);
  diagnostic.source = "Open Recipe";
  diagnostic.code = "project-records";
  return diagnostic;
}
