import { sequence } from "../bytes/sequence";
import type { Segment } from "../decode/packet";
import { StreamAssembler } from "./reassembly";
import { isAck, isSyn } from "./segmentFlags";
import { type End, otherEnd } from "./wireSegment";

export interface FollowSink {
  readonly onBytes: (from: End, bytes: Uint8Array, packet: number) => void;
  readonly onGap: (from: End, count: number, at: number) => void;
}

/** Both directions of one connection as streams of bytes, given out in the order in which the capture completes them. */
export class StreamFollower {
  private readonly directions: readonly [StreamAssembler, StreamAssembler];

  constructor(sink: FollowSink) {
    const direction = (from: End) =>
      new StreamAssembler({
        onBytes: (bytes, packet) => sink.onBytes(from, bytes, packet),
        onGap: (count, at) => sink.onGap(from, count, at),
      });
    this.directions = [direction(0), direction(1)];
  }

  /** The segment of a packet, given by its index. */
  add(packet: number, from: End, segment: Segment): void {
    const { seq, ack, flags = 0, length = 0, payload } = segment;
    if (seq === undefined) return;
    if (isAck({ flags }) && ack !== undefined) this.directions[otherEnd(from)].acknowledge(ack);
    const first = isSyn({ flags }) ? sequence.add(seq, 1) : seq;
    if (isSyn({ flags })) this.directions[from].begin(first);
    const bytes = payload?.content().subarray(0, length) ?? new Uint8Array();
    this.directions[from].add({ seq: first, length, bytes, packet });
  }

  finish(): void {
    for (const direction of this.directions) direction.finish();
  }
}
