import { strict as assert } from "node:assert";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { conversationCapture } from "../dsl/conversation";
import { openFlowTab } from "../host/flowTab";
import { inOneLanguage } from "../host/inOneLanguage";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor, waitForEqual, waitForMatch } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

const expected = {
  en: {
    about: {
      sequence: /887 kB in 614 segments within 1\.34 s · 13 sent again · 106 duplicate ACKs/,
      throughput: /On average 5\.31 Mbit\/s sent/,
      roundTrip: /225 round trips · least 41\.2 ms · median 49\.6 ms · most 151 ms/,
      flight: /At most 131 kB in flight · window 0 B to 131 kB/,
    },
    tracks: [
      "Window's edge",
      "Acknowledged",
      "Duplicate ACK",
      "SACK",
      "Out of order",
      "Sent again",
      "Sent",
      "How many sent again or out of order",
    ],
    label: /^Sequence numbers, server → client\. 887 kB/,
    again: /^Packet \d+ at \d+ ms · sends \d+ to \d+ again/,
    client: /27 B in 1 segment within/,
    noTime: /There is nothing to draw over time/,
    command: "Show the Charts of the Connection",
  },
  zh: {
    about: {
      sequence: /1\.34 s 内 614 个报文段，共 887 kB · 重传 13 次 · 重复 ACK 106 个/,
      throughput: /平均发送 5\.31 Mbit\/s/,
      roundTrip: /225 次往返 · 最短 41\.2 ms · 中位数 49\.6 ms · 最长 151 ms/,
      flight: /在途数据最多 131 kB · 窗口 0 B 至 131 kB/,
    },
    tracks: ["窗口上界", "已确认", "重复 ACK", "SACK", "乱序", "重传", "发送", "重传和乱序的数量"],
    label: /^序号，服务器 → 客户端。/,
    again: /^数据包 \d+，\d+ ms · 重传 \d+ 至 \d+/,
    client: /1 个报文段，共 27 B/,
    noTime: /没有可随时间画出的内容/,
    command: "显示连接的图表",
  },
} as const;

for (const language of ["en", "zh"] as const) {
  describe(`the charts of a connection, in ${language}`, () => {
    const once = inOneLanguage(language);
    const options = { size: { width: 1600, height: 1000 }, ...(language === "zh" && { locale: "zh-cn" }) };
    const vscode = sharedVsCode(options, (folder) => {
      writeFileSync(join(folder, "at-once.pcap"), conversationCapture("C>S SYN @0 | S>C SYN,ACK @0 | C>S ACK @0"));
    });
    const told = expected[language];
    let workbench: Workbench;
    let editor: Frame;
    before(async () => {
      workbench = vscode.workbench;
      await workbench.openFile("lossy-download.cap");
      editor = await workbench.webviewFrame("wirenote-editor");
      await editor.locator("wirenote-flow [role=tab]").first().waitFor();
    });

    const charts = () => editor.locator("wirenote-charts");
    const plot = () => charts().locator(".plot");
    const about = async () => (await charts().locator(".about").textContent()) ?? "";
    const point = async () => (await charts().locator(".point").textContent()) ?? "";
    const selectedPacket = () => editor.locator("wirenote-packet-list [role=row][aria-selected=true]").getAttribute("id");
    const choose = (which: number, value: string) => editor.locator("wirenote-flow .tools select").nth(which).selectOption(value);
    const press = (key: string) => workbench.page.keyboard.press(key);
    /** How much of the connection's time is seen, in labels below the chart. */
    const times = () => charts().locator("text.time").allTextContents();

    /** Where a track begins, in pixels from the upper left of the plot. */
    async function startOf(track: string): Promise<{ x: number; y: number }> {
      const path = await charts().locator(`.plot .track.${track}`).getAttribute("d");
      const origin = await charts().locator(".plot svg > g").getAttribute("transform");
      const [, x, y] = /^M([\d.]+) ([\d.]+)/.exec(path!)!.map(Number);
      const [, left, top] = /translate\(([\d.]+) ([\d.]+)\)/.exec(origin!)!.map(Number);
      return { x: x + left, y: y + top };
    }

    it("are a tab of the flow, reached by a command too", async () => {
      await workbench.runCommand(`Wirenote: ${told.command}`);
      await waitForMatch(told.about.sequence, about);
      assert.deepEqual(await charts().locator(".legend li").allTextContents(), told.tracks);
      assert.match((await plot().getAttribute("aria-label")) ?? "", told.label);
    });

    it("show sequence numbers, throughput, round trips, or window and flight, each summed up", async () => {
      for (const kind of ["throughput", "roundTrip", "flight", "sequence"] as const) {
        await choose(0, kind);
        await waitForMatch(told.about[kind], about);
      }
    });

    it("say what is pointed at, and select its packet with a click", async () => {
      const position = await startOf("resent");
      await plot().hover({ position });
      await waitForMatch(told.again, point);
      const frame = /\d+/.exec(await point())![0];
      await plot().click({ position });
      await waitForEqual(`packet-${frame}`, selectedPacket);
      await charts().locator(".selected circle").first().waitFor();
    });

    once("are walked through by keyboard, packet by packet", async () => {
      await workbench.page.mouse.move(5, 5);
      await plot().focus();
      await press("Home");
      await waitForEqual("packet-1", selectedPacket);
      await press("ArrowRight");
      await waitForEqual("packet-2", selectedPacket);
      await waitForMatch(/2/, point);
      await press("End");
      await waitForEqual("packet-952", selectedPacket);
      await press("ArrowLeft");
      await waitForEqual("packet-951", selectedPacket);
    });

    once("are zoomed around the selected packet, which stays in view, and shown whole again", async () => {
      const whole = await times();
      await press("Home");
      await waitForEqual("packet-1", selectedPacket);
      for (const key of ["+", "+", "+", "+"]) await press(key);
      await waitFor("a shorter span", async () => (await times()).every((label) => label.endsWith(" ms")));
      // the last packet is far behind what is seen
      await press("End");
      await waitForEqual("packet-952", selectedPacket);
      await waitFor("the end", async () => (await times()).some((label) => label.startsWith("1.3")));
      await press("0");
      await waitForEqual(whole, times);
    });

    once("show a span that is drawn over with the mouse, and zoom with the wheel", async () => {
      const whole = await times();
      const box = (await plot().boundingBox())!;
      const at = (share: number) => [box.x + box.width * share, box.y + box.height / 2] as const;
      await workbench.page.mouse.move(...at(0.3));
      await workbench.page.mouse.down();
      await workbench.page.mouse.move(...at(0.35));
      await workbench.page.mouse.move(...at(0.4));
      await charts().locator(".band").waitFor();
      await workbench.page.mouse.up();
      await waitFor("other times", async () => (await times())[0] !== whole[0]);
      const part = await times();
      await workbench.page.mouse.wheel(0, -300);
      await waitFor("fewer milliseconds", async () => (await times()).join() !== part.join());
      await plot().dblclick();
      await waitForEqual(whole, times);
    });

    it("show what the other end sends", async () => {
      await choose(1, "client");
      await waitForMatch(told.client, about);
      await choose(1, "busier");
      await waitForMatch(told.about.sequence, about);
    });

    once("are saved as a drawing, a picture or a table of their values", async () => {
      const starts = { SVG: "<svg xmlns", PNG: "\u0089PNG", CSV: "packet,seconds,track,low,high\n" };
      for (const [format, start] of Object.entries(starts)) {
        await editor.locator("wirenote-flow .exportChart").click();
        await workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: format }).first().click();
        const input = workbench.page.locator(".quick-input-widget input[type=text]").first();
        const name = `sequence-0.${format.toLowerCase()}`;
        await waitFor("the dialog", async () => (await input.inputValue()).endsWith(name));
        await press("Enter");
        const path = join(vscode.folder, name);
        await waitFor(name, async () => existsSync(path) && readFileSync(path).length > 20_000);
        assert.ok(readFileSync(path, "latin1").startsWith(start), name);
      }
    });

    it("say so where there is no time to draw over", async () => {
      await workbench.openFile("at-once.pcap");
      const other = await workbench.webviewFrame("wirenote-editor");
      await openFlowTab(other, "charts");
      await waitForMatch(told.noTime, async () => (await other.locator("wirenote-charts .nothing").textContent()) ?? "");
    });

    it("leave no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
  });
}
