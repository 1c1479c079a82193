import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join as inFolder } from "node:path";
import type { Frame } from "playwright-core";
import { join, text, zeros } from "../dsl/bytes";
import { conversation } from "../dsl/conversation";
import { pcapFile } from "../dsl/pcapFile";
import { Pcapng } from "../dsl/pcapngFile";
import { readBytes } from "../dsl/readCapture";
import { chooseFromMenu } from "../host/contextMenu";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor, waitForEqual } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

const first = conversation("C>S SYN | S>C SYN,ACK | C>S ACK | C>S PSH 0:5 | S>C ACK");
const second = conversation("C>S SYN | S>C RST,ACK", { client: { port: 50_001 } });
const title = "Save Packets as a Capture...";

/** Two link types, and a comment. */
function mixed(): Uint8Array {
  const file = new Pcapng();
  const comment = join(file.option(1, text("look here")), file.option(0, zeros(0)));
  return join(
    ...[file.section(), file.interface(), file.interface(zeros(0), 101)],
    file.packet(first[0].bytes, { options: comment }),
    file.packet(first[1].bytes.subarray(14), { interface: 1 }),
  );
}

describe("packets saved as a capture", () => {
  const vscode = sharedVsCode({ size: { width: 1500, height: 900 } }, (folder) => {
    writeFileSync(inFolder(folder, "two.pcap"), pcapFile([...first, ...second]));
    writeFileSync(inFolder(folder, "mixed.pcapng"), mixed());
    symlinkSync(inFolder(folder, "two.pcap"), inFolder(folder, "link.pcap"));
  });
  let workbench: Workbench;
  let editor: Frame;
  before(async () => {
    workbench = vscode.workbench;
    await open("two.pcap", 7);
  });

  async function open(name: string, packets: number): Promise<void> {
    await workbench.openFile(name);
    editor = await workbench.webviewFrame(`wirenote-packet-list #packet-${packets}`);
  }
  const rows = () => workbench.page.locator(".quick-input-list .monaco-list-row");
  /** Each with how many packets it means, and with what is said below. */
  const offered = () =>
    rows().evaluateAll((all) =>
      all.map((row) =>
        [...row.querySelectorAll(".label-name, .label-description")]
          .map((part) => part.textContent?.replaceAll("\u00a0", " ").trim())
          .filter(Boolean)
          .join("|"),
      ),
    );
  const dialog = () => workbench.page.locator(".quick-input-widget input[type=text]").first();
  const press = (key: string) => workbench.page.keyboard.press(key);
  const path = (name: string) => inFolder(vscode.folder, name);
  const packetsOf = async (name: string) => (await readBytes(readFileSync(path(name)))).packets;

  /** Chooses what is to be saved, and gives it the name that is suggested or another one. */
  async function save(choice: string, suggested: string, name?: string): Promise<void> {
    await workbench.runCommand(title);
    await rows().filter({ hasText: choice }).first().click();
    await answer(suggested, name);
  }
  async function answer(suggested: string, name?: string): Promise<void> {
    await waitFor("the dialog", async () => (await dialog().inputValue()).endsWith(suggested));
    if (name !== undefined) await dialog().fill(path(name));
    await press("Enter");
  }
  /** What VS Code says of it, in its list of notifications, which is cleared then: by one of its buttons, where one is named. */
  async function told(said: string, button?: string): Promise<void> {
    await workbench.runCommand("Notifications: Show Notifications");
    const note = workbench.page.locator(".notifications-list-container .monaco-list-row", { hasText: said });
    await note.waitFor();
    if (button) await note.locator(".monaco-button", { hasText: button }).click();
    else await workbench.runCommand("Notifications: Clear All Notifications");
    await note.waitFor({ state: "hidden" });
  }

  it("are chosen from what makes sense, with how many they are", async () => {
    await editor.locator("wirenote-packet-list #packet-7").click();
    await editor.locator("wirenote-filter-box input").fill("tcp.flags.syn == 1");
    await press("Enter");
    await waitForEqual("3 of 7", () => editor.locator("wirenote-filter-box .count").innerText());
    await workbench.runCommand(title);
    await waitFor("the choices", async () => (await rows().count()) === 4);
    assert.deepEqual(await offered(), [
      "The packets that the filter shows|3 packets|tcp.flags.syn == 1",
      "Connection 1|2 packets|10.0.0.1:50001 → 10.0.0.2:80",
      "All packets|7 packets",
      "Packet 7",
    ]);
    await press("Escape");
  });

  it("are those that the filter shows, and open from what is said of them", async () => {
    await save("The packets that the filter shows", "two-filtered.pcapng");
    await told("Saved 3 packets to two-filtered.pcapng.", "Open");
    editor = await workbench.webviewFrame("wirenote-packet-list #packet-3");
    await waitForEqual(3, () => editor.locator("wirenote-packet-list [role=row][id]").count());
    assert.deepEqual(
      (await packetsOf("two-filtered.pcapng")).map(({ bytes }) => bytes),
      [first[0], first[1], second[0]].map(({ bytes }) => Buffer.from(bytes).toString("hex")),
    );
    await workbench.runCommand("View: Close Editor");
  });

  it("are a connection, which has the same flow there, from the menu of one of its packets", async () => {
    // where this is tried once more, nothing is to be asked about the file that is there
    rmSync(path("two-stream0.pcapng"), { force: true });
    editor = await workbench.webviewFrame("wirenote-packet-list #packet-1");
    await chooseFromMenu(workbench.page, editor.locator("wirenote-packet-list #packet-1 .info"), title);
    await rows().filter({ hasText: "Connection 0" }).first().click();
    await answer("two-stream0.pcapng");
    await told("Saved 5 packets", "Open");
    editor = await workbench.webviewFrame("wirenote-packet-list #packet-5");
    await waitForEqual(5, () => editor.locator("wirenote-ladder .arrow").count());
    await workbench.runCommand("View: Close Editor");
  });

  it("are a classic file where its name says so", async () => {
    await save("All packets", "two-copy.pcapng", "all.pcap");
    await told("Saved 7 packets to all.pcap.");
    assert.deepEqual(readFileSync(path("all.pcap")), Buffer.from(pcapFile([...first, ...second])));
  });

  it("never take the place of the capture that they are read from, under whatever name", async () => {
    const before = readFileSync(path("two.pcap"));
    for (const name of ["two.pcap", "link.pcap"]) {
      await save("All packets", "two-copy.pcapng", name);
      // VS Code asks first whether the file that is there shall be overwritten
      await workbench.page.locator(".quick-input-widget", { hasText: "already exists" }).waitFor();
      await press("Enter");
      await told(`${name} is the capture that these packets are read from.`);
    }
    assert.deepEqual(readFileSync(path("two.pcap")), before);
  });

  it("go into pcapng where a classic file cannot hold them", async () => {
    await open("mixed.pcapng", 2);
    await save("All packets", "mixed-copy.pcapng", "mixed-copy.pcap");
    await told("A pcap file has one link type, and these packets have 2.", "Save as pcapng");
    await answer("mixed-copy.pcapng");
    await told("Saved 2 packets to mixed-copy.pcapng.");
    assert.deepEqual(readFileSync(path("mixed-copy.pcapng")), Buffer.from(mixed()));
  });

  it("say what a classic file leaves out of them", async () => {
    await editor.locator("wirenote-packet-list #packet-1").click();
    await save("Packet 1", "mixed-packet1.pcapng", "one.pcap");
    await told("Saved 1 packet to one.pcap. A pcap file holds no comments: 1 packet has lost theirs.");
  });

  it("leave nothing unfinished behind, and no error in the console or the extension host's log", () => {
    assert.deepEqual(
      readdirSync(vscode.folder).filter((name) => name.endsWith(".part")),
      [],
    );
    assert.ok(!existsSync(path("mixed-copy.pcap")));
    assert.deepEqual(workbench.problems(), []);
  });
});
