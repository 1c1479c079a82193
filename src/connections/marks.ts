import { SideStatus, shiftOf as shiftOfStatus } from "./side";

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

/** A bit for each, in their order: an enumeration, since the build puts its numbers where they are used. */
export enum MarkBit {
  ackLostSegment = 1 << 0,
  duplicateAck = 1 << 1,
  fastRetransmission = 1 << 2,
  keepAlive = 1 << 3,
  keepAliveAck = 1 << 4,
  lostSegment = 1 << 5,
  outOfOrder = 1 << 6,
  retransmission = 1 << 7,
  reusedPorts = 1 << 8,
  spuriousRetransmission = 1 << 9,
  fastOpenAck = 1 << 10,
  fastOpenIgnored = 1 << 11,
  fastOpenSyn = 1 << 12,
  windowFull = 1 << 13,
  windowUpdate = 1 << 14,
  zeroWindow = 1 << 15,
  zeroWindowProbe = 1 << 16,
  zeroWindowProbeAck = 1 << 17,
}

/** What says that bytes are sent another time. */
export const sentAgain = MarkBit.retransmission | MarkBit.fastRetransmission | MarkBit.spuriousRetransmission;
export const fastOpenMarks = MarkBit.fastOpenAck | MarkBit.fastOpenIgnored | MarkBit.fastOpenSyn;

/** A row has the window shift and the bit of Accurate ECN so many bits above their places in the sender's status: above its marks, and among the bits of its options (`SegmentOption.rowMask`). */
export const statusBit = 12;

/** The sender's window shift, or one of the signs that `side.ts` has for none. */
export const shiftOf = (bits: number): number => shiftOfStatus(bits >>> statusBit);

/** The flags AE, CWR and ECE of a row are a number. */
export const usesAce = (bits: number): boolean => ((bits >>> statusBit) & SideStatus.usesAce) !== 0;

export const allMarks = 2 ** marks.length - 1;

/** Only few combinations ever occur, so that each is made once. */
const knownNames = new Map<number, ReadonlySet<Mark>>();

export function markNames(bits: number): ReadonlySet<Mark> {
  const own = bits & allMarks;
  let names = knownNames.get(own);
  if (!names) {
    names = new Set(marks.filter((_, index) => (own & (1 << index)) !== 0));
    knownNames.set(own, names);
  }
  return names;
}
