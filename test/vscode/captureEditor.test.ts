import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

  for (const name of ["crash.dmp", "database.trc"])
    it(`of files that are mostly something else, such as ${name}, open by choice alone`, async () => {
      const folder = mkdtempSync(join(tmpdir(), "wirenote-choice-"));
      const uri = vscode.Uri.file(join(folder, name));
      const samples = vscode.workspace.workspaceFolders![0].uri;
      await vscode.workspace.fs.copy(vscode.Uri.joinPath(samples, "handshake.cap"), uri);
      await vscode.commands.executeCommand("vscode.open", uri);
      assert.deepEqual(captureTabs(), []);
      await vscode.commands.executeCommand("vscode.openWith", uri, "wirenote.capture");
      await waitForEqual(1, async () => captureTabs().length);
      await vscode.window.tabGroups.close(captureTabs());
      rmSync(folder, { recursive: true });
    });
});
