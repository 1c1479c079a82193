import { strict as assert } from "node:assert";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Locator } from "playwright-core";
import { vsCodeForSuite } from "../host/vscodeForSuite";
import { waitFor, waitForEqual } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

describe("a capture is opened", () => {
  const vscode = vsCodeForSuite({}, (folder) => {
    for (const name of ["rotated.pcap0", "rotated.pcap12", "unnamed"])
      copyFileSync(join(folder, "handshake.cap"), join(folder, name));
    writeFileSync(join(folder, "links.md"), "[the trace](handshake.cap), and [its second part](rotated.pcap12)\n");
  });
  let workbench: Workbench;
  before(() => {
    workbench = vscode.workbench;
  });
  const pages = () => workbench.page.frames().filter((frame) => frame.url().includes("/fake.html"));
  afterEach(async () => {
    await workbench.runCommand("View: Close All Editors");
    await waitFor("the pages to go", async () => pages().length === 0);
  });

  const inExplorer = (name: string): Locator =>
    workbench.page.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).first();

  async function hasSixPackets(): Promise<void> {
    const editor = await workbench.webviewFrame("wirenote-packet-list #packet-6");
    await waitForEqual("6 packets", () => editor.locator(".title small").first().textContent());
  }
  async function preview(): Promise<Frame> {
    await workbench.openFile("links.md");
    await workbench.runCommand("Markdown: Open Preview");
    return workbench.webviewFrame("a[href*='handshake.cap']");
  }

  it("by a click in the Explorer, a rotated one too", async () => {
    await workbench.runCommand("View: Show Explorer");
    await inExplorer("rotated.pcap0").dblclick();
    await hasSixPackets();
  });

  it("by dragging it from the Explorer", async () => {
    const { mouse } = workbench.page;
    const row = (await inExplorer("handshake.cap").boundingBox())!;
    await mouse.move(row.x + 40, row.y + row.height / 2);
    await mouse.down();
    for (let step = 1; step <= 20; step += 1) await mouse.move(row.x + 40 + step * 35, row.y + step * 10);
    // where it will be dropped is shown
    await workbench.page.locator("#monaco-workbench-editor-drop-overlay").waitFor();
    await mouse.up();
    await hasSixPackets();
  });

  it("by a link in a note's preview", async () => {
    await (await preview()).locator("a", { hasText: "the trace" }).click();
    await hasSixPackets();
  });

  it("by a link to one of its rotated parts", async () => {
    await (await preview()).locator("a", { hasText: "its second part" }).click();
    await hasSixPackets();
  });

  it("whatever its name is, by the Explorer's menu", async () => {
    const entry = workbench.page.locator(".monaco-menu .action-item", { hasText: "Open as Capture" });
    await inExplorer("unnamed").click({ button: "right" });
    await waitFor("the menu's entry to be taken", async () => {
      // a menu that has just come up takes no click
      await entry.click({ timeout: 2000 });
      return entry.waitFor({ state: "hidden", timeout: 1000 }).then(
        () => true,
        () => false,
      );
    });
    await hasSixPackets();
  });

  it("with another editor, and with this one again", async () => {
    // what VS Code opened last it opens in the same editor again, but not from the Explorer
    await workbench.runCommand("View: Show Explorer");
    await inExplorer("handshake.cap").dblclick();
    await hasSixPackets();
    const question = workbench.page.locator(".quick-input-widget", {
      has: workbench.page.locator("input[placeholder^='Select editor']"),
    });
    const choose = async (editor: string) => {
      await workbench.runCommand("View: Reopen Editor With...");
      await question.locator(".monaco-list-row", { hasText: editor }).first().click();
    };
    await choose("Text Editor");
    await waitFor("the capture's page to go", async () => pages().length === 0);
    await choose("Capture");
    await hasSixPackets();
  });

  it("without an error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
});
