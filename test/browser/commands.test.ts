import { strict as assert } from "node:assert";
import type { Frame } from "playwright-core";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

describe("commands of the capture editor", () => {
  const vscode = sharedVsCode({});
  let workbench: Workbench;
  let editor: Frame;
  before(async () => {
    workbench = vscode.workbench;
    await workbench.openFile("handshake.cap");
    editor = await workbench.webviewFrame("wirenote-editor");
    await editor.locator("wirenote-packet-list [aria-selected=true]#packet-1").waitFor();
  });

  const dialogTitle = () => workbench.page.locator(".quick-input-title:visible");

  it("go to a packet by its number, with a key that the page has while it is focused", async () => {
    await editor.locator("wirenote-packet-list [role=grid]").click();
    const input = workbench.page.locator(".quick-input-widget input[type=text]");
    // the page tells that it has the keyboard a moment after it got it
    await waitFor("the page's own Ctrl+G", async () => {
      await workbench.page.keyboard.press("Control+g");
      await input.first().waitFor();
      if ((await dialogTitle().filter({ hasText: "Go to Packet" }).count()) > 0) return true;
      await workbench.page.keyboard.press("Escape");
      await input.first().waitFor({ state: "hidden" });
      return false;
    });
    await workbench.page.keyboard.type("7");
    await workbench.page.locator(".quick-input-message", { hasText: "1 to 6" }).waitFor();
    await workbench.page.keyboard.press("Backspace");
    await workbench.page.keyboard.type("5");
    await workbench.page.keyboard.press("Enter");
    await editor.locator("wirenote-packet-list [aria-selected=true]#packet-5").waitFor();
  });

  it("leave their keys to VS Code while something else has the keyboard", async () => {
    await workbench.runCommand("Explorer: Focus on Folders View");
    const input = workbench.page.locator(".quick-input-widget input[type=text]");
    // the capture is still the active editor, but its page tells that it lost the keyboard a moment later
    await waitFor("VS Code's own Ctrl+G", async () => {
      await workbench.page.keyboard.press("Control+g");
      await input.first().waitFor();
      const isOurs = (await dialogTitle().filter({ hasText: "Go to Packet" }).count()) > 0;
      await workbench.page.keyboard.press("Escape");
      await input.first().waitFor({ state: "hidden" });
      return !isOurs;
    });
  });

  it("show and hide panes and switch numbers from the palette", async () => {
    await workbench.runCommand("Wirenote: Show or Hide the Bytes");
    await editor.locator("wirenote-bytes").waitFor({ state: "detached" });
    await workbench.runCommand("Wirenote: Show or Hide the Bytes");
    await editor.locator("wirenote-bytes").waitFor();
    await workbench.runCommand("Wirenote: Switch Between Relative and Raw Sequence Numbers");
    await editor.locator(".choice button[aria-pressed=true]", { hasText: "Raw" }).waitFor();
    await workbench.runCommand("Wirenote: Switch Between Relative and Raw Sequence Numbers");
  });

  it("put the cursor into the filter box", async () => {
    await editor.locator("wirenote-packet-list [role=grid]").click();
    // before the page has told that it has the keyboard, the key does nothing
    await waitFor("the cursor in the filter box", async () => {
      await workbench.page.keyboard.press("Control+/");
      return (await editor.locator("wirenote-filter-box input:focus").count()) > 0;
    });
  });

  it("are not in the palette where there is no capture", async () => {
    await workbench.openFile("note.md");
    const offered = await workbench.commandsFor("Wirenote: ", "Explain the Hex Dump");
    assert.deepEqual(
      offered.filter((title) => title.includes("Go to Packet")),
      [],
    );
  });

  it("leave no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
});
