import { strict as assert } from "node:assert";
import { truncateSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { writeCapture } from "../bench/captures";
import { openFlowTab } from "../host/flowTab";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor, waitForMatch } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

describe("a capture of 1 GB", () => {
  let packets = 0;
  const vscode = sharedVsCode({}, (folder) => {
    const written = writeCapture(join(folder, "large.pcap"), "bulk", 1_000_000);
    assert.ok(written.bytes > 1e9, `${written.bytes} bytes`);
    packets = written.packets;
  });
  let workbench: Workbench;
  let editor: Frame;

  before(() => {
    workbench = vscode.workbench;
  });

  const list = (selector: string) => editor.locator(`wirenote-packet-list ${selector}`);
  const press = (key: string) => workbench.page.keyboard.press(key);

  it("shows rows, and counts all of them once it has been read", async () => {
    await workbench.openFile("large.pcap");
    editor = await workbench.webviewFrame("wirenote-packet-list .row:not(.waiting)");
    await list(`[role=grid][aria-rowcount='${packets + 1}']`).waitFor();
    await waitFor("the end of reading", async () => (await editor.locator("wirenote-work").count()) === 0);
    await waitForMatch(/^1,000,000 packets$/, async () => (await editor.locator(".title small").first().textContent()) ?? "");
  });

  it("goes to its end and to any place, with no more in the page than is on screen", async () => {
    await list("[role=grid]").focus();
    await press("End");
    await list(`[aria-selected=true]#packet-${packets}`).waitFor();
    await editor.locator(".title h2", { hasText: `Segment ${packets}` }).waitFor();
    await editor.locator("wirenote-ladder .arrow.selected").waitFor();
    assert.ok((await list(".row").count()) < 60);
    assert.ok((await editor.locator("wirenote-ladder .arrow").count()) < 60);
    await list("[role=grid]").evaluate((grid) => {
      grid.scrollTop = grid.scrollHeight / 2;
    });
    await waitFor("rows of the middle", async () => {
      const places = await list(".row:not(.waiting)").evaluateAll((rows) =>
        rows.map((row) => Number(row.getAttribute("data-place"))),
      );
      return places.length > 5 && Math.abs(places[0] - packets / 2) < packets / 100;
    });
  });

  it("is filtered by what the analysis says, and steps from problem to problem", async () => {
    await editor.locator("wirenote-filter-box input").fill("tcp.analysis.retransmission");
    await press("Enter");
    await waitForMatch(
      /^[\d,]{3,} of 1,000,000$/,
      async () => (await editor.locator("wirenote-filter-box .count").textContent()) ?? "",
    );
    await list("[role=grid]").focus();
    await press("Home");
    await list(".row[aria-selected=true] .mark").first().waitFor();
  });

  it("is given up while it is read: what was read stays, and can be looked at", async () => {
    const path = join(vscode.folder, "endless.pcap");
    writeCapture(path, "tiny", 1000);
    // what follows are records without any bytes, more than anybody waits for
    truncateSync(path, 4e9);
    await workbench.openFile("endless.pcap");
    editor = await workbench.webviewFrame("wirenote-work button");
    await openFlowTab(editor, "stream");
    await editor.locator("wirenote-stream .row[role=option]").first().waitFor();
    assert.match(
      (await editor.locator("wirenote-stream .about").textContent()) ?? "",
      /^So far, while the file is read: Client [1-9]/,
    );
    await editor.locator("wirenote-work button").click();
    await editor.locator("wirenote-stream .about", { hasText: /^Client [1-9]/ }).waitFor();
    await editor.locator(".notice", { hasText: /^\s*Reading was stopped\. [\d,]+ packets are shown\./ }).waitFor();
    assert.equal(await editor.locator("wirenote-work").count(), 0);
    await list("[role=grid]").focus();
    await press("Home");
    await press("ArrowDown");
    await list("[aria-selected=true]#packet-2").waitFor();
    await editor.locator(".title h2", { hasText: "Segment 2" }).waitFor();
  });

  it("leaves no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
});
