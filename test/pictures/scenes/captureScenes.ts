import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type { Workbench } from "../../host/workbench";
import { large, narrow, type Scene, wide } from "./scene";

export async function showCapture(workbench: Workbench): Promise<void> {
  await workbench.openFile("handshake.cap");
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-ladder .arrow[data-frame='6']").click();
  await editor.locator("wirenote-packet-list [role=grid]").focus();
  await workbench.page.keyboard.press("Home");
  await workbench.page.keyboard.press("ArrowDown");
  // all panes follow, one after the other
  await workbench.page.waitForTimeout(1000);
}

/** A flag of the handshake's second packet, in all three panes. */
async function showField(workbench: Workbench): Promise<void> {
  await showCapture(workbench);
  const editor = await workbench.webviewFrame("wirenote-editor");
  const bar = editor.locator("wirenote-header [data-key='tcp/tcp.ack_raw']");
  if (!(await bar.isVisible())) await editor.locator("#tab-header").click();
  await bar.click();
}

/** The bench alone, as large as a person makes it to study. */
async function showBench(workbench: Workbench): Promise<void> {
  await showField(workbench);
  await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-bytes .byte.chosen").first().waitFor();
  // the panes take their new sizes
  await workbench.page.waitForTimeout(1000);
}

/** All that takes room, in an editor that has little of it. */
async function showLong(workbench: Workbench): Promise<void> {
  await workbench.openFile("long.pcap");
  await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-packet-list #packet-1").click();
  await editor.locator("wirenote-flow .sum").waitFor();
  // the panes take their new sizes
  await workbench.page.waitForTimeout(1000);
}

/** Beside the note that it belongs to. */
async function showBesideNote(workbench: Workbench): Promise<void> {
  await workbench.openFile("note.md");
  await workbench.runCommand("View: Split Editor Right");
  await showLong(workbench);
}

/** What people bring: cut short while it was copied. */
async function showDamaged(workbench: Workbench): Promise<void> {
  await workbench.openFile("damaged.pcap");
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator(".notice vscode-icon .codicon").waitFor();
  await editor.locator("wirenote-ladder .arrow").first().waitFor();
}

/** It was written on while it is open, and is damaged besides. */
async function showChanged(workbench: Workbench, folder: string): Promise<void> {
  await showDamaged(workbench);
  appendFileSync(join(folder, "damaged.pcap"), Uint8Array.of(0));
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator(".notice.info vscode-icon .codicon").waitFor();
}

/** A text, where a capture was meant. */
async function showText(workbench: Workbench): Promise<void> {
  await workbench.openFile("pasted.pcap");
  await (await workbench.webviewFrame(".nothing-to-show")).locator("vscode-icon .codicon").waitFor();
}

/** Four gigabytes while they are read, when that was given up, and when they have been read: one would be read before it is seen. */
export const showLarge =
  (until: "reading" | "given up" | "read") =>
  async (workbench: Workbench): Promise<void> => {
    await workbench.openFile("large.pcap");
    const editor = await workbench.webviewFrame("wirenote-packet-list .row:not(.waiting)");
    const strip = editor.locator("wirenote-work");
    if (until === "reading") return strip.waitFor();
    if (until === "given up") await strip.locator("button").dispatchEvent("click");
    await strip.waitFor({ state: "detached" });
    await editor.locator("wirenote-ladder .arrow").first().waitFor();
  };

export const captureScenes: readonly Scene[] = [
  { name: "capture-dark", theme: "Dark Modern", size: large, forReadme: true, show: showBench },
  { name: "capture-light", theme: "Light Modern", size: wide, show: showCapture },
  { name: "capture-high-contrast", theme: "Dark High Contrast", size: wide, show: showCapture },
  { name: "capture-high-contrast-light", theme: "Light High Contrast", size: wide, show: showCapture },
  { name: "capture-chinese", locale: "zh-cn", theme: "Dark Modern", size: wide, show: showCapture },
  { name: "capture-narrow", theme: "Light Modern", size: narrow, show: showCapture },
  // as much as a window of 1400 × 900 shows at 200 %
  { name: "capture-twice-as-large", theme: "Light Modern", size: { width: 700, height: 450 }, show: showCapture },
  { name: "capture-1100", theme: "Light Modern", size: { width: 1100, height: 800 }, show: showLong },
  { name: "capture-400", theme: "Dark Modern", size: { width: 460, height: 800 }, show: showLong },
  { name: "capture-low", theme: "Light Modern", size: { width: 1400, height: 360 }, show: showLong },
  { name: "capture-long-chinese", locale: "zh-cn", theme: "Light High Contrast", size: wide, show: showLong },
  { name: "capture-beside-note", theme: "Light Modern", size: { width: 1600, height: 900 }, show: showBesideNote },
  { name: "large-reading", theme: "Dark Modern", size: wide, isLarge: true, show: showLarge("reading") },
  { name: "large-given-up", theme: "Light Modern", size: wide, isLarge: true, show: showLarge("given up") },
  { name: "large-read", theme: "Dark Modern", size: wide, isLarge: true, show: showLarge("read") },
  { name: "capture-text", theme: "Light Modern", size: wide, show: showText },
  { name: "capture-changed", locale: "zh-cn", theme: "Dark Modern", size: wide, show: showChanged },
  { name: "capture-damaged", theme: "Dark Modern", size: wide, show: showDamaged },
  { name: "field-dark", theme: "Dark Modern", size: large, show: showField },
  { name: "field-light", theme: "Light Modern", size: large, show: showField },
  { name: "field-high-contrast", theme: "Dark High Contrast", size: large, show: showField },
  { name: "field-narrow", theme: "Light Modern", size: narrow, show: showField },
];
