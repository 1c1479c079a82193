import { strict as assert } from "node:assert";
import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeCapture } from "../bench/captures";
import { vsCodeForSuite } from "../host/vscodeForSuite";
import { waitFor } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

/** More than are saved while somebody makes up their mind. */
const packets = 1_500_000;

describe("a saving under way", () => {
  const vscode = vsCodeForSuite({ size: { width: 1500, height: 900 } }, (folder) => {
    writeCapture(join(folder, "large.pcap"), "bulk", packets);
    writeFileSync(join(folder, "older.pcapng"), "older");
  });
  let workbench: Workbench;
  before(() => {
    workbench = vscode.workbench;
  });
  beforeEach(async () => {
    await workbench.openFile("large.pcap");
    await workbench.webviewFrame("wirenote-packet-list .row:not(.waiting)");
  });
  afterEach(() => workbench.runCommand("Notifications: Clear All Notifications"));

  const path = (name: string) => join(vscode.folder, name);
  const unfinished = () => readdirSync(vscode.folder).filter((name) => name.endsWith(".part"));
  const press = (key: string) => workbench.page.keyboard.press(key);

  async function save(name: string): Promise<void> {
    await workbench.runCommand("Save Packets as a Capture...");
    const choice = workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: "All packets" });
    await choice.click({ timeout: 60_000 });
    const dialog = workbench.page.locator(".quick-input-widget input[type=text]").first();
    await waitFor("the dialog", async () => (await dialog.inputValue()).endsWith("large-copy.pcapng"));
    await dialog.fill(path(name));
    await press("Enter");
  }
  async function overwrite(): Promise<void> {
    await workbench.page.locator(".quick-input-widget", { hasText: "already exists" }).waitFor();
    await press("Enter");
  }
  async function note(said: string) {
    await workbench.runCommand("Notifications: Show Notifications");
    const found = workbench.page.locator(".notifications-list-container .monaco-list-row", { hasText: said });
    await found.waitFor();
    return found;
  }

  it("is given up by its button: what was there before stays, and nothing else does", async () => {
    await save("older.pcapng");
    await overwrite();
    await waitFor("a beginning", async () => unfinished().length === 1);
    const saving = await note("Saving 1,500,000 packets to older.pcapng");
    await saving.locator(".monaco-button", { hasText: "Cancel" }).click();
    await saving.waitFor({ state: "hidden" });
    await waitFor("nothing unfinished", async () => unfinished().length === 0);
    assert.equal(readFileSync(path("older.pcapng"), "utf8"), "older");
  });

  it("ends with its editor, which is said", async () => {
    await save("closed.pcapng");
    await waitFor("a beginning", async () => unfinished().length === 1);
    await workbench.runCommand("View: Close Editor");
    await note("The packets were not saved: the editor of the capture was closed before all of them were written.");
    assert.deepEqual(
      readdirSync(vscode.folder).filter((name) => name.includes("closed")),
      [],
    );
  });

  it("does not begin where a file is write-protected, which is said", async () => {
    chmodSync(path("older.pcapng"), 0o444);
    await save("older.pcapng");
    await overwrite();
    await note("The packets were not saved: the file of that name is write-protected.");
    assert.equal(readFileSync(path("older.pcapng"), "utf8"), "older");
  });

  it("leaves no error in the console or the extension host's log but what was said", () =>
    assert.deepEqual(
      workbench.problems().filter((problem) => !problem.startsWith("The packets were not saved: ")),
      [],
    ));

  it("leaves nothing behind where its window is loaded again", async () => {
    await save("lost.pcapng");
    await waitFor("a beginning", async () => unfinished().length === 1);
    await workbench.page.reload();
    await waitFor("nothing unfinished", async () => unfinished().length === 0);
    assert.deepEqual(
      readdirSync(vscode.folder).filter((name) => name.includes("lost.pcapng")),
      [],
    );
  });
});
