import type { Words } from "../text/words";
import type { CapturedPackets } from "./capturedPackets";
import { ConnectionFlow } from "./connectionFlow";
import { flowSegmentAt } from "./flowSegmentAt";
import { wireSegmentAt } from "./wireSegmentAt";

/** Flows are kept up to so many segments in all: whoever looks at several connections selects now this one, now that one. */
const mostKept = 500_000;

/** The flows of those connections of a capture that are looked at. */
export class Flows {
  /** By connection, in the order in which they were looked at. */
  private readonly looked = new Map<number, { readonly packets: number; readonly flow: ConnectionFlow }>();

  constructor(
    private readonly packets: CapturedPackets,
    private readonly words: Words,
  ) {}

  /** The flow of a connection; it is kept for those that were looked at last, until more of their packets are known. */
  of(stream: number): ConnectionFlow {
    const connection = this.packets.tracker.connection(stream);
    const known = this.looked.get(stream);
    this.looked.delete(stream);
    const kept = known?.packets === connection.packets ? known : { packets: connection.packets, flow: this.draw(stream) };
    this.looked.set(stream, kept);
    this.forgetEldest();
    return kept.flow;
  }

  private forgetEldest(): void {
    let segments = 0;
    for (const { packets } of this.looked.values()) segments += packets;
    for (const [stream, { packets }] of this.looked) {
      if (segments <= mostKept || this.looked.size === 1) return;
      this.looked.delete(stream);
      segments -= packets;
    }
  }

  private draw(stream: number): ConnectionFlow {
    const { columns, tracker } = this.packets;
    const connection = tracker.connection(stream);
    const source = {
      connection,
      packets: this.packets.ofConnection(stream),
      wire: (index: number) => wireSegmentAt(columns, index),
      seconds: (index: number) => columns.spanBetween(connection.firstPacket, index) / 1e9 || 0,
      read: (index: number) => flowSegmentAt(this.packets, index),
    };
    return new ConnectionFlow(stream, source, this.words);
  }
}
