import { strict as assert } from "node:assert";
import * as vscode from "vscode";

describe("captures", () => {
  it("open in the capture editor by default", async () => {
    const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, "handshake.cap");
    await vscode.commands.executeCommand("vscode.open", uri);
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab!;
    assert.ok(input instanceof vscode.TabInputCustom);
    assert.equal(input.viewType, "wirenote.capture");
  });

  it("open twice side by side", async () => {
    await vscode.commands.executeCommand("workbench.action.splitEditor");
    const tabs = vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter((tab) => tab.input instanceof vscode.TabInputCustom);
    assert.equal(tabs.length, 2);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });
});
