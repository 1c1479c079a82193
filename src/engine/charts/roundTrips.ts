import { Replay } from "../../connections/replay";
import type { CapturedPackets } from "../capturedPackets";
import { LongWork } from "../longWork";

const between = 4096;

/** For each of a connection's packets: how many seconds the segment that it acknowledges had waited for that; NaN where it acknowledges none. */
export async function roundTripsOf({ tracker, columns }: CapturedPackets, packets: Uint32Array): Promise<Float64Array> {
  const replay = new Replay(tracker, columns);
  const found = new Float64Array(packets.length).fill(Number.NaN);
  const work = new LongWork({});
  for (let i = 0; i < packets.length; i += 1) {
    if (i % between === 0) await work.pause(i / packets.length);
    const { acknowledges, roundTrip } = replay.follow(packets[i]);
    if (acknowledges !== 0) found[i] = roundTrip / 1e9;
  }
  return found;
}
