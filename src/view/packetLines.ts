import type { Packet } from "../decode/packet";
import type { Dump, Lines } from "../dump/dump";
import { packetInfo } from "./packetInfo";
import { protocolColumn } from "./protocolColumn";

/** A packet of a text with the lines that belong to it, and its name in an outline. */
export interface PacketLines {
  readonly first: number;
  readonly last: number;
  readonly title: string;
  readonly detail: string;
}

/** tcpdump says what a packet is in one line above its rows, or in two. */
const mostAbove = 3;

export function packetLines(lines: Lines, dump: Dump, packet: Packet): PacketLines {
  const first = firstLineOf(lines, dump);
  return { first, last: dump.endLine, title: packetInfo(packet, undefined), detail: protocolColumn(packet) };
}

/** What a program says of a packet above its bytes, on one line. */
export function summaryAbove(lines: Lines, dump: Dump): string | undefined {
  const first = firstLineOf(lines, dump);
  const above = Array.from({ length: dump.startLine - first }, (_, i) => lines.at(first + i).trim()).join(" ");
  return namesTwoEnds.test(above) ? above : undefined;
}

const namesTwoEnds = /\s(>|→|->)\s|\bIP6?\b|\bARP\b/;

function firstLineOf(lines: Lines, dump: Dump): number {
  let first = dump.startLine;
  while (first > 0 && dump.startLine - first < mostAbove && isSummary(lines.at(first - 1))) {
    first -= 1;
    // what is indented goes on from the line above
    if (!/^\s/.test(lines.at(first))) break;
  }
  return first;
}

/** Words, and no row of another packet. */
const isSummary = (text: string) => text.trim() !== "" && !/^\s*(0x)?[0-9a-f]{4,8}:?\s+[0-9a-f]{2}/i.test(text);
