import { type Description, type Items, item, matchAt, readItems, skip } from "./description";
import { readTimeAt } from "./packetTime";

/** Reads what is before the endpoints: time, interface, link header and, with `-v`, the IP header. Answers whether tcpdump wrote it. */
export function readPacketPrefix(description: Description, from: number, to: number, withHeaders: boolean): boolean {
  const before = description.text.slice(from, to);
  const start = from + startOfPrefix(before);
  if (start === to) return false;
  const time = readTime(description, start);
  if (withHeaders) readHeaders(description, time ?? start, to);
  return time !== undefined || ipBefore.test(description.text.slice(start, to));
}

const between = /[\s,();:]*/y;
const word = /[\s,();:]*[^\s,();:]*/y;

function readHeaders(description: Description, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const end = readItems(description, at, between, items);
    // passes over a word that is no item
    at = end > at ? end : Math.max(skip(description.text, at, word), at + 1);
  }
  // no part may reach into the endpoints
  for (let index = description.parts.length - 1; index >= 0; index -= 1)
    if (description.parts[index].end > to) description.parts.splice(index, 1);
}

/** `IP`, or `IP (tos 0x0, …)`, right before the endpoints. */
const ipBefore = /(?:\bIP6?|\bip:)\s+(?:\((?:tos|flowlabel|hlim|class)\b[^>]*\)\s*)?$/;

const timePattern = /(?:\d{4}-\d\d-\d\d\s+)?\d\d:\d\d:\d\d\.\d{3,9}(?=\s)|(?<![\d.])\d{9,10}\.\d{6,9}(?=\s)/g;
const ipWord = /(?<![\w.])(?:IP6?|ip:)(?=\s)/g;

/** It begins with the last time, else the last `IP`, else the link's addresses: earlier ones belong to lines above. */
function startOfPrefix(before: string): number {
  const times = [...before.matchAll(timePattern)];
  const words = [...before.matchAll(ipWord)];
  return times.at(-1)?.index ?? words.at(-1)?.index ?? linkPair.exec(before)?.index ?? before.length;
}

/** Windows writes addresses with hyphens, Cisco in three groups with dots. */
const mac = "(?:(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}|(?:[0-9a-f]{4}\\.){2}[0-9a-f]{4})";
const linkPair = new RegExp(`(?<![\\w:.-])${mac}\\s+>\\s+${mac}(?=,)`, "i");
const link = /\s+(?:(\w[\w.@-]*)\s+)?(In|Out|B|M)\s+/y;

function readTime(description: Description, start: number): number | undefined {
  const { text, segment } = description;
  const time = readTimeAt(text, start);
  if (!time) return undefined;
  segment.time = time.seconds + time.nanoseconds / 1e9;
  const end = start + time.width;
  description.add("frame.time", start, end, time.kind === "epoch" ? { value: segment.time } : {});
  const where = matchAt(link, text, end);
  if (!where) return end;
  const nameStart = end + where[0].indexOf(where[1] ?? "");
  if (where[1]) description.add("frame.interface", nameStart, nameStart + where[1].length, { name: where[1] });
  const direction = end + where[0].lastIndexOf(where[2]);
  description.add("frame.direction", direction, direction + where[2].length, { name: where[2] });
  return end + where[0].length;
}

const items: Items = {
  words: {
    // the length after the EtherType is the frame's, that within IP's parentheses the packet's
    ethertype: {
      pattern: /ethertype\s([\w.]+)\s+\((0x[0-9a-f]+)\)(?:(,\s+)(length\s(\d+)))?/y,
      read: (description, match) => {
        const end = match.index + match[0].length;
        const typeEnd = end - (match[3]?.length ?? 0) - (match[4]?.length ?? 0);
        description.add("eth.type", match.index, typeEnd, { value: Number(match[2]), name: match[1] });
        if (match[4] === undefined) return undefined;
        description.segment.frameLength = Number(match[5]);
        description.add("frame.len", end - match[4].length, end, { value: Number(match[5]) });
        return undefined;
      },
    },
    vlan: item(/vlan\s(\d+)/y, "vlan.id"),
    tos: item(/tos\s(0x[0-9a-f]+)(?:,(?:ECT\(\d\)|CE))?/y, "ip.dsfield"),
    ttl: item(/ttl\s+(\d+)/y, "ip.ttl"),
    id: item(/id\s(\d+)/y, "ip.id"),
    offset: item(/offset\s(\d+)/y, "ip.frag_offset"),
    flags: item(/flags\s+\[[^\]]*\]/y, "ip.flags", (segment, _, match) => {
      segment.mayNotBeSplit = match[0].includes("DF");
    }),
    proto: item(/proto:?\s+[\w-]+\s+\((\d+)\)/y, "ip.proto"),
    length: item(/length:?\s+(\d+)/y, "ip.len", "packetLength"),
    bad: item(/bad cksum \w+(?: \(->\w+\))?!?/y, "ip.checksum"),
    class: item(/class\s(0x[0-9a-f]+)/y, "ipv6.tclass"),
    flowlabel: item(/flowlabel\s(0x[0-9a-f]+)/y, "ipv6.flow"),
    hlim: item(/hlim\s(\d+)/y, "ipv6.hlim"),
    next: item(/next-header\s+[\w-]+\s+\((\d+)\)/y, "ipv6.nxt"),
    payload: item(/payload length:\s+(\d+)/y, "ipv6.plen"),
  },
  others: [
    {
      pattern: new RegExp(`(${mac})(?:\\s+>\\s+(${mac})(?=,)|\\s+(${mac})(?=\\s0x[0-9a-f]{4}\\s))`, "iy"),
      read: (description, match) => {
        const destination = match[2] ?? match[3];
        const second = match.index + match[0].length - destination.length;
        description.add("eth.src", match.index, match.index + match[1].length, { name: match[1] });
        description.add("eth.dst", second, second + destination.length, { name: destination });
        return undefined;
      },
    },
  ],
};
