import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { startVsCode } from "../host/vscodeServer";
import { openWorkbench, type Workbench } from "../host/workbench";
import { type Shape, writeCapture } from "./captures";
import { PageTime } from "./pageTime";
import { scrollSteps } from "./scrolling";

export interface LadderScroll {
  /** Milliseconds of script, style and layout for each step, of everything that the step set off. */
  readonly steps: readonly number[];
  /** Arrows that exist while so many segments are looked at. */
  readonly arrows: number;
}

/** Three rows of the ladder, as one notch of a wheel moves. */
const notch = 150;

/** Scrolls through the flow of one connection of so many segments in the real VS Code: down, and to places anywhere. */
export function measureLadder(segments: number, count: number): Promise<LadderScroll> {
  const write = (path: string) => writeCapture(path, "single", segments);
  return measureIn(write, async (editor, time) => {
    await editor.locator("wirenote-ladder .arrow").first().waitFor();
    // every segment in a row of its own
    await editor.locator("wirenote-flow input[type=checkbox]").uncheck();
    return scroll(editor, "wirenote-ladder", time, count);
  });
}

/** The same of a capture's connections, as many as are drawn, all in one flow. */
export function measureJointLadder(shape: Shape, packets: number, count: number): Promise<LadderScroll> {
  const write = (path: string) => writeCapture(path, shape, packets);
  return measureIn(write, async (editor, time, { page }) => {
    await editor.locator("wirenote-flow .scope").click();
    // before the way to choose one by one stands all of the capture
    await page.locator(".quick-input-list .monaco-list-row").nth(-2).click();
    await editor.locator("wirenote-joint-ladder .arrow").first().waitFor();
    await editor.locator("wirenote-flow input[type=checkbox]").uncheck();
    return scroll(editor, "wirenote-joint-ladder", time, count);
  });
}

async function measureIn(
  write: (path: string) => void,
  measure: (editor: Frame, time: PageTime, workbench: Workbench) => Promise<LadderScroll>,
): Promise<LadderScroll> {
  const folder = mkdtempSync(join(tmpdir(), "wirenote-ladder-"));
  write(join(folder, "long.pcap"));
  const server = await startVsCode({ folder });
  try {
    const workbench = await openWorkbench(server, { size: { width: 1600, height: 1000 } });
    await workbench.openFile("long.pcap");
    const editor = await workbench.webviewFrame("wirenote-editor");
    await editor.locator("vscode-progress-bar").waitFor({ state: "detached", timeout: 120_000 });
    const measured = await measure(editor, await PageTime.of(workbench, editor), workbench);
    await workbench.close();
    return measured;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function scroll(editor: Frame, ladder: string, time: PageTime, count: number): Promise<LadderScroll> {
  const steps = await scrollSteps({ scroller: editor.locator(`${ladder} .scroller`), notch, isSettled }, time, count);
  return { steps, arrows: await editor.locator(`${ladder} .arrow`).count() };
}

/** Arrows fill what is seen of the ladder. */
function isSettled(scroller: Element): boolean {
  const { top, bottom } = scroller.getBoundingClientRect();
  const backs = [...scroller.querySelectorAll(".arrow .back")].map((back) => back.getBoundingClientRect());
  return backs.some((back) => back.top <= top + 60) && backs.some((back) => back.bottom >= bottom - 60);
}
