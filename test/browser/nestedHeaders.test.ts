import { strict as assert } from "node:assert";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Locator } from "playwright-core";
import { ethernet, ipv4, tcp } from "../dsl/headers";
import { udp } from "../dsl/headersOfIp";
import { vxlan } from "../dsl/headersOfTunnels";
import { pcapFile } from "../dsl/pcapFile";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitForEqual } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

/** Ethernet in VXLAN in UDP in IPv4 in Ethernet, and that again, with TCP in the innermost. */
function nested(levels: number): Uint8Array {
  const inner = levels === 0 ? tcp({}) : udp(50_000, 4789, vxlan(levels, nested(levels - 1)));
  return ethernet(0x0800, ipv4({ protocol: levels === 0 ? 6 : 17 }, inner));
}

describe("a packet with headers in headers", () => {
  const vscode = sharedVsCode({}, (folder) => writeFileSync(join(folder, "nested.pcap"), pcapFile([{ bytes: nested(4) }])));
  let workbench: Workbench;
  let editor: Frame;
  before(async () => {
    workbench = vscode.workbench;
    await workbench.openFile("nested.pcap");
    editor = await workbench.webviewFrame("wirenote-header .diagram");
  });

  const header = (): Locator => editor.locator("wirenote-header");
  const tab = (which: "first" | "last") => header().locator("[role=tab]")[which]();
  /** All of it is within its pane. */
  async function isWithin(inner: Locator): Promise<boolean> {
    const [box, pane] = [(await inner.boundingBox())!, (await header().boundingBox())!];
    return box.x >= pane.x && box.x + box.width <= pane.x + pane.width;
  }

  it("has a diagram that is no wider than its pane, however many tabs there are", async () =>
    assert.equal(await isWithin(header().locator(".diagram")), true));

  it("shows the tab of the header that is drawn", async () => {
    await header().locator("[role=tab][aria-selected=true]", { hasText: "TCP" }).waitFor();
    await waitForEqual(true, () => isWithin(tab("last")));
    await editor.locator("wirenote-detail-tree [data-key=eth]").click();
    await header().locator("[role=tab][aria-selected=true]", { hasText: "Ethernet" }).waitFor();
    await waitForEqual(true, () => isWithin(tab("first")));
  });

  it("leaves no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
});
