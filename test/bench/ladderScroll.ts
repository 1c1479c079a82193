import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startVsCode } from "../host/vscodeServer";
import { openWorkbench, type Workbench } from "../host/workbench";
import { writeCapture } from "./captures";
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
export async function measureLadder(segments: number, count: number): Promise<LadderScroll> {
  const folder = mkdtempSync(join(tmpdir(), "wirenote-ladder-"));
  writeCapture(join(folder, "single.pcap"), "single", segments);
  const server = await startVsCode({ folder });
  try {
    const workbench = await openWorkbench(server, { size: { width: 1600, height: 1000 } });
    const steps = await scroll(workbench, count);
    await workbench.close();
    return steps;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function scroll(workbench: Workbench, count: number): Promise<LadderScroll> {
  await workbench.openFile("single.pcap");
  const editor = await workbench.webviewFrame("wirenote-editor");
  await editor.locator("wirenote-ladder .arrow").first().waitFor();
  await editor.locator("vscode-progress-bar").waitFor({ state: "detached", timeout: 120_000 });
  // every segment in a row of its own
  await editor.locator("wirenote-flow input[type=checkbox]").uncheck();
  const time = await PageTime.of(workbench, editor);
  const steps = await scrollSteps({ scroller: editor.locator("wirenote-ladder .scroller"), notch, isSettled }, time, count);
  return { steps, arrows: await editor.locator("wirenote-ladder .arrow").count() };
}

/** Arrows fill what is seen of the ladder. */
function isSettled(scroller: Element): boolean {
  const { top, bottom } = scroller.getBoundingClientRect();
  const backs = [...scroller.querySelectorAll(".arrow .back")].map((back) => back.getBoundingClientRect());
  return backs.some((back) => back.top <= top + 60) && backs.some((back) => back.bottom >= bottom - 60);
}
