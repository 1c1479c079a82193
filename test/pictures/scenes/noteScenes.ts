import type { Workbench } from "../../host/workbench";
import { large, narrow, narrowAndHigh, type Scene, wide } from "./scene";

/** Where the samples' notes have the packet that is pointed at. */
const lineOfHover = 20;

const showHover = (note: string) => async (workbench: Workbench) => {
  await workbench.openFile(note);
  // in a narrow editor the row is below what is seen
  await workbench.goTo(lineOfHover, 1);
  await workbench.hover("0x0020:  8010", { offset: "0x0020:  ".length });
};

const showHoverOn =
  (note: string, text: string, saying = "") =>
  async (workbench: Workbench) => {
    await workbench.openFile(note);
    await workbench.hover(text, { saying });
  };

/** All that a hover has, unfolded and as far down as it goes. */
const showHoverUnfolded = (note: string) => async (workbench: Workbench) => {
  await showHover(note)(workbench);
  const hover = workbench.page.locator(".monaco-hover:not(.hidden)");
  await hover.locator("summary").click();
  await hover.locator("a").last().scrollIntoViewIfNeeded();
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

/** A packet that a note speaks of, and what it says. */
const showNoted = async (workbench: Workbench) => {
  await workbench.openFile("closing.cap");
  const editor = await workbench.webviewFrame("wirenote-packet-list");
  await editor.locator("#packet-5").click();
  const detail = editor.getByRole("tab", { name: /^(?:Detail|详情)$/ });
  if (await detail.isVisible()) await detail.click();
  await editor.locator("wirenote-detail-tree .comment").waitFor();
};

export const noteScenes: readonly Scene[] = [
  { name: "hover-dark", theme: "Dark Modern", size: wide, forReadme: true, show: showHover("note.md") },
  { name: "hover-light", theme: "Light Modern", size: wide, show: showHover("note.md") },
  { name: "hover-high-contrast", theme: "Dark High Contrast", size: wide, show: showHoverOn("study-note.md", "8010") },
  { name: "capture-noted", theme: "Dark Modern", size: large, show: showNoted },
  {
    name: "capture-noted-narrow",
    locale: "zh-cn",
    theme: "Light High Contrast",
    size: narrow,
    show: showNoted,
  },
  { name: "hover-link", theme: "Dark Modern", size: wide, show: showHoverOn("links.md", "closing.cap#5") },
  {
    name: "hover-link-filter",
    theme: "Light High Contrast",
    size: wide,
    show: showHoverOn("links.md", "lossy-download.cap#", "13 of 952"),
  },
  {
    name: "hover-link-chinese",
    locale: "zh-cn",
    theme: "Light Modern",
    size: wide,
    show: showHoverOn("note.zh-cn.md", "handshake.cap`。"),
  },
  { name: "hover-words", theme: "Light Modern", size: wide, show: showHoverOn("study-note.md", "Flags [S.]") },
  { name: "hover-firewall", theme: "Dark Modern", size: wide, show: showHoverOn("tools.md", "ACK FIN") },
  { name: "hover-tree-bit", theme: "Light Modern", size: wide, show: showHoverOn("tree.md", "= Fin: Set") },
  {
    name: "hover-tree-window",
    locale: "zh-cn",
    theme: "Dark High Contrast",
    size: wide,
    show: showHoverOn("tree.md", "[Calculated window size"),
  },
  { name: "hover-metrics", theme: "Light Modern", size: wide, show: showHoverOn("tools.md", "rwnd_limited:20ms(20.0%)") },
  {
    name: "hover-metrics-chinese",
    locale: "zh-cn",
    theme: "Dark Modern",
    size: narrowAndHigh,
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
  { name: "hover-narrow", theme: "Dark Modern", size: narrowAndHigh, show: showHover("note.md") },
  { name: "hover-chinese", locale: "zh-cn", theme: "Dark Modern", size: wide, show: showHover("note.zh-cn.md") },
];
