import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Frame } from "playwright-core";
import type { StreamDirection, StreamFormat } from "../../src/view/onScreen/streamLook";
import { writeCapture } from "../bench/captures";
import { flowConversations } from "../dsl/flowConversations";
import { browser, jointConversations, manyConversations } from "../dsl/jointConversations";
import { longAddresses } from "../dsl/longAddresses";
import { commentedCapture } from "../dsl/lossStory";
import { webTalk } from "../dsl/talk";
import { toolLines } from "../dsl/toolLines";
import { inRepository } from "../host/repository";
import { startVsCode } from "../host/vscodeServer";
import { openWorkbench, type Workbench } from "../host/workbench";

/**
 * Takes pictures of the real VS Code, to be looked at: `npm run pictures [-- NAME…]` into `pictures/`, those of the README
 * into `media/`.
 */
interface Scene {
  readonly name: string;
  readonly locale?: string;
  readonly theme: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly forReadme?: true;
  /** It needs the capture of four gigabytes, which is written for it. */
  readonly isLarge?: true;
  readonly show: (workbench: Workbench, folder: string) => Promise<void>;
}

async function showCapture(workbench: Workbench): Promise<void> {
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

const filtering = (expression: string) => async (workbench: Workbench) => {
  await showCapture(workbench);
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-filter-box input").fill(expression);
  await workbench.page.keyboard.press("Enter");
  await editor.locator("wirenote-filter-box :is(.problem, .count:not(:empty))").first().waitFor();
};

/** One of the conversations that show what can happen, with its flow as wide as it can be. */
const showFlow =
  (capture: keyof typeof flowConversations, diagram = false) =>
  async (workbench: Workbench) => {
    await workbench.openFile(`${capture}.flow.pcap`);
    const editor = await workbench.webviewFrame("wirenote-editor");
    await editor.locator("wirenote-ladder .arrow[data-frame='2']").click();
    if (diagram) await editor.locator("wirenote-flow [role=tab]").nth(1).click();
    if (diagram) await editor.locator("wirenote-state-diagram svg").waitFor();
    await editor.locator("wirenote-flow .sum").waitFor();
  };

/** What each end may send when a packet has gone by. */
const showWindows = (capture: string, frame: number) => async (workbench: Workbench) => {
  await workbench.openFile(capture);
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-flow [role=tab]").nth(2).click();
  await editor.locator(`wirenote-packet-list #packet-${frame}`).click();
  await editor.locator("wirenote-flow .sum h3", { hasText: String(frame) }).waitFor();
  await editor.locator("wirenote-send-windows .bar").first().waitFor();
};

/** What was sent in a connection, at a packet with data. */
const showStream =
  (format: StreamFormat = "text", direction: StreamDirection = "both") =>
  async (workbench: Workbench) => {
    await workbench.openFile("web.talk.pcap");
    const editor = await workbench.webviewFrame("wirenote-editor");
    await editor.locator("wirenote-flow [role=tab]").nth(3).click();
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
const showScopes = (capture: keyof typeof jointCaptures, isEach: boolean) => async (workbench: Workbench) => {
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
const typing = (expression: string) => async (workbench: Workbench) => {
  await showCapture(workbench);
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-filter-box input").pressSequentially(expression);
  await editor.locator("wirenote-filter-box [role=option]").first().waitFor();
};

/** What was used before, one of it saved. */
async function showFilterHistory(workbench: Workbench): Promise<void> {
  for (const expression of ["tcp.flags.syn == 1 and tcp.port == 3001", "tcp.len > 0", "tcp.analysis.flags"])
    await filtering(expression)(workbench);
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-filter-box vscode-toolbar-button[icon=star-empty]").click();
  await editor.locator("wirenote-filter-box vscode-toolbar-button[icon=history]").click();
  await editor.locator("wirenote-filter-box [role=option]").first().waitFor();
}

const lineOfHover = 20;
const showHover = (note: string) => async (workbench: Workbench) => {
  await workbench.openFile(note);
  // in a narrow editor the row is below what is seen
  await workbench.goTo(lineOfHover, 1);
  await workbench.hover("0x0020:  8010", { offset: "0x0020:  ".length });
};

const showHoverOn = (note: string, text: string) => async (workbench: Workbench) => {
  await workbench.openFile(note);
  await workbench.hover(text);
};

/** The flow of the packet that was pointed at, beside the note. */
const showFlowOfNote = (note: string, link: string) => async (workbench: Workbench) => {
  await workbench.openFile(note);
  await workbench.hover("0x0020:  8010", { offset: "0x0020:  ".length, saying: link });
  await workbench.page.locator(".monaco-hover:not(.hidden) a", { hasText: link }).click();
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-flow .sum").waitFor();
  await workbench.page.mouse.move(0, 0);
};

/** All that a hover has, unfolded and as far down as it goes. */
const showHoverUnfolded = (note: string) => async (workbench: Workbench) => {
  await showHover(note)(workbench);
  const hover = workbench.page.locator(".monaco-hover:not(.hidden)");
  await hover.locator("summary").click();
  await hover.locator("a").last().scrollIntoViewIfNeeded();
};

/** What people bring: cut short while it was copied. */
async function showDamaged(workbench: Workbench): Promise<void> {
  await workbench.openFile("damaged.pcap");
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator(".notice vscode-icon .codicon").waitFor();
  await editor.locator("wirenote-ladder .arrow").first().waitFor();
}

/** The samples, and beside them a damaged capture. */
function makeFolder(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "wirenote-pictures-")), "samples");
  cpSync(inRepository("samples"), folder, { recursive: true });
  cpSync(inRepository("test", "captures", "recorded", "zero-window.cap"), join(folder, "zero-window.cap"));
  writeFileSync(join(folder, "commented.pcapng"), commentedCapture());
  const capture = readFileSync(join(folder, "zero-window.cap"));
  mkdirSync(join(folder, "flows"));
  for (const [name, bytes] of Object.entries(jointCaptures)) writeFileSync(join(folder, "flows", `${name}.joint.pcap`), bytes);
  for (const [name, bytes] of Object.entries(flowConversations)) writeFileSync(join(folder, "flows", `${name}.flow.pcap`), bytes);
  writeFileSync(join(folder, "long.pcap"), longAddresses());
  writeFileSync(join(folder, "flows", "web.talk.pcap"), webTalk());
  cpSync(inRepository("samples", "note.md"), join(folder, "pasted.pcap"));
  writeFileSync(join(folder, "tools.md"), `${toolLines.join("\n\n")}\n`);
  writeFileSync(join(folder, "damaged.pcap"), capture.subarray(0, capture.length - 10));
  return folder;
}

/** Four gigabytes while they are read, when that was given up, and when they have been read: one would be read before it is seen. */
const showLarge =
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

/** A text, where a capture was meant. */
async function showText(workbench: Workbench): Promise<void> {
  await workbench.openFile("pasted.pcap");
  await (await workbench.webviewFrame(".nothing-to-show")).locator("vscode-icon .codicon").waitFor();
}

/** It was written on while it is open, and is damaged besides. */
async function showChanged(workbench: Workbench, folder: string): Promise<void> {
  await showDamaged(workbench);
  appendFileSync(join(folder, "damaged.pcap"), Uint8Array.of(0));
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator(".notice.info vscode-icon .codicon").waitFor();
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

/** A packet that acknowledges several, with a segment that was sent again among them. */
async function showList(workbench: Workbench): Promise<Frame> {
  await workbench.openFile("commented.pcapng");
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-packet-list #packet-10").click();
  await editor.locator("wirenote-packet-list #packet-9 .relation").waitFor();
  await editor.locator("wirenote-ladder .arrow").nth(5).waitFor();
  return editor;
}

async function showListFound(workbench: Workbench): Promise<void> {
  const editor = await showList(workbench);
  await editor.locator("wirenote-list-head [data-id=length]").click();
  await workbench.page.keyboard.press("Control+f");
  await editor.locator("wirenote-find-bar input").fill("nothing like it");
  await workbench.page.keyboard.press("Enter");
  await editor.locator("wirenote-find-bar .told.nothing").waitFor();
}

async function showListMenu(workbench: Workbench): Promise<void> {
  const editor = await showList(workbench);
  await editor.locator("wirenote-list-head [data-id=time]").click({ button: "right" });
  await editor.locator("wirenote-menu [role^=menuitem]").first().waitFor();
}

const jointCaptures = { ...jointConversations, browser, many: manyConversations(40, 9) };

const large = { width: 1600, height: 1000 };
const wide = { width: 1400, height: 760 };
const scenes: readonly Scene[] = [
  { name: "capture-dark", theme: "Dark Modern", size: large, forReadme: true, show: showBench },
  { name: "capture-light", theme: "Light Modern", size: wide, show: showCapture },
  { name: "capture-high-contrast", theme: "Dark High Contrast", size: wide, show: showCapture },
  { name: "capture-high-contrast-light", theme: "Light High Contrast", size: wide, show: showCapture },
  { name: "capture-chinese", locale: "zh-cn", theme: "Dark Modern", size: wide, show: showCapture },
  { name: "capture-narrow", theme: "Light Modern", size: { width: 760, height: 760 }, show: showCapture },
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
  { name: "field-narrow", theme: "Light Modern", size: { width: 760, height: 760 }, show: showField },
  { name: "flow-close-3", theme: "Dark Modern", size: large, show: showFlow("close-3") },
  { name: "flow-zero-window", theme: "Light Modern", size: large, show: showFlow("zero-window") },
  { name: "flow-retransmission", theme: "Dark High Contrast", size: large, show: showFlow("retransmission") },
  { name: "flow-simultaneous-close", locale: "zh-cn", theme: "Dark Modern", size: large, show: showFlow("simultaneous-close") },
  { name: "flow-narrow", theme: "Light Modern", size: { width: 760, height: 760 }, show: showFlow("half-close") },
  { name: "flow-states", theme: "Dark Modern", size: large, show: showFlow("half-close", true) },
  { name: "flow-states-chinese", locale: "zh-cn", theme: "Light Modern", size: wide, show: showFlow("simultaneous-close", true) },
  { name: "window-dark", theme: "Dark Modern", size: large, show: showWindows("zero-window.cap", 7) },
  { name: "window-closed", theme: "Light Modern", size: large, show: showWindows("zero-window.flow.pcap", 5) },
  { name: "window-chinese", locale: "zh-cn", theme: "Dark High Contrast", size: wide, show: showWindows("zero-window.cap", 5) },
  {
    name: "window-narrow",
    theme: "Light High Contrast",
    size: { width: 760, height: 900 },
    show: showWindows("zero-window.flow.pcap", 6),
  },
  { name: "stream-dark", theme: "Dark Modern", size: large, show: showStream() },
  { name: "stream-hex", theme: "Light Modern", size: large, show: showStream("hex", "server") },
  { name: "stream-chinese", locale: "zh-cn", theme: "Light High Contrast", size: wide, show: showStream() },
  { name: "stream-narrow", theme: "Dark High Contrast", size: { width: 760, height: 900 }, show: showStream("hex") },
  { name: "joint-ftp", theme: "Dark Modern", size: large, show: showJointFlow("ftp", 16) },
  { name: "joint-proxy", theme: "Light Modern", size: large, show: showJointFlow("proxy", 6) },
  { name: "joint-retries", theme: "Dark High Contrast", size: large, show: showJointFlow("retries", 2) },
  { name: "joint-browser", locale: "zh-cn", theme: "Dark Modern", size: large, show: showJointFlow("browser", 18) },
  { name: "joint-narrow", theme: "Light Modern", size: { width: 760, height: 900 }, show: showJointFlow("own-proxy", 2) },
  { name: "joint-many", theme: "Dark Modern", size: wide, show: showJointFlow("many", 12) },
  { name: "joint-scopes", theme: "Dark Modern", size: wide, show: showScopes("proxy", false) },
  { name: "joint-choice", locale: "zh-cn", theme: "Light Modern", size: wide, show: showScopes("retries", true) },
  { name: "filter-problem", theme: "Dark Modern", size: large, show: filtering("tcp.flags.sin == 1") },
  { name: "filter-meant", theme: "Light Modern", size: wide, show: filtering("port 3001 and tcp") },
  { name: "filter-typing", theme: "Dark Modern", size: wide, show: typing("tcp.flags.sy") },
  { name: "filter-values", theme: "Light Modern", size: wide, show: typing("tcp.flags.syn == 1 and ip.src == ") },
  { name: "filter-history", theme: "Dark Modern", size: wide, show: showFilterHistory },
  {
    name: "filter-chinese",
    locale: "zh-cn",
    theme: "Light Modern",
    size: wide,
    show: filtering("tcp.flags.syn == 1 and not tcp.analysis.flags"),
  },
  {
    name: "filter-high-contrast",
    theme: "Dark High Contrast",
    size: wide,
    show: filtering("tcp.flags.sin == 1 or tcp.port == 80"),
  },
  { name: "filter-narrow", theme: "Dark Modern", size: { width: 760, height: 760 }, show: filtering("tcp.port in {3001 443}") },
  { name: "filter-shown", theme: "Light Modern", size: large, show: filtering("tcp.flags.fin == 1") },
  { name: "list-dark", theme: "Dark Modern", size: large, show: async (workbench) => void (await showList(workbench)) },
  { name: "list-light", theme: "Light Modern", size: large, show: showListMenu },
  {
    name: "list-high-contrast",
    theme: "Dark High Contrast",
    size: large,
    show: async (workbench) => void (await showList(workbench)),
  },
  {
    name: "list-usual",
    theme: "Light Modern",
    size: { width: 1400, height: 900 },
    show: async (workbench) => void (await showList(workbench)),
  },
  {
    name: "list-tight",
    theme: "Light Modern",
    size: { width: 700, height: 900 },
    show: async (workbench) => void (await showList(workbench)),
  },
  { name: "list-found", theme: "Light High Contrast", size: large, show: showListFound },
  { name: "list-narrow", theme: "Dark Modern", size: { width: 760, height: 900 }, show: showListFound },
  { name: "list-chinese", locale: "zh-cn", theme: "Light Modern", size: large, show: showListMenu },
  { name: "hover-dark", theme: "Dark Modern", size: wide, forReadme: true, show: showHover("note.md") },
  { name: "hover-light", theme: "Light Modern", size: wide, show: showHover("note.md") },
  { name: "hover-high-contrast", theme: "Dark High Contrast", size: wide, show: showHoverOn("study-note.md", "8010") },
  { name: "hover-words", theme: "Light Modern", size: wide, show: showHoverOn("study-note.md", "Flags [S.]") },
  { name: "hover-firewall", theme: "Dark Modern", size: wide, show: showHoverOn("tools.md", "ACK FIN") },
  { name: "hover-metrics", theme: "Light Modern", size: wide, show: showHoverOn("tools.md", "rwnd_limited:20ms(20.0%)") },
  {
    name: "hover-metrics-chinese",
    locale: "zh-cn",
    theme: "Dark Modern",
    size: { width: 760, height: 900 },
    show: showHoverOn("tools.md", "unacked:2"),
  },
  { name: "hover-unfolded", theme: "Light Modern", size: wide, show: showHoverUnfolded("note.md") },
  { name: "hover-offset", theme: "Dark Modern", size: wide, show: showHoverOn("note.md", "0x0020") },
  { name: "hover-option", theme: "Light High Contrast", size: wide, show: showHoverOn("note.md", "0101 080a") },
  { name: "hover-flow", theme: "Dark Modern", size: large, show: showFlowOfNote("note.md", "Show flow") },
  {
    name: "hover-flow-chinese",
    locale: "zh-cn",
    theme: "Light Modern",
    size: large,
    show: showFlowOfNote("note.zh-cn.md", "查看流图"),
  },
  { name: "hover-narrow", theme: "Dark Modern", size: { width: 760, height: 900 }, show: showHover("note.md") },
  { name: "hover-chinese", locale: "zh-cn", theme: "Dark Modern", size: wide, show: showHover("note.zh-cn.md") },
];

async function main(): Promise<void> {
  const names = process.argv.slice(2);
  mkdirSync(inRepository("pictures"), { recursive: true });
  const folder = makeFolder();
  const chosen = scenes.filter(({ name }) => names.length === 0 || names.includes(name));
  if (chosen.some(({ isLarge }) => isLarge)) writeCapture(join(folder, "large.pcap"), "bulk", 4_000_000);
  const server = await startVsCode({ folder });
  try {
    for (const { name, locale, theme, size, forReadme, show } of chosen) {
      const workbench = await openWorkbench(server, { ...(locale && { locale }), ...(size && { size }) });
      try {
        await workbench.setColorTheme(theme);
        await show(workbench, folder);
      } catch (error) {
        console.error(`${name}: ${error instanceof Error ? error.message : error}`);
        process.exitCode = 1;
      }
      const path = inRepository(forReadme ? "media" : "pictures", `${name}.png`);
      await workbench.page.screenshot({ path });
      console.log(path);
      await workbench.close();
    }
  } finally {
    await server.stop();
    rmSync(dirname(folder), { recursive: true, force: true });
  }
}

void main();
