import { strict as assert } from "node:assert";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { zeros } from "../dsl/bytes";
import { conversation } from "../dsl/conversation";
import { ethernet } from "../dsl/headers";
import { jointConversations, manyConversations } from "../dsl/jointConversations";
import { pcapFile } from "../dsl/pcapFile";
import { inOneLanguage } from "../host/inOneLanguage";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor, waitForEqual, waitForMatch } from "../host/waitFor";

interface Expected {
  readonly hosts: readonly string[];
  readonly roles: readonly string[];
  readonly extent: string;
  /** Cells of a row of the table: connection, ends, segment, states and what happened. */
  readonly row: readonly string[];
  readonly story: RegExp;
}

/** What is shown of a proxy's two connections: three hosts. */
const proxy: Readonly<Record<"en" | "zh", Expected>> = {
  en: {
    hosts: ["10.0.0.1", "10.0.0.9", "10.0.0.2"],
    roles: ["client", "client and server", "server"],
    extent: "3 hosts · 18 segments",
    row: [
      "8",
      "0.007000",
      "1",
      "10.0.0.9",
      "10.0.0.2",
      "51001 → 80 [ACK] Seq=1 Ack=1 Win=65535 Len=0",
      "server ESTABLISHED, opened by a handshake",
    ],
    story: /Connection 1: 10\.0\.0\.9:51001 and 10\.0\.0\.2:80.*Reset by the server/s,
  },
  zh: {
    hosts: ["10.0.0.1", "10.0.0.9", "10.0.0.2"],
    roles: ["客户端", "客户端兼服务器", "服务器"],
    extent: "3 台主机 · 18 个报文段",
    row: [
      "8",
      "0.007000",
      "1",
      "10.0.0.9",
      "10.0.0.2",
      "51001 → 80 [ACK] Seq=1 Ack=1 Win=65535 Len=0",
      "服务器 ESTABLISHED, 三次握手打开",
    ],
    story: /连接 1：10\.0\.0\.9:51001 与 10\.0\.0\.2:80.*复位/s,
  },
};
const many = 1000;

for (const language of ["en", "zh"] as const)
  describe(`the flow of several connections in VS Code, in ${language}`, () => {
    const once = inOneLanguage(language);
    const vscode = sharedVsCode(
      { size: { width: 1800, height: 2000 }, ...(language === "zh" && { locale: "zh-cn" }) },
      (folder) => {
        for (const [name, bytes] of Object.entries(jointConversations)) writeFileSync(join(folder, `${name}.joint.pcap`), bytes);
        // an ARP request stands before them
        const arp = { bytes: ethernet(0x0806, zeros(28)), time: 0 };
        writeFileSync(join(folder, "late.pcap"), pcapFile([arp, ...conversation("C>S SYN | S>C RST,ACK")]));
        writeFileSync(join(folder, "many.joint.pcap"), manyConversations(many, 21));
      },
    );
    let editor: Frame;
    const press = (key: string) => vscode.workbench.page.keyboard.press(key);
    const choices = () => vscode.workbench.page.locator(".quick-input-list .monaco-list-row");
    const arrow = (frame: number) => editor.locator(`wirenote-joint-ladder .arrow[data-frame='${frame}']`);
    const scope = () => editor.locator("wirenote-flow .scope").innerText();
    const selectedInFlow = () =>
      editor
        .locator("wirenote-joint-ladder tr[aria-selected=true] td")
        .first()
        .textContent({ timeout: 1000 })
        .then((text) => text?.trim())
        .catch(() => undefined);
    const selectedInList = () => editor.locator("wirenote-packet-list [aria-selected=true] .number").textContent();

    async function open(name: string): Promise<void> {
      await vscode.workbench.openFile(`${name}.joint.pcap`);
      editor = await vscode.workbench.webviewFrame("wirenote-flow .scope");
    }

    /** Chooses in VS Code's list by the place of what is offered, counted from its end where it is negative. */
    async function choose(place: number): Promise<void> {
      await editor.locator("wirenote-flow .scope").click();
      await choices().nth(place).click();
    }

    it("shows a lifeline for each host, and of each segment whose it is", async () => {
      const expected = proxy[language];
      await open("proxy");
      await choose(-2);
      await arrow(18).waitFor();
      const ladder = editor.locator("wirenote-joint-ladder");
      assert.deepEqual(
        (await ladder.locator(".endpoint").allTextContents()).map((text) => text.trim()),
        expected.hosts,
      );
      assert.deepEqual(
        (await ladder.locator(".role").allTextContents()).map((text) => text.trim()),
        expected.roles,
      );
      await waitForEqual(expected.extent, () => editor.locator("wirenote-flow .extent").innerText());
      const cells = await ladder.locator("tr#row-8 td").allTextContents();
      assert.deepEqual(
        cells.map((text) => text.trim()),
        expected.row,
      );
      // at the arrow: the sign that its connection has, and its number
      const signs = await ladder
        .locator(".sent")
        .evaluateAll((all) =>
          all.map((sent) =>
            [sent.getAttribute("data-stream"), sent.classList[1], sent.querySelector(".sign")!.getAttribute("d")].join(" "),
          ),
        );
      assert.equal(signs.length, 18);
      assert.deepEqual(new Set(signs).size, 2);
      // the reset is crossed out, whatever its colour
      assert.equal(await ladder.locator(".sent[data-frame='18'] .cross").count(), 1);
    });

    once("goes from the lifelines of a segment's sender to the receiver's", async () => {
      const lines = await editor
        .locator("wirenote-joint-ladder .lifeline")
        .evaluateAll((all) => all.map((line) => Number(line.getAttribute("x1"))));
      const sides = async (frame: number) => {
        const shaft = editor.locator(`wirenote-joint-ladder .sent[data-frame='${frame}'] .shaft`);
        const [from, to] = await shaft.evaluate((line) => [Number(line.getAttribute("x1")), Number(line.getAttribute("x2"))]);
        return [lines.indexOf(from), lines.findIndex((x) => Math.abs(x - to) < 10)];
      };
      assert.deepEqual(
        [await sides(1), await sides(2), await sides(6), await sides(7)],
        [
          [0, 1],
          [1, 0],
          [1, 2],
          [2, 1],
        ],
      );
    });

    it("follows the selection both ways, across connections, and keeps what was chosen", async () => {
      await arrow(8).click();
      await waitForEqual("8", selectedInList);
      await waitForMatch(proxy[language].story, () => editor.locator("wirenote-flow .told").innerText());
      await editor.locator("wirenote-packet-list #packet-3").click();
      await waitForEqual("3", selectedInFlow);
      await editor.locator("wirenote-flow .told h3", { hasText: /: 10\.0\.0\.1|：10\.0\.0\.1/ }).waitFor();
      assert.match(await scope(), /^2 /);
    });

    once("is gone through by keyboard alone, and Enter leads to the flow of one connection", async () => {
      await editor.locator("wirenote-joint-ladder [role=grid]").focus();
      await press("End");
      await waitForEqual("18", selectedInFlow);
      await press("Home");
      for (const frame of ["2", "3", "4", "5", "6"]) {
        await press("ArrowDown");
        await waitForEqual(frame, selectedInFlow);
      }
      await press("Enter");
      await editor.locator("wirenote-ladder .arrow.selected[data-frame='6']").waitFor();
      assert.equal(await editor.locator("wirenote-ladder .arrow").count(), 8);
    });

    once("is restored when its tab comes back", async () => {
      await open("ftp");
      await choose(-2);
      await arrow(16).click();
      await waitForEqual("16", selectedInList);
      await vscode.workbench.openFile("handshake.cap");
      await vscode.workbench.webviewFrame("wirenote-ladder .arrow");
      await open("ftp");
      await arrow(16).waitFor();
      await waitForEqual("16", selectedInFlow);
      assert.equal(
        await editor.locator("wirenote-joint-ladder .sent[data-frame='16'] .shaft").getAttribute("stroke-dasharray"),
        "8 4",
      );
    });

    once("is restored when the window is loaded again", async () => {
      await vscode.workbench.runCommand("Developer: Reload Window");
      await vscode.workbench.page.waitForFunction("globalThis.driver === undefined");
      editor = await vscode.workbench.webviewFrame("wirenote-flow .scope");
      await arrow(16).waitFor();
      await waitForMatch(/^2 /, scope);
      await waitForEqual("16", selectedInFlow);
    });

    once("goes to one connection and back by its buttons", async () => {
      await editor.locator("wirenote-flow .only").click();
      await editor.locator("wirenote-ladder .arrow[data-frame='16']").waitFor();
      await editor.locator("wirenote-flow .way-back").click();
      await arrow(16).waitFor();
      await waitForMatch(/^2 /, scope);
    });

    it("shows the connections of what is filtered, and others when the filter is another one", async () => {
      await open("retries");
      await choose(-2);
      await waitForMatch(/^3 /, scope);
      const input = editor.locator("wirenote-filter-box input");
      await input.fill("tcp.port == 53000");
      await press("Enter");
      await waitForMatch(/^2 /, scope);
      await waitForEqual(["1", "2", "6", "7", "8", "10", "11"], async () => {
        const cells = editor.locator("wirenote-joint-ladder tr[id] td:first-child");
        return (await cells.allTextContents()).map((text) => text.trim());
      });
      await input.fill("");
      await press("Enter");
      await waitForMatch(/^3 /, scope);
    });

    it("is chosen one by one, by typing and by keyboard", async () => {
      await vscode.workbench.runCommand(language === "en" ? "Wirenote: Choose the Connections" : "Wirenote: 选择流图中的连接");
      // not the palette's own list, which goes only now
      await vscode.workbench.page
        .locator(".quick-input-title", { hasText: /^(Connections in the Flow|流图中的连接)$/ })
        .waitFor();
      await choices().last().click();
      await vscode.workbench.page.locator(".quick-input-title", { hasText: /^(Choose Connections|选择连接)$/ }).waitFor();
      await waitForEqual(3, () => choices().count());
      await vscode.workbench.page.keyboard.type("53001");
      await waitForEqual(1, () => choices().count());
      await press("ArrowDown");
      await press("Space");
      await vscode.workbench.page.locator(".quick-input-widget input[type=text]").first().fill("");
      await waitForEqual(3, () => choices().count());
      await choices().nth(2).click();
      await vscode.workbench.page.locator(".quick-input-widget input[type=text]").first().focus();
      await press("Enter");
      await waitForMatch(/^2 /, scope);
      const streams = () => editor.locator("wirenote-joint-ladder tr[id] td:nth-child(3)").allTextContents();
      await waitForEqual(["1", "2"], async () => [...new Set((await streams()).map((text) => text.trim()))]);
    });

    it("is there to be chosen where the selected packet is of no connection", async () => {
      await vscode.workbench.openFile("late.pcap");
      editor = await vscode.workbench.webviewFrame("wirenote-flow .scope");
      assert.equal(await editor.locator("wirenote-flow .empty").count(), 1);
      await choose(0);
      assert.equal(await editor.locator("wirenote-ladder").count(), 0);
      await choose(-2);
      await arrow(2).waitFor();
      // it is in none of them, and keys go on from where it stands
      await editor.locator("wirenote-flow .told .elsewhere").waitFor();
      await editor.locator("wirenote-joint-ladder [role=grid]").focus();
      await press("ArrowDown");
      await waitForEqual("2", selectedInFlow);
      await waitForEqual(0, () => editor.locator("wirenote-flow .told .elsewhere").count());
    });

    const files: readonly (readonly [string, RegExp])[] = [
      ["svg", /^<svg xmlns=.*10\.0\.0\.3.*<\/svg>$/s],
      ["mmd", /^sequenceDiagram\n.*participant H2/s],
      ["txt", /10\.0\.0\.1.*\n.*SYN-SENT/s],
      ["md", /^### .*\n.*SYN\\-SENT/s],
      ["html", /^<!DOCTYPE html>.*<svg .*SYN-SENT/s],
    ];
    once("is written to files", async () => {
      await open("retries");
      const { page } = vscode.workbench;
      const labels = { svg: "SVG", mmd: "Mermaid", txt: /Plain text|纯文本/, md: "Markdown", html: "HTML", png: "PNG" } as const;
      for (const [ending, content] of [...files, ["png", /PNG/] as const]) {
        await editor.locator("wirenote-flow .export").click();
        await choices()
          .filter({ hasText: labels[ending as keyof typeof labels] })
          .filter({ hasText: /Save|保存/ })
          .click();
        const input = page.locator(".quick-input-widget input[type=text]").first();
        await waitFor("the dialog", async () => (await input.inputValue()).endsWith(`flow.${ending}`));
        await press("Enter");
        const path = join(vscode.folder, `flow.${ending}`);
        await waitFor(path, async () => existsSync(path) && readFileSync(path).length > 0);
        assert.match(readFileSync(path).toString(ending === "png" ? "latin1" : "utf8"), content);
      }
    });

    once(`draws only what is seen of ${many} connections, and brings their lifelines into view`, async () => {
      await open("many");
      await waitFor("the first packet", async () => (await editor.locator("wirenote-ladder .arrow.selected").count()) === 1);
      await choose(-2);
      await arrow(1).waitFor();
      await waitForMatch(new RegExp(`^${many} `), scope);
      await editor.locator("wirenote-joint-ladder [role=grid]").focus();
      await press("End");
      const last = String(many * 21);
      await waitForEqual(last, selectedInFlow);
      await waitFor("the lifeline of the last", async () => {
        const seen = (await editor.locator("wirenote-joint-ladder .endpoint").allTextContents()).map((text) => text.trim());
        return seen.includes("10.1.3.231");
      });
      assert.ok((await editor.locator("wirenote-joint-ladder .arrow").count()) < 100);
      assert.ok((await editor.locator("wirenote-joint-ladder .lifeline").count()) < 20);
    });

    it("leaves no error in the console or the extension host's log", () => assert.deepEqual(vscode.workbench.problems(), []));
  });
