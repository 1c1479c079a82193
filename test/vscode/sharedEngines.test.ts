import { strict as assert } from "node:assert";
import { join } from "node:path";
import * as vscode from "vscode";
import { unheard } from "../../src/engine/contract/engine";
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
    const { engine } = running.open(unheard);
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

  it("are given the bytes of a file that lies elsewhere than on this machine", async () => {
    const bytes = await vscode.workspace.fs.readFile(capture);
    const elsewhere = vscode.workspace.registerFileSystemProvider("elsewhere", onlyFile(bytes), { isReadonly: true });
    const engines = new SharedEngines(worker);
    const { running } = await engines.open(vscode.Uri.parse("elsewhere:/handshake.cap"));
    const { engine } = running.open(unheard);
    await waitFor("six packets", async () => (await engine.summary()).packets === 6);
    engines.dispose();
    elsewhere.dispose();
  });
});

/** A file system with one file. */
function onlyFile(bytes: Uint8Array): vscode.FileSystemProvider {
  const refuse = () => {
    throw vscode.FileSystemError.NoPermissions();
  };
  return {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => new vscode.Disposable(() => {}),
    stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: bytes.length }),
    readFile: () => bytes,
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
}
