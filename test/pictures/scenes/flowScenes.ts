import type { flowConversations } from "../../dsl/flowConversations";
import { openFlowTab } from "../../host/flowTab";
import type { Workbench } from "../../host/workbench";
import type { jointCaptures } from "../pictureFolder";
import { large, narrow, narrowAndHigh, type Scene, wide } from "./scene";

/** One of the conversations that show what can happen, with its flow as wide as it can be. */
const showFlow = (capture: keyof typeof flowConversations) => async (workbench: Workbench) => {
  await workbench.openFile(`${capture}.flow.pcap`);
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-ladder .arrow[data-frame='2']").click();
  await editor.locator("wirenote-flow .sum").waitFor();
};

/** The states that its ends go through, in TCP's diagram. */
const showStates = (capture: keyof typeof flowConversations) => async (workbench: Workbench) => {
  await showFlow(capture)(workbench);
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-flow [role=tab]").nth(1).click();
  await editor.locator("wirenote-state-diagram svg").waitFor();
  await editor.locator("wirenote-flow .sum").waitFor();
};

/** What each end may send when a packet has gone by. */
const showWindows = (capture: string, frame: number) => async (workbench: Workbench) => {
  await workbench.openFile(capture);
  const editor = await workbench.webviewFrame("wirenote-editor");
  await openFlowTab(editor, "window");
  await editor.locator(`wirenote-packet-list #packet-${frame}`).click();
  await editor.locator("wirenote-flow .sum h3", { hasText: String(frame) }).waitFor();
  await editor.locator("wirenote-send-windows .bar").first().waitFor();
};

/** All connections of a capture in one flow, at one of its packets. */
const showJointFlow =
  (capture: keyof typeof jointCaptures, frame: number) =>
  async (workbench: Workbench): Promise<void> => {
    await workbench.openFile(`${capture}.joint.pcap`);
    const editor = await workbench.webviewFrame("wirenote-editor");
    await editor.locator("wirenote-ladder .arrow").first().waitFor();
    await editor.locator("wirenote-flow .scope").click();
    // before the way to choose one by one stands all that the filter shows
    await workbench.page.locator(".quick-input-list .monaco-list-row").nth(-2).click();
    await editor.locator("wirenote-joint-ladder .arrow").first().waitFor();
    await workbench.page.keyboard.press("Control+g");
    await workbench.page.locator(".quick-input-widget input[type=text]:focus").fill(String(frame));
    await workbench.page.keyboard.press("Enter");
    await editor.locator(`wirenote-joint-ladder .arrow.selected[data-frame='${frame}']`).waitFor();
    await workbench.page.waitForTimeout(1000);
  };

/** What may be drawn together. */
const showScopes = (capture: keyof typeof jointCaptures) => async (workbench: Workbench) => {
  await workbench.openFile(`${capture}.joint.pcap`);
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-flow .scope").click();
  await workbench.page.locator(".quick-input-list .monaco-list-row").first().waitFor();
};

/** The connections, to be chosen one by one. */
const showChoice = (capture: keyof typeof jointCaptures) => async (workbench: Workbench) => {
  await showScopes(capture)(workbench);
  const list = workbench.page.locator(".quick-input-list");
  await list.locator(".monaco-list-row").last().click();
  await list.locator(".monaco-list-row input[type=checkbox], .monaco-checkbox").first().waitFor();
};

export const flowScenes: readonly Scene[] = [
  { name: "flow-close-3", theme: "Dark Modern", size: large, show: showFlow("close-3") },
  { name: "flow-zero-window", theme: "Light Modern", size: large, show: showFlow("zero-window") },
  { name: "flow-retransmission", theme: "Dark High Contrast", size: large, show: showFlow("retransmission") },
  { name: "flow-simultaneous-close", locale: "zh-cn", theme: "Dark Modern", size: large, show: showFlow("simultaneous-close") },
  { name: "flow-narrow", theme: "Light Modern", size: narrow, show: showFlow("half-close") },
  { name: "flow-states", theme: "Dark Modern", size: large, show: showStates("half-close") },
  { name: "flow-states-chinese", locale: "zh-cn", theme: "Light Modern", size: wide, show: showStates("simultaneous-close") },
  { name: "window-dark", theme: "Dark Modern", size: large, show: showWindows("zero-window.cap", 7) },
  { name: "window-closed", theme: "Light Modern", size: large, show: showWindows("zero-window.flow.pcap", 5) },
  { name: "window-chinese", locale: "zh-cn", theme: "Dark High Contrast", size: wide, show: showWindows("zero-window.cap", 5) },
  {
    name: "window-narrow",
    theme: "Light High Contrast",
    size: narrowAndHigh,
    show: showWindows("zero-window.flow.pcap", 6),
  },
  { name: "window-damaged", theme: "Dark Modern", size: wide, show: showWindows("damaged.pcap", 7) },
  { name: "joint-ftp", theme: "Dark Modern", size: large, show: showJointFlow("ftp", 16) },
  { name: "joint-proxy", theme: "Light Modern", size: large, show: showJointFlow("proxy", 6) },
  { name: "joint-retries", theme: "Dark High Contrast", size: large, show: showJointFlow("retries", 2) },
  { name: "joint-browser", locale: "zh-cn", theme: "Dark Modern", size: large, show: showJointFlow("browser", 18) },
  { name: "joint-narrow", theme: "Light Modern", size: narrowAndHigh, show: showJointFlow("own-proxy", 2) },
  { name: "joint-many", theme: "Dark Modern", size: wide, show: showJointFlow("many", 12) },
  { name: "joint-scopes", theme: "Dark Modern", size: wide, show: showScopes("proxy") },
  { name: "joint-choice", locale: "zh-cn", theme: "Light Modern", size: wide, show: showChoice("retries") },
];
