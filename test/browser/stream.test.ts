import { strict as assert } from "node:assert";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { talk, webTalk } from "../dsl/talk";
import { inOneLanguage } from "../host/inOneLanguage";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor, waitForEqual, waitForMatch } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

/** Enough lines for a scroll bar that is no longer the place itself. */
const manyLines = Array.from({ length: 40 }, (_, i) => ({
  by: i % 2 ? ("S" as const) : ("C" as const),
  said: Array.from({ length: 5000 }, (_line, line) => `${i} ${line}\n`).join(""),
}));

for (const language of ["en", "zh"] as const) {
  describe(`what was sent in a connection, in ${language}`, () => {
    const once = inOneLanguage(language);
    const options = { size: { width: 1600, height: 1000 }, ...(language === "zh" && { locale: "zh-cn" }) };
    const vscode = sharedVsCode(options, (folder) => {
      writeFileSync(join(folder, "web.pcap"), webTalk());
      writeFileSync(join(folder, "many.pcap"), talk(...manyLines));
    });
    const tab = language === "zh" ? "字节流" : "Stream";
    let workbench: Workbench;
    let editor: Frame;
    before(async () => {
      workbench = vscode.workbench;
      editor = await open("web.pcap");
    });

    async function open(name: string): Promise<Frame> {
      await workbench.openFile(name);
      const frame = await workbench.webviewFrame("wirenote-editor");
      await frame.locator("wirenote-flow [role=tab]").first().waitFor();
      return frame;
    }

    const rows = () =>
      editor
        .locator("wirenote-stream .row[role=option]")
        .evaluateAll((all) =>
          all.map((row) => `${row.classList.contains("client") ? ">" : "<"} ${row.querySelector(".said")!.textContent}`),
        );
    const selectedRows = () =>
      editor.locator("wirenote-stream .row[aria-selected=true]").evaluateAll((all) => all.map((row) => row.textContent));
    const selectedPacket = () => editor.locator("wirenote-packet-list [role=row][aria-selected=true]").getAttribute("id");
    const choose = (which: number, value: string) => editor.locator("wirenote-flow .tools select").nth(which).selectOption(value);
    const press = (key: string) => workbench.page.keyboard.press(key);

    it("is a tab of the flow, with each end's lines in turn", async () => {
      await editor.locator("wirenote-flow [role=tab]", { hasText: tab }).click();
      await waitFor("the lines", async () => (await rows()).length > 15);
      assert.deepEqual((await rows()).slice(0, 13), [
        "> GET /hello.html HTTP/1.1",
        "> Host: example.com",
        "> Accept-Language: zh-CN,en;q=0.8",
        "> User-Agent: talk/1.0",
        "> ",
        "< HTTP/1.1 200 OK",
        "< Content-Type: text/html; charset=utf-8",
        "< Content-Length: 180",
        "< ",
        "< <!doctype html>",
        "< <title>你好，世界</title>",
        "< <p>Hello, ",
        language === "zh" ? "< 服务器发送的 102 字节不在抓包中。" : "< 102 bytes of the server's are not in the capture.",
      ]);
      const about = language === "zh" ? /客户端 150 字节 · 服务器 238 字节/ : /Client 150 bytes · server 238 bytes/;
      await waitForMatch(about, async () => (await editor.locator("wirenote-stream .about").textContent()) ?? "");
    });

    it("selects with a row its packet, and follows the list", async () => {
      await editor.locator("wirenote-stream .row", { hasText: "<title>" }).click();
      await waitForEqual("packet-8", selectedPacket);
      await waitForEqual(3, async () => (await selectedRows()).length);
      await editor.locator("wirenote-packet-list #packet-4").click();
      await waitForEqual(5, async () => (await selectedRows()).length);
      await editor.locator("wirenote-packet-list #packet-5").click();
      await waitForEqual(0, async () => (await selectedRows()).length);
    });

    once("is walked through by keyboard", async () => {
      await editor.locator("wirenote-stream [role=listbox]").focus();
      await press("Home");
      await waitForEqual("packet-4", selectedPacket);
      for (let step = 0; step < 5; step += 1) await press("ArrowDown");
      await waitForEqual("packet-6", selectedPacket);
      await press("End");
      await waitForEqual("packet-18", selectedPacket);
      await editor.locator("wirenote-stream .row.active[aria-selected=true]").waitFor();
    });

    it("is searched with the key that searches the list, where it has the keyboard", async () => {
      const bar = editor.locator("wirenote-stream wirenote-find-bar");
      await editor.locator("wirenote-stream [role=listbox]").focus();
      await press("Home");
      await press("Control+f");
      await bar.locator("input:focus").waitFor();
      await bar.locator("input").fill("WORLD");
      await press("Enter");
      const told = () => bar.locator(".told").innerText();
      await waitForEqual(language === "zh" ? "未找到。" : "Not found.", told);
      await bar.locator("input").fill("html");
      await press("Enter");
      await waitForEqual("packet-4", selectedPacket);
      await press("Enter");
      await waitForEqual("packet-6", selectedPacket);
      const marked = () => editor.locator("wirenote-stream mark").allTextContents();
      await waitFor("what was found to stand out", async () => (await marked()).every((text) => text === "html"));
      assert.ok((await marked()).length > 2);
      await press("Shift+Enter");
      await waitForEqual("packet-4", selectedPacket);
      await press("Escape");
      await bar.waitFor({ state: "detached" });
      await waitForEqual(0, async () => (await marked()).length);
      await editor.locator("wirenote-stream [role=listbox]:focus").waitFor();
      await editor.locator("wirenote-packet-list #packet-4").click();
      await press("Control+f");
      await editor.locator("wirenote-packet-list wirenote-find-bar input:focus").waitFor();
      await press("Escape");
    });

    it("shows one direction alone, and bytes in hex", async () => {
      await choose(0, "client");
      await waitFor("the client's lines alone", async () => {
        const shown = await rows();
        return shown.length === 8 && shown.every((row) => row.startsWith(">"));
      });
      await choose(1, "hex");
      const first = editor.locator("wirenote-stream .row").first();
      await waitForMatch(/00000000\s*47 45 54 20 .*GET /, async () => (await first.textContent()) ?? "");
      await choose(0, "both");
      await choose(1, "text");
      await waitFor("all lines", async () => (await rows()).some((row) => row.startsWith("<")));
    });

    once("is saved as it was sent", async () => {
      await choose(0, "server");
      await editor.locator("wirenote-flow .saveStream").click();
      const input = workbench.page.locator(".quick-input-widget input[type=text]").first();
      await waitFor("the dialog", async () => (await input.inputValue()).endsWith("stream-0-server.bin"));
      await press("Enter");
      const path = join(vscode.folder, "stream-0-server.bin");
      await waitFor("the file", async () => existsSync(path) && readFileSync(path).length === 238);
      assert.match(readFileSync(path, "utf8"), /^HTTP\/1\.1 200 OK\r\n.*你好，世界.*goodbye.*PNG/s);
      await choose(0, "both");
    });

    once("is reached by a command, with only those rows there that are on screen", async () => {
      await editor.locator("wirenote-flow [role=tab]").first().click();
      editor = await open("many.pcap");
      await editor.locator("wirenote-packet-list [role=grid]").focus();
      await waitFor("the stream", async () => {
        await press("Control+Alt+Shift+t");
        return (await editor.locator("wirenote-stream .row[role=option]").count()) > 0;
      });
      await editor.locator("wirenote-stream [role=listbox]").focus();
      await press("End");
      await editor.locator("wirenote-stream .row.active", { hasText: "39 4999" }).waitFor();
      assert.ok((await editor.locator("wirenote-stream .row").count()) < 60);
      await press("PageUp");
      await press("Home");
      await editor.locator("wirenote-stream .row.active", { hasText: "0 0" }).waitFor();
    });

    it("leaves no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
  });
}
