import { ethernet } from "../protocols/ethernet";
import { bareRowAt, bareRows } from "./bareRows";
import { type Bytes, BytesInProgress, type Lines, part } from "./dump";
import { oncePerLine } from "./eachLine";
import { rowLabels } from "./labelledRegion";
import { labelledBytes } from "./labelledRows";
import { enough } from "./packets";
import type { Region } from "./region";
import { startOf } from "./startLayer";

/**
 * A packet that a program printed header by header, each below its name: `IP Header`, its rows, `TCP Header`, its rows. z/OS adds how
 * many bytes each header has (`Protocol Header : 32`), and counts offsets anew in each.
 */

/** A line with nothing but the name of a header, perhaps framed, and perhaps with how many bytes follow. */
const title =
  /^[\s=|*#>+-]{0,60}(?:(?:(?:ethernet|ether|mac|ipv?[46]?|tcp|udp|icmp|data|link|network|transport|protocol)\s?){1,3}(?:header|hdr|payload|data|frame|dump)?|(?:以太网|IP|TCP|UDP|ICMP|帧|[数數][据據])\s?(?:首部|[头頭]部?|[标標][头頭]|载荷|負載|部分)?)(?:\s{0,40}:\s?\d{1,5}(?:\s{1,8}data length\s?:\s?\d{1,5})?)?[\s:：=|*#+-]{0,60}$/i;
const longestTitle = 80;
/** No program prints more rows for one packet. */
const mostRows = 120;

type Kind = "row" | "title" | "blank";

export function sectionedRegion(lines: Lines, line: number): Region | undefined {
  let first = line;
  for (let above = line; line - above < mostRows; above -= 1) {
    const kind = kindOf(lines, above);
    if (!kind || (kind === "blank" && kindOf(lines, above - 1) === "blank")) break;
    if (kind === "title") first = above;
  }
  if (kindOf(lines, first) !== "title") return undefined;
  let last = first;
  for (let below = first; below - first < mostRows; below += 1) {
    const kind = kindOf(lines, below);
    if (!kind || (kind === "blank" && kindOf(lines, below + 1) === "blank")) break;
    if (kind === "row") last = below;
  }
  return line <= last && sectionsIn(lines, { first, last }).length > 1 ? { first, last } : undefined;
}

/** Whether rows with offsets are those of one header only, below its name and its size: then they are read as a section. */
export const isSection = (lines: Lines, { first }: Region): boolean =>
  kindOf(lines, first - 1) === "title" && count.test(lines.at(first - 1)) && sectionedRegion(lines, first) !== undefined;

const count = /:\s?\d/;

const kindOf = oncePerLine((lines, line): Kind | undefined => {
  if (line < 0 || line >= lines.count) return undefined;
  const text = lines.at(line);
  if (text.trim() === "") return "blank";
  if (text.length <= longestTitle && title.test(text)) return "title";
  return isCounted(lines, line) || bareRowAt(lines, line) ? "row" : undefined;
});

const isCounted = (lines: Lines, line: number): boolean => rowLabels(lines, line).length === 1;

/** The rows below each name. */
function sectionsIn(lines: Lines, { first, last }: Region): Region[] {
  const sections: Region[] = [];
  for (let line = first; line <= last; line += 1) {
    if (kindOf(lines, line) !== "row") continue;
    const from = line;
    while (line < last && kindOf(lines, line + 1) === "row") line += 1;
    sections.push({ first: from, last: line });
  }
  return sections;
}

/** The bytes of a section, whose rows may have offsets. */
function bytesOf(lines: Lines, section: Region): Bytes {
  const counted = isCounted(lines, section.first) ? labelledBytes(lines, section) : [];
  return counted.length === 1 && counted[0].missing === 0
    ? part(counted[0], 0, counted[0].total)
    : bareRows(lines, section).whole;
}

/** The bytes of all sections, one behind the other. */
export function sectionedBytes(lines: Lines, region: Region): Bytes {
  const pieces = sectionsIn(lines, region).map((section) => bytesOf(lines, section));
  const into = new BytesInProgress();
  for (const piece of pieces)
    for (let i = 0; i < piece.bytes.length; i += 1) into.add(piece.bytes[i], piece.lines[i], piece.columns[i], piece.widths[i]);
  const whole = into.done();
  const start = startOf(whole.bytes, enough.offsets);
  // a well-known sniffer forgets the size of Ethernet's header when it prints those of IP and TCP, but not when it prints the data
  const forgotten = (start?.length ?? 0) - whole.bytes.length;
  const isForgotten = start?.layer === "eth" && forgotten === ethernet.size && pieces.length > 2;
  return isForgotten ? part(whole, 0, whole.bytes.length - pieces[pieces.length - 1].bytes.length) : whole;
}
