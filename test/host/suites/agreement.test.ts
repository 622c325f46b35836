import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import type { ScanJson } from "../../../src/cli/scanJson.ts";
import { parseFixture } from "../../parseFixture.ts";
import { api, closeEditors, workspaceFolder, write } from "./editor.ts";

/** A finding as both surfaces tell it: lines and columns from 1, in the cell where there is one. */
interface Told {
  readonly cell: number | null;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly suppressed: boolean;
  readonly place: readonly [number, number, number, number];
}

function repository(): string {
  const extension = vscode.extensions.getExtension("open-recipe.open-recipe");
  assert.ok(extension);
  return extension.extensionPath;
}

/** What the command line says of a folder of the workspace, by file. */
async function scanned(folder: string): Promise<ReadonlyMap<string, readonly Told[]>> {
  const output = await new Promise<string>((resolve, reject) => {
    const options = {
      cwd: workspaceFolder().uri.fsPath,
      // the desktop's extension host is Electron, and Node with this
      env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
      maxBuffer: 64 * 1024 * 1024,
    };
    const args = [join(repository(), "dist", "cli.cjs"), "scan", "--format", "json", "--fail-on", "never", folder];
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (error) reject(new Error(stderr, { cause: error }));
      else resolve(stdout);
    });
  });
  const { findings, references } = JSON.parse(output) as ScanJson;
  const byFile = new Map<string, Told[]>();
  for (const finding of findings) {
    const cell = references[finding.reference]?.cell ?? null;
    const { line, column, endLine, endColumn } = cell ?? finding;
    const { rule, severity, message, suppressed } = finding;
    const told = { cell: cell?.index ?? null, rule, severity, message, suppressed, place: [line, column, endLine, endColumn] as const };
    byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), told]);
  }
  return byFile;
}

/** What the editor says of a document. */
async function edited(document: vscode.TextDocument, cell: number | null): Promise<readonly Told[]> {
  const { analyze } = await api();
  const analysis = await analyze(document);
  return (analysis?.findings ?? []).map(({ rule, severity, message, suppressed, range }) => {
    const start = document.positionAt(range.start);
    const end = document.positionAt(range.end);
    return { cell, rule, severity, message, suppressed, place: [start.line + 1, start.character + 1, end.line + 1, end.character + 1] };
  });
}

async function editedFile(uri: vscode.Uri): Promise<readonly Told[]> {
  if (!uri.path.endsWith(".ipynb")) return edited(await vscode.workspace.openTextDocument(uri), null);
  const notebook = await vscode.workspace.openNotebookDocument(uri);
  const cells = await Promise.all(notebook.getCells().map(({ document, index }) => edited(document, index)));
  return cells.flat();
}

describe("Editor and command line", () => {
  const fixtures = join(repository(), "test", "fixtures");
  let commandLine: ReadonlyMap<string, readonly Told[]>;
  const files = readdirSync(fixtures, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(fixtures.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();

  before(async () => {
    // not in a folder of that name, in which everything would be a hint
    for (const file of files) await write(`agree/${file}`, parseFixture(file, readFileSync(join(fixtures, file), "utf8")).text);
    commandLine = await scanned("agree");
  });
  after(closeEditors);

  it("say something of most fixtures", () => {
    assert.ok(commandLine.size > files.length / 2, [...commandLine.keys()].join(" "));
    const told = [...commandLine.values()].flat();
    assert.ok(told.some(({ cell }) => cell !== null));
    assert.ok(told.some(({ suppressed }) => suppressed));
    assert.ok(told.some(({ severity }) => severity === "warning"));
  });

  for (const file of files) {
    it(`agree on ${file}`, async () => {
      const uri = vscode.Uri.joinPath(workspaceFolder().uri, "agree", file);
      assert.deepEqual(await editedFile(uri), commandLine.get(`agree/${file}`) ?? []);
    });
  }
});
