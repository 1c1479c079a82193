import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { conversation } from "../dsl/conversation";
import { dumpForms } from "../dsl/dumpForms";
import { inOneLanguage } from "../host/inOneLanguage";
import { startVsCode, type VsCodeServer } from "../host/vscodeServer";
import { waitFor } from "../host/waitFor";
import { openWorkbench, type Workbench } from "../host/workbench";

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

const languages = [
  { locale: "en", open: "Open as capture", flow: "Show flow", command: "Wirenote: Show the Flow of the Packet at the Cursor" },
  { locale: "zh-cn", open: "作为抓包打开", flow: "查看流图", command: "Wirenote: 查看光标处数据包的流图" },
] as const;

describe("the packets of a note as a capture", () => {
  let server: VsCodeServer;
  const folder = mkdtempSync(join(tmpdir(), "wirenote-note-"));
  before(async () => {
    writeFileSync(join(folder, "talk.md"), note);
    writeFileSync(join(folder, "empty.md"), "No packet stands here.");
    server = await startVsCode({ folder });
  });
  after(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const { locale, open, flow, command } of languages) {
    describe(`in ${locale}`, () => {
      const once = inOneLanguage(locale);
      let workbench: Workbench;
      before(async () => {
        workbench = await openWorkbench(server, { locale, size: { width: 1800, height: 1000 } });
      });
      after(() => workbench?.close());

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
