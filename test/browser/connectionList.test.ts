import { strict as assert } from "node:assert";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { conversation } from "../dsl/conversation";
import { pcapFile } from "../dsl/pcapFile";
import { inOneLanguage } from "../host/inOneLanguage";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor, waitForEqual, waitForMatch } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

const connections = 40;
/** In which a segment is sent again, as the last of all. */
const repeating = 38;
/** Each has one segment more than the one before, up to six. */
const talks = Array.from({ length: connections }, (_, i) => {
  const sent = Array.from({ length: 1 + (i % 6) }, (_sent, at) => `C>S ${at * 100}:${at * 100 + 100}`);
  if (i === repeating) sent.splice(-1, 1, "C>S 0:100 @9");
  return conversation(["C>S SYN", "S>C SYN,ACK", "C>S ACK", ...sent].join(" | "), { client: { port: 20_000 + i } });
});
const many = () => pcapFile(talks.flat().sort((a, b) => (a.time ?? 0) - (b.time ?? 0)));

const expected = {
  en: {
    tab: "Connections",
    count: "40 connections",
    command: "List the Connections",
    packets: "Packets",
    nothing: /no TCP connection/,
  },
  zh: { tab: "连接", count: "40 个连接", command: "列出连接", packets: "数据包", nothing: /没有 TCP 连接/ },
} as const;

for (const language of ["en", "zh"] as const) {
  describe(`the list of connections, in ${language}`, () => {
    const once = inOneLanguage(language);
    const options = { size: { width: 1700, height: 1000 }, ...(language === "zh" && { locale: "zh-cn" }) };
    const vscode = sharedVsCode(options, (folder) => writeFileSync(join(folder, "many.pcap"), many()));
    const told = expected[language];
    let workbench: Workbench;
    let editor: Frame;
    before(async () => {
      workbench = vscode.workbench;
      await workbench.openFile("many.pcap");
      editor = await workbench.webviewFrame("wirenote-editor");
      await editor.locator("wirenote-packet-list #packet-1").waitFor();
    });

    const list = (selector: string) => editor.locator(`wirenote-connection-list ${selector}`);
    const press = (key: string) => workbench.page.keyboard.press(key);
    const cells = (column: string) => list(`.row .${column}`).allTextContents();
    const selected = async () =>
      (await list(".row[aria-selected=true] .stream")
        .textContent({ timeout: 1000 })
        .catch(() => "")) ?? "";
    const filter = () => editor.locator("wirenote-filter-box input").inputValue();
    const sortedBy = (column: string) => list(`.head .${column}`).getAttribute("aria-sort");

    it("stands where the packets are listed, reached by a command too", async () => {
      await workbench.runCommand(`Wirenote: ${told.command}`);
      await list(".row .client").first().waitFor();
      assert.equal(await editor.locator("[role=tab][aria-selected=true]", { hasText: told.tab }).count(), 1);
      await editor.locator(".tabs small", { hasText: told.count }).waitFor();
      await waitForEqual(["0", "1", "2"], async () => (await cells("stream")).slice(0, 3));
      assert.equal(await list("[role=grid]").getAttribute("aria-rowcount"), String(connections + 1));
      // the packets are not seen meanwhile
      assert.equal(await editor.locator("wirenote-packet-list").isVisible(), false);
    });

    once("is sorted by a click on a head, the largest first, then the other way round, then not", async () => {
      const head = list(".head button[data-column=packets]");
      const packets = async () => (await cells("packets")).map(Number);
      const isFalling = (numbers: readonly number[]) => numbers.every((number, i) => i === 0 || number <= numbers[i - 1]);
      await head.click();
      await waitForEqual("descending", () => sortedBy("packets"));
      await waitFor("falling numbers", async () => isFalling(await packets()) && (await packets())[0] === 9);
      await head.click();
      await waitForEqual("ascending", () => sortedBy("packets"));
      await waitFor("rising numbers", async () => isFalling((await packets()).reverse()) && (await packets())[0] === 4);
      await head.click();
      await waitForEqual("ascending", () => sortedBy("stream"));
      await waitForEqual(["0", "1", "2"], async () => (await cells("stream")).slice(0, 3));
    });

    it("selects with a connection its first packet, and its flow follows", async () => {
      await list("#connection-3").click();
      await waitForEqual("3", selected);
      await list("[role=grid]").focus();
      await press("ArrowDown");
      await waitForEqual("4", selected);
      await press("End");
      await waitForEqual(String(connections - 1), selected);
      await press("Home");
      await waitForEqual("0", selected);
    });

    it("leads to what is wrong with one, by its number and by VS Code's key for the next problem", async () => {
      const packets = talks.flat().length;
      const title = () => editor.locator(".title h2").innerText();
      await press("End");
      await list(`#connection-${repeating} .trouble button`).click();
      await waitFor("the segment that is sent again", async () => (await title()).includes(String(packets)));
      await waitForEqual(String(repeating), selected);
      await press("ArrowUp");
      await waitForEqual(String(repeating - 1), selected);
      await press("ArrowDown");
      await waitFor("its SYN", async () => !(await title()).includes(String(packets)));
      await press("F8");
      await waitFor("the same again", async () => (await title()).includes(String(packets)));
      await press("Home");
      await waitForEqual("0", selected);
    });

    it("lists with Enter the packets of one alone", async () => {
      await press("ArrowDown");
      await waitForEqual("1", selected);
      await press("Enter");
      await waitForEqual("tcp.stream == 1", filter);
      await waitFor("the packets", () => editor.locator("wirenote-packet-list").isVisible());
      assert.equal(await editor.locator("[role=tab][aria-selected=true]", { hasText: told.packets }).count(), 1);
    });

    it("counts what the filter shows", async () => {
      await editor.locator("[role=tab]", { hasText: told.tab }).first().click();
      await waitForEqual(["1"], () => cells("stream"));
      await editor.locator("wirenote-filter-box input").fill("udp");
      await press("Enter");
      await waitForMatch(
        told.nothing,
        async () =>
          (await list(".empty")
            .textContent({ timeout: 1000 })
            .catch(() => "")) ?? "",
      );
      await editor.locator("wirenote-filter-box input").fill("");
      await press("Enter");
      await waitFor("all of them", async () => (await cells("stream")).length > 3);
    });

    it("gives way to the packets when something is to be found", async () => {
      await list("[role=grid]").focus();
      await press("Control+f");
      await editor.locator("wirenote-find-bar input").first().waitFor();
      await waitFor("the packets", () => editor.locator("wirenote-packet-list").isVisible());
    });

    it("leaves no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
  });
}
