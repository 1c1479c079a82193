import type { Lines } from "../dump/dump";
import type { DescribedSegment } from "./mention";
import { isHexRow } from "./passage";
import { readTcpdumpSummaries } from "./tcpdumpSummary";
import { readWiresharkRows } from "./wiresharkRow";

/** How far back in a note a connection is followed: enough for a handshake with its dumps, and little enough to take no time. */
const most = { lines: 48, segments: 4, read: 6 };
/** A summary may be wrapped into so many more lines. */
const wrapped = 2;
const longestLine = 600;

/** Segments of the same connection that are described above a line, the nearest first. */
export function earlierSegments(lines: Lines, line: number, segment: DescribedSegment): DescribedSegment[] {
  const found: DescribedSegment[] = [];
  let left = most.read;
  const ports = [segment.source?.port ?? "", segment.destination?.port ?? ""];
  if (ports.includes("")) return found;
  for (let at = line - 1; at >= Math.max(0, line - most.lines) && found.length < most.segments && left > 0; at -= 1) {
    if (!mayDescribe(lines.at(at), ports)) continue;
    left -= 1;
    const before = segmentDescribedAt(lines, at, line);
    if (before && isSameConnection(before, segment)) found.push(before);
  }
  return found;
}

/** Whether a line is worth reading: it names both ports and has an arrow. */
export function mayDescribe(text: string, ports: readonly string[]): boolean {
  if (text.length > longestLine || !ports.every((port) => text.includes(port))) return false;
  return (text.includes(" > ") || text.includes("→") || text.includes("->")) && !isHexRow(text);
}

/** The segment that a line of tcpdump or a row of Wireshark describes, with what was wrapped into the lines up to `end`. */
export function segmentDescribedAt(lines: Lines, line: number, end: number): DescribedSegment | undefined {
  const text = whole(lines, line, end);
  const isTcpdump = lines.at(line).includes(" > ");
  const [described] = isTcpdump ? readTcpdumpSummaries(text, 0, "segment") : readWiresharkRows(text, 0);
  return described?.segment;
}

/** The line with what belongs to it: `-v` puts the time on the line before, and the rest may be wrapped. */
function whole(lines: Lines, line: number, end: number): string {
  const text = lines.at(line);
  const above = /^\s/.test(text) && line > 0 ? lines.at(line - 1) : "";
  const texts = above.length > longestLine || isHexRow(above) || above.includes(" > ") ? [text] : [above, text];
  for (let at = line + 1; at < end && texts.length <= wrapped; at += 1) {
    const text = lines.at(at);
    if (text.length > longestLine || isHexRow(text) || text.includes(" > ")) break;
    texts.push(text);
  }
  return texts.join("\n");
}

/** Compares ports alone: people change the addresses in what they publish, and not always in the same way. */
const isSameConnection = (one: DescribedSegment, other: DescribedSegment): boolean =>
  one.notation === other.notation && (goesTheSameWay(one, other) || goesTheOtherWay(one, other));

export function goesTheSameWay(one: DescribedSegment, other: DescribedSegment): boolean {
  return one.source?.port === other.source?.port && one.destination?.port === other.destination?.port;
}

export function goesTheOtherWay(one: DescribedSegment, other: DescribedSegment): boolean {
  return one.source?.port === other.destination?.port && one.destination?.port === other.source?.port;
}
