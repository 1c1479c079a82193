import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { waitFor } from "../host/waitFor";

const extension = () => vscode.extensions.getExtension("wirenote.wirenote")!;

// this suite comes first by its name: once active, an extension stays active
describe("activation", () => {
  it("waits for a text or a capture", () => {
    const events: string[] = extension().packageJSON.activationEvents;
    assert.deepEqual(events, ["onLanguage"]);
  });

  it("happens with the first text, of whatever language: a dump may stand in any", async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "json", content: "{}" }));
    await waitFor("the extension", async () => extension().isActive);
  });
});
