import type { PacketColumns } from "../capture/columns";
import { elsewhere } from "../capture/lengthColumn";
import { type RecordBatch, RecordWord } from "../capture/recordBatch";
import { udp } from "../protocols/control";
import { ethernet, vlan } from "../protocols/ethernet";
import { ipv4 } from "../protocols/ipv4";
import { ipv6 } from "../protocols/ipv6";
import { cookedDevices, linuxCooked, linuxCooked2 } from "../protocols/linuxCooked";
import { addressFamilies, loopback } from "../protocols/loopback";
import { etherTypes, ipProtocols, linkTypes, type ProtocolName, udpPorts } from "../protocols/next";
import { tcp } from "../protocols/tcp";
import {
  endOfOptions,
  experiment1,
  experiment2,
  fastOpen,
  fastOpenExperiment,
  noOperation,
  timestamps,
  windowScale,
} from "../protocols/tcpOptions";
import type { AddressStore } from "./addressStore";
import { numberOf } from "./innermost";
import { noShift, type SegmentBatch, SegmentFact, SegmentWord } from "./segmentBatch";

/**
 * The common packet, read for the index without an object: Ethernet with or without VLAN tags, Linux cooked, loopback or no link
 * header, then IPv4 without options or IPv6 without extension headers, not in fragments, then TCP, or a protocol that is named
 * only. Whatever is not exactly that is left to `decodePacket`, which knows everything; a test holds the two together. Places
 * come from the header tables, once.
 */

/** In place of a protocol: it is not plain. */
const notPlain = -1;

const typeKey = (table: Readonly<Record<number, ProtocolName>>, protocol: ProtocolName): number =>
  Number(Object.keys(table).find((key) => table[Number(key)] === protocol));

const ipType = typeKey(etherTypes, "ip");
const ipv6Type = typeKey(etherTypes, "ipv6");
const arpType = typeKey(etherTypes, "arp");
const tcpNumber = typeKey(ipProtocols, "tcp");
const udpNumber = typeKey(ipProtocols, "udp");

/** A table with an entry for each of its few keys below `size`. */
const flagged = (size: number, keys: readonly number[]): Uint8Array => {
  const table = new Uint8Array(size);
  for (const key of keys) table[key] = 1;
  return table;
};
const keysOf = (table: Readonly<Record<number, ProtocolName>>, protocol: ProtocolName): number[] =>
  Object.keys(table)
    .map(Number)
    .filter((key) => table[key] === protocol);

const isVlan = flagged(0x1_0000, keysOf(etherTypes, "vlan"));
const isTunnelPort = flagged(0x1_0000, Object.keys(udpPorts).map(Number));
const isSpecialDevice = flagged(0x1_0000, Object.values(cookedDevices));
/** By IP's protocol number: those behind which nothing is looked for. */
const endings = new Int8Array(256).fill(notPlain);
for (const protocol of ["icmp", "icmpv6", "igmp", "sctp"] as const)
  for (const number of keysOf(ipProtocols, protocol)) endings[number] = numberOf(protocol);

const [tcpCode, udpCode, arpCode] = [numberOf("tcp"), numberOf("udp"), numberOf("arp")];

/**
 * No place in a block is larger. Whoever applies it tells the machine that runs us that adding to a place cannot overflow, which
 * spares it a question every time.
 */
enum Place {
  mask = 0x3fff_ffff,
}

/** How a plain packet of a link type begins. */
enum Link {
  none,
  ethernet,
  cooked,
  cooked2,
  /** An address family, in the order of the capturing host or of the network. */
  family,
  networkFamily,
  /** IP itself: its version tells which. */
  raw,
  ipv6,
}
const linkOf: Readonly<Partial<Record<ProtocolName, Link>>> = {
  eth: Link.ethernet,
  sll: Link.cooked,
  sll2: Link.cooked2,
  null: Link.family,
  loop: Link.networkFamily,
  raw: Link.raw,
  ip: Link.raw,
  ipv6: Link.ipv6,
};
/** What `readPlainPackets` needs to know of an interface. */
export const plainLink = (linkType: number): number => linkOf[linkTypes[linkType]] ?? Link.none;

const etherTypeAt = ethernet.fields.type.offset;
const ethernetSize = ethernet.size;
const vlanTypeAt = vlan.fields.etype.offset;
const vlanSize = vlan.size;

const ipv4Size = ipv4.size;
/** Version 4 and a header of the least size. */
const plainVersionAndSize = (4 << 4) | (ipv4Size / (ipv4.fields.hdr_len.unit ?? 1));
const ipv4LengthAt = ipv4.fields.len.offset;
const fragmentAt = ipv4.fields.flags.offset;
/** The flag that more fragments follow, and the offset, in the two bytes from there. */
const fragmentMask = (1 << 13) | ipv4.fields.frag_offset.mask;
const ipv4ProtocolAt = ipv4.fields.proto.offset;
const ipv4SourceAt = ipv4.fields.src.offset;
const ipv4DestinationAt = ipv4.fields.dst.offset;

const ipv6Size = ipv6.size;
const ipv6LengthAt = ipv6.fields.plen.offset;
const ipv6NextAt = ipv6.fields.nxt.offset;
const ipv6SourceAt = ipv6.fields.src.offset;
const ipv6DestinationAt = ipv6.fields.dst.offset;

const tcpSize = tcp.size;
const portsAt = tcp.fields.srcport.offset;
const seqAt = tcp.fields.seq_raw.offset;
const ackAt = tcp.fields.ack_raw.offset;
/** Header length and flags are read together, as two bytes. */
const lengthAndFlagsAt = tcp.fields.hdr_len.offset;
const flagsMask = tcp.fields.flags.mask;
const windowAt = tcp.fields.window_size_value.offset;
const bitsOfFlags = tcp.fields.flags.bits;
const tcpUnit = tcp.fields.hdr_len.unit ?? 1;

/** The four bytes with which options begin that are timestamps and nothing else, and the header's length then. */
const timestampsSize = 2 + timestamps.body.size;
const onlyTimestamps = (noOperation.kind << 24) | (noOperation.kind << 16) | (timestamps.kind << 8) | timestampsSize;
const sizeWithTimestamps = tcpSize + 2 + timestampsSize;

/**
 * Reads the packets of a batch, whose first row is `firstRow`: protocols into their rows, and segments into a batch of their own,
 * which has room for all. Whoever is not plain is handed to `readOther` by its place in the batch.
 */
export function readPlainPackets(
  records: RecordBatch,
  view: DataView,
  links: readonly number[],
  firstRow: number,
  columns: PacketColumns,
  segments: SegmentBatch,
  addresses: AddressStore,
  readOther: (index: number) => void,
): void {
  const { words: packets, seconds: times, count } = records;
  const { words: heard, seconds } = segments;
  const { protocol: protocolRows, flags: flagsRows, window: windowRows } = columns;
  const { values: payloadRows } = columns.payload;
  for (let i = 0; i < count; i += 1) {
    const from = Math.imul(i, RecordWord.size) & Place.mask;
    const start = packets[from + RecordWord.at] & Place.mask;
    const end = start + (packets[from + RecordWord.capturedLength] & Place.mask);
    // what the capture left out counts for lengths, but cannot be read
    const claimedEnd = start + Math.max(packets[from + RecordWord.length], packets[from + RecordWord.capturedLength]);
    const link = links[packets[from + RecordWord.interface]];
    let ip = start + ethernetSize;
    let type = 0;
    if (link !== Link.ethernet) {
      const found = readOtherLink(view, start, end, link);
      type = found & 0xffff;
      ip = start + (found >>> 16);
    } else if (ip <= end) {
      type = view.getUint16(start + etherTypeAt);
      while (isVlan[type] !== 0 && ip + vlanSize <= end) {
        type = view.getUint16(ip + vlanTypeAt);
        ip += vlanSize;
      }
    }
    ip &= Place.mask;

    let tcpStart = 0;
    let tcpEnd = 0;
    let protocol = notPlain;
    if (type === ipType) {
      if (ip + ipv4Size <= end && view.getUint8(ip) === plainVersionAndSize) {
        const total = view.getUint16(ip + ipv4LengthAt);
        if (total >= ipv4Size && (view.getUint16(ip + fragmentAt) & fragmentMask) === 0) {
          tcpStart = ip + ipv4Size;
          tcpEnd = ip + total;
          protocol = view.getUint8(ip + ipv4ProtocolAt);
        }
      }
    } else if (type === ipv6Type) {
      if (ip + ipv6Size <= end && view.getUint8(ip) >>> 4 === 6) {
        tcpStart = ip + ipv6Size;
        tcpEnd = tcpStart + view.getUint16(ip + ipv6LengthAt);
        if (tcpEnd > tcpStart) protocol = view.getUint8(ip + ipv6NextAt);
      }
    } else if (type === arpType) {
      protocolRows[firstRow + i] = arpCode;
      continue;
    }
    if (tcpEnd > claimedEnd) tcpEnd = claimedEnd;
    if (protocol !== tcpNumber) {
      const code = protocol === notPlain ? notPlain : readEnding(view, tcpStart, Math.min(tcpEnd, end), protocol);
      if (code === notPlain) readOther(i);
      else protocolRows[firstRow + i] = code;
      continue;
    }

    tcpStart &= Place.mask;
    const headersEnd = tcpStart + tcpSize;
    const lengthAndFlags = headersEnd <= tcpEnd && headersEnd <= end ? view.getUint16(tcpStart + lengthAndFlagsAt) : 0;
    const headerLength = (lengthAndFlags >>> bitsOfFlags) * tcpUnit;
    const payload = tcpEnd - tcpStart - headerLength;
    if (headerLength < tcpSize || payload < 0 || payload >= elsewhere) {
      readOther(i);
      continue;
    }
    const to = Math.imul(segments.count, SegmentWord.size) & Place.mask;
    heard[to + SegmentWord.shift] = noShift;
    heard[to + SegmentWord.facts] = 0;
    if (headerLength !== tcpSize) {
      const optionsEnd = tcpStart + headerLength;
      const areTimes = headerLength === sizeWithTimestamps && optionsEnd <= end && view.getInt32(headersEnd) === onlyTimestamps;
      if (!areTimes && !(optionsEnd <= end && readOptions(view, headersEnd, optionsEnd, heard, to))) {
        readOther(i);
        continue;
      }
    }
    if (type === ipType) {
      heard[to + SegmentWord.source] = view.getInt32(ip + ipv4SourceAt);
      heard[to + SegmentWord.destination] = view.getInt32(ip + ipv4DestinationAt);
    } else {
      heard[to + SegmentWord.facts] |= SegmentFact.isIpv6;
      heard[to + SegmentWord.source] = addressAt(view, ip + ipv6SourceAt, addresses);
      heard[to + SegmentWord.destination] = addressAt(view, ip + ipv6DestinationAt, addresses);
    }
    const row = firstRow + i;
    const flags = lengthAndFlags & flagsMask;
    const window = view.getUint16(tcpStart + windowAt);
    heard[to + SegmentWord.packet] = row;
    heard[to + SegmentWord.place] = tcpStart;
    heard[to + SegmentWord.ports] = view.getInt32(tcpStart + portsAt);
    heard[to + SegmentWord.seq] = view.getInt32(tcpStart + seqAt);
    heard[to + SegmentWord.ack] = view.getInt32(tcpStart + ackAt);
    heard[to + SegmentWord.flags] = flags;
    heard[to + SegmentWord.window] = window;
    heard[to + SegmentWord.length] = payload;
    heard[to + SegmentWord.nanoseconds] = packets[from + RecordWord.nanoseconds];
    seconds[segments.count] = times[i];
    segments.count += 1;
    protocolRows[row] = tcpCode;
    flagsRows[row] = flags;
    windowRows[row] = window;
    payloadRows[row] = payload;
  }
}

const addressAt = (view: DataView, at: number, addresses: AddressStore): number =>
  addresses.numberOf(view.getInt32(at), view.getInt32(at + 4), view.getInt32(at + 8), view.getInt32(at + 12));

/** How long the link header is, above the EtherType of what it carries; 0 where it is not plain. */
function readOtherLink(view: DataView, at: number, end: number, link: number): number {
  switch (link) {
    case Link.cooked: {
      const { size, fields } = linuxCooked;
      if (at + size > end || isSpecialDevice[view.getUint16(at + fields.hatype.offset)] !== 0) return 0;
      return (size << 16) | view.getUint16(at + fields.etype.offset);
    }
    case Link.cooked2: {
      const { size, fields } = linuxCooked2;
      if (at + size > end || isSpecialDevice[view.getUint16(at + fields.hatype.offset)] !== 0) return 0;
      return (size << 16) | view.getUint16(at + fields.etype.offset);
    }
    case Link.family:
    case Link.networkFamily: {
      if (at + loopback.size > end) return 0;
      const family = view.getUint32(at);
      const swapped = view.getUint32(at, true);
      const type = typeOfFamily(link === Link.family && swapped < family ? swapped : family);
      return type === 0 ? 0 : (loopback.size << 16) | type;
    }
    case Link.raw:
    case Link.ipv6: {
      const version = at < end ? view.getUint8(at) >>> 4 : 0;
      return version === 6 ? ipv6Type : version === 4 && link === Link.raw ? ipType : 0;
    }
    default:
      return 0;
  }
}

function typeOfFamily(family: number): number {
  const protocol = addressFamilies[family];
  return protocol === "ip" ? ipType : protocol === "ipv6" ? ipv6Type : 0;
}

/** Protocols that have no connections here. */
function readEnding(view: DataView, at: number, end: number, protocol: number): number {
  if (protocol !== udpNumber) return endings[protocol];
  if (at + udp.size > end) return udpCode;
  const source = view.getUint16(at + udp.fields.srcport.offset);
  const destination = view.getUint16(at + udp.fields.dstport.offset);
  return isTunnelPort[source] | isTunnelPort[destination] ? notPlain : udpCode;
}

/** What connections need of the options between `at` and `end`; false where they are not plain. */
function readOptions(view: DataView, at: number, end: number, heard: Int32Array, to: number): boolean {
  let next = at;
  while (next < end) {
    const kind = view.getUint8(next);
    if (kind === endOfOptions.kind) return true;
    if (kind === noOperation.kind) {
      next += 1;
      continue;
    }
    const size = next + 1 < end ? view.getUint8(next + 1) : 0;
    if (size < 2 || next + size > end) return false;
    if (kind === windowScale.kind) {
      if (windowScale.sizes(size)) heard[to + SegmentWord.shift] = view.getUint8(next + 2);
    } else if (kind === fastOpen.kind) {
      if (fastOpen.sizes(size) && size > 2) heard[to + SegmentWord.facts] |= SegmentFact.hasFastOpenCookie;
    } else if (isExperiment(kind) && size >= 4 && view.getUint16(next + 2) === fastOpenExperiment) return false;
    next += size;
  }
  return true;
}

const isExperiment = (kind: number): boolean => kind === experiment1.kind || kind === experiment2.kind;
