import { strict as assert } from "node:assert";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { waitForClipboard } from "../host/clipboard";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

describe("panes of the capture editor", () => {
  const vscode = sharedVsCode({}, (folder) => {
    // as tcpdump's -C names what it rotates
    copyFileSync(join(folder, "handshake.cap"), join(folder, "rotated.pcap0"));
  });
  let workbench: Workbench;
  let editor: Frame;
  before(async () => {
    workbench = vscode.workbench;
    await workbench.openFile("handshake.cap");
    editor = await workbench.webviewFrame("wirenote-editor");
    await editor.locator("wirenote-packet-list [aria-selected=true]#packet-1").waitFor();
    await editor.locator("wirenote-packet-list [role=grid]").focus();
    await workbench.page.keyboard.press("ArrowDown");
    await title("Segment 2", "server → client · step 2 of the handshake");
  });

  const title = (name: string, where: string) =>
    editor.locator(".packet > .title").filter({ hasText: name }).filter({ hasText: where }).waitFor();
  const status = (text: string | RegExp) => workbench.page.locator(".statusbar-item", { hasText: text }).first().waitFor();
  const selectedRow = (key: string) => editor.locator(`wirenote-detail-tree [aria-selected=true][data-key="${key}"]`).waitFor();
  const clipboard = (expected: RegExp) => waitForClipboard(workbench.page, expected);

  it("follow a field of the tree: bytes, diagram and explanation", async () => {
    await editor.locator('wirenote-detail-tree [data-key="tcp/tcp.ack_raw"]').click();
    await editor.locator("wirenote-bytes .byte.chosen").nth(7).waitFor();
    assert.equal(await editor.locator("wirenote-bytes .byte.chosen").count(), 8);
    await editor
      .locator('wirenote-header .chosen[data-key="tcp/tcp.ack_raw"]', { hasText: /^\s*Acknowledgment number\s*1 \(\d+\)/ })
      .waitFor();
    await editor.locator("wirenote-meaning", { hasText: "is the next byte expected" }).waitFor();
  });

  it("follow a byte down to its bits", async () => {
    // 80 bytes: the two that hold header length and flags begin at 40 + 12
    await editor.locator("wirenote-bytes #byte-52").click({ position: { x: 5, y: 8 } });
    await selectedRow("tcp/tcp.hdr_len");
    await editor.locator("wirenote-bytes .bits strong", { hasText: "1010" }).waitFor();
    await editor.locator("wirenote-bytes #byte-53").click();
    await selectedRow("tcp/tcp.flags");
  });

  it("follow the header diagram, by mouse and by keyboard", async () => {
    await editor.locator('wirenote-header [data-key="tcp/tcp.srcport"]').click();
    await selectedRow("tcp/tcp.srcport");
    await editor.locator("wirenote-header [role=listbox]").focus();
    await workbench.page.keyboard.press("ArrowRight");
    await selectedRow("tcp/tcp.dstport");
    await workbench.page.keyboard.press("ArrowDown");
    await selectedRow("tcp/tcp.seq_raw");
    const cut = await editor
      .locator("wirenote-header .cell:not(.bit) :is(small, span)")
      .evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.textContent));
    assert.deepEqual(cut, []);
  });

  it("mark bytes by keyboard and by mouse, and copy them in every form", async () => {
    await editor.locator("wirenote-bytes #byte-40").click();
    await selectedRow("tcp/tcp.srcport");
    await editor.locator("wirenote-bytes .rows").focus();
    await workbench.page.keyboard.press("Shift+ArrowRight");
    await editor.locator("wirenote-bytes .bits", { hasText: "Bytes 40–41: 2 bytes" }).waitFor();
    await workbench.runCommand("Wirenote: Copy as C Array");
    await clipboard(/^unsigned char packet_2\[2\] = \{\n {2}0x0b, 0xb9\n\};$/);
    await workbench.runCommand("Wirenote: Copy as Base64");
    await clipboard(/^C7k=$/);
    await editor.locator("wirenote-bytes #byte-40").hover();
    await workbench.page.mouse.down();
    await editor.locator("wirenote-bytes #byte-43").hover();
    await workbench.page.mouse.up();
    await editor.locator("wirenote-bytes .bits", { hasText: "Bytes 40–43: 4 bytes" }).waitFor();
    await workbench.runCommand("Wirenote: Copy as Hex Dump");
    await clipboard(/^0000 {2}0b b9 .. .. {38}\.\./);
  });

  it("copy what is selected in the one that had the keyboard last", async () => {
    const copy = () => workbench.runCommand("Wirenote: Copy the Selection");
    await editor.locator("wirenote-packet-list #packet-2").click();
    await copy();
    await clipboard(/^2\t0\.000\d+\t127\.0\.0\.1\t127\.0\.0\.1\tTCP\t80\t3001 → \d+ \[SYN, ACK\] Seq=0 Ack=1/);
    await editor.locator('wirenote-detail-tree [data-key="tcp/tcp.srcport"]').click();
    await workbench.page.keyboard.press("Control+c");
    await clipboard(/^Source port 3001$/);
    await editor.locator('wirenote-header [data-key="tcp/tcp.dstport"]').click();
    await copy();
    await clipboard(/^Destination port \d+$/);
    await editor.locator("wirenote-ladder [role=grid]").focus();
    await workbench.page.keyboard.press("Control+c");
    await clipboard(/^2\t0\.000\d+\tESTABLISHED\tserver: \[SYN, ACK\] Seq=0 Ack=1/);
  });

  it("filter by a field from its context menu", async () => {
    await editor.locator('wirenote-detail-tree [data-key="tcp/tcp.srcport"]').click({ button: "right" });
    const item = workbench.page.locator(".monaco-menu .action-item", { hasText: "Apply as Filter" }).first();
    await item.waitFor();
    // a menu that has just opened takes a click for the end of the one that opened it
    await waitFor("the menu to close", async () => {
      if (await item.isVisible()) await item.click({ timeout: 2000 }).catch(() => {});
      return !(await item.isVisible());
    });
    await status(/2 of 6 packets/);
    await workbench.runCommand("Wirenote: Clear the Display Filter");
    await status(/Packet 2 · 6 packets · 1 connection · opened by a handshake, closed in 3 segments/);
  });

  it("come back with the packet and the field after the window is loaded again", async () => {
    // where this is tried once more, the window may have been loaded again, without the flow
    editor = await workbench.webviewFrame("wirenote-editor");
    await editor.locator('wirenote-detail-tree [data-key="tcp/tcp.window_size_value"]').click();
    if ((await editor.locator("wirenote-flow").count()) > 0) await workbench.runCommand("Wirenote: Show or Hide the Flow");
    await editor.locator("wirenote-flow").waitFor({ state: "detached" });
    await workbench.runCommand("Developer: Reload Window");
    await workbench.page.waitForFunction("globalThis.driver === undefined");
    editor = await workbench.webviewFrame("wirenote-editor");
    await editor.locator("wirenote-packet-list [aria-selected=true]#packet-2").waitFor();
    await selectedRow("tcp/tcp.window_size_value");
    assert.equal(await editor.locator("wirenote-flow").count(), 0);
  });

  it("open a file of any name, with the panes as they were left", async () => {
    await workbench.openFile("rotated.pcap0");
    await workbench.page.locator(".tab.active", { hasText: "rotated.pcap0" }).waitFor();
    await workbench.runCommand("Wirenote: Open as Capture");
    await status(/6 packets · 1 connection/);
    editor = await waitFor("the second editor", async () => {
      for (const frame of workbench.page.frames())
        if (
          await frame
            .locator("wirenote-packet-list [aria-selected=true]#packet-1")
            .count()
            .catch(() => 0)
        )
          return frame;
      return undefined;
    });
    assert.equal(await editor.locator("wirenote-flow").count(), 0);
    assert.equal(await editor.locator("wirenote-bytes").count(), 1);
  });

  it("leave no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
});
