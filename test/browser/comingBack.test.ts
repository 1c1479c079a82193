import { strict as assert } from "node:assert";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Frame, Locator } from "playwright-core";
import { writeCapture } from "../bench/captures";
import { launchChromium } from "../host/chromium";
import { inRepository } from "../host/repository";
import { startVsCode, type VsCodeServer } from "../host/vscodeServer";
import { waitFor, waitForEqual } from "../host/waitFor";
import { openWorkbench, type Workbench } from "../host/workbench";

const packets = 5000;
/** The packet that is selected, and the place that is scrolled to, far from it. */
const selected = 2;
const place = 3000;

describe("a capture that is looked at again", () => {
  let server: VsCodeServer;
  let browser: Browser;
  let workbench: Workbench;
  let editor: Frame;
  const folder = mkdtempSync(join(tmpdir(), "wirenote-back-"));
  const options = {
    folder,
    settings: { "wirenote.capture.time": "utc", "wirenote.capture.notation": "stevens" },
    userData: mkdtempSync(join(tmpdir(), "wirenote-back-data-")),
  };

  before(async () => {
    cpSync(inRepository("samples", "handshake.cap"), join(folder, "handshake.cap"));
    cpSync(inRepository("samples", "note.md"), join(folder, "note.md"));
    writeCapture(join(folder, "many.pcap"), "tiny", packets);
    server = await startVsCode(options);
    browser = await launchChromium();
    workbench = await openWorkbench(server, { browser });
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    for (const made of [folder, options.userData]) rmSync(made, { recursive: true, force: true });
  });

  const list = () => editor.locator("wirenote-packet-list");
  const choice = (name: string): Locator => editor.locator(`wirenote-flow select[aria-label="${name}"]`);
  const label = () => editor.locator("wirenote-ladder .label").first().textContent({ timeout: 1000 });

  async function open(name: string): Promise<void> {
    await workbench.openFile(name);
    editor = await workbench.webviewFrame("wirenote-ladder .arrow");
  }

  /** What a person would say of it: where the list stands, what is selected, how the flow is written, how many are marked. */
  async function looked(): Promise<unknown> {
    const states = await workbench.webviewFrame("wirenote-packet-list .row").then((frame) => {
      editor = frame;
      return Promise.all([
        list().locator(".body .row:not(.waiting)").first().getAttribute("data-place", { timeout: 1000 }),
        editor.locator("wirenote-meaning").count(),
        editor.locator(".title h2", { hasText: `Segment ${selected}` }).count(),
        choice("Notation").inputValue({ timeout: 1000 }),
        choice("Time").inputValue({ timeout: 1000 }),
        label(),
        workbench.page.locator(".statusbar-item", { hasText: "1 marked" }).count(),
      ]);
    });
    return states;
  }
  const isBack = () =>
    waitForEqual([String(place), 1, 1, "tcpdump", "proportional", expectedLabel, 1], () => looked().catch(() => undefined));
  let expectedLabel: string | null = "";

  /** The capture's page in each of its views. */
  async function pages(): Promise<Frame[]> {
    const frames = workbench.page.frames().filter((frame) => frame.url().includes("/fake.html"));
    const lists = await Promise.all(frames.map((frame) => countOf(frame, "wirenote-packet-list .row")));
    return frames.filter((_, i) => lists[i] > 0);
  }
  /** Of a page that may be going. */
  const countOf = (frame: Frame, selector: string) =>
    frame
      .locator(selector)
      .count()
      .catch(() => 0);
  const propertyOf = (frame: Frame, name: "top" | "selected") =>
    frame.locator("wirenote-packet-list").evaluate((element, key) => (element as unknown as Record<string, number>)[key], name);
  const topOf = (frame: Frame) => propertyOf(frame, "top");
  const selectedIn = (frame: Frame) => propertyOf(frame, "selected");

  it("begins with what the settings say", async () => {
    await open("many.pcap");
    assert.equal(await editor.locator("select.times").inputValue(), "UTC");
    assert.equal(await choice("Notation").inputValue(), "stevens");
    await waitFor("Stevens' notation", async () => /^SYN \d+\(0\) win/.test((await label()) ?? ""));
  });

  it("has the same rows at its top, the same selection and the same flow after it was hidden", async () => {
    await list().locator(`#packet-${selected}`).click();
    await workbench.page.keyboard.press("Control+m");
    await choice("Notation").selectOption("tcpdump");
    await choice("Time").selectOption("proportional");
    await waitFor("tcpdump's notation", async () => (await label())?.startsWith("Flags ["));
    expectedLabel = await label();
    await list()
      .locator("[role=grid]")
      .evaluate((grid, top) => {
        grid.scrollTop = top;
      }, place * 22);
    // the editor has taken note of where the list rests
    await waitFor("the place", () => list().evaluate((element, at) => (element as unknown as { top: number }).top === at, place));
    await isBack();
    await workbench.openFile("note.md");
    await waitFor("the capture's page to go", async () => editor.isDetached());
    await workbench.openFile("many.pcap");
    await isBack();
  });

  it("has them after the window is loaded again", async () => {
    await workbench.runCommand("Developer: Reload Window");
    await workbench.page.waitForFunction("globalThis.driver === undefined");
    await isBack();
  });

  async function closeWindow(): Promise<BrowserContext> {
    const { page } = workbench;
    const closed = page.waitForEvent("close");
    await page.close({ runBeforeUnload: true });
    await closed;
    return page.context();
  }

  it("has them in another window of the same VS Code, after the first was closed", async () => {
    workbench = await openWorkbench(server, { browser, context: await closeWindow() });
    await isBack();
  });

  it("has them after VS Code was ended and started again", async () => {
    const context = await closeWindow();
    const { port } = server;
    await server.stop();
    server = await startVsCode({ ...options, port });
    workbench = await openWorkbench(server, { browser, context });
    await isBack();
  });

  it("has them in a second view of it", async () => {
    await workbench.runCommand("View: Split Editor Right");
    await waitFor("two pages", async () => (await pages()).length === 2);
    await waitForEqual([place, place], async () => Promise.all((await pages()).map(topOf)));
    await waitForEqual([selected, selected], async () => Promise.all((await pages()).map(selectedIn)));
  });

  it("has them after it was closed and opened again", async () => {
    await workbench.runCommand("View: Close All Editors");
    await waitFor("the pages to go", async () => (await pages()).length === 0);
    await workbench.openFile("many.pcap");
    await isBack();
  });

  it("gives the flow of another capture the same look", async () => {
    await open("handshake.cap");
    await waitForEqual(["tcpdump", "proportional"], () =>
      Promise.all([choice("Notation").inputValue(), choice("Time").inputValue()]),
    );
  });

  it("leaves no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
});
