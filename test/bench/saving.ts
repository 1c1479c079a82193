import { join } from "node:path";
import { unheard } from "../../src/engine/contract/engine";
import type { CaptureFormat } from "../../src/engine/save/fileFormat";
import { type OpenEngine, startEngine } from "../../src/engine/startWorker.node";
import { fileSink } from "../../src/extension/captures/save/pieceSinks";
import { writePieces } from "../../src/extension/captures/save/writePieces";
import { inRepository } from "../host/repository";
import type { Shape } from "./captures";
import { writeCapture } from "./captures";
import type { Format } from "./captureWriter";
import { measure } from "./measure";
import type { Report } from "./report";
import { program } from "./tools";

const none = unheard;

/** All packets of a capture saved, by the same worker and the same way to the disk as in the editor, beside programs in C. */
export async function measureSaving(report: Report, folder: string, packets: number, rounds: number): Promise<void> {
  for (const shape of ["tiny", "web"] as const)
    for (const from of ["pcap", "pcapng"] as const) await measureShape(report, folder, shape, from, packets, rounds);
}

async function measureShape(
  report: Report,
  folder: string,
  shape: Shape,
  from: Format,
  packets: number,
  rounds: number,
): Promise<void> {
  const path = join(folder, `saving.${from}`);
  const { bytes } = writeCapture(path, shape, packets, from);
  const running = startEngine(inRepository("dist", "engineWorker.js"), { path, language: "en" });
  const opened = running.open(none);
  try {
    await opened.engine.wholeSummary();
    const before = process.memoryUsage.rss();
    let most = before;
    for (const to of ["pcapng", "pcap"] satisfies CaptureFormat[]) {
      const title = `saving all of ${shape}, ${from} to ${to}, ${(packets / 1e6).toFixed(1)} million packets, ${(bytes / 1e6).toFixed(0)} MB`;
      const target = join(folder, `saved.${to}`);
      const ours = async () => {
        await save(opened, target, to, () => {
          most = Math.max(most, process.memoryUsage.rss());
        });
        return undefined;
      };
      const measured = await measure(
        [
          { name: "wirenote, from the editor", run: ours },
          ...program("editcap, whole process", "editcap", ["-F", to, path, join(folder, "peer")]),
          ...program("tcpdump -w, whole process", "tcpdump", ["-r", path, "-w", join(folder, "peer2")]),
        ],
        rounds,
      );
      report.table(title, measured);
      const [, editcap] = measured;
      report.atMost(`${title}: of the time of editcap`, editcap && 1 / editcap.ratio, 1.5);
    }
    report.atMost(`saving all of ${shape}, ${from}: MB more in memory at most`, (most - before) / 1e6, 150);
  } finally {
    opened.close();
    running.stop();
  }
}

async function save({ engine }: OpenEngine, target: string, format: CaptureFormat, onPiece: () => void): Promise<void> {
  const begun = await engine.beginFile({ kind: "all" }, format);
  if ("obstacle" in begun) throw new Error(`pcap cannot hold them: ${begun.obstacle.kind}`);
  await writePieces(engine, begun.file, await fileSink(target), onPiece, () => false);
  await engine.endFile(begun.file);
}
