import type { WireSegment } from "../connections/wireSegment";
import type { NumberedSegments } from "../view/flow/sentSoFar";
import type { ConnectionSource } from "./connectionFlow";

/** What is needed again and again of every segment of a connection, in columns. */
export class Wires {
  private readonly frames: Uint32Array;
  private readonly ends: Uint8Array;
  private readonly flags: Uint16Array;
  private readonly lengths: Uint32Array;
  private readonly marked: Uint8Array;
  private readonly seqs: Uint32Array;
  private readonly acks: Uint32Array;
  private readonly windows: Uint32Array;

  constructor(private readonly source: ConnectionSource) {
    const { length } = source.packets;
    this.frames = new Uint32Array(length);
    this.ends = new Uint8Array(length);
    this.flags = new Uint16Array(length);
    this.lengths = new Uint32Array(length);
    this.marked = new Uint8Array(length);
    this.seqs = new Uint32Array(length);
    this.acks = new Uint32Array(length);
    this.windows = new Uint32Array(length);
  }

  add(i: number): WireSegment {
    const wire = this.source.wire(this.source.packets[i]);
    this.frames[i] = wire.frame;
    this.ends[i] = wire.from;
    this.flags[i] = wire.flags;
    this.lengths[i] = wire.length;
    this.seqs[i] = wire.seq;
    this.acks[i] = wire.ack;
    this.windows[i] = wire.window;
    this.marked[i] = wire.marks.size > 0 ? 1 : 0;
    return wire;
  }

  segments(changesStates: (frame: number) => boolean): NumberedSegments {
    const { frames, ends, flags, lengths, marked, seqs, acks, windows, source } = this;
    const { packets } = source;
    return {
      count: packets.length,
      frame: (i) => frames[i],
      connection: () => 0,
      from: (i) => (ends[i] === 0 ? 0 : 1),
      flags: (i) => flags[i],
      length: (i) => lengths[i],
      seq: (i) => seqs[i],
      ack: (i) => acks[i],
      window: (i) => windows[i],
      seconds: (i) => source.seconds(packets[i]),
      isRemarkable: (i) => marked[i] === 1 || changesStates(frames[i]),
    };
  }
}
