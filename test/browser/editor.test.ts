import { strict as assert } from "node:assert";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Frame } from "playwright-core";
import { inRepository } from "../host/repository";
import { startVsCode, type VsCodeServer } from "../host/vscodeServer";
import { openWorkbench, type Workbench } from "../host/workbench";

/** The samples, and beside them what people have too: a packed capture, a damaged one, and a file that is none. */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "wirenote-browser-"));
  cpSync(inRepository("samples"), folder, { recursive: true });
  const capture = readFileSync(join(folder, "handshake.cap"));
  writeFileSync(join(folder, "packed.cap.gz"), gzipSync(capture));
  writeFileSync(join(folder, "damaged.pcap"), capture.subarray(0, capture.length - 10));
  writeFileSync(join(folder, "story.pcap"), "Once upon a time");
  return folder;
}

/** Texts of all elements, in the page or in a component's own tree. */
const texts = async (frame: Frame, selector: string) =>
  (await frame.locator(selector).allTextContents()).map((text) => text.replace(/\s+/g, " ").trim());

const expectedInfo = [
  /^\d+ → 3001 SYN Seq=0 Win=65495 Len=0 MSS=65495 SACK_PERM TSval=\d+ TSecr=0 WS=1024$/,
  /^3001 → \d+ SYN, ACK Seq=0 Ack=1 Win=65483 Len=0 MSS=65495/,
  /^\d+ → 3001 ACK Seq=1 Ack=1 Win=65536 Len=0/,
  /^\d+ → 3001 FIN, ACK Seq=1 Ack=1 Win=65536 Len=0/,
  /^3001 → \d+ FIN, ACK Seq=1 Ack=2 Win=65536 Len=0/,
  /^\d+ → 3001 ACK Seq=2 Ack=2 Win=65536 Len=0/,
];

const languages = [
  {
    locale: "en",
    note: "note.md",
    client: "client",
    columns: "Source",
    explain: "Wirenote: Explain the Hex Dump at the Cursor",
    headerLength: "8 × 4 = 32 bytes",
    flags: "Flags 0x010 = ACK",
  },
  {
    locale: "zh-cn",
    note: "note.zh-cn.md",
    client: "客户端",
    columns: "源地址",
    explain: "Wirenote: 解读光标处的十六进制转储",
    headerLength: "8 × 4 = 32 字节",
    flags: "标志位 0x010 = ACK",
  },
] as const;

describe("VS Code", () => {
  let server: VsCodeServer;
  const folder = makeFolder();
  before(async () => {
    server = await startVsCode({ folder });
  });
  after(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  describe("with captures of other kinds", () => {
    let workbench: Workbench;
    before(async () => {
      workbench = await openWorkbench(server);
    });
    after(() => workbench?.close());

    /** Opens a file and waits for so many rows. */
    async function open(name: string, rows: number): Promise<Frame> {
      await workbench.openFile(name);
      const editor = await workbench.webviewFrame("wirenote-editor");
      if (rows > 0)
        await editor
          .locator("wirenote-packet-list [role=row]")
          .nth(rows - 1)
          .waitFor();
      return editor;
    }
    const closeEditor = () => workbench.runCommand("View: Close All Editors");

    it("opens a packed one", async () => {
      const editor = await open("packed.cap.gz", 6);
      assert.equal((await texts(editor, "wirenote-packet-list [role=row] .info")).length, 6);
      await closeEditor();
    });

    it("shows what can be read of a damaged one, and says where it ends", async () => {
      const editor = await open("damaged.pcap", 5);
      await editor.locator(".notice").waitFor();
      assert.match((await texts(editor, ".notice"))[0], /ends within a packet: .* from byte \d+ on/);
      await closeEditor();
    });

    it("says in a sentence that a file is no capture", async () => {
      const editor = await open("story.pcap", 0);
      await editor.locator(".notice").waitFor();
      assert.match((await texts(editor, ".notice"))[0], /4f6e6365/);
      await closeEditor();
    });

    it("has no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
  });

  for (const { locale, note, client, columns, explain, headerLength, flags } of languages) {
    describe(`in ${locale}`, () => {
      let workbench: Workbench;
      let editor: Frame;

      before(async () => {
        workbench = await openWorkbench(server, { locale });
        await workbench.openFile("handshake.cap");
        editor = await workbench.webviewFrame("wirenote-editor");
        await editor.locator("wirenote-ladder .arrow").nth(5).waitFor();
      });
      after(() => workbench?.close());

      it("shows the six segments of the sample, decoded", async () => {
        const infos = await texts(editor, "wirenote-packet-list [role=row] .info");
        assert.equal(infos.length, 6);
        for (const [index, info] of infos.entries()) assert.match(info, expectedInfo[index]);
        assert.deepEqual(await texts(editor, "wirenote-packet-list .head .source"), [columns]);
      });

      it("shows the ladder of their connection", async () => {
        assert.deepEqual(
          (await texts(editor, "wirenote-ladder .arrow > title")).map((title) => title.replace(/^\d+: /, "")),
          [
            "[SYN] Seq=0 Win=65495 Len=0 MSS=65495 SACK_PERM WS=1024",
            "[SYN, ACK] Seq=0 Ack=1 Win=65483 Len=0 MSS=65495 SACK_PERM WS=1024",
            "[ACK] Seq=1 Ack=1 Win=65536 Len=0",
            "[FIN, ACK] Seq=1 Ack=1 Win=65536 Len=0",
            "[FIN, ACK] Seq=1 Ack=2 Win=65536 Len=0",
            "[ACK] Seq=2 Ack=2 Win=65536 Len=0",
          ],
        );
        assert.equal((await texts(editor, "wirenote-ladder .role"))[0], client);
      });

      it("selects in both, by keyboard and by mouse", async () => {
        const selectedRow = editor.locator("wirenote-packet-list [aria-selected=true] .number");
        const selectedArrow = editor.locator("wirenote-ladder .arrow.selected .number");
        await editor.locator("wirenote-packet-list [role=grid]").focus();
        await workbench.page.keyboard.press("ArrowDown");
        await editor.locator("wirenote-packet-list [aria-selected=true]#packet-2").waitFor();
        assert.equal(await selectedArrow.textContent(), "2");
        await editor.locator("wirenote-ladder .arrow").nth(4).click();
        await editor.locator("wirenote-packet-list [aria-selected=true]#packet-5").waitFor();
        assert.equal(await selectedRow.textContent(), "5");
      });

      it("steps through the ladder by keyboard, and says the same in a table", async () => {
        await editor.locator("wirenote-ladder .arrow").nth(0).click();
        await editor.locator("wirenote-ladder [role=grid]").focus();
        await workbench.page.keyboard.press("ArrowDown");
        await editor.locator("wirenote-packet-list [aria-selected=true]#packet-2").waitFor();
        const cells = await texts(editor, "wirenote-ladder tr[aria-selected=true] td");
        assert.equal(cells[0], "2");
        assert.match(cells[3], /^.+: \[SYN, ACK\] Seq=0 Ack=1/);
        assert.deepEqual([cells[2], cells[4]], ["ESTABLISHED", ""]);
        await workbench.page.keyboard.press("End");
        await editor.locator("wirenote-packet-list [aria-selected=true]#packet-6").waitFor();
      });

      it("draws states, brackets and the silence, and writes numbers as asked", async () => {
        const chips = await texts(editor, "wirenote-ladder .scroller .chip text");
        for (const state of [
          "SYN-SENT",
          "SYN-RECEIVED",
          "ESTABLISHED",
          "FIN-WAIT-1",
          "CLOSE-WAIT",
          "LAST-ACK",
          "TIME-WAIT",
          "CLOSED?",
        ])
          assert.ok(chips.includes(state), `${state} is not among ${chips}`);
        // only what is on screen is drawn: the last bracket may stand below
        assert.ok((await editor.locator("wirenote-ladder .bracket path").count()) >= 1);
        assert.equal(await editor.locator("wirenote-ladder .silence").count(), 1);
        await editor.locator("wirenote-flow select").nth(0).selectOption("stevens");
        await editor.locator("wirenote-ladder .label", { hasText: /^ack 2 win 65536$/ }).waitFor();
        await editor.locator("wirenote-flow select").nth(0).selectOption("wireshark");
      });

      it("spells out the sum of the selected segment", async () => {
        await editor.locator("wirenote-ladder .arrow").nth(5).click();
        await editor.locator("wirenote-flow .sum .why", { hasText: "1 + 1 = 2" }).waitFor();
      });

      it("lights the way through the state diagram, and steps through it", async () => {
        await editor.locator("wirenote-flow [role=tab]").nth(1).click();
        const control = editor.locator("wirenote-state-diagram .control");
        await control.waitFor();
        await editor.locator("wirenote-state-diagram li button").first().click();
        await editor.locator("wirenote-packet-list [aria-selected=true]#packet-1").waitFor();
        await control.locator(".forward").click();
        await editor.locator("wirenote-packet-list [aria-selected=true]#packet-2").waitFor();
        assert.deepEqual(await texts(editor, "wirenote-state-diagram .state.now text:not(.here)"), ["ESTABLISHED"]);
        assert.equal(await editor.locator("wirenote-state-diagram .edge.gone").count(), 2);
        await control.locator(".back").click();
        await editor.locator("wirenote-packet-list [aria-selected=true]#packet-1").waitFor();
        await control.locator(".play").click();
        await editor.locator("wirenote-packet-list [aria-selected=true]#packet-3").waitFor();
        await control.locator(".play").click();
        await editor.locator("wirenote-flow [role=tab]").nth(0).click();
      });

      it("explains 8010 in the note to the mouse", async () => {
        await workbench.openFile(note);
        const hover = await workbench.hover("0x0020:  8010", "0x0020:  ".length);
        assert.ok(hover.includes(headerLength), hover);
        assert.ok(hover.includes(flags), hover);
      });

      it("explains it to the keyboard, in the same words", async () => {
        const { page } = workbench;
        await page.keyboard.press("Escape");
        await page
          .locator(".monaco-editor .view-line", { hasText: "8010" })
          .last()
          .click({ position: { x: 110, y: 8 } });
        await workbench.runCommand(explain);
        const said = page.locator(".monaco-hover:not(.hidden) .hover-contents");
        await said.filter({ hasText: "TCP" }).first().waitFor();
        assert.match((await said.allInnerTexts()).join("\n"), /TCP · /);
      });

      it("colours the bytes by field and says the flags behind their word", async () => {
        const line = workbench.page.locator(".monaco-editor .view-line", { hasText: "8010" }).last();
        await line.getByText("◂ ACK").waitFor();
        const colours = await line.locator("span span").evaluateAll((spans) => spans.map((span) => getComputedStyle(span).color));
        assert.ok(new Set(colours).size >= 4, colours.join(" "));
      });

      it("has no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
    });
  }
});
