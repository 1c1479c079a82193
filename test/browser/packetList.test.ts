import { strict as assert } from "node:assert";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { writeCapture } from "../bench/captures";
import { commentedCapture, lossCapture } from "../dsl/lossStory";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

const large = 20_000;

describe("the packet list", () => {
  const vscode = sharedVsCode({ size: { width: 1500, height: 1400 } }, (folder) => {
    writeFileSync(join(folder, "story.pcap"), lossCapture());
    writeFileSync(join(folder, "commented.pcapng"), commentedCapture());
    writeCapture(join(folder, "many.pcap"), "tiny", large);
  });
  let workbench: Workbench;
  let editor: Frame;

  before(() => {
    workbench = vscode.workbench;
  });

  const list = (selector: string) => editor.locator(`wirenote-packet-list ${selector}`);
  async function open(name: string, packets: number): Promise<void> {
    await workbench.runCommand("View: Close All Editors");
    await workbench.openFile(name);
    editor = await workbench.webviewFrame("wirenote-editor");
    await list(`[role=grid][aria-rowcount='${packets + 1}']`).waitFor();
    await list(".body [role=row]:not(.waiting)").first().waitFor();
  }
  const texts = (selector: string) => list(`.body ${selector}`).allTextContents();
  const isSelected = (number: number) => list(`[aria-selected=true]#packet-${number}`).waitFor();
  const focusList = () => list("[role=grid]").focus();
  const press = (key: string) => workbench.page.keyboard.press(key);
  const head = (id: string) => editor.locator(`wirenote-list-head [data-id=${id}]`);
  const menuItem = (name: string) =>
    editor.locator("wirenote-menu [role^=menuitem]", { hasText: new RegExp(`^\\s*✓?\\s*${name}\\s*$`) });
  const heads = () =>
    editor.locator("wirenote-list-head [data-id]").evaluateAll((each) => each.map((one) => one.getAttribute("data-id")));

  it("marks the connection, and what the selected packet acknowledges and repeats, by signs and words", async () => {
    await open("story.pcap", 12);
    await list("#packet-10").click();
    await isSelected(10);
    await list("#packet-9 .relation").waitFor();
    const relations = await list(".body [role=row]").evaluateAll((rows) =>
      rows.flatMap((row) => {
        const sign = row.querySelector(".relation")?.textContent;
        return sign ? [`${row.id}${sign}${row.querySelector(".gutter")?.getAttribute("aria-label")?.split("; ")[1]}`] : [];
      }),
    );
    assert.deepEqual(
      relations,
      [5, 6, 9].map((number) => `packet-${number}✓Packet 10 acknowledges this`),
    );
    assert.equal(await list("#packet-1 .gutter.first").count(), 1);
    assert.equal(await list("#packet-12 .gutter.last").count(), 1);
    await list("#packet-9").click();
    await list("#packet-5 .relation").filter({ hasText: "↻" }).waitFor();
  });

  it("says with a sign and a name what is remarkable", async () => {
    const marks = await list(".body .mark").evaluateAll((all) => all.map((mark) => mark.getAttribute("aria-label")));
    assert.deepEqual(marks, ["duplicate ACK", "retransmission"]);
    assert.equal(await list("#packet-9.trouble").count(), 1);
  });

  it("sorts by a click on a head, up, down and not at all, and keeps what is selected in sight", async () => {
    await head("length").click();
    await waitFor(
      "the shortest first",
      async () => (await texts(".length")).join() === [...(await texts(".length"))].sort((a, b) => Number(a) - Number(b)).join(),
    );
    assert.equal(await head("length").getAttribute("aria-sort"), "ascending");
    await head("length").click();
    await waitFor("the longest first", async () => (await texts(".number")).slice(0, 4).join() === "4,5,6,9");
    await isSelected(9);
    await focusList();
    await press("Home");
    await isSelected(4);
    await press("ArrowDown");
    await isSelected(5);
    await head("length").click();
    await waitFor(
      "the capture's order",
      async () => (await texts(".number")).join() === Array.from({ length: 12 }, (_, i) => i + 1).join(),
    );
    assert.equal(await head("length").getAttribute("aria-sort"), "none");
  });

  it("finds in Info and in bytes, forward and back, and goes on at the other end", async () => {
    await focusList();
    await press("Home");
    await isSelected(1);
    await press("Control+f");
    const input = editor.locator("wirenote-find-bar input");
    await input.waitFor();
    await input.fill("len=100");
    await press("Enter");
    await isSelected(4);
    await press("Enter");
    await isSelected(5);
    await press("Shift+Enter");
    await press("Shift+Enter");
    await isSelected(9);
    await editor.locator("wirenote-find-bar .told", { hasText: "other end" }).waitFor();
    await input.fill("no such thing");
    await press("Enter");
    await editor.locator("wirenote-find-bar .told.nothing").waitFor();
    await editor.locator("wirenote-find-bar select").selectOption({ index: 2 });
    await input.fill("0a00000");
    await press("Enter");
    await editor.locator("wirenote-find-bar [aria-invalid=true]").waitFor();
    await input.fill("50 14");
    await press("Enter");
    await isSelected(12);
    await press("Escape");
    await editor.locator("wirenote-find-bar").waitFor({ state: "detached" });
  });

  it("steps through problems and through the connection by VS Code's keys", async () => {
    await focusList();
    await press("Home");
    await isSelected(1);
    for (const number of [8, 9, 12, 8]) {
      await press("F8");
      await isSelected(number);
    }
    await press("Shift+F8");
    await isSelected(12);
    await press("Control+,");
    await isSelected(11);
    await press("Control+.");
    await isSelected(12);
  });

  it("hides, moves and resizes columns by mouse and keyboard, and keeps them in the workspace", async () => {
    await head("protocol").click({ button: "right" });
    await menuItem("Hide Protocol").click();
    await waitFor("no protocols", async () => !(await heads()).includes("protocol"));
    await head("length").focus();
    await press("Alt+ArrowLeft");
    await waitFor(
      "the length before the destination",
      async () => (await heads()).join() === "number,time,source,length,destination,info",
    );
    const width = async () => (await head("length").boundingBox())!.width;
    const before = await width();
    await press("Shift+ArrowRight");
    await waitFor("a wider column", async () => Math.round((await width()) - before) === 8);
    const from = (await head("info").boundingBox())!;
    const to = (await head("source").boundingBox())!;
    await workbench.page.mouse.move(from.x + 20, from.y + 10);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(to.x + 30, to.y + 10, { steps: 5 });
    await workbench.page.mouse.up();
    await waitFor("Info before the source", async () => (await heads()).join() === "number,time,info,source,length,destination");
    await open("commented.pcapng", 12);
    await waitFor("the same columns", async () => (await heads()).join() === "number,time,info,source,length,destination");
    await head("number").focus();
    await press("Shift+F10");
    await menuItem("Reset columns").click();
    await waitFor("all columns", async () => (await heads()).length === 7);
  });

  it("tells times in every way, to the nanosecond where the file has them", async () => {
    const time = () => list("#packet-9 .time").textContent();
    const kinds: readonly (readonly [string, string])[] = [
      ["Time", "0.500000000"],
      ["Delta", "0.493000000"],
      ["Delta in connection", "0.493000000"],
      ["UTC", "2023-11-14 22:13:20.623456789"],
      ["Epoch", "1700000000.623456789"],
    ];
    for (const [label, expected] of kinds) {
      await editor.locator("select.times").selectOption({ label });
      await waitFor(label, async () => (await time()) === expected);
    }
    await editor.locator("select.times").selectOption({ index: 0 });
  });

  it("shows comments, and names once they are wanted", async () => {
    assert.equal(await list("#packet-4 .comment").getAttribute("aria-label"), "Comment: Here the trouble begins.");
    await head("source").click({ button: "right" });
    await menuItem("Names of hosts and ports").click();
    await waitFor("the name of the host", async () => (await list("#packet-1 .source").textContent()) === "my-laptop");
    assert.match((await list("#packet-1 .info").textContent())!, /→ http\(80\)/);
    await head("source").click({ button: "right" });
    await menuItem("Names of hosts and ports").click();
    await waitFor("the address", async () => (await list("#packet-1 .source").textContent()) === "10.0.0.1");
  });

  it("has in the page only what is on screen, wherever it is scrolled to", async () => {
    await open("many.pcap", large);
    await focusList();
    await press("End");
    await isSelected(large);
    const rows = list(".body [role=row]");
    assert.ok((await rows.count()) < 60, String(await rows.count()));
    assert.equal(await list(`#packet-${large}`).getAttribute("aria-rowindex"), String(large + 1));
    await press("PageUp");
    await waitFor(
      "a page less",
      async () =>
        (await list(`#packet-${large}`).count()) === 1 &&
        (await list("[aria-selected=true]").getAttribute("id")) !== `packet-${large}`,
    );
    await list("[role=grid]").evaluate((grid) => {
      grid.scrollTop = grid.scrollHeight / 2;
    });
    await waitFor("the middle", async () => {
      const places = await list(".body [role=row]:not(.waiting)").evaluateAll((each) =>
        each.map((row) => Number(row.getAttribute("aria-rowindex"))),
      );
      return (
        places.length > 3 &&
        Math.abs(places[0] - large / 2) < 200 &&
        places.every((place, i) => i === 0 || place === places[i - 1] + 1)
      );
    });
    await press("Home");
    await isSelected(1);
  });

  it("sorts thousands of rows by their texts", async () => {
    await head("info").click();
    await editor.locator("wirenote-list-head [data-id=info][aria-sort=ascending]").waitFor();
    await focusList();
    await waitFor("the lowest port first", async () => {
      await press("Home");
      return /^443 → 20000/.test((await texts(".info"))[0] ?? "");
    });
    await head("info").click();
    await head("info").click();
    await editor.locator("wirenote-list-head [data-id=info][aria-sort=none]").waitFor();
    await focusList();
    await waitFor("the capture's order", async () => {
      await press("Home");
      return (await texts(".number"))[0] === "1";
    });
  });

  it("shows behind its scroll bar where in it there is trouble, where the connection is, and where the selected packet stands", async () => {
    const ruler = (part: string) => list(`wirenote-overview-ruler .${part}`);
    /** Tops of what is marked, in shares of the height. */
    const tops = async (part: string) => {
      const height = Number(await list("wirenote-overview-ruler svg").getAttribute("height"));
      const path = (await ruler(part).getAttribute("d")) ?? "";
      return Array.from(path.matchAll(/M\d+ ([\d.]+)h/g), ([, top]) => Number(top) / height);
    };
    await open("lossy-download.cap", 952);
    await ruler("problem").waitFor({ state: "attached" });
    // by tshark packet 55 is the first that something is remarkable about, and 948 the last
    const problems = await tops("problem");
    assert.ok(Math.abs(problems[0] - 55 / 952) < 0.01, String(problems[0]));
    assert.ok(Math.abs(problems[problems.length - 1] - 948 / 952) < 0.01, String(problems.at(-1)));
    // all packets are of one connection: that says nothing
    assert.equal(await ruler("connection").count(), 0);
    await focusList();
    await press("End");
    await waitFor("the last packet", async () => (await tops("selected"))[0] > 0.99);
    await open("story.pcap", 12);
    assert.equal(await list("wirenote-overview-ruler svg").count(), 0);
  });

  it("has no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
});
