import { waitFor } from "../../host/waitFor";
import type { Workbench } from "../../host/workbench";
import { showFiltered } from "./filterScenes";
import { type Scene, wide } from "./scene";

/** Which packets may be saved, while a filter shows some of them; the command is called by its title. */
const showSaveChoice = (title: string) => async (workbench: Workbench) => {
  await showFiltered("tcp.flags.syn == 1")(workbench);
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-packet-list [role=row] .info").nth(1).click();
  await editor.locator("wirenote-packet-list [aria-selected=true]").waitFor();
  await workbench.runCommand(title);
  await workbench.page.locator(".quick-input-list .monaco-list-row").nth(3).waitFor();
};

/** What is said of a connection's afterwards. */
const showSaved = (title: string) => async (workbench: Workbench) => {
  await showSaveChoice(title)(workbench);
  await workbench.page.keyboard.press("ArrowDown");
  await workbench.page.keyboard.press("Enter");
  const name = workbench.page.locator(".quick-input-widget input[type=text]").first();
  await waitFor("the dialog", async () => (await name.inputValue()).endsWith(".pcapng"));
  await workbench.page.keyboard.press("Enter");
  await workbench.runCommand("Notifications: Show Notifications");
  await workbench.page.locator(".notifications-list-container .monaco-button").first().waitFor();
  await workbench.page.waitForTimeout(500);
};

export const savingScenes: readonly Scene[] = [
  { name: "save-dark", theme: "Dark Modern", size: wide, show: showSaveChoice("Save Packets as a Capture...") },
  { name: "save-chinese", locale: "zh-cn", theme: "Dark Modern", size: wide, show: showSaveChoice("将数据包保存为抓包文件...") },
  { name: "saved-chinese", locale: "zh-cn", theme: "Light Modern", size: wide, show: showSaved("将数据包保存为抓包文件...") },
];
