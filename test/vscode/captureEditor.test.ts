import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { waitForEqual } from "../host/waitFor";

const captureTabs = () =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputCustom);

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
    await waitForEqual(2, async () => captureTabs().length);
    // no other editor: a new untitled document takes the name of one that was closed, and with it what VS Code kept of its text
    await vscode.window.tabGroups.close(captureTabs());
  });
});
