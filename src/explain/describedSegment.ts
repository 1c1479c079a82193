import { sequence } from "../bytes/sequence";
import type { Segment } from "../decode/packet";
import { goesTheSameWay } from "../prose/earlierSegments";
import type { DescribedSegment } from "../prose/mention";
import { tcpFlag } from "../protocols/tcp";

/** What a text tells of a segment, in the form that explanations of a decoded one ask for. */
export function asSegment(described: DescribedSegment): Segment {
  return {
    network: undefined,
    srcport: undefined,
    dstport: undefined,
    seq: described.seq,
    ack: described.ack,
    headerLength: described.headerLength,
    flags: described.flags,
    window: described.window,
    checksum: undefined,
    checksumStatus: described.checksum?.status === "unchecked" ? undefined : described.checksum?.status,
    urgentPointer: described.urgentPointer,
    length: described.length,
    payload: undefined,
    options: {},
  };
}

export const hasFlag = ({ flags = 0 }: DescribedSegment, bit: number) => (flags & bit) !== 0;

/** The segment right before, where the other side sent it. */
export function answered(segment: DescribedSegment, earlier: readonly DescribedSegment[]): DescribedSegment | undefined {
  return earlier.length > 0 && !goesTheSameWay(earlier[0], segment) ? earlier[0] : undefined;
}

/** Smaller numbers are counted from the SYN: raw ones are almost never so small. */
const largestRelative = 2 ** 24;
export const isRelative = ({ seq = 0, ack = 0 }: DescribedSegment) => seq < largestRelative && ack < largestRelative;

/** The acknowledgment number that covers all of a segment. */
export function nextNumber(segment: DescribedSegment): number | undefined {
  if (segment.seq === undefined) return undefined;
  const flags = (hasFlag(segment, tcpFlag.SYN) ? 1 : 0) + (hasFlag(segment, tcpFlag.FIN) ? 1 : 0);
  return sequence.add(segment.seq, (segment.length ?? 0) + flags);
}

/** By how many bits a segment's window is to be shifted, if the SYNs before it tell: 0 if they did not agree on scaling. */
export function windowShift(segment: DescribedSegment, earlier: readonly DescribedSegment[]): number | undefined {
  const syns = earlier.filter((each) => hasFlag(each, tcpFlag.SYN));
  const own = syns.find((each) => goesTheSameWay(each, segment));
  const other = syns.find((each) => !goesTheSameWay(each, segment));
  if (!own || !other) return undefined;
  return own.windowShift === undefined || other.windowShift === undefined ? 0 : own.windowShift;
}

/** The largest segment that the other side said it would take. */
export function largestSegment(segment: DescribedSegment, earlier: readonly DescribedSegment[]): number | undefined {
  return earlier.find((each) => hasFlag(each, tcpFlag.SYN) && !goesTheSameWay(each, segment))?.maximumSegmentSize;
}
