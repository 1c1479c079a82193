import { strict as assert } from "node:assert";
import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { conversation } from "../dsl/conversation";
import { pcapFile } from "../dsl/pcapFile";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor, waitForEqual } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

const packets = conversation("C>S SYN | S>C SYN,ACK | C>S ACK | C>S 0:100 | S>C ACK | C>S FIN | S>C FIN | C>S ACK");
const header = pcapFile([]);
/** The records of some of the packets, without the file's header. */
const records = (from: number, to: number) => pcapFile(packets.slice(from, to)).subarray(header.length);

describe("the file of an open capture", () => {
  const vscode = sharedVsCode({}, (folder) => {
    writeFileSync(join(folder, "[live] {1}.pcap"), pcapFile(packets.slice(0, 3)));
    writeFileSync(join(folder, "waited.pcap"), header);
    writeFileSync(join(folder, "other.pcap"), pcapFile(packets));
  });
  let workbench: Workbench;
  const inFolder = (name: string) => join(vscode.folder, name);
  before(() => {
    workbench = vscode.workbench;
  });

  const editor = () => workbench.webviewFrame("wirenote-editor");
  /** Of a page that may be loaded again meanwhile. */
  const asked =
    <T>(ask: (frame: Frame) => Promise<T>) =>
    async () =>
      ask(await editor()).catch(() => undefined);
  const count = asked((frame) => frame.locator(".title small").first().textContent({ timeout: 1000 }));
  const notices = asked((frame) => frame.locator(".notice > span").allTextContents());
  const selected = asked((frame) =>
    frame.locator("wirenote-packet-list [aria-selected=true]").getAttribute("id", { timeout: 1000 }),
  );

  it("is written on: that is said, and it is loaded again on demand, at the same packet", async () => {
    await workbench.openFile("[live] {1}.pcap");
    await waitForEqual("3 packets", count);
    await (await editor()).locator("#packet-2").click();
    appendFileSync(inFolder("[live] {1}.pcap"), records(3, 6));
    await waitForEqual(["The file has changed since it was opened."], notices);
    assert.equal(await count(), "3 packets");
    await (await editor()).locator(".notice button", { hasText: "Load Again" }).click();
    await waitForEqual("6 packets", count);
    await waitForEqual([], notices);
    await waitForEqual("packet-2", selected);
  });

  it("is written on in all its views", async () => {
    await workbench.runCommand("View: Split Editor Right");
    const lists = async () => {
      const frames = workbench.page.frames().filter((frame) => frame.url().includes("/fake.html"));
      const texts = await Promise.all(
        frames.map((frame) =>
          frame
            .locator(".title small")
            .first()
            .textContent({ timeout: 1000 })
            .catch(() => undefined),
        ),
      );
      return texts.filter((text) => text !== undefined);
    };
    await waitForEqual(["6 packets", "6 packets"], lists);
    appendFileSync(inFolder("[live] {1}.pcap"), records(6, 8));
    await (await editor()).locator(".notice button").click();
    await waitForEqual(["8 packets", "8 packets"], lists);
    await workbench.runCommand("View: Close All Editors");
  });

  it("is put in the place of another: what is shown is the old one until it is loaded again", async () => {
    await workbench.openFile("other.pcap");
    await waitForEqual("8 packets", count);
    writeFileSync(inFolder("new"), pcapFile(packets.slice(0, 2)));
    renameSync(inFolder("new"), inFolder("other.pcap"));
    await waitForEqual(["The file has changed since it was opened."], notices);
    await (await editor()).locator("#packet-4").click();
    await (await editor()).locator(".title h2", { hasText: "Segment 4" }).waitFor();
    await (await editor()).locator(".notice button").click();
    await waitForEqual("2 packets", count);
    await waitForEqual("packet-2", selected);
  });

  it("is deleted: that is said, and what was read stays", async () => {
    rmSync(inFolder("other.pcap"));
    await waitForEqual(["The file was moved or deleted. What was read of it is shown still."], notices);
    await (await editor()).locator("#packet-1").click();
    await (await editor()).locator(".title h2", { hasText: "Segment 1" }).waitFor();
    await workbench.runCommand("View: Close All Editors");
  });

  it("gets another name in the Explorer: it is looked at as before", async () => {
    const { page } = workbench;
    await workbench.openFile("handshake.cap");
    await waitForEqual("6 packets", count);
    await (await editor()).locator("#packet-5").click();
    await waitForEqual("packet-5", selected);
    const before = await editor();
    await workbench.runCommand("View: Show Explorer");
    await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "handshake.cap" }).click();
    await page.keyboard.press("F2");
    const name = page.locator(".explorer-folders-view input");
    await name.fill("renamed.cap");
    await page.keyboard.press("Enter");
    await page.locator(".tab", { hasText: "renamed.cap" }).waitFor();
    await waitFor("the page of the old name to go", async () => before.isDetached());
    await waitForEqual("packet-5", selected);
    await workbench.runCommand("View: Close All Editors");
  });

  it("had no packets yet: they show as soon as there are some", async () => {
    await workbench.openFile("waited.pcap");
    await (await workbench.webviewFrame(".nothing-to-show")).locator("p", { hasText: "The capture has no packets." }).waitFor();
    writeFileSync(inFolder("waited.pcap"), Buffer.concat([readFileSync(inFolder("waited.pcap")), records(0, 2)]));
    await waitForEqual("2 packets", count);
  });

  it("leaves no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
});
