import type { Lines } from "../dump/dump";
import type { DescribedSegment } from "./mention";
import { isHexRow } from "./passage";
import { readTcpdumpSummaries } from "./tcpdumpSummary";
import { readWiresharkRows } from "./wiresharkRow";

/** How far back in a note a connection is followed: enough for a handshake with its dumps, too little to cost anything. */
const most = { lines: 48, segments: 4, read: 6 };
/** A summary goes on in the next lines when somebody wrapped it. */
const wrapped = 2;
const longestLine = 600;

/** The same connection's segments that are described before a line, the nearest first. */
export function earlierSegments(lines: Lines, line: number, segment: DescribedSegment): DescribedSegment[] {
  const found: DescribedSegment[] = [];
  let left = most.read;
  const ports = [segment.source?.port ?? "", segment.destination?.port ?? ""];
  if (ports.includes("")) return found;
  for (let at = line - 1; at >= Math.max(0, line - most.lines) && found.length < most.segments && left > 0; at -= 1) {
    const text = lines.at(at);
    // only lines that name both ports are worth reading
    if (text.length > longestLine || !ports.every((port) => text.includes(port))) continue;
    const isTcpdump = text.includes(" > ");
    if (!(isTcpdump || text.includes("→") || text.includes("->")) || isHexRow(text)) continue;
    left -= 1;
    const read = isTcpdump ? readTcpdumpSummaries : readWiresharkRows;
    const [before] = read(whole(lines, at, line), 0);
    if (before && isSameConnection(before.segment, segment)) found.push(before.segment);
  }
  return found;
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

/** By the ports alone: people change the addresses of what they publish, and not always alike. */
function isSameConnection(one: DescribedSegment, other: DescribedSegment): boolean {
  const isReply = one.source?.port === other.destination?.port && one.destination?.port === other.source?.port;
  return one.notation === other.notation && (isReply || goesTheSameWay(one, other));
}

export function goesTheSameWay(one: DescribedSegment, other: DescribedSegment): boolean {
  return one.source?.port === other.source?.port && one.destination?.port === other.destination?.port;
}
