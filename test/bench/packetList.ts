import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { fileSource } from "../../src/bytes/fileSource.node";
import { captureEngine } from "../../src/engine/captureEngine";
import { wordsFor } from "../../src/text/languages";
import { startVsCode } from "../host/vscodeServer";
import { waitFor } from "../host/waitFor";
import { openWorkbench, type Workbench } from "../host/workbench";
import { writeCapture } from "./captures";
import { quantile, tellQuantiles } from "./measure";
import { PageTime } from "./pageTime";
import type { Report } from "./report";
import { scrollSteps } from "./scrolling";

const few = 1000;
const steps = 200;
const jumps = 30;

/** The packet list in the real VS Code, over few packets and over very many: what a person waits for, and what it takes. */
export async function measurePacketList(report: Report, many: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "wirenote-list-bench-"));
  writeCapture(join(folder, "few.pcap"), "tiny", few);
  const { bytes } = writeCapture(join(folder, "many.pcap"), "tiny", many);
  const title = `packet list of ${(many / 1e6).toFixed(0)} million packets, ${(bytes / 1e6).toFixed(0)} MB`;
  report.atMost(
    `${title}: % of the file read when the first rows are there`,
    await readAtFirstRows(join(folder, "many.pcap")),
    2,
  );
  const server = await startVsCode({ folder });
  const workbench = await openWorkbench(server, { size: { width: 1400, height: 900 } });
  try {
    const small = await measureList(workbench, "few.pcap", few);
    const large = await measureList(workbench, "many.pcap", many);
    for (const [packets, { scroll }] of [
      [few, small],
      [many, large],
    ] as const) {
      report.line(`a scroll step over ${packets} packets, ms of script and layout: ${tellQuantiles(scroll)}`);
      report.atMost(`script and layout of a scroll step over ${packets} packets, ms, 95 of 100 below`, quantile(scroll, 0.95), 8);
    }
    report.atMost(`${title}: frames from the engine's answer to its rows, at most`, Math.max(...large.frames), 1);
    report.line(`memory of the page: ${(small.memory / 1e6).toFixed(2)} MB, ${(large.memory / 1e6).toFixed(2)} MB`);
    report.atMost(`${title}: memory of the page against that of ${few}`, large.memory / small.memory, 1.2);
    report.atMost(`${title}: elements of the list against those of ${few}`, large.elements / small.elements, 1.2);
  } finally {
    await workbench.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The share of the file that the engine has read when it has given the first rows, in percent. */
async function readAtFirstRows(path: string): Promise<number> {
  const source = await fileSource(path);
  const engine = captureEngine(async () => source, wordsFor("en"));
  let read: number | undefined;
  let isAsked = false;
  await engine.index(({ packets }) => {
    if (isAsked || packets === 0) return;
    isAsked = true;
    void engine.rows(0, 60).then(async () => {
      read = (await engine.summary()).read * 100;
      await engine.stopReading();
    });
  });
  await source.close();
  return read ?? 100;
}

interface MeasuredList {
  /** Milliseconds of script, style and layout of each step. */
  readonly scroll: readonly number[];
  /** Frames from an answer to the rows that it brought. */
  readonly frames: readonly number[];
  /** Bytes in use after what is not needed has been thrown away. */
  readonly memory: number;
  readonly elements: number;
}

async function measureList(workbench: Workbench, name: string, packets: number): Promise<MeasuredList> {
  await workbench.openFile(name);
  const frame = await workbench.webviewFrame(`wirenote-packet-list [role=grid][aria-rowcount='${packets + 1}']`);
  await waitFor("the end of reading", async () => (await frame.locator("wirenote-work").count()) === 0, 120_000);
  const time = await PageTime.of(workbench, frame);
  const scroll = await scrollSteps(
    {
      scroller: frame.locator("wirenote-packet-list [role=grid]"),
      notch: 66,
      isSettled: (scroller) => scroller.querySelector(".row") !== null && scroller.querySelector(".row.waiting") === null,
    },
    time,
    steps,
  );
  const frames = await jumpFrames(frame);
  const { session } = time;
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const elements = await frame.locator("wirenote-packet-list").evaluate((list) => list.shadowRoot!.querySelectorAll("*").length);
  await workbench.runCommand("View: Close All Editors");
  return { scroll, frames, memory: usedSize, elements };
}

/** To places all over the capture: how many frames after the engine's answer its rows are there. */
async function jumpFrames(frame: Frame): Promise<number[]> {
  return frame.locator("wirenote-packet-list [role=grid]").evaluate(async (grid, count) => {
    const found: number[] = [];
    let answered = Number.POSITIVE_INFINITY;
    let frames = 0;
    const listen = ({ data }: MessageEvent) => {
      if ((data as { kind?: string }).kind !== "ok") return;
      answered = performance.now();
      frames = 0;
    };
    window.addEventListener("message", listen);
    for (let i = 0; i < count; i += 1) {
      answered = Number.POSITIVE_INFINITY;
      frames = 0;
      grid.scrollTop = ((i * 0.618_034) % 1) * grid.scrollHeight;
      const end = performance.now() + 10_000;
      do {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        if (performance.now() > answered) frames += 1;
      } while (grid.querySelector(".row.waiting") !== null && performance.now() < end);
      found.push(Math.max(1, frames));
    }
    window.removeEventListener("message", listen);
    return found;
  }, jumps);
}
