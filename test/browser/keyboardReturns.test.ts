import { strict as assert } from "node:assert";
import type { Frame } from "playwright-core";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor, waitForEqual } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

/** Milliseconds in which VS Code gives the keyboard to a page that it shows, if it does. */
const patience = 5000;

describe("the keyboard comes back to the capture editor", () => {
  const vscode = sharedVsCode({});
  let workbench: Workbench;
  let editor: Frame;
  before(async () => {
    workbench = vscode.workbench;
    await workbench.openFile("handshake.cap");
    editor = await workbench.webviewFrame("wirenote-editor");
    await editor.locator("wirenote-packet-list [aria-selected=true]#packet-1").waitFor();
  });

  const press = (key: string) => workbench.page.keyboard.press(key);
  const selected = () => editor.locator("wirenote-packet-list [aria-selected=true]").getAttribute("id");
  const holder = () => editor.evaluate(holderInPage);
  const palette = () => workbench.page.locator(".quick-input-widget input[type=text]").first();

  /** Shows the capture, whose page VS Code gives the keyboard; where that page comes late it would not have it. */
  async function show(): Promise<void> {
    await workbench.openFile("handshake.cap");
    editor = await workbench.webviewFrame("wirenote-editor");
    await editor.locator("wirenote-flow .sum").waitFor();
    const isHere = () => waitFor("the page to have the keyboard", async () => (await holder()) !== undefined, patience);
    // asked for again and again it would never come
    await waitFor("the keyboard", async () => {
      const came = await isHere().catch(() => false);
      if (!came) await press("Control+1");
      return came;
    });
  }

  async function throughPalette(): Promise<void> {
    await press("F1");
    // a key that comes before the palette has the keyboard is the page's
    await waitFor("the palette", () => palette().evaluate((input) => input.matches(":focus")));
    await press("Escape");
    await palette().waitFor({ state: "hidden" });
  }

  it("in the packet list, when a capture has just been opened", async () => {
    await waitForEqual("wirenote-packet-list", holder);
    await press("ArrowDown");
    await waitForEqual("packet-2", selected);
  });

  it("in the list after VS Code's palette, so that the arrow keys go on", async () => {
    await throughPalette();
    await waitForEqual("wirenote-packet-list", holder);
    await press("ArrowDown");
    await waitForEqual("packet-3", selected);
  });

  it("in any other pane that had it, too", async () => {
    await editor.locator("wirenote-detail-tree [role=tree]").focus();
    await throughPalette();
    await waitForEqual("wirenote-detail-tree", holder);
    await editor.locator("wirenote-filter-box input").focus();
    await throughPalette();
    await waitForEqual("wirenote-filter-box", holder);
  });

  it("in the list where the pane that had it is hidden by a command", async () => {
    await editor.locator("wirenote-bytes [tabindex='0']").first().focus();
    await workbench.runCommand("Wirenote: Show or Hide the Bytes");
    await editor.locator("wirenote-bytes").waitFor({ state: "detached" });
    await waitForEqual("wirenote-packet-list", holder);
    await workbench.runCommand("Wirenote: Show or Hide the Bytes");
  });

  it("in the list, when its tab is shown again", async () => {
    await workbench.openFile("note.md");
    await waitFor("the page to go", async () => editor.isDetached());
    await show();
    await waitForEqual("packet-3", selected);
    await waitForEqual("wirenote-packet-list", holder);
    await press("ArrowUp");
    await waitForEqual("packet-2", selected);
  });

  it("in the list of connections, where that is seen, and when its tab is shown again", async () => {
    await workbench.runCommand("Wirenote: List the Connections");
    await waitForEqual("wirenote-connection-list", holder);
    await workbench.openFile("note.md");
    await waitFor("the page to go", async () => editor.isDetached());
    await show();
    await waitForEqual("wirenote-connection-list", holder);
    await editor.locator("wirenote-connection-list [role=grid][aria-activedescendant]").waitFor();
    // a key that comes just while VS Code gives the page the keyboard is lost
    await waitFor("the packets", async () => {
      await press("Enter");
      return (await holder()) === "wirenote-packet-list";
    });
  });

  it("leaves no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
});

/** Runs in the page: the part of the editor that has the keyboard. */
function holderInPage(): string | undefined {
  if (!document.hasFocus()) return undefined;
  return document.activeElement?.shadowRoot?.activeElement?.localName;
}
