import { strict as assert } from "node:assert";
import { inflated } from "../../src/bytes/inflate.node";
import { memorySource } from "../../src/bytes/source";
import { type CaptureEngine, captureEngine } from "../../src/engine/captureEngine";
import { wordsFor } from "../../src/text/languages";
import type { TrafficKind } from "../../src/view/onScreen/trafficLook";
import { describeAgainstTshark } from "./againstTshark";
import { realCaptures } from "./realCaptures";
import { runTshark } from "./tshark";

const filters = ["", "tcp.len > 0", "tcp.analysis.flags", "udp"];
/** Made to break programs: times there are none, or beyond what Wireshark counts with. */
const isDamaged = (name: string) => /^fuzz|time|mixed-endian|spb|packet-comments/.test(name);
const captures = realCaptures(40, { largest: 2_000_000, isTaken: (name) => !isDamaged(name) });

/** Frames and bytes by the number of their interval, but for those without any. */
type Counts = Record<number, string>;

/** What `io,stat` prints of each interval, filter by filter; what lies exactly where the last one ends is printed nowhere. */
function theirCounts(file: string, interval: number): { counts: Counts[]; end: number } {
  const printed = runTshark(file, ["-q", "-z", ["io,stat", interval, ...filters].join()]);
  const rows = [...printed.matchAll(/^\|[^|]*<>[^|]*((?:\| *\d+ *)+)\|$/gm)].map(([, cells]) => cells.match(/\d+/g) ?? []);
  const counts = filters.map((_, filter) =>
    Object.fromEntries(
      rows.flatMap((cells, i) => {
        const [frames, bytes] = cells.slice(2 * filter);
        return frames === "0" ? [] : [[i, `${frames} ${bytes}`]];
      }),
    ),
  );
  return { counts, end: rows.length };
}

async function ourCounts(engine: CaptureEngine, interval: number, filter: string, track: string): Promise<Counts> {
  await engine.filter(filter);
  const values = async (traffic: TrafficKind) =>
    (await engine.writeTraffic({ traffic, width: 300, height: 100 }, "csv"))
      .split("\n")
      .map((row) => row.split(","))
      .filter((cells) => cells[2] === track)
      .map((cells) => [Math.round(Number(cells[1]) / interval), Number(cells[3]) * interval] as const);
  const bits = await values("bitRate");
  const packets = await values("packetRate");
  return Object.fromEntries(
    packets.flatMap(([at, count], i) => (count === 0 ? [] : [[at, `${Math.round(count)} ${Math.round(bits[i][1] / 8)}`]])),
  );
}

describeAgainstTshark("the capture over time", (folder) => {
  for (const { name, bytes } of captures) {
    it(`has as much in every interval of ${name}`, async () => {
      const source = await inflated(memorySource(bytes));
      const engine = captureEngine(async () => source, wordsFor("en"));
      await engine.index(() => {});
      const all = await engine.trafficWithin({ traffic: "bitRate", width: 300, height: 100 }, { from: 0, to: 0 });
      // one packet, or all at once
      if (!all?.within) return;
      const interval = all.within.to - all.within.from;
      const before = await engine.filter("frame.time_relative < 0");
      // Wireshark leaves out what comes before the first packet; and it counts in microseconds
      if (interval < 1e-3 || ("shown" in before && before.shown > 0)) return;
      const file = folder.file("capture", bytes);
      const { counts, end } = theirCounts(file, interval);
      for (const [i, filter] of filters.entries()) {
        const ours = await ourCounts(engine, interval, filter, filter === "" ? "all" : "shown");
        delete ours[end];
        assert.deepEqual(ours, counts[i], `${filter} every ${interval} s`);
      }
    });
  }
});
