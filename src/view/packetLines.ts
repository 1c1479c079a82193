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

/** tcpdump describes a packet in one or two lines above its rows; so many lines at most are looked at. */
const mostAbove = 3;

export function packetLines(lines: Lines, dump: Dump, packet: Packet): PacketLines {
  const first = firstLineOf(lines, dump);
  return { first, last: dump.endLine, title: packetInfo(packet, undefined), detail: protocolColumn(packet) };
}

/** How a program describes a packet above its bytes, joined to one line. */
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
    // an indented line goes on from the one above
    if (!/^\s/.test(lines.at(first))) break;
  }
  return first;
}

/** Whether a line has words, and is no row of another packet. */
const isSummary = (text: string) => text.trim() !== "" && !/^\s*(0x)?[0-9a-f]{4,8}:?\s+[0-9a-f]{2}/i.test(text);
