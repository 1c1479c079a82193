import { strict as assert } from "node:assert";
import { join } from "node:path";
import * as vscode from "vscode";
import { SharedEngines } from "../../src/extension/captures/sharedEngines";
import { waitFor } from "../host/waitFor";

describe("engines of captures", () => {
  const { extensionPath, extensionUri } = vscode.extensions.getExtension("wirenote.wirenote")!;
  const capture = vscode.Uri.joinPath(extensionUri, "samples", "handshake.cap");
  const worker = join(extensionPath, "dist", "engineWorker.js");
  const open = (engines: SharedEngines) => engines.open(capture);

  it("are one for all views of a file, and stay for a while after the last has closed", async () => {
    const engines = new SharedEngines(worker);
    const [one, other] = [await open(engines), await open(engines)];
    assert.equal(one.running, other.running);
    one.release();
    other.release();
    const again = await open(engines);
    assert.equal(again.running, one.running);
    engines.dispose();
  });

  it("go when nobody has come back to them", async () => {
    const engines = new SharedEngines(worker, 1);
    const { running, release } = await open(engines);
    const { engine } = running.open({ progress: () => {}, working: () => {} });
    await engine.summary();
    release();
    await waitFor("the engine to stop", () =>
      engine.summary().then(
        () => false,
        () => true,
      ),
    );
    const later = await open(engines);
    assert.notEqual(later.running, running);
    engines.dispose();
  });
});
