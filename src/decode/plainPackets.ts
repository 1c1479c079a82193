import { Place } from "../bytes/place";
import type { PacketColumns } from "../capture/columns";
import { elsewhere } from "../capture/lengthColumn";
import { type RecordBatch, RecordWord } from "../capture/recordBatch";
import { udp } from "../protocols/control";
import { ethernet, vlan } from "../protocols/ethernet";
import { ipv4 } from "../protocols/ipv4";
import { ipv6 } from "../protocols/ipv6";
import { etherTypes, ipProtocols, udpPorts } from "../protocols/next";
import { tcp } from "../protocols/tcp";
import type { OptionTable } from "../protocols/tcpOption";
import {
  accurateEcn0,
  accurateEcn1,
  accurateEcnExperiment0,
  accurateEcnExperiment1,
  endOfOptions,
  experiment1,
  experiment2,
  fastOpen,
  fastOpenExperiment,
  multipath,
  noOperation,
  sack,
  tcpOptions,
  windowScale,
} from "../protocols/tcpOptions";
import type { AddressStore } from "./addressStore";
import { addressAt, DatagramEnds, noteEnds, noteNoEnds } from "./datagram";
import { numberOf } from "./innermost";
import { Link, readOtherLink } from "./plainLinks";
import {
  arpType,
  flagged,
  fragmentMask,
  ipType,
  ipv6Type,
  keysOf,
  onlyTimestamps,
  plainVersionAndSize,
  sizeWithTimestamps,
  tcpNumber,
  udpNumber,
} from "./plainNumbers";
import { multipathOption, type SegmentBatch, SegmentFact, SegmentOption, SegmentWord } from "./segmentBatch";
import { readUsualPackets } from "./usualPackets";

/** Stands in place of a protocol for a packet that is not plain. */
const notPlain = -1;

const isVlan = flagged(0x1_0000, keysOf(etherTypes, "vlan"));
const isTunnelPort = flagged(0x1_0000, Object.keys(udpPorts).map(Number));
/** By IP's protocol number: the protocols behind which nothing more is looked for. */
const endings = new Int8Array(256).fill(notPlain);
for (const protocol of ["icmp", "icmpv6", "igmp", "sctp"] as const)
  for (const number of keysOf(ipProtocols, protocol)) endings[number] = numberOf(protocol);

/** Kinds of options that some lengths make unreadable. */
const mayBreakOff = new Uint8Array(256);
const breakers: OptionTable["breaksOff"][] = Array(256).fill(undefined);
for (const { kind, breaksOff } of tcpOptions as readonly OptionTable[]) {
  if (!breaksOff) continue;
  mayBreakOff[kind] = 1;
  breakers[kind] = breaksOff;
}

const [tcpCode, udpCode, arpCode] = [numberOf("tcp"), numberOf("udp"), numberOf("arp")];

/**
 * Reads the plain packets of a batch, whose first row is `firstRow`: what the file and the headers say of each goes into its row, and
 * segments go into a batch of their own, which has room for all. `offset` is where the block that `view` shows begins in the file. A
 * packet that is not plain is handed to `readOther`, by its place in the batch.
 */
export function readPackets(
  records: RecordBatch,
  view: DataView,
  offset: number,
  links: readonly number[],
  firstRow: number,
  columns: PacketColumns,
  segments: SegmentBatch,
  addresses: AddressStore,
  readOther: (index: number) => void,
): void {
  for (let i = 0; i < records.count; i += 1) {
    i = readUsualPackets(records, i, view, offset, links, firstRow, columns, segments);
    if (i === records.count) return;
    columns.write(firstRow + i, records, i, offset);
    if (!readPlain(records, i, view, links, firstRow + i, columns, segments, addresses)) readOther(i);
  }
}

/**
 * Reads a plain packet for the index, without making an object: Ethernet with or without VLAN tags, Linux cooked, loopback or no link
 * header, then IPv4 without options or IPv6 without extension headers, not in fragments, then TCP, or a protocol of which only the name
 * is noted. False for whatever is not exactly that: it is left to `decodePacket`, which knows everything; a test holds the two together.
 */
function readPlain(
  { words: packets, seconds: times }: RecordBatch,
  i: number,
  view: DataView,
  links: readonly number[],
  row: number,
  columns: PacketColumns,
  segments: SegmentBatch,
  addresses: AddressStore,
): boolean {
  const { words: heard, seconds } = segments;
  const { protocol: protocolRows } = columns;
  const from = i * RecordWord.size;
  const start = packets[from + RecordWord.at] & Place.mask;
  const end = start + (packets[from + RecordWord.capturedLength] & Place.mask);
  // bytes that were not captured count for lengths, but cannot be read
  const claimedEnd = start + Math.max(packets[from + RecordWord.length], packets[from + RecordWord.capturedLength]);
  const link = links[packets[from + RecordWord.interface]];
  let ip = start + ethernet.size;
  let type = 0;
  if (link !== Link.ethernet) {
    const found = readOtherLink(view, start, end, link);
    type = found & 0xffff;
    ip = start + (found >>> 16);
  } else if (ip <= end) {
    type = view.getUint16(start + ethernet.fields.type.offset);
    while (isVlan[type] !== 0 && ip + vlan.size <= end) {
      type = view.getUint16(ip + vlan.fields.etype.offset);
      ip += vlan.size;
    }
  }
  ip &= Place.mask;

  let tcpStart = 0;
  let tcpEnd = 0;
  let protocol = notPlain;
  if (type === ipType) {
    if (ip + ipv4.size <= end && view.getUint8(ip) === plainVersionAndSize) {
      const total = view.getUint16(ip + ipv4.fields.len.offset);
      if (total >= ipv4.size && (view.getUint16(ip + ipv4.fields.flags.offset) & fragmentMask) === 0) {
        tcpStart = ip + ipv4.size;
        tcpEnd = ip + total;
        protocol = view.getUint8(ip + ipv4.fields.proto.offset);
      }
    }
  } else if (type === ipv6Type) {
    if (ip + ipv6.size <= end && view.getUint8(ip) >>> 4 === 6) {
      tcpStart = ip + ipv6.size;
      tcpEnd = tcpStart + view.getUint16(ip + ipv6.fields.plen.offset);
      if (tcpEnd > tcpStart) protocol = view.getUint8(ip + ipv6.fields.nxt.offset);
    }
  } else if (type === arpType) {
    protocolRows[row] = arpCode;
    noteNoEnds(columns, row);
    return true;
  }
  if (tcpEnd > claimedEnd) tcpEnd = claimedEnd;
  if (protocol !== tcpNumber) {
    const carriedEnd = Math.min(tcpEnd, end);
    const code = protocol === notPlain ? notPlain : readEnding(view, tcpStart, carriedEnd, protocol);
    if (code === notPlain) return false;
    protocolRows[row] = code;
    const ends = type === ipType ? DatagramEnds.ipv4 : DatagramEnds.ipv6;
    if (code !== udpCode || tcpStart + udp.size <= carriedEnd) noteEnds(view, ip, tcpStart, ends, columns, row, addresses);
    return true;
  }

  tcpStart &= Place.mask;
  const headersEnd = tcpStart + tcp.size;
  const lengthAndFlags = headersEnd <= tcpEnd && headersEnd <= end ? view.getUint16(tcpStart + tcp.fields.hdr_len.offset) : 0;
  const headerLength = (lengthAndFlags >>> tcp.fields.flags.bits) * (tcp.fields.hdr_len.unit ?? 1);
  const payload = tcpEnd - tcpStart - headerLength;
  if (headerLength < tcp.size || payload < 0 || payload >= elsewhere) return false;
  const to = Math.imul(segments.count, SegmentWord.size) & Place.mask;
  heard[to + SegmentWord.options] = 0;
  heard[to + SegmentWord.facts] = 0;
  if (headerLength !== tcp.size) {
    const optionsEnd = tcpStart + headerLength;
    const areTimes = headerLength === sizeWithTimestamps && optionsEnd <= end && view.getInt32(headersEnd) === onlyTimestamps;
    if (!areTimes && !(optionsEnd <= end && readOptions(view, headersEnd, optionsEnd, heard, to))) return false;
  }
  if (type === ipType) {
    heard[to + SegmentWord.source] = view.getInt32(ip + ipv4.fields.src.offset);
    heard[to + SegmentWord.destination] = view.getInt32(ip + ipv4.fields.dst.offset);
  } else {
    heard[to + SegmentWord.facts] |= SegmentFact.isIpv6;
    heard[to + SegmentWord.source] = addressAt(view, ip + ipv6.fields.src.offset, addresses);
    heard[to + SegmentWord.destination] = addressAt(view, ip + ipv6.fields.dst.offset, addresses);
  }
  const flags = lengthAndFlags & tcp.fields.flags.mask;
  const window = view.getUint16(tcpStart + tcp.fields.window_size_value.offset);
  heard[to + SegmentWord.packet] = row;
  heard[to + SegmentWord.place] = tcpStart;
  heard[to + SegmentWord.ports] = view.getInt32(tcpStart + tcp.fields.srcport.offset);
  heard[to + SegmentWord.seq] = view.getInt32(tcpStart + tcp.fields.seq_raw.offset);
  heard[to + SegmentWord.ack] = view.getInt32(tcpStart + tcp.fields.ack_raw.offset);
  heard[to + SegmentWord.flags] = flags;
  heard[to + SegmentWord.window] = window;
  heard[to + SegmentWord.length] = payload;
  heard[to + SegmentWord.nanoseconds] = packets[from + RecordWord.nanoseconds];
  seconds[segments.count] = times[i];
  segments.count += 1;
  protocolRows[row] = tcpCode;
  columns.flags[row] = flags;
  columns.window[row] = window;
  columns.payload.values[row] = payload;
  return true;
}

/** The code of a protocol that has no connections here; `notPlain` for a tunnel. */
function readEnding(view: DataView, at: number, end: number, protocol: number): number {
  if (protocol !== udpNumber) return endings[protocol];
  if (at + udp.size > end) return udpCode;
  const source = view.getUint16(at + udp.fields.srcport.offset);
  const destination = view.getUint16(at + udp.fields.dstport.offset);
  return isTunnelPort[source] | isTunnelPort[destination] ? notPlain : udpCode;
}

/** Notes what connections need of the options between `at` and `end`; false where they are not plain. */
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
    if (size < 2 || next + size > end || (mayBreakOff[kind] !== 0 && breaksOff(view, next, kind, size))) return false;
    if (kind === windowScale.kind) {
      if (windowScale.sizes(size)) {
        const others = heard[to + SegmentWord.options] & ~SegmentOption.shiftMask;
        heard[to + SegmentWord.options] = others | SegmentOption.hasShift | view.getUint8(next + 2);
      }
    } else if (kind === fastOpen.kind) {
      if (size > 2) heard[to + SegmentWord.facts] |= SegmentFact.hasFastOpenCookie;
    } else if (kind === sack.kind) {
      heard[to + SegmentWord.options] |= SegmentOption.hasSack;
    } else if (kind === accurateEcn0.kind || kind === accurateEcn1.kind) {
      if (accurateEcn0.sizes(size)) heard[to + SegmentWord.options] |= SegmentOption.hasAccurateEcn;
    } else if (kind === multipath.kind) {
      heard[to + SegmentWord.options] |= multipathOption(view.getUint8(next + 2) >>> 4, size);
    } else if (isExperiment(kind) && size >= 4 && knownExperiments.includes(view.getUint16(next + 2))) return false;
    next += size;
  }
  return true;
}

function breaksOff(view: DataView, at: number, kind: number, size: number): boolean {
  const first = size > 2 ? view.getUint8(at + 2) : 0;
  const second = size > 3 ? view.getUint8(at + 3) : 0;
  return breakers[kind]!(size, first, second);
}

/** Experiments that have an option of their own by now, and mean the same. */
const knownExperiments = [fastOpenExperiment, accurateEcnExperiment0, accurateEcnExperiment1];
const isExperiment = (kind: number): boolean => kind === experiment1.kind || kind === experiment2.kind;
