import { captureEnding } from "./captureEnding";
import { linksInLine, type WrittenLink } from "./linksInLine";

/** What a note says where it links to a packet. */
export interface NotedPacket {
  readonly packet: number;
  /** The line as a page would show it, without marks and link targets. */
  readonly text: string;
  /** The line's number, counted from 0. */
  readonly line: number;
}

/** The packets that a text links to, in captures that `leadsTo` accepts. */
export function notedPackets(text: string, leadsTo: (link: WrittenLink) => boolean): NotedPacket[] {
  if (!captureEnding.test(text.toLowerCase())) return [];
  const noted: NotedPacket[] = [];
  for (const [line, written] of text.split(/\r\n|\r|\n/).entries()) {
    const packets = linksInLine(written).flatMap((link) =>
      link.place && "packet" in link.place && leadsTo(link) ? [link.place.packet] : [],
    );
    for (const packet of new Set(packets)) noted.push({ packet, text: readableText(written), line });
  }
  return noted;
}

/** A line as a page would show it: links as their words, without the marks of headings, lists and quotes. */
const readableText = (line: string): string =>
  line
    .replace(/\[\[[^\][|]*\|([^\][]*)\]\]/g, "$1")
    .replace(/!?\[([^\][]*(?:\[[^\][]*\][^\][]*)*)\]\((?:<[^<>]*>|(?:[^\s()]|\([^\s()]*\))*)[^()]*\)/g, "$1")
    .replace(/^\s*(?:#+|>|[-*+]|\d+[.)])\s+/, "")
    .replace(/[`*]/g, "")
    .trim();
