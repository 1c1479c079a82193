import type { Mark } from "./marks";

/** Which end of a connection: 0 sent its first segment, 1 is the other. */
export type End = 0 | 1;

export const otherEnd = (end: End): End => (end === 0 ? 1 : 0);

/** One segment of a connection, as far as the wire tells: all that states, opening and closing are found from. */
export interface WireSegment {
  /** Number of its packet in the capture, counted from 1. */
  readonly frame: number;
  readonly from: End;
  /** As on the wire. */
  readonly seq: number;
  readonly ack: number;
  readonly flags: number;
  /** Bytes of payload; 0 where their number is not known. */
  readonly length: number;
  /** In bytes: scaled where the scale is known. */
  readonly window: number;
  readonly marks: ReadonlySet<Mark>;
}
