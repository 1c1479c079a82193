import { strict as assert } from "node:assert";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { flowConversations } from "../dsl/flowConversations";
import { inOneLanguage } from "../host/inOneLanguage";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitForEqual, waitForMatch } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

const expected = {
  en: {
    tab: "Window",
    shut: ["up to 1001", "0 bytes, up to 1001", "0 bytes, up to 1001", "from 1001 on"],
    open: ["up to 1001", "1 byte, up to 1002", "65534 bytes, up to 66536", "from 66536 on"],
    closed: /The window is closed: the server takes nothing/,
    beyond: /closed.*Beyond it went 1 byte/,
    raw: ["up to 2001", "1 byte, up to 2002", "65534 bytes, up to 67536", "from 67536 on"],
  },
  zh: {
    tab: "窗口",
    shut: ["到 1001 为止", "0 字节，到 1001 为止", "0 字节，到 1001 为止", "从 1001 开始"],
    open: ["到 1001 为止", "1 字节，到 1002 为止", "65534 字节，到 66536 为止", "从 66536 开始"],
    closed: /窗口已关闭：服务器重新打开窗口之前不接收任何数据/,
    beyond: /窗口已关闭.*有 1 字节发送到了窗口之外/,
    raw: ["到 2001 为止", "1 字节，到 2002 为止", "65534 字节，到 67536 为止", "从 67536 开始"],
  },
};

for (const language of ["en", "zh"] as const) {
  describe(`the windows of a connection, in ${language}`, () => {
    const once = inOneLanguage(language);
    const vscode = sharedVsCode(language === "zh" ? { locale: "zh-cn" } : {}, (folder) =>
      writeFileSync(join(folder, "stall.pcap"), flowConversations["zero-window"]),
    );
    const { tab, shut, open, closed, beyond, raw } = expected[language];
    let workbench: Workbench;
    let editor: Frame;
    before(async () => {
      workbench = vscode.workbench;
      await workbench.openFile("stall.pcap");
      editor = await workbench.webviewFrame("wirenote-editor");
      await editor.locator("wirenote-flow [role=tab]", { hasText: tab }).click();
    });

    const select = (packet: number) => editor.locator(`wirenote-packet-list #packet-${packet}`).click();
    /** What is said of the client's data. */
    const told = () => editor.locator("wirenote-send-windows section").first().locator("dd").allTextContents();
    const remark = async () => (await editor.locator("wirenote-send-windows .remark").textContent()) ?? "";

    it("close, are probed and open again, packet by packet", async () => {
      await select(5);
      await waitForEqual(shut, told);
      await waitForMatch(closed, remark);
      assert.equal(await editor.locator("wirenote-send-windows .shut").count(), 1);
      await select(6);
      await waitForMatch(beyond, remark);
      await select(8);
      await waitForEqual(open, told);
      assert.equal(await editor.locator("wirenote-send-windows .remark").count(), 0);
    });

    once("are drawn in proportion", async () => {
      const widthOf = async (part: string) =>
        (await editor.locator(`wirenote-send-windows section:first-child .bar > .${part}`).boundingBox())!.width;
      await select(4);
      await editor.locator("wirenote-send-windows section:first-child .bar > .flight").waitFor();
      const flight = await widthOf("flight");
      const share = flight / (flight + (await widthOf("usable")));
      assert.ok(Math.abs(share - 1000 / 65_535) < 0.01, String(share));
      const opened = flight + (await widthOf("usable"));
      // closed, it leaves its place to what must wait
      await select(5);
      await editor.locator("wirenote-send-windows .shut").waitFor();
      assert.ok((await widthOf("waits")) > opened);
    });

    once("count as the list does", async () => {
      await select(8);
      await editor.locator(".choice button").nth(1).click();
      await waitForEqual(raw, told);
    });

    it("leave no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
  });
}
