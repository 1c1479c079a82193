import { decodeFrom } from "../decode/decodePacket";
import { lastSegment, type Segment } from "../decode/packet";
import type { Dump, Lines } from "../dump/dump";
import { dumpsAbove } from "../dump/findDumps";
import type { DescribedSegment } from "../prose/mention";

/** How far back in a note a connection is followed: enough for a handshake, a question and a closing, too little to cost much. */
const most = { lines: 64, packets: 6, segments: 4 };

/** Segments of the same connection whose bytes stand above a dump, the nearest first. */
export function earlierPackets(lines: Lines, dump: Dump, segment: Segment): DescribedSegment[] {
  const found: DescribedSegment[] = [];
  let left = most.packets;
  for (const above of dumpsAbove(lines, dump, most.lines)) {
    const other = lastSegment(decodeFrom(above.startLayer, above.bytes));
    if (other && isSameConnection(other, segment)) found.push(describedByBytes(other));
    left -= 1;
    if (left === 0 || found.length === most.segments) break;
  }
  return found;
}

/** By the ports alone: people change the addresses of what they publish, and not always alike. */
function isSameConnection(one: Segment, other: Segment): boolean {
  const isSame = one.srcport === other.srcport && one.dstport === other.dstport;
  return isSame || (one.srcport === other.dstport && one.dstport === other.srcport);
}

/** A decoded segment in the form that explanations of a described one ask for. */
export function describedByBytes({ srcport, dstport, options, ...segment }: Segment): DescribedSegment {
  const { flags, seq, ack, window, urgentPointer, length } = segment;
  const { maximumSegmentSize, windowShift, timestampValue, timestampEcho, sack } = options;
  return {
    notation: "bytes",
    source: { port: String(srcport) },
    destination: { port: String(dstport) },
    ...(flags !== undefined && { flags }),
    ...(seq !== undefined && { seq }),
    ...(ack !== undefined && { ack }),
    ...(window !== undefined && { window }),
    ...(urgentPointer !== undefined && { urgentPointer }),
    ...(length !== undefined && { length }),
    ...(maximumSegmentSize !== undefined && { maximumSegmentSize }),
    ...(windowShift !== undefined && { windowShift }),
    ...(timestampValue !== undefined && { timestampValue }),
    ...(timestampEcho !== undefined && { timestampEcho }),
    ...(sack && { sack }),
  };
}
