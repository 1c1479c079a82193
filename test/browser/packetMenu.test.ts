import { strict as assert } from "node:assert";
import { writeFileSync } from "node:fs";
import { join as inFolder } from "node:path";
import type { Frame, Locator } from "playwright-core";
import { dnsHeader, dnsQuestion } from "../dsl/applications";
import { join } from "../dsl/bytes";
import { conversation } from "../dsl/conversation";
import { ethernet, ipv4 } from "../dsl/headers";
import { udp } from "../dsl/headersOfIp";
import { pcapFile } from "../dsl/pcapFile";
import { waitForClipboard } from "../host/clipboard";
import { chooseFromMenu, menuEntries } from "../host/contextMenu";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitForEqual } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

const question = join(dnsHeader(7, 0x0100, 1, 0, 0, 0), dnsQuestion("example.org", 1));
const ask = { bytes: ethernet(0x0800, ipv4({ protocol: 17, src: "10.0.0.1", dst: "10.0.0.53" }, udp(50_000, 53, question))) };
const capture = pcapFile([ask, ...conversation("C>S SYN | S>C SYN,ACK | C>S ACK | C>S PSH 0:5 | S>C ACK")]);

describe("the menu of a packet", () => {
  const vscode = sharedVsCode({}, (folder) => {
    writeFileSync(inFolder(folder, "menu.pcap"), capture);
    writeFileSync(inFolder(folder, "datagrams.pcap"), pcapFile([ask]));
  });
  let workbench: Workbench;
  let editor: Frame;
  before(async () => {
    workbench = vscode.workbench;
    await workbench.openFile("menu.pcap");
    editor = await workbench.webviewFrame("wirenote-packet-list #packet-6");
  });
  afterEach(async () => {
    await editor.locator("wirenote-filter-box input").fill("");
    await workbench.page.keyboard.press("Enter");
    await waitForEqual("", async () => count());
  });

  const cell = (number: number, column: string): Locator => editor.locator(`wirenote-packet-list #packet-${number} .${column}`);
  const filter = () => editor.locator("wirenote-filter-box input").inputValue();
  const count = () => editor.locator("wirenote-filter-box .count").innerText();
  const entries = () => menuEntries(workbench.page);

  async function open(place: Locator): Promise<string[]> {
    await place.click({ button: "right" });
    await entries().first().waitFor();
    return (await entries().allInnerTexts()).filter((text) => text.trim() !== "");
  }
  async function close(): Promise<void> {
    await workbench.page.keyboard.press("Escape");
    await entries().first().waitFor({ state: "hidden" });
  }
  const choose = (place: Locator, entry: string) => chooseFromMenu(workbench.page, place, entry);

  it("filters by the cell that is pointed at, and selects its packet", async () => {
    await choose(cell(2, "source"), "Apply as Filter");
    await waitForEqual("ip.src == 10.0.0.1", filter);
    await waitForEqual("4 of 6", count);
    await editor.locator("wirenote-packet-list [aria-selected=true]#packet-2").waitFor();
  });

  it("puts another cell beside the filter that is in force", async () => {
    await choose(cell(2, "source"), "Apply as Filter");
    await waitForEqual("4 of 6", count);
    await choose(cell(1, "protocol"), "Add to the Filter with And");
    await waitForEqual("(ip.src == 10.0.0.1) && (dns)", filter);
    await waitForEqual("1 of 6", count);
  });

  it("shows what both ends say to one another, over TCP as over UDP", async () => {
    await choose(cell(3, "info"), "Filter by the Conversation");
    await waitForEqual("tcp.stream == 0", filter);
    await waitForEqual("5 of 6", count);
    await editor.locator("wirenote-filter-box input").fill("");
    await workbench.page.keyboard.press("Enter");
    await choose(cell(1, "info"), "Filter by the Conversation");
    await waitForEqual("ip.addr == 10.0.0.1 && ip.addr == 10.0.0.53 && udp.port == 50000 && udp.port == 53", filter);
    await waitForEqual("1 of 6", count);
  });

  it("offers to follow the stream only where there is one, and to filter only by what a filter can ask for", async () => {
    const ofSegment = await open(cell(5, "info"));
    await close();
    assert.ok(ofSegment.includes("Follow the TCP Stream") && !ofSegment.includes("Apply as Filter"), ofSegment.join());
    const ofQuestion = await open(cell(1, "length"));
    await close();
    assert.ok(!ofQuestion.includes("Follow the TCP Stream") && ofQuestion.includes("Apply as Filter"), ofQuestion.join());
  });

  it("copies the row, the cell, or the filter that would ask for it", async () => {
    await choose(cell(2, "destination"), "Copy Value");
    await waitForClipboard(workbench.page, /^10\.0\.0\.2$/);
    await choose(cell(2, "destination"), "Copy as Filter");
    await waitForClipboard(workbench.page, /^ip\.dst == 10\.0\.0\.2$/);
    await choose(cell(2, "destination"), "Copy the Selection");
    await waitForClipboard(workbench.page, /^2\t0\.\d+\t10\.0\.0\.1\t10\.0\.0\.2\tTCP\t/);
  });

  it("counts the time from a packet, as Wireshark does, until that is undone", async () => {
    const times = async () => [await cell(4, "time").innerText(), await cell(5, "time").innerText()];
    const before = await times();
    await choose(cell(4, "info"), "Set or Unset Time Reference");
    await waitForEqual("*REF*", async () => (await times())[0]);
    const [, span] = await times();
    assert.equal(Number(span).toFixed(6), (Number(before[1]) - Number(before[0])).toFixed(6));
    await cell(4, "info").click();
    await workbench.page.keyboard.press("Control+t");
    await waitForEqual(before.join(), async () => (await times()).join());
  });

  it("marks packets, which are filtered by and stepped through, and stay marked when the editor is opened again", async () => {
    const marked = () => editor.locator("wirenote-packet-list .row.marked .number").allInnerTexts();
    const press = (key: string) => workbench.page.keyboard.press(key);
    await choose(cell(4, "info"), "Mark or Unmark Packet");
    await waitForEqual("4", async () => (await marked()).join());
    await cell(2, "info").click();
    await press("Control+m");
    await waitForEqual("2,4", async () => (await marked()).join());
    await waitForEqual("Packet 2 is marked.", () => editor.locator("main + .unseen").textContent());
    assert.equal(await cell(2, "info").locator("[role=img]").first().getAttribute("aria-label"), "Marked");
    const inFlow = () => editor.locator("wirenote-ladder .arrow .number", { hasText: "⚑" }).allTextContents();
    await waitForEqual("⚑ 2,⚑ 4", async () => (await inFlow()).join());
    await press("F2");
    await editor.locator("wirenote-packet-list [aria-selected=true]#packet-4").waitFor();
    await press("Shift+F2");
    await editor.locator("wirenote-packet-list [aria-selected=true]#packet-2").waitFor();
    await editor.locator("wirenote-filter-box input").fill("frame.marked == 1");
    await press("Enter");
    await waitForEqual("2 of 6", count);
    await cell(4, "info").click();
    await press("Control+m");
    await waitForEqual("1 of 6", count);
    await waitForEqual("2", async () => (await marked()).join());
    await workbench.runCommand("View: Close Editor");
    await workbench.openFile("menu.pcap");
    editor = await workbench.webviewFrame("wirenote-packet-list .row.marked");
    await waitForEqual("1 of 6", count);
    await workbench.runCommand("Unmark All Shown Packets");
    await waitForEqual("0 of 6", count);
  });

  it("is there in the flow, too", async () => {
    await cell(2, "info").click();
    await choose(editor.locator("wirenote-ladder .arrow[data-frame='3'] text").first(), "Filter by the Conversation");
    await waitForEqual("tcp.stream == 0", filter);
    await editor.locator("wirenote-packet-list [aria-selected=true]#packet-3").waitFor();
  });

  it("follows no stream where the capture has none, and the flow says so", async () => {
    await workbench.openFile("datagrams.pcap");
    const page = await workbench.webviewFrame("wirenote-flow .empty");
    await waitForEqual("The capture has no TCP connection.", () => page.locator("wirenote-flow .empty").innerText());
    await workbench.runCommand("View: Close Editor");
    editor = await workbench.webviewFrame("wirenote-packet-list #packet-6");
  });

  it("leaves no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
});
