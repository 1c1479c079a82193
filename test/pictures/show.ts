import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import type { ChartKind } from "../../src/view/onScreen/chartLook";
import type { StreamDirection, StreamFormat } from "../../src/view/onScreen/streamLook";
import type { flowConversations } from "../dsl/flowConversations";
import { openFlowTab } from "../host/flowTab";
import type { Workbench } from "../host/workbench";
import type { jointCaptures } from "./pictureFolder";

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
export async function showField(workbench: Workbench): Promise<void> {
  await showCapture(workbench);
  const editor = await workbench.webviewFrame("wirenote-editor");
  const bar = editor.locator("wirenote-header [data-key='tcp/tcp.ack_raw']");
  if (!(await bar.isVisible())) await editor.locator("#tab-header").click();
  await bar.click();
}

/** The bench alone, as large as a person makes it to study. */
export async function showBench(workbench: Workbench): Promise<void> {
  await showField(workbench);
  await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-bytes .byte.chosen").first().waitFor();
  // the panes take their new sizes
  await workbench.page.waitForTimeout(1000);
}

export const filtering = (expression: string) => async (workbench: Workbench) => {
  await showCapture(workbench);
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-filter-box input").fill(expression);
  await workbench.page.keyboard.press("Enter");
  await editor.locator("wirenote-filter-box :is(.problem, .count:not(:empty))").first().waitFor();
  // what is said of the selected packet follows
  await workbench.page.waitForTimeout(500);
};

/** One of the conversations that show what can happen, with its flow as wide as it can be. */
export const showFlow =
  (capture: keyof typeof flowConversations, diagram = false) =>
  async (workbench: Workbench) => {
    await workbench.openFile(`${capture}.flow.pcap`);
    const editor = await workbench.webviewFrame("wirenote-editor");
    await editor.locator("wirenote-ladder .arrow[data-frame='2']").click();
    if (diagram) await editor.locator("wirenote-flow [role=tab]").nth(1).click();
    if (diagram) await editor.locator("wirenote-state-diagram svg").waitFor();
    await editor.locator("wirenote-flow .sum").waitFor();
  };

/** The connections of a capture with many, those with most trouble first. */
export const showConnections = (capture: string, sort: string) => async (workbench: Workbench) => {
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
export const showTrouble =
  (capture: string, place = 0) =>
  async (workbench: Workbench) => {
    await workbench.openFile(capture);
    const editor = await workbench.webviewFrame("wirenote-editor");
    await editor.locator("wirenote-packet-list #packet-1").waitFor();
    await editor.locator("#list-trouble").click();
    await editor.locator(`#trouble-${place} .kind`).click();
    // the flow follows
    await workbench.page.waitForTimeout(1000);
  };

/** A whole capture over time, as far as a filter shows it; a span of it marked, from one share of the width to another. */
export const showOverTime =
  (capture: string, filter = "", marked?: readonly [number, number], kind?: "packetRate") =>
  async (workbench: Workbench) => {
    if (capture === "large.pcap") await showLarge("read")(workbench);
    else await workbench.openFile(capture);
    const editor = await workbench.webviewFrame("wirenote-editor");
    await editor.locator("wirenote-packet-list #packet-1").waitFor();
    await editor.locator("#list-overTime").click();
    const chart = editor.locator("wirenote-over-time");
    await chart.locator(".legend li").first().waitFor();
    if (kind) await chart.locator(".choice button").nth(1).click();
    if (filter) {
      await editor.locator("wirenote-filter-box input").fill(filter);
      await workbench.page.keyboard.press("Enter");
      await chart.locator(".plot .track.allBehind").waitFor();
    }
    if (marked) {
      const box = (await chart.locator(".plot").boundingBox())!;
      const at = (share: number) => [box.x + box.width * share, box.y + box.height / 2] as const;
      await workbench.page.mouse.move(...at(marked[0]));
      await workbench.page.mouse.down();
      await workbench.page.mouse.move(...at(marked[1]), { steps: 4 });
      await workbench.page.mouse.up();
      await chart.locator(".offer").waitFor();
    }
    await workbench.page.waitForTimeout(1000);
  };

/** A chart of the transfer that loses packets, at a packet. */
export const showChart =
  (chart: ChartKind, packet: number, zooms = 0, capture = "lossy-download.cap") =>
  async (workbench: Workbench) => {
    await workbench.openFile(capture);
    const editor = await workbench.webviewFrame("wirenote-editor");
    await editor.locator("wirenote-packet-list #packet-1").waitFor();
    await openFlowTab(editor, "charts");
    await editor.locator("wirenote-flow select").first().selectOption(chart);
    await editor.locator("wirenote-packet-list [role=grid]").focus();
    await workbench.page.keyboard.press("Control+g");
    await workbench.page.locator(".quick-input-widget input").waitFor();
    await workbench.page.keyboard.type(String(packet));
    await workbench.page.keyboard.press("Enter");
    await editor.locator("wirenote-charts .point", { hasText: String(packet) }).waitFor();
    for (let i = 0; i < zooms; i += 1) await editor.locator("wirenote-flow .zoomIn").click();
    // the other panes follow
    await workbench.page.waitForTimeout(1000);
  };

/** The same alone, as large as a person makes it to find what went wrong. */
export async function showChartAlone(workbench: Workbench): Promise<void> {
  await showChart("sequence", 562)(workbench);
  await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
  // the panes take their new sizes
  await workbench.page.waitForTimeout(1000);
}

/** What each end may send when a packet has gone by. */
export const showWindows = (capture: string, frame: number) => async (workbench: Workbench) => {
  await workbench.openFile(capture);
  const editor = await workbench.webviewFrame("wirenote-editor");
  await openFlowTab(editor, "window");
  await editor.locator(`wirenote-packet-list #packet-${frame}`).click();
  await editor.locator("wirenote-flow .sum h3", { hasText: String(frame) }).waitFor();
  await editor.locator("wirenote-send-windows .bar").first().waitFor();
};

/** What was sent in a connection, at a packet with data. */
export const showStream =
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
export const showStreamFound =
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

/** All connections of a capture in one flow, at one of its packets. */
export const showJointFlow =
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
export const showScopes = (capture: keyof typeof jointCaptures, isEach: boolean) => async (workbench: Workbench) => {
  await workbench.openFile(`${capture}.joint.pcap`);
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-flow .scope").click();
  const rows = workbench.page.locator(".quick-input-list .monaco-list-row");
  await rows.first().waitFor();
  if (!isEach) return;
  await rows.last().click();
  await workbench.page
    .locator(".quick-input-list .monaco-list-row input[type=checkbox], .quick-input-list .monaco-checkbox")
    .first()
    .waitFor();
};

/** What is offered while a filter is typed. */
export const typing = (expression: string) => async (workbench: Workbench) => {
  await showCapture(workbench);
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-filter-box input").pressSequentially(expression);
  await editor.locator("wirenote-filter-box [role=option]").first().waitFor();
};

/** What was used before, one of it saved. */
export async function showFilterHistory(workbench: Workbench): Promise<void> {
  for (const expression of ["tcp.flags.syn == 1 and tcp.port == 3001", "tcp.len > 0", "tcp.analysis.flags"])
    await filtering(expression)(workbench);
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-filter-box vscode-toolbar-button[icon=star-empty]").click();
  await editor.locator("wirenote-filter-box vscode-toolbar-button[icon=history]").click();
  await editor.locator("wirenote-filter-box [role=option]").first().waitFor();
}

const lineOfHover = 20;
export const showHover = (note: string) => async (workbench: Workbench) => {
  await workbench.openFile(note);
  // in a narrow editor the row is below what is seen
  await workbench.goTo(lineOfHover, 1);
  await workbench.hover("0x0020:  8010", { offset: "0x0020:  ".length });
};

export const showHoverOn =
  (note: string, text: string, saying = "") =>
  async (workbench: Workbench) => {
    await workbench.openFile(note);
    await workbench.hover(text, { saying });
  };

/** A packet that a note speaks of, and what it says. */
export const showNoted = async (workbench: Workbench) => {
  await workbench.openFile("closing.cap");
  const editor = await workbench.webviewFrame("wirenote-packet-list");
  await editor.locator("#packet-5").click();
  const detail = editor.getByRole("tab", { name: /^(?:Detail|详情)$/ });
  if (await detail.isVisible()) await detail.click();
  await editor.locator("wirenote-detail-tree .comment").waitFor();
};

/** The flow of the packet that was pointed at, beside the note. */
export const showFlowOfNote = (note: string, link: string) => async (workbench: Workbench) => {
  await workbench.openFile(note);
  await workbench.hover("0x0020:  8010", { offset: "0x0020:  ".length, saying: link });
  await workbench.page.locator(".monaco-hover:not(.hidden) a", { hasText: link }).click();
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-flow .sum").waitFor();
  await workbench.page.mouse.move(0, 0);
};

/** All that a hover has, unfolded and as far down as it goes. */
export const showHoverUnfolded = (note: string) => async (workbench: Workbench) => {
  await showHover(note)(workbench);
  const hover = workbench.page.locator(".monaco-hover:not(.hidden)");
  await hover.locator("summary").click();
  await hover.locator("a").last().scrollIntoViewIfNeeded();
};

/** What people bring: cut short while it was copied. */
export async function showDamaged(workbench: Workbench): Promise<void> {
  await workbench.openFile("damaged.pcap");
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator(".notice vscode-icon .codicon").waitFor();
  await editor.locator("wirenote-ladder .arrow").first().waitFor();
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

/** What was sent in a connection of gigabytes. */
export async function showLargeStream(workbench: Workbench): Promise<void> {
  await showLarge("read")(workbench);
  const editor = await workbench.webviewFrame("wirenote-editor");
  await openFlowTab(editor, "stream");
  await editor.locator("wirenote-stream .row[role=option]").first().waitFor();
}

/** A text, where a capture was meant. */
export async function showText(workbench: Workbench): Promise<void> {
  await workbench.openFile("pasted.pcap");
  await (await workbench.webviewFrame(".nothing-to-show")).locator("vscode-icon .codicon").waitFor();
}

/** It was written on while it is open, and is damaged besides. */
export async function showChanged(workbench: Workbench, folder: string): Promise<void> {
  await showDamaged(workbench);
  appendFileSync(join(folder, "damaged.pcap"), Uint8Array.of(0));
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator(".notice.info vscode-icon .codicon").waitFor();
}

/** All that takes room, in an editor that has little of it. */
export async function showLong(workbench: Workbench): Promise<void> {
  await workbench.openFile("long.pcap");
  await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-packet-list #packet-1").click();
  await editor.locator("wirenote-flow .sum").waitFor();
  // the panes take their new sizes
  await workbench.page.waitForTimeout(1000);
}

/** Beside the note that it belongs to. */
export async function showBesideNote(workbench: Workbench): Promise<void> {
  await workbench.openFile("note.md");
  await workbench.runCommand("View: Split Editor Right");
  await showLong(workbench);
}

/** A packet that acknowledges several, with a segment that was sent again among them. */
export async function showList(workbench: Workbench): Promise<Frame> {
  await workbench.openFile("commented.pcapng");
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-packet-list #packet-10").click();
  await editor.locator("wirenote-packet-list #packet-9 .relation").waitFor();
  await editor.locator("wirenote-ladder .arrow").nth(5).waitFor();
  return editor;
}

/** Some of them marked by hand, the selected one among them. */
export async function showListMarked(workbench: Workbench): Promise<void> {
  const editor = await showList(workbench);
  for (const number of [4, 9, 10]) {
    await editor.locator(`wirenote-packet-list #packet-${number}`).click();
    await workbench.page.keyboard.press("Control+m");
    await editor.locator(`wirenote-packet-list #packet-${number}.marked`).waitFor();
  }
}

export async function showListFound(workbench: Workbench): Promise<void> {
  const editor = await showList(workbench);
  await editor.locator("wirenote-list-head [data-id=length]").click();
  await workbench.page.keyboard.press("Control+f");
  await editor.locator("wirenote-find-bar input").fill("nothing like it");
  await workbench.page.keyboard.press("Enter");
  await editor.locator("wirenote-find-bar .told.nothing").waitFor();
}

export async function showListMenu(workbench: Workbench): Promise<void> {
  const editor = await showList(workbench);
  await editor.locator("wirenote-list-head [data-id=time]").click({ button: "right" });
  await editor.locator("wirenote-menu [role^=menuitem]").first().waitFor();
}

/** Columns for what fields say, each chosen by its name, and the list sorted by the last of them where that is wanted. */
export const showFieldColumns =
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
