import assert from "node:assert/strict";
import * as vscode from "vscode";

const extension = (): vscode.Extension<unknown> => {
  const found = vscode.extensions.getExtension("open-recipe.open-recipe");
  assert.ok(found, "VS Code does not know the extension");
  return found;
};

describe("The extension in VS Code", () => {
  it("is activated", async () => {
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  it("runs where the workspace's files are", () => {
    assert.equal(extension().extensionKind, vscode.ExtensionKind.Workspace);
  });
});
