import { strict as assert } from "node:assert";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { writeCapture } from "../bench/captures";
import { waitForClipboard } from "../host/clipboard";
import { sharedVsCode } from "../host/sharedVsCode";
import { waitFor } from "../host/waitFor";
import type { Workbench } from "../host/workbench";

describe("the flow by keyboard alone", () => {
  const vscode = sharedVsCode({}, (folder) => writeCapture(join(folder, "single.pcap"), "single", 400));
  let workbench: Workbench;
  let editor: Frame;

  before(async () => {
    workbench = vscode.workbench;
    await workbench.openFile("single.pcap");
    editor = await workbench.webviewFrame("wirenote-editor");
    await editor.locator("wirenote-ladder .arrow.selected").waitFor();
  });

  const press = (key: string) => workbench.page.keyboard.press(key);
  const row = (selector: string) => editor.locator(`wirenote-ladder tr${selector}`);
  const selectedFrame = () =>
    row("[aria-selected=true] td")
      .first()
      .textContent({ timeout: 2000 })
      .catch(() => "");

  const otherThan = (before: string) =>
    waitFor("the next row", async () => {
      const now = await selectedFrame();
      return now && now !== before ? now : undefined;
    });

  it("reaches a folded run, unfolds it, goes through its segments and folds it again", async () => {
    await editor.locator("wirenote-ladder [role=grid]").focus();
    await waitFor("the first segment", async () => (await selectedFrame()) === "1");
    for (let before = "1"; !before.includes("–"); before = await otherThan(before)) await press("ArrowDown");
    const run = await selectedFrame();
    const first = /^\d+/.exec(run ?? "")?.[0];
    assert.match(run ?? "", /^\d+–\d+$/);
    await press("ArrowRight");
    await row("[aria-expanded=true]").first().waitFor({ state: "attached" });
    await waitFor("its first segment", async () => (await selectedFrame()) === first);
    await press("ArrowDown");
    await waitFor("the next", async () => (await selectedFrame()) === String(Number(first) + 1));
    await press("ArrowLeft");
    await waitFor("the run", async () => (await selectedFrame()) === run);
  });

  const copies: readonly (readonly [string, RegExp])[] = [
    ["SVG picture", /^<svg xmlns=.*<\/svg>\s*$/s],
    ["Mermaid", /^sequenceDiagram\n/],
    ["Plain text", /^Connection 0/],
    ["Markdown", /^### Connection 0/],
  ];
  for (const [label, expected] of copies)
    it(`puts it on the clipboard: ${label}`, async () => {
      await editor.locator("wirenote-ladder [role=grid]").focus();
      await workbench.runCommand("Wirenote: Export the Flow");
      await workbench.page.locator(".quick-input-title", { hasText: "Export the flow" }).waitFor();
      const rows = workbench.page.locator(".quick-input-list .monaco-list-row");
      await workbench.page.keyboard.type(label);
      // to a file stands first; while the list is still narrowed down it goes back there
      const focused = workbench.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: label });
      await waitFor("the way to the clipboard", async () => {
        if ((await focused.filter({ hasText: "Copy" }).count()) > 0 && (await rows.count()) === 2) return true;
        await press("ArrowDown");
        return false;
      });
      await press("Enter");
      await waitForClipboard(workbench.page, expected);
    });

  it("puts a picture of it on the clipboard", async () => {
    await editor.locator("wirenote-flow .copyPicture button").focus();
    await press("Enter");
    await editor.locator("wirenote-flow [role=status]", { hasText: "The picture was copied." }).waitFor({ state: "attached" });
    const size = await workbench.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const picture = await createImageBitmap(await item.getType("image/png"));
      return [picture.width, picture.height];
    });
    assert.ok(size[0] > 800 && size[1] > 800, `${size}`);
  });

  it("leaves no error in the console or the extension host's log", () => assert.deepEqual(workbench.problems(), []));
});
