import type { Workbench } from "../../host/workbench";
import { showCapture } from "./captureScenes";
import { large, narrow, type Scene, wide } from "./scene";

export const showFiltered = (expression: string) => async (workbench: Workbench) => {
  await showCapture(workbench);
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-filter-box input").fill(expression);
  await workbench.page.keyboard.press("Enter");
  await editor.locator("wirenote-filter-box :is(.problem, .count:not(:empty))").first().waitFor();
  // what is said of the selected packet follows
  await workbench.page.waitForTimeout(500);
};

/** What is offered while a filter is typed. */
const showCompletions = (expression: string) => async (workbench: Workbench) => {
  await showCapture(workbench);
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-filter-box input").pressSequentially(expression);
  await editor.locator("wirenote-filter-box [role=option]").first().waitFor();
};

/** What was used before, one of it saved. */
async function showFilterHistory(workbench: Workbench): Promise<void> {
  for (const expression of ["tcp.flags.syn == 1 and tcp.port == 3001", "tcp.len > 0", "tcp.analysis.flags"])
    await showFiltered(expression)(workbench);
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-filter-box vscode-toolbar-button[icon=star-empty]").click();
  await editor.locator("wirenote-filter-box vscode-toolbar-button[icon=history]").click();
  await editor.locator("wirenote-filter-box [role=option]").first().waitFor();
}

export const filterScenes: readonly Scene[] = [
  { name: "filter-problem", theme: "Dark Modern", size: large, show: showFiltered("tcp.flags.sin == 1") },
  { name: "filter-meant", theme: "Light Modern", size: wide, show: showFiltered("port 3001 and tcp") },
  { name: "filter-typing", theme: "Dark Modern", size: wide, show: showCompletions("tcp.flags.sy") },
  { name: "filter-values", theme: "Light Modern", size: wide, show: showCompletions("tcp.flags.syn == 1 and ip.src == ") },
  { name: "filter-history", theme: "Dark Modern", size: wide, show: showFilterHistory },
  {
    name: "filter-chinese",
    locale: "zh-cn",
    theme: "Light Modern",
    size: wide,
    show: showFiltered("tcp.flags.syn == 1 and not tcp.analysis.flags"),
  },
  {
    name: "filter-high-contrast",
    theme: "Dark High Contrast",
    size: wide,
    show: showFiltered("tcp.flags.sin == 1 or tcp.port == 80"),
  },
  { name: "filter-narrow", theme: "Dark Modern", size: narrow, show: showFiltered("tcp.port in {3001 443}") },
  { name: "filter-shown", theme: "Light Modern", size: large, show: showFiltered("tcp.flags.fin == 1") },
];
