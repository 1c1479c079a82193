import { strict as assert } from "node:assert";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { pcapFile } from "../dsl/pcapFile";
import { inRepository } from "../host/repository";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor, waitForMatch } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

describe("a file that has no packets", () => {
  const vscode = sharedVsCode({}, (folder) => {
    writeFileSync(join(folder, "nothing.pcap"), "");
    writeFileSync(join(folder, "header.pcap"), pcapFile([]));
    writeFileSync(join(folder, "cut.pcap"), pcapFile([]).subarray(0, 20));
    copyFileSync(inRepository("media", "hover-dark.png"), join(folder, "picture.pcap"));
    writeFileSync(join(folder, "unknown.pcap"), Uint8Array.of(1, 2, 3, 4, 5));
    writeFileSync(join(folder, "pasted.pcap"), readFileSync(join(folder, "note.md")));
    writeFileSync(join(folder, "story.pcap"), "Once upon a time there was no packet.");
  });
  let workbench: Workbench;
  before(() => {
    workbench = vscode.workbench;
  });
  afterEach(async () => {
    await workbench.runCommand("View: Close All Editors");
    await waitFor("its page to go", async () => workbench.page.frames().every((frame) => !frame.url().includes("/fake.html")));
  });

  async function open(name: string): Promise<Frame> {
    await workbench.openFile(name);
    return workbench.webviewFrame(".nothing-to-show");
  }
  const choose = (editor: Frame, label: string) => editor.locator(".nothing-to-show button", { hasText: label }).click();
  const tab = (name: string) => workbench.page.locator(".tab", { hasText: name });

  const told: readonly (readonly [name: string, why: RegExp, ways: readonly string[]])[] = [
    ["nothing.pcap", /^The file is empty/, ["Open With…"]],
    ["header.pcap", /^The capture has no packets\.$/, []],
    ["cut.pcap", /^The file ends within its own header: 4 bytes are missing at byte 20\.$/, ["Open With…"]],
    ["picture.pcap", /^This is a PNG picture, not a capture\.$/, ["Open With…"]],
    ["unknown.pcap", /^This is no capture: .* this one with 01020304\.$/, ["Open With…"]],
    ["story.pcap", /^This is a text, not a capture\.$/, ["Open the Packets of This Text", "Open as Text"]],
  ];
  for (const [name, why, ways] of told)
    it(`says why, and what else can be done: ${name}`, async () => {
      const editor = await open(name);
      await waitForMatch(why, async () => ((await editor.locator(".nothing-to-show p").textContent()) ?? "").trim());
      assert.deepEqual(await editor.locator(".nothing-to-show button").allTextContents(), ways);
      assert.equal(await editor.locator("wirenote-filter-box, wirenote-packet-list").count(), 0);
    });

  it("is a text: opens the packets that stand in it, in its own place", async () => {
    await choose(await open("pasted.pcap"), "Open the Packets");
    const editor = await workbench.webviewFrame("wirenote-packet-list .row");
    await editor.locator("wirenote-packet-list #packet-6").waitFor();
    await tab("pasted.pcapng").waitFor();
    await waitFor("the text's own tab to go", async () => (await tab("pasted.pcap").count()) === 1);
  });

  it("is a text without packets: says so and stays", async () => {
    const editor = await open("story.pcap");
    await choose(editor, "Open the Packets");
    await workbench.runCommand("Notifications: Show Notifications");
    await workbench.page.locator(".notifications-list-container", { hasText: "No packet is recognised in this text" }).waitFor();
    await workbench.page.keyboard.press("Escape");
    assert.equal(await editor.locator(".nothing-to-show").count(), 1);
  });

  it("is a text: opens as one", async () => {
    await choose(await open("story.pcap"), "Open as Text");
    await workbench.page.locator(".monaco-editor .view-line", { hasText: "no packet" }).waitFor();
    await waitFor("one tab", async () => (await tab("story.pcap").count()) === 1);
  });

  it("is something else: VS Code asks with what to open it", async () => {
    await choose(await open("picture.pcap"), "Open With…");
    await workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: "Text Editor" }).waitFor();
    await workbench.page.keyboard.press("Escape");
  });

  it("leaves no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
});
