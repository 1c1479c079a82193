import { sequence } from "../bytes/sequence";
import type { ListedSegment } from "../decode/plainSegment";
import { quickSegment } from "../decode/quickSegment";
import type { Dump, Lines } from "../dump/dump";
import { dumpsAbove } from "../dump/findDumps";
import { goesTheOtherWay, goesTheSameWay, mayDescribe, segmentDescribedAt } from "../prose/earlierSegments";
import type { DescribedSegment } from "../prose/mention";
import { isHexRow } from "../prose/passage";
import { tcpFlag } from "../protocols/tcp";
import { hasFlag, isRelative } from "./describedSegment";

/** How far back in a note a connection is followed: far enough for a handshake, a question and a closing, but not so far that it takes long. */
const most = { lines: 48, packets: 5, segments: 4 };

/** A segment that stands above, and the line in which it begins. */
interface Above {
  readonly line: number;
  readonly segment: DescribedSegment;
}

/** Segments of the same connection that stand above a dump, as bytes or as a line that describes one without bytes; the nearest first. */
export function earlierPackets(lines: Lines, dump: Dump, segment: ListedSegment): DescribedSegment[] {
  const shown: Dump[] = [];
  const byBytes: Above[] = [];
  for (const above of dumpsAbove(lines, dump, most.lines)) {
    const other = quickSegment(above.startLayer, above.bytes);
    if (other && isSameConnection(other, segment)) byBytes.push({ line: above.startLine, segment: describedByBytes(other) });
    shown.push(above);
    if (shown.length === most.packets || byBytes.length === most.segments) break;
  }
  // nothing is looked for above the last of enough segments
  const oldest = byBytes.length === most.segments ? byBytes[byBytes.length - 1].line : Math.max(0, dump.startLine - most.lines);
  const byWords = describedAbove(lines, dump, segment, shown, oldest);
  if (byWords.length === 0) return byBytes.map((each) => each.segment);
  const all = [...byBytes, ...byWords].sort((one, other) => other.line - one.line).slice(0, most.segments);
  return withRawNumbers(all.map((each) => each.segment));
}

/** Lines of tcpdump or Wireshark without a dump below them; a line above a dump says nothing that the bytes do not. */
function describedAbove(lines: Lines, dump: Dump, segment: ListedSegment, shown: readonly Dump[], oldest: number): Above[] {
  const ports = [String(segment.srcport), String(segment.dstport)];
  const found: Above[] = [];
  for (let line = dump.startLine - 1, next = 0; line >= oldest && found.length < most.segments; line -= 1) {
    while (next < shown.length && shown[next].startLine > line) next += 1;
    if (next < shown.length && line <= shown[next].endLine) line = shown[next].startLine;
    else if (mayDescribe(lines.at(line), ports) && !hasBytesBelow(lines, line)) {
      const described = segmentDescribedAt(lines, line, dump.startLine);
      if (described && joinsPorts(described, ports)) found.push({ line, segment: described });
    }
  }
  return found;
}

const joinsPorts = ({ source, destination }: DescribedSegment, [one, other]: readonly string[]): boolean =>
  (source?.port === one && destination?.port === other) || (source?.port === other && destination?.port === one);

/** A summary may take two lines. */
const linesOfSummary = 2;

function hasBytesBelow(lines: Lines, line: number): boolean {
  const last = Math.min(lines.count - 1, line + linesOfSummary);
  for (let below = line + 1; below <= last; below += 1) {
    const text = lines.at(below);
    if (isHexRow(text)) return true;
    if (text.trim() === "" || text.includes(" > ")) return false;
  }
  return false;
}

/**
 * Sequence numbers as they are in the bytes. tcpdump counts them from the SYN, but prints those of the SYN itself as they are; Wireshark's
 * are always counted, so that they cannot be known without the bytes of the SYN.
 */
function withRawNumbers(segments: readonly DescribedSegment[]): DescribedSegment[] {
  const isRaw = (segment: DescribedSegment) =>
    segment.notation === "bytes" || (segment.notation === "tcpdump" && (hasFlag(segment, tcpFlag.SYN) || !isRelative(segment)));
  const syns = segments.filter((segment) => isRaw(segment) && hasFlag(segment, tcpFlag.SYN));
  return segments.map((segment) => {
    if (isRaw(segment)) return segment;
    const { seq, ack, ...others } = segment;
    const own = syns.find((syn) => goesTheSameWay(syn, segment))?.seq;
    const other = syns.find((syn) => goesTheOtherWay(syn, segment))?.seq;
    return {
      ...others,
      ...(seq !== undefined && own !== undefined && { seq: sequence.add(own, seq) }),
      ...(ack !== undefined && other !== undefined && { ack: sequence.add(other, ack) }),
    };
  });
}

/** Compares the ports alone: people change addresses in what they publish, and not always in the same way. */
function isSameConnection(one: ListedSegment, other: ListedSegment): boolean {
  const isSame = one.srcport === other.srcport && one.dstport === other.dstport;
  return isSame || (one.srcport === other.dstport && one.dstport === other.srcport);
}

/** A decoded segment in the form of one that a text describes: what is not known is absent. */
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
