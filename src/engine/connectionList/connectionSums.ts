import { MarkBit } from "../../connections/marks";
import type { TroubleKind } from "../../view/onScreen/troubleKinds";
import type { CapturedPackets } from "../capturedPackets";
import { LongWork } from "../longWork";
import type { ShownPackets } from "../shownPackets";
import { kindsOfTrouble, troubleIn } from "../trouble";

const between = 1 << 14;

/** Sums of the shown packets of every connection: by connection, or by flow where the two ends are told apart. */
export class ConnectionSums {
  readonly packets: Uint32Array;
  /** By flow (`PacketColumns.flow`). */
  readonly bytes: Float64Array;
  readonly trouble: Uint32Array;
  readonly resent: Uint32Array;
  /** The number of the first packet with which something is wrong; 0 for none. */
  readonly firstTrouble: Uint32Array;
  /** What is wrong with any of its packets, in the bits of `troubleIn`. */
  private readonly wrong: Uint32Array;
  /** The connections that have shown packets, rising. */
  streams = new Uint32Array(0);

  private constructor(connections: number) {
    this.packets = new Uint32Array(connections);
    this.bytes = new Float64Array(2 * connections);
    this.trouble = new Uint32Array(connections);
    this.resent = new Uint32Array(connections);
    this.firstTrouble = new Uint32Array(connections);
    this.wrong = new Uint32Array(connections);
  }

  static async of(packets: CapturedPackets, shown: ShownPackets): Promise<ConnectionSums> {
    const { columns, tracker } = packets;
    const sums = new ConnectionSums(tracker.count);
    const troubleOf = troubleIn(packets);
    const work = new LongWork({});
    const { count } = shown;
    for (let place = 0; place < count; place += 1) {
      if (place % between === 0) await work.pause(place / count);
      const index = shown.indexAt(place);
      const flow = columns.flow[index];
      const stream = flow >> 1;
      // a connection that has begun since the counting started is left out
      if (flow < 0 || stream >= sums.packets.length) continue;
      sums.packets[stream] += 1;
      sums.bytes[flow] += Math.max(0, columns.payload.get(index));
      if (columns.marks[index] & MarkBit.retransmission) sums.resent[stream] += 1;
      const wrong = troubleOf(index);
      if (wrong === 0) continue;
      sums.trouble[stream] += 1;
      // a sorted list may have later packets first
      const known = sums.firstTrouble[stream];
      if (known === 0 || index + 1 < known) sums.firstTrouble[stream] = index + 1;
      sums.wrong[stream] |= wrong;
    }
    sums.streams = Uint32Array.from(sums.packets.keys()).filter((stream) => sums.packets[stream] > 0);
    return sums;
  }

  kindsOfTrouble(stream: number): readonly TroubleKind[] {
    return kindsOfTrouble(this.wrong[stream]);
  }
}
