import type { Frame } from "playwright-core";
import type { Workbench } from "../../host/workbench";
import { showLarge } from "./captureScenes";
import { large, narrow, narrowAndHigh, type Scene, wide } from "./scene";

/** A packet that acknowledges several, with a segment that was sent again among them. */
async function openList(workbench: Workbench): Promise<Frame> {
  await workbench.openFile("commented.pcapng");
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-packet-list #packet-10").click();
  await editor.locator("wirenote-packet-list #packet-9 .relation").waitFor();
  await editor.locator("wirenote-ladder .arrow").nth(5).waitFor();
  return editor;
}

async function showList(workbench: Workbench): Promise<void> {
  await openList(workbench);
}

/** Some of them marked by hand, the selected one among them. */
async function showListMarked(workbench: Workbench): Promise<void> {
  const editor = await openList(workbench);
  for (const number of [4, 9, 10]) {
    await editor.locator(`wirenote-packet-list #packet-${number}`).click();
    await workbench.page.keyboard.press("Control+m");
    await editor.locator(`wirenote-packet-list #packet-${number}.marked`).waitFor();
  }
}

async function showListFound(workbench: Workbench): Promise<void> {
  const editor = await openList(workbench);
  await editor.locator("wirenote-list-head [data-id=time]").click();
  await workbench.page.keyboard.press("Control+f");
  await editor.locator("wirenote-find-bar input").fill("nothing like it");
  await workbench.page.keyboard.press("Enter");
  await editor.locator("wirenote-find-bar .told.nothing").waitFor();
}

async function showListMenu(workbench: Workbench): Promise<void> {
  const editor = await openList(workbench);
  await editor.locator("wirenote-list-head [data-id=time]").click({ button: "right" });
  await editor.locator("wirenote-menu [role^=menuitem]").first().waitFor();
}

/** Columns for what fields say, each chosen by its name, and the list sorted by the last of them where that is wanted. */
const showFieldColumns =
  (capture: string, packet: number, fields: readonly string[], end: "choice" | "menu" | "sorted" | "list" = "list") =>
  async (workbench: Workbench) => {
    await workbench.openFile(capture);
    const editor = await workbench.webviewFrame("wirenote-editor");
    await editor.locator("wirenote-packet-list #packet-1").waitFor();
    const input = workbench.page.locator(".quick-input-widget input[type=text]").first();
    const openMenu = async () => {
      await editor.locator("wirenote-list-head [data-id=info]").click({ button: "right" });
      await editor.locator("wirenote-menu [role=menuitem]").last().waitFor();
    };
    const ask = async () => {
      await openMenu();
      // before "Reset columns"
      await editor.locator("wirenote-menu [role=menuitem]").nth(-2).click();
      await input.waitFor();
    };
    for (const name of fields) {
      await ask();
      await input.fill(name);
      await workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().waitFor();
      await workbench.page.keyboard.press("Enter");
      await editor.locator(`wirenote-list-head [data-id="field:${name}"]`).waitFor();
    }
    await editor.locator(`wirenote-packet-list #packet-${packet}`).click();
    if (end === "sorted") await editor.locator(`wirenote-list-head [data-id="field:${fields.at(-1)}"]`).click();
    if (end === "menu") await openMenu();
    if (end === "choice") await ask();
    await workbench.page.waitForTimeout(500);
  };

/** The connections of a capture with many, those with most trouble first. */
const showConnections = (capture: string, sort: string) => async (workbench: Workbench) => {
  await workbench.openFile(capture);
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("#list-connections").click();
  await editor.locator("wirenote-connection-list .row .client").first().waitFor();
  await editor.locator(`wirenote-connection-list .head button[data-column=${sort}]`).click();
  await editor.locator("wirenote-connection-list .row").nth(2).click();
  // the flow follows
  await workbench.page.waitForTimeout(1000);
};

/** What went wrong in a capture, and the kind of it that stands at a place told. */
const showTrouble =
  (capture: string, place = 0) =>
  async (workbench: Workbench) => {
    if (capture === "large.pcap") await showLarge("read")(workbench);
    else await workbench.openFile(capture);
    const editor = await workbench.webviewFrame("wirenote-editor");
    await editor.locator("wirenote-packet-list #packet-1").waitFor();
    await editor.locator("#list-trouble").click();
    await editor.locator(`#trouble-${place} .kind`).click();
    // the flow follows
    await workbench.page.waitForTimeout(1000);
  };

export const listScenes: readonly Scene[] = [
  { name: "connections-dark", theme: "Dark Modern", size: large, show: showConnections("many.joint.pcap", "toClient") },
  {
    name: "connections-light",
    locale: "zh-cn",
    theme: "Light Modern",
    size: wide,
    show: showConnections("browser.joint.pcap", "trouble"),
  },
  {
    name: "connections-high-contrast",
    theme: "Dark High Contrast",
    size: narrow,
    show: showConnections("retries.joint.pcap", "packets"),
  },
  {
    name: "list-fields-dark",
    theme: "Dark Modern",
    size: large,
    show: showFieldColumns("lossy-download.cap", 6, [
      "tcp.time_delta",
      "tcp.len",
      "tcp.analysis.bytes_in_flight",
      "tcp.analysis.ack_rtt",
    ]),
  },
  {
    name: "list-fields-chinese",
    locale: "zh-cn",
    theme: "Light Modern",
    size: large,
    show: showFieldColumns("lossy-download.cap", 6, ["ip.ttl", "tcp.flags", "tcp.analysis.ack_rtt"], "menu"),
  },
  {
    name: "list-fields-choice",
    theme: "Dark High Contrast",
    size: wide,
    show: showFieldColumns("lossy-download.cap", 6, ["tcp.window_size"], "choice"),
  },
  {
    name: "list-fields-narrow",
    theme: "Light Modern",
    size: narrow,
    show: showFieldColumns("lossy-download.cap", 6, ["tcp.analysis.ack_rtt"], "sorted"),
  },
  { name: "list-dark", theme: "Dark Modern", size: large, show: showList },
  { name: "list-light", theme: "Light Modern", size: large, show: showListMenu },
  {
    name: "list-high-contrast",
    theme: "Dark High Contrast",
    size: large,
    show: showList,
  },
  {
    name: "list-usual",
    theme: "Light Modern",
    size: { width: 1400, height: 900 },
    show: showList,
  },
  {
    name: "list-tight",
    theme: "Light Modern",
    size: { width: 700, height: 900 },
    show: showList,
  },
  { name: "list-marked", theme: "Dark Modern", size: large, show: showListMarked },
  { name: "list-marked-light", locale: "zh-cn", theme: "Light Modern", size: wide, show: showListMarked },
  { name: "list-marked-high-contrast", theme: "Dark High Contrast", size: narrowAndHigh, show: showListMarked },
  { name: "list-found", theme: "Light High Contrast", size: large, show: showListFound },
  { name: "list-narrow", theme: "Dark Modern", size: narrowAndHigh, show: showListFound },
  { name: "list-chinese", locale: "zh-cn", theme: "Light Modern", size: large, show: showListMenu },
  { name: "trouble-dark", theme: "Dark Modern", size: large, show: showTrouble("lossy-download.cap") },
  { name: "trouble-chinese", locale: "zh-cn", theme: "Light Modern", size: wide, show: showTrouble("lossy-download.cap", 1) },
  { name: "trouble-damaged", theme: "Light High Contrast", size: wide, show: showTrouble("damaged.pcap") },
  { name: "trouble-large", theme: "Light Modern", size: large, isLarge: true, show: showTrouble("large.pcap") },
  { name: "trouble-narrow", theme: "Dark High Contrast", size: narrow, show: showTrouble("lossy-download.cap", 2) },
];
