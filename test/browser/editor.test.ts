import { strict as assert } from "node:assert";
import type { Frame } from "playwright-core";
import { inRepository } from "../host/repository";
import { startVsCode, type VsCodeServer } from "../host/vscodeServer";
import { openWorkbench, type Workbench } from "../host/workbench";

const samples = inRepository("samples");

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
    headerLength: "8 × 4 = 32 bytes",
    flags: "Flags 0x010 = ACK",
  },
  {
    locale: "zh-cn",
    note: "note.zh-cn.md",
    client: "客户端",
    columns: "源地址",
    headerLength: "8 × 4 = 32 字节",
    flags: "标志位 0x010 = ACK",
  },
] as const;

describe("VS Code", () => {
  let server: VsCodeServer;
  before(async () => {
    server = await startVsCode({ folder: samples });
  });
  after(() => server?.stop());

  for (const { locale, note, client, columns, headerLength, flags } of languages) {
    describe(`in ${locale}`, () => {
      let workbench: Workbench;
      let editor: Frame;

      before(async () => {
        workbench = await openWorkbench(server, { locale });
        await workbench.openFile("handshake.cap");
        editor = await workbench.webviewFrame("wirenote-editor");
        await editor.locator("wirenote-ladder [role=listitem]").nth(5).waitFor();
      });
      after(() => workbench?.close());

      it("shows the six segments of the sample, decoded", async () => {
        const infos = await texts(editor, "wirenote-packet-list [role=row] .info");
        assert.equal(infos.length, 6);
        for (const [index, info] of infos.entries()) assert.match(info, expectedInfo[index]);
        assert.deepEqual(await texts(editor, "wirenote-packet-list .head .source"), [columns]);
      });

      it("shows the ladder of their connection", async () => {
        assert.deepEqual(await texts(editor, "wirenote-ladder .arrow .label"), [
          "SYN seq 0 win 65495",
          "SYN, ACK seq 0 ack 1 win 65483",
          "ACK seq 1 ack 1",
          "FIN, ACK seq 1 ack 1",
          "FIN, ACK seq 1 ack 2",
          "ACK seq 2 ack 2",
        ]);
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

      it("explains 8010 in the note to the mouse", async () => {
        await workbench.openFile(note);
        const hover = await workbench.hover("8010 0040");
        assert.ok(hover.includes(headerLength), hover);
        assert.ok(hover.includes(flags), hover);
      });

      it("has no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
    });
  }
});
