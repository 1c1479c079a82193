import type { ChartKind } from "../../../src/view/onScreen/chartLook";
import { openFlowTab } from "../../host/flowTab";
import type { Workbench } from "../../host/workbench";
import { showLarge } from "./captureScenes";
import { large, narrow, type Scene, wide } from "./scene";

/** A chart of the transfer that loses packets, at a packet. */
const showChart =
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
async function showChartAlone(workbench: Workbench): Promise<void> {
  await showChart("sequence", 562)(workbench);
  await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
  // the panes take their new sizes
  await workbench.page.waitForTimeout(1000);
}

/** A whole capture over time, as far as a filter shows it; a span of it marked, from one share of the width to another. */
const showOverTime =
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

export const chartScenes: readonly Scene[] = [
  { name: "chart-dark", theme: "Dark Modern", size: large, forReadme: true, show: showChartAlone },
  { name: "chart-sequence", theme: "Light Modern", size: wide, show: showChart("sequence", 306) },
  { name: "chart-zoomed", theme: "Light Modern", size: large, show: showChart("sequence", 306, 4) },
  { name: "chart-throughput", theme: "Dark High Contrast", size: wide, show: showChart("throughput", 306) },
  { name: "chart-round-trip", locale: "zh-cn", theme: "Light Modern", size: wide, show: showChart("roundTrip", 307) },
  { name: "chart-flight", theme: "Light High Contrast", size: large, show: showChart("flight", 562) },
  { name: "chart-short", theme: "Dark Modern", size: large, show: showChart("sequence", 2, 0, "handshake.cap") },
  {
    name: "chart-closed",
    locale: "zh-cn",
    theme: "Dark High Contrast",
    size: large,
    show: showChart("flight", 12, 0, "zero-window.cap"),
  },
  { name: "chart-narrow", theme: "Dark Modern", size: narrow, show: showChart("sequence", 562) },
  { name: "over-time-dark", theme: "Dark Modern", size: large, show: showOverTime("bursts.pcap") },
  {
    name: "over-time-filtered",
    theme: "Light Modern",
    size: wide,
    show: showOverTime("bursts.pcap", "tcp.port == 41003", [0.63, 0.75]),
  },
  {
    name: "over-time-high-contrast",
    theme: "Dark High Contrast",
    size: large,
    show: showOverTime("bursts.pcap", "tcp.port == 41001", [0.3, 0.5], "packetRate"),
  },
  {
    name: "over-time-narrow",
    theme: "Dark Modern",
    size: narrow,
    show: showOverTime("lossy-download.cap", "tcp.analysis.flags"),
  },
  {
    name: "over-time-chinese",
    locale: "zh-cn",
    theme: "Light High Contrast",
    size: wide,
    show: showOverTime("lossy-download.cap", "tcp.len > 0", [0.2, 0.4]),
  },
  { name: "over-time-large", theme: "Dark Modern", size: large, isLarge: true, show: showOverTime("large.pcap") },
];
