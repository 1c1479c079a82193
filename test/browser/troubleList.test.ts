import { strict as assert } from "node:assert";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { conversation } from "../dsl/conversation";
import { pcapFile } from "../dsl/pcapFile";
import { inOneLanguage } from "../host/inOneLanguage";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitForEqual, waitForMatch } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

const open = "C>S SYN @1 | S>C SYN,ACK @1.1 | C>S ACK @1.2";
/** Two connections that send again, the second more often, and one that is refused. */
const talks = [
  conversation(`${open} | C>S 0:400 @2 | C>S 0:400 @3 | S>C ACK ack 401 @3.5`),
  conversation("C>S SYN @1.5 | S>C RST,ACK @1.75", { client: { port: 40_001 } }),
  conversation(`${open} | C>S 0:9 @2 | C>S 0:9 @4 | C>S 0:9 @6 | S>C ACK ack 10 @7`, { client: { port: 40_002 } }),
];
const troubled = () => pcapFile(talks.flat().sort((a, b) => (a.time ?? 0) - (b.time ?? 0)));

const expected = {
  en: {
    command: "Show What Went Wrong",
    kinds: ["retransmission", "reset (RST)"],
    meaning: /Sent once more/,
    nothing: /Nothing went wrong/,
  },
  zh: { command: "显示异常", kinds: ["重传", "复位（RST）"], meaning: /再发一次/, nothing: /没有异常/ },
} as const;

for (const language of ["en", "zh"] as const) {
  describe(`the list of what went wrong, in ${language}`, () => {
    const once = inOneLanguage(language);
    const vscode = sharedVsCode(language === "zh" ? { locale: "zh-cn" } : {}, (folder) =>
      writeFileSync(join(folder, "troubled.pcap"), troubled()),
    );
    const told = expected[language];
    let workbench: Workbench;
    let editor: Frame;
    before(async () => {
      workbench = vscode.workbench;
      await workbench.openFile("troubled.pcap");
      editor = await workbench.webviewFrame("wirenote-editor");
      await editor.locator("wirenote-packet-list #packet-1").waitFor();
    });

    const list = (selector: string) => editor.locator(`wirenote-trouble-list ${selector}`);
    const press = (key: string) => workbench.page.keyboard.press(key);
    const cells = (column: string) => list(`.row .${column}`).allTextContents();
    const filter = () => editor.locator("wirenote-filter-box input").inputValue();
    const selected = () => editor.locator("wirenote-ladder .arrow.selected").getAttribute("data-frame");

    const listed = () => editor.locator("wirenote-packet-list .row[id]").count();

    it("stands where the packets are listed, reached by a command: each kind with how often it is, where first and where most", async () => {
      await workbench.runCommand(`Wirenote: ${told.command}`);
      await waitForEqual([...told.kinds], () => cells("name"));
      assert.deepEqual(await cells("packets"), ["3", "1"]);
      assert.deepEqual(await cells("connections"), ["2", "1"]);
      assert.deepEqual(await cells("first"), ["11", "8"]);
      assert.match((await cells("most"))[0], /1.*2/);
    });

    it("selects a kind with its first packet, and says what it means", async () => {
      await list("[role=grid]").focus();
      await press("ArrowDown");
      await waitForEqual("11", selected);
      await waitForMatch(told.meaning, async () => (await list(".meaning").textContent()) ?? "");
      await waitForEqual(["true", "false"], () =>
        list(".row").evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-selected") ?? "")),
      );
    });

    once("goes from one packet of the kind to the next by F8, and to no other trouble", async () => {
      await press("F8");
      await waitForEqual("13", selected);
      await press("Shift+F8");
      await waitForEqual("11", selected);
      await press("Shift+F8");
      await waitForEqual("14", selected);
    });

    it("lists the packets of a kind by Enter, beside the filter that is in force", async () => {
      await press("Enter");
      await waitForEqual("tcp.analysis.retransmission", filter);
      await waitForEqual(3, listed);
    });

    once("counts what the filter shows, and says so where that is nothing", async () => {
      await workbench.runCommand(`Wirenote: ${told.command}`);
      await waitForEqual([told.kinds[0]], () => cells("name"));
      await editor.locator("wirenote-filter-box input").fill("tcp.flags.syn == 1 && tcp.flags.ack == 0");
      await press("Enter");
      await waitForMatch(told.nothing, async () => (await list(".empty").textContent()) ?? "");
      await editor.locator("wirenote-filter-box input").fill("");
      await press("Enter");
      await waitForEqual([...told.kinds], () => cells("name"));
    });

    once("lists those of the connection with the most of them", async () => {
      await list(".row .most button").first().click();
      await waitForEqual("tcp.stream == 1 && tcp.analysis.retransmission", filter);
      await waitForEqual(2, listed);
    });

    it("leaves no error in the console or the extension host's log", () => {
      assert.deepEqual(workbench.problems(), []);
    });
  });
}
