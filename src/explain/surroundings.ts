import type { ListedSegment } from "../decode/plainSegment";
import type { Dump, Lines } from "../dump/dump";
import { mayDescribe, segmentDescribedAt } from "../prose/earlierSegments";
import { flagsOfLetters } from "../prose/flagLetters";
import type { DescribedSegment } from "../prose/mention";
import { isHexRow } from "../prose/passage";
import { tcpFlag } from "../protocols/tcp";
import { earlierPackets } from "./earlierPackets";

/** What a text says around a packet's bytes; read only where somebody asks. */
export interface Surroundings {
  /** Segments of the same connection that stand above, the nearest first. */
  earlier(segment: ListedSegment): readonly DescribedSegment[];
  /** What the line above the bytes says of the same packet, if it has other flags than the bytes. */
  title(segment: ListedSegment): DescribedSegment | undefined;
}

export const nothingAround: Surroundings = { earlier: () => [], title: () => undefined };

export function surroundingsOf(lines: Lines, dump: Dump): Surroundings {
  let known: readonly DescribedSegment[] | undefined;
  return {
    earlier(segment) {
      known ??= earlierPackets(lines, dump, segment);
      return known;
    },
    title: (segment) => titleOf(lines, dump, segment),
  };
}

/** A summary may take so many lines. */
const mostLines = 3;

function titleOf(lines: Lines, dump: Dump, segment: ListedSegment): DescribedSegment | undefined {
  for (let line = dump.startLine - 1; line >= Math.max(0, dump.startLine - mostLines); line -= 1) {
    const text = lines.at(line);
    if (text.trim() === "" || isHexRow(text)) return undefined;
    if (!mayDescribe(text, [])) continue;
    // a quick test: nearly all lines agree with the bytes
    const letters = /Flags \[([^\]]*)\]/.exec(text)?.[1];
    if (letters !== undefined && !hasOtherFlags(flagsOfLetters(letters), segment.flags)) return undefined;
    const described = segmentDescribedAt(lines, line, dump.startLine);
    return described && isOf(described, segment) && hasOtherFlags(described.flags, segment.flags) ? described : undefined;
  }
  return undefined;
}

const { SYN, FIN, RST, PSH, ACK } = tcpFlag;
/** Flags that every tool prints; old ones leave out the others. */
const alwaysPrinted = SYN | FIN | RST | PSH | ACK;

const hasOtherFlags = (printed: number | undefined, own: number | undefined): boolean =>
  printed !== undefined && own !== undefined && ((printed ^ own) & alwaysPrinted) !== 0;

/** Tools may print the name of a port instead of its number, but rarely for both ports. */
function isOf({ source, destination }: DescribedSegment, { srcport, dstport }: ListedSegment): boolean {
  const fits = (written: string | undefined, port: number | undefined) =>
    written === undefined || !/^\d+$/.test(written) || written === String(port);
  const isNumber = /^\d+$/.test(source?.port ?? "") || /^\d+$/.test(destination?.port ?? "");
  return isNumber && fits(source?.port, srcport) && fits(destination?.port, dstport);
}
