import { strict as assert } from "node:assert";
import type { Frame, Locator } from "playwright-core";
import { waitForClipboard } from "../host/clipboard";
import { chooseFromMenu } from "../host/contextMenu";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor, waitForEqual } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

const roundTrip = "tcp.analysis.ack_rtt";

describe("columns of fields in the packet list", () => {
  const vscode = sharedVsCode({ size: { width: 1500, height: 1000 } });
  let workbench: Workbench;
  let editor: Frame;
  before(() => {
    workbench = vscode.workbench;
  });

  async function open(): Promise<void> {
    await workbench.openFile("handshake.cap");
    editor = await workbench.webviewFrame("wirenote-packet-list #packet-6");
  }
  const head = (name: string): Locator => editor.locator(`wirenote-list-head [data-id="field:${name}"]`);
  const cells = (name: string) => editor.locator(`wirenote-packet-list .body [data-column="field:${name}"]`).allTextContents();
  const numbers = () => editor.locator("wirenote-packet-list .body .number").allTextContents();
  const headMenu = async (id: string, entry: string | RegExp) => {
    await editor.locator(`wirenote-list-head [data-id="${id}"]`).click({ button: "right" });
    await editor.locator("wirenote-menu [role^=menuitem]", { hasText: entry }).click();
  };
  it("show what a field of the selected packet says in all of them, in its connection where that is asked for", async () => {
    await open();
    await editor.locator("wirenote-packet-list #packet-2").click();
    const field = editor.locator('wirenote-detail-tree [data-key="tcp/tcp.ack_raw"]');
    await chooseFromMenu(workbench.page, field, "Show as Column");
    await waitForEqual("0,1,1,1,2,2", async () => String(await cells("tcp.ack")));
    assert.equal(await head("tcp.ack").innerText(), "Ack");
    assert.match((await head("tcp.ack").getAttribute("title")) ?? "", /^Relative acknowledgment number \(tcp\.ack\):/);
  });

  it("are offered by name and by what they are called, without those that are there", async () => {
    await headMenu("info", "Add column…");
    const input = workbench.page.locator(".quick-input-widget input[type=text]").first();
    await input.fill("until it was acknowledged");
    const rows = workbench.page.locator(".quick-input-list .monaco-list-row");
    await waitFor("the field", async () => (await rows.count()) === 1 && (await rows.innerText()).includes(roundTrip));
    await input.fill("tcp.ack");
    await waitFor("other fields", async () => !(await rows.allInnerTexts()).some((text) => /^tcp\.ack\b(?!_)/.test(text)));
    await input.fill(roundTrip);
    await workbench.page.keyboard.press("Enter");
    await waitForEqual(",0.000015,0.000015,,0.001080,0.000020", async () => String(await cells(roundTrip)));
  });

  it("sort the list, and are filters and text as every cell", async () => {
    await head(roundTrip).click();
    await head(roundTrip).click();
    await waitForEqual("5,6,2,3,1,4", async () => String(await numbers()));
    await head(roundTrip).click();
    await waitForEqual("1,2,3,4,5,6", async () => String(await numbers()));
    const cell = editor.locator(`wirenote-packet-list #packet-5 [data-column="field:${roundTrip}"]`);
    await chooseFromMenu(workbench.page, cell, "Copy as Filter");
    await waitForClipboard(workbench.page, /^tcp\.analysis\.ack_rtt == 0\.001080000$/);
    await cell.click();
    await workbench.runCommand("Wirenote: Copy the Selection");
    await waitForClipboard(workbench.page, /^5\t0\.805189\t127\.0\.0\.1\t127\.0\.0\.1\tTCP\t72\t2\t0\.001080\t3001 → 55270 /);
  });

  it("come back with the next capture, until they are hidden or all columns are reset", async () => {
    await workbench.runCommand("View: Close Editor");
    await open();
    await waitForEqual("0,1,1,1,2,2", async () => String(await cells("tcp.ack")));
    await headMenu("field:tcp.ack", "Hide Ack");
    await head("tcp.ack").waitFor({ state: "detached" });
    await waitForEqual(",0.000015,0.000015,,0.001080,0.000020", async () => String(await cells(roundTrip)));
    await headMenu("info", "Reset columns");
    await head(roundTrip).waitFor({ state: "detached" });
  });

  it("leave no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
});
