import { strict as assert } from "node:assert";
import * as vscode from "vscode";

const extension = () => vscode.extensions.getExtension("wirenote.wirenote")!;

// this suite comes first by its name: once active, an extension stays active
describe("activation", () => {
  it("waits for a text or a capture", () => {
    const events: string[] = extension().packageJSON.activationEvents;
    assert.deepEqual(events, ["onLanguage"]);
  });

  it("happens with the first text, of whatever language: a dump may stand in any", async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "json", content: "{}" }));
    await until(() => extension().isActive);
  });
});

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 100 && !condition(); i += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.ok(condition());
}
