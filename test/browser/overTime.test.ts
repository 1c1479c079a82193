import { strict as assert } from "node:assert";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { conversationCapture } from "../dsl/conversation";
import { lossBursts } from "../dsl/lossBursts";
import { inOneLanguage } from "../host/inOneLanguage";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor, waitForEqual, waitForMatch } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

const expected = {
  en: {
    command: "Show the Capture over Time",
    tab: "Over time",
    about: /^All packets · 5198 packets, 3\.91 MB · 100 with trouble, most at 2\d\d s · 105 kbit\/s on average /,
    filtered: /^What the filter shows · 3\d{3} of 5198 packets/,
    label: /^Bits per second, All packets\. 5198 packets/,
    tracks: ["All packets", "Trouble"],
    tracksFiltered: ["All packets", "What the filter shows", "Trouble"],
    interval: /^\d+ s to \d+ s · \d+ packets?, .* · \d{4}-\d\d-\d\d \d\d:\d\d:\d\d to \d\d:\d\d:\d\d$/,
    selected: /^Packet 1 at 0 µs · 0 s to 2 s · /,
    noTime: /There is nothing to draw over time/,
  },
  zh: {
    command: "显示抓包随时间的变化",
    tab: "时间分布",
    about: /^全部数据包 · 5198 个数据包，3\.91 MB · 100 个有异常，最多的在 2\d\d s · /,
    filtered: /^过滤器显示的数据包 · 5198 个数据包中的 3\d{3} 个/,
    label: /^每秒比特数，全部数据包。5198 个数据包/,
    tracks: ["全部数据包", "异常"],
    tracksFiltered: ["全部数据包", "过滤器显示的数据包", "异常"],
    interval: /^\d+ s 至 \d+ s · \d+ 个数据包，.* · \d{4}-\d\d-\d\d \d\d:\d\d:\d\d 至 \d\d:\d\d:\d\d$/,
    selected: /^数据包 1，0 µs · 0 s 至 2 s · /,
    noTime: /没有可随时间画出的内容/,
  },
} as const;

for (const language of ["en", "zh"] as const) {
  describe(`the capture over time, in ${language}`, () => {
    const once = inOneLanguage(language);
    const options = { size: { width: 1600, height: 1000 }, ...(language === "zh" && { locale: "zh-cn" }) };
    const vscode = sharedVsCode(options, (folder) => {
      writeFileSync(join(folder, "bursts.pcap"), lossBursts());
      writeFileSync(join(folder, "at-once.pcap"), conversationCapture("C>S SYN @0 | S>C SYN,ACK @0 | C>S ACK @0"));
    });
    const told = expected[language];
    let workbench: Workbench;
    let editor: Frame;
    before(async () => {
      workbench = vscode.workbench;
      await workbench.openFile("bursts.pcap");
      editor = await workbench.webviewFrame("wirenote-editor");
      await editor.locator("wirenote-packet-list #packet-1").waitFor();
    });

    const chart = () => editor.locator("wirenote-over-time");
    const plot = () => chart().locator(".plot");
    const press = (key: string) => workbench.page.keyboard.press(key);
    const textOf = async (selector: string) => (await chart().locator(selector).textContent())?.trim() ?? "";
    const about = () => textOf(".about");
    const point = () => textOf(".point .text");
    const tracks = () => chart().locator(".legend li").allTextContents();
    const times = () => chart().locator("text.time").allTextContents();
    const filter = () => editor.locator("wirenote-filter-box input").inputValue();
    const show = (tab: string) => editor.locator("[role=tab]", { hasText: tab }).first().click();
    const isListed = () => editor.locator("wirenote-packet-list").isVisible();

    async function applyFilter(expression: string): Promise<void> {
      await editor.locator("wirenote-filter-box input").fill(expression);
      await press("Enter");
    }

    /** A place in the middle of its height. */
    async function at(share: number): Promise<[number, number]> {
      const box = (await plot().boundingBox())!;
      return [box.x + box.width * share, box.y + box.height / 2];
    }

    async function drawOver(from: number, to: number): Promise<void> {
      await workbench.page.mouse.move(...(await at(from)));
      await workbench.page.mouse.down();
      await workbench.page.mouse.move(...(await at((from + to) / 2)));
      await workbench.page.mouse.move(...(await at(to)));
      await workbench.page.mouse.up();
      await chart().locator(".offer .list").waitFor();
    }

    /** From when to when a filter shows packets. */
    const spanOf = (expression: string) => {
      const parts = /frame\.time_relative >= (\d+) && frame\.time_relative < (\d+)/.exec(expression);
      assert.ok(parts, expression);
      return [Number(parts[1]), Number(parts[2])] as const;
    };

    it("stands where the packets are listed, reached by a command too", async () => {
      await workbench.runCommand(`Wirenote: ${told.command}`);
      await waitForMatch(told.about, about);
      assert.equal(await editor.locator("[role=tab][aria-selected=true]", { hasText: told.tab }).count(), 1);
      assert.deepEqual(await tracks(), told.tracks);
      assert.match((await plot().getAttribute("aria-label")) ?? "", told.label);
      assert.equal(await isListed(), false);
    });

    it("tells what it is pointed at, and what the selected packet's interval is", async () => {
      await waitForMatch(told.selected, point);
      await workbench.page.mouse.move(...(await at(0.5)));
      await waitForMatch(told.interval, point);
      await workbench.page.mouse.move(0, 0);
      await waitForMatch(told.selected, point);
    });

    once("selects with a click the first packet of an interval", async () => {
      await workbench.page.mouse.click(...(await at(0.5)));
      await workbench.page.mouse.move(0, 0);
      await waitForMatch(/^(?:Packet|数据包) \d{4}(?: at|，) ?1\d\d s · 1\d\d s (?:to|至) 1\d\d s/, point);
    });

    once("is walked through by keyboard", async () => {
      await plot().focus();
      await press("Home");
      await workbench.page.mouse.move(0, 0);
      await waitForMatch(told.selected, point);
      await press("ArrowRight");
      await waitForMatch(/2 s (?:to|至) 4 s/, point);
      await press("ArrowLeft");
      await waitForMatch(/0 s (?:to|至) 2 s/, point);
      await press("End");
      await waitForMatch(/29\d s (?:to|至) 30\d s/, point);
      await press("Home");
      await waitForMatch(told.selected, point);
    });

    once("is zoomed by keyboard and wheel, and shown whole again", async () => {
      const whole = await times();
      for (const key of ["+", "+", "+"]) await press(key);
      await waitFor("a shorter span", async () => (await times()).join() !== whole.join());
      const part = await times();
      await workbench.page.mouse.move(...(await at(0.5)));
      await workbench.page.mouse.wheel(0, -300);
      await waitFor("a shorter one still", async () => (await times()).join() !== part.join());
      await press("0");
      await waitForEqual(whole, times);
    });

    once("counts packets as well", async () => {
      await chart().locator(".choice button").nth(1).click();
      await waitForEqual("pps", () => textOf("text.unit"));
      await chart().locator(".choice button").first().click();
      await waitForEqual("kbit/s", () => textOf("text.unit"));
    });

    it("has what the filter shows before everything else", async () => {
      await applyFilter("tcp.len > 0");
      await waitForEqual<string[]>([...told.tracksFiltered], tracks);
      await waitForMatch(told.filtered, about);
    });

    once("lists the packets of a span that is drawn over, beside what the filter says", async () => {
      await drawOver(0.4, 0.5);
      const marked = await point();
      await chart().locator(".offer .list").click();
      await waitForMatch(/^\(tcp\.len > 0\) && \(frame/, filter);
      await waitFor("the packets", isListed);
      const [from, to] = spanOf(await filter());
      assert.ok(from > 90 && to < 160 && to > from, `${from} ${to}`);
      const [, count] = /(\d+) (?:of|个|中)/.exec(marked.replace(/^.* · (?=.*(?:of|个数据包))/, ""))!;
      assert.ok(Number(count) > 0);
    });

    once("marks intervals by keyboard, lists their packets with Enter, and forgets them with Escape", async () => {
      await applyFilter("");
      await show(told.tab);
      await waitForEqual<string[]>([...told.tracks], tracks);
      await plot().focus();
      await press("Home");
      await waitForMatch(told.selected, point);
      for (let i = 0; i < 2; i += 1) await press("Shift+ArrowRight");
      await waitForMatch(/^0 s (?:to|至) 6 s/, point);
      await press("Shift+ArrowLeft");
      await waitForMatch(/^0 s (?:to|至) 4 s/, point);
      await press("Escape");
      await chart().locator(".offer").waitFor({ state: "detached" });
      for (let i = 0; i < 2; i += 1) await press("Shift+ArrowRight");
      await waitForMatch(/^0 s (?:to|至) 6 s/, point);
      await press("Enter");
      await waitForEqual("frame.time_relative >= 0 && frame.time_relative < 6", filter);
      await waitFor("the packets", isListed);
      await applyFilter("");
      await show(told.tab);
      await waitForEqual<string[]>([...told.tracks], tracks);
    });

    once("zooms to what is marked", async () => {
      const whole = await times();
      await drawOver(0.4, 0.5);
      await chart().locator(".offer .zoom").click();
      await waitFor("a shorter span", async () => (await times()).join() !== whole.join());
      await plot().dblclick();
      await waitForEqual(whole, times);
    });

    once("is saved as a drawing, a picture or a table of its values", async () => {
      const starts = { SVG: "<svg xmlns", PNG: "\u0089PNG", CSV: "packet,seconds,track,low,high\n" };
      for (const [format, start] of Object.entries(starts)) {
        await chart().locator(".exportChart").click();
        await workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: format }).first().click();
        const input = workbench.page.locator(".quick-input-widget input[type=text]").first();
        const name = `over-time.${format.toLowerCase()}`;
        await waitFor("the dialog", async () => (await input.inputValue()).endsWith(name));
        await press("Enter");
        const path = join(vscode.folder, name);
        await waitFor(name, async () => existsSync(path) && readFileSync(path).length > 4000);
        assert.ok(readFileSync(path, "latin1").startsWith(start), name);
      }
    });

    it("says so where there is no time to draw over, and is there again when one comes back", async () => {
      await applyFilter("");
      await workbench.openFile("at-once.pcap");
      const other = await workbench.webviewFrame("wirenote-editor");
      await other.locator("#list-overTime").click();
      await waitForMatch(told.noTime, async () => (await other.locator("wirenote-over-time .nothing").textContent()) ?? "");
      await workbench.openFile("bursts.pcap");
      editor = await workbench.webviewFrame("wirenote-editor");
      await waitForMatch(told.about, about);
    });

    it("leaves no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
  });
}
