import type { StreamDirection, StreamFormat } from "../../../src/view/onScreen/streamLook";
import { openFlowTab } from "../../host/flowTab";
import type { Workbench } from "../../host/workbench";
import { showLarge } from "./captureScenes";
import { large, narrowAndHigh, type Scene, wide } from "./scene";

/** What was sent in a connection, at a packet with data. */
const showStream =
  (format: StreamFormat = "text", direction: StreamDirection = "both") =>
  async (workbench: Workbench) => {
    await workbench.openFile("web.talk.pcap");
    const editor = await workbench.webviewFrame("wirenote-editor");
    await openFlowTab(editor, "stream");
    const choices = editor.locator("wirenote-flow .tools select");
    await choices.nth(0).selectOption(direction);
    await choices.nth(1).selectOption(format);
    await editor
      .locator(`wirenote-stream .row ${format === "hex" ? ".digits" : ".said"}`)
      .nth(2)
      .click();
    await editor.locator("wirenote-stream .row[aria-selected=true]").first().waitFor();
    await editor.locator("wirenote-flow .sum h3", { hasText: /[46]/ }).waitFor();
  };

/** Something found in it. */
const showStreamFound =
  (text: string, format: StreamFormat = "text") =>
  async (workbench: Workbench) => {
    await showStream(format)(workbench);
    const editor = await workbench.webviewFrame("wirenote-editor");
    await editor.locator("wirenote-stream [role=listbox]").focus();
    await workbench.page.keyboard.press("Control+f");
    await editor.locator("wirenote-stream wirenote-find-bar input").fill(text);
    await workbench.page.keyboard.press("Enter");
    await editor.locator("wirenote-stream mark").first().waitFor();
  };

/** What was sent in a connection of gigabytes. */
async function showLargeStream(workbench: Workbench): Promise<void> {
  await showLarge("read")(workbench);
  const editor = await workbench.webviewFrame("wirenote-editor");
  await openFlowTab(editor, "stream");
  await editor.locator("wirenote-stream .row[role=option]").first().waitFor();
}

export const streamScenes: readonly Scene[] = [
  { name: "stream-dark", theme: "Dark Modern", size: large, show: showStream() },
  { name: "stream-found", theme: "Dark Modern", size: large, show: showStreamFound("http") },
  {
    name: "stream-found-chinese",
    locale: "zh-cn",
    theme: "Light High Contrast",
    size: wide,
    show: showStreamFound("get", "hex"),
  },
  { name: "stream-hex", theme: "Light Modern", size: large, show: showStream("hex", "server") },
  { name: "stream-chinese", locale: "zh-cn", theme: "Light High Contrast", size: wide, show: showStream() },
  { name: "stream-large", theme: "Light Modern", size: wide, isLarge: true, show: showLargeStream },
  { name: "stream-narrow", theme: "Dark High Contrast", size: narrowAndHigh, show: showStream("hex") },
];
