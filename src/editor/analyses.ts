import * as vscode from "vscode";
import type { SourceDocument } from "../detect/candidate.ts";
import { formats } from "../detect/formats.ts";
import type { Analysis, AssessedReference, Engine } from "../engine.ts";
import type { TextRange } from "../text.ts";
import type { Engines } from "./engines.ts";
import { isOwnScheme } from "./schemes.ts";
import { settingsFor } from "./settings.ts";

/** Documents longer than this many UTF-16 units are left alone, and say so in the language status. */
export const longestText: number = 16 * 1024 * 1024;

/** The analysis of each document at its present version: made once, asked for by diagnostics, hover and light bulb. */
export interface Analyses {
  /** Null where the document is none of ours, too long, or switched off. */
  of(document: vscode.TextDocument): Analysis | null;
  /** The reference at a position, or null. */
  referenceAt(document: vscode.TextDocument, position: vscode.Position): AssessedReference | null;
  /** The engine that its references are of. */
  engineOf(document: vscode.TextDocument): Engine;
  /** The engine for a file that need not be open. */
  engineAt(file: vscode.Uri): Engine;
  /** The document as the engine sees it. */
  sourceOf(document: vscode.TextDocument): SourceDocument;
  forget(document: vscode.TextDocument): void;
  /** After a change of settings or records: every document is looked at anew. */
  forgetAll(): void;
}

export function createAnalyses(engines: Engines): Analyses {
  const kept = new Map<string, { readonly key: string; readonly analysis: Analysis | null }>();
  const firstLanguages = new WeakMap<vscode.TextDocument, string>();
  const notebooks = new WeakMap<vscode.NotebookDocument, { readonly key: string; readonly code: string }>();

  /** Whether somebody has set the document to a language that names no models: then its file name says nothing any more. */
  const isSetAside = (document: vscode.TextDocument): boolean => {
    const first = firstLanguages.get(document) ?? document.languageId;
    firstLanguages.set(document, first);
    return document.languageId !== first && !formats.some((format) => format.languageIds.includes(document.languageId));
  };

  /** The code of all cells: what one of them imports counts for the others. Made once for each state of the notebook. */
  const codeOf = (notebook: vscode.NotebookDocument): { readonly key: string; readonly code: string } => {
    const cells = notebook.getCells().filter((cell) => cell.kind === vscode.NotebookCellKind.Code);
    const key = cells.map(({ document }) => `${document.uri.fragment} ${document.version}`).join(",");
    const before = notebooks.get(notebook);
    if (before?.key === key) return before;
    const now = { key, code: cells.map((cell) => cell.document.getText()).join("\n") };
    notebooks.set(notebook, now);
    return now;
  };

  const analyses: Analyses = {
    of(document) {
      if (!isOwnScheme(document.uri.scheme) || isSetAside(document)) return null;
      const notebook = notebookOf(document);
      const whole = notebook === null ? null : codeOf(notebook);
      const key = `${document.version} ${document.languageId} ${whole?.key ?? ""}`;
      const id = document.uri.toString();
      const before = kept.get(id);
      if (before?.key === key) return before.analysis;
      const file = fileOf(document);
      const settings = settingsFor(file);
      const source = analyses.sourceOf(document);
      const analysis =
        settings.enabled && source.text.length <= longestText
          ? engines.engineFor(file).analyze(source, settings.lint, before?.analysis ?? null)
          : null;
      kept.set(id, { key, analysis });
      return analysis;
    },
    referenceAt(document, position) {
      const offset = document.offsetAt(position);
      const holds = ({ start, end }: TextRange): boolean => start <= offset && offset <= end;
      return analyses.of(document)?.references.find((reference) => holds(reference.candidate.range)) ?? null;
    },
    engineOf: (document) => engines.engineFor(fileOf(document)),
    engineAt: (file) => engines.engineFor(file),
    sourceOf(document) {
      const notebook = notebookOf(document);
      return {
        path: vscode.workspace.asRelativePath(fileOf(document), false).replaceAll("\\", "/"),
        text: document.getText(),
        languageId: document.languageId,
        ...(notebook === null ? {} : { otherCells: codeOf(notebook).code }),
      };
    },
    forget: (document) => void kept.delete(document.uri.toString()),
    forgetAll: () => kept.clear(),
  };
  return analyses;
}

/** The notebook that a document is a cell of, or null. */
export function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | null {
  if (document.uri.scheme !== "vscode-notebook-cell") return null;
  const isIn = (notebook: vscode.NotebookDocument): boolean => notebook.getCells().some((cell) => cell.document === document);
  return vscode.workspace.notebookDocuments.find(isIn) ?? null;
}

/** What the document is saved in: a cell has an address of its own scheme, to which no folder and no folder's settings belong. */
export function fileOf(document: vscode.TextDocument): vscode.Uri {
  return notebookOf(document)?.uri ?? document.uri;
}

export function rangeIn(document: vscode.TextDocument, range: TextRange): vscode.Range {
  return new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
}
