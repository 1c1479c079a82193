import { strict as assert } from "node:assert";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { conversation } from "../dsl/conversation";
import { dumpForms } from "../dsl/dumpForms";
import { waitForClipboard } from "../host/clipboard";
import { chooseFromMenu } from "../host/contextMenu";
import { inOneLanguage } from "../host/inOneLanguage";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

/** Five packets, each in a fence of its own with words between, as people write about a connection. */
const packets = conversation("C>S SYN | S>C SYN,ACK | C>S ACK | C>S 0:10 PSH @0.25 | S>C ACK").map(({ bytes }) =>
  bytes.subarray(14),
);
const flags = ["S", "S.", ".", "P.", "."];
const note = packets
  .map((bytes, i) =>
    [
      `Packet ${i + 1}:`,
      "```",
      `12:00:0${i}.00010${i} IP 10.0.0.1.40000 > 10.0.0.2.80: Flags [${flags[i]}]`,
      ...dumpForms["tcpdump -X"](bytes),
      "```",
    ].join("\n"),
  )
  .join("\n\n");

const links = [
  "The server [answers](captures/handshake.cap#2), see [other notes](talk.md).",
  "关闭连接的报文段见captures/handshake.cap#tcp.flags.fin==1，另见 [[handshake.cap#6|最后一个]]。",
].join("\n\n");

const languages = [
  {
    locale: "en",
    open: "Open as capture",
    flow: "Show flow",
    command: "Wirenote: Show the Flow of the Packet at the Cursor",
    packet: "packet 2 of 6",
  },
  {
    locale: "zh-cn",
    open: "作为抓包打开",
    flow: "查看流图",
    command: "Wirenote: 查看光标处数据包的流图",
    packet: "第 2 个数据包，共 6 个",
  },
] as const;

describe("the packets of a note as a capture", () => {
  for (const { locale, open, flow, command, packet } of languages) {
    describe(`in ${locale}`, () => {
      const once = inOneLanguage(locale);
      const vscode = sharedVsCode({ locale, size: { width: 1800, height: 1000 } }, (folder) => {
        writeFileSync(join(folder, "talk.md"), note);
        writeFileSync(join(folder, "empty.md"), "No packet stands here.");
        writeFileSync(join(folder, "links.md"), links);
        mkdirSync(join(folder, "captures"));
        renameSync(join(folder, "handshake.cap"), join(folder, "captures", "handshake.cap"));
      });
      let workbench: Workbench;
      before(() => {
        workbench = vscode.workbench;
      });

      /** Points at bytes and follows a link; the hover may go before the pointer is on it. */
      const follow = async (bytes: string, link: string) => {
        await workbench.openFile("talk.md");
        await waitFor(link, async () => {
          await workbench.hover(bytes, { saying: link });
          const click = workbench.page.locator(".monaco-hover:not(.hidden) a", { hasText: link }).click({ timeout: 5_000 });
          return click.then(
            () => true,
            () => false,
          );
        });
        const editor = await workbench.webviewFrame("wirenote-editor");
        return { editor, chosen: () => editor.locator("wirenote-packet-list [aria-selected=true]").getAttribute("id") };
      };

      /** VS Code draws a link anew as soon as it is pointed at. */
      const followLink = async (text: string) => {
        const { mouse, keyboard } = workbench.page;
        const link = workbench.page.locator(".detected-link", { hasText: text });
        await mouse.move(0, 0);
        const { x, y, width, height } = (await link.boundingBox())!;
        await keyboard.down("ControlOrMeta");
        await mouse.click(x + width / 2, y + height / 2);
        await keyboard.up("ControlOrMeta");
        return link;
      };

      it("opens all of them at the one that was pointed at", async () => {
        const { editor, chosen } = await follow("0000 03e9 0000 1389", open);
        await waitFor("the third packet", async () => (await chosen()) === "packet-3");
        const rows = await editor.locator("wirenote-packet-list [role=row][id]").allInnerTexts();
        assert.equal(rows.length, packets.length);
        assert.match(rows[0], /40000.*80.*SYN/s);
        assert.match(rows[3], /2\.999993|3\.000003/);
      });

      it("shows the flow of its connection, in the same editor", async () => {
        const { editor, chosen } = await follow("0000 1388 0000 03e9", flow);
        await waitFor("the second packet", async () => (await chosen()) === "packet-2");
        await waitFor("its flow", async () => (await editor.locator("wirenote-ladder .arrow").count()) === packets.length);
        assert.equal(await workbench.page.locator(".tab", { hasText: "talk.pcapng" }).count(), 1);
      });

      once("does so from the keyboard", async () => {
        await workbench.openFile("talk.md");
        await workbench.goTo(note.slice(0, note.indexOf("Packet 4")).split("\n").length + 3, 20);
        await workbench.runCommand(command);
        const editor = await workbench.webviewFrame("wirenote-editor");
        const chosen = editor.locator("wirenote-packet-list [aria-selected=true]");
        await waitFor("the fourth packet", async () => (await chosen.getAttribute("id")) === "packet-4");
      });

      it("shows what stands at a link to a capture", async () => {
        await workbench.runCommand("View: Close All Editors");
        await workbench.openFile("links.md");
        const said = await workbench.hover("handshake.cap#2", { saying: packet });
        assert.match(said, /3001 → 55270 \[SYN, ACK\] Seq=0 Ack=1/);
        assert.match(said, new RegExp(flow));
      });

      once("finds a file in another folder that double brackets name", async () => {
        assert.match(await workbench.hover("handshake.cap#6", { saying: "packet 6 of 6" }), /step 3 of 3 of the closing/);
      });

      once("follows it to the packet, beside the note", async () => {
        const link = await followLink("handshake.cap#2");
        const editor = await workbench.webviewFrame("wirenote-editor");
        const chosen = editor.locator("wirenote-packet-list [aria-selected=true]");
        await waitFor("the second packet", async () => (await chosen.getAttribute("id")) === "packet-2");
        await link.waitFor();
      });

      once("says at the packet what the note says of it, and goes back there", async () => {
        const editor = await workbench.webviewFrame("wirenote-editor");
        const said = "The server answers, see other notes.";
        assert.equal(await editor.locator("#packet-2 .comment").getAttribute("title"), `links.md: ${said}`);
        const detail = editor.locator("wirenote-detail-tree");
        await editor.getByRole("tab", { name: "Detail" }).click();
        await detail.locator(".comment", { hasText: said }).waitFor();
        await detail.getByRole("button", { name: "links.md" }).click();
        await workbench.page.locator(".monaco-editor.focused .view-line", { hasText: "The server" }).waitFor();
      });

      once("follows another to what a filter shows, in the same editor", async () => {
        await followLink("tcp.flags.fin==1");
        const editor = await workbench.webviewFrame("wirenote-editor");
        const rows = editor.locator("wirenote-packet-list [role=row][id]");
        await waitFor("both", async () => (await rows.count()) === 2);
        assert.deepEqual(await rows.evaluateAll((all) => all.map(({ id }) => id)), ["packet-4", "packet-5"]);
        assert.equal(await workbench.page.locator(".tab", { hasText: "handshake.cap" }).count(), 1);
      });

      once("copies such a link from the packet list", async () => {
        const editor = await workbench.webviewFrame("wirenote-editor");
        await chooseFromMenu(workbench.page, editor.locator("#packet-5"), "Copy Link to the Packet");
        const link = /^\[`3001 → 55270 \[FIN, ACK\] Seq=1 Ack=2 Win=65536 Len=0`\]\(captures\/handshake\.cap#5\)$/;
        await waitForClipboard(workbench.page, link);
        await workbench.runCommand("Wirenote: Copy Link to What the Filter Shows");
        await waitForClipboard(workbench.page, /^\[`tcp\.flags\.fin==1`\]\(captures\/handshake\.cap#tcp\.flags\.fin==1\)$/);
        await workbench.runCommand("Wirenote: Clear the Display Filter");
        await editor.locator("#packet-1").waitFor();
        await workbench.runCommand("Wirenote: Copy Link to What the Filter Shows");
        await waitForClipboard(workbench.page, /^\[`handshake\.cap`\]\(captures\/handshake\.cap\)$/);
      });

      it("says so where there is none", async () => {
        await workbench.openFile("empty.md");
        await workbench.goTo(1, 1);
        await workbench.runCommand(command);
        const said = locale === "en" ? "No packet is recognised in this text" : "在这段文本中没有找到";
        await workbench.runCommand("Notifications: Show Notifications");
        await workbench.page.locator(".notifications-list-container", { hasText: said }).waitFor();
        await workbench.page.keyboard.press("Escape");
      });

      it("has no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
    });
  }
});
