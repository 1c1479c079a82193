import { strict as assert } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Frame } from "playwright-core";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor, waitForEqual, waitForMatch } from "../host/waitFor";
import type { Workbench } from "../host/workbench";
import { usualSize } from "../host/workbenchPage";

/** Texts of all elements, in the page or in a component's own tree. */
const texts = async (frame: Frame, selector: string) =>
  (await frame.locator(selector).allTextContents()).map((text) => text.replace(/\s+/g, " ").trim());

const noticeOf = async (frame: Frame) => (await texts(frame, ".notice")).join("\n");

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
  describe("with captures of other kinds", () => {
    const vscode = sharedVsCode({}, (folder) => {
      const capture = readFileSync(join(folder, "handshake.cap"));
      writeFileSync(join(folder, "packed.cap.gz"), gzipSync(capture));
      writeFileSync(join(folder, "damaged.pcap"), capture.subarray(0, capture.length - 10));
    });
    let workbench: Workbench;
    before(() => {
      workbench = vscode.workbench;
    });

    /** Opens a file and waits for so many rows. */
    async function open(name: string, rows: number): Promise<Frame> {
      await workbench.openFile(name);
      const editor = await workbench.webviewFrame("wirenote-editor");
      if (rows > 0)
        await editor
          .locator("wirenote-packet-list .body [role=row]")
          .nth(rows - 1)
          .waitFor();
      return editor;
    }
    const closeEditor = () => workbench.runCommand("View: Close All Editors");

    it("opens a packed one", async () => {
      const editor = await open("packed.cap.gz", 6);
      await waitForEqual(6, () => editor.locator("wirenote-packet-list .body [role=row] .info").count());
      await closeEditor();
    });

    it("shows what can be read of a damaged one, and says where it ends", async () => {
      const editor = await open("damaged.pcap", 5);
      await waitForMatch(/ends within a packet: .* from byte \d+ on.* 5 packets before it are shown\.$/, () => noticeOf(editor));
      await closeEditor();
    });

    it("has no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
  });

  for (const { locale, note, client, columns, explain, headerLength, flags } of languages) {
    describe(`in ${locale}`, () => {
      const vscode = sharedVsCode({ locale });
      let workbench: Workbench;
      let editor: Frame;

      before(async () => {
        workbench = vscode.workbench;
        await workbench.openFile("handshake.cap");
        editor = await workbench.webviewFrame("wirenote-editor");
        await editor.locator("wirenote-ladder .arrow").nth(5).waitFor();
      });

      it("shows the six segments of the sample, decoded", async () => {
        await waitForEqual(6, () => editor.locator("wirenote-packet-list .body [role=row] .info").count());
        for (const [index, info] of expectedInfo.entries())
          await waitForMatch(info, async () => (await texts(editor, "wirenote-packet-list .body [role=row] .info"))[index] ?? "");
        await waitForEqual([columns], () => texts(editor, "wirenote-packet-list .head .source"));
      });

      it("shows the ladder of their connection", async () => {
        await waitForEqual(
          [
            "[SYN] Seq=0 Win=65495 Len=0 MSS=65495 SACK_PERM WS=1024",
            "[SYN, ACK] Seq=0 Ack=1 Win=65483 Len=0 MSS=65495 SACK_PERM WS=1024",
            "[ACK] Seq=1 Ack=1 Win=65536 Len=0",
            "[FIN, ACK] Seq=1 Ack=1 Win=65536 Len=0",
            "[FIN, ACK] Seq=1 Ack=2 Win=65536 Len=0",
            "[ACK] Seq=2 Ack=2 Win=65536 Len=0",
          ],
          async () => (await texts(editor, "wirenote-ladder .arrow > title")).map((title) => title.replace(/^\d+: /, "")),
        );
        await waitForEqual(client, async () => (await texts(editor, "wirenote-ladder .role"))[0]);
      });

      it("selects in both, by keyboard and by mouse", async () => {
        const selectedRow = editor.locator("wirenote-packet-list [aria-selected=true] .number");
        const selectedArrow = editor.locator("wirenote-ladder .arrow.selected .number");
        await editor.locator("wirenote-packet-list [role=grid]").focus();
        await workbench.page.keyboard.press("ArrowDown");
        await editor.locator("wirenote-packet-list [aria-selected=true]#packet-2").waitFor();
        await waitForEqual("2", () => selectedArrow.textContent());
        await editor.locator("wirenote-ladder .arrow[data-frame='5']").click();
        await editor.locator("wirenote-packet-list [aria-selected=true]#packet-5").waitFor();
        await waitForEqual("5", () => selectedRow.textContent());
      });

      it("steps through the ladder by keyboard, and says the same in a table", async () => {
        await editor.locator("wirenote-ladder .arrow[data-frame='1']").click();
        await editor.locator("wirenote-ladder [role=grid]").focus();
        await workbench.page.keyboard.press("ArrowDown");
        await editor.locator("wirenote-packet-list [aria-selected=true]#packet-2").waitFor();
        const cells = () => texts(editor, "wirenote-ladder tr[aria-selected=true] td");
        await waitForEqual("2", async () => (await cells())[0]);
        await waitForMatch(/^.+: \[SYN, ACK\] Seq=0 Ack=1/, async () => (await cells())[3] ?? "");
        await waitForEqual(["ESTABLISHED", ""], async () => [(await cells())[2], (await cells())[4]]);
        await workbench.page.keyboard.press("End");
        await editor.locator("wirenote-packet-list [aria-selected=true]#packet-6").waitFor();
      });

      it("draws states, brackets and the silence, and writes numbers as asked", async () => {
        const states = [
          "SYN-SENT",
          "SYN-RECEIVED",
          "ESTABLISHED",
          "FIN-WAIT-1",
          "CLOSE-WAIT",
          "LAST-ACK",
          "TIME-WAIT",
          "CLOSED?",
        ];
        await waitForEqual(states, async () => {
          const chips = await texts(editor, "wirenote-ladder .scroller .chip text");
          return states.filter((state) => chips.includes(state));
        });
        // only what is on screen is drawn: the last bracket may stand below
        await editor.locator("wirenote-ladder .bracket path").first().waitFor();
        await waitForEqual(1, () => editor.locator("wirenote-ladder .silence").count());
        await editor.locator("wirenote-flow select").nth(0).selectOption("stevens");
        await editor.locator("wirenote-ladder .label", { hasText: /^ack 2 win 65536$/ }).waitFor();
        await editor.locator("wirenote-flow select").nth(0).selectOption("wireshark");
      });

      it("spells out the sum of the selected segment", async () => {
        await editor.locator("wirenote-ladder .arrow[data-frame='6']").click();
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
        await waitForEqual(["ESTABLISHED"], () => texts(editor, "wirenote-state-diagram .state.now text:not(.here)"));
        await waitForEqual(2, () => editor.locator("wirenote-state-diagram .edge.gone").count());
        await control.locator(".back").click();
        await editor.locator("wirenote-packet-list [aria-selected=true]#packet-1").waitFor();
        await control.locator(".play").click();
        await editor.locator("wirenote-packet-list [aria-selected=true]#packet-3").waitFor();
        await control.locator(".pause").click();
        // a low window leaves the pane less, but room for all of it
        await workbench.page.setViewportSize({ ...usualSize, height: 720 });
        await waitFor("all of the diagram", () =>
          editor.locator("wirenote-state-diagram").evaluate((pane) => {
            const [all, drawn] = [pane, pane.shadowRoot!.querySelector("svg")!].map((each) => each.getBoundingClientRect());
            return all.height < 360 && drawn.top >= all.top && drawn.bottom <= all.bottom;
          }),
        );
        await workbench.page.setViewportSize(usualSize);
        await editor.locator("wirenote-flow [role=tab]").nth(0).click();
      });

      it("explains 8010 in the note to the mouse", async () => {
        await workbench.openFile(note);
        const hover = await workbench.hover("0x0020:  8010", { offset: "0x0020:  ".length, saying: headerLength });
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
        await waitFor("at least four colours", async () => {
          const spans = line.locator("span span");
          const colours = await spans.evaluateAll((all) => all.map((span) => getComputedStyle(span).color));
          return new Set(colours).size >= 4;
        });
      });

      it("has no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
    });
  }
});
