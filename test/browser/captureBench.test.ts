import { strict as assert } from "node:assert";
import type { Frame } from "playwright-core";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor, waitForEqual, waitForMatch } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

describe("the capture editor's panes", () => {
  const vscode = sharedVsCode({ size: { width: 1600, height: 1000 } });
  let workbench: Workbench;
  let editor: Frame;
  before(async () => {
    workbench = vscode.workbench;
    editor = await open();
  });

  async function open(): Promise<Frame> {
    await workbench.openFile("handshake.cap");
    const frame = await workbench.webviewFrame("wirenote-editor");
    await frame.locator("wirenote-detail-tree [role=treeitem]").first().waitFor();
    return frame;
  }

  const selectedField = () => editor.locator("wirenote-detail-tree [aria-selected=true]").getAttribute("data-key");
  const fieldIs = (key: string) => waitFor(key, async () => (await selectedField()) === key);
  const litBytes = () =>
    editor
      .locator("wirenote-bytes .line > .chosen")
      .evaluateAll((bytes) => bytes.map(({ textContent }) => textContent).join(" "));
  const chosenCells = () =>
    editor.locator("wirenote-header .chosen").evaluateAll((cells) => cells.map((cell) => cell.getAttribute("data-key")));
  const click = (place: string) => editor.locator(place).click();

  it("show the selected packet's layers, and follow the list", async () => {
    await click("wirenote-packet-list #packet-2");
    await waitFor("the second packet", async () =>
      (await editor.locator("wirenote-detail-tree [data-key=tcp]").textContent())?.includes("3001 →"),
    );
    await waitForEqual(["Linux cooked capture v2", "IPv4", "TCP"], () =>
      editor.locator("wirenote-detail-tree [aria-level='1'] .label").allTextContents(),
    );
  });

  it("follow a cell of the header's diagram", async () => {
    await click("wirenote-header [data-key='tcp/tcp.checksum']");
    await fieldIs("tcp/tcp.checksum");
    await waitForEqual("fe 30", litBytes);
    await waitForEqual(["tcp/tcp.checksum"], chosenCells);
    const meaning = editor.locator("wirenote-meaning [role=region]");
    await waitForMatch(/Checksum.*tcp\.checksum.*Partial/s, async () => (await meaning.textContent()) ?? "");
  });

  it("follow a node of the tree, by keyboard too", async () => {
    await click("wirenote-detail-tree [data-key='tcp/tcp.flags']");
    await fieldIs("tcp/tcp.flags");
    await waitForEqual("a0 12", litBytes);
    await waitForEqual(10, async () => (await chosenCells()).length);
    await workbench.page.keyboard.press("ArrowRight");
    await editor.locator("[data-key='tcp/tcp.flags/tcp.flags.syn'][role=treeitem]").waitFor();
    for (let at = 0; at < 5; at += 1) await workbench.page.keyboard.press("ArrowDown");
    await fieldIs("tcp/tcp.flags/tcp.flags.urg");
    await workbench.page.keyboard.press("ArrowLeft");
    await fieldIs("tcp/tcp.flags");
    await workbench.page.keyboard.press("ArrowLeft");
    await editor.locator("[data-key='tcp/tcp.flags/tcp.flags.syn'][role=treeitem]").waitFor({ state: "detached" });
  });

  it("follow a byte, down to one of its digits", async () => {
    const byte = editor.locator("wirenote-bytes .line > .byte", { hasText: "a0" });
    const { width, height } = (await byte.boundingBox())!;
    await byte.click({ position: { x: width * 0.3, y: height / 2 } });
    await fieldIs("tcp/tcp.hdr_len");
    const bits = editor.locator("wirenote-bytes .bits");
    await waitForMatch(/1010/, async () => (await bits.textContent()) ?? "");
    await byte.click({ position: { x: width * 0.7, y: height / 2 } });
    await fieldIs("tcp/tcp.flags");
  });

  it("give a field one colour, in its bytes and below its cell", async () => {
    const colourOf = (place: string, property: "color" | "border-bottom-color") =>
      editor.locator(place).evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    await click("wirenote-detail-tree [data-key='tcp/tcp.checksum']");
    const colours = new Set<string>();
    for (const [field, byte] of Object.entries({ srcport: 40, seq_raw: 44, ack_raw: 48, window_size_value: 54 })) {
      const colour = await colourOf(`wirenote-bytes #byte-${byte}`, "color");
      assert.equal(await colourOf(`wirenote-header [data-key='tcp/tcp.${field}']`, "border-bottom-color"), colour, field);
      colours.add(colour);
    }
    assert.equal(colours.size, 4);
  });

  it("light what is pointed at, in all of them", async () => {
    await editor.locator("wirenote-header [data-key='tcp/tcp.srcport']").hover();
    await editor.locator("wirenote-detail-tree .pointed[data-key='tcp/tcp.srcport']").waitFor();
    await editor.locator("wirenote-bytes .lit:not(.chosen)").first().waitFor();
    await editor.locator("wirenote-bytes .line > .byte", { hasText: "fe" }).first().hover();
    await editor.locator("wirenote-header .pointed[data-key='tcp/tcp.checksum']").waitFor();
  });

  it("count sequence numbers from the first, or show those on the wire", async () => {
    const info = editor.locator("wirenote-packet-list #packet-2 .info");
    const raw = await waitFor("the number in the header", () =>
      editor
        .locator("wirenote-header [data-key='tcp/tcp.seq_raw'] span")
        .textContent()
        .then((text) => /\((\d+)\)/.exec(text ?? "")?.[1]),
    );
    await editor.locator(".choice button", { hasText: "Raw" }).click();
    await waitFor("numbers on the wire", async () => (await info.textContent())?.includes(`Seq=${raw} `));
    await editor.locator(".choice button", { hasText: "Relative" }).click();
    await waitFor("relative numbers", async () => (await info.textContent())?.includes("Seq=0 "));
  });

  it("show where a filter is wrong, and in which way", async () => {
    const input = editor.locator("wirenote-filter-box input");
    await input.fill("tcp.flags.fin == 1 and tcp.nothing");
    await workbench.page.keyboard.press("Enter");
    const problem = editor.locator("wirenote-filter-box .problem");
    await problem.waitFor();
    await waitForEqual("tcp.nothing", () => editor.locator("wirenote-filter-box mark").textContent());
    await waitForMatch(/There is no field or protocol “tcp\.nothing”/, async () => (await problem.textContent()) ?? "");
    await waitForEqual(6, () => editor.locator("wirenote-packet-list .body [role=row]").count());
  });

  it("offer what may be written, and show only what fits", async () => {
    const input = editor.locator("wirenote-filter-box input");
    await input.fill("");
    await input.pressSequentially("tcp.flags.fi");
    const item = editor.locator("wirenote-filter-box [role=option]").first();
    await waitFor("its name and label", async () => /tcp\.flags\.fin\s*FIN/.test((await item.textContent()) ?? ""));
    await workbench.page.keyboard.press("ArrowDown");
    await workbench.page.keyboard.press("Tab");
    await waitForEqual("tcp.flags.fin ", () => input.inputValue());
    await input.pressSequentially("== 1");
    await workbench.page.keyboard.press("Enter");
    await waitFor("the count", async () => (await editor.locator("wirenote-filter-box .count").textContent()) === "2 of 6");
    const numbers = editor.locator("wirenote-packet-list .body .number");
    await waitForEqual(["4", "5"], () => numbers.allTextContents());
    await editor.locator("wirenote-packet-list [role=grid]").focus();
    await workbench.page.keyboard.press("End");
    await editor.locator("wirenote-packet-list [aria-selected=true]#packet-5").waitFor();
  });

  it("can be hidden and resized by keyboard, and all of it comes back with the tab", async () => {
    await click("wirenote-header [data-key='tcp/tcp.window_size_value']");
    await editor.locator("vscode-toolbar-button[icon=git-compare]").click();
    await editor.locator("wirenote-ladder").waitFor({ state: "detached" });
    const border = editor.locator("[role=separator][aria-label='Height of the packet list']");
    const before = Number(await border.getAttribute("aria-valuenow"));
    await border.focus();
    await workbench.page.keyboard.press("ArrowUp");
    await waitFor("the border", async () => Number(await border.getAttribute("aria-valuenow")) === before - 2);
    await workbench.openFile("note.md");
    await waitFor("the capture's page to go", async () => editor.isDetached());
    await workbench.openFile("handshake.cap");
    // VS Code may load the page twice while it shows the tab again
    await waitFor("all of it", async () => {
      editor = await workbench.webviewFrame("wirenote-editor");
      const now = await Promise.all([
        editor.locator("wirenote-filter-box .count").textContent({ timeout: 1000 }),
        editor.locator("wirenote-packet-list [aria-selected=true] .number").textContent({ timeout: 1000 }),
        editor.locator("wirenote-detail-tree [aria-selected=true]").getAttribute("data-key", { timeout: 1000 }),
        editor.locator("wirenote-ladder").count(),
      ]).catch(() => []);
      return now.join(" | ") === "2 of 6 | 5 | tcp/tcp.window_size_value | 0";
    });
  });

  it("are as in a new workspace again where that is wanted, in all captures, at the same packet", async () => {
    await editor.locator("wirenote-list-head [data-id=length]").click({ button: "right" });
    await editor.locator("wirenote-menu [role^=menuitem]", { hasText: "Hide Length" }).click();
    await editor.locator("wirenote-list-head [data-id=length]").waitFor({ state: "detached" });
    await workbench.openFile("lossy-download.cap");
    const other = await workbench.webviewFrame("wirenote-packet-list #packet-7");
    await other.locator("wirenote-ladder").waitFor({ state: "detached" });
    await workbench.runCommand("Wirenote: Reset the Layout of Captures");
    await other.locator("wirenote-ladder").waitFor();
    // and where it is not seen, once it is
    await workbench.openFile("handshake.cap");
    await waitFor("its flow", async () => {
      editor = await workbench.webviewFrame("wirenote-packet-list #packet-5[aria-selected=true]");
      const ladders = await editor
        .locator("wirenote-ladder")
        .count()
        .catch(() => 0);
      return ladders > 0;
    });
    await editor.locator("wirenote-list-head [data-id=length]").waitFor();
    const border = editor.locator("[role=separator][aria-label='Height of the packet list']");
    await waitForEqual("46", () => border.getAttribute("aria-valuenow"));
    await waitForEqual("2 of 6", () => editor.locator("wirenote-filter-box .count").textContent());
    await editor.locator("wirenote-packet-list [aria-selected=true]#packet-5").waitFor();
  });

  it("become tabs where it is narrow", async () => {
    await workbench.page.setViewportSize({ width: 900, height: 800 });
    await editor.locator("#tab-flow").waitFor();
    await editor.locator("#tab-flow").focus();
    await workbench.page.keyboard.press("ArrowRight");
    await editor.locator("#tab-detail[aria-selected=true]").waitFor();
    await editor.locator("wirenote-detail-tree").waitFor();
    await editor.locator("wirenote-bytes").waitFor({ state: "detached" });
  });

  it("have there what a short list leaves of its room, until its border is moved", async () => {
    const height = async () => (await editor.locator("wirenote-packet-list").boundingBox())!.height;
    // for all of the capture's, whatever the filter shows of them
    const rows = 6 * (await editor.locator("wirenote-packet-list #packet-4").boundingBox())!.height;
    const before = await height();
    assert.ok(before > rows && before < rows + 80, `${before} for ${rows}`);
    await editor.locator("[role=separator][aria-label='Height of the packet list']").focus();
    await workbench.page.keyboard.press("ArrowDown");
    await waitFor("the border to move", async () => (await height()) > before);
    assert.ok((await height()) < before + 40);
  });

  it("stand beside the list, as tabs, where it is low", async () => {
    await workbench.page.setViewportSize({ width: 1600, height: 360 });
    const box = (selector: string) => editor.locator(selector).boundingBox();
    await waitFor("the panes to stand beside the list", async () => {
      const [list, pane] = [await box("wirenote-packet-list"), await box("#tab-panel")];
      return list && pane && pane.x >= list.x + list.width && Math.abs(pane.y - list.y) < 10;
    });
    await editor.locator("#tab-header").click();
    await editor.locator("wirenote-header .diagram").waitFor();
  });

  it("leave no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
});
