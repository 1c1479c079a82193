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
import { type Heard, noShift } from "./heard";
import { numberOf } from "./innermost";

/**
 * The common packet, read for the index without an object: Ethernet with or without VLAN tags, Linux cooked, loopback or no link
 * header, then IPv4 without options or IPv6 without extension headers, not in fragments, then TCP, or a protocol that is named
 * only. Whatever is not exactly that is left to `decodePacket`, which knows everything; a test holds the two together. Places
 * come from the header tables, once.
 */

/** It is not plain. */
export const notPlain = -1;

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
/** What `readPlain` needs to know of an interface. */
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
 * Reads a packet that begins at `at` and has `captured` of its `length` bytes. Its protocol by its number, `heard` filled in where
 * that is TCP; or `notPlain`.
 */
export function readPlain(view: DataView, at: number, captured: number, length: number, link: number, heard: Heard): number {
  const end = at + captured;
  // what the capture left out counts for lengths, but cannot be read
  const claimedEnd = length > captured ? at + length : end;
  let ip = at;
  let type = ipType;
  if (link === Link.ethernet) {
    ip = at + ethernetSize;
    if (ip > end) return notPlain;
    type = view.getUint16(at + etherTypeAt);
    while (isVlan[type] !== 0) {
      if (ip + vlanSize > end) return notPlain;
      type = view.getUint16(ip + vlanTypeAt);
      ip += vlanSize;
    }
  } else {
    const found = readOtherLink(view, at, end, link);
    if (found === notPlain) return notPlain;
    type = found & 0xffff;
    ip = at + (found >>> 16);
  }

  let segment: number;
  let segmentEnd: number;
  let protocol: number;
  if (type === ipType) {
    if (ip + ipv4Size > end || view.getUint8(ip) !== plainVersionAndSize) return notPlain;
    const total = view.getUint16(ip + ipv4LengthAt);
    if (total < ipv4Size || (view.getUint16(ip + fragmentAt) & fragmentMask) !== 0) return notPlain;
    segment = ip + ipv4Size;
    segmentEnd = ip + total;
    protocol = view.getUint8(ip + ipv4ProtocolAt);
  } else if (type === ipv6Type) {
    if (ip + ipv6Size > end || view.getUint8(ip) >>> 4 !== 6) return notPlain;
    const payload = view.getUint16(ip + ipv6LengthAt);
    if (payload === 0) return notPlain;
    segment = ip + ipv6Size;
    segmentEnd = segment + payload;
    protocol = view.getUint8(ip + ipv6NextAt);
  } else return type === arpType && ip <= end ? arpCode : notPlain;

  if (segmentEnd > claimedEnd) segmentEnd = claimedEnd;
  if (protocol !== tcpNumber) return readOther(view, segment, Math.min(segmentEnd, end), protocol);
  if (segment + tcpSize > segmentEnd || segment + tcpSize > end) return notPlain;
  const lengthAndFlags = view.getUint16(segment + lengthAndFlagsAt);
  const headerLength = (lengthAndFlags >>> bitsOfFlags) * tcpUnit;
  const payload = segmentEnd - segment - headerLength;
  if (headerLength < tcpSize || payload < 0) return notPlain;
  heard.hasOptions = true;
  heard.shift = noShift;
  heard.hasFastOpenCookie = false;
  if (headerLength !== tcpSize) {
    const isPlain =
      headerLength === sizeWithTimestamps && segment + headerLength <= end && view.getInt32(segment + tcpSize) === onlyTimestamps;
    if (!isPlain && !readOptions(view, segment + tcpSize, segment + headerLength, end, heard)) return notPlain;
  }
  if (type === ipType) {
    heard.isIpv6 = false;
    heard.source = view.getInt32(ip + ipv4SourceAt);
    heard.destination = view.getInt32(ip + ipv4DestinationAt);
  } else {
    heard.isIpv6 = true;
    for (let i = 0; i < 8; i += 1) heard.wide[i] = view.getInt32(ip + ipv6SourceAt + i * 4);
  }
  heard.ports = view.getInt32(segment + portsAt);
  heard.seq = view.getInt32(segment + seqAt);
  heard.ack = view.getInt32(segment + ackAt);
  heard.flags = lengthAndFlags & flagsMask;
  heard.window = view.getUint16(segment + windowAt);
  heard.length = payload;
  return tcpCode;
}

/** How long the link header is, above the EtherType of what it carries; or `notPlain`. */
function readOtherLink(view: DataView, at: number, end: number, link: number): number {
  switch (link) {
    case Link.cooked: {
      const { size, fields } = linuxCooked;
      if (at + size > end || isSpecialDevice[view.getUint16(at + fields.hatype.offset)] !== 0) return notPlain;
      return (size << 16) | view.getUint16(at + fields.etype.offset);
    }
    case Link.cooked2: {
      const { size, fields } = linuxCooked2;
      if (at + size > end || isSpecialDevice[view.getUint16(at + fields.hatype.offset)] !== 0) return notPlain;
      return (size << 16) | view.getUint16(at + fields.etype.offset);
    }
    case Link.family:
    case Link.networkFamily: {
      if (at + loopback.size > end) return notPlain;
      const family = view.getUint32(at);
      const swapped = view.getUint32(at, true);
      const type = typeOfFamily(link === Link.family && swapped < family ? swapped : family);
      return type === notPlain ? notPlain : (loopback.size << 16) | type;
    }
    case Link.raw:
    case Link.ipv6: {
      const version = at < end ? view.getUint8(at) >>> 4 : 0;
      return version === 6 ? ipv6Type : version === 4 && link === Link.raw ? ipType : notPlain;
    }
    default:
      return notPlain;
  }
}

function typeOfFamily(family: number): number {
  const protocol = addressFamilies[family];
  return protocol === "ip" ? ipType : protocol === "ipv6" ? ipv6Type : notPlain;
}

/** Protocols that have no connections here. */
function readOther(view: DataView, at: number, end: number, protocol: number): number {
  if (protocol !== udpNumber) return endings[protocol];
  if (at + udp.size > end) return udpCode;
  const source = view.getUint16(at + udp.fields.srcport.offset);
  const destination = view.getUint16(at + udp.fields.dstport.offset);
  return isTunnelPort[source] | isTunnelPort[destination] ? notPlain : udpCode;
}

/** What connections need of the options between `at` and `optionsEnd`; false where they are not plain. */
function readOptions(view: DataView, at: number, optionsEnd: number, end: number, heard: Heard): boolean {
  if (optionsEnd > end) return false;
  let next = at;
  while (next < optionsEnd) {
    const kind = view.getUint8(next);
    if (kind === endOfOptions.kind) return true;
    if (kind === noOperation.kind) {
      next += 1;
      continue;
    }
    const size = next + 1 < optionsEnd ? view.getUint8(next + 1) : 0;
    if (size < 2 || next + size > optionsEnd) return false;
    if (kind === windowScale.kind) {
      if (windowScale.sizes(size)) heard.shift = view.getUint8(next + 2);
    } else if (kind === fastOpen.kind) {
      if (fastOpen.sizes(size) && size > 2) heard.hasFastOpenCookie = true;
    } else if (isExperiment(kind) && size >= 4 && view.getUint16(next + 2) === fastOpenExperiment) return false;
    next += size;
  }
  return true;
}

const isExperiment = (kind: number): boolean => kind === experiment1.kind || kind === experiment2.kind;
