import { strict as assert } from "node:assert";
import { basename, join } from "node:path";
import * as vscode from "vscode";
import { waitFor } from "../host/waitFor";

const extension = () => vscode.extensions.getExtension("wirenote.wirenote")!;

/** Of the extension's own, those that VS Code has loaded so far. */
function loadedFiles(): string[] {
  const folder = join(extension().extensionPath, "dist");
  return Object.keys(require.cache)
    .filter((file) => file.startsWith(folder))
    .map((file) => basename(file));
}

// this suite comes first by its name: once active, an extension stays active
describe("activation", () => {
  it("waits for a text or a capture", () => {
    const events: string[] = extension().packageJSON.activationEvents;
    assert.deepEqual(events, ["onLanguage"]);
  });

  it("loads nothing of what it does while no text is in view", async () => {
    assert.deepEqual(vscode.window.visibleTextEditors, []);
    await extension().activate();
    assert.deepEqual(loadedFiles(), ["extension.js"]);
  });

  it("happens with the first text, of whatever language: a dump may stand in any", async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "json", content: "{}" }));
    await waitFor("the extension", async () => extension().isActive && loadedFiles().includes("features.js"));
  });

  it("has something to run for each command that it contributes for captures, and runs it only where one is looked at", async () => {
    const contributed: { command: string }[] = extension().packageJSON.contributes.commands;
    const ofCaptures = contributed.map(({ command }) => command).filter((command) => command.startsWith("wirenote.capture."));
    assert.ok(ofCaptures.length > 20);
    for (const command of ofCaptures) assert.equal(await vscode.commands.executeCommand(command), undefined, command);
  });
});
