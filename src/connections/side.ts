import type { Moment } from "./clock";

/** What a segment was when nobody had acknowledged it yet. Numbers are as on the wire. */
export interface Unacknowledged {
  readonly frame: number;
  seq: number;
  readonly end: number;
  readonly time: Moment;
}

/** What one side of a connection has said so far. A number that is 0 is one that is not known, as in Wireshark. */
export class Side {
  /** What its relative numbers count from. */
  base: number | undefined;
  windowShift = unknownShift;
  /** The highest number it has used, and the segment that used it. */
  next = 0;
  nextTime: Moment | undefined;
  nextFrame = 0;
  /** The highest number that the other side may acknowledge without surprise. */
  mostAcknowledgeable = 0;
  /** Of its latest segment, as on the wire. */
  window = 2 ** 32 - 1;
  lastAck = 0;
  lastAckTime: Moment | undefined;
  lastMarks: ReadonlySet<Mark> = new Set();
  /** Duplicate acknowledgments in a row; -1 after one that acknowledged what was not captured. */
  duplicates = 0;
  lastNewAckFrame = 0;
  unacknowledged: Unacknowledged[] = [];
  /** Selective acknowledgments of its latest segment. */
  sackBlocks: readonly (readonly [left: number, right: number])[] = [];
  /** Its bytes in flight can be told: nothing was missing since the other side was heard last. */
  flightIsKnown = true;
  /** It has sent a SYN and no plain acknowledgment since: its window is not scaled yet. */
  awaitsFirstAck = false;
  pushedBytes = 0;
  lastWasPush = false;
}

export const unknownShift = -1;
export const shiftNotInUse = -2;

/** What may be remarkable about a segment, by the last part of Wireshark's `tcp.analysis.*`. */
export const marks = [
  "ack_lost_segment",
  "duplicate_ack",
  "fast_retransmission",
  "keep_alive",
  "keep_alive_ack",
  "lost_segment",
  "out_of_order",
  "retransmission",
  "reused_ports",
  "spurious_retransmission",
  "tfo_ack",
  "tfo_ignored",
  "tfo_syn",
  "window_full",
  "window_update",
  "zero_window",
  "zero_window_probe",
  "zero_window_probe_ack",
] as const;
export type Mark = (typeof marks)[number];

/** Marks as one number, for columns. */
export function packMarks(set: ReadonlySet<Mark>): number {
  return marks.reduce((bits, mark, index) => (set.has(mark) ? bits | (1 << index) : bits), 0);
}

export function unpackMarks(bits: number): ReadonlySet<Mark> {
  return new Set(marks.filter((_, index) => (bits & (1 << index)) !== 0));
}
