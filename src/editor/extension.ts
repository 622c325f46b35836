import * as vscode from "vscode";
import { mayHoldReference } from "../detect/documentFilter.ts";
import type { Analysis } from "../engine.ts";
import type { Analyses } from "./analyses.ts";
import { isOwnScheme } from "./schemes.ts";

/**
 * The activation stub: it waits for the first document that may name a model, and loads everything else then. Modelfiles, .env and
 * Terraform files have no language id of their own, so no `onLanguage` event could do this.
 */

const typingPause = 300;

/** The palette's commands, and those of the editor's bundle that they stand for. */
const paletteCommands: Readonly<Record<string, string>> = {
  "openRecipe.showRecordAtCursor": "openRecipe.showRecordHere",
  "openRecipe.chooseAlternativeAtCursor": "openRecipe.chooseAlternativeHere",
  "openRecipe.copyCitationAtCursor": "openRecipe.copyCitationHere",
  "openRecipe.addToReadmeAtCursor": "openRecipe.addToReadmeHere",
  "openRecipe.swapAllInFile": "openRecipe.swapAllInFileHere",
  "openRecipe.swapAllInWorkspace": "openRecipe.swapAllInWorkspaceHere",
};

/** What the extension gives to its own tests. */
export interface ExtensionApi {
  /** milliseconds that `activate` took */
  readonly activationTime: number;
  /** whether the engine has been loaded, or is about to be */
  isLoaded(): boolean;
  /** loads the engine and gives all that it says of a document, before findings of one place are merged; null where it says nothing of it */
  analyze(document: vscode.TextDocument): Promise<Analysis | null>;
}

export function activate(context: vscode.ExtensionContext): ExtensionApi {
  const began = performance.now();
  let editor: Promise<Analyses> | undefined;
  const waiting: vscode.Disposable[] = [];

  const load = (): Promise<Analyses> => {
    editor ??= (async () => {
      for (const listener of waiting.splice(0)) listener.dispose();
      // its own bundle: reading and compiling it is put off until it is needed
      const { startEditor } = require("./editor.cjs") as typeof import("./editor.ts");
      return startEditor(context);
    })();
    return editor;
  };

  const isNeededBy = (document: vscode.TextDocument): boolean => isOwnScheme(document.uri.scheme) && mayHoldReference(document.getText());
  const consider = (document: vscode.TextDocument): void => {
    if (editor !== undefined || !isNeededBy(document)) return;
    load().catch((error: unknown) => {
      void vscode.window.showErrorMessage(`Open Recipe cannot start: ${error instanceof Error ? error.message : String(error)}`);
    });
  };

  const changed = new Set<vscode.TextDocument>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  waiting.push(
    vscode.workspace.onDidOpenTextDocument(consider),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      // an output channel changes all the time, and must not put off the others
      if (!isOwnScheme(document.uri.scheme)) return;
      changed.add(document);
      clearTimeout(timer);
      timer = setTimeout(() => {
        changed.forEach(consider);
        changed.clear();
      }, typingPause);
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
  context.subscriptions.push(
    new vscode.Disposable(() => {
      for (const listener of waiting.splice(0)) listener.dispose();
    }),
    ...Object.entries(paletteCommands).map(([command, loaded]) =>
      vscode.commands.registerCommand(command, async () => {
        await load();
        await vscode.commands.executeCommand(loaded);
      }),
    ),
  );
  for (const document of vscode.workspace.textDocuments) consider(document);
  return {
    activationTime: performance.now() - began,
    isLoaded: () => editor !== undefined,
    analyze: async (document) => (await load()).of(document),
  };
}
