import type { ListedSegment } from "../decode/plainSegment";
import { quickSegment } from "../decode/quickSegment";
import type { Dump, Lines } from "../dump/dump";
import { dumpsAbove } from "../dump/findDumps";
import type { DescribedSegment } from "../prose/mention";

/** How far back in a note a connection is followed: enough for a handshake, a question and a closing, too little to cost much. */
const most = { lines: 48, packets: 5, segments: 4 };

/** Segments of the same connection whose bytes stand above a dump, the nearest first. */
export function earlierPackets(lines: Lines, dump: Dump, segment: ListedSegment): DescribedSegment[] {
  const found: DescribedSegment[] = [];
  let left = most.packets;
  for (const above of dumpsAbove(lines, dump, most.lines)) {
    const other = quickSegment(above.startLayer, above.bytes);
    if (other && isSameConnection(other, segment)) found.push(describedByBytes(other));
    left -= 1;
    if (left === 0 || found.length === most.segments) break;
  }
  return found;
}

/** By the ports alone: people change the addresses of what they publish, and not always alike. */
function isSameConnection(one: ListedSegment, other: ListedSegment): boolean {
  const isSame = one.srcport === other.srcport && one.dstport === other.dstport;
  return isSame || (one.srcport === other.dstport && one.dstport === other.srcport);
}

/** A decoded segment in the form that explanations of a described one ask for: what is not known is not there. */
export function describedByBytes(segment: ListedSegment): DescribedSegment {
  const { options } = segment;
  const described: { -readonly [Key in keyof DescribedSegment]: DescribedSegment[Key] } = {
    notation: "bytes",
    source: { port: String(segment.srcport) },
    destination: { port: String(segment.dstport) },
  };
  if (segment.flags !== undefined) described.flags = segment.flags;
  if (segment.seq !== undefined) described.seq = segment.seq;
  if (segment.ack !== undefined) described.ack = segment.ack;
  if (segment.window !== undefined) described.window = segment.window;
  if (segment.urgentPointer !== undefined) described.urgentPointer = segment.urgentPointer;
  if (segment.length !== undefined) described.length = segment.length;
  if (options.maximumSegmentSize !== undefined) described.maximumSegmentSize = options.maximumSegmentSize;
  if (options.windowShift !== undefined) described.windowShift = options.windowShift;
  if (options.timestampValue !== undefined) described.timestampValue = options.timestampValue;
  if (options.timestampEcho !== undefined) described.timestampEcho = options.timestampEcho;
  if (options.sack !== undefined) described.sack = options.sack;
  return described;
}
