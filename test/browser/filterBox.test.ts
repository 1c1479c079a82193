import { strict as assert } from "node:assert";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { conversation } from "../dsl/conversation";
import { pcapFile } from "../dsl/pcapFile";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor, waitForEqual, waitForMatch } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

/** Tries so much at each packet that there is time to stop it, however busy the machine is. */
const longFilter = 'frame matches ".*.*.*nothing like this"';

describe("the filter box", () => {
  const vscode = sharedVsCode({ size: { width: 1400, height: 800 } }, (folder) => {
    // so many that what has to be read of each takes a while
    const many = Array.from({ length: 20_000 }, () => conversation("C>S SYN | S>C SYN,ACK | C>S ACK")).flat();
    writeFileSync(join(folder, "many.cap"), pcapFile(many));
  });
  let workbench: Workbench;
  let editor: Frame;
  before(async () => {
    workbench = vscode.workbench;
    editor = await open("handshake.cap");
  });

  async function open(name: string): Promise<Frame> {
    await workbench.openFile(name);
    const frame = await workbench.webviewFrame("wirenote-editor");
    await frame.locator("wirenote-packet-list .body [role=row]").first().waitFor();
    return frame;
  }

  const box = (part: string) => editor.locator(`wirenote-filter-box ${part}`);
  const textOf = async (part: string) => (await box(part).textContent()) ?? "";
  const offered = () => box("[role=option] > span").allTextContents();
  const press = (key: string) => workbench.page.keyboard.press(key);
  /** The packets in the list; the grid counts its head too. */
  const listed = async () => Number(await editor.locator("wirenote-packet-list [role=grid]").getAttribute("aria-rowcount")) - 1;
  async function type(text: string): Promise<void> {
    await box("input").fill("");
    await box("input").pressSequentially(text);
  }

  it("tells in words what a filter asks for, while it is typed", async () => {
    await type("tcp.flags.fin == 1");
    await waitForMatch(/FIN.*is set/, () => textOf(".says"));
    await box("input").fill("");
    await box(".says").waitFor({ state: "detached" });
  });

  it("draws a line under what is wrong before it is asked for, but not under what is still being typed", async () => {
    await type("tcp.prt == 80");
    await waitForEqual("tcp.prt", () => textOf("mark"));
    assert.equal(await box(".problem").count(), 0);
    await type("tcp.prt");
    await waitFor("no line", async () => (await box("mark").count()) === 0);
  });

  it("offers values that occur in the capture", async () => {
    await type("ip.src == ");
    await waitFor("an address", async () => (await offered()).some((text) => /^\d+\.\d+\.\d+\.\d+$/.test(text)));
    await type("tcp.port == 300");
    await waitForEqual("3001", async () => (await offered())[0]);
    await press("Escape");
  });

  it("takes what was meant by a capture filter with a second Enter", async () => {
    await type("port 3001 and tcp");
    await press("Escape");
    await press("Enter");
    await waitForMatch(/Did you mean: .*tcp\.port == 3001/, () => textOf(".problem button"));
    await press("Enter");
    await waitForMatch(/tcp\.port == 3001/, () => box("input").inputValue());
    await waitForEqual("6 of 6", () => textOf(".count"));
  });

  it("takes it by a click too", async () => {
    await type("tcp.flags.fin = 1");
    await press("Escape");
    await press("Enter");
    await box(".problem button").click();
    await waitForEqual("tcp.flags.fin == 1", () => box("input").inputValue());
    await waitForEqual("2 of 6", () => textOf(".count"));
  });

  it("takes the filter that a word is the name of", async () => {
    await type("handshake");
    await waitFor("its filter", async () => (await offered())[0]?.startsWith("tcp.flags.syn == 1 or"));
    await press("Enter");
    await waitForMatch(/^tcp\.flags\.syn == 1 or \(tcp\.seq == 1/, () => box("input").inputValue());
    await waitForEqual("3 of 6", () => textOf(".count"));
    await box("input").fill("tcp.flags.fin == 1");
    await press("Enter");
    await waitForEqual("2 of 6", () => textOf(".count"));
  });

  it("has at hand what was used and what was saved, the saved ones first", async () => {
    await box("vscode-toolbar-button[icon=star-empty]").click();
    await box("vscode-toolbar-button[icon=star-full]").waitFor();
    await box("vscode-toolbar-button[icon=clear-all]").click();
    await waitForEqual("", () => textOf(".count"));
    await box("input").focus();
    await press("ArrowDown");
    await waitForEqual("tcp.flags.fin == 1", async () => (await offered())[0]);
    await waitFor("the one before", async () => (await offered()).some((text) => /tcp\.port == 3001/.test(text)));
    await press("ArrowDown");
    await press("Enter");
    await waitForEqual("2 of 6", () => textOf(".count"));
  });

  it("says beside the selected packet that it hides it", async () => {
    const hidden = editor.locator("wirenote-editor .title .hidden");
    await box("input").fill("tcp.flags.syn == 0");
    await press("Enter");
    await waitForEqual("4 of 6", () => textOf(".count"));
    await editor.locator("wirenote-packet-list #packet-4").click();
    await hidden.waitFor({ state: "detached" });
    await box("input").fill("tcp.flags.syn == 1");
    await press("Enter");
    await waitForEqual("hidden by the filter", () => hidden.innerText());
    await box("input").fill("");
    await press("Enter");
    await hidden.waitFor({ state: "detached" });
  });

  it("forgets a filter where that is wanted", async () => {
    await box("vscode-toolbar-button[icon=history]").click();
    const before = await waitFor("what is kept", async () => ((await offered()).length > 1 ? await offered() : undefined));
    await press("ArrowDown");
    await press("Delete");
    await waitForEqual(before.slice(1), offered);
    await press("Escape");
  });

  it("shows how far a long filter has come, and stops it", async () => {
    editor = await open("many.cap");
    await box("input").fill(longFilter);
    await press("Escape");
    await press("Enter");
    await waitForMatch(/Filtering… \d+ %/, () => textOf(".count"));
    await box("progress").waitFor();
    await box("vscode-toolbar-button[icon=stop-circle]").click();
    await box("progress").waitFor({ state: "detached" });
    // the list is what it was
    await waitForEqual(60_000, listed);
  });

  it("shows what was asked for last, however long the one before takes", async () => {
    await box("input").fill(longFilter);
    await press("Escape");
    await press("Enter");
    await box("progress").waitFor();
    await box("input").fill("tcp.connection.syn");
    await press("Escape");
    await press("Enter");
    await waitForEqual("20,000 of 60,000", () => textOf(".count"));
    await waitForEqual(20_000, listed);
  });
  it("says in the list that no packet fits", async () => {
    await type("tcp.port == 1");
    await press("Escape");
    await press("Enter");
    await waitForEqual("No packet fits this filter.", () => editor.locator("wirenote-packet-list .empty").innerText());
    await box("input").fill("");
    await press("Enter");
    await editor.locator("wirenote-packet-list .empty").waitFor({ state: "detached" });
  });

  it("makes a narrow editor no wider, and stands level with what is beside it in a wide one", async () => {
    await type("tcp.analysis.flags and not tcp.analysis.duplicate_ack and not tcp.analysis.retransmission");
    await press("Escape");
    await press("Enter");
    await waitForEqual("0 of 60,000", () => textOf(".count"));
    const edges = (selector: string) =>
      editor.locator(selector).evaluate((element) => {
        const { top, right, height } = element.getBoundingClientRect();
        return { middle: top + height / 2, right, width: window.innerWidth };
      });
    const [input, looks] = [await edges("wirenote-filter-box input"), await edges(".looks")];
    assert.ok(Math.abs(input.middle - looks.middle) <= 1, `${input.middle} and ${looks.middle}`);
    const { page } = workbench;
    await page.setViewportSize({ width: 560, height: 800 });
    await waitFor("a narrow editor", async () => (await edges(".toolbar")).width < 500);
    const { right, width } = await edges("wirenote-filter-box .count");
    assert.ok(right <= width, `${right} of ${width}`);
    await page.setViewportSize({ width: 1400, height: 800 });
    await box("input").fill("");
    await press("Enter");
  });
});
